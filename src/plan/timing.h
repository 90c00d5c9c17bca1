// SPDX-License-Identifier: MIT
// How long a session takes. What is assumed (content.md 1F: the article's routine is 21 to 28 min,
// with the bridge held 24 to 37 min):
//
//   sets, counts, holds and rests     the middle of the dose's range; minutes from the least to the
//   most a time, a step, a swing           3 to 5 s (a step of a "steps" count 0.5 to 1 s, a swing
//   2 to 3 s); a cycle is two moves a breath                          4 s, counted or held a metre
//   1 to 2 s a hold                            comes on top of the movement, each time rest between
//   sets                 as dosed, else 30 s change-over                       20 s before each
//   item; 5 s for the other side of an item done one side after the other both sides count twice
//
//   printed_minutes(session_minutes(plan, catalog))     -> 25
#pragma once
#include "plan/plan.h"

namespace kinescript {

struct Minutes {
  double least = 0, most = 0;
};
// An item whose exercise the catalog does not have counts as one of no sides.
Minutes session_minutes(const Plan& plan, const Catalog& catalog);
// For the page: the middle of the range, rounded to 5, at least 5.
int printed_minutes(const Minutes& minutes);

}  // namespace kinescript
