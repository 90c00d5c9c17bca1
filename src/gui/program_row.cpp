// SPDX-License-Identifier: MIT
#include "gui/program_row.h"

#include <fmt/format.h>
#include <wx/app.h>
#include <wx/dcclient.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>

#include <algorithm>
#include <vector>

#include "app/shown_words.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/drag.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kPictureWidth = 62, kPictureHeight = 42;
std::string cell_name(DoseField cell, const std::string& exercise) {
  switch (cell) {
    case DoseField::reps:
      return trf("Repetitions of {}", exercise);
    case DoseField::sets:
      return trf("Sets of {}", exercise);
    case DoseField::hold:
      break;
  }
  return trf("Hold of {}", exercise);
}

std::string side_label(const PlanItem& item, const Exercise* exercise) {
  if (!exercise || exercise->side_mode == SideMode::none) return {};
  switch (item.side) {
    case BodySide::left:
      return tr("L");
    case BodySide::right:
      return tr("R");
    case BodySide::both:
      return tr("L+R");
    case BodySide::none:
      return tr("L / R?");
  }
  return {};
}

std::string detail_of(const PlanItem& item, const Exercise* exercise) {
  if (!item.note.empty()) return item.note;
  std::vector<std::string> parts;
  if (exercise && !exercise->positions.empty()) parts.push_back(shown(exercise->positions.front()));
  if (exercise && !exercise->equipment.empty()) parts.push_back(shown(exercise->equipment.front()));
  if (item.dose.unit != CountUnit::times)
    parts.push_back(trf("counts {}", shown(word(item.dose.unit))));
  if (item.dose.hold && item.dose.hold_unit == HoldUnit::breaths)
    parts.push_back(tr("holds breaths"));
  if (!item.dose.load.empty()) parts.push_back(item.dose.load);
  return join(parts, " · ");
}

}  // namespace

ProgramRow::ProgramRow(wxWindow* parent, Desk& desk, const PlanItem& item)
    : wxPanel(parent), desk_(desk), item_(item) {
  SetBackgroundColour(tokens().pane);
  const Exercise* exercise = desk.editor.catalog().find(item.exercise);
  number_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxSize(px(24), -1),
                             wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE);
  number_->SetFont(font(14, true));
  name_ = new wxStaticText(this, wxID_ANY,
                           words(exercise ? exercise->name_clinician : item.exercise.text),
                           wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  name_->SetFont(font(14, true));
  name_->SetForegroundColour(tokens().text);
  detail_ =
      new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  side_ = new wxButton(this, wxID_ANY, "", wxDefaultPosition, wxSize(px(kSideWidth), -1));
  style(side_, "ks side");
  for (const DoseField cell : {DoseField::reps, DoseField::sets, DoseField::hold})
    cells_[static_cast<std::size_t>(cell)] = make_cell(cell);
  remove_ = new wxBitmapButton(this, wxID_ANY, icon("remove", tokens().text2), wxDefaultPosition,
                               wxSize(px(26), px(26)), wxBORDER_NONE);
  style(remove_, "ks flat");
  remove_->SetToolTip(words(tr("Remove (Ctrl+Delete)")));
  lay_out();

  detail_->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) { ask_note(); });
  side_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { next_side(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const ItemId gone = item_.id;
    // The row goes with its item, so the edit waits until this handler is over.
    wxTheApp->CallAfter([&desk = desk_, gone] { desk.attempt([&] { desk.editor.remove(gone); }); });
  });
  pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { commit(typed_); });
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxPaintDC dc(this);
    const wxSize size = GetClientSize();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(tokens().line);
    dc.DrawRectangle(0, size.y - 1, size.x, 1);
    if (mark_.IsOk()) {
      dc.SetBrush(mark_);
      dc.DrawRectangle(0, 0, px(4), size.y);
    }
    draw_dots(dc);
    draw_was(dc);
    draw_drop(dc);
  });
}

