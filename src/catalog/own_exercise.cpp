// SPDX-License-Identifier: MIT
// A clinic's own exercise as a file: read and written.
#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/read.h"
#include "catalog/toml_text.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

// The picture under `key`: a file of the same folder.
std::string photo_at(const TomlTable& table, const char* key, const fs::path& folder) {
  const std::string name = table.text_or(key, "");
  if (name.empty()) return {};
  if (fs::path(name).has_parent_path())
    throw table.fault(key, "The photo \"" + name + "\" must lie beside this file. Copy it here.");
  try {
    return read_file(folder / name);
  } catch (const Error&) {
    throw table.fault(key, "The photo \"" + name +
                               "\" is not there. Copy it beside this file, or take this line out.");
  }
}

std::string dose_text(const Dose& dose) {
  std::string text = "\n[dose]\n";
  text += toml_key("sets", toml_amount(dose.sets)) + toml_key("count", toml_amount(dose.count));
  text += toml_key("unit", toml_quoted(word(dose.unit)));
  if (dose.hold)
    text += toml_key("hold",
                     toml_quoted(to_text(*dose.hold) + " " + std::string(word(dose.hold_unit))));
  if (dose.rest) text += toml_key("rest", toml_amount(*dose.rest));
  if (!dose.load.empty()) text += toml_key("load", toml_quoted(dose.load));
  return text;
}

}  // namespace

Exercise read_own_exercise(std::string_view text, const std::string& file, const fs::path& folder) {
  const TomlTable table = TomlTable::parse(text, file);
  table.allow({"id", "title", "section", "each_side", "steps", "photo", "photo_finish", "dose"});
  Exercise exercise;
  exercise.id = read_exercise_id(table, "id");
  if (!exercise.own())
    throw table.fault("id", "The id of a clinic's own exercise begins with \"own-\".");
  exercise.name_clinician = exercise.name_patient = table.text("title");
  exercise.section = table.choice("section", section_from, all_words<Section>());
  if (table.flag("each_side")) {
    exercise.side_mode = SideMode::each;
    exercise.side_means = SideMeans::moving_leg;
  }
  for (const std::string& step : table.texts("steps")) exercise.steps.push_back({step});
  if (exercise.steps.empty() || exercise.steps.size() > kMostOwnSteps)
    throw table.fault("steps", "There are " + std::to_string(exercise.steps.size()) +
                                   " steps. Write 1 to " + std::to_string(kMostOwnSteps) + ".");
  const auto dose = table.table("dose");
  if (!dose)
    throw table.fault("", "The dose is missing. Write a [dose] table with sets, count and unit.");
  dose->allow(kDoseKeys);
  for (const char* needed : {"sets", "count", "unit"})
    if (!dose->has(needed))
      throw dose->fault("", "\"" + std::string(needed) + "\" is missing. Write it here.");
  exercise.dose = read_dose(*dose, Dose{});
  exercise.photo = photo_at(table, "photo", folder);
  exercise.photo_finish = photo_at(table, "photo_finish", folder);
  exercise.scene_where = table.file();
  return exercise;
}

std::vector<Exercise> read_own_exercises(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> files;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    if (at->path().extension() == ".toml") files.push_back(at->path());
  std::sort(files.begin(), files.end());
  std::vector<Exercise> exercises;
  for (const fs::path& path : files) {
    const std::string name = (folder.filename() / path.filename()).generic_string();
    exercises.push_back(read_own_exercise(read_file(path), name, folder));
    if (exercises.back().id.text != path.stem())
      throw Error(
          ErrorKind::invalid, name + ":1",
          "The file must be named after its id: \"" + exercises.back().id.text + ".toml\".");
  }
  return exercises;
}

std::string own_exercise_text(const Exercise& exercise, const std::string& photo,
                              const std::string& photo_finish) {
  std::string text = "# An exercise of this clinic's own. Not checked for safety.\n";
  text += toml_key("id", toml_quoted(exercise.id.text)) +
          toml_key("title", toml_quoted(exercise.name_clinician)) +
          toml_key("section", toml_quoted(word(exercise.section)));
  if (exercise.side_mode == SideMode::each) text += toml_key("each_side", "true");
  text += "steps = [\n";
  for (const Step& step : exercise.steps) text += "  " + toml_quoted(step.text) + ",\n";
  text += "]\n";
  if (!photo.empty()) text += toml_key("photo", toml_quoted(photo));
  if (!photo_finish.empty()) text += toml_key("photo_finish", toml_quoted(photo_finish));
  return text + dose_text(exercise.dose);
}

}  // namespace kinescript
