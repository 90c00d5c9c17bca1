// SPDX-License-Identifier: MIT
#include "gui/unlock.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 380;

class UnlockDialog : public wxDialog {
 public:
  UnlockDialog(const Workspace& workspace, const std::filesystem::path& file,
               const std::string& login)
      : wxDialog(nullptr, wxID_ANY, "Kinescript"), workspace_(workspace), file_(file) {
    SetBackgroundColour(tokens().pane);
    wxArrayString names;
    int chosen = 0;
    for (const Clinician& clinician : Store::open(file, workspace.randomness()).clinicians()) {
      if (clinician.disabled) continue;
      if (lower_ascii(clinician.login) == lower_ascii(login))
        chosen = static_cast<int>(logins_.size());
      logins_.push_back(clinician.login);
      names.Add(words(clinician.name));
    }
    auto* title = new wxStaticText(this, wxID_ANY, "Kinescript");
    title->SetFont(font(22, true));
    title->SetForegroundColour(tokens().accent);
    who_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
    who_->SetSelection(chosen);
    style(who_, "ks");
    name_it(who_, "Who you are");
    passphrase_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                                 wxTE_PASSWORD | wxTE_PROCESS_ENTER);
    passphrase_->SetMaxLength(Passphrase::kLongest / 4);  // so that its UTF-8 fits
    passphrase_->SetHint("Passphrase");
    style(passphrase_, "ks");
    name_it(passphrase_, "Passphrase");
    wrong_ = new wxStaticText(this, wxID_ANY, "");
    wrong_->SetFont(font(13, true));
    wrong_->SetForegroundColour(tokens().danger);
    auto* go = new wxButton(this, wxID_ANY, "Unlock");
    style(go, "ks primary");

    auto* column = new wxBoxSizer(wxVERTICAL);
    for (wxWindow* each : {static_cast<wxWindow*>(title), static_cast<wxWindow*>(who_),
                           static_cast<wxWindow*>(passphrase_), static_cast<wxWindow*>(wrong_),
                           static_cast<wxWindow*>(go)})
      column->Add(each, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, px(20));
    column->AddSpacer(px(20));
    column->SetMinSize(wxSize(px(kWidth), -1));
    SetSizerAndFit(column);
    Centre();
    passphrase_->SetFocus();
    passphrase_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { try_it(); });
    go->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
  }

  std::unique_ptr<Session> session;

 private:
  void try_it() {
    try {
      Credentials credentials{logins_.at(static_cast<std::size_t>(who_->GetSelection())),
                              [this] { return Passphrase(utf8(passphrase_->GetValue())); }};
      session = std::make_unique<Session>(Session::open(workspace_, file_, credentials));
      EndModal(wxID_OK);
    } catch (const Error& error) {
      wrong_->SetLabel(words(error.message()));
      wrong_->Wrap(px(kWidth - 40));
      passphrase_->SelectAll();
      Fit();
    }
    if (session) passphrase_->ChangeValue("");
  }

  const Workspace& workspace_;
  std::filesystem::path file_;
  std::vector<std::string> logins_;
  wxChoice* who_;
  wxTextCtrl* passphrase_;
  wxStaticText* wrong_;
};

// True when nobody has to be asked anything.
bool opens_by_itself(const Workspace& workspace, const std::filesystem::path& file,
                     const std::string& login) {
  const Store store = Store::open(file, workspace.randomness());
  std::vector<Clinician> able;
  for (const Clinician& clinician : store.clinicians())
    if (!clinician.disabled &&
        (login.empty() || lower_ascii(clinician.login) == lower_ascii(login)))
      able.push_back(clinician);
  return able.size() == 1 && !store.needs_passphrase(able.front().id);
}

}  // namespace

std::unique_ptr<Session> unlock(const Workspace& workspace, const std::filesystem::path& file,
                                const std::string& login) {
  if (opens_by_itself(workspace, file, login))
    return std::make_unique<Session>(Session::open(workspace, file, Credentials{login, {}}));
  UnlockDialog dialog(workspace, file, login);
  dialog.ShowModal();
  return std::move(dialog.session);
}

}  // namespace kinescript
