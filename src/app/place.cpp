// SPDX-License-Identifier: MIT
#include "app/place.h"

#include <algorithm>

namespace kinescript {
namespace {

std::ptrdiff_t index_of(const Plan& plan, const ItemId& item) {
  return &item_of(plan, item) - plan.items.data();
}

// The first of the neighbours that share the section of `at`, and the one behind the last.
std::pair<std::ptrdiff_t, std::ptrdiff_t> group_at(const Plan& plan, std::ptrdiff_t at) {
  const auto count = static_cast<std::ptrdiff_t>(plan.items.size());
  const auto section = [&plan](std::ptrdiff_t i) {
    return plan.items[static_cast<std::size_t>(i)].section;
  };
  std::ptrdiff_t first = at, behind = at + 1;
  while (first > 0 && section(first - 1) == section(at)) --first;
  while (behind < count && section(behind) == section(at)) ++behind;
  return {first, behind};
}

}  // namespace

Plan placed(const Plan& plan, const ItemId& item, const PlanPlace& place) {
  if (item == place.beside) return plan;
  const auto at = index_of(plan, item), beside = index_of(plan, place.beside);
  Plan next = plan;
  next.items[static_cast<std::size_t>(at)].section = item_of(plan, place.beside).section;
  // Counted without the item itself, which is taken out before it is put in.
  const bool from_above = at < beside;
  const auto position = beside + 1 - (from_above ? 1 : 0) + (place.behind ? 1 : 0);
  return move_item(next, item, static_cast<int>(position));
}

Plan moved(const Plan& plan, const ItemId& item, int by) {
  const auto to = index_of(plan, item) + by;
  if (to < 0 || to >= static_cast<std::ptrdiff_t>(plan.items.size())) return plan;
  const PlanItem& other = plan.items[static_cast<std::size_t>(to)];
  const bool same_section = other.section == item_of(plan, item).section;
  return placed(plan, item, {other.id, same_section == (by > 0)});
}

Plan section_moved(const Plan& plan, const ItemId& item, int by) {
  const auto [first, behind] = group_at(plan, index_of(plan, item));
  const auto other = by < 0 ? first - 1 : behind;
  if (other < 0 || other >= static_cast<std::ptrdiff_t>(plan.items.size())) return plan;
  const auto [other_first, other_behind] = group_at(plan, other);
  Plan next = plan;
  const auto begin = next.items.begin();
  if (by < 0)
    std::rotate(begin + other_first, begin + first, begin + behind);
  else
    std::rotate(begin + first, begin + behind, begin + other_behind);
  next.ordered_by_hand =
      !std::is_sorted(next.items.begin(), next.items.end(),
                      [](const PlanItem& a, const PlanItem& b) { return a.section < b.section; });
  return next;
}

}  // namespace kinescript
