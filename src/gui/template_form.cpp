// SPDX-License-Identifier: MIT
// Start from a template: type to find it, Enter uses it. What conflicts with this patient's
// precautions is shown swapped or left out, with the reason, before anything is taken.
#include <fmt/format.h>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/listbox.h>

#include <algorithm>

#include "app/clinic_templates.h"
#include "app/wording.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"
#include "plan/timing.h"

namespace kinescript {
namespace {

constexpr int kWidth = 900, kListWidth = 320, kListHeight = 380;

bool matches(const Program& program, const std::vector<std::string>& typed) {
  const auto parts = split_words(lower_ascii(replace_all(
      program.name + " " + program.problem + " " + join(program.regions, " "), "_", " ")));
  return std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return part.starts_with(word); });
  });
}

class TemplateForm : public Form {
 public:
  TemplateForm(wxWindow* parent, Desk& desk)
      : Form(parent, desk,
             trf("Start from a template: {} {}", desk.editor.patient().given,
                 desk.editor.patient().family),
             kWidth),
        all_(all_programs(desk.editor.session().workspace, desk.clinic_file)) {
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    column_->Add(columns, 1, wxEXPAND);
    columns->Add(make_list(), 0, wxEXPAND);
    columns->Add(make_content(), 1, wxEXPAND);
    foot(tr("Use template"), [this] { use(); });
    find();
    fit();
    search_->SetFocus();
  }

 private:
  wxSizer* make_list() {
    auto* column = new wxBoxSizer(wxVERTICAL);
    search_ = make_entry(this, tr("Find a template"), tr("Find a template"));
    list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition,
                          wxSize(px(kListWidth), px(kListHeight)), 0, nullptr, wxLB_SINGLE);
    list_->SetFont(font(14));
    name_it(list_, tr("Templates"));
    column->Add(search_, 0, wxEXPAND | wxLEFT | wxBOTTOM, px(16));
    column->Add(list_, 1, wxEXPAND | wxLEFT | wxBOTTOM, px(16));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { find(); });
    search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
      const int by = event.GetKeyCode() == WXK_DOWN ? 1 : event.GetKeyCode() == WXK_UP ? -1 : 0;
      if (by == 0 || found_.empty()) return event.Skip();
      list_->SetSelection(
          std::clamp(list_->GetSelection() + by, 0, static_cast<int>(found_.size()) - 1));
      show();
    });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show(); });
    list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { CallAfter([this] { use(); }); });
    return column;
  }

  wxSizer* make_content() {
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* choices = new wxBoxSizer(wxHORIZONTAL);
    side_ = choice({tr("Side as recorded"), tr("Left"), tr("Right"), tr("Both sides")}, tr("Side"));
    strength_ = choice({tr("Gentle"), tr("Standard"), tr("Strong")}, tr("Dose"));
    where_ = choice({tr("New plan"), tr("Add to this plan")}, tr("Where to"));
    strength_->SetSelection(1);
    where_->Show(!desk_.editor.plan().items.empty() && desk_.editor.number() == 0);
    for (wxChoice* each : {side_, strength_, where_}) choices->Add(each, 0, wxRIGHT, px(8));
    told_ =
        new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE);
    told_->SetFont(font(13));
    items_ = new wxCheckListBox(this, wxID_ANY, wxDefaultPosition, wxSize(-1, px(280)));
    items_->SetFont(font(14));
    name_it(items_, tr("Exercises of the template"));
    column->Add(choices, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    column->Add(told_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    column->Add(items_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    return column;
  }

  wxChoice* choice(const std::vector<std::string>& texts, const std::string& name) {
    auto* made = labelled_choice(this, name, texts);
    made->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show(); });
    return made;
  }

  void find() {
    const auto typed = split_words(lower_ascii(utf8(search_->GetValue())));
    found_.clear();
    wxArrayString lines;
    for (const Program& program : all_) {
      if (!matches(program, typed)) continue;
      found_.push_back(&program);
      lines.Add(words(program.name));
    }
    list_->Set(lines);
    if (!found_.empty()) list_->SetSelection(0);
    show();
  }

  ProgramChoices choices() const {
    ProgramChoices made;
    constexpr BodySide kSides[] = {BodySide::none, BodySide::left, BodySide::right, BodySide::both};
    if (side_->GetSelection() > 0) made.side = kSides[side_->GetSelection()];
    using Strength = ProgramChoices::Strength;
    constexpr Strength kStrengths[] = {Strength::gentle, Strength::standard, Strength::strong};
    made.strength = kStrengths[strength_->GetSelection()];
    return made;
  }

  // Pre-checked for this patient, nothing stored.
  void show() {
    items_->Clear();
    filled_.reset();
    const int at = list_->GetSelection();
    if (at == wxNOT_FOUND) {
      told_->SetLabel(words(tr("No template matches. Fewer letters find more.")));
      return;
    }
    const Catalog& catalog = desk_.editor.catalog();
    filled_ = desk_.editor.fill(*found_[static_cast<std::size_t>(at)], choices(),
                                where_->IsShown() && where_->GetSelection() == 1);
    for (const PlanItem& item : filled_->plan.items)
      items_->Check(static_cast<unsigned>(items_->Append(words(line(item, catalog)))));
    name_rows(items_);
    std::string told =
        trn("{} exercise · about {} min", "{} exercises · about {} min", filled_->plan.items.size(),
            printed_minutes(session_minutes(filled_->plan, catalog)));
    for (const SlotOutcome& outcome : filled_->outcomes)
      if (!outcome.item) told += "\n⚠ " + word_slot(outcome, catalog);
    told_->SetLabel(words(told));
    Layout();
  }

  std::string line(const PlanItem& item, const Catalog& catalog) const {
    std::string text =
        catalog.exercise(item.exercise).name_clinician + "     " + dose_text(item.dose);
    for (const SlotOutcome& outcome : filled_->outcomes)
      if (outcome.item == item.id)
        text = trf("{}     ⇄ swapped in for {}", text,
                   catalog.exercise(outcome.wanted).name_clinician);
    return text;
  }

  void use() {
    if (!filled_) return;
    const Program& program = *found_[static_cast<std::size_t>(list_->GetSelection())];
    Plan plan = filled_->plan;
    for (unsigned i = 0; i < items_->GetCount(); ++i)
      if (!items_->IsChecked(i)) plan = remove_item(plan, filled_->plan.items[i].id);
    Desk& desk = desk_;
    if (!try_to([&] { desk.editor.begin(plan, trf("template {}", program.name)); })) return;
    desk.close_form();
    if (!plan.items.empty()) desk.dose(plan.items.front().id);
  }

  std::vector<Program> all_;
  std::vector<const Program*> found_;
  std::optional<Filled> filled_;
  wxTextCtrl* search_ = nullptr;
  wxListBox* list_ = nullptr;
  wxChoice *side_ = nullptr, *strength_ = nullptr, *where_ = nullptr;
  wxStaticText* told_ = nullptr;
  wxCheckListBox* items_ = nullptr;
};

}  // namespace

wxWindow* make_template_form(wxWindow* parent, Desk& desk) {
  return new TemplateForm(parent, desk);
}

}  // namespace kinescript
