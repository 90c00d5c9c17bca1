// SPDX-License-Identifier: MIT
// What changed between two plans of a patient, item by item: same exercise (by id, then by base exercise) compared in
// side, dose, note; added; removed. Codes and values, no sentences.
#pragma once
#include <string>
#include <vector>

#include "plan/plan.h"

namespace kinescript {

struct Change {
  enum class Kind : unsigned char { added, removed, changed, same } kind = Kind::same;
  ExerciseId exercise;
  std::string field;         // "count", "sets", "hold", "side", "note", "variant", … for changed
  std::string before, after;
};
std::vector<Change> changes_between(const Plan& before, const Plan& after);

}  // namespace kinescript
