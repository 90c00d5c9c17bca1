// SPDX-License-Identifier: MIT
// What all pages of the settings have, and the pages of a few controls.
#include "gui/settings_pages.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>

#include "app/backup_now.h"
#include "app/print_choices.h"
#include "base/translate.h"
#include "gui/first_run.h"
#include "gui/form_parts.h"
#include "gui/language.h"
#include "gui/preferences.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr const char* kInks[] = {"black_and_white", "colour"};
constexpr const char* kPapers[] = {"a4", "letter"};

class HandoutPage : public SettingsPage {
 public:
  HandoutPage(wxWindow* parent, Settings& settings)
      : SettingsPage(parent, settings, tr("Handout defaults"),
                     tr("For patients for whom nothing else is remembered.")) {
    std::vector<std::string> layouts, weeks = {tr("No diary")};
    for (const LayoutName& layout : kLayoutNames) layouts.push_back(tr(layout.name));
    for (std::size_t n = 1; n <= std::size_t{kMostDiaryWeeks}; ++n)
      weeks.push_back(trn("{} week", "{} weeks", n));
    const auto set = [this](const ClinicText& text) { settings_.change(text); };
    layout_ = choice(tr("Layout"), layouts, [set](int at) {
      set({.layout = std::string(kLayoutNames[static_cast<std::size_t>(at)].code)});
    });
    paper_ =
        choice(tr("Paper"), {"A4", tr("Letter")}, [set](int at) { set({.paper = kPapers[at]}); });
    ink_ = choice(tr("Ink"), {tr("Black and white"), tr("Colour")},
                  [set](int at) { set({.ink = kInks[at]}); });
    diary_ = choice(tr("Exercise diary"), weeks, [set](int at) { set({.diary = at}); });
    for (wxChoice* each : {layout_, paper_, ink_, diary_}) each->Enable(settings.administers());
    show_stored();
  }

  void show_stored() override {
    const PrintOptions now = settled({}, settings_.session().store.clinic(), {});
    for (std::size_t at = 0; at < kLayoutNames.size(); ++at)
      if (*now.layout == kLayoutNames[at].code) layout_->SetSelection(static_cast<int>(at));
    paper_->SetSelection(*now.paper == Paper::a4 ? 0 : 1);
    ink_->SetSelection(*now.palette == Palette::colour ? 1 : 0);
    diary_->SetSelection(*now.diary_weeks);
  }

 private:
  wxChoice *layout_, *paper_, *ink_, *diary_;
};

class SecurityPage : public SettingsPage {
 public:
  SecurityPage(wxWindow* parent, Settings& settings)
      : SettingsPage(parent, settings, tr("Security"),
                     tr("The window locks itself when nobody uses it.")) {
    std::vector<std::string> minutes;
    for (std::size_t n = kLeastLockMinutes; n <= std::size_t{kMostLockMinutes}; ++n)
      minutes.push_back(trn("{} minute", "{} minutes", n));
    lock_ =
        choice(tr("Lock after"), minutes, [this](int at) { lock_after(at + kLeastLockMinutes); });
    show_stored();
    add_caption(this, column_, tr("The way back from a forgotten passphrase"));
    auto* sheet =
        make_button(this, tr("Save a new recovery sheet…"), "ks", [this] { save_sheet(); });
    sheet->Enable(settings.administers());
    column_->Add(sheet, 0, wxLEFT | wxTOP, px(16));
  }

  void show_stored() override {
    lock_->SetSelection(settings_.options.lock_minutes - kLeastLockMinutes);
  }

 private:
  void lock_after(int minutes) {
    SettingsOptions& options = settings_.options;
    const auto set = [&options](int to) {
      options.set_lock_minutes(to);
      options.lock_minutes = to;
    };
    const int before = options.lock_minutes;
    settings_.step([&] { set(minutes); }, [set, before] { set(before); });
  }

  // The older sheet opens nothing any more: that cannot be taken back.
  void save_sheet() {
    settings_.tell([this] {
      FirstRunOptions options;
      options.ask_sheet = settings_.options.ask_file;
      save_recovery_sheet(settings_.session(), this, options);
    });
  }

  wxChoice* lock_;
};

class WindowPage : public SettingsPage {
 public:
  WindowPage(wxWindow* parent, Settings& settings)
      : SettingsPage(parent, settings, tr("Window"), tr("For this clinic file on this computer.")) {
    std::vector<std::string> names = {tr("The system's language")};
    for (const std::string& code : settings.options.languages)
      names.push_back(language_own_name(code));
    language_ = choice(tr("Language of the window"), names, [this](int at) {
      speak(at == 0 ? std::string()
                    : settings_.options.languages[static_cast<std::size_t>(at - 1)]);
    });
    add_caption(this, column_, tr("The window speaks it when it is next opened."));
    show_stored();
  }

  void show_stored() override {
    const SettingsOptions& options = settings_.options;
    language_->SetSelection(0);
    for (std::size_t at = 0; at < options.languages.size(); ++at)
      if (options.languages[at] == options.language)
        language_->SetSelection(static_cast<int>(at) + 1);
  }

 private:
  void speak(const std::string& language) {
    SettingsOptions& options = settings_.options;
    const auto set = [&options](const std::string& to) {
      options.set_language(to);
      options.language = to;
    };
    const std::string before = options.language;
    settings_.step([&] { set(language); }, [set, before] { set(before); });
  }

  wxChoice* language_;
};

