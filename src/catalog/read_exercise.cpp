// SPDX-License-Identifier: MIT
// db/catalog/<region>/<exercise>.toml: one exercise with its variants.
#include <algorithm>

#include "catalog/read.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

const std::vector<std::string> kKeys = {"id",         "name",         "name_patient",
                                        "aliases",    "region",       "section",
                                        "position",   "equipment",    "muscles",
                                        "type",       "side_mode",    "side_means",
                                        "support",    "tags",         "why",
                                        "steps",      "stop_cue",     "breathing",
                                        "dose",       "gate",         "progress_to",
                                        "regress_to", "alternatives", "note",
                                        "source",     "reviewed_by",  "content_version",
                                        "rule",       "form",         "scene"};
const std::vector<std::string> kFormKeys = {"name", "steps", "breathing", "stop_cue", "scene"};

void read_names(const TomlTable& table, Exercise& exercise) {
  exercise.id = read_exercise_id(table, "id");
  exercise.name_clinician = table.text("name");
  exercise.name_patient = table.text("name_patient");
  exercise.aliases = table.texts("aliases");
  exercise.regions = read_words(table, "region", kRegions);
  if (exercise.regions.empty())
    throw table.fault("region", "region is missing. Write region = [\"low_back\"].");
  exercise.section = table.choice("section", section_from, all_words<Section>());
  exercise.positions = read_words(table, "position", kPositions);
  if (exercise.positions.empty())
    throw table.fault("position", "position is missing. Write position = [\"standing\"].");
  exercise.equipment = table.texts("equipment");
  exercise.muscles = table.texts("muscles");
  exercise.type = table.text("type");
  if (std::find(kExerciseTypes.begin(), kExerciseTypes.end(), exercise.type) ==
      kExerciseTypes.end())
    throw table.unknown_word("type", exercise.type, kExerciseTypes);
}

void read_sides(const TomlTable& table, Exercise& exercise) {
  if (table.has("side_mode"))
    exercise.side_mode = table.choice("side_mode", side_mode_from, all_words<SideMode>());
  if (table.has("side_means"))
    exercise.side_means = table.choice("side_means", side_means_from, all_words<SideMeans>());
  if ((exercise.side_mode == SideMode::none) != (exercise.side_means == SideMeans::none))
    throw table.fault("side_mode", "side_mode and side_means go together: write both, or neither.");
  if (table.has("support"))
    exercise.support = table.choice("support", support_from, all_words<Support>());
}

void read_tags_of(const TomlTable& table, Exercise& exercise, const std::vector<Tag>& tags) {
  std::vector<std::string> known;
  for (const Tag& tag : tags) known.push_back(tag.name);
  exercise.tags = read_words(table, "tags", known);
}

void read_dose_of(const TomlTable& table, Exercise& exercise) {
  const auto dose = table.table("dose");
  if (!dose)
    throw table.fault("", "The dose is missing. Write a [dose] table with sets, count and unit.");
  std::vector<std::string> keys = kDoseKeys;
  keys.insert(keys.end(), {"source", "proposed"});
  dose->allow(keys);
  for (const char* needed : {"sets", "count", "unit", "source"})
    if (!dose->has(needed))
      throw dose->fault("", "\"" + std::string(needed) + "\" is missing. Write it here.");
  exercise.dose = read_dose(*dose, Dose{});
  exercise.dose_source = dose->choice("source", dose_source_from, all_words<DoseSource>());
  exercise.proposed_fields = read_words(*dose, "proposed", kDoseKeys);
  if (exercise.dose_source == DoseSource::proposed && exercise.proposed_fields.empty())
    throw dose->fault(
        "source", "A proposed dose must say which keys are ours. Write proposed = [\"count\"].");
}

void read_words_for_patient(const TomlTable& table, Exercise& exercise) {
  exercise.why = table.text("why");
  for (const auto& entry : table.entries("steps", "normal")) {
    const std::string key = entry.only_key();
    entry.allow(all_words<StepKind>());
    exercise.steps.push_back({entry.text(key), *step_kind_from(key)});
  }
  if (exercise.steps.size() < 3 || exercise.steps.size() > 9)
    throw table.fault(
        "steps", "There are " + std::to_string(exercise.steps.size()) + " steps. Write 3 to 9.");
  exercise.stop_cue = table.text("stop_cue");
  exercise.breathing = table.text("breathing");
}

