// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "plan/plan.h"
#include "plan/session_notes.h"

namespace kinescript {
namespace {

bool grouped_by_section(const Plan& plan) {
  return std::is_sorted(plan.items.begin(), plan.items.end(),
                        [](const PlanItem& a, const PlanItem& b) { return a.section < b.section; });
}

enum class Part : unsigned char { warm_up, upright_work, floor_work, floor_end, upright_end };

Part part_of(const PlanItem& item, bool on_floor) {
  switch (item.section) {
    case Section::warm_up:
      return Part::warm_up;
    case Section::stretch:
    case Section::breathing:
    case Section::rest:
      return on_floor ? Part::floor_end : Part::upright_end;
    case Section::mobility:
    case Section::core:
    case Section::strength:
    case Section::balance:
    case Section::aerobic:
      break;
  }
  return on_floor ? Part::floor_work : Part::upright_work;
}

// Its first position's place in the list of positions.
std::ptrdiff_t position_of(const Exercise* exercise) {
  if (exercise == nullptr || exercise->positions.empty()) return 0;
  return std::find(kPositions.begin(), kPositions.end(), exercise->positions.front()) -
         kPositions.begin();
}

}  // namespace

Plan order_by_section(const Plan& plan) {
  Plan next = plan;
  std::stable_sort(next.items.begin(), next.items.end(),
                   [](const PlanItem& a, const PlanItem& b) { return a.section < b.section; });
  next.ordered_by_hand = false;
  return next;
}

Plan order_by_position(const Plan& plan, const Catalog& catalog) {
  const auto key = [&catalog](const PlanItem& item) {
    const auto* exercise = catalog.find(item.exercise);
    const bool on_floor = exercise != nullptr && is_on_floor(*exercise);
    return std::make_tuple(part_of(item, on_floor), item.section, position_of(exercise));
  };
  Plan next = plan;
  std::stable_sort(next.items.begin(), next.items.end(),
                   [&key](const PlanItem& a, const PlanItem& b) { return key(a) < key(b); });
  next.ordered_by_hand = !grouped_by_section(next);
  return next;
}

}  // namespace kinescript
