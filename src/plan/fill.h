// SPDX-License-Identifier: MIT
// From a template to a plan.
//
//   Filled filled = fill_for_patient(begin_plan(anna, today), program, anna, catalog, {}, today);
//   for (const SlotOutcome& slot : filled.outcomes) …    // what was swapped or left out, and why
//
// Throws Error{usage} for a slot or an exercise that the template does not have.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/program.h"
#include "plan/plan.h"
#include "plan/substitutes.h"

namespace kinescript {

struct ProgramChoices {
  // A slot's id, or its section's word or one of its exercises when only one slot can be meant ->
  // exercise.
  std::map<std::string, ExerciseId> choose;
  // For items that need one side. Absent: the side of the precaution that the template is for.
  std::optional<BodySide> side;
  // gentle: the least of every range of sets, count and hold; strong: the most; standard: as the
  // template says.
  enum class Strength : unsigned char { gentle, standard, strong } strength = Strength::standard;
};
std::optional<ProgramChoices::Strength> strength_from(
    std::string_view word);  // "gentle", "standard", "strong"

// An empty plan filled from a template: title, problem, regions and schedule too, where the plan
// has none of its own (an empty title, an empty problem, no region; the schedule always).
Plan fill_from_program(Plan empty, const Program& program, const Catalog& catalog,
                       const ProgramChoices& choices);

// What became of a slot whose usual exercise did not stay.
struct SlotOutcome {
  std::string slot;
  ExerciseId wanted;
  std::optional<ItemId> item;  // absent: left out, nothing was fitting
  ExerciseId swapped_in;       // "" when left out
  std::string rule;            // why: the strictest rule that would be open
};
struct Filled {
  Plan plan;
  std::vector<SlotOutcome> outcomes;
};
// The same for this patient: where the usual exercise of a slot would be open (an Avoid, a Modify
// without a change, a closed section), another of the slot's own takes its place, else the best
// substitute, else the slot is left out. What was chosen stays, open or not.
Filled fill_for_patient(Plan empty, const Program& program, const Patient& patient,
                        const Catalog& catalog, const ProgramChoices& choices, Date today,
                        const Uses& uses = {});

// The phase of a protocol for this patient: by whole weeks since the date of the precaution that it
// counts from. Throws Error{usage} when that date is missing or no phase has this week, and names
// the phases.
const Program& phase_for(const std::vector<Program>& programs, const std::string& protocol,
                         const Patient& patient, Date today);

}  // namespace kinescript
