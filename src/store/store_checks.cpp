// SPDX-License-Identifier: MIT
// The journal as others see it, and the check of a whole clinic file.
#include "base/error.h"
#include "plan/codec.h"
#include "store/journal_rows.h"
#include "store/pieces.h"
#include "store/rows.h"
#include "store/state.h"

namespace kinescript {
namespace {

// The fault of one stored thing, or nothing.
template <class Read>
void try_to_read(std::vector<std::string>& faults, const std::string& what, const Read& read) {
  try {
    read();
  } catch (const Error& error) {
    faults.push_back(what + ": " + error.message());
  }
}

std::string in_words(const JournalVerdict& verdict) {
  return "entry " + std::to_string(verdict.number) + " was " + std::string(word(verdict.fault)) +
         " by another program. Keep the file and compare with a backup.";
}

JournalVerdict verdict_on_journal(Database& database, const Vault& vault) {
  return verify_journal(vault.journal_key(), read_journal(database, vault),
                        read_head(database, vault));
}

}  // namespace

void Store::note(const Actor& actor, Action action, RecordKind kind, const std::string& record,
                 const Clock& clock) {
  Writing change(*state_, actor, Right::look, clock);
  change.note(action, kind, record);
  change.commit();
}

std::vector<JournalEntry> Store::journal() const {
  const Vault& vault = state_->vault();
  const auto verdict = verdict_on_journal(state_->database, vault);
  if (!verdict.whole())
    throw Error(ErrorKind::damaged, "", "The journal is not whole: " + in_words(verdict));
  std::vector<JournalEntry> entries;
  for (ChainedEntry& chained : read_journal(state_->database, vault))
    entries.push_back(std::move(chained.entry));
  return entries;
}

JournalHead Store::journal_head() const { return read_head(state_->database, state_->vault()); }

std::vector<std::string> Store::verify(const Progress& progress) const {
  std::vector<std::string> faults;
  Database& database = state_->database;
  const Vault& vault = state_->vault();
  go_on(progress, 0);
  if (!database.whole())
    faults.push_back("The file itself is damaged. Restore a backup.");
  for (Statement row = database.query("PRAGMA foreign_key_check"); row.step();)
    faults.push_back("A row of " + row.text(0) + " belongs to nothing. Restore a backup.");
  for (const Clinician& clinician : clinicians())
    try_to_read(faults, "clinician " + clinician.login,
                [&] { require_proof(database, vault, clinician); });
  try_to_read(faults, "clinic", [&] { clinic(); });
  for (Statement row = database.query(std::string(kPatientRows) + " ORDER BY id"); row.step();)
    try_to_read(faults, "patient " + row.text(0), [&] { open_patient(vault, row); });
  for (Statement row = database.query(std::string(kDraftRows) + " ORDER BY id"); row.step();)
    try_to_read(faults, "draft " + row.text(0), [&] { open_draft(vault, row); });
  // Plans and their pages are nearly all of a file.
  const std::int64_t plans = database.integer("SELECT count(*) FROM issued_plan");
  std::int64_t seen = 0;
  for (Statement row = database.query(std::string(kIssuedRows) + " ORDER BY p.id"); row.step();) {
    const PlanId id{row.text(0)};
    go_on(progress, static_cast<double>(++seen) / static_cast<double>(plans));
    try_to_read(faults, "plan " + id.text, [&] {
      head(id);
      decode_dossier(snapshot(id));
    });
    try_to_read(faults, "handout of plan " + id.text, [&] { pdf(id); });
  }
  try_to_read(faults, "journal", [&] {
    const auto verdict = verdict_on_journal(database, vault);
    if (!verdict.whole()) faults.push_back("journal: " + in_words(verdict));
  });
  return faults;
}

}  // namespace kinescript
