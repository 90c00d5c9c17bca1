// SPDX-License-Identifier: MIT
// A new patient, and the record of one who is there: the same fields. What is wrong is said under
// the field that it is about.
#include <wx/checkbox.h>
#include <wx/choice.h>

#include <algorithm>
#include <optional>

#include "app/day_text.h"
#include "app/patient_list.h"
#include "app/patient_text.h"
#include "app/print_choices.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 460;
constexpr const char* kLanguages[] = {"en", "es"};

std::string typed(const wxTextCtrl* text) { return utf8(text->GetValue()); }

class PatientForm : public Form {
 public:
  // `recorded`: of the one who is changed.
  PatientForm(wxWindow* parent, Desk& desk, const std::string& name,
              std::optional<Patient> recorded)
      : Form(parent, desk, recorded ? tr("Patient record") : tr("New patient"), kWidth),
        recorded_(std::move(recorded)) {
    family_ = field(tr("Family name"));
    given_ = field(tr("Given name"));
    born_ = field(tr("Birth date"), tr("14 Mar 1948"));
    record_ = field(tr("Record number"), tr("counted when left empty"));
    if (recorded_) phone_ = field(tr("Phone"));
    diagnosis_ = field(tr("Diagnosis"), tr("for you; never printed"));
    if (recorded_) more_fields();
    foot(recorded_ ? tr("Keep the changes") : tr("Add patient"), [this] { keep(false); });
    if (recorded_) {
      foot_button(recorded_->archived ? tr("Take back") : tr("Archive"), "ks",
                  [this] { archive(); });
      foot_button(tr("Delete…"), "ks danger", [this] { ask_to_delete(); });
      show_recorded();
    }
    const auto names = split_words(name);
    if (!names.empty()) family_->ChangeValue(words(names.front()));
    if (names.size() > 1) given_->ChangeValue(words(names[1]));
    fit();
    (names.empty() ? family_ : names.size() == 1 ? given_ : born_)->SetFocus();
  }

