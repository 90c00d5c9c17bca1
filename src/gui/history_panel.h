// SPDX-License-Identifier: MIT
// The patient's record and history: who they are, their plans newest first, and what changed from
// plan A to plan B (the newest against the one before). Space in the list marks A, then B. Every
// action is about A, the older one.
//
//   HistoryView history = make_history(frame, desk);
//   history.window->Show(); history.refresh();        // filled only while it is shown
//   history.marked()                                  // A, when it was issued and is not void
#pragma once
#include <optional>

#include "gui/desk.h"

namespace kinescript {

struct HistoryView : View {
  std::function<std::optional<PlanId>()> marked;
  std::function<void()> focus;
};
HistoryView make_history(wxWindow* parent, Desk& desk);

}  // namespace kinescript
