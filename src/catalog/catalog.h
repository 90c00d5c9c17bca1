// SPDX-License-Identifier: MIT
// The catalog: all that can be prescribed, and what limits it. Read once, then a value that nobody changes.
//
//   Catalog catalog = read_catalog("share/kinescript/db");     // throws Error{invalid} "catalog/low_back/bridge.toml:12: …"
//   const Exercise& bridge = catalog.exercise(ExerciseId{"bridge"});   // throws Error{not_found}, "did you mean"
//
// read_catalog reads <folder>/catalog/*/*.toml, precautions.toml, tags.toml, stop_box.toml. Records keep the order
// of their file names within their region folder, variants after their base. Places in errors are "file:line" with the
// file as seen from the folder ("catalog/low_back/bridge.toml:12").
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalog/exercise.h"
#include "catalog/precaution.h"

namespace kinescript {

// An exercise family that is not offered for a precaution's region, with what to take instead (sit-ups, crunches).
struct Discouraged {
  std::string name;                    // "Sit-ups and crunches"
  std::vector<std::string> aliases;
  std::vector<std::string> regions;    // "low_back"
  std::string reason;
  std::vector<ExerciseId> instead, exempt;
};

// The article's general rules, session rules and habits, as far as a handout or a check uses them (db/session.toml).
struct SessionRule {
  std::string id;        // "warm_up_minutes", "start_with_few"
  std::string text;      // what is printed or shown
  std::string where;     // "handout", "check", "why"
};

class Catalog {
 public:
  std::vector<Exercise> exercises;
  std::vector<Precaution> precautions;
  std::vector<Tag> tags;
  std::vector<TagRule> tag_rules;
  std::vector<StopEntry> stop_box;
  std::vector<PainLine> pain_rule;
  std::vector<Discouraged> discouraged;
  std::vector<SessionRule> session_rules;

  const Exercise* find(const ExerciseId& id) const;
  const Precaution* find(const PrecautionCode& code) const;
  const Tag* find_tag(std::string_view name) const;
  const Exercise& exercise(const ExerciseId& id) const;            // or Error{not_found}
  const Precaution& precaution(const PrecautionCode& code) const;  // or Error{not_found}
  // Variants of an exercise, in catalog order.
  std::vector<const Exercise*> variants_of(const ExerciseId& id) const;
};

Catalog read_catalog(const std::filesystem::path& folder);

// The exercises that a clinic wrote itself, one TOML file each, by file name; none when the folder is
// not there. own_exercise_text writes such a file.
std::vector<Exercise> read_own_exercises(const std::filesystem::path& folder);
std::string own_exercise_text(const Exercise& exercise, const std::string& photo,
                              const std::string& photo_finish);  // names of files beside it

// One fault a line, "file: what", over everything that one file cannot say alone: links, ladders without a circle,
// duplicate names, sides, tags that the list does not have. Empty = none. (`catalog check` adds the scenes' lint.)
std::vector<std::string> check_catalog(const Catalog& catalog);

}  // namespace kinescript
