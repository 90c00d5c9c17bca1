// SPDX-License-Identifier: MIT
#include "gui/first_run.h"

#include <fmt/format.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/intl.h>

#include <algorithm>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "app/clinic_text.h"
#include "app/clinicians.h"
#include "app/countries.h"
#include "app/example.h"
#include "app/patient_text.h"
#include "app/recovery_sheet.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/restore_dialog.h"
#include "gui/style.h"
#include "gui/unlock.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

constexpr int kWidth = 560;

class FirstRun : public wxDialog {
 public:
  FirstRun(const Workspace& workspace, fs::path file, const FirstRunOptions& options)
      : wxDialog(nullptr, wxID_ANY, "Kinescript"),
        workspace_(workspace),
        file_(std::move(file)),
        options_(options) {
    SetBackgroundColour(tokens().pane);
    column_ = new wxBoxSizer(wxVERTICAL);
    column_->SetMinSize(wxSize(px(kWidth), -1));
    SetSizer(column_);
    end_on_escape(*this);
    show_clinic();
    Centre();
  }

  std::unique_ptr<Session> session;

 private:
  void say(const std::string& text, double size, bool bold, const wxColour& colour) {
    auto* made = make_text(this, text, font(size, bold), colour);
    made->Wrap(px(kWidth - 32));
    column_->Add(made, 0, wxEXPAND | wxLEFT | wxRIGHT, px(16));
    column_->AddSpacer(px(size > 14 ? 4 : 16));
  }