 private:
  void more_fields() {
    language_ = choice(tr("Language of the handout"), {tr("English"), tr("Spanish")});
    large_ = new wxCheckBox(this, wxID_ANY, words(tr("Large print")));
    large_->SetFont(font(13.5));
    name_it(large_, tr("Large print"));
    column_->Add(large_, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  }

  void show_recorded() {
    const Patient& patient = *recorded_;
    family_->ChangeValue(words(patient.family));
    given_->ChangeValue(words(patient.given));
    born_->ChangeValue(words(desk_.day(patient.born)));
    record_->ChangeValue(words(patient.record_number));
    phone_->ChangeValue(words(patient.phone));
    diagnosis_->ChangeValue(words(patient.diagnosis));
    for (int i = 0; i < 2; ++i)
      if (patient.language == kLanguages[i]) language_->SetSelection(i);
    large_->SetValue(patient.large_print);
  }

  // Throws at the first field that cannot be read, and leaves the focus there.
  Patient read() {
    Patient patient = recorded_ ? *recorded_ : Patient();
    if (!recorded_) patient.language = desk_.editor.session().store.clinic().language;
    at(family_, [&] { patient.family = read_name(typed(family_), tr("The family name")); });
    at(given_, [&] { patient.given = read_name(typed(given_), tr("The given name")); });
    at(born_, [&] { patient.born = read_typed_born(typed(born_), desk_.editor.session()); });
    at(record_, [&] {
      patient.record_number = read_line(typed(record_), tr("The record number"), 40);
      if (patient.record_number.find('/') != std::string::npos)
        throw Error(ErrorKind::usage, "",
                    tr("A record number has no slash. Write it with a dash."));
    });
    if (phone_)
      at(phone_, [&] { patient.phone = read_line(typed(phone_), tr("The phone number"), 40); });
    at(diagnosis_,
       [&] { patient.diagnosis = read_line(typed(diagnosis_), tr("The diagnosis"), kTextLength); });
    if (recorded_) {
      if (language_->GetSelection() > 0 || patient.language == kLanguages[1])
        patient.language = kLanguages[language_->GetSelection()];
      need_large_print(patient, large_->GetValue());
    }
    at(born_, [&] { check_patient(patient); });
    return patient;
  }

  // One person, two records: only knowingly. The other one is offered.
  void look_for_double(const Patient& patient) {
    const std::vector<PatientHead> all = desk_.editor.session().store.patient_heads(true);
    const PatientHead* other = double_of(all, patient);
    if (!other) return;
    double_ = *other;
    const std::string offer = other->archived ? tr("Take back") : tr("Open it");
    if (!open_double_) {
      open_double_ = foot_button(offer, "ks", [this] { open_double(); });
      foot_button(tr("Add anyway"), "ks", [this] { keep(true); });
    }
    open_double_->SetLabel(words(offer));
    name_it(open_double_, offer);
    throw Error(ErrorKind::conflict, "",
                other->archived
                    ? trf("An archived patient with this name and birth date exists (record {}). "
                          "Take back, or add anyway.",
                          other->record_number)
                    : trf("A patient with this name and birth date exists (record {}). Open it, or "
                          "add anyway.",
                          other->record_number));
  }

  void open_double() {
    Desk& desk = desk_;
    const bool archived = double_->archived;
    const bool opened = try_to([&] {
      archived ? take_from_archive(desk.editor, double_->id) : desk.editor.open(double_->id);
    });
    if (!opened) return;
    desk.close_form();
    if (archived) desk.say(tr("Taken back from the archive."));
  }

  void keep(bool anyway) {
    const bool kept = try_to([&] {
      const Patient patient = read();
      if (!recorded_ && !anyway) at(born_, [&] { look_for_double(patient); });
      recorded_ ? desk_.editor.set_patient(patient) : desk_.editor.add_patient(patient);
    });
    if (kept) desk_.close_form();
  }

  void archive() {
    Desk& desk = desk_;
    const bool hidden = !recorded_->archived;
    const bool done = try_to([&] {
      Patient patient = desk.editor.patient();
      patient.archived = hidden;
      desk.editor.set_patient(patient);
    });
    if (!done) return;
    desk.close_form();
    desk.say(
        hidden
            ? tr("Archived: hidden from the list, nothing is lost. Ctrl+O shows archived ones too.")
            : tr("Taken back from the archive."));
  }

  // Until when it must be kept is said first.
  void ask_to_delete() {
    Desk& desk = desk_;
    const Patient patient = *recorded_;
    const Retention kept = desk.editor.kept_until();
    const bool early = kept.until > desk.editor.today();
    const std::string until =
        early ? trf("To be kept until {} ({}): that is still to come.", desk.day(kept.until),
                    kept.rule)
              : trf("To be kept until {} ({}).", desk.day(kept.until), kept.rule);
    const std::string warning =
        trf("Deleting takes every plan and every PDF with it and cannot be undone. Archive hides "
            "and keeps. Type the record number {} to delete.",
            patient.record_number);
    desk.ask({tr("Delete the patient"), until + " " + warning, tr("Record number"),
              tr("Delete for good")},
             [&desk, patient](const std::string& confirmed) {
               if (std::string(trim(confirmed)) != patient.record_number)
                 throw Error(ErrorKind::usage, "",
                             trf("That is not the record number {}. Nothing was deleted.",
                                 patient.record_number));
               desk.editor.delete_patient();
               desk.show_history(false);
               desk.say(tr("Deleted. Backups still hold the record until they are gone."));
             });
  }

  std::optional<Patient> recorded_;
  wxTextCtrl *family_, *given_, *born_, *record_, *phone_ = nullptr, *diagnosis_;
  wxChoice* language_ = nullptr;
  wxCheckBox* large_ = nullptr;
  std::optional<PatientHead> double_;  // another record of the one who is added
  wxButton* open_double_ = nullptr;
};

}  // namespace

wxWindow* make_patient_form(wxWindow* parent, Desk& desk, const std::string& name) {
  return new PatientForm(parent, desk, name, {});
}

wxWindow* make_record_form(wxWindow* parent, Desk& desk) {
  return new PatientForm(parent, desk, {}, desk.editor.patient());
}

}  // namespace kinescript
