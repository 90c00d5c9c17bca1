// SPDX-License-Identifier: MIT
// One exercise of the plan: number, picture, name, side, and the dose in native text fields that
// are edited in place. What is typed counts when the field is left, with Enter, or after
// kTypingPause; what is out of range stays as typed, framed and explained, and the old value stays
// in force.
//
//   auto* row = new ProgramRow(list, desk, item.id);
//   row->show(3, item, finding);
//
// Keys in a field: Up and Down to the same field of the next row, Enter down, Ctrl+Up and Ctrl+Down
// one more or less (with Shift five), Alt+Up and Alt+Down move the exercise (with Shift its
// whole section), Ctrl+Delete removes it. The row is dragged by all of it that is not a field or a
// button. Letters are of the row: N the note, V the next variant, L R B the side.
#pragma once
#include <wx/bmpbuttn.h>
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include <array>

#include "gui/desk.h"
#include "plan/changes.h"

namespace kinescript {

inline constexpr int kTypingPause = 800;  // milliseconds

// Where in a row a dragged exercise would go.
enum class DropEdge : unsigned char { none, above, below };

enum class DoseField : unsigned char { reps, sets, hold };
inline constexpr int kDoseFields = 3;
// Widths of the columns that the section header's captions stand over.
inline constexpr int kSideWidth = 48, kCellWidth = 52, kCellGap = 4, kEndWidth = 30;

class ProgramRow : public wxPanel {
 public:
  ProgramRow(wxWindow* parent, Desk& desk, const PlanItem& item);

  const ItemId& item() const { return item_.id; }
  // The strictest finding of the item, and what changed since the last plan; null = nothing.
  void show(int number, const PlanItem& item, const Finding* finding,
            const ItemDifference* difference);
  void focus(DoseField cell);
  void show_drop(DropEdge edge);
  // Set by the list: focus goes `by` rows on, in the same column.
  std::function<void(const ProgramRow& from, int by, DoseField cell)> step;

 private:
  // All that show() makes visible.
  struct Looks {
    int number = 0;
    PlanItem item;
    std::string reason;  // of the finding
    bool open = false;
    std::vector<FieldChange> changes;
    bool operator==(const Looks&) const = default;
  };

  wxTextCtrl* make_cell(DoseField cell);
  void lay_out();
  void key(wxKeyEvent& event, DoseField cell);
  void commit(DoseField cell);
  void change_by(DoseField cell, int by);
  void next_side();
  void set_side(const char* side);
  void next_variant();
  void ask_note();
  void show_difference(const ItemDifference* difference);
  void draw_dots(wxDC& dc);
  void draw_was(wxDC& dc);
  void draw_drop(wxDC& dc);
  void set_message(const std::string& text, const wxColour& colour);
  wxTextCtrl* field(DoseField cell) const { return cells_[static_cast<std::size_t>(cell)]; }
  std::string text_of(DoseField cell) const;

  Desk& desk_;
  PlanItem item_;
  Looks looks_;
  std::array<std::string, kDoseFields> was_;  // "was 8" under a field; "" = as before
  DropEdge drop_ = DropEdge::none;
  wxColour mark_;  // bar at the left
  wxStaticText *number_, *name_, *detail_;
  wxButton* side_;
  wxBitmapButton* remove_;
  std::array<wxTextCtrl*, kDoseFields> cells_{};
  wxTimer pause_;
  DoseField typed_ = DoseField::reps;
};

}  // namespace kinescript
