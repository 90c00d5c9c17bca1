// SPDX-License-Identifier: MIT
// What several files of the catalog share: doses, rules, conditions, lists of ids and words.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "catalog/read.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

bool is_slug(std::string_view text) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), good) && text.front() != '-' &&
         text.back() != '-' && text.find("--") == std::string_view::npos;
}

Amount read_amount(const TomlTable& table, const std::string& key, std::string_view text) {
  try {
    return parse_amount(text, key);
  } catch (const Error& error) {
    throw table.fault(key, error.message());
  }
}

Amount read_amount(const TomlTable& table, const std::string& key) {
  return read_amount(table, key, table.amount_text(key));
}

// "3-5 breaths", "20-30 seconds" or "none".
void read_hold(const TomlTable& table, Dose& dose) {
  const std::string text = table.text("hold");
  dose.hold.reset();
  if (text == "none") return;
  const auto words = split_words(text);
  if (words.size() != 2)
    throw table.fault("hold",
                      "hold must be a number or a range with its unit: \"5 seconds\", \"3-5 "
                      "breaths\" or \"none\".");
  const auto unit = hold_unit_from(words[1]);
  if (!unit) throw table.unknown_word("hold", words[1], all_words<HoldUnit>());
  dose.hold = read_amount(table, "hold", words[0]);
  dose.hold_unit = *unit;
}

void read_count(const TomlTable& table, Dose& dose) {
  if (table.has("count"))
    dose.count = read_amount(table, "count");  // and with it the usual start and goal
  if (table.has("start")) dose.count.start = table.whole("start", 1, 5000);
  if (table.has("goal")) dose.count.goal = table.whole("goal", 1, 5000);
  if (table.has("unit")) dose.unit = table.choice("unit", count_unit_from, all_words<CountUnit>());
}

Rule read_rule(const TomlTable& table, const std::vector<Precaution>& precautions) {
  table.allow({"precaution", "level", "from_week", "to_week", "until_cleared", "condition", "limb",
               "reason", "change", "patient_line", "form", "substitutes", "source"});
  Rule rule;
  rule.precaution = PrecautionCode{table.text("precaution")};
  const auto precaution =
      std::find_if(precautions.begin(), precautions.end(),
                   [&](const Precaution& p) { return p.code == rule.precaution; });
  if (precaution == precautions.end())
    throw table.unknown_word("precaution", rule.precaution.text, codes_of(precautions));
  rule.level = table.choice("level", level_from, all_words<Level>());
  rule.from_week = table.maybe_whole("from_week", 0, 520);
  rule.to_week = table.maybe_whole("to_week", 1, 520);
  if (rule.from_week && rule.to_week && *rule.from_week >= *rule.to_week)
    throw table.fault("to_week",
                      "The weeks are reversed or empty. from_week must be smaller than to_week.");
  if ((rule.from_week || rule.to_week) && precaution->dating == Dating::none)
    throw table.fault(
        rule.from_week ? "from_week" : "to_week",
        rule.precaution.text + " has no date, so it cannot have weeks. Take them out.");
  rule.until_cleared = table.flag("until_cleared");
  if (rule.until_cleared && !precaution->detail("cleared"))
    throw table.fault("until_cleared",
                      rule.precaution.text + " cannot be cleared: it has no such detail.");
  rule.condition = read_condition(table, "condition", *precaution);
  if (table.has("limb")) rule.limb = table.choice("limb", limb_from, all_words<Limb>());
  rule.reason = table.text("reason");
  rule.change = table.text_or("change", "");
  rule.patient_line = table.text_or("patient_line", "");
  rule.form = table.text_or("form", "");
  if (rule.level == Level::modify && (rule.change.empty() || rule.patient_line.empty()))
    throw table.fault(
        "level",
        "A modify needs change (for the clinician) and patient_line (printed). Write both.");
  rule.substitutes = read_exercise_ids(table, "substitutes");
  rule.source = table.text_or("source", "");
  return rule;
}

}  // namespace

const std::vector<std::string> kDoseKeys = {"sets",    "count",         "start", "goal",
                                            "unit",    "hold",          "rest",  "load",
                                            "per_day", "days_per_week", "timing"};

Dose read_dose(const TomlTable& table, const Dose& usual) {
  Dose dose = usual;
  if (table.has("sets")) dose.sets = read_amount(table, "sets");
  read_count(table, dose);
  if (table.has("hold")) read_hold(table, dose);
  if (table.has("rest")) dose.rest = read_amount(table, "rest");
  dose.load = table.text_or("load", usual.load);
  if (table.has("per_day")) dose.per_day = read_amount(table, "per_day");
  if (table.has("days_per_week")) dose.days_per_week = read_amount(table, "days_per_week");
  if (table.has("timing")) dose.timing = table.choice("timing", timing_from, all_words<Timing>());
  if (const std::string what = problem(dose); !what.empty())
    throw table.fault(what.substr(0, what.find(' ')), what);
  return dose;
}

std::vector<Rule> read_rules(const TomlTable& table, const std::string& owner,
                             const std::vector<Precaution>& precautions) {
  std::vector<Rule> rules;
  std::map<PrecautionCode, int> of, seen;
  for (const auto& entry : table.tables("rule")) {
    rules.push_back(read_rule(entry, precautions));
    ++of[rules.back().precaution];
  }
  for (Rule& rule : rules) {
    rule.code = owner + "/" + rule.precaution.text;
    if (of[rule.precaution] > 1) rule.code += "/" + std::to_string(++seen[rule.precaution]);
  }
  return rules;
}

Condition read_condition(const TomlTable& table, const std::string& key,
                         const Precaution& precaution) {
  if (!table.has(key)) return {};
  Condition condition = parse_condition(table.text(key), table.place(key));
  if (const std::string what = problem(condition, precaution); !what.empty())
    throw table.fault(key, what);
  return condition;
}

std::vector<ExerciseId> read_exercise_ids(const TomlTable& table, const std::string& key) {
  std::vector<ExerciseId> ids;
  for (auto& id : table.texts(key)) {
    if (!is_slug(id))
      throw table.fault(
          key, "\"" + id + "\" is not an id. Use small letters, digits and single hyphens.");
    ids.emplace_back(std::move(id));
  }
  return ids;
}

ExerciseId read_exercise_id(const TomlTable& table, const std::string& key) {
  std::string id = table.text(key);
  if (!is_slug(id))
    throw table.fault(key,
                      "\"" + id + "\" is not an id. Use small letters, digits and single hyphens.");
  return ExerciseId{std::move(id)};
}

std::vector<std::string> read_words(const TomlTable& table, const std::string& key,
                                    const std::vector<std::string>& known) {
  auto words = table.texts(key);
  for (const auto& word : words)
    if (std::find(known.begin(), known.end(), word) == known.end())
      throw table.unknown_word(key, word, known);
  return words;
}

std::vector<std::string> codes_of(const std::vector<Precaution>& precautions) {
  std::vector<std::string> codes;
  for (const auto& precaution : precautions) codes.push_back(precaution.code.text);
  return codes;
}

}  // namespace kinescript
