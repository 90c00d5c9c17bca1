// SPDX-License-Identifier: MIT
// Settings (Ctrl+,): a list of pages, each saved as one goes: a choice at once, a text when Enter
// or leaving the field says that it is done. What cannot be read stays typed and is told; the old
// value stays in force. The clinic's record is an administrator's.
#include <fmt/format.h>
#include <wx/app.h>
#include <wx/listbox.h>

#include <vector>

#include "app/backup_now.h"
#include "app/clinic_text.h"
#include "app/print_choices.h"
#include "app/shown_words.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/language.h"
#include "gui/preferences.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 760, kList = 180;
constexpr const char* kInks[] = {"black_and_white", "colour"};
constexpr const char* kPapers[] = {"a4", "letter"};

class SettingsForm : public Form {
 public:
  SettingsForm(wxWindow* parent, Desk& desk, const SettingsOptions& options)
      : Form(parent, desk, tr("Settings"), kWidth), options_(options) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    list_ = new wxListBox(this, wxID_ANY);
    list_->SetMinSize(wxSize(px(kList), px(300)));
    list_->SetFont(font(14));
    name_it(list_, tr("Pages of the settings"));
    row->Add(list_, 0, wxEXPAND | wxLEFT, px(16));
    book_ = new wxBoxSizer(wxVERTICAL);
    row->Add(book_, 1, wxEXPAND | wxRIGHT, px(4));  // beside the form's border
    column_->Add(row, 1, wxEXPAND | wxBOTTOM, px(12));
    make_clinic(page(tr("Clinic header"), tr("Printed at the top of every handout.")));
    make_handouts(
        page(tr("Handout defaults"), tr("For patients for whom nothing else is remembered.")));
    make_security(page(tr("Security"), tr("The window locks itself when nobody uses it.")));
    make_window(page(tr("Window"), tr("For this clinic file on this computer.")));
    make_backup(page(tr("Backup"), tr("A whole, sealed copy of the clinic file.")));
    make_clinicians(page(tr("Clinicians"), tr("Who may open the clinic file.")));
    said_ = new wxStaticText(this, wxID_ANY, words(tr("Changes are saved as you make them.")));
    said_->SetFont(font(13));
    said_->SetForegroundColour(tokens().text2);
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(said_, 1, wxALIGN_CENTRE_VERTICAL);
    foot->Add(make_button(this, tr("Close"), "ks primary", [this] { desk_.close_form(); }));
    column_->Add(foot, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    list_->SetSelection(0);
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { turn_to(list_->GetSelection()); });
    Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { save_texts(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_ESCAPE) save_texts();
      event.Skip();
    });
    wxSize largest;
    for (wxPanel* each : pages_) largest.IncTo(each->GetSizer()->GetMinSize());
    book_->SetMinSize(largest);
    turn_to(0);
    fit();
    list_->SetFocus();
  }

 private:
  struct Text {
    wxTextCtrl* field;
    std::optional<std::string> ClinicText::*part;
    std::string stored;
  };

  wxPanel* page(const std::string& name, const std::string& about) {
    auto* made = new wxPanel(this);
    made->SetBackgroundColour(tokens().pane);
    auto* column = new wxBoxSizer(wxVERTICAL);
    made->SetSizer(column);
    for (const auto& [text, bold] : {std::pair(name, true), std::pair(about, false)}) {
      auto* line = new wxStaticText(made, wxID_ANY, words(text));
      line->SetFont(font(bold ? 16.5 : 13, bold));
      line->SetForegroundColour(bold ? tokens().text : tokens().text2);
      if (bold) line->SetMinSize(wxSize(-1, line->GetCharHeight()));
      column->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    }
    book_->Add(made, 1, wxEXPAND);
    pages_.push_back(made);
    list_->Append(words(name));
    return made;
  }

  void turn_to(int at) {
    for (std::size_t i = 0; i < pages_.size(); ++i) pages_[i]->Show(static_cast<int>(i) == at);
    Layout();
  }

  bool administers() const { return may(desk_.editor.session().actor.role, Right::administer); }

  void make_clinic(wxPanel* page) {
    const Clinic clinic = desk_.editor.session().store.clinic();
    const auto add = [&](const std::string& name, const std::string& stored,
                         std::optional<std::string> ClinicText::*part) {
      add_caption(page, page->GetSizer(), name);
      auto* field = add_entry(page, page->GetSizer(), name);
      field->ChangeValue(words(stored));
      field->Enable(administers());
      field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        save_texts();
      });
      texts_.push_back({field, part, stored});
    };
    add(tr("Clinic name"), clinic.name, &ClinicText::name);
    add(tr("Address line"), clinic.address, &ClinicText::address);
    add(tr("Phone"), clinic.phone, &ClinicText::phone);
    add(tr("Hours"), clinic.hours, &ClinicText::hours);
  }

  wxChoice* add_choice(wxPanel* page, const std::string& name,
                       const std::vector<std::string>& texts, int selected,
                       const std::function<void(int)>& take) {
    add_caption(page, page->GetSizer(), name);
    auto* made = labelled_choice(page, name, texts);
    made->SetSelection(selected);
    made->Bind(wxEVT_CHOICE, [made, take](wxCommandEvent&) { take(made->GetSelection()); });
    page->GetSizer()->Add(made, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    return made;
  }

  void make_handouts(wxPanel* page) {
    const PrintOptions now = settled({}, desk_.editor.session().store.clinic(), {});
    std::vector<std::string> layouts, weeks = {tr("No diary")};
    int layout = 0;
    for (std::size_t at = 0; at < kLayoutNames.size(); ++at) {
      layouts.push_back(tr(kLayoutNames[at].name));
      if (*now.layout == kLayoutNames[at].code) layout = static_cast<int>(at);
    }
    for (std::size_t n = 1; n <= std::size_t{kMostDiaryWeeks}; ++n)
      weeks.push_back(trn("{} week", "{} weeks", n));
    const auto set = [this](const ClinicText& text) { change(text); };
    const std::vector<wxChoice*> made = {
        add_choice(page, tr("Layout"), layouts, layout,
                   [set](int at) {
                     set({.layout = std::string(kLayoutNames[static_cast<std::size_t>(at)].code)});
                   }),
        add_choice(page, tr("Paper"), {"A4", tr("Letter")}, *now.paper == Paper::a4 ? 0 : 1,
                   [set](int at) { set({.paper = kPapers[at]}); }),
        add_choice(page, tr("Ink"), {tr("Black and white"), tr("Colour")},
                   *now.palette == Palette::colour ? 1 : 0,
                   [set](int at) { set({.ink = kInks[at]}); }),
        add_choice(page, tr("Exercise diary"), weeks, *now.diary_weeks,
                   [set](int at) { set({.diary = at}); })};
    for (wxChoice* each : made) each->Enable(administers());
  }

  void make_security(wxPanel* page) {
    std::vector<std::string> minutes;
    for (std::size_t n = kLeastLockMinutes; n <= std::size_t{kMostLockMinutes}; ++n)
      minutes.push_back(trn("{} minute", "{} minutes", n));
    add_choice(
        page, tr("Lock after"), minutes, options_.lock_minutes - kLeastLockMinutes,
        [this](int at) { tell([&] { options_.set_lock_minutes(at + kLeastLockMinutes); }); });
  }

  void make_window(wxPanel* page) {
    std::vector<std::string> names = {tr("The system's language")};
    int chosen = 0;
    for (const std::string& code : options_.languages) {
      if (code == options_.language) chosen = static_cast<int>(names.size());
      names.push_back(language_own_name(code));
    }
    add_choice(page, tr("Language of the window"), names, chosen, [this](int at) {
      tell([&] {
        options_.set_language(at == 0 ? std::string()
                                      : options_.languages[static_cast<std::size_t>(at - 1)]);
      });
    });
    add_caption(page, page->GetSizer(), tr("The window speaks it when it is next opened."));
  }

  void make_backup(wxPanel* page) {
    add_caption(page, page->GetSizer(), tr("Backup"));
    backup_ = new wxStaticText(page, wxID_ANY, words(last_backup(desk_.clinic_file)));
    backup_->SetFont(font(14, true));
    name_it(backup_, last_backup(desk_.clinic_file));
    page->GetSizer()->Add(backup_, 0, wxLEFT | wxRIGHT | wxTOP | wxBOTTOM, px(16));
    page->GetSizer()->Add(make_button(page, tr("Back up now"), "ks",
                                      [this] {
                                        tell([&] { options_.back_up(); });
                                        const std::string last = last_backup(desk_.clinic_file);
                                        backup_->SetLabel(words(last));
                                        name_it(backup_, last);
                                        Layout();
                                      }),
                          0, wxLEFT, px(16));
  }

  void make_clinicians(wxPanel* page) {
    for (const Clinician& one : desk_.editor.session().store.clinicians())
      add_caption(page, page->GetSizer(), clinician_line(one));
  }

  static std::string clinician_line(const Clinician& one) {
    const std::string line = fmt::format("{} ({}), {}", one.name, one.login, shown(word(one.role)));
    return one.disabled ? trf("{}, disabled", line) : line;
  }

  void save_texts() {
    for (Text& text : texts_) {
      const std::string typed = utf8(text.field->GetValue());
      if (typed == text.stored) continue;
      ClinicText said;
      said.*text.part = typed;
      if (change(said)) {
        text.stored = typed;
        unstyle(text.field, "bad");
      } else {
        style(text.field, "bad");
        return;
      }
    }
  }

  bool change(const ClinicText& text) {
    return tell([&] { options_.set_clinic(text); });
  }

  bool tell(const std::function<void()>& action) {
    std::string said = tr("Saved.");
    bool done = true;
    try {
      action();
    } catch (const Error& error) {
      said = "⚠ " + error.message();
      done = false;
    }
    said_->SetForegroundColour(done ? tokens().text2 : tokens().danger);
    said_->SetLabel(words(said));
    name_it(said_, said);
    Layout();
    return done;
  }

  SettingsOptions options_;
  wxListBox* list_;
  wxBoxSizer* book_;
  wxStaticText *said_ = nullptr, *backup_ = nullptr;
  std::vector<wxPanel*> pages_;
  std::vector<Text> texts_;
};

}  // namespace

wxWindow* make_settings_form(wxWindow* parent, Desk& desk, const SettingsOptions& options) {
  return new SettingsForm(parent, desk, options);
}

}  // namespace kinescript
