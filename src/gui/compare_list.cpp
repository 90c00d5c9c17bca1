// SPDX-License-Identifier: MIT
#include "gui/compare_list.h"

#include <fmt/format.h>
#include <wx/dc.h>

#include <algorithm>

#include "app/shown_words.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/style.h"

namespace kinescript {
namespace {

using Kind = ItemDifference::Kind;

constexpr int kItemHeight = 52, kLineHeight = 28;
constexpr int kPictureWidth = 62, kPictureHeight = 42;
constexpr int kUndoWidth = 66, kUndoRoom = 86;

std::string word_of(Kind kind) {
  switch (kind) {
    case Kind::progressed:
      return tr("Harder");
    case Kind::eased:
      return tr("Easier");
    case Kind::swapped:
      return tr("Swapped");
    case Kind::changed:
      return tr("Changed");
    case Kind::added:
      return tr("Added");
    case Kind::removed:
      return tr("Removed");
    case Kind::moved:
      return tr("Moved");
    case Kind::same:
      break;
  }
  return tr("Unchanged");
}

wxColour colour_of(Kind kind) {
  if (kind == Kind::added) return tokens().ok;
  if (kind == Kind::removed) return tokens().danger;
  if (kind == Kind::eased) return tokens().warning;
  return kind == Kind::same || kind == Kind::moved ? tokens().text2 : tokens().accent;
}

bool has_field(const ItemDifference& difference, std::string_view name) {
  return std::any_of(difference.fields.begin(), difference.fields.end(),
                     [&](const FieldChange& field) { return field.field == name; });
}

// What neither the dose nor the notes below show.
std::string other_fields(const ItemDifference& difference) {
  std::vector<std::string> told;
  for (const FieldChange& field : difference.fields)
    for (const char* told_here : {"section", "side", "goal", "rest", "load", "support"})
      if (field.field == told_here)
        told.push_back(fmt::format("{} {} → {}", shown(field.field),
                                   shown_value(field.field, field.before),
                                   shown_value(field.field, field.after)));
  return join(told, ", ");
}

}  // namespace

const char* sign_of(Kind kind) {
  switch (kind) {
    case Kind::progressed:
      return "▲";
    case Kind::eased:
      return "▼";
    case Kind::swapped:
      return "⇄";
    case Kind::added:
      return "+";
    case Kind::removed:
      return "−";
    case Kind::moved:
      return "↕";
    case Kind::changed:
      return "~";
    case Kind::same:
      break;
  }
  return "=";
}

CompareList::CompareList(wxWindow* parent, Desk& desk) : wxVListBox(parent, wxID_ANY), desk_(desk) {
  SetBackgroundColour(tokens().pane);
  name_it(this, tr("What changed"));
  Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { name_marked(); });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == 'U' && !event.HasModifiers()) return take_back_marked();
    event.Skip();
  });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    event.Skip();
    click(event.GetPosition());
  });
}

void CompareList::show(const HistoryEntry* a, const HistoryEntry* b, bool may_take_back) {
  rows_.clear();
  changes_ = {};
  may_take_back_ = may_take_back;
  if (a && b) {
    changes_ = changes_between(a->plan, b->plan, desk_.editor.catalog());
    add_items(a->plan, b->plan);
    add_settings(a->plan, b->plan);
  } else if (b) {
    rows_.push_back(
        {nullptr, tr("One plan so far. Changes show here after the next one."), {}, {}});
  } else {
    rows_.push_back(
        {nullptr, tr("No plans yet. The first printed handout starts the history."), {}, {}});
  }
  SetItemCount(rows_.size());
  SetSelection(0);
  name_marked();
  Refresh();
}

void CompareList::add_items(const Plan& a, const Plan& b) {
  std::vector<std::string> unchanged;
  for (const ItemDifference& item : changes_.items) {
    if (item.kind == Kind::same) {
      unchanged.push_back(name_of(item.exercise));
      continue;
    }
    Row row;
    row.item = &item;
    row.caption = word_of(item.kind);
    if (item.exercise != item.was && item.kind != Kind::added)
      row.caption = trf("{} · was {}", row.caption, name_of(item.was));
    const std::string more = other_fields(item);
    if (!more.empty()) row.caption += " · " + more;
    if (!item.item_was.text.empty())
      row.before = dose_pieces(item_of(a, item.item_was), item, Piece::Look::was);
    if (!item.item.text.empty())
      row.after = dose_pieces(item_of(b, item.item), item, Piece::Look::is);
    rows_.push_back(std::move(row));
  }
  if (!unchanged.empty())
    rows_.push_back(
        {nullptr,
         trn("= {} unchanged: {}", "= {} unchanged: {}", unchanged.size(), join(unchanged, ", ")),
         {},
         {}});
}

