// SPDX-License-Identifier: MIT
// db/session.toml: general advice of a session, and what is discouraged.
#include "catalog/read.h"

namespace kinescript {

SessionAdvice read_session(std::string_view text, const std::string& file) {
  const TomlTable root = TomlTable::parse(text, file);
  root.allow({"rule", "discouraged"});
  SessionAdvice advice;
  for (const auto& table : root.tables("rule")) {
    table.allow({"id", "where", "text"});
    SessionRule rule{table.text("id"), table.text("text"), table.text("where")};
    if (rule.where != "handout" && rule.where != "check" && rule.where != "why")
      throw table.unknown_word("where", rule.where, {"handout", "check", "why"});
    for (const auto& known : advice.rules)
      if (known.id == rule.id)
        throw table.fault("id", rule.id + " stands twice. Give each its own id.");
    advice.rules.push_back(std::move(rule));
  }
  for (const auto& table : root.tables("discouraged")) {
    table.allow({"name", "aliases", "regions", "reason", "instead", "exempt"});
    advice.discouraged.push_back({table.text("name"), table.texts("aliases"),
                                  read_words(table, "regions", kRegions), table.text("reason"),
                                  read_exercise_ids(table, "instead"),
                                  read_exercise_ids(table, "exempt")});
  }
  return advice;
}

}  // namespace kinescript
