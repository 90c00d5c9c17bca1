// SPDX-License-Identifier: MIT
#include "gui/unlock.h"

#include <wx/app.h>
#include <wx/dialog.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include <utility>
#include <vector>

#include "app/clinicians.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 380, kColumns = 3;

std::vector<Clinician> able_clinicians(const Store& store) {
  std::vector<Clinician> able;
  for (const Clinician& clinician : store.clinicians())
    if (!clinician.disabled) able.push_back(clinician);
  return able;
}

class UnlockPanel : public wxPanel {
 public:
  UnlockPanel(wxWindow* parent, const Workspace& workspace, Store& store, const std::string& login,
              const std::string& title, std::function<void(const Actor&)> done)
      : wxPanel(parent),
        workspace_(workspace),
        store_(store),
        done_(std::move(done)),
        who_(able_clinicians(store)) {
    SetBackgroundStyle(wxBG_STYLE_SYSTEM);
    SetBackgroundColour(tokens().pane);
    auto* column = new wxBoxSizer(wxVERTICAL);
    SetSizer(column);
    column->SetMinSize(wxSize(px(kWidth), -1));
    auto* heading = make_text(this, title, font(20, true), tokens().text);
    column->Add(heading, 0, wxALIGN_CENTRE_HORIZONTAL | wxALL, px(16));
    column->Add(make_tiles(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    add_field(passphrase_, column, tr("Passphrase"), wxTE_PASSWORD);
    recovery_ = new wxBoxSizer(wxVERTICAL);
    column->Add(recovery_, 0, wxEXPAND);
    said_ = make_text(this, "", font(13, true), tokens().danger);
    column->Add(said_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    forgot_ = make_button(this, tr("Forgot it? Use the recovery sheet…"), "ks flat",
                          [this] { show_recovery(!recovering_); });
    go_ = make_button(this, tr("Unlock"), "ks primary", [this] { go(); });
    foot->Add(forgot_, 0, wxALIGN_CENTRE_VERTICAL);
    foot->AddStretchSpacer();
    foot->Add(go_, 0, wxLEFT, px(16));
    column->Add(foot, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    for (std::size_t i = 0; i < who_.size(); ++i)
      if (lower_ascii(who_[i].login) == lower_ascii(login)) chosen_ = i;
    choose(chosen_);
    said_->Hide();
    if (!parent->IsTopLevel()) fit();  // a dialog lays out when it is shown
    first_field()->SetFocus();
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
  }

 private:
  struct Field {
    wxStaticText* caption = nullptr;
    wxTextCtrl* text = nullptr;
  };

  void add_field(Field& field, wxSizer* column, const std::string& label, long flags) {
    field.caption = add_caption(this, column, label);
    field.text = add_entry(this, column, label, {}, flags);
    field.text->SetMaxLength(Passphrase::kLongest / 4);  // so that its UTF-8 fits
    field.text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { go(); }); });
  }

  // When first asked for: the window is seen sooner without them.
  void make_recovery() {
    add_field(key_, recovery_, tr("Recovery key, from the sheet"), 0);
    add_field(fresh_, recovery_, tr("New passphrase"), wxTE_PASSWORD);
    add_field(again_, recovery_, tr("New passphrase once more"), wxTE_PASSWORD);
    for (const Field& field : {key_, fresh_, again_}) field.text->MoveBeforeInTabOrder(forgot_);
  }

  wxSizer* make_tiles() {
    auto* grid = new wxGridSizer(kColumns, px(8), px(8));
    for (std::size_t i = 0; i < who_.size(); ++i) {
      tiles_.push_back(make_button(this, who_[i].name, "ks tile", [this, i] {
        choose(i);
        first_field()->SetFocus();
      }));
      grid->Add(tiles_.back(), 0, wxEXPAND);
    }
    return grid;
  }

  void choose(std::size_t at) {
    chosen_ = at;
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
      unstyle(tiles_[i], "on");
      if (i == at) style(tiles_[i], "on");
      name_it(tiles_[i], i == at ? trf("{}, chosen", who_[i].name) : who_[i].name);
    }
  }

  wxTextCtrl* first_field() const { return recovering_ ? key_.text : passphrase_.text; }

  void show_recovery(bool so) {
    recovering_ = so;
    if (so && !key_.text) make_recovery();
    for (const Field& field : {key_, fresh_, again_}) show(field, so);
    show(passphrase_, !so);
    forgot_->SetLabel(
        words(so ? tr("Back to the passphrase") : tr("Forgot it? Use the recovery sheet…")));
    go_->SetLabel(words(so ? tr("Set and unlock") : tr("Unlock")));
    say("");
    first_field()->SetFocus();
  }

  static void show(const Field& field, bool so) {
    if (!field.text) return;
    field.caption->Show(so);
    field.text->Show(so);
    if (!so) wipe(field);
  }

  static void wipe(const Field& field) {
    if (field.text) field.text->ChangeValue("");
  }

