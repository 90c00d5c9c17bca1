// SPDX-License-Identifier: MIT
// The first start, when there is no clinic file: the clinic's name, phone and country, the first
// clinician with a passphrase or, plainly said, none, and the recovery sheet; or invented patients
// to try it with; or a backup.
//
//   std::unique_ptr<Session> session = first_run(workspace, file, ask_for_file, open_backup);
//
// Null when the person left; then there is no clinic file. Throws what Store::create throws.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/session.h"

class wxDialog;
class wxWindow;

namespace kinescript {

struct FirstRunOptions {
  // The file to save the recovery sheet to, and the backup to open; nullopt: thought better of it.
  std::function<std::optional<std::filesystem::path>(wxWindow* parent, const std::string& name)>
      ask_sheet;
  std::function<std::optional<std::filesystem::path>(wxWindow* parent)> ask_backup;
  bool for_tests = false;  // the smallest key derivation
};
std::unique_ptr<Session> first_run(const Workspace& workspace, const std::filesystem::path& file,
                                   const FirstRunOptions& options);

// The dialog alone, to be looked at.
wxDialog* make_first_run(const Workspace& workspace, const std::filesystem::path& file,
                         const FirstRunOptions& options);

// Asks where a new recovery sheet goes, writes it, and only then makes its key the one that opens
// the clinic file. False when the person thought better of it.
bool save_recovery_sheet(Session& session, wxWindow* parent, const FirstRunOptions& options);

}  // namespace kinescript