class BackupPage : public SettingsPage {
 public:
  BackupPage(wxWindow* parent, Settings& settings)
      : SettingsPage(parent, settings, tr("Backup"),
                     tr("A whole, sealed copy of the clinic file.")) {
    add_caption(this, column_, tr("Backup"));
    last_ = make_text(this, "", font(14, true), tokens().text);
    column_->Add(last_, 0, wxALL, px(16));
    column_->Add(make_button(this, tr("Back up now"), "ks",
                             [this] {
                               settings_.tell([this] { settings_.options.back_up(); });
                               show_stored();
                             }),
                 0, wxLEFT | wxBOTTOM, px(16));
    column_->Add(path(
                     tr("Folder of the backups"), tr("Beside the clinic file"), true,
                     [this](const std::string& folder) { keep_in(folder); }, &folder_),
                 0, wxEXPAND);
    folder_->Enable(settings.administers());
    show_stored();
  }

  void show_stored() override {
    const std::string last = last_backup(settings_.desk.clinic_file);
    last_->SetLabel(words(last));
    last_->Wrap(px(480));
    name_it(last_, last);
    folder_->ChangeValue(words(backup_folder(settings_.desk.clinic_file)));
    Layout();
  }

 private:
  void keep_in(const std::string& folder) {
    const auto set = [this](const std::string& to) {
      set_backup_folder(settings_.session(), settings_.desk.clinic_file, to);
    };
    const std::string before = backup_folder(settings_.desk.clinic_file);
    if (folder == before) return;
    if (settings_.step([&] { set(folder); }, [set, before] { set(before); })) show_stored();
  }

  wxStaticText* last_;
  wxTextCtrl* folder_ = nullptr;
};

}  // namespace

bool Settings::step(const std::function<void()>& action, std::function<void()> back) {
  if (!tell(action)) return false;
  steps.push_back(std::move(back));
  return true;
}

bool Settings::change(const ClinicText& text) {
  return tell([&] {
    const Clinic before = session().store.clinic();
    const Clinic after = with_text(before, text);
    if (after == before) return;
    options.set_clinic(after);
    steps.push_back([this, before] { options.set_clinic(before); });
  });
}

SettingsPage::SettingsPage(wxWindow* parent, Settings& settings, const std::string& title,
                           const std::string& about)
    : wxPanel(parent), settings_(settings), column_(new wxBoxSizer(wxVERTICAL)), title_(title) {
  SetBackgroundColour(tokens().pane);
  SetSizer(column_);
  for (const auto& [text, bold] : {std::pair(title, true), std::pair(about, false)}) {
    auto* line =
        make_text(this, text, font(bold ? 16.5 : 13, bold), bold ? tokens().text : tokens().text2);
    column_->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  }
}

wxSizer* SettingsPage::captioned(const std::string& name, wxWindow* control) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  add_caption(this, column, name);
  column->Add(control, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  return column;
}

std::vector<Entry*> SettingsPage::fields(const std::vector<std::string>& names, long flags) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  std::vector<Entry*> made;
  for (const std::string& name : names) {
    made.push_back(make_entry(this, name, {}, flags));
    row->Add(captioned(name, made.back()), 1);
  }
  column_->Add(row, 0, wxEXPAND);
  return made;
}

wxChoice* SettingsPage::choice(const std::string& name, const std::vector<std::string>& texts,
                               const std::function<void(int)>& take) {
  auto* made = labelled_choice(this, name, texts);
  made->Bind(wxEVT_CHOICE, [made, take](wxCommandEvent&) { take(made->GetSelection()); });
  column_->Add(captioned(name, made), 0, wxEXPAND);
  return made;
}

wxSizer* SettingsPage::path(const std::string& name, const std::string& hint, bool folder,
                            std::function<void(const std::string& path)> take, wxTextCtrl** made) {
  auto* entry = make_entry(this, name, hint);
  const auto done = [entry, take = std::move(take)] { take(utf8(entry->GetValue())); };
  entry->Bind(wxEVT_TEXT_ENTER, [done](wxCommandEvent&) { done(); });
  auto* button = make_button(this, tr("Choose…"), "ks", [this, name, folder, entry, done] {
    wxString chosen;
    if (folder)
      chosen = wxDirSelector(words(name), entry->GetValue(), 0, wxDefaultPosition, this);
    else
      chosen = wxFileSelector(words(name), "", "", "",
                              "PNG or JPEG|*.png;*.PNG;*.jpg;*.jpeg;*.JPG;*.JPEG",
                              wxFD_OPEN | wxFD_FILE_MUST_EXIST, this);
    if (chosen.empty()) return;
    entry->ChangeValue(chosen);
    done();
  });
  name_it(button, trf("Choose: {}", name));
  button->Enable(settings_.administers());
  entry->Enable(settings_.administers());
  auto* column = new wxBoxSizer(wxVERTICAL);
  add_caption(this, column, name);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(entry, 1, wxALIGN_CENTRE_VERTICAL);
  row->Add(button, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, px(8));
  column->Add(row, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  if (made) *made = entry;
  return column;
}

SettingsPage* make_handout_page(wxWindow* parent, Settings& settings) {
  return new HandoutPage(parent, settings);
}

SettingsPage* make_security_page(wxWindow* parent, Settings& settings) {
  return new SecurityPage(parent, settings);
}

SettingsPage* make_window_page(wxWindow* parent, Settings& settings) {
  return new WindowPage(parent, settings);
}

SettingsPage* make_backup_page(wxWindow* parent, Settings& settings) {
  return new BackupPage(parent, settings);
}

}  // namespace kinescript
