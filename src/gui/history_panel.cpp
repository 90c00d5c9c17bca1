// SPDX-License-Identifier: MIT
#include "gui/history_panel.h"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include "app/change_words.h"
#include "app/day_text.h"
#include "app/patient_text.h"
#include "app/print_choices.h"
#include "app/shown_words.h"
#include "base/translate.h"
#include "gui/compare_list.h"
#include "gui/form_parts.h"
#include "gui/style.h"
#include "gui/timeline.h"

namespace kinescript {
namespace {

constexpr int kRecordWidth = 280, kTimelineWidth = 340, kLabelWidth = 84;

class HistoryPanel : public wxPanel {
 public:
  HistoryPanel(wxWindow* parent, Desk& desk) : wxPanel(parent), desk_(desk) {
    SetBackgroundColour(tokens().pane);
    record_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    record_->SetScrollRate(0, px(12));
    record_->SetMinSize(wxSize(px(kRecordWidth), -1));
    record_->SetSizer(new wxBoxSizer(wxVERTICAL));

    timeline_ = new Timeline(this, desk);
    timeline_->SetMinSize(wxSize(px(kTimelineWidth), -1));
    timeline_->marked = [this] { show_pair(); };
    auto* plans = new wxBoxSizer(wxVERTICAL);
    plans->Add(head(this, tr("Plan history"), tr("Space marks A and B")), 0, wxEXPAND | wxALL,
               px(12));
    plans->Add(timeline_, 1, wxEXPAND);

    pair_ = text(this, "", 13.5, true, tokens().text);
    counts_ = text(this, "", 12.5, false, tokens().text2);
    compare_ = new CompareList(this, desk);
    compare_->take_back = [this](const ItemDifference& difference) {
      const Plan before = timeline_->a()->plan;
      desk_.attempt([&] { desk_.editor.take_back(before, difference); });
    };
    auto* compared = new wxBoxSizer(wxVERTICAL);
    compared->Add(pair_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, px(12));
    compared->Add(counts_, 0, wxEXPAND | wxALL, px(12));
    compared->Add(compare_, 1, wxEXPAND);
    compared->Add(make_actions(), 0, wxEXPAND | wxALL, px(10));

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(record_, 0, wxEXPAND);
    row->Add(rule(), 0, wxEXPAND);
    row->Add(plans, 0, wxEXPAND);
    row->Add(rule(), 0, wxEXPAND);
    row->Add(compared, 1, wxEXPAND);
    SetSizer(row);
  }

  void refresh() {
    if (!IsShown() || !desk_.editor.has_patient()) return;
    show_record();
    timeline_->show(desk_.editor.history());
    show_pair();
    Layout();
  }

  std::optional<PlanId> marked() const {
    const HistoryEntry* a = chosen();
    const bool may_be = a && a->head.number > 0 && a->head.state != PlanState::voided;
    return may_be ? std::optional(a->head.id) : std::nullopt;
  }

  void focus() { timeline_->SetFocus(); }

 private:
  // What the actions are about: A, or the only plan there is.
  const HistoryEntry* chosen() const { return timeline_->a() ? timeline_->a() : timeline_->b(); }

  static wxStaticText* text(wxWindow* parent, const std::string& what, double size, bool bold,
                            const wxColour& colour) {
    auto* made = new wxStaticText(parent, wxID_ANY, words(what), wxDefaultPosition, wxDefaultSize,
                                  wxST_ELLIPSIZE_END);
    made->SetFont(font(size, bold));
    made->SetForegroundColour(colour);
    return made;
  }

  // A line between two columns.
  wxWindow* rule() {
    auto* line = new Ground(this, tokens().line);
    line->SetMinSize(wxSize(1, -1));
    return line;
  }

  static wxSizer* head(wxWindow* parent, const std::string& title, const std::string& hint) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(text(parent, title, 14, true, tokens().text), 1, wxALIGN_CENTRE_VERTICAL);
    row->Add(text(parent, hint, 12.5, false, tokens().text2), 0, wxALIGN_CENTRE_VERTICAL);
    return row;
  }

  wxSizer* make_actions() {
    const auto about = [this](std::function<void(const PlanId&)> Desk::*action) {
      return [this, action] {
        if (const HistoryEntry* a = chosen()) (desk_.*action)(a->head.id);
      };
    };
    issued_actions_ = {
        make_button(this, tr("Re-issue A  Ctrl+R"), "ks", [this] { desk_.reissue(); }),
        make_button(this, tr("Reprint A"), "ks", about(&Desk::reprint)),
        make_button(this, tr("Save PDF of A…"), "ks", about(&Desk::save_again)),
        make_button(this, tr("Void A…"), "ks danger", about(&Desk::void_plan))};
    // With large letters or long words they take two lines.
    auto* actions = new wxWrapSizer(wxHORIZONTAL, 0);
    for (wxButton* each : issued_actions_) actions->Add(each, 0, wxRIGHT, px(8));
    actions->Add(make_button(this, tr("Copy as text"), "ks", [this] { copy(); }), 0, wxRIGHT,
                 px(8));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(actions, 1, wxALIGN_CENTRE_VERTICAL);
    back_ = make_button(this, tr("Back to the plan  Esc"), "ks primary",
                        [this] { desk_.show_history(false); });
    row->Add(back_);
    return row;
  }

