// SPDX-License-Identifier: MIT
// What the check says of the plan as a whole: blocks, details to ask for, reviews and ends, notes
// on the session. Codes: plan/finding.h.
//
// The notes never ask for a typed reason: the article's own routine has eight exercises beside the
// warm-up.
#pragma once
#include <string>
#include <vector>

#include "plan/finding.h"
#include "plan/limits.h"

namespace kinescript {

// What the items of the plan showed about one precaution.
struct GroupSummary {
  bool in_window = false, past_window = false, ask_cleared = false;
  std::vector<std::string> missing;  // details that were not recorded and on which a rule hangs
  bool windows_over() const { return past_window && !in_window; }
};

std::string missing_rule(const LimitGroup& group, const std::string& field);
// True when this plan has a clearance of the missing detail that still counts.
bool missing_is_cleared(const Plan& plan, const LimitGroup& group, const std::string& field);

// One summary for each of limits.groups(), in their order.
std::vector<Finding> plan_findings(const Plan& plan, const Patient& patient,
                                   const PatientLimits& limits,
                                   const std::vector<GroupSummary>& summaries, Date today);

}  // namespace kinescript
