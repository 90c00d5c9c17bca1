// SPDX-License-Identifier: MIT
#include "store/state.h"

#include "base/error.h"
#include "base/translate.h"
#include "store/journal_rows.h"

namespace kinescript {

const Vault& Sitting::vault() const {
  if (!keys)
    throw Error(ErrorKind::locked, "",
                tr("The clinic file is locked. Give a clinician's passphrase to open it."));
  return *keys;
}

void Sitting::unlock(SecretKey key, const Clinician& clinician) {
  keys.emplace(key, file_fact(database, "file_id"));
  data_key.emplace(std::move(key));
  who = clinician.id;
}

void Sitting::lock() {
  keys.reset();
  data_key.reset();
  who = {};
  noted_changes.clear();
  last_saved.reset();
  forget_names();
}

void Sitting::forget_names() {
  if (!heads) return;
  for (PatientHead& head : *heads)
    for (std::string* text : {&head.record_number, &head.family, &head.given}) wipe(*text);
  heads.reset();
}

Writing::Writing(Sitting& sitting, const Actor& actor, Right right, const Clock& clock)
    : sitting_(sitting), clock_(clock), by_(actor.id), transaction_(sitting.database) {
  const Vault& vault = sitting.vault();
  const auto clinician = clinician_of(sitting.database, actor.id);
  if (!clinician || actor.id != sitting.who)
    throw Error(ErrorKind::forbidden, "",
                tr("The clinic file was opened by another clinician. Open it again with --as."));
  require_proof(sitting.database, vault, *clinician);
  if (clinician->disabled)
    throw Error(
        ErrorKind::forbidden, "",
        tr("This clinician may not change the clinic file any more. Ask an administrator."));
  // The file's word counts; an actor who claims less than that is kept to it.
  require_right(clinician->role, right);
  require_right(actor.role, right);
}

void Writing::note(Action action, RecordKind kind, const std::string& record,
                   const std::string& detail) {
  if (action == Action::change) {
    const auto key = std::pair(kind, record);
    if (sitting_.noted_changes.contains(key) || !new_changes_.insert(key).second) return;
  }
  append_entry(sitting_.database, sitting_.vault(),
               {0, clock_.now, by_, action, kind, record, detail});
}

void Writing::commit() {
  transaction_.commit();
  sitting_.noted_changes.insert(new_changes_.begin(), new_changes_.end());
}

}  // namespace kinescript
