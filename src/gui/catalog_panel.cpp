// SPDX-License-Identifier: MIT
#include "gui/catalog_panel.h"

#include <fmt/format.h>
#include <wx/checkbox.h>
#include <wx/dc.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/vlbox.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "app/favourites.h"
#include "app/shown_words.h"
#include "app/usage.h"
#include "base/text.h"
#include "base/translate.h"
#include "catalog/search.h"
#include "gui/drag.h"
#include "gui/form_parts.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kRowHeight = 66, kPictureWidth = 72, kPictureHeight = 54, kStar = 26;

// As many parts as there is room for, each whole.
std::string place_line(const Exercise& exercise, wxDC& dc, int room) {
  std::string line = capital(shown(word(exercise.section)));
  std::vector<std::string> more;
  if (!exercise.positions.empty()) more.push_back(shown(exercise.positions.front()));
  if (!exercise.equipment.empty()) more.push_back(shown(exercise.equipment.front()));
  for (const std::string& part : more) {
    const std::string longer = line + " · " + part;
    if (dc.GetTextExtent(words(longer)).x > room) break;
    line = longer;
  }
  return line;
}

std::string dose_line(const Exercise& exercise) {
  const Dose& dose = exercise.dose;
  std::string line = to_text(dose.count);
  if (dose.unit != CountUnit::times) line += " " + shown(word(dose.unit));
  line += " × " + to_text(dose.sets);
  if (!dose.hold) return line;
  const std::string hold = to_text(*dose.hold);
  return dose.hold_unit == HoldUnit::seconds ? trf("{} · hold {} s", line, hold)
                                             : trf("{} · hold {} breaths", line, hold);
}

