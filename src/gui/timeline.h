// SPDX-License-Identifier: MIT
// A patient's plans, newest first, drawn: number, state, day, what changed, what was told of it,
// why it is void. Two of them are marked A and B, by Space (A, then B, in turn) or a click on the
// box.
//
//   auto* plans = new Timeline(panel, desk);
//   plans->show(entries);                 // oldest first, as history_of() gives them
//   plans->a(), plans->b()                // or null
#pragma once
#include <wx/vlbox.h>

#include <vector>

#include "app/plan_history.h"
#include "gui/desk.h"

namespace kinescript {

class Timeline : public wxVListBox {
 public:
  Timeline(wxWindow* parent, const Desk& desk);
  void show(std::vector<HistoryEntry> oldest_first);
  const HistoryEntry* a() const { return entry(a_); }
  const HistoryEntry* b() const { return entry(b_); }
  std::function<void()> marked;  // A or B is another

 private:
  const HistoryEntry* entry(int at) const {
    return at < 0 || at >= static_cast<int>(entries_.size())
               ? nullptr
               : &entries_[static_cast<std::size_t>(at)];
  }
  void mark(int at);
  void name_marked();
  std::vector<std::string> lines_of(const HistoryEntry& entry) const;

  wxCoord OnMeasureItem(std::size_t at) const override;
  void OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t at) const override;
  void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t at) const override;

  const Desk& desk_;
  std::vector<HistoryEntry> entries_;  // newest first
  int a_ = -1, b_ = -1;
  bool next_is_a_ = true;
  bool several_problems_ = false;
};

std::string title_of(const HistoryEntry& entry);  // "Plan 3", "Draft"

}  // namespace kinescript
