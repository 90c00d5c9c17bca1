// SPDX-License-Identifier: MIT
#include "catalog/exercise.h"

#include "catalog/words.h"

namespace kinescript {
namespace {

constexpr WordTable<Section, 9> kSectionWords{{{Section::warm_up, "warm_up"},
                                               {Section::mobility, "mobility"},
                                               {Section::core, "core"},
                                               {Section::strength, "strength"},
                                               {Section::balance, "balance"},
                                               {Section::aerobic, "aerobic"},
                                               {Section::stretch, "stretch"},
                                               {Section::breathing, "breathing"},
                                               {Section::rest, "rest"}}};
constexpr WordTable<SideMode, 5> kSideModes{{{SideMode::none, "none"},
                                             {SideMode::each, "each"},
                                             {SideMode::alternating, "alternating"},
                                             {SideMode::left_right_choice, "left_right_choice"},
                                             {SideMode::each_way, "each_way"}}};
constexpr WordTable<SideMeans, 9> kSideMeans{{{SideMeans::none, "none"},
                                              {SideMeans::moving_arm, "moving_arm"},
                                              {SideMeans::moving_leg, "moving_leg"},
                                              {SideMeans::stance_leg, "stance_leg"},
                                              {SideMeans::front_leg, "front_leg"},
                                              {SideMeans::back_leg, "back_leg"},
                                              {SideMeans::lower_side, "lower_side"},
                                              {SideMeans::stretched_side, "stretched_side"},
                                              {SideMeans::turn_direction, "turn_direction"}}};
constexpr WordTable<Support, 2> kSupports{{{Support::none, "none"}, {Support::held, "held"}}};
constexpr WordTable<StepKind, 3> kStepKinds{
    {{StepKind::normal, "normal"}, {StepKind::support, "support"}, {StepKind::safety, "safety"}}};
constexpr WordTable<DoseSource, 3> kDoseSources{{{DoseSource::article, "article"},
                                                 {DoseSource::common, "common"},
                                                 {DoseSource::proposed, "proposed"}}};
constexpr WordTable<VariantKind, 4> kVariantKinds{{{VariantKind::base, "base"},
                                                   {VariantKind::harder, "harder"},
                                                   {VariantKind::easier, "easier"},
                                                   {VariantKind::other_way, "other_way"}}};

}  // namespace

const std::vector<Section> kSections = {Section::warm_up,  Section::mobility,  Section::core,
                                        Section::strength, Section::balance,   Section::aerobic,
                                        Section::stretch,  Section::breathing, Section::rest};

const std::vector<std::string> kRegions = {"neck",       "shoulder",   "elbow",      "wrist_hand",
                                           "upper_back", "low_back",   "trunk",      "pelvis",
                                           "hip",        "knee",       "ankle_foot", "whole_body",
                                           "balance",    "vestibular", "breathing"};
const std::vector<std::string> kPositions = {
    "standing",   "walking",     "seated",   "lying_back",    "lying_face_down",
    "lying_side", "hands_knees", "kneeling", "half_kneeling", "split_stance",
    "lean_wall",  "step",        "water"};
const std::vector<std::string> kExerciseTypes = {
    "aerobic",    "airway_clearance", "balance",       "breathing",      "circulation",
    "functional", "mobility",         "motor_control", "nerve_mobility", "position",
    "relaxation", "strength",         "stretch",       "vestibular"};

std::string_view word(Section section) { return word_in(kSectionWords, section); }
std::string_view word(SideMode mode) { return word_in(kSideModes, mode); }
std::string_view word(SideMeans means) { return word_in(kSideMeans, means); }
std::string_view word(Support support) { return word_in(kSupports, support); }
std::string_view word(StepKind kind) { return word_in(kStepKinds, kind); }
std::string_view word(DoseSource source) { return word_in(kDoseSources, source); }
std::string_view word(VariantKind kind) { return word_in(kVariantKinds, kind); }
std::optional<Section> section_from(std::string_view word) { return value_in(kSectionWords, word); }
std::optional<SideMode> side_mode_from(std::string_view word) { return value_in(kSideModes, word); }
std::optional<SideMeans> side_means_from(std::string_view word) {
  return value_in(kSideMeans, word);
}
std::optional<Support> support_from(std::string_view word) { return value_in(kSupports, word); }
std::optional<StepKind> step_kind_from(std::string_view word) { return value_in(kStepKinds, word); }
std::optional<DoseSource> dose_source_from(std::string_view word) {
  return value_in(kDoseSources, word);
}
std::optional<VariantKind> variant_kind_from(std::string_view word) {
  return value_in(kVariantKinds, word);
}

const ModifiedForm* Exercise::form(std::string_view name) const {
  for (const ModifiedForm& one : forms)
    if (one.name == name) return &one;
  return nullptr;
}

}  // namespace kinescript