void CompareList::add_settings(const Plan& a, const Plan& b) {
  std::vector<Row> rows;
  const auto changed = [&rows](const std::string& caption, const std::string& was,
                               const std::string& is) {
    if (was == is) return;
    rows.push_back({nullptr,
                    caption,
                    {},
                    {{was.empty() ? tr("none") : was, Piece::Look::was},
                     {" → "},
                     {is.empty() ? tr("none") : is, Piece::Look::is}}});
  };
  for (const FieldChange& setting : changes_.settings)
    changed(shown(setting.field), shown_value(setting.field, setting.before),
            shown_value(setting.field, setting.after));
  changed(tr("review"), a.review ? desk_.day(*a.review) : "", b.review ? desk_.day(*b.review) : "");
  for (const ItemDifference& item : changes_.items)
    for (const FieldChange& field : item.fields) {
      if (field.field != "note" && field.field != "change") continue;
      Row row;
      row.caption = shown(field.field) + ", " + name_of(item.exercise);
      for (const WordChange& word : words_between(field.before, field.after))
        row.after.push_back(
            {word.text + " ", word.kind == WordChange::Kind::removed ? Piece::Look::went
                              : word.kind == WordChange::Kind::added ? Piece::Look::came
                                                                     : Piece::Look::plain});
      rows.push_back(std::move(row));
    }
  if (rows.empty()) return;
  rows_.push_back({nullptr, tr("Plan settings and notes"), {}, {}, true});
  rows_.insert(rows_.end(), rows.begin(), rows.end());
}

CompareList::Pieces CompareList::dose_pieces(const PlanItem& item, const ItemDifference& difference,
                                             Piece::Look look) const {
  const bool pair = difference.kind != Kind::added && difference.kind != Kind::removed;
  const auto piece = [&](const std::string& text, const char* field) {
    return Piece{text, pair && has_field(difference, field) ? look : Piece::Look::plain};
  };
  Pieces pieces = {piece(to_text(item.dose.count), "count")};
  if (item.dose.unit != CountUnit::times) pieces.push_back({" " + shown(word(item.dose.unit))});
  pieces.push_back({" × "});
  pieces.push_back(piece(to_text(item.dose.sets), "sets"));
  if (item.dose.hold) {
    pieces.push_back({tr(", hold ")});
    pieces.push_back(piece(to_text(*item.dose.hold), "hold"));
    pieces.push_back({item.dose.hold_unit == HoldUnit::seconds ? tr(" s") : tr(" br.")});
  }
  return pieces;
}

std::string CompareList::name_of(const ExerciseId& id) const {
  const Exercise* exercise = desk_.editor.catalog().find(id);
  return exercise ? exercise->name_clinician : id.text;
}

std::string CompareList::spoken(const Row& row) const {
  const auto text = [](const Pieces& pieces) {
    std::string all;
    for (const Piece& piece : pieces)
      all += piece.look == Piece::Look::went   ? trf("gone: {}", piece.text)
             : piece.look == Piece::Look::came ? trf("new: {}", piece.text)
                                               : piece.text;
    return all;
  };
  std::string told = row.item ? name_of(row.item->exercise) + ", " + row.caption : row.caption;
  if (!row.before.empty()) told += ", " + text(row.before);
  if (row.after.empty()) return told;
  return row.before.empty() ? told + ", " + text(row.after)
                            : trf("{} to {}", told, text(row.after));
}

void CompareList::name_marked() {
  const int at = GetSelection();
  if (at != wxNOT_FOUND)
    name_it(this, trf("What changed: {}", spoken(rows_[static_cast<std::size_t>(at)])));
}

void CompareList::click(const wxPoint& at) {
  const int row = VirtualHitTest(at.y);
  if (row == wxNOT_FOUND || !undo_box(GetItemRect(static_cast<std::size_t>(row))).Contains(at))
    return;
  SetSelection(row);
  take_back_marked();
}

void CompareList::take_back_marked() {
  const int at = GetSelection();
  if (!may_take_back_ || at == wxNOT_FOUND || !take_back) return;
  const ItemDifference* item = rows_[static_cast<std::size_t>(at)].item;
  if (item)  // the list is filled anew by it
    CallAfter([this, difference = *item] { take_back(difference); });
}

wxRect CompareList::undo_box(const wxRect& row) const {
  return {row.GetRight() - px(kUndoRoom - 10), row.y + px(13), px(kUndoWidth), px(26)};
}

wxCoord CompareList::OnMeasureItem(std::size_t at) const {
  return px(rows_[at].item ? kItemHeight : kLineHeight);
}

void CompareList::OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t at) const {
  const Row& row = rows_[at];
  wxColour back = tokens().pane;
  if (row.item && row.item->kind == Kind::added) back = tokens().ok_bg;
  if (row.item && row.item->kind == Kind::removed) back = tokens().danger_bg;
  if (static_cast<int>(at) == GetSelection() && HasFocus()) back = tokens().selection;
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(back);
  dc.DrawRectangle(rect);
  if (!row.item) return;
  dc.SetBrush(tokens().line);
  dc.DrawRectangle(rect.x, rect.GetBottom(), rect.width, 1);
}

