// SPDX-License-Identifier: MIT
// What a Store holds, shared by its .cpp files and by nothing else. Names of patients are opened
// from their records when asked for: no column tells them, so that the records can be sealed.
#pragma once
#include <filesystem>
#include <string>

#include "store/database.h"
#include "store/store.h"

namespace kinescript {

struct Store::State {
  State(const std::filesystem::path& path, Randomness random)
      : database(path), randomness(std::move(random)) {}
  Database database;
  Randomness randomness;
};

// A reader may look, not write. Every write begins with this; the actor must be a clinician of this
// file.
void require_writer(Database& database, const Actor& actor);

}  // namespace kinescript
