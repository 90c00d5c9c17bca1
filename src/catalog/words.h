// SPDX-License-Identifier: MIT
// Words of enums: one table an enum, read both ways.
//
//   constexpr WordTable<Tier, 2> kTiers{{{Tier::emergency, "emergency"}, {Tier::call_us,
//   "call_us"}}}; word_in(kTiers, Tier::call_us) -> "call_us";  value_in(kTiers, "call_us") ->
//   Tier::call_us
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kinescript {

template <class Enum, std::size_t n>
using WordTable = std::array<std::pair<Enum, std::string_view>, n>;

template <class Table, class Enum>
constexpr std::string_view word_in(const Table& table, Enum value) {
  for (const auto& [known, word] : table)
    if (known == value) return word;
  return {};
}

template <class Table>
constexpr auto value_in(const Table& table, std::string_view word) {
  using Enum = typename Table::value_type::first_type;
  for (const auto& [value, known] : table)
    if (known == word) return std::optional<Enum>(value);
  return std::optional<Enum>();
}

// All words of an enum that counts from 0 without gaps and has a word(Enum).
template <class Enum>
std::vector<std::string> all_words() {
  std::vector<std::string> words;
  for (unsigned char i = 0; !word(static_cast<Enum>(i)).empty(); ++i)
    words.emplace_back(word(static_cast<Enum>(i)));
  return words;
}

}  // namespace kinescript