class Results : public wxVListBox {
 public:
  Results(wxWindow* parent, Desk& desk, const Favourites& favourites)
      : wxVListBox(parent, wxID_ANY), desk_(desk), favourites_(favourites) {
    SetBackgroundColour(tokens().pane);
    name_it(this, tr("Exercises found"));
    drag_from(this, [this](const wxPoint& at) { return dragged(at); });
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
      event.Skip();
      const int row = VirtualHitTest(event.GetPosition().y);
      if (row == wxNOT_FOUND ||
          !star_box(GetItemRect(static_cast<std::size_t>(row))).Contains(event.GetPosition()))
        return;
      SetSelection(row);
      starred();
    });
  }

  std::function<void()> starred;  // the star of the marked row was clicked

  void show(std::vector<const Exercise*> found) {
    found_ = std::move(found);
    SetItemCount(found_.size());
    if (!found_.empty()) SetSelection(0);
    Refresh();
  }
  // After an edit: most change nothing here.
  void refresh() {
    std::vector<std::string> now;
    for (std::size_t at = GetVisibleRowsBegin(); at < std::min(GetVisibleRowsEnd(), found_.size());
         ++at)
      now.push_back(found_[at]->id.text + " " + standing(*found_[at]).text);
    if (now == seen_) return;
    seen_ = std::move(now);
    Refresh();
  }
  const Exercise* marked() const {
    const int at = GetSelection();
    return at == wxNOT_FOUND ? nullptr : found_[static_cast<std::size_t>(at)];
  }
  void mark(int by) {
    if (found_.empty()) return;
    const int last = static_cast<int>(found_.size()) - 1;
    SetSelection(std::clamp(GetSelection() + by, 0, last));
  }

 private:
  wxCoord OnMeasureItem(std::size_t) const override { return px(kRowHeight); }

  void OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t at) const override {
    const bool marked = static_cast<int>(at) == GetSelection();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(marked ? tokens().selection : tokens().pane);
    dc.DrawRectangle(rect);
    dc.SetBrush(tokens().line);
    dc.DrawRectangle(rect.x, rect.GetBottom(), rect.width, 1);
    if (!marked) return;
    dc.SetBrush(tokens().accent);
    dc.DrawRectangle(rect.x, rect.y, px(4), rect.height);
  }

  void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t at) const override {
    const Exercise& exercise = *found_[at];
    const int width = px(kPictureWidth), height = px(kPictureHeight);
    const int left = rect.x + px(10), top = rect.y + (rect.height - height) / 2;
    dc.SetPen(tokens().line);
    dc.SetBrush(*wxWHITE_BRUSH);
    dc.DrawRectangle(left - 1, top - 1, width + 2, height + 2);
    dc.DrawBitmap(desk_.thumbnail_of(exercise.id, width, height, GetContentScaleFactor()), left,
                  top);
    const int x = left + width + px(10), room = rect.GetRight() - x - px(8);
    draw_star(dc, rect, favourites_.has(exercise.id));
    line(dc, exercise.name_clinician, font(13.5, true), tokens().text, x, rect.y + px(8),
         room - px(kStar));
    dc.SetFont(font(12.5));
    line(dc, place_line(exercise, dc, room), font(12.5), tokens().text2, x, rect.y + px(27), room);
    const Standing now = standing(exercise);
    line(dc, now.text, font(12.5, now.bold), now.colour, x, rect.y + px(44), room);
  }

  // How an exercise stands to this plan and patient.
  struct Standing {
    std::string text;
    wxColour colour;
    bool bold = false;
  };
  Standing standing(const Exercise& exercise) const {
    const bool taken = in_plan(exercise.id);
    const Finding* against =
        desk_.editor.has_patient() ? desk_.editor.unsuitable(exercise.id) : nullptr;
    if (against) return {"⚠ " + desk_.reason(*against), tokens().danger};
    if (taken) return {tr("✓ in the plan"), tokens().ok, true};
    if (exercise.own())
      return {tr("? Not checked for safety: your clinic's own"), tokens().warning};
    return {dose_line(exercise), tokens().text2};
  }

  std::optional<Dragged> dragged(const wxPoint& at) const {
    const int row = VirtualHitTest(at.y);
    if (row == wxNOT_FOUND || !desk_.editor.has_patient()) return {};
    return Dragged{.exercise = found_[static_cast<std::size_t>(row)]->id};
  }

  static wxRect star_box(const wxRect& row) {
    return {row.GetRight() - px(kStar + 4), row.y + px(2), px(kStar), px(kStar)};
  }

  static void draw_star(wxDC& dc, const wxRect& row, bool full) {
    dc.SetFont(font(16));
    dc.SetTextForeground(full ? tokens().accent : tokens().hint);
    dc.DrawLabel(words(full ? "★" : "☆"), star_box(row), wxALIGN_CENTRE);
  }

  static void line(wxDC& dc, const std::string& text, const wxFont& type, const wxColour& colour,
                   int x, int y, int room) {
    dc.SetFont(type);
    dc.SetTextForeground(colour);
    dc.DrawText(wxControl::Ellipsize(words(text), dc, wxELLIPSIZE_END, room), x, y);
  }

  bool in_plan(const ExerciseId& exercise) const {
    if (!desk_.editor.has_patient()) return false;
    const auto& items = desk_.editor.plan().items;
    return std::any_of(items.begin(), items.end(),
                       [&](const PlanItem& item) { return item.exercise == exercise; });
  }

  Desk& desk_;
  const Favourites& favourites_;
  std::vector<const Exercise*> found_;
  std::vector<std::string> seen_;  // what the rows in view said at the last refresh
};

