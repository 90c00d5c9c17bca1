// SPDX-License-Identifier: MIT
// A finding: what the safety check says of one item or of the plan. Codes, numbers and the catalog's own texts; the
// clinician's sentences are app/wording's.
//
// code (rule)                           level        said of
//   rule (Rule::code)                   prefer…avoid an item and a precaution
//   unknown_tag, unknown_exercise       not_checked  an item; detail = the tag
//   discouraged (discouraged:NAME)      caution      an item; substitutes = what to take instead
//   own (own:ID)                        not_checked  the plan; patient_line = the clinician's own line
//   unknown_precaution                  not_checked  the plan; a code that the list does not have
//   red_flag (plan:red_flag)            block        the plan; detail = the questions answered with yes
//   block_plan, confirm (plan:CODE)     block        the plan; confirm is one tick with name and date
//   block_sections (plan:CODE)          block        the plan; detail = ids of the items that it closes
//   missing_detail (plan:CODE:FIELD)    block        the plan; detail = the field. Asked for once; until it is recorded (or
//                                                    cleared: then every rule that tests it counts) those rules wait
//   side_missing (plan:side:ITEM)       plan, open   an item that needs left or right and has none: choose one
//   windows_over (plan:over:CODE)       caution      the plan; reason = the precaution's one caution for old dates
//   ask_cleared, ended, review_due      plan         the plan; a rule kept past its weeks until "cleared" is answered; an end
//     (plan:cleared:CODE, …)                         that has passed: keep or end?; the clinician is asked again
//   more_than_4, more_than_6            plan         the plan; detail = exercises, warm-up not counted
//   stretch_first, same_exercise        plan         an item before strength or core; the second of two alike
//   no_warm_up, no_review               plan         the plan
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

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
  // An Avoid or a block that nobody has decided on, a Modify without a change or a line for the patient, a side not chosen.
  bool open() const;
};

}  // namespace kinescript
