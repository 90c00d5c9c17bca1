// SPDX-License-Identifier: MIT
// Plan templates (templates/programs/*.toml): a plan without a patient, with slots of which some are a choice
// ("one of" walk-easy, cycle-easy). Sits beside the exercises because it names only catalog things.
//
//   std::vector<Program> all = read_programs("share/kinescript/templates/programs", catalog);
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"

namespace kinescript {

struct Slot {
  std::string id;                       // "warm_up", "strength_2"
  Section section = Section::strength;
  std::vector<ExerciseId> one_of;       // the first is usual
  std::vector<Dose> doses;              // one for each of one_of, complete: its usual dose, with what the slot says instead
  // REQUIRES that `exercise` is one of one_of.
  const Dose& dose_of(const ExerciseId& exercise) const;
};

struct Program {
  std::string id;                       // "low-back-mini"
  std::string name, title, problem;     // for the clinician; the handout's title; the plan's problem
  std::vector<std::string> regions;
  std::vector<Slot> slots;
  int per_day = 1;
  std::optional<Amount> days_per_week;
  std::vector<int> weekdays;            // ISO 1-7; empty = as the patient likes
  std::string source, note;
};

// Files in the order of their names. Throws Error{invalid} with "low-back-mini.toml:12".
std::vector<Program> read_programs(const std::filesystem::path& folder, const Catalog& catalog);

}  // namespace kinescript
