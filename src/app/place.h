// SPDX-License-Identifier: MIT
// Where an exercise of a plan stands, as a hand sees it: before or behind another one, and then in
// that one's section. For dragging, and for the keys that move an item or a whole section.
//
//   Plan next = placed(plan, ItemId{"a3"}, {.beside = ItemId{"a1"}, .behind = true});
//
// An item beside itself stays. An order that is no longer that of the sections is one made by hand
// (plan/plan.h). An item that is not in the plan throws Error{not_found}.
#pragma once
#include "plan/plan.h"

namespace kinescript {

struct PlanPlace {
  ItemId beside;
  bool behind = false;
};
Plan placed(const Plan& plan, const ItemId& item, const PlanPlace& place);

// By one place up (-1) or down (+1). Over a section's edge the item changes the section and keeps
// its place; at an end of the plan nothing happens.
Plan moved(const Plan& plan, const ItemId& item, int by);
// All that stands around the item in its section, before (-1) or behind (+1) the section beside it.
Plan section_moved(const Plan& plan, const ItemId& item, int by);

}  // namespace kinescript
