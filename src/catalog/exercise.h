// SPDX-License-Identifier: MIT
// One record of the catalog: what can be prescribed. A variant is an exercise with `variant_of`; it inherits nothing:
// its tags, steps, dose and rules here are complete. Words of the enums are those of the files and the command line.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "catalog/dose.h"
#include "catalog/rule.h"

namespace kinescript {

enum class Section : unsigned char { warm_up, mobility, core, strength, balance, aerobic, stretch, breathing, rest };
enum class SideMode : unsigned char { none, each, alternating, left_right_choice, each_way };
// What {side} names.
enum class SideMeans : unsigned char {
  none, moving_arm, moving_leg, stance_leg, front_leg, back_leg, lower_side, stretched_side, turn_direction
};
enum class Support : unsigned char { none, held };
enum class StepKind : unsigned char { normal, support, safety };  // support and safety are never dropped
enum class DoseSource : unsigned char { article, common, proposed };
enum class VariantKind : unsigned char { base, harder, easier, other_way };

std::string_view word(Section section);
std::string_view word(SideMode mode);
std::string_view word(SideMeans means);
std::string_view word(Support support);
std::string_view word(StepKind kind);
std::string_view word(DoseSource source);
std::string_view word(VariantKind kind);
std::optional<Section> section_from(std::string_view word);
std::optional<SideMode> side_mode_from(std::string_view word);
std::optional<SideMeans> side_means_from(std::string_view word);
std::optional<Support> support_from(std::string_view word);
std::optional<StepKind> step_kind_from(std::string_view word);
std::optional<DoseSource> dose_source_from(std::string_view word);
std::optional<VariantKind> variant_kind_from(std::string_view word);
extern const std::vector<Section> kSections;  // in the order of a session
extern const std::vector<std::string> kRegions, kPositions, kExerciseTypes;  // the words a record may use

struct Step {
  std::string text;  // {side}, {other_side}
  StepKind kind = StepKind::normal;
  bool operator==(const Step&) const = default;
};

inline constexpr std::size_t kMostOwnSteps = 9;  // of a clinic's own exercise

// How the exercise is done and drawn while a Modify that names it holds ("lift only halfway"): what is
// empty stays as in the record. As many steps as the record has.
struct ModifiedForm {
  std::string name;                // Rule::form
  std::vector<std::string> steps;  // "" = the record's
  std::string breathing, stop_cue;
  std::string scene;
  int scene_line = 1;
};

struct Exercise {
  ExerciseId id;
  std::optional<ExerciseId> variant_of;
  VariantKind variant_kind = VariantKind::base;
  std::string name_clinician, name_patient;
  std::vector<std::string> aliases;   // search only
  std::vector<std::string> regions;
  Section section = Section::strength;
  std::vector<std::string> positions;
  std::vector<std::string> equipment;  // empty = none
  std::vector<std::string> muscles;
  std::string type;
  SideMode side_mode = SideMode::none;
  SideMeans side_means = SideMeans::none;
  Support support = Support::none;     // the usual hold
  std::vector<std::string> tags;
  Dose dose;
  DoseSource dose_source = DoseSource::common;
  std::vector<std::string> proposed_fields;
  std::vector<ExerciseId> progress_to, regress_to, alternatives;  // may name exercises not in the catalog yet
  std::string gate;                    // asked before this is chosen as a step up
  std::string note;                    // clinician
  std::string why;
  std::vector<Step> steps;
  std::string stop_cue, breathing;
  std::string source, reviewed_by;
  int content_version = 1;
  std::vector<Rule> rules;
  std::vector<ModifiedForm> forms;     // named by rules
  std::string scene;                   // text for figure/scene.h; "" = none yet
  std::string scene_where;             // its file, scene or not: "catalog/low_back/bridge.toml"
  int scene_line = 1;                  // line of the file where the scene's first line stands
  std::string photo, photo_finish;     // a clinic's own exercise: bytes of a JPEG or PNG; "" = none

  // Written by a clinic, not of the shipped catalog: nothing about it is checked for safety.
  bool own() const { return id.text.rfind("own-", 0) == 0; }
  const ModifiedForm* form(std::string_view name) const;  // null = none of that name
};

}  // namespace kinescript
