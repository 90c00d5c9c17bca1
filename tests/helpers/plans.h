// SPDX-License-Identifier: MIT
// Patients and plans for tests, on the shipped catalog, in three-line helpers.
//
//   Patient anna = patient({with("tha", {.side = BodySide::right, .date = weeks_ago(5), .details =
//   {{"approach", "posterior"}}})}); Plan plan = plan_of({"knee-to-chest"});
#pragma once
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/program.h"
#include "plan/fill.h"
#include "plan/plan.h"
#include "plan/safety.h"

namespace kinescript {

const Catalog& shipped_catalog();
const Program& shipped_program(const std::string& id);

inline const Date kToday = *parse_date("2026-11-23");
Date weeks_ago(int weeks);

struct Recorded {
  BodySide side = BodySide::none;
  std::optional<Date> date = {}, end = {};
  std::map<std::string, std::string> details = {};
  std::optional<Date> recorded_on = {};  // absent: on the date, or today
};
PatientPrecaution with(const std::string& code, const Recorded& recorded = {});
// "tha:right:approach=posterior@5": five weeks ago ("@-16": in sixteen weeks); recorded on that
// day, or today.
PatientPrecaution given(const std::string& text);
PatientPrecaution own(const std::string& text, const std::string& line);
Patient patient(const std::vector<PatientPrecaution>& precautions = {});

// A plan with a start and a review, and one item for each exercise, in order.
Plan empty_plan();
Plan plan_of(const std::vector<std::string>& exercises, const Catalog& catalog = shipped_catalog());
Plan one_item(const std::string& exercise, BodySide side);

// "avoid superman/ext_intol; modify …" of the findings about precautions of the items.
std::string rules_of(const std::vector<Finding>& findings);
// The findings of one exercise, alone in a plan, for one precaution.
std::string rules_of(const std::string& exercise, BodySide side,
                     const PatientPrecaution& precaution);
std::vector<Finding> check_now(const Plan& plan, const Patient& patient);
// The finding with this code; fails the test when there is none or more than one.
Finding only(const std::vector<Finding>& findings, const std::string& code);
int count_of(const std::vector<Finding>& findings, const std::string& code);

}  // namespace kinescript
