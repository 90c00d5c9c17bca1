// SPDX-License-Identifier: MIT
// Everything that one handout is made from, as one value. A draft's dossier is built from the live catalog; an issued
// plan's is its snapshot (plan/codec.h), so that a catalog edit changes nothing that was issued.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "plan/safety.h"

namespace kinescript {

struct Dossier {
  Plan plan;
  int number = 0;                    // 0 while a draft
  Date date{};                       // of issue, or today
  Patient patient;
  Clinic clinic;
  std::string clinician;             // as printed
  std::vector<Exercise> exercises;   // those of the plan, in order of first use, and easier versions that are printed
  std::vector<Finding> findings;
  std::vector<std::string> precaution_lines;  // plain "Do …" lines for this patient, conditions evaluated, own lines too
  std::vector<StopEntry> stop_box;   // the entries that apply (headings of used tiers included), in file order
  std::vector<PainLine> pain_rule;   // the lines that apply to this patient (fixed or above usual)
  std::vector<SessionRule> session_rules;  // those for the handout
  std::optional<Plan> previous;      // the plan before, for "what is new"
  int minutes = 0;                   // estimated session, rounded to 5
  int content_version = 1;
  std::string reviewed;              // "awaits a physiotherapist's sign-off" while no record is reviewed

  const Exercise& exercise(const ExerciseId& id) const;
};

Dossier make_dossier(const Plan& plan, int number, Date date, const Patient& patient, const Clinic& clinic,
                     const std::string& clinician, const Catalog& catalog, const std::optional<Plan>& previous);

}  // namespace kinescript
