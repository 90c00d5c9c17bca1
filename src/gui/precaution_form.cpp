// SPDX-License-Identifier: MIT
#include <wx/choice.h>
#include <wx/listbox.h>

#include <algorithm>

#include "app/day_text.h"
#include "app/patient_text.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 520;
constexpr const char* kSides[] = {"", "left", "right", "both"};

class PrecautionForm : public Form {
 public:
  PrecautionForm(wxWindow* parent, Desk& desk, const PatientPrecaution* recorded)
      : Form(parent, desk, recorded ? tr("Precaution") : tr("Add a precaution"), kWidth) {
    search_ = field(tr("Which precaution"), tr("hip, osteoporosis, falls …"));
    list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxSize(-1, px(130)));
    list_->SetFont(font(13.5));
    name_it(list_, tr("Precautions of the list"));
    column_->Add(list_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    side_ = choice(tr("Side"), {tr("not said"), tr("left"), tr("right"), tr("both")});
    date_ = field(tr("Date of operation, injury, birth or due date"),
                  tr("19 Oct 2026; empty when not known"));
    until_ = field(tr("Until"), tr("11 Jan 2027; empty while it lasts"));
    details_ = field(tr("Details"), tr("name=value, name=value"));
    foot(recorded ? tr("Keep the change") : tr("Add precaution"), [this] { add(); });
    if (!recorded) foot_button(tr("Own words…"), "ks", [this] { desk_.own_precaution(); });
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { find(); });
    search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
      const int by = event.GetKeyCode() == WXK_DOWN ? 1 : event.GetKeyCode() == WXK_UP ? -1 : 0;
      if (by == 0 || found_.empty()) return event.Skip();
      list_->SetSelection(
          std::clamp(list_->GetSelection() + by, 0, static_cast<int>(found_.size()) - 1));
      show_choice();
    });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show_choice(); });
    if (recorded) show_recorded(*recorded);
    find();
    fit();
    search_->SetFocus();
  }

 private:
  void show_recorded(const PatientPrecaution& recorded) {
    id_ = recorded.id;
    foot_button(tr("End it"), "ks danger", [this] { end(); });
    const Precaution* known = desk_.editor.catalog().find(recorded.code);
    if (known) search_->ChangeValue(words(known->label));
    side_->SetSelection(static_cast<int>(recorded.side));
    if (recorded.date) date_->ChangeValue(words(desk_.day(*recorded.date)));
    if (recorded.end) until_->ChangeValue(words(desk_.day(*recorded.end)));
    std::vector<std::string> details;
    for (const auto& [name, value] : recorded.details) details.push_back(name + "=" + value);
    details_->ChangeValue(words(join(details, ", ")));
  }

  void find() {
    const auto typed = split_words(lower_ascii(utf8(search_->GetValue())));
    found_.clear();
    wxArrayString lines;
    for (const Precaution& each : desk_.editor.catalog().precautions) {
      std::string all = lower_ascii(each.label + " " + each.code.text);
      for (const auto& [alias, meaning] : each.aliases) all += " " + lower_ascii(alias);
      if (!std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
            return all.find(word) != std::string::npos;
          }))
        continue;
      found_.push_back(&each);
      lines.Add(words(each.label));
    }
    list_->Set(lines);
    if (!found_.empty()) list_->SetSelection(0);
    show_choice();
  }

  const Precaution* chosen() const {
    const int at = list_->GetSelection();
    return at == wxNOT_FOUND || found_.empty() ? nullptr : found_[static_cast<std::size_t>(at)];
  }

  // Only what the chosen precaution can have may be filled in.
  void show_choice() {
    const Precaution* precaution = chosen();
    side_->Enable(precaution && precaution->sided);
    if (side_->GetSelection() == wxNOT_FOUND) side_->SetSelection(0);
    details_->Enable(precaution && !precaution->details.empty());
    std::vector<std::string> hints;
    if (precaution)
      for (const DetailField& detail : precaution->details)
        hints.push_back(detail.name + "=" +
                        (detail.choices.empty() ? "…" : join(detail.choices, "|")));
    details_->SetHint(words(hints.empty() ? tr("none for this precaution") : join(hints, ", ")));
    details_->SetToolTip(words(join(hints, ", ")));
  }

  // "" when nothing is typed.
  std::string iso_of(wxTextCtrl* field, const std::string& what) {
    const std::string typed(trim(utf8(field->GetValue())));
    std::string day;
    at(field, [&] {
      if (!typed.empty()) day = iso(read_typed_day(typed, what, desk_.editor.session()));
    });
    return day;
  }

  // As the command line takes it, so that both read alike.
  std::string as_typed(const Precaution& precaution) {
    std::string text = precaution.code.text;
    const int side = side_->GetSelection();
    if (precaution.sided && side > 0) text += std::string(":") + kSides[side];
    if (!precaution.details.empty())
      for (const std::string& detail : split(utf8(details_->GetValue()), ",")) text += ":" + detail;
    const std::string date = iso_of(date_, tr("The date")), until = iso_of(until_, tr("The end"));
    if (date.empty() && !until.empty())
      throw Error(ErrorKind::usage, "",
                  tr("Write the first day too; the end alone says too little."));
    return date.empty() ? text : text + "@" + date + (until.empty() ? "" : ".." + until);
  }

  void add() {
    const bool added = try_to([this] {
      const Precaution* precaution = chosen();
      if (!precaution)
        throw Error(ErrorKind::usage, "",
                    tr("No precaution of the list matches. Write fewer letters."));
      Patient patient = desk_.editor.patient();
      if (!id_.empty())
        std::erase_if(patient.precautions, [this](const auto& p) { return p.id == id_; });
      put_precaution(patient, read_precaution(as_typed(*precaution), desk_.editor.catalog(),
                                              desk_.editor.today()));
      check_patient(patient);
      desk_.editor.set_patient(patient);
    });
    if (added) desk_.close_form();
  }

  void end() {
    const bool ended = try_to([this] {
      Patient patient = desk_.editor.patient();
      std::erase_if(patient.precautions, [this](const auto& p) { return p.id == id_; });
      desk_.editor.set_patient(patient);
    });
    if (ended) desk_.close_form();
  }

  std::string id_;  // of the recorded one
  std::vector<const Precaution*> found_;
  wxTextCtrl *search_, *date_, *until_, *details_;
  wxListBox* list_;
  wxChoice* side_;
};