// steps = { 5 = "Stop halfway." }: by number, the others stay.
std::vector<std::string> read_reworded(const TomlTable& form, std::size_t steps) {
  const auto table = form.table("steps");
  if (!table) return {};
  std::vector<std::string> numbers, reworded;
  for (std::size_t i = 1; i <= steps; ++i) numbers.push_back(std::to_string(i));
  table->allow(numbers);
  for (const std::string& number : numbers) reworded.push_back(table->text_or(number, ""));
  return reworded;
}

void read_forms(const TomlTable& table, Exercise& exercise) {
  for (const auto& entry : table.tables("form")) {
    entry.allow(kFormKeys);
    ModifiedForm form;
    form.name = entry.text("name");
    form.steps = read_reworded(entry, exercise.steps.size());
    form.breathing = entry.text_or("breathing", "");
    form.stop_cue = entry.text_or("stop_cue", "");
    form.scene = entry.block("scene");
    form.scene_line = entry.first_line_of_block("scene");
    exercise.forms.push_back(std::move(form));
  }
}

// A rule that names a form must find it, and only a Modify prints one.
void check_forms_named(const TomlTable& table, const Exercise& exercise) {
  for (const TomlTable& rule : table.tables("rule")) {
    const std::string form = rule.text_or("form", "");
    if (form.empty()) continue;
    if (rule.text("level") != word(Level::modify))
      throw rule.fault("form", "Only a modify prints a form. Take it out.");
    if (exercise.form(form) == nullptr)
      throw rule.fault("form", "There is no form \"" + form +
                                   "\" in this record. Write a [[form]] with that name.");
  }
}

Exercise read_record(const TomlTable& table, const std::vector<Precaution>& precautions,
                     const std::vector<Tag>& tags) {
  Exercise exercise;
  read_names(table, exercise);
  read_sides(table, exercise);
  read_tags_of(table, exercise, tags);
  read_words_for_patient(table, exercise);
  read_dose_of(table, exercise);
  exercise.gate = table.text_or("gate", "");
  exercise.progress_to = read_exercise_ids(table, "progress_to");
  exercise.regress_to = read_exercise_ids(table, "regress_to");
  exercise.alternatives = read_exercise_ids(table, "alternatives");
  exercise.note = table.text_or("note", "");
  exercise.source = table.text_or("source", "");
  exercise.reviewed_by = table.text_or("reviewed_by", "");
  exercise.content_version = table.maybe_whole("content_version", 1, 1'000'000).value_or(1);
  exercise.rules = read_rules(table, exercise.id.text, precautions);
  read_forms(table, exercise);
  check_forms_named(table, exercise);
  exercise.scene = table.block("scene");
  exercise.scene_where = table.file();
  exercise.scene_line = table.first_line_of_block("scene");
  return exercise;
}

}  // namespace

std::vector<Exercise> read_exercise(std::string_view text, const std::string& file,
                                    const std::vector<Precaution>& precautions,
                                    const std::vector<Tag>& tags) {
  const TomlTable base = TomlTable::parse(text, file);
  std::vector<std::string> base_keys = kKeys, variant_keys = kKeys;
  base_keys.push_back("variant");
  variant_keys.push_back("kind");
  base.allow(base_keys);
  std::vector<Exercise> family = {read_record(base, precautions, tags)};
  for (const auto& table : base.tables("variant")) {
    table.allow(variant_keys);
    Exercise variant = read_record(table, precautions, tags);
    variant.variant_of = family.front().id;
    variant.variant_kind =
        table.choice("kind", variant_kind_from, {"harder", "easier", "other_way"});
    if (variant.variant_kind == VariantKind::base)
      throw table.unknown_word("kind", "base", {"harder", "easier", "other_way"});
    family.push_back(std::move(variant));
  }
  return family;
}

}  // namespace kinescript
