// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <wx/app.h>
#include <wx/listbox.h>

#include <algorithm>

#include "base/text.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 560;

// Every typed word begins a name, a birth date or a record number, or the two-digit birth year.
bool matches(const Patient& patient, const std::vector<std::string>& typed) {
  const std::string born = iso(patient.born);
  std::vector<std::string> parts =
      split_words(lower_ascii(patient.family + " " + patient.given + " " + patient.record_number));
  parts.push_back(born);
  parts.push_back(born.substr(2, 2));
  return std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return part.starts_with(word); });
  });
}

class Switcher : public Form {
 public:
  Switcher(wxWindow* parent, Desk& desk) : Form(parent, desk, "Patient", kWidth) {
    all_ = desk.editor.patients();
    search_ = field("Name, birth year or record number");
    list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxSize(-1, px(200)), 0, nullptr,
                          wxLB_SINGLE);
    list_->SetFont(font(14));
    name_it(list_, "Patients");
    column_->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    foot("Open", [this] { open(); });
    foot_button("New patient…", "ks", [this] { desk_.new_patient(utf8(search_->GetValue())); });
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { find(); });
    search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_RETURN && event.ControlDown()) {
        wxTheApp->CallAfter([this] { open_and_reissue(); });
        return;
      }
      const int by = event.GetKeyCode() == WXK_DOWN ? 1 : event.GetKeyCode() == WXK_UP ? -1 : 0;
      if (by == 0 || found_.empty()) return event.Skip();
      list_->SetSelection(
          std::clamp(list_->GetSelection() + by, 0, static_cast<int>(found_.size()) - 1));
    });
    list_->Bind(wxEVT_LISTBOX_DCLICK,
                [this](wxCommandEvent&) { wxTheApp->CallAfter([this] { open(); }); });
    find();
    fit();
    search_->SetFocus();
  }

 private:
  void find() {
    const auto typed = split_words(lower_ascii(utf8(search_->GetValue())));
    found_.clear();
    wxArrayString lines;
    for (const Patient& patient : all_) {
      if (!matches(patient, typed)) continue;
      found_.push_back(patient.id);
      lines.Add(words(fmt::format("{}, {}     b. {}     {}", patient.family, patient.given,
                                  iso(patient.born), patient.record_number)));
    }
    if (found_.empty())
      lines.Add(words("No patient matches. Enter adds a new patient with this name."));
    list_->Set(lines);
    list_->SetSelection(0);
  }

  void open() {
    if (found_.empty()) return desk_.new_patient(utf8(search_->GetValue()));
    const int at = std::max(0, list_->GetSelection());
    const PatientId id = found_[static_cast<std::size_t>(at)];
    if (try_to([&] { desk_.editor.open(id); })) desk_.close_form();
  }

  void open_and_reissue() {
    Desk& desk = desk_;
    const bool found = !found_.empty();
    open();
    if (found) desk.reissue();
  }

  std::vector<Patient> all_;
  std::vector<PatientId> found_;
  wxTextCtrl* search_;
  wxListBox* list_;
};

}  // namespace

wxWindow* make_switcher(wxWindow* parent, Desk& desk) { return new Switcher(parent, desk); }

}  // namespace kinescript
