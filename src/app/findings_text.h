// SPDX-License-Identifier: MIT
// The findings of a check as a clinician reads them: a summary of at most kSummaryLines lines, then
// each reason once with the items it is about, then each line that the patient will read, once.
// Alarm fatigue is the enemy: no line stands twice.
//
//   for (const std::string& line : summary_of(findings, plan, patient, catalog)) …
//   for (const std::string& line : details_of(findings, catalog)) …
//
// "No known precaution" is what is said of an item without a finding; of a patient without any
// recorded precaution, that none is recorded.
#pragma once
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "plan/finding.h"
#include "plan/plan.h"

namespace kinescript {

inline constexpr std::size_t kSummaryLines = 8;

std::vector<std::string> summary_of(const std::vector<Finding>& findings, const Plan& plan,
                                    const Patient& patient, const Catalog& catalog);
std::vector<std::string> details_of(const std::vector<Finding>& findings, const Catalog& catalog);

}  // namespace kinescript
