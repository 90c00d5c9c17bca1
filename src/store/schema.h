// SPDX-License-Identifier: MIT
// The numbered migrations of db/schema, compiled in (cmake/embed_schema.cmake). Frozen once an
// issue closes.
#pragma once
#include <string>
#include <vector>

namespace kinescript {

struct Migration {
  int number;        // 1, 2, 3, …
  std::string name;  // "0001_clinic"
  std::string sql;
};
const std::vector<Migration>& schema_migrations();

}  // namespace kinescript
