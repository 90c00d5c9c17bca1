// SPDX-License-Identifier: MIT
// The plan: title and state, the safety strip, and the exercises in their sections, one ProgramRow
// each. Rows stay while the plan's items are the same and are only filled anew; the list is built
// again when items come, go or move.
//
//   ProgramView program = make_program(splitter, desk);
//   program.focus(item);               // to the item's repetitions
//   program.resolve();                 // to the first open finding
#pragma once
#include "gui/desk.h"

namespace kinescript {

struct ProgramView : View {
  std::function<void(const ItemId&)> focus;
  std::function<void()> resolve;
  std::function<void(int)> swap;  // by the strip's n-th substitute, from 0
};
ProgramView make_program(wxWindow* parent, Desk& desk);

}  // namespace kinescript
