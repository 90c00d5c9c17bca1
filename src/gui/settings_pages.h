// SPDX-License-Identifier: MIT
// The pages of the settings, each a panel that knows the form through Settings only. A page stores
// as one goes: a choice at once, a text when Enter or leaving the field says that it is done.
//
//   SettingsPage* page = make_clinic_page(form, settings);
//   page->save();             // what is typed and not stored yet
//   page->show_stored();      // after something was taken back
#pragma once
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include <functional>
#include <string>
#include <vector>

#include "app/clinic_text.h"
#include "gui/entry.h"
#include "gui/forms.h"

namespace kinescript {

struct Settings {
  Desk& desk;
  SettingsOptions options;
  // Runs it and says at the foot of the form "Saved." or what is wrong; true when it went well.
  std::function<bool(const std::function<void()>& action)> tell = {};
  // How the changes are taken back, the last one first.
  std::vector<std::function<void()>> steps = {};

  Session& session() const { return options.session; }
  bool administers() const { return may(session().actor.role, Right::administer); }
  // tell(), and what takes it back when it went well.
  bool step(const std::function<void()>& action, std::function<void()> back);
  bool change(const ClinicText& text);
};

class SettingsPage : public wxPanel {
 public:
  SettingsPage(wxWindow* parent, Settings& settings, const std::string& title,
               const std::string& about);
  const std::string& title() const { return title_; }
  virtual void save() {}
  virtual void show_stored() {}

 protected:
  // A caption and a field under it, in a column of its own that may stand beside others.
  wxSizer* captioned(const std::string& name, wxWindow* control);
  // One line of captioned fields, as wide as the page.
  std::vector<Entry*> fields(const std::vector<std::string>& names, long flags = 0);
  wxChoice* choice(const std::string& name, const std::vector<std::string>& texts,
                   const std::function<void(int)>& take);
  // A file or folder: its path, and a button that asks for it; `take` gets what was said.
  wxSizer* path(const std::string& name, const std::string& hint, bool folder,
                std::function<void(const std::string& path)> take, wxTextCtrl** made = nullptr);

  Settings& settings_;
  wxBoxSizer* column_;

 private:
  std::string title_;
};

SettingsPage* make_clinic_page(wxWindow* parent, Settings& settings);
SettingsPage* make_handout_page(wxWindow* parent, Settings& settings);
SettingsPage* make_security_page(wxWindow* parent, Settings& settings);
SettingsPage* make_window_page(wxWindow* parent, Settings& settings);
SettingsPage* make_backup_page(wxWindow* parent, Settings& settings);
SettingsPage* make_clinicians_page(wxWindow* parent, Settings& settings);

}  // namespace kinescript
