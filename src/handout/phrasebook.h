// SPDX-License-Identifier: MIT
// The words of one language that are not of the catalog: headings, dose wording, dates, section
// names. Patterns are ICU MessageFormat (plurals, select) in templates/languages/<xx>/phrases.toml;
// no word of a handout stands in C++.
//
//   Phrasebook english = read_phrasebook("templates/languages/en");
//   english.say("unit.times", {{"n", 1}})                        -> "time"
//   english.say("dose.start", {{"n", 8}})                        -> "Start with 8."
//   english.date(parse_date("2026-11-23").value(), "date.full")  -> "Mon 23 Nov 2026"
//
// A Phrasebook is a value; copies share the parsed patterns. read_phrasebook throws
// Error{not_found} when the language is not there and Error{invalid} "phrases.toml:12: …" for a
// pattern that ICU does not take. A key that is not in the book is a broken promise of the code:
// say() throws Error{invalid} naming the key.
#pragma once
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"

namespace kinescript {

struct PhraseArgument {
  std::string_view name;
  std::variant<int, std::string> value;
};

class Phrasebook {
 public:
  struct Patterns;
  explicit Phrasebook(std::shared_ptr<const Patterns> patterns) : patterns_(std::move(patterns)) {}

  const std::string& language() const;  // BCP 47, of the document: "en-GB"
  bool has(std::string_view key) const;
  std::string say(std::string_view key, const std::vector<PhraseArgument>& arguments = {}) const;
  // "a", "a and b", "a, b and c".
  std::string list(const std::vector<std::string>& things) const;
  // A day by the ICU date pattern of that key.
  std::string date(Date day, std::string_view key) const;

 private:
  std::shared_ptr<const Patterns> patterns_;
};

Phrasebook read_phrasebook(const std::filesystem::path& folder);

}  // namespace kinescript
