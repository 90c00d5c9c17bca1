// SPDX-License-Identifier: MIT
#include "app/backup_now.h"

#include "base/translate.h"
#include "store/backup.h"

namespace kinescript {

MadeBackup back_up_now(Session& session, const std::filesystem::path& clinic_file,
                       const Progress& progress) {
  session.require(Right::write);
  const Clock& clock = session.workspace.clock();
  MadeBackup made;
  made.file = rotate_backups(clinic_file, clock.today, [&](const std::filesystem::path& path) {
    made.facts = session.store.back_up(session.actor, path, clock, progress);
  });
  return made;
}

std::string last_backup(const std::filesystem::path& clinic_file) {
  const auto days = backup_days(clinic_file);
  if (days.empty()) return tr("No backup yet.");
  const std::string folder = backups_folder(clinic_file).filename().string();
  if (!chosen_backups_folder(clinic_file).empty())
    return trn("Last backup {1}, in the folder {2}; {0} is kept.",
               "Last backup {1}, in the folder {2}; {0} are kept.", days.size(), iso(days.front()),
               folder);
  return trn("Last backup {1}, in the folder {2} beside the clinic file; {0} is kept.",
             "Last backup {1}, in the folder {2} beside the clinic file; {0} are kept.",
             days.size(), iso(days.front()), folder);
}

std::string backup_folder(const std::filesystem::path& clinic_file) {
  return chosen_backups_folder(clinic_file).string();
}

void set_backup_folder(const Session& session, const std::filesystem::path& clinic_file,
                       const std::string& folder) {
  session.require(Right::administer);
  choose_backups_folder(clinic_file, folder);
}

}  // namespace kinescript
