// SPDX-License-Identifier: MIT
// Plan templates (templates/programs/*.toml): a plan without a patient, with slots of which some are a choice
// ("one of" walk-easy, cycle-easy). Sits beside the exercises because it names only catalog things.
//
//   std::vector<Program> all = read_programs("share/kinescript/templates/programs", catalog);
//
// A protocol is a set of templates in order of weeks: they share `protocol` and `after`, the
// precaution from whose date the weeks count (week 1 is the first seven days).
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
  bool affected_side = false;           // done with the side that is treated only
  std::string side;                     // "left", "right", "both"; "" = as the exercise and the choices say
  std::string note;                     // the patient reads it
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
  // The patient that it is for, as on the command line: "tha:approach=posterior".
  std::vector<std::string> for_patients;
  std::string protocol;                 // "hip-replacement"; "" = stands alone
  std::string after;                    // "tha"
  std::optional<Amount> weeks;          // 1-2
  std::string source, note;
};

// The text of a template file, from which read_programs makes the same program.
std::string program_text(const Program& program, const Catalog& catalog);

// Files in the order of their names; then those of the folder "waiting" in it whose exercises the
// catalog has all: a template may be written before its exercises are. Throws Error{invalid} with "low-back-mini.toml:12".
std::vector<Program> read_programs(const std::filesystem::path& folder, const Catalog& catalog);

}  // namespace kinescript
