// SPDX-License-Identifier: MIT
// What a country settles for a new clinic: the number to call in an emergency and the usual paper.
//
//   country("gb")->emergency_number  -> "999"
//
// Sources: the numbers that the countries' governments publish; 112 is the number of the European
// Union (Directive (EU) 2018/1972, article 109). A4 is ISO 216; Letter is ANSI/ASME Y14.1, used in
// North America.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

struct Country {
  std::string code;  // ISO 3166 alpha-2, or "EU"
  std::string emergency_number;
  std::string paper;  // "a4", "letter"
};
std::optional<Country> country(std::string_view code);  // any case
std::vector<std::string> country_codes();
std::string country_name(const std::string& code);  // in English

}  // namespace kinescript
