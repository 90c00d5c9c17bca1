// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "catalog/check.h"

namespace kinescript {
namespace {

constexpr std::size_t kMostWords = 18;  // in a sentence that a patient reads

bool ends_sentence(char c) { return c == '.' || c == ':' || c == '?' || c == '!'; }

// What is wrong with a printed line, or "".
std::string problem_of(const std::string& line) {
  if (!ends_sentence(line.back())) return "has no full stop";
  std::size_t words = 0;
  for (const auto& word : split_words(lower_ascii(line))) {
    std::string_view bare = word;
    while (!bare.empty() && (ends_sentence(bare.back()) || bare.back() == ','))
      bare.remove_suffix(1);
    if (bare == "left" || bare == "right")
      return "writes " + std::string(bare) + " out; write {side}";
    if (++words > kMostWords) return "has a sentence of more than 18 words";
    if (ends_sentence(word.back())) words = 0;
  }
  return {};
}

}  // namespace

void check_printed_lines(const Catalog& catalog, std::vector<std::string>& faults) {
  const auto check = [&](const std::string& place, const std::string& line) {
    if (line.empty()) return;
    if (const auto what = problem_of(line); !what.empty())
      faults.push_back(place + " " + what + ": " + line);
  };
  for (const auto& exercise : catalog.exercises) {
    const std::string place = exercise.scene_where + ": " + exercise.id.text;
    for (const auto* line :
         {&exercise.why, &exercise.stop_cue, &exercise.breathing, &exercise.gate})
      check(place, *line);
    for (const auto& step : exercise.steps) check(place, step.text);
    for (const ModifiedForm& form : exercise.forms) {
      for (const auto& step : form.steps) check(place + " form " + form.name, step);
      check(place + " form " + form.name, form.breathing);
      check(place + " form " + form.name, form.stop_cue);
    }
    for (const auto& rule : exercise.rules)
      check(exercise.scene_where + ": " + rule.code, rule.patient_line);
  }
  for (const auto& one : catalog.tag_rules)
    check("tags.toml: " + one.rule.code, one.rule.patient_line);
  for (const auto& precaution : catalog.precautions)
    for (const auto& line : precaution.patient_lines)
      check("precautions.toml: " + precaution.code.text, line.text);
  for (const auto& entry : catalog.stop_box) check("stop_box.toml: " + entry.id, entry.text);
  for (const auto& rule : catalog.session_rules)
    if (rule.where != "check") check("session.toml: " + rule.id, rule.text);
}

}  // namespace kinescript
