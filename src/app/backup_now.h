// SPDX-License-Identifier: MIT
// Today's backup into the folder beside the clinic file, those that no longer stay removed
// (store/backup.h); and what to say of the last one. For the command line and the window.
//
//   const MadeBackup made = back_up_now(session, clinic_file);
//   last_backup(clinic_file)    -> "Last backup 2026-11-23, in the folder backups; 3 are kept." or
//                                  "No backup yet."
//
// Throws what rotate_backups and Store::back_up throw.
#pragma once
#include <filesystem>
#include <string>

#include "app/session.h"

namespace kinescript {

struct MadeBackup {
  std::filesystem::path file;
  BackupFacts facts;
};
MadeBackup back_up_now(Session& session, const std::filesystem::path& clinic_file,
                       const Progress& progress = {});
std::string last_backup(const std::filesystem::path& clinic_file);

// The folder that was chosen for them, "" for the usual one beside the clinic file. Choosing is an
// administrator's; Error{io} when it is no folder that is there.
std::string backup_folder(const std::filesystem::path& clinic_file);
void set_backup_folder(const Session& session, const std::filesystem::path& clinic_file,
                       const std::string& folder);

}  // namespace kinescript
