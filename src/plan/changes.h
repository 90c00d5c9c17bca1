// SPDX-License-Identifier: MIT
// What changed between two plans of a patient, item by item: same exercise (by id, then by base
// exercise) compared in side, dose, note; added; removed. Codes and values, no sentences.
//
//   for (const Change& change : changes_between(before, after, base_in(catalog))) …
//
// Order: what the newer plan has, in its order (each item's fields in a fixed order), then what was
// removed, in the older plan's order, then the plan's own settings (changes without an exercise:
// "per_day", "days", "title"). `field` of a changed item: variant, section, side, sets, count,
// goal, hold, rest, load, support, note. A value that is not there is "". Values: "8-12", "5
// seconds", "3-5 breaths", "both".
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace kinescript {

struct Change {
  enum class Kind : unsigned char { added, removed, changed, same } kind = Kind::same;
  ExerciseId exercise;  // of the newer plan; of the older one when removed
  std::string field;
  std::string before, after;
};
std::string_view word(Change::Kind kind);  // "added", "removed", "changed", "same"

// The exercise that a variant belongs to; a base is its own.
using BaseOf = std::function<ExerciseId(const ExerciseId&)>;
BaseOf base_in(const Catalog& catalog);  // the catalog must outlive it

std::vector<Change> changes_between(const Plan& before,
                                    const Plan& after);  // without bases: no "variant"
std::vector<Change> changes_between(const Plan& before, const Plan& after, const BaseOf& base_of);

}  // namespace kinescript
