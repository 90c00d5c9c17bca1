// SPDX-License-Identifier: MIT
#include "app/countries.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

struct Row {
  const char *codes, *emergency_number, *paper;
};
constexpr Row kRows[] = {
    {"GB SG HK", "999", "a4"},
    {"IE EU AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK", "112",
     "a4"},
    {"NO IS CH LI TR IN ZA", "112", "a4"},
    {"US CA MX", "911", "letter"},
    {"AU", "000", "a4"},
    {"NZ", "111", "a4"},
    {"IL", "101", "a4"},
    {"BR", "192", "a4"},
    {"JP KR TW", "119", "a4"},
    {"CN", "120", "a4"},
};

}  // namespace

std::optional<Country> country(std::string_view code) {
  const std::string wanted = lower_ascii(code);
  for (const Row& row : kRows)
    for (const std::string& each : split_words(row.codes))
      if (lower_ascii(each) == wanted) return Country{each, row.emergency_number, row.paper};
  return {};
}

std::vector<std::string> country_codes() {
  std::vector<std::string> codes;
  for (const Row& row : kRows)
    for (std::string& each : split_words(row.codes)) codes.push_back(std::move(each));
  return codes;
}

std::string country_name(const std::string& code) {
  icu::UnicodeString name;
  icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale(text_language().c_str()), name);
  std::string text;
  return name.toUTF8String(text);
}

}  // namespace kinescript