wxTextCtrl* ProgramRow::make_cell(DoseField cell) {
  auto* text = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxSize(px(kCellWidth), -1),
                              wxTE_PROCESS_ENTER | wxTE_CENTRE);
  style(text, "ks cell");
  text->SetMaxLength(12);
  let_drops_through(text);
  text->Bind(wxEVT_SET_FOCUS, [this, text](wxFocusEvent& event) {
    if (desk_.reveal) desk_.reveal(item_.id);
    text->CallAfter([text] {
      if (text->HasFocus()) text->SelectAll();
    });
    event.Skip();
  });
  text->Bind(wxEVT_KILL_FOCUS, [this, cell](wxFocusEvent& event) {
    commit(cell);
    event.Skip();
  });
  text->Bind(wxEVT_TEXT, [this, cell](wxCommandEvent&) {
    typed_ = cell;
    pause_.StartOnce(kTypingPause);
  });
  text->Bind(wxEVT_TEXT_ENTER, [this, cell](wxCommandEvent&) {
    commit(cell);
    if (step) step(*this, 1, cell);
  });
  text->Bind(wxEVT_KEY_DOWN, [this, cell](wxKeyEvent& event) { key(event, cell); });
  return text;
}

void ProgramRow::lay_out() {
  auto* lines = new wxBoxSizer(wxVERTICAL);
  lines->Add(name_, 0, wxEXPAND);
  lines->Add(detail_, 0, wxEXPAND);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto& bitmap = desk_.thumbnail_of(item_.exercise, px(kPictureWidth), px(kPictureHeight),
                                          GetContentScaleFactor());
  row->Add(number_, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, px(10));
  auto* picture = new wxStaticBitmap(this, wxID_ANY, bitmap);
  row->Add(picture, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, px(8));
  for (wxWindow* handle : std::initializer_list<wxWindow*>{this, number_, picture, name_}) {
    handle->SetCursor(wxCursor(wxCURSOR_HAND));
    drag_from(handle, [this](const wxPoint&) { return Dragged{.item = item_.id}; });
  }
  row->Add(lines, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(8));
  row->Add(side_, 0, wxALIGN_CENTRE_VERTICAL | wxRESERVE_SPACE_EVEN_IF_HIDDEN);
  for (wxTextCtrl* cell : cells_) row->Add(cell, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, px(kCellGap));
  row->Add(remove_, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, px(2));
  SetSizer(row);
  SetMinSize(wxSize(-1, px(50)));
}

std::string ProgramRow::text_of(DoseField cell) const {
  switch (cell) {
    case DoseField::reps:
      return to_text(item_.dose.count);
    case DoseField::sets:
      return to_text(item_.dose.sets);
    case DoseField::hold:
      return item_.dose.hold ? to_text(*item_.dose.hold) : "–";
  }
  return {};
}

void ProgramRow::set_message(const std::string& text, const wxColour& colour) {
  detail_->SetLabel(words(text));
  detail_->SetForegroundColour(colour);
  detail_->SetFont(font(12.5));
  detail_->SetToolTip(words(text));
}

// "was 8" under what is another number than in the last plan.
void ProgramRow::show_difference(const ItemDifference* difference) {
  static constexpr const char* kFields[] = {"count", "sets", "hold"};
  for (int i = 0; i < kDoseFields; ++i) {
    std::string was;
    if (difference)
      for (const FieldChange& change : difference->fields)
        if (change.field == kFields[i])
          was = trf("was {}",
                    change.before.empty() ? "–" : change.before.substr(0, change.before.find(' ')));
    was_[static_cast<std::size_t>(i)] = was;
    wxTextCtrl* cell = cells_[static_cast<std::size_t>(i)];
    unstyle(cell, "changed");
    if (!was.empty()) style(cell, "changed");
  }
}

// That a row can be dragged; Alt+Up and Alt+Down are the equal path.
void ProgramRow::draw_dots(wxDC& dc) {
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(tokens().hint);
  for (int row = -1; row <= 1; ++row)
    for (int column = 0; column < 2; ++column)
      dc.DrawRectangle(px(7 + 4 * column), GetClientSize().y / 2 + px(4 * row) - 1, 2, 2);
}

void ProgramRow::show_drop(DropEdge edge) {
  if (drop_ == edge) return;
  drop_ = edge;
  Refresh();
}

