// SPDX-License-Identifier: MIT
// The safety check: precautions as data, matched against every item. Pure and total: it never
// throws for a plan made by plan.h; what it does not know it says ("not checked"), and the word
// "safe" is nowhere. Evaluation follows the clinical README ("How to evaluate one item and one
// precaution", "Sides"): plan/evaluate.h.
//
//   for (const Finding& f : check(plan, patient, catalog, today)) if (f.open()) …
//
// Equal input gives equal findings in equal order.
#pragma once
#include <string>
#include <vector>

#include "plan/finding.h"
#include "plan/plan.h"
#include "plan/substitutes.h"

namespace kinescript {

// What else a check may know.
struct CheckOptions {
  const Plan* before = nullptr;  // the last plan given for this problem: jumps are told from it
  Uses uses = {};                // what this clinic has given before: ranks substitutes
  long* look_ups = nullptr;      // gets the number of rules that were looked at
};

// Item findings in the plan's order, strictest first within an item, then findings of the plan,
// strictest first. Prefers come last.
std::vector<Finding> check(const Plan& plan, const Patient& patient, const Catalog& catalog,
                           Date today, const CheckOptions& options = {});
// How many are open: what refuses an issue.
int open_count(const std::vector<Finding>& findings);

// What could stand in an item's place, best first, at most `most`: plan/substitutes.h.
std::vector<ExerciseId> substitutes_for(const Plan& plan, const Patient& patient,
                                        const Catalog& catalog, Date today, const ItemId& item,
                                        std::size_t most, const Uses& uses = {});

// Records the reason; throws Error{not_found} when no finding of that rule is on the item,
// Error{usage} when `because` has fewer than 10 characters, Error{refused} when it is a block (plan
// clear). The reason is one line of at most 300.
Plan keep(const Plan& plan, const std::vector<Finding>& findings, const ItemId& item,
          const std::string& rule, const std::string& because, const std::string& by, Moment at);
// A block of the whole plan, lifted: `outcome` is "reviewed" or "referred".
Plan clear_block(const Plan& plan, const std::vector<Finding>& findings, const std::string& rule,
                 const std::string& because, const std::string& by, Moment at,
                 const std::string& outcome = "reviewed");

}  // namespace kinescript
