// SPDX-License-Identifier: MIT
// Dragging an exercise with the mouse: a row of the program, or one of the catalog, to a place in
// the program. The same as Alt+Up and Alt+Down, and Enter, do by keys.
//
//   drag_from(row, [=](const wxPoint&) { return Dragged{.item = item}; });
//   list->SetDropTarget(new DropPlace(over, left, drop));     // the window owns it
//   let_drops_through(cell);                                  // what is typed in takes none
//
// What is dropped is told once the drag is over, when the row that it came from may go.
#pragma once
#include <wx/dnd.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>

#include "base/id.h"

namespace kinescript {

// An item of the plan, or else an exercise of the catalog.
struct Dragged {
  ItemId item = {};
  ExerciseId exercise = {};
};

// Starts a drag when the mouse is pressed in the window and moved; nothing for nullopt.
void drag_from(wxWindow* window, std::function<std::optional<Dragged>(const wxPoint&)> what);
// GTK's text fields are places to drop at; without that, the window around it is.
void let_drops_through(wxTextCtrl* field);

class DropPlace : public wxDropTarget {
 public:
  // `over` shows where it would go, and says whether it would; `left` ends the showing; `drop` gets
  // the height in the window.
  DropPlace(std::function<bool(int y)> over, std::function<void()> left,
            std::function<void(const Dragged&, int y)> drop);

 private:
  wxDragResult OnDragOver(wxCoord x, wxCoord y, wxDragResult suggested) override;
  void OnLeave() override { left_(); }
  wxDragResult OnData(wxCoord x, wxCoord y, wxDragResult suggested) override;

  std::function<bool(int y)> over_;
  std::function<void()> left_;
  std::function<void(const Dragged&, int y)> drop_;
};

}  // namespace kinescript
