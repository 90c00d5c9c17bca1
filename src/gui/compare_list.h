// SPDX-License-Identifier: MIT
// What changed from plan A to plan B, row by row: progressed, eased, swapped, changed, added,
// removed, moved; then what stayed, settings and notes. Only what changed is boxed. Signs and
// words, never colour alone; for who hears the list its name is the marked row.
//
//   auto* list = new CompareList(panel, desk);
//   list->show(a, b, may_take_back);
//   list->take_back = [](const ItemDifference& difference) { … };      // "Undo", or U in the list
#pragma once
#include <wx/vlbox.h>

#include "app/plan_history.h"
#include "gui/desk.h"

namespace kinescript {

class CompareList : public wxVListBox {
 public:
  CompareList(wxWindow* parent, Desk& desk);
  // `a` null: there is nothing to compare with.
  void show(const HistoryEntry* a, const HistoryEntry* b, bool may_take_back);
  std::function<void(const ItemDifference&)> take_back;

 private:
  // A run of text: plain, a number that changed, or a word that went or came.
  struct Piece {
    std::string text;
    enum class Look : unsigned char { plain, was, is, went, came } look = Look::plain;
  };
  using Pieces = std::vector<Piece>;
  struct Row {
    const ItemDifference* item = nullptr;  // of changes_
    std::string caption;                   // "Added", "Note, Bridge", "3 unchanged: …"
    Pieces before, after;
    bool heading = false;
  };

  void add_items(const Plan& a, const Plan& b);
  void add_settings(const Plan& a, const Plan& b);
  void name_marked();
  void click(const wxPoint& at);
  void take_back_marked();
  std::string spoken(const Row& row) const;
  std::string name_of(const ExerciseId& exercise) const;
  Pieces dose_pieces(const PlanItem& item, const ItemDifference& difference,
                     Piece::Look look) const;
  wxRect undo_box(const wxRect& row) const;
  int draw(wxDC& dc, const Pieces& pieces, int x, int y, bool really) const;

  wxCoord OnMeasureItem(std::size_t at) const override;
  void OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t at) const override;
  void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t at) const override;
  void draw_item(wxDC& dc, const wxRect& rect, const Row& row) const;

  Desk& desk_;
  PlanChanges changes_;
  std::vector<Row> rows_;
  bool may_take_back_ = false;
};

// "▲", "▼", "⇄", "+", "−", "↕", "~", "=".
const char* sign_of(ItemDifference::Kind kind);

}  // namespace kinescript
