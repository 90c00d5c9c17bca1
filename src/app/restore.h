// SPDX-License-Identifier: MIT
// What is in a backup, seen before anything is replaced: all of it is opened once.
//
//   RestoreCopy copy(file, clinic_file, randomness);
//   BackupFacts facts = check_backup(copy, file, BackupUse::restore,
//                                    [&](Store s) { return Session::begin(workspace, std::move(s),
//                                    me); });
//   copy.put_in_place(clock);
//
// To restore asks for an administrator of the backup, and is journalled in it. Throws
// Error{damaged} for a backup that is not whole, and what `begin` and the store throw.
#pragma once
#include <functional>
#include <string>

#include "app/session.h"
#include "store/backup.h"

namespace kinescript {

enum class BackupUse : unsigned char { look, restore };
BackupFacts check_backup(const RestoreCopy& copy, const std::string& file, BackupUse use,
                         const std::function<Session(Store)>& begin, const Progress& progress = {});

}  // namespace kinescript
