// SPDX-License-Identifier: MIT
// The way back to a backup: it is unlocked by a clinician of its own and opened whole, what is
// inside is shown, and RESTORE is typed. Nothing is replaced here: the caller does it, once the
// present clinic file is closed.
//
//   if (auto copy = choose_backup(workspace, backup, clinic_file)) copy->put_in_place(clock);
//
// Null when the person thought better of it. Throws what RestoreCopy and check_backup throw.
#pragma once
#include <filesystem>
#include <memory>

#include "app/restore.h"
#include "app/workspace.h"

namespace kinescript {

std::unique_ptr<RestoreCopy> choose_backup(const Workspace& workspace,
                                           const std::filesystem::path& backup,
                                           const std::filesystem::path& clinic_file);

}  // namespace kinescript
