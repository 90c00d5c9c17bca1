// SPDX-License-Identifier: MIT
// What the check says of the patient's precautions as a whole: blocks, details to ask for, reviews
// and ends. Codes: plan/finding.h.
#pragma once
#include <string>
#include <vector>

#include "plan/finding.h"
#include "plan/limits.h"

namespace kinescript {

// What the items of the plan showed about one precaution.
struct GroupSummary {
  bool in_window = false;
  std::vector<std::string> missing;  // details that were not recorded and on which a rule hangs
};

std::string missing_rule(const LimitGroup& group, const std::string& field);
// True when this plan has a clearance of the missing detail that still counts.
bool missing_is_cleared(const Plan& plan, const LimitGroup& group, const std::string& field);

// One summary for each of limits.groups(), in their order.
std::vector<Finding> plan_findings(const Plan& plan, const Patient& patient,
                                   const PatientLimits& limits,
                                   const std::vector<GroupSummary>& summaries, Date today);

}  // namespace kinescript
