// SPDX-License-Identifier: MIT
// The readers behind read_catalog, one file of the folder each. `text` is the file's content and
// `file` its name in errors. All throw Error{invalid} with "file:line" and the way out.
//
//   std::vector<Exercise> family = read_exercise(read_file(path), "catalog/low_back/bridge.toml",
//   precautions, tags);
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/toml_table.h"

namespace kinescript {

std::vector<Precaution> read_precautions(std::string_view text, const std::string& file);

struct TagList {
  std::vector<Tag> tags;
  std::vector<TagRule> rules;
};
TagList read_tags(std::string_view text, const std::string& file,
                  const std::vector<Precaution>& precautions);

struct StopBox {
  std::vector<StopEntry> entries;
  std::vector<PainLine> pain_rule;
};
StopBox read_stop_box(std::string_view text, const std::string& file,
                      const std::vector<Precaution>& precautions);

struct SessionAdvice {
  std::vector<SessionRule> rules;
  std::vector<Discouraged> discouraged;
};
SessionAdvice read_session(std::string_view text, const std::string& file);

// The base exercise, then its variants.
std::vector<Exercise> read_exercise(std::string_view text, const std::string& file,
                                    const std::vector<Precaution>& precautions,
                                    const std::vector<Tag>& tags);

// An exercise that a clinic wrote itself: a title, one step or more, a section, a dose, and photos
// that lie in the same folder. Its id begins with "own-".
Exercise read_own_exercise(std::string_view text, const std::string& file,
                           const std::filesystem::path& folder);

// The rules under `key` of an exercise or a tag. Codes are "<owner>/<precaution>", with "/1", "/2"
// … in the order of the file where a precaution has several.
std::vector<Rule> read_rules(const TomlTable& table, const std::string& owner,
                             const std::vector<Precaution>& precautions);

// What a [dose] says, laid over `usual`: a key that is not there keeps the usual value; `hold =
// "none"` takes it away.
Dose read_dose(const TomlTable& table, const Dose& usual);
extern const std::vector<std::string> kDoseKeys;

// A condition under `key`, checked against the precaution's details; absent = always.
Condition read_condition(const TomlTable& table, const std::string& key,
                         const Precaution& precaution);

// Exercise ids in a list; only their form is checked.
std::vector<ExerciseId> read_exercise_ids(const TomlTable& table, const std::string& key);
ExerciseId read_exercise_id(const TomlTable& table, const std::string& key);
// Words of a fixed list ("region", "position").
std::vector<std::string> read_words(const TomlTable& table, const std::string& key,
                                    const std::vector<std::string>& known);
// Codes of precautions.
std::vector<std::string> codes_of(const std::vector<Precaution>& precautions);

}  // namespace kinescript
