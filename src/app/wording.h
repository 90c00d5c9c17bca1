// SPDX-License-Identifier: MIT
// Findings in the clinician's English. The core gives codes and the catalog's texts; here they
// become lines to read.
//
//   word_finding(finding, catalog)  -> "AVOID a5 superman (ext_intol, rule superman/ext_intol): …"
//
// The word "safe" is nowhere: no finding means no known precaution.
#pragma once
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "plan/changes.h"
#include "plan/finding.h"
#include "plan/progression.h"

namespace kinescript {

// One sentence or two: what the finding says, without its level and what it is about.
std::string reason_of(const Finding& finding, const Catalog& catalog);
// What to do about an open finding, as a command to type.
std::string way_out_of(const Finding& finding, const std::string& plan);

// Several lines without a trailing line break: level and place, reason, change, the patient's line,
// substitutes.
std::string word_finding(const Finding& finding, const Catalog& catalog);
// "2 findings are open …" or "Nothing is open. …"
std::string word_outcome(const std::vector<Finding>& findings);

// "bridge: count 8-12 -> 10-15"
std::string word_change(const Change& change);

// "a3 bridge: 2 x 8-12 times -> 2 x 10-14 times", "a4 superman: as before. …why".
std::string word_step(const ItemStep& step, const Catalog& catalog);
// "felt right, pain 2 of 10, done on 9 days: …"
std::string word_feedback(const Feedback& feedback);

}  // namespace kinescript
