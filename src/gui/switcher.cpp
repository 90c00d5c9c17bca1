// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <wx/checkbox.h>
#include <wx/listbox.h>

#include <algorithm>

#include "app/patient_list.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 560;

class Switcher : public Form {
 public:
  Switcher(wxWindow* parent, Desk& desk) : Form(parent, desk, tr("Patient"), kWidth) {
    all_ = desk.editor.session().store.patient_heads(true);
    search_ = field(tr("Name, birth year or record number"));
    list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxSize(-1, px(200)), 0, nullptr,
                          wxLB_SINGLE);
    list_->SetFont(font(14));
    name_it(list_, tr("Patients"));
    column_->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    archived_ = new wxCheckBox(this, wxID_ANY, words(tr("Show archived patients too")));
    archived_->SetFont(font(13));
    name_it(archived_, tr("Show archived patients too"));
    archived_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { find(); });
    column_->Add(archived_, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    foot(tr("Open"), [this] { open(); });
    foot_button(tr("New patient…"), "ks", [this] { desk_.new_patient(utf8(search_->GetValue())); });
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { find(); });
    search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_RETURN && event.ControlDown()) {
        CallAfter([this] { open_and_reissue(); });
        return;
      }
      const int by = event.GetKeyCode() == WXK_DOWN ? 1 : event.GetKeyCode() == WXK_UP ? -1 : 0;
      if (by == 0 || found_.empty()) return event.Skip();
      list_->SetSelection(
          std::clamp(list_->GetSelection() + by, 0, static_cast<int>(found_.size()) - 1));
    });
    list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { CallAfter([this] { open(); }); });
    find();
    fit();
    search_->SetFocus();
  }

 private:
  void find() {
    found_ = find_patients(all_, utf8(search_->GetValue()));
    const auto listed = found_.size();
    if (!archived_->GetValue())
      std::erase_if(found_, [](const PatientHead* patient) { return patient->archived; });
    const auto hidden = listed - found_.size();
    wxArrayString lines;
    for (const PatientHead* patient : found_) {
      const std::string line = trf("{}, {}     b. {}     {}", patient->family, patient->given,
                                   desk_.day(patient->born), patient->record_number);
      lines.Add(words(patient->archived ? trf("{}     archived", line) : line));
    }
    if (found_.empty())
      lines.Add(words(hidden > 0
                          ? trf("Only archived patients match ({}). Enter shows them.", hidden)
                          : tr("No patient matches. Enter adds a new patient with this name.")));
    show_archived_ = found_.empty() && hidden > 0;
    list_->Set(lines);
    list_->SetSelection(0);
    name_it(list_, trf("Patients: {}", utf8(list_->GetStringSelection())));
  }

  // The patient who is marked; null when it is the line that says how to go on.
  const PatientHead* marked() const {
    if (found_.empty()) return nullptr;
    return found_[static_cast<std::size_t>(std::max(0, list_->GetSelection()))];
  }

  void open() {
    if (show_archived_) {
      archived_->SetValue(true);
      return find();
    }
    const PatientHead* patient = marked();
    if (!patient) return desk_.new_patient(utf8(search_->GetValue()));
    if (patient->archived) return desk_.archived(*patient);
    if (try_to([&] { desk_.editor.open(patient->id); })) desk_.close_form();
  }

  void open_and_reissue() {
    Desk& desk = desk_;
    const PatientHead* patient = marked();
    const bool listed = patient && !patient->archived;
    open();
    if (listed) desk.reissue();
  }

  std::vector<PatientHead> all_;
  std::vector<const PatientHead*> found_;  // of all_
  bool show_archived_ = false;             // what Enter does when only those match
  wxTextCtrl* search_;
  wxListBox* list_;
  wxCheckBox* archived_;
};

// Hidden from the list and kept whole: it is taken back knowingly, or only looked at.
class ArchivedForm : public Form {
 public:
  ArchivedForm(wxWindow* parent, Desk& desk, const PatientHead& archived)
      : Form(parent, desk, tr("This patient is archived"), kWidth), id_(archived.id) {
    paragraph(
        trf("{} {}, born {}, record {}. Nothing of the record is lost. Take back "
            "lists the patient again.",
            archived.given, archived.family, desk.day(archived.born), archived.record_number));
    foot(tr("Take back"), [this] { take_back(); });
    foot_button(tr("Only open"), "ks", [this] {
      if (try_to([this] { desk_.editor.open(id_); })) desk_.close_form();
    });
    fit();
    SetFocus();
  }

 private:
  void take_back() {
    Desk& desk = desk_;
    if (!try_to([&] { take_from_archive(desk.editor, id_); })) return;
    desk.close_form();
    desk.say(tr("Taken back from the archive."));
  }

  PatientId id_;
};

}  // namespace

wxWindow* make_switcher(wxWindow* parent, Desk& desk) { return new Switcher(parent, desk); }

wxWindow* make_archived_form(wxWindow* parent, Desk& desk, const PatientHead& archived) {
  return new ArchivedForm(parent, desk, archived);
}

}  // namespace kinescript
