// SPDX-License-Identifier: MIT
// A plan: what one patient does for one problem. A plain value; every edit makes the next value and
// either gives a well-formed plan or throws Error with the way out, leaving the old value.
//
//   Plan next = add_item(plan, catalog, ExerciseId{"bridge"}, {});
//
// A side: items of SideMode each, alternating and each_way are for both sides unless one is named;
// SideMode none takes no side; left_right_choice has BodySide::none until one is chosen, and the
// check refuses that ("side_missing"). A wrong dose, note or side throws Error{usage}; an unknown
// exercise or item Error{not_found}.
//
// Items have ids that outlive moves ("a1", "a2", …; never used again in the same plan). Items stay
// grouped by section in the order of kSections unless the plan's order was set by position. An
// issued plan never changes.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "catalog/catalog.h"
#include "plan/people.h"

namespace kinescript {

// When and how often the whole program is done.
struct Schedule {
  int per_day = 1;  // 1-12
  // ISO, sorted; 1..7 all = daily; empty = days_per_week of the patient's choice.
  std::vector<int> weekdays;
  int days_per_week = 7;  // = weekdays.size() when weekdays are given
  bool operator==(const Schedule&) const = default;
};
// "mon,wed,fri", "daily" or "3"; throws Error{usage}.
Schedule parse_days(std::string_view text, int per_day);

struct PlanItem {
  ItemId id;
  ExerciseId exercise;
  Section section = Section::strength;
  // none for SideMode none; both = both sides, one after the other or alternating.
  BodySide side = BodySide::none;
  Dose dose;
  Support support = Support::none;
  std::string note;          // the patient reads it; 120 characters at most
  std::string modification;  // the clinician's change for this patient where a Modify has none
  // This patient's wording of the exercise's steps, by place; "" = the catalog's. Steps of support
  // and safety keep theirs.
  std::vector<std::string> steps;
  bool operator==(const PlanItem&) const = default;
};

// A recorded reason to keep an item in spite of a finding. Counts only while the fingerprint is
// that of the finding.
struct Override {
  ItemId item;
  std::string rule;     // Rule::code
  std::string because;  // 10 characters at least
  std::string by;       // clinician's name
  Moment at{};
  std::string fingerprint;
  bool operator==(const Override&) const = default;
};

// A whole-plan block, lifted by a named, dated decision (reviewed, referred, usual for this
// patient).
struct Clearance {
  std::string rule;  // "plan:red_flag"
  std::string because, by;
  Moment at{};
  std::string fingerprint;
  std::string outcome;  // "reviewed" or "referred"; "" in plans stored before it was asked for
  bool operator==(const Clearance&) const = default;
};

// What the patient told of the plan before this one.
enum class Felt : unsigned char { hard, right, easy };
std::string_view word(Felt felt);
std::optional<Felt> felt_from(std::string_view word);

struct Feedback {
  PlanId about;  // the plan it is about
  Felt felt = Felt::right;
  // Worst pain while doing it, 0-10; `pain_most` where only a band was told ("3 to 5"). Absent: not
  // asked.
  std::optional<int> pain, pain_most;
  std::optional<int> days;  // on which it was done
  std::string remark, by;
  Moment at{};
  bool operator==(const Feedback&) const = default;
};

struct Plan {
  PlanId id;
  PatientId patient;
  std::string problem;  // one draft a problem
  std::string title;    // on the handout
  std::vector<std::string>
      regions;  // of the problem; the items' regions are added for the STOP box
  Schedule schedule;
  Date start{};
  std::optional<Date> review;  // usual: a week after start
  std::string next_visit;      // "2026-11-30 10:40" or ""
  std::string program;         // id of the template it came from, or ""
  bool ordered_by_hand = false;
  int next_item = 1;  // for ids
  std::vector<PlanItem> items;
  std::vector<Override> overrides;
  std::vector<Clearance> clearances;
  bool teach_back = false;
  std::optional<Feedback> feedback;
  bool operator==(const Plan&) const = default;
};

enum class PlanState : unsigned char { draft, issued, replaced, voided };
std::string_view word(PlanState state);  // draft issued replaced void

const PlanItem& item_of(const Plan& plan, const ItemId& id);  // or Error{not_found}

inline constexpr std::size_t kNoteLength =
    120;  // code points of a note or of a change for this patient

// The wording of one step for this patient: {side} and {other_side} as in the catalog; "" = the
// catalog's again.
struct StepWording {
  std::size_t number = 1;  // from 1
  std::string text;        // one line of at most kNoteLength
};

// What an add or a set may say; absent = usual (add) or unchanged (set).
struct ItemChange {
  std::optional<Section> section;
  std::optional<BodySide> side;
  std::optional<Amount> sets, count;
  std::optional<int> goal;
  std::optional<Amount> hold;
  std::optional<HoldUnit> hold_unit;
  bool no_hold = false;
  std::optional<Amount> rest;
  std::optional<std::string> load, note, modification;
  std::optional<Support> support;
  std::vector<StepWording> steps = {};
};
// The dose with the change in it; throws Error{usage} with the way out.
Dose changed_dose(Dose dose, const ItemChange& change);
// An item as the catalog has it (its side: both, or none until chosen), still without an id and
// outside any plan.
PlanItem usual_item(const Exercise& exercise, const Dose& dose);
// Gives the item the next id and puts it at the end of its section's group.
Plan append_item(Plan plan, PlanItem item);
Plan add_item(const Plan& plan, const Catalog& catalog, const ExerciseId& exercise,
              const ItemChange& change);
Plan set_item(const Plan& plan, const Catalog& catalog, const ItemId& item,
              const ItemChange& change);
Plan remove_item(const Plan& plan, const ItemId& item);
Plan move_item(const Plan& plan, const ItemId& item, int position);  // 1-based, over the whole plan
Plan order_by_section(const Plan& plan);
// So that the patient gets down to the floor once: warm-up, then all work that is done upright,
// then the work and the stretches on the floor, then what is done upright at the end. Within each,
// the order of sections, then like positions together. Stretches stay behind the work.
Plan order_by_position(const Plan& plan, const Catalog& catalog);
// The side that an item has after its exercise became `substitute`.
BodySide side_after_swap(const Exercise& substitute, BodySide side);
// Keeps side (when both have one), note and place; takes the substitute's usual dose.
Plan swap_item(const Plan& plan, const Catalog& catalog, const ItemId& item,
               const ExerciseId& exercise);

}  // namespace kinescript
