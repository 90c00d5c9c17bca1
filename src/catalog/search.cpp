// SPDX-License-Identifier: MIT
#include "catalog/search.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"

namespace kinescript {
namespace {

// Runs of letters and digits, in small letters. Bytes above ASCII are letters of some language.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : lower_ascii(text)) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// One place of a record where words are looked for; the costs say which finds come first.
struct Field {
  std::vector<std::string> words;
  int cost = 0;
};
constexpr int kName = 0, kAlias = 10, kRest = 20;      // where it was found
constexpr int kWhole = 0, kBeginning = 1, kSlip = 40;  // how
constexpr int kWholeName = -5;                         // the text is the name and nothing else
constexpr std::size_t kSlipFrom = 5;  // letters; shorter words have too many neighbours

std::optional<int> match(const std::string& asked, const std::string& word) {
  if (word == asked) return kWhole;
  if (word.starts_with(asked)) return kBeginning;
  if (asked.size() < kSlipFrom) return std::nullopt;
  if (edit_distance(asked, word) <= 1 ||
      edit_distance(asked, std::string_view(word).substr(0, asked.size())) <= 1)
    return kSlip;
  return std::nullopt;
}

std::vector<Field> fields_of(const Exercise& exercise) {
  std::vector<Field> fields = {{words_of(exercise.id.text), kName},
                               {words_of(exercise.name_clinician), kName},
                               {words_of(exercise.name_patient), kName}};
  for (const auto& alias : exercise.aliases) fields.push_back({words_of(alias), kAlias});
  for (const auto* list :
       {&exercise.regions, &exercise.positions, &exercise.equipment, &exercise.muscles})
    for (const auto& text : *list) fields.push_back({words_of(text), kRest});
  fields.push_back({words_of(word(exercise.section)), kRest});
  return fields;
}

// Cost of a record for the words asked, or nothing when a word is nowhere in it.
std::optional<int> cost_of(const std::vector<Field>& fields,
                           const std::vector<std::string>& asked) {
  int total = 0;
  for (const auto& one : asked) {
    std::optional<int> best;
    for (const auto& field : fields)
      for (const auto& word : field.words)
        if (const auto how = match(one, word); how && (!best || field.cost + *how < *best))
          best = field.cost + *how;
    if (!best) return std::nullopt;
    total += *best;
  }
  for (const auto& field : fields)
    if (field.words == asked) return total + kWholeName;
  return total;
}

}  // namespace

std::vector<const Exercise*> search(const Catalog& catalog, std::string_view text) {
  const auto asked = words_of(text);
  std::vector<std::pair<int, const Exercise*>> found;
  for (const auto& exercise : catalog.exercises)
    if (const auto cost = cost_of(fields_of(exercise), asked)) found.emplace_back(*cost, &exercise);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Exercise*> exercises;
  for (const auto& [cost, exercise] : found) exercises.push_back(exercise);
  return exercises;
}

const Discouraged* find_discouraged(const Catalog& catalog, std::string_view text) {
  const auto asked = words_of(text);
  // A word asked may be longer than the family's ("crunches"), never shorter.
  const auto is_asked = [&](const std::string& known) {
    return std::any_of(asked.begin(), asked.end(),
                       [&](const std::string& one) { return one.starts_with(known); });
  };
  for (const auto& family : catalog.discouraged)
    for (const auto& alias : family.aliases) {
      const auto words = words_of(alias);
      if (std::all_of(words.begin(), words.end(), is_asked)) return &family;
    }
  return nullptr;
}

}  // namespace kinescript
