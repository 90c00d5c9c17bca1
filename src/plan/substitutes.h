// SPDX-License-Identifier: MIT
// Exercises that could stand in an item's place, re-checked against all of the patient's
// precautions.
//
//   Substitutes substitutes(plan, limits);
//   substitutes.of(item, exercise, {rule}, 3)      -> what the rule names first, then easier steps,
//   alternatives, variants
//
// Never one that the plan has, that the catalog does not have, that is discouraged for the plan's
// regions, whose section is closed, or on which an Avoid (or a Modify without a change) would be
// open; a detail that was not recorded counts against it. Each candidate is judged once in the life
// of the object. Plan and limits must outlive it.
#pragma once
#include <map>
#include <tuple>
#include <vector>

#include "plan/limits.h"

namespace kinescript {

class Substitutes {
 public:
  Substitutes(const Plan& plan, const PatientLimits& limits) : plan_(plan), limits_(limits) {}
  // `fired`: the rules whose own substitutes come first, in their order.
  std::vector<ExerciseId> of(const PlanItem& item, const Exercise& exercise,
                             const std::vector<const Rule*>& fired, std::size_t most);

 private:
  bool fits(const PlanItem& item, const Exercise& candidate);
  bool conflicts(const PlanItem& item, const Exercise& exercise) const;

  const Plan& plan_;
  const PatientLimits& limits_;
  std::map<std::tuple<ExerciseId, BodySide, Section>, bool> judged_;
};

// The catalog's entry that this exercise falls under for the plan's regions; nullptr = none.
const Discouraged* discouraged_entry(const Plan& plan, const Exercise& exercise,
                                     const Catalog& catalog);

}  // namespace kinescript
