// SPDX-License-Identifier: MIT
// The numbered migrations: db/schema/NNNN_name.sql, compiled in (cmake/embed_schema.cmake), and
// beside a number, where sealed values must change their form, a step in code. One list, one
// version number. Frozen once an issue closes.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace kinescript {

class Database;
class Vault;

// Runs after the SQL of the same number, in the same transaction, with the clinic file unlocked.
using CodeStep = std::function<void(Database&, const Vault&)>;

struct Migration {
  int number;        // 1, 2, 3, …
  std::string name;  // "0001_clinic"
  std::string sql;
  CodeStep code = nullptr;
};
const std::vector<Migration>& schema_migrations();

}  // namespace kinescript
