// SPDX-License-Identifier: MIT
// How long a session takes. Per repetition 3-5 s, holds and rests as dosed, 30 s between sets, 20 s change-over, a
// breath 4 s (content.md 1F: the article's routine is 21-28 min, with the bridge held 24-37 min).
#pragma once
#include "plan/plan.h"

namespace kinescript {

struct Minutes {
  double least = 0, most = 0;
};
Minutes session_minutes(const Plan& plan, const Catalog& catalog);
// For the page: the middle of the range, rounded to 5, at least 5.
int printed_minutes(const Minutes& minutes);

}  // namespace kinescript
