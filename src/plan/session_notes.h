// SPDX-License-Identifier: MIT
// What the check notes on the session as a whole: order, length, doses, pairs, jumps. Notes never
// ask for a typed reason: the article's own routine has eight exercises beside the warm-up. Only a
// side that is not chosen is open. Codes: plan/finding.h.
//
//   for (const Finding& note : session_notes(plan, limits, before)) …
//
// Where the figures are from: more than 4 and 6 exercises, what people keep up (ux.md 0); 20
// minutes, order, warm-up, the paired stretch: the article; bending early in the day: Snook 1998
// and 2002 (content.md 1I); a jump is more than twice the work, which no step of the ladder is:
// proposed by us.
#pragma once
#include <vector>

#include "plan/finding.h"
#include "plan/limits.h"

namespace kinescript {

inline constexpr int kSessionMinutes = 20;  // the most that the article's session takes
inline constexpr int kJump = 2;             // more than this many times the work

// `before`: the last plan given for this problem, or nullptr.
std::vector<Finding> session_notes(const Plan& plan, const PatientLimits& limits,
                                   const Plan* before);

// True when the exercise is done on the floor (or a bed): the patient must get down to it.
bool is_on_floor(const Exercise& exercise);

}  // namespace kinescript
