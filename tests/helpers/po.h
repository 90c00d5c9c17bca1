// SPDX-License-Identifier: MIT
// Reads a file of translations (.po, .pot) as gettext writes it.
//
//   for (const PoEntry& entry : read_po(read_file("po/es.po"))) …
#pragma once
#include <string>
#include <vector>

namespace kinescript {

struct PoEntry {
  std::string english, plural;     // plural: "" for a text without one
  std::vector<std::string> texts;  // one, or one a plural form
  bool fuzzy = false;
  bool operator<(const PoEntry& other) const { return english < other.english; }
};

// Without the header; of obsolete entries (#~) `english` begins so.
std::vector<PoEntry> read_po(const std::string& file);

}  // namespace kinescript
