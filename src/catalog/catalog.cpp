// SPDX-License-Identifier: MIT
#include "catalog/catalog.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/read.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

// Files of the catalog, by region folder and name.
std::vector<fs::path> exercise_files(const fs::path& folder) {
  std::error_code failure;
  std::vector<fs::path> files;
  fs::recursive_directory_iterator at(folder, failure), end;
  for (; !failure && at != end; at.increment(failure))
    if (at->path().extension() == ".toml") files.push_back(at->path());
  if (failure)
    throw Error(ErrorKind::io, folder.string(),
                "This folder cannot be read. Give the folder that has catalog/ in it.");
  std::sort(files.begin(), files.end());
  return files;
}

template <class Records, class Key>
auto* found(Records& records, Key matches) {
  const auto at = std::find_if(records.begin(), records.end(), matches);
  return at == records.end() ? nullptr : &*at;
}

}  // namespace

Catalog read_catalog(const fs::path& folder) {
  Catalog catalog;
  const auto file = [&](const char* name) { return read_file(folder / name); };
  catalog.precautions = read_precautions(file("precautions.toml"), "precautions.toml");
  TagList tags = read_tags(file("tags.toml"), "tags.toml", catalog.precautions);
  catalog.tags = std::move(tags.tags);
  catalog.tag_rules = std::move(tags.rules);
  StopBox box = read_stop_box(file("stop_box.toml"), "stop_box.toml", catalog.precautions);
  catalog.stop_box = std::move(box.entries);
  catalog.pain_rule = std::move(box.pain_rule);
  SessionAdvice advice = read_session(file("session.toml"), "session.toml");
  catalog.session_rules = std::move(advice.rules);
  catalog.discouraged = std::move(advice.discouraged);
  std::map<std::string, std::string> known;  // the place of each id
  for (const auto& path : exercise_files(folder / "catalog")) {
    const std::string name = path.lexically_relative(folder).generic_string();
    for (Exercise& exercise :
         read_exercise(read_file(path), name, catalog.precautions, catalog.tags)) {
      const auto [first, is_new] = known.emplace(exercise.id.text, exercise.scene_where);
      if (!is_new)
        throw Error(ErrorKind::invalid, name + ":1",
                    "The id \"" + exercise.id.text + "\" stands in " + first->second +
                        " too. Give each its own id.");
      catalog.exercises.push_back(std::move(exercise));
    }
  }
  return catalog;
}

const Exercise* Catalog::find(const ExerciseId& id) const {
  return found(exercises, [&](const Exercise& exercise) { return exercise.id == id; });
}

const Precaution* Catalog::find(const PrecautionCode& code) const {
  return found(precautions, [&](const Precaution& precaution) { return precaution.code == code; });
}

const Tag* Catalog::find_tag(std::string_view name) const {
  return found(tags, [&](const Tag& tag) { return tag.name == name; });
}

const Exercise& Catalog::exercise(const ExerciseId& id) const {
  if (const Exercise* known = find(id)) return *known;
  std::vector<std::string> ids;
  for (const auto& exercise : exercises) ids.push_back(exercise.id.text);
  std::string way_out = did_you_mean(id.text, ids);
  if (way_out.empty()) way_out = " \"catalog list\" shows them all.";
  throw Error(ErrorKind::not_found, "", "There is no exercise \"" + id.text + "\"." + way_out);
}

const Precaution& Catalog::precaution(const PrecautionCode& code) const {
  if (const Precaution* known = find(code)) return *known;
  std::string way_out = did_you_mean(code.text, codes_of(precautions));
  if (way_out.empty()) way_out = " \"precaution list\" shows them all.";
  throw Error(ErrorKind::not_found, "", "There is no precaution \"" + code.text + "\"." + way_out);
}

std::vector<const Exercise*> Catalog::variants_of(const ExerciseId& id) const {
  std::vector<const Exercise*> variants;
  for (const auto& exercise : exercises)
    if (exercise.variant_of == id) variants.push_back(&exercise);
  return variants;
}

}  // namespace kinescript
