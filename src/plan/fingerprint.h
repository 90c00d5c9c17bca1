// SPDX-License-Identifier: MIT
// What a recorded decision was made for, as 32 hexadecimal digits: an Override or a Clearance
// counts only while the fingerprint of its finding is equal (src/README.md, decision 2). Not a
// secret and not against forgery: FNV-1a, twice 64 bits with two offsets, over a canonical text.
// The text is frozen: changing it makes every stored decision stale.
#pragma once
#include <string>
#include <vector>

#include "plan/limits.h"

namespace kinescript {

// Exercise with content version, side, dose, hold, the rules that fire for this precaution with
// their texts, the patient's records of it (side, dates, details).
std::string fingerprint_of(const PlanItem& item, const Exercise& exercise,
                           const std::vector<Hit>& hits, const LimitGroup& group);
// A decision about the plan: the finding's rule, the records it comes from, and what else it says
// (answers with dates).
std::string fingerprint_of(const std::string& rule,
                           const std::vector<const PatientPrecaution*>& records,
                           const std::string& more);

}  // namespace kinescript
