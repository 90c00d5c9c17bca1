// SPDX-License-Identifier: MIT
#include "plan/ladder.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace kinescript {
namespace {

constexpr int kMostSets = 3, kMostKilograms = 10;

int count_step(const Dose& usual) {
  switch (usual.unit) {
    case CountUnit::swings:
      return 5;
    case CountUnit::steps:
      return 10;
    case CountUnit::metres:
      return 50;
    case CountUnit::minutes:
      return usual.count.max >= 10 ? 5 : 1;
    case CountUnit::cycles:
    case CountUnit::breaths:
      return 1;
    case CountUnit::times:
      break;
  }
  return usual.count.max >= 8 ? 2 : 1;
}

int hold_step(const Dose& usual) {
  return usual.hold && usual.hold_unit == HoldUnit::seconds && usual.hold->max >= 10 ? 5 : 1;
}

bool gains_sets(const Exercise& exercise) {
  if (exercise.dose.unit == CountUnit::minutes || exercise.dose.unit == CountUnit::metres)
    return false;
  return exercise.section == Section::core || exercise.section == Section::strength ||
         exercise.section == Section::balance || exercise.section == Section::stretch;
}

// Moved as a whole; nothing when it would leave `least` to `most` or reach its goal.
std::optional<Amount> moved(Amount amount, int by, int least, int most) {
  amount.min += by;
  amount.max += by;
  amount.start += by;
  if (amount.min < least || amount.max > most) return std::nullopt;
  if (amount.goal && *amount.goal <= amount.max) return std::nullopt;
  return amount;
}

std::optional<std::string> load_moved(const std::string& load, int by) {
  const std::string_view unit = "kg";
  std::string_view number = trim(load);
  if (!number.ends_with(unit)) return std::nullopt;
  number.remove_suffix(unit.size());
  const auto kilograms = parse_int(trim(number));
  if (!kilograms || *kilograms + by < 1 || *kilograms + by > kMostKilograms) return std::nullopt;
  return std::to_string(*kilograms + by) + " kg";
}

// One number of the dose a step up (+1) or down (-1); nothing = it has no room.
class Rungs {
 public:
  Rungs(const Exercise& exercise, const Dose& dose)
      : exercise_(exercise), dose_(dose), bounds_(dose_bounds(exercise)) {}

  std::optional<Dose> count(int way) const {
    if (dose_.unit != exercise_.dose.unit) return std::nullopt;
    return with(&Dose::count, moved(dose_.count, way * count_step(exercise_.dose),
                                    bounds_.least_count, bounds_.most_count));
  }
  std::optional<Dose> sets(int way) const {
    return with(&Dose::sets, moved(dose_.sets, way, 1, bounds_.most_sets));
  }
  std::optional<Dose> hold(int way) const {
    if (!dose_.hold || !exercise_.dose.hold || dose_.hold_unit != exercise_.dose.hold_unit)
      return std::nullopt;
    return with(&Dose::hold, moved(*dose_.hold, way * hold_step(exercise_.dose), bounds_.least_hold,
                                   bounds_.most_hold));
  }
  std::optional<Dose> load(int way) const { return with(&Dose::load, load_moved(dose_.load, way)); }

 private:
  template <class Member, class Value>
  std::optional<Dose> with(Member member, const std::optional<Value>& value) const {
    if (!value) return std::nullopt;
    Dose next = dose_;
    next.*member = *value;
    if (!problem(next).empty()) return std::nullopt;
    return next;
  }

  const Exercise& exercise_;
  const Dose& dose_;
  DoseBounds bounds_;
};

}  // namespace

DoseBounds dose_bounds(const Exercise& exercise) {
  const auto& usual = exercise.dose;
  DoseBounds bounds;
  bounds.least_count = usual.count.min;
  bounds.most_count = usual.count.goal.value_or(usual.count.max);
  bounds.most_sets = gains_sets(exercise) ? std::max(kMostSets, usual.sets.max) : usual.sets.max;
  if (usual.hold) {
    bounds.least_hold = usual.hold->min;
    bounds.most_hold = usual.hold->goal.value_or(usual.hold->max);
  }
  return bounds;
}

std::optional<Dose> step_up(const Exercise& exercise, const Dose& dose) {
  const Rungs rungs(exercise, dose);
  if (auto next = rungs.count(1)) return next;
  if (auto next = rungs.sets(1)) return next;
  if (auto next = rungs.hold(1)) return next;
  return rungs.load(1);
}

std::optional<Dose> step_down(const Exercise& exercise, const Dose& dose) {
  const Rungs rungs(exercise, dose);
  std::optional<Dose> first;
  for (const auto& easier : {rungs.load(-1), rungs.hold(-1), rungs.sets(-1), rungs.count(-1)}) {
    if (!easier) continue;
    if (step_up(exercise, *easier) == dose) return easier;
    if (!first) first = easier;
  }
  return first;
}

}  // namespace kinescript
