// SPDX-License-Identifier: MIT
// The safety check: precautions as data, matched against every item. Pure and total: it never throws for a plan made
// by plan.h; what it does not know it says ("not checked"), and the word "safe" is nowhere. Evaluation follows the
// clinical README ("How to evaluate one item and one precaution", "Sides").
//
//   for (const Finding& f : check(plan, patient, catalog, today)) if (f.open()) …
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace kinescript {

enum class FindingLevel : unsigned char { prefer, caution, plan, not_checked, modify, avoid, block };
std::string_view word(FindingLevel level);  // as in `plan check --json`

// One reason: a rule that fired (several may, for one item and one precaution; the strictest gives the level).
struct Finding {
  FindingLevel level = FindingLevel::caution;
  std::optional<ItemId> item;        // absent: of the whole plan
  ExerciseId exercise;
  PrecautionCode precaution;
  std::string rule;                  // Rule::code, or "plan:…" for findings of the plan
  std::string code;                  // what kind of finding, for app/wording: "rule", "windows_over", "missing_detail", …
  std::string reason, change;        // the catalog's words for the clinician
  std::string patient_line;          // the catalog's words for the patient
  std::string detail;                // "approach" for missing_detail; numbers as text elsewhere
  bool date_missing = false;         // counted as week 0 because no date was recorded
  std::vector<ExerciseId> substitutes;  // re-checked, in the catalog, not in the plan; may be empty
  bool overridden = false;
  std::string fingerprint;           // of what it was given for (house: exercise, side, dose, rules, precautions)
  // An Avoid or a block that nobody has decided on, or a Modify without a change.
  bool open() const;
};

// Item findings in the plan's order, strictest first within an item, then findings of the plan. Prefers come last.
std::vector<Finding> check(const Plan& plan, const Patient& patient, const Catalog& catalog, Date today);
// Open avoids and blocks: what refuses an issue.
int open_count(const std::vector<Finding>& findings);

// Records the reason; throws Error{not_found} when no finding of that rule is on the item, Error{usage} when `because`
// has fewer than 10 characters, Error{refused} when it is a block (plan clear).
Plan keep(const Plan& plan, const std::vector<Finding>& findings, const ItemId& item, const std::string& rule,
          const std::string& because, const std::string& by, Moment at);
Plan clear_block(const Plan& plan, const std::vector<Finding>& findings, const std::string& rule,
                 const std::string& because, const std::string& by, Moment at);

}  // namespace kinescript
