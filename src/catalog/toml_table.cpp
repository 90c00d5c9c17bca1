// SPDX-License-Identifier: MIT
#include "catalog/toml_table.h"

#include <toml++/toml.h>

#include <algorithm>
#include <variant>

#include "base/text.h"

namespace kinescript {

// The parsed file in our own words: what a key holds and the line where it stands.
struct TomlValue {
  using Array = std::vector<TomlValue>;
  using Table = std::vector<std::pair<std::string, TomlValue>>;
  struct Other {};  // numbers with a point, dates: nothing in the catalog is one
  std::variant<Other, bool, long long, std::string, Array, Table> held;
  int line = 1;
  int block_line = 1;  // where the first line of a multi-line text stands
};

namespace {

std::string at(const std::string& file, int line) { return file + ":" + std::to_string(line); }

// Line of the byte at `end`.
int line_at(std::string_view text, std::size_t end) {
  return 1 + static_cast<int>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
}

void check_bytes(std::string_view text, const std::string& file) {
  int line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view row = text.substr(begin, end - begin);
    if (!valid_utf8(row))
      throw Error(ErrorKind::invalid, at(file, line),
                  "This line is not UTF-8. Save the file as UTF-8 text.");
    if (has_control_characters(row))
      throw Error(ErrorKind::invalid, at(file, line),
                  "This line has a control character. Delete it and type the text again.");
    begin = end + 1;
  }
}

// Source lines of the file, to tell where a block's first line stands.
std::string_view row_of(std::string_view text, int line) {
  std::size_t begin = 0;
  for (int i = 1; i < line && begin != std::string_view::npos; ++i) {
    begin = text.find('\n', begin);
    if (begin != std::string_view::npos) ++begin;
  }
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find('\n', begin) - begin);
}

TomlValue convert(const toml::node& node, std::string_view text, const std::string& file) {
  TomlValue value;
  value.line = std::max(1, static_cast<int>(node.source().begin.line));
  value.block_line = value.line;
  if (const auto* table = node.as_table()) {
    TomlValue::Table pairs;
    for (const auto& [key, child] : *table) {
      TomlValue held = convert(child, text, file);
      if (has_control_characters(key.str()))
        throw Error(ErrorKind::invalid, at(file, held.line),
                    "A key has a control character. Type the key again.");
      pairs.emplace_back(std::string(key.str()), std::move(held));
    }
    value.held = std::move(pairs);
  } else if (const auto* array = node.as_array()) {
    TomlValue::Array items;
    for (const auto& child : *array) items.push_back(convert(child, text, file));
    value.held = std::move(items);
  } else if (const auto* words = node.as_string()) {
    if (has_control_characters(words->get()) || words->get().find('\0') != std::string::npos)
      throw Error(ErrorKind::invalid, at(file, value.line),
                  "This text has a control character. Take it out.");
    if (words->get().find('\n') != std::string::npos) {
      const std::string_view row = trim(row_of(text, value.line));
      if (row.ends_with("'''") || row.ends_with("\"\"\"")) value.block_line = value.line + 1;
    }
    value.held = words->get();
  } else if (const auto* number = node.as_integer()) {
    value.held = static_cast<long long>(number->get());
  } else if (const auto* flag = node.as_boolean()) {
    value.held = flag->get();
  }
  return value;
}

std::string quoted(std::string_view word) { return "\"" + std::string(word) + "\""; }

}  // namespace

TomlTable::TomlTable(std::shared_ptr<const TomlValue> root, const TomlValue& value,
                     std::string file)
    : root_(std::move(root)), value_(&value), file_(std::move(file)) {}

TomlTable TomlTable::parse(std::string_view text, const std::string& file) {
  const std::string lines = replace_all(std::string(text), "\r\n", "\n");
  check_bytes(lines, file);
  try {
    const toml::table table = toml::parse(std::string_view(lines));
    auto root = std::make_shared<const TomlValue>(convert(table, lines, file));
    const TomlValue& value = *root;
    return {std::move(root), value, file};
  } catch (const toml::parse_error& error) {
    const int line = error.source().begin.line > 0 ? static_cast<int>(error.source().begin.line)
                                                   : line_at(lines, lines.size());
    std::string what(error.description());
    std::replace(what.begin(), what.end(), '\n', ' ');
    throw Error(ErrorKind::invalid, at(file, line),
                "This is not TOML (" + what + "). Mend this line or the one before.");
  }
}

int TomlTable::line() const { return value_->line; }

const TomlValue* TomlTable::find(std::string_view key) const {
  const auto& pairs = std::get<TomlValue::Table>(value_->held);
  const auto found =
      std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == key; });
  return found == pairs.end() ? nullptr : &found->second;
}

const TomlValue& TomlTable::need(std::string_view key) const {
  if (const TomlValue* value = find(key)) return *value;
  throw fault("", quoted(key) + " is missing. Write it here.");
}

bool TomlTable::has(std::string_view key) const { return find(key) != nullptr; }

int TomlTable::line_of(std::string_view key) const {
  const TomlValue* value = find(key);
  return value ? value->line : line();
}

std::string TomlTable::place(std::string_view key) const { return at(file_, line_of(key)); }

Error TomlTable::fault(std::string_view key, const std::string& message) const {
  return {ErrorKind::invalid, place(key), message};
}

Error TomlTable::unknown_word(std::string_view key, std::string_view word,
                              const std::vector<std::string>& words) const {
  std::string way_out = did_you_mean(word, words);
  // A long list is no help; the nearest word or the document is.
  if (way_out.empty())
    way_out = words.size() <= 20 ? " Write one of: " + join(words, ", ") + "."
                                 : " See db/README.md for the list.";
  return fault(key, std::string(key) + " " + quoted(word) + " is not known." + way_out);
}

