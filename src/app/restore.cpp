// SPDX-License-Identifier: MIT
#include "app/restore.h"

#include <stdexcept>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

[[noreturn]] void refuse_damaged(const std::string& file) {
  throw Error(ErrorKind::damaged, file,
              tr("The backup is damaged. Nothing was changed; choose another backup."));
}

}  // namespace

BackupFacts check_backup(const RestoreCopy& copy, const std::string& file, BackupUse use,
                         const std::function<Session(Store)>& begin, const Progress& progress) {
  try {
    Session session = begin(copy.open());
    if (use == BackupUse::restore) session.require(Right::administer);
    if (!session.store.verify(progress).empty()) refuse_damaged(file);
    const BackupFacts facts = session.store.contents();
    if (use == BackupUse::restore)
      session.store.note(session.actor, Action::restore, RecordKind::clinic_file,
                         session.store.file_id(), session.workspace.clock());
    return facts;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::damaged) refuse_damaged(file);
    throw;
  } catch (const std::logic_error&) {
    // Tables that are not ours, or bytes that only look like them.
    refuse_damaged(file);
  }
}

}  // namespace kinescript