class CatalogPanel : public wxPanel {
 public:
  CatalogPanel(wxWindow* parent, Desk& desk)
      : wxPanel(parent),
        desk_(desk),
        index_(std::in_place, desk.editor.catalog()),
        clinician_(desk.editor.session().actor.id),
        favourites_(favourites_file(desk.clinic_file), clinician_),
        usage_(desk.editor.session()) {
    SetBackgroundColour(tokens().pane);
    field =
        new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    style(field, "ks");
    field->SetHint(words(tr("Search exercises (Ctrl+F)")));
    name_it(field, tr("Search exercises"));
    count_ = make_text(this, "", font(12.5), tokens().text2);
    make_filters();
    results_ = new Results(this, desk, favourites_);
    auto* foot = make_text(this, tr("Enter adds · Shift+Enter sets the dose · * star"), font(12.5),
                           tokens().text2);

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(field, 0, wxEXPAND | wxALL, px(10));
    column->Add(filters_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(10));
    auto* chips = new wxBoxSizer(wxHORIZONTAL);
    chips->Add(mine_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(10));
    chips->Add(suitable_, 0, wxALIGN_CENTRE_VERTICAL);
    column->Add(chips, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(10));
    column->Add(count_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(10));
    column->Add(results_, 1, wxEXPAND);
    column->Add(foot, 0, wxEXPAND | wxALL, px(8));
    SetSizer(column);

    field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { find(); });
    field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { add(); });
    field->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { key(event); });
    const auto star = [this](wxKeyEvent& event) {
      if (event.GetUnicodeKey() != '*') return event.Skip();
      toggle_favourite();
    };
    field->Bind(wxEVT_CHAR, star);
    results_->Bind(wxEVT_CHAR, star);
    results_->starred = [this] { toggle_favourite(); };
    results_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { add(); });
    results_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_RETURN) return add();
      event.Skip();
    });
    find();
  }

  void refresh() {
    if (clinician_ != desk_.editor.session().actor.id) return change_clinician();
    // Whom an exercise suits is another question for another patient.
    suitable_->GetValue() ? find() : results_->refresh();
  }

  void renew() {
    index_.emplace(desk_.editor.catalog());
    find();
  }

  void issued() {
    usage_.add(desk_.editor.plan());
    find();
  }

  wxTextCtrl* field;

 private:
  // Another one unlocked the window.
  void change_clinician() {
    clinician_ = desk_.editor.session().actor.id;
    favourites_ = Favourites(favourites_file(desk_.clinic_file), clinician_);
    usage_ = Usage(desk_.editor.session());
    find();
  }

  // One choice among the values that the catalog has.
  struct Filter {
    const char *any, *name;  // tr() shows them
    std::vector<std::string> (*values)(const Exercise&);
    std::vector<std::string> entries = {};
    wxChoice* choice = nullptr;
  };

  void make_filters() {
    filter_list_ = {
        {to_translate("Any region"), to_translate("Filter by region"),
         [](const Exercise& e) { return e.regions; }},
        {to_translate("Any position"), to_translate("Filter by position"),
         [](const Exercise& e) { return e.positions; }},
        {to_translate("Any equipment"), to_translate("Filter by equipment"),
         [](const Exercise& e) {
           return e.equipment.empty() ? std::vector<std::string>{"none"} : e.equipment;
         }},
        {to_translate("Any section"), to_translate("Filter by section"),
         [](const Exercise& e) { return std::vector<std::string>{std::string(word(e.section))}; }}};
    filters_ = new wxFlexGridSizer(2, px(6), px(6));
    filters_->AddGrowableCol(0, 1);
    filters_->AddGrowableCol(1, 1);
    for (Filter& filter : filter_list_) {
      std::set<std::string> values;
      for (const Exercise& each : desk_.editor.catalog().exercises)
        for (const std::string& value : filter.values(each)) values.insert(value);
      filter.entries.assign(values.begin(), values.end());
      std::vector<std::string> texts = {tr(filter.any)};
      for (const std::string& value : filter.entries) texts.push_back(capital(shown(value)));
      filter.choice = labelled_choice(this, tr(filter.name), texts);
      filter.choice->SetMinSize(wxSize(px(100), -1));
      filter.choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { find(); });
      filters_->Add(filter.choice, 0, wxEXPAND);
    }
    mine_ = make_button(this, tr("★ Mine"), "ks", [this] {
      only_mine_ = !only_mine_;
      show_mine();
      find();
    });
    show_mine();
    suitable_ = new wxCheckBox(this, wxID_ANY, words(tr("Hide unsuitable exercises")));
    suitable_->SetFont(font(12.5));
    name_it(suitable_, tr("Hide unsuitable exercises"));
    suitable_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { find(); });
  }

  // That the chip is on is told by a check mark too, not by colour alone.
  void show_mine() {
    mine_->SetLabel(words(only_mine_ ? tr("✓ ★ Mine") : tr("★ Mine")));
    name_it(mine_, only_mine_ ? tr("Only my favourites, on") : tr("Only my favourites"));
    unstyle(mine_, only_mine_ ? "off" : "primary");
    if (only_mine_) style(mine_, "primary");
    Layout();
  }

  void toggle_favourite() {
    const Exercise* exercise = results_->marked();
    if (!exercise) return;
    desk_.attempt([&] {
      const bool is_one = favourites_.toggle(exercise->id);
      desk_.say(is_one ? trf("{} is one of your favourites.", exercise->name_clinician)
                       : trf("{} is no favourite any more.", exercise->name_clinician));
    });
    only_mine_ ? find() : results_->Refresh();
  }

  bool passes(const Exercise& exercise, const Filter& filter) const {
    const int chosen = filter.choice->GetSelection();
    if (chosen <= 0) return true;
    const auto values = filter.values(exercise);
    return std::find(values.begin(), values.end(),
                     filter.entries[static_cast<std::size_t>(chosen - 1)]) != values.end();
  }

  // Left out: one filter, to say what it costs; null: all hold.
  std::vector<const Exercise*> filtered(std::vector<const Exercise*> found,
                                        const Filter* left_out) {
    std::erase_if(found, [&](const Exercise* exercise) {
      if (only_mine_ && !favourites_.has(exercise->id)) return true;
      for (const Filter& filter : filter_list_)
        if (&filter != left_out && !passes(*exercise, filter)) return true;
      return suitable_->GetValue() && desk_.editor.has_patient() &&
             desk_.editor.unsuitable(exercise->id) != nullptr;
    });
    return found;
  }

  // "No exercise fits. Without “Ball”: 12."
  std::string way_out(const std::string& text, const std::vector<const Exercise*>& all) {
    if (only_mine_ && favourites_.empty())
      return tr("No favourites yet. Press * on an exercise to keep it here.");
    if (all.empty()) return trf("No exercise matches “{}”.", text);
    const Filter* best = nullptr;
    std::size_t most = 0;
    for (const Filter& filter : filter_list_) {
      const std::size_t without = filtered(all, &filter).size();
      if (without > most) most = without, best = &filter;
    }
    if (!best)
      return only_mine_ ? tr("None of your favourites fits.") : tr("No exercise fits all filters.");
    return trf("No exercise fits. Without “{}”: {}.", utf8(best->choice->GetStringSelection()),
               most);
  }

  // "12 of 169 · most used by you first"
  std::string counted(std::size_t found) const {
    const std::string order = usage_.order();
    const std::size_t all = desk_.editor.catalog().exercises.size();
    return order.empty() ? trf("{} of {}", found, all) : trf("{} of {} · {}", found, all, order);
  }

  void find() {
    const std::string text = utf8(field->GetValue());
    const auto all = index_->find(text, {.used = usage_.ranks()});
    auto found = filtered(all, nullptr);
    count_->SetLabel(words(found.empty() ? way_out(text, all) : counted(found.size())));
    name_it(count_, utf8(count_->GetLabel()));
    count_->Wrap(GetClientSize().x - px(20));
    Layout();
    results_->show(std::move(found));
  }

  void key(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (code == WXK_DOWN) return results_->mark(1);
    if (code == WXK_UP) return results_->mark(-1);
    if (code == WXK_PAGEDOWN) return results_->mark(6);
    if (code == WXK_PAGEUP) return results_->mark(-6);
    if ((code == WXK_RETURN || code == WXK_NUMPAD_ENTER) && event.ShiftDown()) return add(true);
    event.Skip();
  }

  // `dose`: then to its repetitions.
  void add(bool dose = false) {
    const Exercise* exercise = results_->marked();
    if (!exercise) return;
    if (!desk_.editor.has_patient()) {
      desk_.say(tr("Choose a patient first (Ctrl+O)."));
      return;
    }
    ItemId item;
    const bool added = desk_.attempt([&] { item = desk_.editor.add(exercise->id); });
    if (added) desk_.say(trf("Added {}.", exercise->name_clinician));
    field->SelectAll();
    if (added && dose) desk_.dose(item);
  }

  Desk& desk_;
  std::optional<SearchIndex> index_;
  ClinicianId clinician_;  // whose favourites and use these are
  Favourites favourites_;
  Usage usage_;
  bool only_mine_ = false;
  wxButton* mine_ = nullptr;
  wxStaticText* count_;
  std::vector<Filter> filter_list_;
  wxFlexGridSizer* filters_ = nullptr;
  wxCheckBox* suitable_ = nullptr;
  Results* results_;
};

}  // namespace

CatalogView make_catalog(wxWindow* parent, Desk& desk) {
  auto* panel = new CatalogPanel(parent, desk);
  CatalogView view;
  view.window = panel;
  view.refresh = [panel] { panel->refresh(); };
  view.field = panel->field;
  view.renew = [panel] { panel->renew(); };
  view.issued = [panel] { panel->issued(); };
  return view;
}

}  // namespace kinescript