void TomlTable::allow(const std::vector<std::string>& keys) const {
  for (const auto& [key, value] : std::get<TomlValue::Table>(value_->held)) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    std::string way_out = did_you_mean(key, keys);
    if (way_out.empty()) way_out = " The keys here are: " + join(keys, ", ") + ".";
    throw Error(ErrorKind::invalid, at(file_, value.line),
                "The key " + quoted(key) + " is not known." + way_out);
  }
}

std::string TomlTable::line_text(const TomlValue& value, std::string_view key) const {
  const auto* words = std::get_if<std::string>(&value.held);
  const std::string place = at(file_, value.line);
  if (!words)
    throw Error(ErrorKind::invalid, place, std::string(key) + " must be a text in quotes.");
  if (words->empty() || trim(*words) != *words)
    throw Error(ErrorKind::invalid, place,
                std::string(key) +
                    " is empty or has blanks at its ends. Write the text, or leave the key out.");
  if (words->find_first_of("\n\t") != std::string::npos)
    throw Error(ErrorKind::invalid, place, std::string(key) + " must be one line, without tabs.");
  return *words;
}

std::string TomlTable::text(std::string_view key) const { return line_text(need(key), key); }

std::string TomlTable::text_or(std::string_view key, std::string_view usual) const {
  return has(key) ? text(key) : std::string(usual);
}

int TomlTable::whole(std::string_view key, int min, int max) const {
  const auto* number = std::get_if<long long>(&need(key).held);
  const std::string range = std::to_string(min) + " to " + std::to_string(max);
  if (!number) throw fault(key, std::string(key) + " must be a whole number from " + range + ".");
  if (*number < min || *number > max)
    throw fault(key, std::string(key) + " " + std::to_string(*number) + " is out of range: write " +
                         range + ".");
  return static_cast<int>(*number);
}

std::optional<int> TomlTable::maybe_whole(std::string_view key, int min, int max) const {
  return has(key) ? std::optional(whole(key, min, max)) : std::nullopt;
}

bool TomlTable::flag(std::string_view key) const {
  if (!has(key)) return false;
  const auto* held = std::get_if<bool>(&need(key).held);
  if (!held) throw fault(key, std::string(key) + " must be true or false, without quotes.");
  return *held;
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
  std::vector<std::string> all;
  if (!has(key)) return all;
  const auto* items = std::get_if<TomlValue::Array>(&need(key).held);
  if (!items) throw fault(key, std::string(key) + " must be a list of texts: [\"…\", \"…\"].");
  for (const TomlValue& item : *items) {
    std::string word = line_text(item, key);
    if (std::find(all.begin(), all.end(), word) != all.end())
      throw Error(ErrorKind::invalid, at(file_, item.line),
                  quoted(word) + " stands twice in " + std::string(key) + ".");
    all.push_back(std::move(word));
  }
  return all;
}

std::string TomlTable::amount_text(std::string_view key) const {
  const TomlValue& value = need(key);
  if (const auto* number = std::get_if<long long>(&value.held)) return std::to_string(*number);
  if (std::holds_alternative<std::string>(value.held)) return line_text(value, key);
  throw fault(key, std::string(key) + " must be a number or a range: 8 or \"8-12\".");
}

std::string TomlTable::block(std::string_view key) const {
  if (!has(key)) return {};
  const auto* words = std::get_if<std::string>(&need(key).held);
  if (!words) throw fault(key, std::string(key) + " must be a text between three quotes (''').");
  return *words;
}

int TomlTable::first_line_of_block(std::string_view key) const {
  const TomlValue* value = find(key);
  return value ? value->block_line : line();
}

std::optional<TomlTable> TomlTable::table(std::string_view key) const {
  const TomlValue* value = find(key);
  if (!value) return std::nullopt;
  if (!std::holds_alternative<TomlValue::Table>(value->held))
    throw fault(key, std::string(key) + " must be a table: write [" + std::string(key) +
                         "] and its keys below.");
  return TomlTable(root_, *value, file_);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> all;
  const TomlValue* value = find(key);
  if (!value) return all;
  const auto* items = std::get_if<TomlValue::Array>(&value->held);
  const auto is_table = [](const TomlValue& v) {
    return std::holds_alternative<TomlValue::Table>(v.held);
  };
  if (!items || !std::all_of(items->begin(), items->end(), is_table))
    throw fault(key, std::string(key) + " must be a list of tables: write [[" + std::string(key) +
                         "]] before each.");
  for (const TomlValue& item : *items) all.push_back(TomlTable(root_, item, file_));
  return all;
}

std::vector<TomlTable> TomlTable::entries(std::string_view key, std::string_view shorthand) const {
  std::vector<TomlTable> all;
  const TomlValue* value = find(key);
  if (!value) return all;
  const auto* items = std::get_if<TomlValue::Array>(&value->held);
  if (!items) throw fault(key, std::string(key) + " must be a list: [\"…\", { … }].");
  for (const TomlValue& item : *items) {
    if (std::holds_alternative<TomlValue::Table>(item.held)) {
      all.push_back(TomlTable(root_, item, file_));
      continue;
    }
    line_text(item, key);
    auto made = std::make_shared<TomlValue>();
    made->line = item.line;
    made->held = TomlValue::Table{{std::string(shorthand), item}};
    const TomlValue& held = *made;
    all.push_back(TomlTable(std::move(made), held, file_));
  }
  return all;
}

std::string TomlTable::only_key() const {
  const auto& pairs = std::get<TomlValue::Table>(value_->held);
  if (pairs.size() != 1) throw fault("", "Write exactly one key between the braces.");
  return pairs.front().first;
}

}  // namespace kinescript
