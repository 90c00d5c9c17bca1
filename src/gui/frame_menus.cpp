// SPDX-License-Identifier: MIT
// The frame's menus with their keys, and what only they open.
#include <fmt/format.h>
#include <wx/menu.h>
#include <wx/textctrl.h>

#include "app/backup_now.h"
#include "base/error.h"
#include "base/translate.h"
#include "gui/forms.h"
#include "gui/frame.h"
#include "gui/language.h"
#include "gui/style.h"
#include "gui/waiting.h"

namespace kinescript {

void Frame::make_menus() {
  auto* bar = new wxMenuBar;
  const auto entry = [this](wxMenu* menu, const std::string& label, std::function<void()> go) {
    const int id = wxWindow::NewControlId();
    menu->Append(id, words(label));
    Bind(
        wxEVT_MENU, [go = std::move(go)](wxCommandEvent&) { go(); }, id);
  };
  auto* file = new wxMenu;
  entry(file, tr("&Print…\tCtrl+P"), [this] { desk_.print(); });
  entry(file, tr("Print at &once\tCtrl+Shift+P"), [this] { print_as_remembered(); });
  entry(file, tr("Save &PDF…\tCtrl+E"), [this] { save_with({}); });
  entry(file, tr("S&ettings…\tCtrl+,"), [this] { open_settings(); });
  entry(file, tr("&Lock\tCtrl+Shift+L"), [this] { lock_now(); });
  entry(file, tr("&Quit\tCtrl+Q"), [this] { Close(); });
  bar->Append(file, words(tr("&File")));
  auto* edit = new wxMenu;
  entry(edit, tr("&Undo\tCtrl+Z"), [this] { undo(); });
  entry(edit, tr("&Redo\tCtrl+Y"), [this] { redo(); });
  bar->Append(edit, words(tr("&Edit")));
  auto* patient = new wxMenu;
  entry(patient, tr("&Switch patient…\tCtrl+O"), [this] { desk_.choose_patient(); });
  entry(patient, tr("&New patient…\tCtrl+N"), [this] { desk_.new_patient({}); });
  entry(patient, tr("Record and &history\tCtrl+H"),
        [this] { show_history(!history_.window->IsShown()); });
  entry(patient, tr("Add a &precaution…"), [this] { desk_.precaution(nullptr); });
  entry(patient, tr("&Import patients…"), [this] { open_import(); });
  bar->Append(patient, words(tr("&Patient")));
  auto* program = new wxMenu;
  entry(program, tr("&Template…\tCtrl+T"), [this] { desk_.choose_template(); });
  entry(program, tr("&Save as template…\tCtrl+Shift+T"), [this] { desk_.save_template(); });
  entry(program, tr("&Re-issue the last plan…\tCtrl+R"), [this] { desk_.reissue(); });
  entry(program, tr("&Own exercises…"), [this] { desk_.own_exercise(); });
  entry(program, tr("&Search exercises\tCtrl+F"), [this] { desk_.search(); });
  entry(program, tr("&Next conflict\tF8"), [this] { desk_.resolve(); });
  for (int n = 0; n < 3; ++n)
    entry(program, trf("Swap for substitute {0}\tAlt+{0}", n + 1), [this, n] { number(n); });
  bar->Append(program, words(tr("P&rogram")));
  auto* help = new wxMenu;
  entry(help, tr("&Keys\tF1"), [this] { open_form(make_key_sheet(this, desk_)); });
  bar->Append(help, words(tr("&Help")));
  SetMenuBar(bar);
}

// What is typed in the focused field comes first, then the form's own changes, then the plan's.
void Frame::undo() {
  auto* field = dynamic_cast<wxTextCtrl*>(FindFocus());
  if (field && field->CanUndo()) return field->Undo();
  if (desk_.undo) return desk_.undo();
  desk_.attempt([this] { editor_.undo(); });
}

void Frame::redo() {
  auto* field = dynamic_cast<wxTextCtrl*>(FindFocus());
  if (field && field->CanRedo()) return field->Redo();
  if (!desk_.undo) desk_.attempt([this] { editor_.redo(); });
}

void Frame::open_import() {
  if (!may(session_.actor.role, Right::write)) return desk_.say(tr("A reader looks and prints."));
  open_form(make_import_form(this, desk_, session_));
}

void Frame::open_settings() {
  SettingsOptions options{session_};
  options.lock_minutes = lock_.minutes;
  options.set_lock_minutes = [this](int minutes) {
    preferences_.lock_minutes = minutes;
    lock_.minutes = minutes;
    write_preferences(options_.clinic_file, preferences_);
  };
  options.language = preferences_.language;
  options.languages = window_languages(session_.workspace);
  options.set_language = [this](const std::string& language) {
    preferences_.language = language;
    keep_preferences();
  };
  options.set_clinic = [this](const Clinic& clinic) {
    session_.store.set_clinic(session_.actor, clinic, session_.workspace.clock());
    editor_.clinic_changed();
  };
  options.back_up = [this] {
    Waiting waiting(this, tr("Making the backup…"));
    try {
      back_up_now(session_, options_.clinic_file,
                  [&](double share) { return waiting.told(share); });
    } catch (const Stopped&) {
      throw Error(ErrorKind::usage, "", tr("Stopped: no backup was made."));
    }
  };
  options.ask_file = options_.ask;
  open_form(make_settings_form(this, desk_, options));
}

}  // namespace kinescript
