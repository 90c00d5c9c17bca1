// SPDX-License-Identifier: MIT
#include "gui/restore_dialog.h"

#include <wx/dialog.h>

#include <optional>
#include <utility>

#include "app/day_text.h"
#include "app/restore.h"
#include "base/error.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/style.h"
#include "gui/unlock.h"
#include "gui/waiting.h"

namespace kinescript {
namespace {

constexpr int kWidth = 460;

std::string inside(const BackupFacts& facts, const Workspace& workspace) {
  std::string made = tr("A clinic file, not made as a backup.");
  if (facts.backed_up) {
    const Date day = std::chrono::floor<std::chrono::days>(*facts.backed_up);
    made = trf("Made on {}.", day_text(day, workspace));
  }
  const auto counted = [](std::int64_t n) { return static_cast<std::size_t>(n); };
  return made + " " +
         trf("Inside: {}, {}, {}.", trn("{} patient", "{} patients", counted(facts.patients)),
             trn("{} issued plan", "{} issued plans", counted(facts.plans)),
             trn("{} draft", "{} drafts", counted(facts.drafts)));
}

bool confirmed(const BackupFacts& facts, const Workspace& workspace, bool replaces) {
  const wxString word = words(tr("RESTORE"));  // typed, so that nobody does it unawares
  wxDialog dialog(nullptr, wxID_ANY, words(tr("Restore a backup")));
  dialog.SetBackgroundColour(tokens().pane);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->SetMinSize(wxSize(px(kWidth), -1));
  column->AddSpacer(px(16));
  const auto say = [&](const std::string& text, bool bold) {
    auto* made = make_text(&dialog, text, font(14, bold), tokens().text);
    made->Wrap(px(kWidth - 32));
    column->Add(made, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  };
  say(inside(facts, workspace), true);
  if (replaces)
    say(tr("It replaces all data of this clinic file. The present file is kept beside the backups "
           "first."),
        false);
  const std::string asked = trf("Type {}", utf8(word));
  add_caption(&dialog, column, asked);
  wxTextCtrl* typed = add_entry(&dialog, column, asked);
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  foot->AddStretchSpacer();
  foot->Add(make_button(&dialog, tr("Cancel"), "ks", [&] { dialog.EndModal(wxID_CANCEL); }));
  const auto go = [&] {
    if (typed->GetValue() == word) dialog.EndModal(wxID_OK);
  };
  wxButton* restore = make_button(&dialog, tr("Restore"), "ks danger", go);
  foot->Add(restore, 0, wxLEFT, px(8));
  restore->Disable();
  typed->Bind(wxEVT_TEXT, [&](wxCommandEvent&) { restore->Enable(typed->GetValue() == word); });
  typed->Bind(wxEVT_TEXT_ENTER, [&](wxCommandEvent&) { go(); });
  column->Add(foot, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  dialog.SetSizerAndFit(column);
  dialog.Centre();
  typed->SetFocus();
  return dialog.ShowModal() == wxID_OK;
}

}  // namespace

std::unique_ptr<RestoreCopy> choose_backup(const Workspace& workspace,
                                           const std::filesystem::path& backup,
                                           const std::filesystem::path& clinic_file) {
  std::unique_ptr<RestoreCopy> copy;
  std::optional<Waiting> waiting;
  const Progress progress = [&](double share) { return waiting->told(share); };
  BackupFacts facts;
  try {
    waiting.emplace(nullptr, tr("Copying the backup…"));
    copy = std::make_unique<RestoreCopy>(backup, clinic_file, workspace.randomness(), progress);
    waiting.reset();
    const auto begin = [&](Store store) {
      auto session = unlock(workspace, std::move(store), {}, tr("Unlock the backup"));
      if (!session) throw Stopped();
      waiting.emplace(nullptr, tr("Checking the backup…"));
      return std::move(*session);
    };
    facts = check_backup(*copy, backup.string(), BackupUse::restore, begin, progress);
    waiting.reset();
  } catch (const Stopped&) {
    return nullptr;
  }
  if (!confirmed(facts, workspace, std::filesystem::exists(clinic_file))) return nullptr;
  return copy;
}

}  // namespace kinescript
