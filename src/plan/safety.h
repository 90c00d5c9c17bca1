// SPDX-License-Identifier: MIT
// The safety check: precautions as data, matched against every item. Pure and total: it never
// throws for a plan made by plan.h; what it does not know it says ("not checked"), and the word
// "safe" is nowhere. Evaluation follows the clinical README ("How to evaluate one item and one
// precaution", "Sides"): plan/evaluate.h.
//
//   for (const Finding& f : check(plan, patient, catalog, today)) if (f.open()) …
#pragma once
#include <string>
#include <vector>

#include "plan/finding.h"
#include "plan/plan.h"

namespace kinescript {

// Item findings in the plan's order, strictest first within an item, then findings of the plan,
// strictest first. Prefers come last.
std::vector<Finding> check(const Plan& plan, const Patient& patient, const Catalog& catalog,
                           Date today);
// How many are open: what refuses an issue.
int open_count(const std::vector<Finding>& findings);

// What could stand in an item's place: nothing that the plan has, nothing with an open finding of
// its own for this patient (a detail that was not recorded counts against it). First what the fired
// rules name, in their order, then easier steps, alternatives and easier variants of the same base.
// At most `most`.
std::vector<ExerciseId> substitutes_for(const Plan& plan, const Patient& patient,
                                        const Catalog& catalog, Date today, const ItemId& item,
                                        std::size_t most);

// Records the reason; throws Error{not_found} when no finding of that rule is on the item,
// Error{usage} when `because` has fewer than 10 characters, Error{refused} when it is a block (plan
// clear). The reason is one line of at most 300.
Plan keep(const Plan& plan, const std::vector<Finding>& findings, const ItemId& item,
          const std::string& rule, const std::string& because, const std::string& by, Moment at);
Plan clear_block(const Plan& plan, const std::vector<Finding>& findings, const std::string& rule,
                 const std::string& because, const std::string& by, Moment at);

}  // namespace kinescript