  void say(const std::string& what) {
    said_->SetLabel(words(what));
    said_->Wrap(px(kWidth - 32));
    said_->Show(!what.empty());
    name_it(said_, what);
    fit();
  }

  void fit() {
    Layout();
    SetSize(GetSizer()->GetMinSize());
    Layout();
    wxWindow* parent = GetParent();
    if (parent->GetSizer() && parent->IsTopLevel())
      parent->Fit();
    else
      Move((parent->GetClientSize().x - GetSize().x) / 2,
           (parent->GetClientSize().y - GetSize().y) / 3);
  }

  void key(wxKeyEvent& event) {
    const int by = event.GetKeyCode() == WXK_RIGHT ? 1 : event.GetKeyCode() == WXK_LEFT ? -1 : 0;
    auto* focus = dynamic_cast<wxTextCtrl*>(FindFocus());
    if (by != 0 && (!focus || focus->IsEmpty()) && !tiles_.empty()) {
      choose((chosen_ + tiles_.size() + static_cast<std::size_t>(by)) % tiles_.size());
      return;
    }
    if (wxGetKeyState(WXK_CAPITAL))
      say(tr("Caps Lock is on."));
    else if (said_->GetLabel() == words(tr("Caps Lock is on.")))
      say("");
    event.Skip();
  }

  void go() {
    if (open_) return;  // Enter was pressed twice
    try {
      const Clinician& clinician = who_.at(chosen_);
      const Actor actor = recovering_ ? recover(clinician)
                                      : store_.unlock(clinician.id, typed(passphrase_).text(),
                                                      workspace_.real_clock());
      for (const Field& field : {passphrase_, key_, fresh_, again_}) wipe(field);
      open_ = true;
      CallAfter([this, actor] { done_(actor); });
    } catch (const Error& error) {
      first_field()->SelectAll();
      say(error.message());
    }
  }

  Actor recover(const Clinician& clinician) {
    const Passphrase fresh = typed(fresh_);
    if (fresh.empty())
      throw Error(ErrorKind::usage, "", tr("Choose a new passphrase; write it twice."));
    require_same(fresh, typed(again_));
    return store_.recover(typed(key_).text(), clinician.id, fresh.text(), workspace_.real_clock());
  }

  static Passphrase typed(const Field& field) { return Passphrase(utf8(field.text->GetValue())); }

  const Workspace& workspace_;
  Store& store_;
  std::function<void(const Actor&)> done_;
  std::vector<Clinician> who_;
  std::vector<wxButton*> tiles_;
  std::size_t chosen_ = 0;
  bool recovering_ = false, open_ = false;
  Field passphrase_, key_, fresh_, again_;
  wxSizer* recovery_ = nullptr;
  wxStaticText* said_ = nullptr;
  wxButton *forgot_ = nullptr, *go_ = nullptr;
};

// True when nobody has to be asked anything.
bool opens_by_itself(const Store& store, const std::string& login) {
  std::vector<Clinician> able;
  for (const Clinician& clinician : able_clinicians(store))
    if (login.empty() || lower_ascii(clinician.login) == lower_ascii(login))
      able.push_back(clinician);
  return able.size() == 1 && !store.needs_passphrase(able.front().id);
}

}  // namespace

wxWindow* make_unlock_panel(wxWindow* parent, const Workspace& workspace, Store& store,
                            const std::string& login, const std::string& title,
                            std::function<void(const Actor&)> done) {
  return new UnlockPanel(parent, workspace, store, login, title, std::move(done));
}

std::unique_ptr<Session> unlock(const Workspace& workspace, Store store, const std::string& login,
                                const std::string& title) {
  std::string who = login;
  if (!opens_by_itself(store, login)) {
    wxDialog dialog(nullptr, wxID_ANY, "Kinescript");
    dialog.SetBackgroundStyle(wxBG_STYLE_SYSTEM);
    dialog.SetBackgroundColour(tokens().pane);
    dialog.SetSizer(new wxBoxSizer(wxVERTICAL));
    end_on_escape(dialog);
    wxWindow* card =
        make_unlock_panel(&dialog, workspace, store, login, title, [&](const Actor& actor) {
          for (const Clinician& clinician : store.clinicians())
            if (clinician.id == actor.id) who = clinician.login;
          dialog.EndModal(wxID_OK);
        });
    dialog.GetSizer()->Add(card, 1, wxEXPAND);
    dialog.Fit();
    dialog.Centre();
    // While the passphrase is typed, and not before the window is seen.
    card->Bind(wxEVT_PAINT, [&workspace](wxPaintEvent& event) {
      wxTheApp->CallAfter([&workspace] { workspace.read_ahead(); });
      event.Skip();
    });
    if (dialog.ShowModal() != wxID_OK) return nullptr;
  }
  return std::make_unique<Session>(
      Session::begin(workspace, std::move(store), Credentials{who, {}}));
}

}  // namespace kinescript
