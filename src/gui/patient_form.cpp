// SPDX-License-Identifier: MIT
#include "app/patient_text.h"
#include "base/error.h"
#include "base/text.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 460;

class PatientForm : public Form {
 public:
  PatientForm(wxWindow* parent, Desk& desk, const std::string& typed)
      : Form(parent, desk, "New patient", kWidth) {
    family_ = field("Family name");
    given_ = field("Given name");
    born_ = field("Birth date", "1948-03-14");
    record_ = field("Record number", "counted when left empty");
    diagnosis_ = field("Diagnosis", "for you; never printed");
    foot("Add patient", [this] { add(); });
    const auto names = split_words(typed);
    if (!names.empty()) family_->ChangeValue(words(names.front()));
    if (names.size() > 1) given_->ChangeValue(words(names[1]));
    fit();
    (names.empty() ? family_ : names.size() == 1 ? given_ : born_)->SetFocus();
  }

 private:
  std::string typed(wxTextCtrl* text) const { return utf8(text->GetValue()); }

  void add() {
    const bool added = try_to([this] {
      Patient patient;
      patient.language = desk_.editor.session().store.clinic().language;
      family_->SetFocus();
      patient.family = read_name(typed(family_), "The family name");
      given_->SetFocus();
      patient.given = read_name(typed(given_), "The given name");
      born_->SetFocus();
      patient.born = read_born(typed(born_), desk_.editor.today());
      record_->SetFocus();
      patient.record_number = read_line(typed(record_), "The record number", 40);
      if (patient.record_number.find('/') != std::string::npos)
        throw Error(ErrorKind::usage, "", "A record number has no slash. Write it with a dash.");
      diagnosis_->SetFocus();
      patient.diagnosis = read_line(typed(diagnosis_), "The diagnosis", kTextLength);
      desk_.editor.add_patient(patient);
    });
    if (added) desk_.close_form();
  }

  wxTextCtrl *family_, *given_, *born_, *record_, *diagnosis_;
};

}  // namespace

wxWindow* make_patient_form(wxWindow* parent, Desk& desk, const std::string& typed) {
  return new PatientForm(parent, desk, typed);
}

}  // namespace kinescript
