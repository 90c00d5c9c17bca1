// SPDX-License-Identifier: MIT
// A finding: what the safety check says of one item or of the plan. Codes, numbers and the
// catalog's own texts; the clinician's sentences are app/wording's.
//
// Of an item:
//   rule (Rule::code), prefer to avoid: a rule that fired
//   unknown_tag, unknown_exercise, not_checked: detail = the tag
//   discouraged (discouraged:NAME), caution: substitutes = what to take instead
//   side_missing (plan:side:ITEM), plan, but open: it needs left or right and has none; choose one
//   stretch_first, plan: it stands before core or strength
//   same_exercise, plan: the second of two alike
//   dose_outside, plan: outside the exercise's own range; detail = of sets, count, hold
//   big_jump, plan: more than twice the work of the last plan
// Of the plan:
//   red_flag (plan:red_flag), block: detail = the questions answered with yes
//   block_plan, confirm (plan:CODE), block: confirm is one tick with name and date
//   block_sections (plan:CODE), block: detail = ids of the items that it closes
//   missing_detail (plan:CODE:FIELD), block: detail = the field. Asked for once; the rules that
//     hang on it wait until it is recorded (or cleared: then every rule that tests it counts)
//   windows_over (plan:over:CODE), caution: reason = the precaution's one caution for old dates
//   ask_cleared, plan: a rule is kept past its weeks until "cleared" is answered
//   ended, plan: an end or a due date has passed, keep or end?; detail = the day, reason = what
//     the list says to ask then
//   review_due, plan: the clinician is asked again; detail = since when
//   own_exercise (own:EXERCISE), not_checked: the clinic wrote it, no rule knows it
//   own (own:ID), not_checked: patient_line = the clinician's own line
//   unknown_precaution, not_checked: a code that the list does not have
//   more_than_4, more_than_6, plan: detail = exercises, warm-up not counted
//   long_session, plan: detail = minutes
//   floor_twice, plan: detail = how often the patient gets down to the floor
//   no_paired_stretch, plan: low back strength without a stretch of hips or hamstrings
//   early_bending, plan: not in the first hours of the day; detail = ids of the items
//   more_often, plan: detail = sessions a week of the last plan and of this one
//   step_names_other_side, plan: a step worded for this patient names the side that is not the
//     item's; detail = the step's number
//   no_warm_up, no_review, plan
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace kinescript {

enum class FindingLevel : unsigned char {
  prefer,
  caution,
  plan,
  not_checked,
  modify,
  avoid,
  block
};
std::string_view word(FindingLevel level);  // as in `plan check --json`

// One reason: a rule that fired (several may, for one item and one precaution; the strictest gives
// the level).
struct Finding {
  FindingLevel level = FindingLevel::caution;
  std::optional<ItemId> item;  // absent: of the whole plan
  ExerciseId exercise;
  PrecautionCode precaution;
  std::string rule;                     // Rule::code, or "plan:…" for findings of the plan
  std::string code;                     // what kind of finding, for app/wording: the list above
  std::string reason, change;           // the catalog's words for the clinician
  std::string patient_line;             // the catalog's words for the patient
  std::string detail;                   // "approach" for missing_detail; numbers as text elsewhere
  bool date_missing = false;            // counted as week 0 because no date was recorded
  std::vector<ExerciseId> substitutes;  // re-checked, in the catalog, not in the plan; may be empty
  bool overridden = false;
  std::string fingerprint;  // of what a decision on it is made for; "" = nothing to decide
  bool operator==(const Finding&) const = default;
  // An Avoid or a block that nobody has decided on, a Modify without a change or a line for the
  // patient, a side not chosen.
  bool open() const;
};

}  // namespace kinescript
