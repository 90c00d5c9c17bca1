// SPDX-License-Identifier: MIT
// The ladder of one exercise: what is one step harder, and what is one step easier.
//
//   if (const auto step = step_up(exercise, item.dose)) item.dose = step->dose;
//
// Order upwards: count, sets, hold, load, and then the next exercise (progress_to). A range is
// climbed by the patient within one plan ("8 to 12: add when it is easy"), so a step moves the
// whole range, as far as the exercise's own top: its goal, or the most it names. Downwards the same
// in reverse; a step down gives the dose from which a step up leads here, where there is one.
//
// Sizes of a step: 2 times, or 1 where the exercise is usually done fewer than 8 times; 5 swings,
// 10 steps, 50 metres, 5 minutes (1 where it lasts less than 10); 1 set, up to 3, for core,
// strength, balance and stretches; hold 1 breath, 5 seconds (1 below 10); load 1 kg, up to 10 kg.
// Proposed by us; awaits a physiotherapist's sign-off like the catalog.
#pragma once
#include <optional>
#include <vector>

#include "catalog/exercise.h"

namespace kinescript {

// The least and the most of each number that the exercise's ladder reaches. What lies outside is
// said by the check ("dose_outside").
struct DoseBounds {
  int least_count = 1, most_count = 1;
  int most_sets = 1;
  int least_hold = 0, most_hold = 0;  // 0: the exercise has no hold, or it is counted otherwise
};
DoseBounds dose_bounds(const Exercise& exercise);

// What is one step harder or easier by dose alone; nothing = the ladder of this exercise ends here.
std::optional<Dose> step_up(const Exercise& exercise, const Dose& dose);
std::optional<Dose> step_down(const Exercise& exercise, const Dose& dose);

}  // namespace kinescript