void ProgramRow::draw_drop(wxDC& dc) {
  if (drop_ == DropEdge::none) return;
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(tokens().accent);
  const int thick = px(3);
  dc.DrawRectangle(0, drop_ == DropEdge::above ? 0 : GetClientSize().y - thick, GetClientSize().x,
                   thick);
}

void ProgramRow::draw_was(wxDC& dc) {
  dc.SetFont(font(10.5));
  dc.SetTextForeground(tokens().accent);
  for (int i = 0; i < kDoseFields; ++i) {
    const wxRect cell = cells_[static_cast<std::size_t>(i)]->GetRect();
    const wxString was = words(was_[static_cast<std::size_t>(i)]);
    dc.DrawText(was, cell.x + (cell.width - dc.GetTextExtent(was).x) / 2, cell.GetBottom());
  }
}

void ProgramRow::show(int number, const PlanItem& item, const Finding* finding,
                      const ItemDifference* difference) {
  // An edit changes one row: the others are left as they are.
  Looks looks{number, item, finding ? desk_.reason(*finding) : std::string(),
              finding && finding->open(),
              difference ? difference->fields : std::vector<FieldChange>()};
  if (looks == looks_) return;
  looks_ = std::move(looks);
  const bool dose_changed = item.dose != item_.dose || number_->GetLabel().empty();
  item_ = item;
  const Exercise* exercise = desk_.editor.catalog().find(item.exercise);
  const std::string name = exercise ? exercise->name_clinician : item.exercise.text;
  number_->SetLabel(fmt::format("{}", number));
  const std::string side = side_label(item, exercise);
  side_->SetLabel(words(side));
  side_->Show(!side.empty());
  name_it(side_, trf("Side of {}: {}", name, side));
  name_it(remove_, trf("Remove {}", name));
  show_difference(difference);
  for (const DoseField cell : {DoseField::reps, DoseField::sets, DoseField::hold}) {
    const std::string& was = was_[static_cast<std::size_t>(cell)];
    name_it(field(cell), cell_name(cell, name) + (was.empty() ? "" : ", " + was));
    // What is being typed is the person's until it is read.
    if (!dose_changed || (field(cell)->HasFocus() && pause_.IsRunning())) continue;
    const wxString text = words(text_of(cell));
    if (field(cell)->GetValue() != text) field(cell)->ChangeValue(text);
    unstyle(field(cell), "bad");
  }
  const bool open = looks_.open;
  mark_ = !finding ? wxColour() : open ? tokens().danger : tokens().warning;
  const std::string reason = (open ? "⚠ " : "") + looks_.reason;
  SetBackgroundColour(open ? tokens().danger_bg : tokens().pane);
  set_message(reason.empty() ? detail_of(item, exercise) : reason, !finding ? tokens().text2
                                                                   : open   ? tokens().danger
                                                                            : tokens().warning);
  Layout();
  Refresh();
}

void ProgramRow::focus(DoseField cell) { field(cell)->SetFocus(); }

void ProgramRow::commit(DoseField cell) {
  if (IsBeingDeleted()) return;  // losing the focus because the row goes
  pause_.Stop();
  const std::string text(trim(utf8(field(cell)->GetValue())));
  if (text == text_of(cell)) {
    unstyle(field(cell), "bad");
    return;
  }
  ItemText change;
  if (cell == DoseField::reps) change.count = text;
  if (cell == DoseField::sets) change.sets = text;
  if (cell == DoseField::hold) {
    const bool none = text.empty() || text == "–" || text == "-" || text == "0";
    change.hold =
        none ? "none" : text + (item_.dose.hold_unit == HoldUnit::breaths ? "breaths" : "s");
  }
  try {
    desk_.editor.set(item_.id, change);
    unstyle(field(cell), "bad");
  } catch (const Error& error) {
    style(field(cell), "bad");
    looks_ = {};  // the message goes with the next edit
    set_message(error.message(), tokens().danger);
    desk_.say(error.message());
  }
}

void ProgramRow::change_by(DoseField cell, int by) {
  const auto value = parse_int(trim(utf8(field(cell)->GetValue())));
  const int next =
      std::max(1, value.value_or(cell == DoseField::hold ? 0 : item_.dose.count.start) + by);
  field(cell)->ChangeValue(fmt::format("{}", next));
  commit(cell);
  field(cell)->SelectAll();
}

