// SPDX-License-Identifier: MIT
// Settings (Ctrl+,): a list of pages, each saved as one goes (gui/settings_pages.h). What cannot be
// read stays typed and is told; the old value stays in force. Ctrl+Z takes back the last change.
// The clinic's record is an administrator's.
#include <wx/listbox.h>

#include "base/error.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/settings_pages.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 820, kList = 180;

class SettingsForm : public Form {
 public:
  SettingsForm(wxWindow* parent, Desk& desk, const SettingsOptions& options)
      : Form(parent, desk, tr("Settings"), kWidth), settings_{desk, options} {
    settings_.tell = [this](const std::function<void()>& action) {
      return tell(action, tr("Saved."));
    };
    make_list();
    make_foot();
    list_->SetSelection(0);
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { turn_to(list_->GetSelection()); });
    Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { save(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_ESCAPE) save();
      event.Skip();
    });
    desk.undo = [this] { take_back(); };
    turn_to(0);
    fit();
    list_->SetFocus();
  }

 private:
  void make_list() {
    list_ = new wxListBox(this, wxID_ANY);
    list_->SetMinSize(wxSize(px(kList), px(300)));
    list_->SetFont(font(14));
    name_it(list_, tr("Pages of the settings"));
    book_ = new wxBoxSizer(wxVERTICAL);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(list_, 0, wxEXPAND | wxLEFT, px(16));
    row->Add(book_, 1, wxEXPAND | wxRIGHT, px(4));  // beside the form's border
    column_->Add(row, 1, wxEXPAND | wxBOTTOM, px(12));
    wxSize largest;
    for (const auto make : {make_clinic_page, make_handout_page, make_security_page,
                            make_window_page, make_backup_page, make_clinicians_page}) {
      SettingsPage* page = make(this, settings_);
      book_->Add(page, 1, wxEXPAND);
      pages_.push_back(page);
      list_->Append(words(page->title()));
      largest.IncTo(page->GetSizer()->GetMinSize());
    }
    book_->SetMinSize(largest);
  }

  void make_foot() {
    said_ = make_text(this, tr("Changes are saved as you make them. Ctrl+Z takes back."), font(13),
                      tokens().text2);
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(said_, 1, wxALIGN_CENTRE_VERTICAL);
    foot->Add(make_button(this, tr("Close"), "ks primary", [this] { desk_.close_form(); }));
    column_->Add(foot, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  }

  void turn_to(int at) {
    for (std::size_t i = 0; i < pages_.size(); ++i) pages_[i]->Show(static_cast<int>(i) == at);
    Layout();
  }

  void save() {
    for (SettingsPage* page : pages_) page->save();
  }

  void take_back() {
    save();
    if (settings_.steps.empty()) return say(tr("There is nothing more to take back here."), true);
    const auto step = settings_.steps.back();
    settings_.steps.pop_back();
    tell(step, tr("Taken back."));
    for (SettingsPage* page : pages_) page->show_stored();
  }

  bool tell(const std::function<void()>& action, const std::string& done) {
    try {
      action();
    } catch (const Error& error) {
      say("⚠ " + error.message(), false);
      return false;
    }
    say(done, true);
    return true;
  }

  void say(const std::string& text, bool calm) {
    said_->SetForegroundColour(calm ? tokens().text2 : tokens().danger);
    said_->SetLabel(words(text));
    said_->Wrap(px(kWidth - 140));
    name_it(said_, text);
    Layout();
  }

  Settings settings_;
  wxListBox* list_ = nullptr;
  wxBoxSizer* book_ = nullptr;
  wxStaticText* said_ = nullptr;
  std::vector<SettingsPage*> pages_;
};

}  // namespace

wxWindow* make_settings_form(wxWindow* parent, Desk& desk, const SettingsOptions& options) {
  return new SettingsForm(parent, desk, options);
}

}  // namespace kinescript
