// SPDX-License-Identifier: MIT
// From a file on disk to a clinic file of this version. The file is looked at before SQLite may
// touch it: what is refused stays as it is, byte for byte.
//
//   look_at(path);                              // throws Error{not_found, damaged, newer}
//   Database db(path);
//   migrate(db, schema_migrations());           // the missing SQL steps, in one transaction
//   migrate_unlocked(db, vault, schema_migrations());  // from the first step with code on
//
// A clinic file says so in its header: application id kApplicationId ("KSCT") and, as user version,
// the number of the last migration. Source: SQLite, "Database File Format", 1.3.
#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "store/database.h"
#include "store/schema.h"

namespace kinescript {

inline constexpr std::uint32_t kApplicationId = 0x4B534354;  // "KSCT"

void look_at(const std::filesystem::path& path, int newest = schema_migrations().back().number);

// Brings a new file to the last of `migrations`, and an older one up to the first step that has
// code; false when such a step is still missing. Before an older file is touched, a copy of it is
// kept beside it as "FILE.before-N", N being the first step's number.
bool migrate(Database& database, const std::vector<Migration>& migrations);
// The rest, once the file is unlocked; the same way, in one transaction. Steps with code must not
// count on more than the tables clinician, key_wrap and file_fact of before: those are read to
// unlock the file.
void migrate_unlocked(Database& database, const Vault& vault,
                      const std::vector<Migration>& migrations);

}  // namespace kinescript