  // Two fields beside each other.
  std::pair<wxTextCtrl*, wxTextCtrl*> pair_of(const std::string& a, const std::string& b,
                                              long flags = 0) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    std::vector<wxTextCtrl*> made;
    for (const std::string& label : {a, b}) {
      auto* side = new wxBoxSizer(wxVERTICAL);
      add_caption(this, side, label);
      made.push_back(add_entry(this, side, label, {}, flags));
      row->Add(side, 1);
    }
    column_->Add(row, 0, wxEXPAND);
    return {made[0], made[1]};
  }

  void show_clinic() {
    column_->AddSpacer(px(16));
    say(tr("Set up Kinescript"), 20, true, tokens().text);
    say(tr("Everything stays on this computer. Two minutes; all of it can be changed later."), 13,
        false, tokens().text2);
    add_caption(this, column_, tr("Clinic name, as printed on every handout"));
    clinic_ = add_entry(this, column_, tr("Clinic name"));
    std::tie(phone_, name_) = pair_of(tr("Phone that patients call"), tr("Your name, as printed"));
    add_caption(this, column_, tr("Country: settles the emergency number and the paper"));
    country_ = make_countries();
    column_->Add(country_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    std::tie(passphrase_, again_) = pair_of(tr("Passphrase"), tr("Once more"), wxTE_PASSWORD);
    for (wxTextCtrl* text : {passphrase_, again_})
      text->SetMaxLength(Passphrase::kLongest / 4);  // so that its UTF-8 fits
    none_ =
        new wxCheckBox(this, wxID_ANY,
                       words(tr("No passphrase: whoever has this computer can read every record")));
    name_it(none_, tr("No passphrase"));
    none_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
      passphrase_->Enable(!none_->IsChecked());
      again_->Enable(!none_->IsChecked());
    });
    column_->Add(none_, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    foot({make_button(this, tr("Restore a backup…"), "ks",
                      [this] { attempt([this] { restore(); }); }),
          make_button(this, tr("Try it with invented patients"), "ks",
                      [this] { attempt([this] { make_example(); }); })},
         make_button(this, tr("Make the clinic file"), "ks primary",
                     [this] { attempt([this] { make(); }); }));
    Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
      CallAfter([this] { attempt([this] { session ? EndModal(wxID_OK) : make(); }); });
    });
    clinic_->SetFocus();
    fit();
  }

  wxChoice* make_countries() {
    codes_ = country_codes();
    std::sort(codes_.begin(), codes_.end(), [](const std::string& a, const std::string& b) {
      return country_name(a) < country_name(b);
    });
    wxArrayString entries;
    for (const std::string& code : codes_)
      entries.Add(
          words(trf("{}, emergency {}", country_name(code), country(code)->emergency_number)));
    auto* made = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, entries);
    style(made, "ks");
    name_it(made, tr("Country"));
    const std::string here =
        utf8(wxLocale::GetLanguageCanonicalName(wxLocale::GetSystemLanguage()));
    const auto at = std::find(codes_.begin(), codes_.end(),
                              here.size() >= 5 ? here.substr(3, 2) : std::string());
    if (at != codes_.end()) made->SetSelection(static_cast<int>(at - codes_.begin()));
    return made;
  }

  void foot(const std::vector<wxButton*>& left, wxButton* main) {
    said_ = make_text(this, "", font(13, true), tokens().danger);
    column_->Add(said_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    said_->Hide();
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (wxButton* each : left) row->Add(each, 0, wxRIGHT, px(8));
    row->AddStretchSpacer();
    row->Add(main);
    main->SetDefault();
    column_->Add(row, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  }

  void fit() {
    column_->Layout();
    column_->SetSizeHints(this);
    Fit();
  }

  void attempt(const std::function<void()>& action) {
    try {
      action();
    } catch (const Error& error) {
      said_->SetLabel(words("⚠ " + error.message()));
      said_->Wrap(px(kWidth - 32));
      said_->Show();
      name_it(said_, error.message());
      fit();
    }
  }

  std::string typed(wxTextCtrl* text) {
    text->SetFocus();  // so that what is wrong is where the cursor is
    return utf8(text->GetValue());
  }

  Passphrase chosen_passphrase() {
    if (none_->IsChecked()) return {};
    Passphrase first(typed(passphrase_));
    if (first.empty())
      throw Error(ErrorKind::usage, "",
                  tr("Choose a passphrase: four words that only you put together are good. Or say "
                     "that there is none."));
    require_same(first, Passphrase(typed(again_)));
    return first;
  }

  void make_folder() const {
    std::error_code failed;
    fs::create_directories(file_.parent_path(), failed);
    if (failed)
      throw Error(ErrorKind::io, file_.parent_path().string(),
                  tr("This folder cannot be made. Name another place with --clinic FILE."));
  }

  void begin(const Clinic& clinic, const Clinician& first, std::string_view passphrase) {
    make_folder();
    session = std::make_unique<Session>(
        Session::begin(workspace_,
                       Store::create(file_, clinic, first, {options_.for_tests, passphrase},
                                     workspace_.clock(), workspace_.randomness()),
                       {first.login, {}}));
  }

  void make() {
    ClinicText text;
    text.name = typed(clinic_);
    text.phone = typed(phone_);
    Clinic clinic = with_text({}, text);
    Clinician first;
    first.name = read_name(typed(name_), tr("Your name"));
    first.login = usual_login(first.name);
    first.role = ClinicianRole::administrator;
    if (country_->GetSelection() == wxNOT_FOUND) {
      country_->SetFocus();
      throw Error(ErrorKind::usage, "",
                  tr("Choose the country: every handout says whom to call in an emergency."));
    }
    clinic =
        with_text(clinic, {.country = codes_[static_cast<std::size_t>(country_->GetSelection())]});
    const Passphrase passphrase = chosen_passphrase();
    begin(clinic, first, passphrase.text());
    if (passphrase.empty()) return EndModal(wxID_OK);
    show_sheet();
  }

  void make_example() {
    begin(example_clinic(), example_clinician(), {});
    add_example(*session);
    EndModal(wxID_OK);
  }

  void restore() {
    const auto backup = options_.ask_backup(this);
    if (!backup) return;
    make_folder();
    {
      const auto copy = choose_backup(workspace_, *backup, file_);
      if (!copy) return;
      copy->put_in_place(workspace_.real_clock());
    }
    session = unlock(workspace_, Store::open(file_, workspace_.randomness()), {});
    EndModal(session ? wxID_OK : wxID_CANCEL);
  }

  // The clinic file is made; the sheet is the only way back from a forgotten passphrase.
  void show_sheet() {
    column_->Clear(true);
    column_->AddSpacer(px(16));
    say(tr("One sheet for the safe"), 20, true, tokens().text);
    say(tr("A forgotten passphrase cannot be looked up. The recovery sheet has a key that sets a "
           "new one. Print it, lock it away, and delete the file: whoever has it and the clinic "
           "file can read every record."),
        14, false, tokens().text);
    wxButton* save = make_button(this, tr("Save the recovery sheet…"), "ks primary", [this] {
      attempt([this] {
        if (save_recovery_sheet(*session, this, options_)) EndModal(wxID_OK);
      });
    });
    foot({make_button(this, tr("Later, in Settings"), "ks", [this] { EndModal(wxID_OK); })}, save);
    save->SetFocus();
    fit();
  }

  const Workspace& workspace_;
  fs::path file_;
  const FirstRunOptions& options_;
  wxBoxSizer* column_;
  wxTextCtrl *clinic_ = nullptr, *phone_ = nullptr, *name_ = nullptr, *passphrase_ = nullptr,
             *again_ = nullptr;
  wxChoice* country_ = nullptr;
  wxCheckBox* none_ = nullptr;
  wxStaticText* said_ = nullptr;
  std::vector<std::string> codes_;
};

}  // namespace

bool save_recovery_sheet(Session& session, wxWindow* parent, const FirstRunOptions& options) {
  session.require(Right::administer);
  const auto file = options.ask_sheet(parent, "kinescript-recovery.pdf");
  if (!file) return false;
  std::string key = new_recovery_key();
  // Written first: a key that opens the file and stands nowhere would shut the older sheet out.
  write_atomically(*file, recovery_sheet(session.workspace, session.store.clinic(), key));
  session.store.set_recovery_key(session.actor, key, session.workspace.clock());
  wipe(key);
  return true;
}

wxDialog* make_first_run(const Workspace& workspace, const fs::path& file,
                         const FirstRunOptions& options) {
  return new FirstRun(workspace, file, options);
}

std::unique_ptr<Session> first_run(const Workspace& workspace, const fs::path& file,
                                   const FirstRunOptions& options) {
  FirstRun dialog(workspace, file, options);
  dialog.ShowModal();
  return std::move(dialog.session);
}

}  // namespace kinescript