// What no entry of the list says. It is kept and printed, and never checked against exercises.
class OwnPrecautionForm : public Form {
 public:
  OwnPrecautionForm(wxWindow* parent, Desk& desk, const PatientPrecaution* recorded)
      : Form(parent, desk, tr("Precaution in my own words"), kWidth) {
    paragraph(
        tr("Not checked against exercises: no rule knows it. The patient reads the second line."));
    text_ = field(tr("What limits the patient"), tr("for you"));
    line_ = field(tr("What the patient reads"), tr("Do not lift more than 2 kg."));
    side_ = choice(tr("Side"), {tr("not said"), tr("left"), tr("right"), tr("both")});
    from_ = field(tr("From"), tr("23 Nov 2026; empty when not known"));
    until_ = field(tr("Until"), tr("empty while it lasts"));
    foot(recorded ? tr("Keep the change") : tr("Add precaution"), [this] { keep(false); });
    if (recorded) {
      id_ = recorded->id;
      foot_button(tr("End it"), "ks danger", [this] { keep(true); });
      text_->ChangeValue(words(recorded->own_text));
      line_->ChangeValue(words(recorded->own_line));
      side_->SetSelection(static_cast<int>(recorded->side));
      if (recorded->date) from_->ChangeValue(words(desk_.day(*recorded->date)));
      if (recorded->end) until_->ChangeValue(words(desk_.day(*recorded->end)));
    }
    fit();
    text_->SetFocus();
  }

 private:
  std::optional<std::string> typed_day(wxTextCtrl* field, const std::string& what) {
    const std::string value(trim(utf8(field->GetValue())));
    if (value.empty()) return {};
    std::string day;
    at(field, [&] { day = iso(read_typed_day(value, what, desk_.editor.session())); });
    return day;
  }

  void keep(bool ended) {
    const bool kept = try_to([&] {
      Patient patient = desk_.editor.patient();
      std::erase_if(patient.precautions, [this](const auto& p) { return p.id == id_; });
      if (!ended) {
        OwnText own{utf8(text_->GetValue()), utf8(line_->GetValue())};
        if (side_->GetSelection() > 0) own.side = kSides[side_->GetSelection()];
        own.from = typed_day(from_, tr("The start"));
        own.until = typed_day(until_, tr("The end"));
        put_precaution(patient, own_precaution(own, desk_.editor.today()));
        check_patient(patient);
      }
      desk_.editor.set_patient(patient);
    });
    if (kept) desk_.close_form();
  }

  std::string id_ = "none";  // of the recorded one
  wxTextCtrl *text_, *line_, *from_, *until_;
  wxChoice* side_;
};

}  // namespace

wxWindow* make_own_precaution_form(wxWindow* parent, Desk& desk,
                                   const PatientPrecaution* recorded) {
  return new OwnPrecautionForm(parent, desk, recorded);
}

wxWindow* make_precaution_form(wxWindow* parent, Desk& desk, const PatientPrecaution* recorded) {
  return new PrecautionForm(parent, desk, recorded);
}

}  // namespace kinescript