  void show_record() {
    const Patient& patient = desk_.editor.patient();
    record_->DestroyChildren();
    wxSizer* column = record_->GetSizer();
    column->Clear();
    const auto title = [&](const std::string& what, wxButton* beside) {
      auto* row = new wxBoxSizer(wxHORIZONTAL);
      row->Add(text(record_, what, 14, true, tokens().text), 1, wxALIGN_CENTRE_VERTICAL);
      if (beside) row->Add(beside);
      column->Add(row, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, px(12));
    };
    const auto fact = [&](const std::string& label, const std::string& value) {
      auto* row = new wxBoxSizer(wxHORIZONTAL);
      auto* left = text(record_, label, 12.5, false, tokens().text2);
      left->SetMinSize(wxSize(px(kLabelWidth), -1));
      row->Add(left);
      row->Add(text(record_, value.empty() ? "–" : value, 13, false, tokens().text), 1);
      column->Add(row, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, px(12));
    };
    title(tr("Record"), make_button(record_, tr("Edit…"), "ks", [this] { desk_.edit_patient(); }));
    fact(tr("Name"), patient.given + " " + patient.family);
    fact(tr("Born"), desk_.day(patient.born));
    fact(tr("Record no."), patient.record_number);
    fact(tr("Phone"), patient.phone);
    const std::string language = capital(language_name(patient.language));
    fact(tr("Handout"), patient.large_print ? trf("{} · large print", language) : language);
    title(tr("Diagnosis"), nullptr);
    wrapped(patient.diagnosis.empty() ? tr("Not recorded.") : patient.diagnosis);
    title(tr("Precautions"),
          make_button(record_, tr("+ Add"), "ks", [this] { desk_.precaution(nullptr); }));
    if (patient.precautions.empty()) wrapped(tr("None recorded: nothing was checked against any."));
    for (const PatientPrecaution& each : patient.precautions)
      wrapped(with_day_texts(precaution_words(each, desk_.editor.catalog()),
                             desk_.editor.session().workspace));
    title(tr("Screening"), make_button(record_, tr("Ask…"), "ks", [this] { desk_.screening(); }));
    std::size_t yes = 0;
    for (const ScreeningAnswer& answer : patient.screening) yes += answer.yes ? 1 : 0;
    wrapped(patient.screening.empty()
                ? tr("Not asked.")
                : trn("{} answer, {} of them yes.", "{} answers, {} of them yes.",
                      patient.screening.size(), yes));
    record_->FitInside();
    record_->Layout();
  }

  void wrapped(const std::string& what) {
    auto* made = make_text(record_, what, font(13), tokens().text);
    made->Wrap(px(kRecordWidth - 36));
    record_->GetSizer()->Add(made, 0, wxLEFT | wxRIGHT | wxTOP, px(12));
  }

  void show_pair() {
    const HistoryEntry *a = timeline_->a(), *b = timeline_->b();
    const bool on_table = b && b->head.number == 0 && b->head.id == desk_.editor.plan().id;
    compare_->show(a, b, a && on_table);
    if (a && b) {
      pair_->SetLabel(words(trf("Compare  A {} · {}   with   B {} · {}", title_of(*a),
                                desk_.day(a->head.date), title_of(*b), desk_.day(b->head.date))));
      const PlanChanges changes = changes_between(a->plan, b->plan, desk_.editor.catalog());
      std::string counts = count_changes(changes);
      if (a->minutes != b->minutes)
        counts = trf("{} · time {} → {} min", counts, a->minutes, b->minutes);
      counts_->SetLabel(words(counts));
    } else {
      pair_->SetLabel(words(tr("Compare")));
      counts_->SetLabel("");
    }
    const HistoryEntry* one = chosen();
    const bool issued = one && one->head.number > 0;
    for (wxButton* each : issued_actions_) each->Enable(issued);
    const bool is_void = one && one->head.state == PlanState::voided;
    if (is_void) issued_actions_.front()->Disable(), issued_actions_.back()->Disable();
    back_->SetLabel(words(desk_.editor.number() == 0
                              ? trf("Continue Plan {}  Esc", desk_.editor.next_number())
                              : tr("Back to the plan  Esc")));
    name_it(back_, utf8(back_->GetLabel()));
    Layout();
  }

  void copy() {
    const HistoryEntry* one = chosen();
    if (!one || !wxTheClipboard->Open()) return;
    desk_.attempt([&] {
      wxTheClipboard->SetData(new wxTextDataObject(words(desk_.editor.record(one->head))));
      desk_.say(trf("{} is copied as text.", title_of(*one)));
    });
    wxTheClipboard->Close();
  }

  Desk& desk_;
  wxScrolledWindow* record_;
  Timeline* timeline_;
  CompareList* compare_;
  wxStaticText *pair_, *counts_;
  std::vector<wxButton*> issued_actions_;
  wxButton* back_ = nullptr;
};

}  // namespace

HistoryView make_history(wxWindow* parent, Desk& desk) {
  auto* panel = new HistoryPanel(parent, desk);
  HistoryView view;
  view.window = panel;
  view.refresh = [panel] { panel->refresh(); };
  view.marked = [panel] { return panel->marked(); };
  view.focus = [panel] { panel->focus(); };
  return view;
}

}  // namespace kinescript
