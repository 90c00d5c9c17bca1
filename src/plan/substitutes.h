// SPDX-License-Identifier: MIT
// Exercises that could stand in an item's place, re-checked against all of the patient's
// precautions.
//
//   Substitutes substitutes(plan, limits, uses);
//   substitutes.of(item, exercise, {rule}, 3)
//
// First what the fired rules name, in their order. Then, of the exercise's easier steps,
// alternatives and easier variants and of those with the same aim (type and a region), in this
// order: what a rule prefers for this patient, same aim, no side still to be chosen, same position,
// how often this clinic has given it, level (a step down before others), links of the record before
// the rest, the catalog's order.
//
// Never one that the plan has, that the catalog does not have, that is discouraged for the plan's
// regions, whose section is closed, or on which an Avoid (or a Modify without a change) would be
// open; a detail that was not recorded counts against it. Nor, unless a rule or the record names
// it, one that is a step up or has a gate question. Each candidate is judged once in the life of
// the object. Plan, limits and uses must outlive it.
#pragma once
#include <map>
#include <tuple>
#include <vector>

#include "plan/limits.h"

namespace kinescript {

// How many plans of the clinic hold an exercise.
using Uses = std::map<ExerciseId, int>;

class Substitutes {
 public:
  Substitutes(const Plan& plan, const PatientLimits& limits, const Uses& uses)
      : plan_(plan), limits_(limits), uses_(uses) {}
  // `fired`: the rules whose own substitutes come first.
  std::vector<ExerciseId> of(const PlanItem& item, const Exercise& exercise,
                             const std::vector<const Rule*>& fired, std::size_t most);
  // Only what the rules name.
  std::vector<ExerciseId> named(const PlanItem& item, const std::vector<const Rule*>& fired,
                                std::size_t most);
  // True when the candidate could stand in the item's place.
  bool fits(const PlanItem& item, const Exercise& candidate);
  // True when it could, and nothing of it is to be changed or looked at for this patient: what may
  // be printed without a clinician's decision and without lines of its own.
  bool fits_as_it_is(const PlanItem& item, const Exercise& candidate);

 private:
  struct Judgement {
    bool fits = false, as_it_is = false, preferred = false;
  };
  const Judgement& judge(const PlanItem& item, const Exercise& candidate);
  Judgement judged(const PlanItem& stand_in, const Exercise& exercise) const;
  std::vector<const Exercise*> ranked(const PlanItem& item, const Exercise& exercise);

  const Plan& plan_;
  const PatientLimits& limits_;
  const Uses& uses_;
  std::map<std::tuple<ExerciseId, BodySide, Section>, Judgement> judged_;
};

// The catalog's entry that this exercise falls under for the plan's regions; nullptr = none.
const Discouraged* discouraged_entry(const Plan& plan, const Exercise& exercise,
                                     const Catalog& catalog);

}  // namespace kinescript
