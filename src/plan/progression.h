// SPDX-License-Identifier: MIT
// From what the patient tells of a plan to the next plan: at most one step for each exercise
// (plan/ladder.h), and only because of an answer.
//
//   Progression next = progress(plan, before, feedback, {}, patient, catalog, today);
//   for (const ItemStep& step : next.steps) …        // one for each item, in the plan's order
//
//   pain 6 and over, or too hard   each exercise one step back
//   pain 3 to 5                    all stay
//   about right                    a step for at most half of the exercises: strength, core and
//                                  balance before the others, more of the same before another one
//   too easy                       a step for each that has one
//
// Of a band of pain its least counts; pain that was not asked holds nothing.
//
// A step that would leave an open finding on the item is not taken. A step into another exercise is
// taken only when its gate question was answered with yes (`gates`: ids of items). A step back to
// what the plan before had returns exactly that.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace kinescript {

struct ItemStep {
  enum class Kind : unsigned char { same, progressed, eased } kind = Kind::same;
  // Why it stays: pain_holds, half (enough others), top, bottom (the ladder ends), conflict (rule),
  // gate (the question waits for an answer), unknown_exercise. "" when it moved.
  std::string because;
  ItemId item;
  PlanItem before, after;
  std::string rule;  // of a conflict
  std::string gate;  // the question, in the clinician's words to the patient
  ExerciseId into;   // of a gate or a step into another exercise
};
std::string_view word(ItemStep::Kind kind);  // "same", "progressed", "eased"

struct Progression {
  Plan plan;  // the items changed; all else as in the plan that was given
  std::vector<ItemStep> steps;
};

// `next`: the coming plan with the items of the last one, decisions not taken over. `before`: the
// plan before the last one, if there is one.
Progression progress(const Plan& next, const Plan* before, const Feedback& feedback,
                     const std::set<ItemId>& gates, const Patient& patient, const Catalog& catalog,
                     Date today);

}  // namespace kinescript
