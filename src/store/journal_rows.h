// SPDX-License-Identifier: MIT
// The journal in the clinic file: one sealed row an entry, and the sealed head with count and last
// link. Within the caller's transaction.
//
//   append_entry(db, vault, {.at = now, .by = who, .action = Action::issue, …});   // numbers it
//   verify_journal(vault.journal_key(), read_journal(db, vault), read_head(db, vault));
//
// read_journal never throws for a row that does not open: such an entry comes back with its number
// and no link, so that verify_journal finds it as changed. read_head throws Error{damaged}.
#pragma once
#include <vector>

#include "store/database.h"
#include "store/journal.h"
#include "store/vault.h"

namespace kinescript {

// The head of a journal without entries. Once, when a clinic file is made.
void begin_journal(Database& database, const Vault& vault);
void append_entry(Database& database, const Vault& vault, JournalEntry entry);
std::vector<ChainedEntry> read_journal(Database& database, const Vault& vault);
JournalHead read_head(Database& database, const Vault& vault);

}  // namespace kinescript
