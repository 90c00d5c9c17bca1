// SPDX-License-Identifier: MIT
// Exercises that the clinic writes itself: a new one, and those that are there, to take out. No
// rule knows them, and the form says so.
#include <wx/checkbox.h>
#include <wx/filedlg.h>
#include <wx/listbox.h>

#include "app/own_exercises.h"
#include "app/plan_text.h"
#include "app/wording.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 520;

std::string typed(const wxTextCtrl* text) { return std::string(trim(utf8(text->GetValue()))); }

class OwnExerciseForm : public Form {
 public:
  OwnExerciseForm(wxWindow* parent, Desk& desk) : Form(parent, desk, tr("Own exercises"), kWidth) {
    paragraph(tr("Not checked for safety: no rule knows an own exercise."));
    title_ = field(tr("Title, as the patient reads it"), tr("Towel squeeze"));
    caption(tr("Steps, one a line"));
    steps_ = new Entry(this, wxTE_MULTILINE);
    steps_->SetMinSize(wxSize(-1, px(84)));
    name_it(steps_, tr("Steps, one a line"));
    column_->Add(steps_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    add_dose();
    add_photo();
    each_side_ = new wxCheckBox(this, wxID_ANY, words(tr("With one side, then the other")));
    each_side_->SetFont(font(13.5));
    name_it(each_side_, tr("With one side, then the other"));
    column_->Add(each_side_, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    add_own();
    foot(tr("Add exercise"), [this] { add(); });
    if (list_) foot_button(tr("Take out"), "ks danger", [this] { take_out(); });
    fit();
    title_->SetFocus();
  }

 private:
  // A control with its caption above it, beside the one before.
  void beside(wxSizer* row, const std::string& name, wxWindow* control, int share) {
    auto* pair = new wxBoxSizer(wxVERTICAL);
    auto* above = make_text(this, name, font(13), tokens().text2);
    pair->Add(above);
    pair->Add(control, 0, wxEXPAND);
    row->Add(pair, share, wxLEFT, px(16));
  }

  void add_dose() {
    std::vector<std::string> sections;
    for (const Section section : kSections) sections.push_back(section_title(section));
    section_ = labelled_choice(this, tr("Section"), sections);
    section_->SetStringSelection(words(section_title(Section::strength)));
    count_ = make_entry(this, tr("Repetitions"), "10");
    sets_ = make_entry(this, tr("Sets"), "1");
    hold_ = make_entry(this, tr("Hold, if any"), tr("none, 5s"));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    beside(row, tr("Section"), section_, 2);
    beside(row, tr("Repetitions"), count_, 1);
    beside(row, tr("Sets"), sets_, 1);
    beside(row, tr("Hold, if any"), hold_, 1);
    row->AddSpacer(px(16));
    column_->Add(row, 0, wxEXPAND | wxBOTTOM, px(12));
  }

  void add_photo() {
    caption(tr("Photos, PNG or JPEG: of a movement the start and the finish, of a hold one"));
    photo_ = photo(tr("Photo of the start"), tr("Choose the start…"));
    photo_finish_ = photo(tr("Photo of the finish"), tr("Choose the finish…"));
  }

  wxTextCtrl* photo(const std::string& name, const std::string& button) {
    auto* entry = make_entry(this, name, name);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(entry, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT, px(16));
    row->Add(make_button(this, button, "ks", [this, entry] { choose_photo(entry); }), 0,
             wxLEFT | wxRIGHT, px(16));
    column_->Add(row, 0, wxEXPAND | wxBOTTOM, px(8));
    return entry;
  }

  void choose_photo(wxTextCtrl* entry) {
    wxFileDialog dialog(this, words(tr("Choose a photo")), "", "",
                        words(tr("PNG or JPEG")) + "|*.png;*.PNG;*.jpg;*.jpeg;*.JPG;*.JPEG",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) entry->ChangeValue(dialog.GetPath());
  }

  void add_own() {
    wxArrayString names;
    for (const Exercise& exercise : desk_.editor.catalog().exercises) {
      if (!exercise.own()) continue;
      own_.push_back(exercise.id);
      names.Add(words(exercise.name_clinician));
    }
    if (own_.empty()) return;
    caption(tr("Those that are there"));
    list_ =
        new wxListBox(this, wxID_ANY, wxDefaultPosition, wxSize(-1, px(84)), names, wxLB_SINGLE);
    list_->SetFont(font(13.5));
    name_it(list_, tr("Own exercises that are there"));
    column_->Add(list_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  }

  void add() {
    Desk& desk = desk_;
    const std::string title = typed(title_);
    const bool added = try_to([&] {
      OwnExercise own;
      own.title = title;
      own.steps = split(utf8(steps_->GetValue()), "\n");
      own.section = kSections[static_cast<std::size_t>(section_->GetSelection())];
      own.each_side = each_side_->GetValue();
      own.photo = typed(photo_);
      own.photo_finish = typed(photo_finish_);
      ItemText dose;
      if (!typed(count_).empty()) dose.count = typed(count_);
      if (!typed(sets_).empty()) dose.sets = typed(sets_);
      if (!typed(hold_).empty()) dose.hold = typed(hold_);
      own.dose = changed_dose(own.dose, read_item(dose));
      desk.editor.session().require(Right::write);
      add_own_exercise(own, desk.editor.session().workspace, desk.clinic_file);
    });
    if (!added) return;
    desk.close_form();
    desk.catalog_changed();
    desk.say(trf("{} is in the catalog, not checked for safety.", title));
  }

  void take_out() {
    Desk& desk = desk_;
    const int at = list_->GetSelection();
    if (at == wxNOT_FOUND) return;
    const bool gone = try_to([&] {
      remove_own_exercise(own_[static_cast<std::size_t>(at)], desk.editor.session(),
                          desk.clinic_file);
    });
    if (!gone) return;
    desk.close_form();
    desk.catalog_changed();
    desk.say(tr("Taken out. Issued plans keep it."));
  }

  std::vector<ExerciseId> own_;
  wxTextCtrl *title_, *steps_, *count_ = nullptr, *sets_ = nullptr, *hold_ = nullptr,
                               *photo_ = nullptr, *photo_finish_ = nullptr;
  wxChoice* section_ = nullptr;
  wxCheckBox* each_side_;
  wxListBox* list_ = nullptr;
};

}  // namespace

wxWindow* make_own_exercise_form(wxWindow* parent, Desk& desk) {
  return new OwnExerciseForm(parent, desk);
}

}  // namespace kinescript
