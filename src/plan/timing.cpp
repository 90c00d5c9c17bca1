// SPDX-License-Identifier: MIT
#include "plan/timing.h"

#include <algorithm>
#include <cmath>

namespace kinescript {
namespace {

constexpr double kBreath = 4, kRest = 30, kChangeOver = 20, kOtherSide = 5;  // seconds

struct Seconds {
  double least = 0, most = 0;
};
Seconds operator*(const Seconds& a, double times) { return {a.least * times, a.most * times}; }
Seconds operator+(const Seconds& a, const Seconds& b) {
  return {a.least + b.least, a.most + b.most};
}
Seconds both(double seconds) { return {seconds, seconds}; }

double middle(const Amount& amount) { return (amount.min + amount.max) / 2.0; }

// One unit of a count.
Seconds tempo(CountUnit unit) {
  switch (unit) {
    case CountUnit::cycles:
      return {6, 10};
    case CountUnit::steps:
      return {0.5, 1};
    case CountUnit::breaths:
      return both(kBreath);
    case CountUnit::swings:
      return {2, 3};
    case CountUnit::metres:
      return {1, 2};
    case CountUnit::minutes:
      return both(60);
    case CountUnit::times:
      break;
  }
  return {3, 5};
}

Seconds one_set(const Dose& dose) {
  if (dose.unit == CountUnit::minutes) return {dose.count.min * 60.0, dose.count.max * 60.0};
  auto each = tempo(dose.unit);
  if (dose.hold)
    each = each + both(middle(*dose.hold) * (dose.hold_unit == HoldUnit::breaths ? kBreath : 1));
  return each * middle(dose.count);
}

bool is_two_sided(const PlanItem& item) { return item.side == BodySide::both; }

Seconds one_item(const PlanItem& item, const Exercise* exercise) {
  const auto sets = middle(item.dose.sets);
  auto work = one_set(item.dose);
  if (is_two_sided(item) && item.dose.unit != CountUnit::minutes) work = work * 2;
  if (is_two_sided(item) && exercise != nullptr && exercise->side_mode == SideMode::each)
    work = work + both(kOtherSide);
  const auto rest = item.dose.rest ? middle(*item.dose.rest) : kRest;
  return both(kChangeOver) + work * sets + both(rest * std::max(0.0, sets - 1));
}

}  // namespace

Minutes session_minutes(const Plan& plan, const Catalog& catalog) {
  Seconds sum;
  for (const auto& item : plan.items) sum = sum + one_item(item, catalog.find(item.exercise));
  return {sum.least / 60, sum.most / 60};
}

int printed_minutes(const Minutes& minutes) {
  return std::max(5, 5 * static_cast<int>(std::lround((minutes.least + minutes.most) / 10)));
}

}  // namespace kinescript
