// SPDX-License-Identifier: MIT
// Rules: exercise x precaution (explicit) or demand tag x precaution. Texts are catalog data in English; translations
// come from templates/languages.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "catalog/condition.h"

namespace kinescript {

enum class Limb : unsigned char;

enum class Level : unsigned char { prefer, caution, modify, avoid };  // in growing strictness
std::optional<Level> level_from(std::string_view word);
std::string_view word(Level level);

struct Rule {
  std::string code;            // stable, unique: "superman/ext_intol", "bird-dog/tha/2", "tag:pos_prone/preg"
  PrecautionCode precaution;
  Level level = Level::caution;
  std::optional<int> from_week, to_week;  // from <= week < to; explicit rules only
  bool until_cleared = false;
  Condition condition;
  Limb limb{};                 // what it loads; tag rules take their tag's limb
  std::string reason, change;  // for the clinician
  std::string patient_line;    // printed
  std::string form;            // of a Modify: the exercise's ModifiedForm to print; "" = as usual
  std::vector<ExerciseId> substitutes;  // in order; may name exercises that this catalog does not have
  std::string source;
};

// A rule of a tag (db/tags.toml).
struct TagRule {
  std::string tag;
  Rule rule;
};

}  // namespace kinescript
