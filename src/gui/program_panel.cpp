// SPDX-License-Identifier: MIT
#include "gui/program_panel.h"

#include <fmt/format.h>
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "app/wording.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/drag.h"
#include "gui/form_parts.h"
#include "gui/program_row.h"
#include "gui/safety_strip.h"
#include "gui/style.h"
#include "plan/timing.h"

namespace kinescript {
namespace {

wxStaticText* label(wxWindow* parent, const std::string& text, double size, bool bold,
                    const wxColour& colour, long flags = 0, int width = -1) {
  auto* made =
      new wxStaticText(parent, wxID_ANY, words(text), wxDefaultPosition, wxSize(width, -1), flags);
  made->SetFont(font(size, bold));
  made->SetForegroundColour(colour);
  return made;
}

wxPanel* section_header(wxWindow* parent, Section section, bool captions) {
  auto* panel = new Ground(parent, tokens().window);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(label(panel, section_title(section), 13, true, tokens().text), 1,
           wxALIGN_CENTRE_VERTICAL | wxLEFT, px(10));
  const auto caption = [&](const std::string& text, int width, int gap) {
    row->Add(label(panel, text, 12.5, false, tokens().text2,
                   wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE, width),
             0, wxALIGN_CENTRE_VERTICAL | wxLEFT, gap);
  };
  if (captions) {
    caption(tr("Side"), px(kSideWidth), 0);
    caption(tr("Reps"), px(kCellWidth), px(kCellGap));
    caption(tr("Sets"), px(kCellWidth), px(kCellGap));
    caption(tr("Hold"), px(kCellWidth), px(kCellGap));
    row->AddSpacer(px(kEndWidth));
  }
  panel->SetSizer(row);
  panel->SetMinSize(wxSize(-1, px(25)));
  return panel;
}

class ProgramPanel : public wxPanel {
 public:
  ProgramPanel(wxWindow* parent, Desk& desk) : wxPanel(parent), desk_(desk) {
    SetBackgroundColour(tokens().pane);
    title_ = label(this, "", 16.5, true, tokens().text, wxST_ELLIPSIZE_END);
    state_ = label(this, "", 12.5, true, tokens().text2);
    summary_ = label(this, "", 12, false, tokens().text2);
    per_day_ = labelled_choice(this, tr("How often a day"),
                               {tr("Once a day"), tr("Twice a day"), tr("3 times a day")});
    days_ = labelled_choice(this, tr("On which days"),
                            {tr("Every day"), tr("Mon, Wed, Fri"), tr("Tue, Thu, Sat"),
                             tr("5 days a week"), tr("3 days a week")});
    strip = make_safety_strip(this, desk);
    list_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    list_->SetScrollRate(0, px(12));
    name_it(list_, tr("Exercises of the plan"));
    list_->SetBackgroundColour(tokens().pane);
    list_->SetSizer(new wxBoxSizer(wxVERTICAL));
    list_->SetDropTarget(
        new DropPlace([this](int y) { return show_drop(y); }, [this] { show_drop({}); },
                      [this](const Dragged& dragged, int y) { drop(dragged, y); }));

    auto* first = new wxBoxSizer(wxHORIZONTAL);
    first->Add(title_, 1, wxALIGN_CENTRE_VERTICAL);
    first->Add(state_, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, px(8));
    auto* second = new wxBoxSizer(wxHORIZONTAL);
    second->Add(per_day_, 0, wxALIGN_CENTRE_VERTICAL);
    second->Add(days_, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, px(6));
    second->AddStretchSpacer();
    second->Add(summary_, 0, wxALIGN_CENTRE_VERTICAL);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(first, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, px(10));
    column->Add(second, 0, wxEXPAND | wxALL, px(10));
    column->Add(strip.window, 0, wxEXPAND);
    column->Add(list_, 1, wxEXPAND);
    SetSizer(column);

    per_day_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
      desk_.attempt([&] { desk_.editor.set_settings({.per_day = event.GetSelection() + 1}); });
    });
    days_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
      static constexpr const char* kDays[] = {"daily", "mon,wed,fri", "tue,thu,sat", "5", "3"};
      desk_.attempt([&] { desk_.editor.set_settings({.days = kDays[event.GetSelection()]}); });
    });
  }

  void refresh() {
    const bool ready = desk_.editor.has_patient();
    per_day_->Show(ready);
    days_->Show(ready);
    if (!ready)
      title_->SetLabel(words(tr("Who is the first handout for?")));
    else {
      show_head();
      if (same_items())
        fill_rows();
      else
        build_rows();
    }
    strip.refresh();
    Layout();
  }

  void focus(const ItemId& item) {
    for (ProgramRow* row : rows_)
      if (row->item() == item) return row->focus(DoseField::reps);
  }

  SafetyStrip strip;

 private:
  void show_head() {
    const Editor& editor = desk_.editor;
    const Plan& plan = editor.plan();
    const std::string title = plan.title.empty() ? tr("Home exercises") : plan.title;
    title_->SetLabel(words(title));
    const std::string draft = trf("Plan {} · draft", editor.next_number());
    state_->SetLabel(words(editor.number() > 0
                               ? trf("Plan {} · issued, changes begin the next", editor.number())
                           : editor.stored() ? trf("{} ✓ saved", draft)
                                             : draft));
    per_day_->SetSelection(plan.schedule.per_day <= 3 ? plan.schedule.per_day - 1 : wxNOT_FOUND);
    days_->SetSelection(days_entry(plan.schedule));
    const auto count = plan.items.size();
    const std::string exercises = trn("{} exercise", "{} exercises", count);
    const std::string summary = count == 0
                                    ? exercises
                                    : trf("{} · about {} min", exercises,
                                          printed_minutes(session_minutes(plan, editor.catalog())));
    summary_->SetLabel(words(summary));
  }

  static int days_entry(const Schedule& schedule) {
    if (schedule.days_per_week == 7) return 0;
    if (schedule.weekdays == std::vector<int>{1, 3, 5}) return 1;
    if (schedule.weekdays == std::vector<int>{2, 4, 6}) return 2;
    if (!schedule.weekdays.empty()) return wxNOT_FOUND;
    return schedule.days_per_week == 5 ? 3 : schedule.days_per_week == 3 ? 4 : wxNOT_FOUND;
  }

  bool same_items() const {
    const auto& items = desk_.editor.plan().items;
    return !shown_.empty() && shown_.size() == items.size() &&
           std::equal(items.begin(), items.end(), shown_.begin(),
                      [](const PlanItem& a, const PlanItem& b) {
                        return a.id == b.id && a.exercise == b.exercise && a.section == b.section;
                      }) &&
           patient_ == desk_.editor.patient().id;
  }

  void build_rows() {
    const auto& items = desk_.editor.plan().items;
    list_->Freeze();
    rows_.clear();
    list_->GetSizer()->Clear(true);
    std::optional<Section> section;
    for (const PlanItem& item : items) {
      if (section != item.section)
        list_->GetSizer()->Add(section_header(list_, item.section, !section), 0, wxEXPAND);
      section = item.section;
      auto* row = new ProgramRow(list_, desk_, item);
      row->step = [this](const ProgramRow& from, int by, DoseField cell) { step(from, by, cell); };
      list_->GetSizer()->Add(row, 0, wxEXPAND);
      rows_.push_back(row);
    }
    if (items.empty())
      list_->GetSizer()->Add(
          label(list_, tr("Type an exercise name; Enter adds it."), 14, false, tokens().text2), 0,
          wxALL, px(16));
    shown_ = items;
    patient_ = desk_.editor.patient().id;
    fill_rows();
    list_->FitInside();
    list_->Layout();
    list_->Thaw();
    if (!rows_.empty()) show_new();
  }

  // What was added is in view.
  void show_new() {
    int bottom = list_->GetVirtualSize().y;
    int unit = 0;
    list_->GetScrollPixelsPerUnit(nullptr, &unit);
    if (unit > 0 && bottom > list_->GetClientSize().y) list_->Scroll(-1, bottom / unit);
  }

  void fill_rows() {
    const Plan& plan = desk_.editor.plan();
    const Plan* before = desk_.editor.before();
    const PlanChanges changes =
        before ? changes_between(*before, plan, desk_.editor.catalog()) : PlanChanges{};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const ItemDifference* difference = nullptr;
      for (const ItemDifference& each : changes.items)
        if (each.item == plan.items[i].id) difference = &each;
      rows_[i]->show(static_cast<int>(i) + 1, plan.items[i], strictest(plan.items[i].id),
                     difference);
    }
  }

  const Finding* strictest(const ItemId& item) const {
    const Finding* found = nullptr;
    for (const Finding& each : desk_.editor.findings()) {
      if (each.item != item || each.overridden || each.level < FindingLevel::caution) continue;
      if (!found || std::pair(each.open(), each.level) > std::pair(found->open(), found->level))
        found = &each;
    }
    return found;
  }

  // A row's upper half is before it, its lower half behind it; a section's header is before its
  // first row, and what is under the last row behind that.
  std::optional<PlanPlace> place_at(int y) const {
    for (const ProgramRow* row : rows_) {
      const wxRect rect = row->GetRect();
      if (y < rect.y + rect.height / 2) return PlanPlace{row->item(), false};
      if (y <= rect.GetBottom()) return PlanPlace{row->item(), true};
    }
    return rows_.empty() ? std::nullopt : std::optional(PlanPlace{rows_.back()->item(), true});
  }

  // The line where it would go; none for nullopt. An empty program takes it as it is.
  bool show_drop(std::optional<int> y) {
    const auto place = y ? place_at(*y) : std::nullopt;
    for (ProgramRow* row : rows_)
      row->show_drop(!place || row->item() != place->beside ? DropEdge::none
                     : place->behind                        ? DropEdge::below
                                                            : DropEdge::above);
    if (y) scroll_near_edge(*y);
    return desk_.editor.has_patient();
  }

  // What is further up or down comes into view while something is dragged there.
  void scroll_near_edge(int y) {
    const int height = list_->GetClientSize().y, edge = px(24);
    const int by = y < edge ? -1 : y >= height - edge ? 1 : 0;
    if (by != 0) list_->Scroll(-1, std::max(0, list_->GetViewStart().y + by));
  }

  void drop(const Dragged& dragged, int y) {
    const std::optional<PlanPlace> place = place_at(y);
    desk_.attempt([&] {
      if (!dragged.item.text.empty()) {
        if (place) desk_.editor.move(dragged.item, *place);
        return;
      }
      desk_.editor.add(dragged.exercise, place);
      desk_.say(trf("Added {}.", desk_.editor.catalog().exercise(dragged.exercise).name_clinician));
    });
  }

  void step(const ProgramRow& from, int by, DoseField cell) {
    const auto at = std::find(rows_.begin(), rows_.end(), &from) - rows_.begin() + by;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(rows_.size()))
      rows_[static_cast<std::size_t>(at)]->focus(cell);
  }

  Desk& desk_;
  wxStaticText *title_, *state_, *summary_;
  wxChoice *per_day_, *days_;
  wxScrolledWindow* list_;
  std::vector<ProgramRow*> rows_;
  std::vector<PlanItem> shown_;
  PatientId patient_;
};

}  // namespace

ProgramView make_program(wxWindow* parent, Desk& desk) {
  auto* panel = new ProgramPanel(parent, desk);
  ProgramView view;
  view.window = panel;
  view.refresh = [panel] { panel->refresh(); };
  view.focus = [panel](const ItemId& item) { panel->focus(item); };
  view.resolve = [panel] { panel->strip.resolve(); };
  view.swap = [panel](int at) { panel->strip.swap(at); };
  return view;
}

}  // namespace kinescript