// Returns where the run ends; `really` false: only measured.
int CompareList::draw(wxDC& dc, const Pieces& pieces, int x, int y, bool really) const {
  for (const Piece& piece : pieces) {
    const bool box = piece.look == Piece::Look::was || piece.look == Piece::Look::is;
    const bool bold = box || piece.look == Piece::Look::came;
    dc.SetFont(font(13.5, bold));
    const wxString text = words(piece.text);
    const wxSize size = dc.GetTextExtent(text);
    const int gap = box ? px(5) : 0;
    if (really) {
      const bool is_new = piece.look == Piece::Look::is || piece.look == Piece::Look::came;
      const bool tinted = piece.look != Piece::Look::plain;
      if (tinted) {
        dc.SetPen(box ? wxPen(is_new ? tokens().accent : tokens().control) : *wxTRANSPARENT_PEN);
        dc.SetBrush(piece.look == Piece::Look::went ? tokens().danger_bg
                    : is_new                        ? tokens().accent_bg
                                                    : tokens().window);
        dc.DrawRoundedRectangle(x, y - px(2), size.x + 2 * gap, size.y + px(4), px(box ? 4 : 1));
      }
      dc.SetTextForeground(is_new ? tokens().accent : tokens().text);
      dc.DrawText(text, x + gap, y);
      if (piece.look == Piece::Look::went) {
        dc.SetPen(wxPen(tokens().danger, 1));
        dc.DrawLine(x, y + size.y / 2, x + size.x, y + size.y / 2);
      }
    }
    x += size.x + 2 * gap;
  }
  return x;
}

void CompareList::draw_item(wxDC& dc, const wxRect& rect, const Row& row) const {
  const Kind kind = row.item->kind;
  const wxRect box(rect.x + px(14), rect.y + px(14), px(24), px(24));
  dc.SetPen(wxPen(colour_of(kind), px(1)));
  dc.SetBrush(tokens().pane);
  dc.DrawRoundedRectangle(box, px(4));
  dc.SetFont(font(13, true));
  dc.SetTextForeground(colour_of(kind));
  dc.DrawLabel(words(sign_of(kind)), box, wxALIGN_CENTRE);
  const int picture = box.GetRight() + px(14);
  dc.DrawBitmap(desk_.thumbnail_of(row.item->exercise, px(kPictureWidth), px(kPictureHeight),
                                   GetContentScaleFactor()),
                picture, rect.y + px(5));
  const int end = rect.GetRight() - px(may_take_back_ ? kUndoRoom : 14);
  const int y = rect.y + px(17);
  const int after = row.after.empty() ? end : end - draw(dc, row.after, 0, y, false);
  if (!row.after.empty()) draw(dc, row.after, after, y, true);
  const int before =
      row.before.empty() ? after : after - px(26) - draw(dc, row.before, 0, y, false);
  if (!row.before.empty()) draw(dc, row.before, before, y, true);
  if (!row.before.empty() && !row.after.empty()) {
    dc.SetFont(font(13.5));
    dc.SetTextForeground(tokens().text2);
    dc.DrawText(words("›"), after - px(16), y);
  }
  const int x = picture + px(kPictureWidth + 12), room = before - x - px(10);
  const auto line = [&](const std::string& text, const wxFont& type, const wxColour& colour,
                        int down) {
    dc.SetFont(type);
    dc.SetTextForeground(colour);
    dc.DrawText(wxControl::Ellipsize(words(text), dc, wxELLIPSIZE_END, room), x, rect.y + down);
  };
  line(name_of(row.item->exercise), font(13.5, true), tokens().text, px(8));
  line(row.caption, font(12.5), tokens().text2, px(28));
  if (!may_take_back_) return;
  const wxRect undo = undo_box(rect);
  dc.SetPen(tokens().control);
  dc.SetBrush(tokens().pane);
  dc.DrawRoundedRectangle(undo, px(5));
  dc.SetFont(font(12.5));
  dc.SetTextForeground(tokens().text);
  dc.DrawLabel(words(tr("Undo")), undo, wxALIGN_CENTRE);
}

void CompareList::OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t at) const {
  const Row& row = rows_[at];
  if (row.item) return draw_item(dc, rect, row);
  const bool alone = row.after.empty();
  dc.SetFont(font(row.heading ? 13.5 : 13, row.heading));
  dc.SetTextForeground(row.heading ? tokens().text : tokens().text2);
  const int room = alone ? rect.width - px(28) : px(150);
  dc.DrawText(wxControl::Ellipsize(words(row.caption), dc, wxELLIPSIZE_END, room), rect.x + px(14),
              rect.y + px(6));
  draw(dc, row.after, rect.x + px(174), rect.y + px(6), true);
}

}  // namespace kinescript
