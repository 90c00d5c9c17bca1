// SPDX-License-Identifier: MIT
// Everything that one handout is made from, as one value. A draft's dossier is built from the live
// catalog; an issued plan's is its snapshot (plan/codec.h), so that a catalog edit changes nothing
// that was issued.
//
//   Dossier dossier = make_dossier(plan, 0, today, patient, clinic, "Elena Sorin, PT", catalog,
//   {});
//
// Of an exercise's rules a dossier keeps those of the patient's precautions: the others say nothing
// about this plan.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "plan/safety.h"

namespace kinescript {

struct Dossier {
  Plan plan;
  int number = 0;  // 0 while a draft
  Date date{};     // of issue, or today
  Patient patient;
  Clinic clinic;
  std::string clinician;  // as printed
  std::vector<Exercise>
      exercises;  // those of the plan, in order of first use, then their easier versions
  std::vector<Finding> findings;
  // Plain "Do …" lines for this patient, conditions evaluated, own lines too; each once, those of
  // the most severe precaution first (a block, then the strictest rule that fires; own lines stand
  // with Avoid). A precaution whose windows are all over has none: its caution asks the clinician.
  std::vector<std::string> precaution_lines;
  std::vector<StopEntry>
      stop_box;  // the entries that apply (headings of used tiers included), in file order
  std::vector<PainLine> pain_rule;  // the lines that apply to this patient (fixed or above usual)
  std::vector<SessionRule> session_rules;  // those for the handout
  std::optional<Plan> previous;            // the plan before, for "what is new"
  int minutes = 0;                         // estimated session, rounded to 5
  int content_version = 1;
  std::string reviewed;  // "awaits a physiotherapist's sign-off" while no record is reviewed

  const Exercise& exercise(const ExerciseId& id) const;  // or Error{not_found}
  // The easier version of an exercise that may be printed beside it; nullptr = none. Never one that
  // a rule bars, changes or cautions of for this patient: no line would say so.
  const Exercise* easier_of(const ExerciseId& id) const;
};

// Throws Error{not_found} for an exercise that the catalog does not have.
Dossier make_dossier(const Plan& plan, int number, Date date, const Patient& patient,
                     const Clinic& clinic, const std::string& clinician, const Catalog& catalog,
                     const std::optional<Plan>& previous);

}  // namespace kinescript
