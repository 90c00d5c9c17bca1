// SPDX-License-Identifier: MIT
#include "gui/timeline.h"

#include <fmt/format.h>
#include <wx/dc.h>

#include <algorithm>

#include "app/change_words.h"
#include "app/wording.h"
#include "base/translate.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kTitleHeight = 32, kLineHeight = 18, kFoot = 8, kBox = 22;

struct State {
  std::string text;
  wxColour colour, back;
};

State state_of(PlanState state) {
  const Tokens& t = tokens();
  switch (state) {
    case PlanState::draft:
      return {tr("Draft"), t.warning, t.warning_bg};
    case PlanState::issued:
      return {tr("Issued"), t.ok, t.ok_bg};
    case PlanState::replaced:
      return {tr("Replaced"), t.text2, t.window};
    case PlanState::voided:
      return {tr("Void"), t.danger, t.danger_bg};
  }
  return {"", t.text, t.pane};
}

}  // namespace

std::string title_of(const HistoryEntry& entry) {
  return entry.head.number > 0 ? trf("Plan {}", entry.head.number) : tr("Draft plan");
}

Timeline::Timeline(wxWindow* parent, const Desk& desk) : wxVListBox(parent, wxID_ANY), desk_(desk) {
  SetBackgroundColour(tokens().pane);
  name_it(this, tr("Plan history"));
  Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { name_marked(); });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_SPACE) return mark(GetSelection());
    event.Skip();
  });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    event.Skip();
    const int row = VirtualHitTest(event.GetPosition().y);
    if (row != wxNOT_FOUND && event.GetPosition().x < px(kBox + 22)) mark(row);
  });
}

void Timeline::show(std::vector<HistoryEntry> oldest_first) {
  entries_ = std::move(oldest_first);
  std::reverse(entries_.begin(), entries_.end());
  several_problems_ = std::any_of(entries_.begin(), entries_.end(), [this](const HistoryEntry& e) {
    return e.head.problem != entries_.front().head.problem;
  });
  b_ = entries_.empty() ? -1 : 0;
  a_ = -1;
  for (std::size_t i = 1; i < entries_.size() && a_ < 0; ++i)
    if (entries_[i].head.problem == entries_[0].head.problem &&
        entries_[i].head.state != PlanState::voided)
      a_ = static_cast<int>(i);
  next_is_a_ = true;
  SetItemCount(entries_.size());
  SetSelection(entries_.empty() ? wxNOT_FOUND : 0);
  name_marked();
  Refresh();
}

void Timeline::mark(int at) {
  if (at == wxNOT_FOUND) return;
  int& one = next_is_a_ ? a_ : b_;
  int& other = next_is_a_ ? b_ : a_;
  one = at;
  if (other == at) other = -1;
  if (a_ >= 0 && b_ >= 0 && a_ < b_) std::swap(a_, b_);  // A is the older one
  next_is_a_ = !next_is_a_;
  SetSelection(at);
  name_marked();
  Refresh();
  if (marked) marked();
}

void Timeline::name_marked() {
  const HistoryEntry* one = entry(GetSelection());
  if (!one) return name_it(this, tr("Plan history: no plans yet"));
  std::string told = trf("Plan history: {}, {}, {}", title_of(*one), state_of(one->head.state).text,
                         desk_.day(one->head.date));
  for (const std::string& line : lines_of(*one)) told += ", " + line;
  if (GetSelection() == a_) told = trf("{}, marked A", told);
  if (GetSelection() == b_) told = trf("{}, marked B", told);
  name_it(this, told);
}

std::vector<std::string> Timeline::lines_of(const HistoryEntry& entry) const {
  std::vector<std::string> lines;
  if (several_problems_ && !entry.head.problem.empty()) lines.push_back(entry.head.problem);
  const std::size_t count = entry.plan.items.size();
  lines.push_back(trn("{} exercise · {} min · {}", "{} exercises · {} min · {}", count,
                      entry.minutes, entry.head.clinician));
  if (!entry.head.void_because.empty()) lines.push_back(trf("Void: {}", entry.head.void_because));
  lines.push_back(entry.changes ? count_changes(*entry.changes) : tr("the first of its problem"));
  if (entry.feedback) lines.push_back(word_feedback(*entry.feedback));
  return lines;
}

wxCoord Timeline::OnMeasureItem(std::size_t at) const {
  return px(kTitleHeight + kFoot + kLineHeight * static_cast<int>(lines_of(entries_[at]).size()));
}

void Timeline::OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t at) const {
  const bool chosen = static_cast<int>(at) == GetSelection();
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(chosen ? tokens().selection : tokens().pane);
  dc.DrawRectangle(rect);
  dc.SetBrush(tokens().line);
  dc.DrawRectangle(rect.x, rect.GetBottom(), rect.width, 1);
  if (!chosen) return;
  dc.SetBrush(tokens().accent);
  dc.DrawRectangle(rect.x, rect.y, px(HasFocus() ? 4 : 2), rect.height);
}

void Timeline::OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t at) const {
  const HistoryEntry& one = entries_[at];
  const std::string mark = static_cast<int>(at) == a_ ? "A" : static_cast<int>(at) == b_ ? "B" : "";
  const wxRect box(rect.x + px(12), rect.y + px(10), px(kBox), px(kBox));
  dc.SetPen(mark.empty() ? tokens().control : tokens().accent);
  dc.SetBrush(mark.empty() ? tokens().pane : tokens().accent);
  dc.DrawRoundedRectangle(box, px(4));
  dc.SetFont(font(13, true));
  dc.SetTextForeground(tokens().on_accent);
  dc.DrawLabel(words(mark), box, wxALIGN_CENTRE);

  const int x = box.GetRight() + px(12), right = rect.GetRight() - px(12);
  dc.SetFont(font(14, true));
  dc.SetTextForeground(tokens().text);
  const wxString title = words(title_of(one));
  dc.DrawText(title, x, rect.y + px(9));
  const State state = state_of(one.head.state);
  const int tag = x + dc.GetTextExtent(title).x + px(10);
  dc.SetFont(font(12, true));
  const wxSize size = dc.GetTextExtent(words(state.text));
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(state.back);
  dc.DrawRoundedRectangle(tag, rect.y + px(9), size.x + px(12), size.y + px(4), px(3));
  dc.SetTextForeground(state.colour);
  dc.DrawText(words(state.text), tag + px(6), rect.y + px(11));
  dc.SetFont(font(12.5));
  dc.SetTextForeground(tokens().text2);
  const wxString day = words(desk_.day(one.head.date));
  dc.DrawText(day, right - dc.GetTextExtent(day).x, rect.y + px(11));
  int y = rect.y + px(kTitleHeight);
  for (const std::string& line : lines_of(one)) {
    dc.DrawText(wxControl::Ellipsize(words(line), dc, wxELLIPSIZE_END, right - x), x, y);
    y += px(kLineHeight);
  }
}

}  // namespace kinescript
