// SPDX-License-Identifier: MIT
// A dose in words a patient can act on without doing sums: cells for the card's dose box, sentences
// under it, one line for the table. Wording: the handout's design, "Dose wording". Order
// everywhere: times, sets, hold, rest, how often.
//
//   DoseWords words = word_dose(item, exercise, schedule, english);
//   words.cells[0]     -> {"", "8 to 12", "times each side"}
//   words.lines[0]     -> "Start with 8 times with each side, 16 in all."
//
// At most one range stands in the cells: the count's. Where a hold or the sets are a range too, the
// cell says where to start and a sentence how to go on. A count of one with several sets (hold,
// rest, again) is told as so many times.
#pragma once
#include <string>
#include <vector>

#include "handout/handout.h"
#include "handout/phrasebook.h"
#include "plan/plan.h"

namespace kinescript {

// How the sides of one item are told.
enum class Sides : unsigned char { none, one, each_side, each_way };
Sides sides_of(const PlanItem& item, const Exercise& exercise);
// How its count is told: minutes of a movement that goes from side to side are of both together.
Sides counted_sides(const PlanItem& item, const Exercise& exercise);

struct DoseWords {
  std::vector<DoseCell> cells;
  std::vector<std::string> lines;
  // The same told in sentences, for layouts without cells: "Hold for 5 seconds. Relax. Do it 8 to
  // 12 times on each side. Rest. Then do that one more time."
  std::string sentence;
  std::vector<std::string> sentence_lines;  // what stands under it
  std::string set_means;            // what a set is; "" when the dose does not speak of sets
  std::string how_many, how_often;  // for the table
};
DoseWords word_dose(const PlanItem& item, const Exercise& exercise, const Schedule& schedule,
                    const Phrasebook& phrasebook);

// "1 time a day", "every day", as the whole plan has it.
std::string word_days(const Schedule& schedule, const Phrasebook& phrasebook, bool with_example);

}  // namespace kinescript
