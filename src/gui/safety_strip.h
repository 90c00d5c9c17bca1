// SPDX-License-Identifier: MIT
// What the check says of the plan, once and clearly, with the way out: swap for a substitute
// (Alt+1 to Alt+3), remove, keep with a reason, choose a side, write a change. F8 goes on to the
// next open finding.
//
//   SafetyStrip strip = make_safety_strip(panel, desk);
//   strip.swap(0);                  // what Alt+1 does
#pragma once
#include "gui/desk.h"

namespace kinescript {

struct SafetyStrip : View {
  std::function<void()> resolve;  // focus to the first way out; the next finding when it has it
  std::function<void(int)> swap;
};
SafetyStrip make_safety_strip(wxWindow* parent, Desk& desk);

}  // namespace kinescript
