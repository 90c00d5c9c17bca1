// SPDX-License-Identifier: MIT
// Backups of a clinic file, and the way back. A backup is a whole clinic file: sealed like the
// original, opened by the same passphrases, in one piece (no log beside it), 0600.
//
//   store.back_up(actor, "stick/clinic.ksc", clock);            // store/store.h
//   rotate_backups("clinic.ksc", clock.today, [&](auto& file) { store.back_up(actor, file, clock);
//   });
//
//   RestoreCopy copy("stick/clinic.ksc", "clinic.ksc", randomness);   // looked at, copied beside
//   { Store store = copy.open(); store.unlock(…); store.verify(); store.note(… restore …); }
//   copy.put_in_place(clock);                                   // the present kept, then replaced
//
// The dated backups lie in the folder "backups" beside the clinic file, or in one that was chosen,
// as clinic-2026-11-23.ksc. A chosen folder that is not there (a stick that is not plugged in) is
// Error{io}, never made anew.
// They are made when they are asked for, never behind somebody's back in the middle of their work;
// the second one of a day takes the place of the first once it is whole.
//
// Throws Error: not_found, damaged, newer (nothing was changed, byte for byte), conflict (the
// present file is open elsewhere, or is another clinic's), io (full disk, read-only folder).
// Stopped by a Progress (base/progress.h) a backup leaves only its line in the journal, a restore
// nothing.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/progress.h"
#include "store/store.h"

namespace kinescript {

// Which of these days' backups stay: the 3 newest, the last one of each of the 4 newest weeks and
// of the 5 newest months that are over, as seen from the newest backup. Newest first.
std::vector<Date> backups_to_keep(std::vector<Date> days);

std::filesystem::path backups_folder(const std::filesystem::path& clinic_file);
// Another one, kept in a file of one line beside the clinic file ("clinic.backups"); "" for the
// usual one again. Error{io} when it is no folder that is there. Backups made before stay where
// they are.
void choose_backups_folder(const std::filesystem::path& clinic_file,
                           const std::filesystem::path& folder);
// "" for the usual one.
std::filesystem::path chosen_backups_folder(const std::filesystem::path& clinic_file);
std::filesystem::path dated_backup(const std::filesystem::path& clinic_file, Date day);
// The days of which there is a backup, newest first.
std::vector<Date> backup_days(const std::filesystem::path& clinic_file);

// Makes today's backup with `make`, which is given a name that is free, and only then removes those
// that no longer stay. Returns the backup's path.
std::filesystem::path rotate_backups(const std::filesystem::path& clinic_file, Date today,
                                     const std::function<void(const std::filesystem::path&)>& make);

// A copy of a backup in a folder of its own beside the clinic file; the folder goes with it. The
// backup itself is only read.
class RestoreCopy {
 public:
  RestoreCopy(const std::filesystem::path& backup, const std::filesystem::path& clinic_file,
              Randomness randomness, const Progress& progress = {});
  RestoreCopy(const RestoreCopy&) = delete;
  RestoreCopy& operator=(const RestoreCopy&) = delete;
  ~RestoreCopy();

  // Locked, brought up to date. Wrong passphrases count for the present clinic file too, if it is
  // of the same clinic: restoring is no way around the waiting. They are carried back when this
  // goes.
  Store open() const;
  // REQUIRES that what open() gave is closed. Keeps the present clinic file, if there is one, in
  // the folder of backups (its path is returned), and puts the copy in its place by one rename.
  std::optional<std::filesystem::path> put_in_place(const Clock& clock) const;

 private:
  std::filesystem::path clinic_file_, folder_, copy_;
  Randomness randomness_;
};

}  // namespace kinescript
