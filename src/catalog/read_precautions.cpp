// SPDX-License-Identifier: MIT
// db/precautions.toml
#include <algorithm>

#include "base/text.h"
#include "catalog/read.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

// "approach = posterior | lateral | anterior", "cleared = yes | no*", "nrs = 0..10", "levels =
// text".
DetailField read_detail(const std::string& text, const TomlTable& table) {
  const auto refuse = [&](const std::string& way_out) {
    return table.fault("details", "The detail \"" + text + "\" is not understood. " + way_out);
  };
  const auto equals = text.find('=');
  if (equals == std::string::npos)
    throw refuse("Write name = text, int, number, date, 0..10 or one | other*.");
  DetailField field;
  field.name = std::string(trim(std::string_view(text).substr(0, equals)));
  const std::string type(trim(std::string_view(text).substr(equals + 1)));
  const auto dots = type.find("..");
  if (type == "text") {
    field.type = DetailField::Type::text;
  } else if (type == "int") {
    field.type = DetailField::Type::whole;
  } else if (type == "number") {
    field.type = DetailField::Type::decimal;
  } else if (type == "date") {
    field.type = DetailField::Type::date;
  } else if (dots != std::string::npos) {
    field.type = DetailField::Type::whole;
    field.min = parse_int(type.substr(0, dots));
    field.max = parse_int(type.substr(dots + 2));
    if (!field.min || !field.max || *field.min > *field.max)
      throw refuse("Write the range as 0..10.");
  } else if (type.find('|') != std::string::npos) {
    field.type = DetailField::Type::choice;
    for (auto choice : split(type, "|")) {
      if (choice.back() == '*') {
        choice.pop_back();
        if (!field.assumed.empty()) throw refuse("Only one value can have the star.");
        field.assumed = choice;
      }
      field.choices.push_back(std::move(choice));
    }
  } else {
    throw refuse("The type is text, int, number, date, 0..10 or one | other*.");
  }
  return field;
}

EffectCase read_effect(const TomlTable& table, const Precaution& precaution) {
  table.allow({"when", "effect", "sections"});
  EffectCase effect;
  effect.condition = read_condition(table, "when", precaution);
  effect.effect = table.choice("effect", plan_effect_from, all_words<PlanEffect>());
  for (const auto& entry : table.texts("sections")) {
    const auto plus = entry.find('+');
    const std::string section = entry.substr(0, plus);
    if (!section_from(section)) throw table.unknown_word("sections", section, all_words<Section>());
    effect.sections.emplace_back(section, plus == std::string::npos ? "" : entry.substr(plus + 1));
  }
  if ((effect.effect == PlanEffect::block_sections) == effect.sections.empty())
    throw table.fault("sections",
                      "sections goes with effect = \"block_sections\", and only with it.");
  return effect;
}

// { tha_post = "approach=posterior" } is kept as tha_post -> "tha:approach=posterior".
void read_old_names(const TomlTable& table, Precaution& precaution) {
  for (const auto& text : table.texts("old_names")) {
    const auto parts = split(text, " = ");
    if (parts.size() != 2)
      throw table.fault("old_names", "Write an old name as \"tha_post = approach=posterior\".");
    const Condition condition = parse_condition(parts[1], table.place("old_names"));
    if (const auto what = problem(condition, precaution); !what.empty())
      throw table.fault("old_names", what);
    precaution.aliases.emplace_back(parts[0], precaution.code.text + ":" + parts[1]);
  }
}

Precaution read_precaution(const TomlTable& table) {
  table.allow({"code", "label", "sided", "both_sides", "dated", "details", "old_names", "plan_effect",
               "patient_lines", "stop_items", "review_after_weeks", "when_windows_over", "note"});
  Precaution precaution;
  precaution.code = PrecautionCode{table.text("code")};
  precaution.label = table.text("label");
  precaution.sided = table.flag("sided");
  precaution.both_sides = table.flag("both_sides");
  if (table.has("dated"))
    precaution.dating = table.choice("dated", dating_from, all_words<Dating>());
  for (const auto& detail : table.texts("details"))
    precaution.details.push_back(read_detail(detail, table));
  read_old_names(table, precaution);
  for (const auto& entry : table.entries("plan_effect", "effect"))
    precaution.effects.push_back(read_effect(entry, precaution));
  for (const auto& entry : table.entries("patient_lines", "text")) {
    entry.allow({"when", "text"});
    precaution.patient_lines.push_back(
        {read_condition(entry, "when", precaution), entry.text("text")});
    if (!precaution.patient_lines.back().text.starts_with("Do"))
      throw entry.fault("text", "A line for the patient starts with Do or Do not.");
  }
  precaution.stop_addons = table.texts("stop_items");
  precaution.review_after_weeks = table.maybe_whole("review_after_weeks", 1, 52);
  precaution.when_windows_over = table.text_or("when_windows_over", "");
  precaution.note = table.text_or("note", "");
  return precaution;
}

}  // namespace

std::vector<Precaution> read_precautions(std::string_view text, const std::string& file) {
  const TomlTable root = TomlTable::parse(text, file);
  root.allow({"precaution"});
  std::vector<Precaution> all;
  for (const auto& table : root.tables("precaution")) {
    Precaution next = read_precaution(table);
    for (const auto& known : all)
      if (known.code == next.code)
        throw table.fault("code", next.code.text + " stands twice. Give each its own code.");
    all.push_back(std::move(next));
  }
  return all;
}

}  // namespace kinescript
