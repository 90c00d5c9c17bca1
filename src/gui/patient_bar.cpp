// SPDX-License-Identifier: MIT
#include "gui/patient_bar.h"

#include <fmt/format.h>
#include <wx/bmpbuttn.h>
#include <wx/button.h>
#include <wx/dcclient.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "app/patient_text.h"
#include "app/shown_words.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/style.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

constexpr int kChipWidth = 200;
constexpr std::size_t kChips = 3;  // more are told as "+2"

// True when a rule of this precaution closes an exercise altogether.
bool has_avoid(const Catalog& catalog, const PrecautionCode& code) {
  const auto closes = [&](const Rule& rule) {
    return rule.level == Level::avoid && rule.precaution == code;
  };
  return std::any_of(catalog.tag_rules.begin(), catalog.tag_rules.end(),
                     [&](const TagRule& each) { return closes(each.rule); }) ||
         std::any_of(catalog.exercises.begin(), catalog.exercises.end(), [&](const Exercise& each) {
           return std::any_of(each.rules.begin(), each.rules.end(), closes);
         });
}

std::string chip_text(const PatientPrecaution& precaution, const Editor& editor) {
  const Precaution* known = editor.catalog().find(precaution.code);
  std::string text = precaution.is_own() ? precaution.own_text
                     : known             ? known->label
                                         : precaution.code.text;
  if (precaution.side != BodySide::none) text += " · " + shown(word(precaution.side));
  if (precaution.date && *precaution.date <= editor.today())
    text = trf("{} · wk {}", text, whole_weeks(*precaution.date, editor.today()));
  return text;
}

class PatientBar : public wxPanel {
 public:
  PatientBar(wxWindow* parent, Desk& desk) : wxPanel(parent), desk_(desk) {
    SetBackgroundColour(tokens().pane);
    who_ = make_button(this, "", "ks who", [this] { desk_.choose_patient(); });
    detail_ = make_text(this, "", font(12.5), tokens().text2);
    chips_ = new wxBoxSizer(wxHORIZONTAL);
    history_ = make_button(this, tr("History  Ctrl+H"), "ks",
                           [this] { desk_.show_history(!desk_.history_shown()); });
    undo_ = picture("undo", [this] { desk_.attempt([this] { desk_.editor.undo(); }); });
    redo_ = picture("redo", [this] { desk_.attempt([this] { desk_.editor.redo(); }); });
    print_ = make_button(this, tr("Print…  Ctrl+P"), "ks primary", [this] { desk_.print(); });

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(who_, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, px(12));
    row->Add(detail_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(12));
    row->Add(chips_, 0, wxALIGN_CENTRE_VERTICAL);
    row->AddStretchSpacer();
    row->Add(history_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(8));
    row->Add(undo_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(6));
    row->Add(redo_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(8));
    row->Add(print_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(12));
    SetSizer(row);
    SetMinSize(wxSize(-1, px(54)));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
      wxPaintDC dc(this);
      dc.SetPen(tokens().line);
      dc.DrawLine(0, GetClientSize().y - 1, GetClientSize().x, GetClientSize().y - 1);
    });
    refresh();
  }

  void refresh() {
    const Editor& editor = desk_.editor;
    const bool ready = editor.has_patient();
    who_->SetLabel(words(ready ? editor.patient().given + " " + editor.patient().family + "  ▾"
                               : tr("Choose a patient  ▾")));
    name_it(who_, utf8(who_->GetLabel()));
    detail_->SetLabel(words(ready ? detail(editor.patient()) : ""));
    renew_chips(ready ? &editor.patient() : nullptr);
    set_step(undo_, tr("Undo"), ready ? editor.undo_step() : "");
    set_step(redo_, tr("Redo"), ready ? editor.redo_step() : "");
    const int open = ready ? open_count(editor.findings()) : 0;
    print_->Enable(ready);
    print_->SetLabel(words(open > 0 ? trn("Print… {} to resolve", "Print… {} to resolve",
                                          static_cast<std::size_t>(open))
                                    : tr("Print…  Ctrl+P")));
    unstyle(print_, open > 0 ? "primary" : "danger");
    style(print_, open > 0 ? "danger" : "primary");
    name_it(print_, utf8(print_->GetLabel()));
    Layout();
  }

 private:
  std::string detail(const Patient& patient) const {
    const int years = years_since(patient.born, desk_.editor.today());
    const std::string line =
        trf("{} y · b. {}\n{}", years, desk_.day(patient.born), patient.record_number);
    return patient.archived ? trf("{} · archived", line) : line;
  }

  wxBitmapButton* picture(const char* name, std::function<void()> go) {
    auto* made = new wxBitmapButton(this, wxID_ANY, icon(name, tokens().text), wxDefaultPosition,
                                    wxSize(px(32), px(32)));
    style(made, "ks");
    made->Bind(wxEVT_BUTTON, [made, go = std::move(go)](wxCommandEvent&) { made->CallAfter(go); });
    return made;
  }

  static void set_step(wxBitmapButton* made, const std::string& verb, const std::string& step) {
    made->Enable(!step.empty());
    const std::string text = step.empty() ? verb : verb + ": " + step;
    made->SetToolTip(words(text));
    name_it(made, text);
  }

  // The end goes, never the sign at its beginning.
  std::string shortened(const std::string& text) {
    wxClientDC dc(this);
    dc.SetFont(font(12.5, true));
    return utf8(wxControl::Ellipsize(words(text), dc, wxELLIPSIZE_END, px(kChipWidth)));
  }

  // Only what changed: a chip may be taking the focus from a cell, whose dose is stored meanwhile.
  void renew_chips(const Patient* patient) {
    std::optional<std::pair<PatientId, std::vector<PatientPrecaution>>> now;
    if (patient) now = {patient->id, patient->precautions};
    if (now == shown_) return;
    shown_ = std::move(now);
    chips_->Clear(true);
    if (patient) show_chips(patient->precautions);
  }

  void show_chips(const std::vector<PatientPrecaution>& precautions) {
    for (std::size_t i = 0; i < precautions.size() && i < kChips; ++i) {
      const PatientPrecaution& each = precautions[i];
      const bool severe = has_avoid(desk_.editor.catalog(), each.code);
      const std::string text = (severe ? "⚠ " : "") + chip_text(each, desk_.editor);
      auto* chip = make_button(
          this, shortened(text), severe ? "ks tag-danger" : "ks tag-warning", [this, id = each.id] {
            for (const PatientPrecaution& one : desk_.editor.patient().precautions)
              if (one.id == id) return desk_.precaution(&one);
          });
      chip->SetToolTip(words(text));
      name_it(chip, text);
      chips_->Add(chip, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(6));
    }
    const std::string more =
        precautions.size() > kChips ? fmt::format("+{} ", precautions.size() - kChips) : "";
    auto* add = make_button(this, more + tr("+ Precaution"), "ks flat",
                            [this] { desk_.precaution(nullptr); });
    name_it(add, tr("Add a precaution"));
    chips_->Add(add, 0, wxALIGN_CENTRE_VERTICAL);
  }

  Desk& desk_;
  std::optional<std::pair<PatientId, std::vector<PatientPrecaution>>> shown_;  // as chips
  wxButton *who_, *history_, *print_;
  wxStaticText* detail_;
  wxBoxSizer* chips_;
  wxBitmapButton *undo_, *redo_;
};

}  // namespace

View make_patient_bar(wxWindow* parent, Desk& desk) {
  auto* bar = new PatientBar(parent, desk);
  return {bar, [bar] { bar->refresh(); }};
}

}  // namespace kinescript
