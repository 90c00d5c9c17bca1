// SPDX-License-Identifier: MIT
// From a file on disk to a clinic file of this version. The file is looked at before SQLite may
// touch it: what is refused stays as it is, byte for byte.
//
//   look_at(path);              // throws Error{not_found, damaged, newer} for anything but a
//   clinic file Database db(path); migrate(db, schema_migrations());   // all missing steps in one
//   transaction
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

// Brings an empty database or an older clinic file to the last of `migrations`; does nothing when
// it is there.
void migrate(Database& database, const std::vector<Migration>& migrations);

}  // namespace kinescript
