// SPDX-License-Identifier: MIT
// A TOML file as tables that know where they stand, so that every fault names file and line and the
// way out. The only thing that knows toml++ is toml_table.cpp; everything else of the catalog asks
// here.
//
//   TomlTable file = TomlTable::parse(read_file(path), "catalog/low_back/bridge.toml");
//   file.allow({"id", "name", "step"});                   // any other key: Error{invalid}, "did
//   you mean" std::string id = file.text("id");                     // required for (const
//   TomlTable& step : file.tables("step")) …
//
// Texts are well-formed UTF-8 without control characters; those of text() and texts() are one line,
// trimmed, not empty. Keys keep no order (TOML has none), arrays do. Every member that finds a
// fault throws Error{invalid} at "file:line".
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace kinescript {

struct TomlValue;

class TomlTable {
 public:
  // Checks UTF-8 and control characters, then parses. A CR LF line end counts as a line end.
  static TomlTable parse(std::string_view text, const std::string& file);

  int line() const;  // of the table's first line
  int line_of(
      std::string_view key) const;  // of the key's value; the table's own without such a key
  const std::string& file() const { return file_; }
  std::string place(std::string_view key) const;  // "file:line"
  bool has(std::string_view key) const;

  void allow(const std::vector<std::string>& keys) const;

  std::string text(std::string_view key) const;  // required
  std::string text_or(std::string_view key, std::string_view usual) const;
  int whole(std::string_view key, int min, int max) const;  // required
  std::optional<int> maybe_whole(std::string_view key, int min, int max) const;
  bool flag(std::string_view key) const;                       // absent: false
  std::vector<std::string> texts(std::string_view key) const;  // absent: none
  std::string amount_text(std::string_view key) const;         // required: 8 or "8-12", as text
  std::string block(std::string_view key) const;               // many lines, as written; absent: ""
  int first_line_of_block(std::string_view key) const;  // where the block's first line stands
  std::optional<TomlTable> table(std::string_view key) const;
  std::vector<TomlTable> tables(std::string_view key) const;  // absent: none
  // An array of texts and small tables; a text "x" reads as the table {shorthand = "x"}.
  std::vector<TomlTable> entries(std::string_view key, std::string_view shorthand) const;
  // The one key of a table such as { safety = "Keep breathing." }.
  std::string only_key() const;

  Error fault(std::string_view key, const std::string& message) const;

  // The value of an enum, by its word. `from` is word -> optional value; `words` are for the way
  // out.
  template <class From>
  auto choice(std::string_view key, From from, const std::vector<std::string>& words) const {
    const std::string word = text(key);
    const auto value = from(word);
    if (!value) throw unknown_word(key, word, words);
    return *value;
  }
  Error unknown_word(std::string_view key, std::string_view word,
                     const std::vector<std::string>& words) const;

 private:
  TomlTable(std::shared_ptr<const TomlValue> root, const TomlValue& value, std::string file);
  const TomlValue* find(std::string_view key) const;
  const TomlValue& need(std::string_view key) const;
  std::string line_text(const TomlValue& value, std::string_view key) const;

  std::shared_ptr<const TomlValue> root_;  // keeps the whole file alive
  const TomlValue* value_;
  std::string file_;
};

}  // namespace kinescript
