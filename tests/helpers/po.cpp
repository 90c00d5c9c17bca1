// SPDX-License-Identifier: MIT
#include "helpers/po.h"

#include <sstream>

namespace kinescript {
namespace {

// "a\tb \"c\"" in quotes -> what it means.
std::string meant(const std::string& line) {
  std::string text;
  for (std::size_t at = line.find('"') + 1; at < line.rfind('"'); ++at) {
    if (line[at] != '\\') {
      text += line[at];
      continue;
    }
    const char next = line[++at];
    text += next == 'n' ? '\n' : next == 't' ? '\t' : next;
  }
  return text;
}

}  // namespace

std::vector<PoEntry> read_po(const std::string& file) {
  std::vector<PoEntry> entries;
  PoEntry entry;
  std::string* open = nullptr;  // what further lines in quotes belong to
  std::istringstream lines(file);
  const auto close = [&] {
    if (!entry.english.empty()) entries.push_back(entry);
    entry = {};
    open = nullptr;
  };
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      close();
    } else if (line.starts_with("#~")) {
      entry.english += line;
    } else if (line.starts_with("#,")) {
      entry.fuzzy = line.find("fuzzy") != std::string::npos;
    } else if (line.starts_with("msgid ")) {
      *(open = &entry.english) = meant(line);
    } else if (line.starts_with("msgid_plural ")) {
      *(open = &entry.plural) = meant(line);
    } else if (line.starts_with("msgstr")) {
      open = &entry.texts.emplace_back(meant(line));
    } else if (line.starts_with("\"") && open) {
      *open += meant(line);
    }
  }
  close();
  return entries;
}

}  // namespace kinescript