void ProgramRow::next_side() {
  const Exercise* exercise = desk_.editor.catalog().find(item_.exercise);
  if (!exercise) return;
  const bool both_may_be = exercise->side_mode != SideMode::left_right_choice;
  std::string next = item_.side == BodySide::left ? "right" : "left";
  if (item_.side == BodySide::right && both_may_be) next = "both";
  desk_.attempt([&] { desk_.editor.set(item_.id, {.side = next}); });
}

void ProgramRow::set_side(const char* side) {
  const Exercise* exercise = desk_.editor.catalog().find(item_.exercise);
  if (!exercise || exercise->side_mode == SideMode::none)
    return desk_.say(tr("This exercise has no side."));
  desk_.attempt([&] { desk_.editor.set(item_.id, {.side = side}); });
}

// The family in catalog order: the exercise, then its variants.
void ProgramRow::next_variant() {
  const Catalog& catalog = desk_.editor.catalog();
  const Exercise* exercise = catalog.find(item_.exercise);
  if (!exercise) return;
  const ExerciseId base = exercise->variant_of.value_or(exercise->id);
  std::vector<ExerciseId> family;
  for (const Exercise& each : catalog.exercises)
    if (each.id == base || each.variant_of == base) family.push_back(each.id);
  const auto at = std::find(family.begin(), family.end(), exercise->id);
  if (family.size() < 2 || at == family.end())
    return desk_.say(tr("This exercise has no variants."));
  const ExerciseId next = at + 1 == family.end() ? family.front() : *(at + 1);
  // The row is built anew by it.
  wxTheApp->CallAfter([&desk = desk_, item = item_.id, next] {
    if (!desk.attempt([&] { desk.editor.swap(item, next); })) return;
    desk.say(trf("Now {}.", desk.editor.catalog().exercise(next).name_clinician));
    desk.dose(item);
  });
}

void ProgramRow::ask_note() {
  desk_.ask({tr("Note for the patient"), "", tr("It stands on the handout, 120 letters at most"),
             tr("Keep the note"), item_.note},
            [&desk = desk_, item = item_.id](const std::string& note) {
              desk.editor.set(item, {.note = note});
            });
}

void ProgramRow::key(wxKeyEvent& event, DoseField cell) {
  const int code = event.GetKeyCode();
  const bool up = code == WXK_UP, down = code == WXK_DOWN;
  const int by = up ? -1 : 1;
  if ((up || down) && event.AltDown()) {
    commit(cell);
    Desk& desk = desk_;
    const ItemId moved = item_.id;
    wxTheApp->CallAfter([&desk, moved, by, section = event.ShiftDown()] {
      if (desk.attempt(
              [&] { section ? desk.editor.move_section(moved, by) : desk.editor.move(moved, by); }))
        desk.dose(moved);
    });
    return;
  }
  if ((up || down) && event.ControlDown()) {
    change_by(cell, -by * (event.ShiftDown() || cell == DoseField::hold ? 5 : 1));
    return;
  }
  if (up || down) {
    commit(cell);
    if (step) step(*this, by, cell);
    return;
  }
  // What is typed and not read yet is taken back here; the frame takes back what was read.
  if (code == 'Z' && event.ControlDown() && trim(utf8(field(cell)->GetValue())) != text_of(cell)) {
    field(cell)->ChangeValue(words(text_of(cell)));
    return commit(cell);
  }
  if (code == WXK_DELETE && event.ControlDown()) {
    Desk& desk = desk_;
    const ItemId gone = item_.id;
    wxTheApp->CallAfter([&desk, gone] { desk.attempt([&] { desk.editor.remove(gone); }); });
    return;
  }
  if (!event.HasModifiers()) {
    if (code == 'N') return ask_note();
    if (code == 'V') return next_variant();
    if (code == 'L') return set_side("left");
    if (code == 'R') return set_side("right");
    if (code == 'B') return set_side("both");
  }
  if (code == WXK_ESCAPE) {
    field(cell)->ChangeValue(words(text_of(cell)));
    commit(cell);
    desk_.search();
    return;
  }
  event.Skip();
}

}  // namespace kinescript
