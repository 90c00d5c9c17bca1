// SPDX-License-Identifier: MIT
// What a clinician types about a plan and its items, read and checked; and how a plan begins. Used
// by the command line and by the forms of the window.
//
//   Plan plan = begin_plan(patient, today);                // starts today, reviewed a week later
//   ItemChange change = read_item({.count = "8-12", .hold = "3-5breaths"});
//   plan = set_settings(plan, {.days = "mon,wed,fri", .review = "2026-12-07"}, today);
//
// Throws Error{usage} with the way out.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plan/fill.h"
#include "plan/plan.h"

namespace kinescript {

inline constexpr std::chrono::days kUsualReview{7};

// As typed; absent = not said.
struct ItemText {
  std::optional<std::string> section = {}, side = {}, sets = {}, count = {}, hold = {}, rest = {},
                             load = {}, note = {}, change = {}, support = {};
  std::optional<int> goal = {};
  std::vector<std::string> steps = {};  // "2=Lift your heel a little."; "2=" = the catalog's again
};
ItemChange read_item(const ItemText& text);

struct SettingsText {
  std::optional<std::string> problem = {}, title = {}, days = {}, start = {}, review = {},
                             next_visit = {}, teach_back = {};
  std::optional<int> per_day = {};
  bool empty() const;
};
Plan set_settings(Plan plan, const SettingsText& text, Date today);

Plan begin_plan(const Patient& patient, Date today);
// The next plan after one that was issued: the same items; no id, no decision of the last one.
Plan next_plan(const Plan& last, Date today);

// "SLOT=EXERCISE" or an exercise alone, for --choose.
ProgramChoices read_choices(const std::vector<std::string>& choose,
                            const std::optional<std::string>& side,
                            const std::optional<std::string>& strength);

BodySide read_side(const std::string& text);
Section read_section(const std::string& text);

}  // namespace kinescript
