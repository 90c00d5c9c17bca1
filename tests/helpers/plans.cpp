// SPDX-License-Identifier: MIT
#include "helpers/plans.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "base/text.h"

namespace fs = std::filesystem;

namespace kinescript {

const Catalog& shipped_catalog() {
  static const Catalog catalog = read_catalog(fs::path(KINESCRIPT_SOURCE_DIR) / "db");
  return catalog;
}

const Program& shipped_program(const std::string& id) {
  static const auto programs =
      read_programs(fs::path(KINESCRIPT_SOURCE_DIR) / "templates" / "programs", shipped_catalog());
  return *std::find_if(programs.begin(), programs.end(),
                       [&id](const Program& p) { return p.id == id; });
}

Date weeks_ago(int weeks) { return kToday - std::chrono::days{7 * weeks}; }

PatientPrecaution with(const std::string& code, const Recorded& recorded) {
  PatientPrecaution precaution;
  precaution.id = code + "-" + std::string(word(recorded.side));
  precaution.code = PrecautionCode{code};
  precaution.side = recorded.side;
  precaution.date = recorded.date;
  precaution.end = recorded.end;
  precaution.details = recorded.details;
  precaution.recorded_on = recorded.recorded_on ? recorded.recorded_on : recorded.date;
  if (!precaution.recorded_on || *precaution.recorded_on > kToday) precaution.recorded_on = kToday;
  return precaution;
}

PatientPrecaution given(const std::string& text) {
  Recorded recorded;
  const auto at = text.find('@');
  if (at != std::string::npos) recorded.date = weeks_ago(parse_int(text.substr(at + 1)).value());
  auto pieces = split(text.substr(0, at), ":");
  const auto code = pieces.front();
  pieces.erase(pieces.begin());
  for (const auto& piece : pieces) {
    const auto equals = piece.find('=');
    if (equals == std::string::npos)
      recorded.side = body_side_from(piece).value();
    else
      recorded.details[piece.substr(0, equals)] = piece.substr(equals + 1);
  }
  return with(code, recorded);
}

PatientPrecaution own(const std::string& text, const std::string& line) {
  auto precaution = with("own");
  precaution.own_text = text;
  precaution.own_line = line;
  return precaution;
}

Patient patient(const std::vector<PatientPrecaution>& precautions) {
  Patient patient;
  patient.id = PatientId{"0b8f4dd2-35ab-4c1e-9a37-0d5a2f6f7a01"};
  patient.record_number = "P-0001";
  patient.family = "Harlow";
  patient.given = "Anna";
  patient.born = *parse_date("1958-03-14");
  patient.precautions = precautions;
  return patient;
}

Plan empty_plan() {
  Plan plan;
  plan.id = PlanId{"5d2d3a3e-6a55-4d86-8f0f-52b2b7f0c111"};
  plan.start = kToday;
  plan.review = kToday + std::chrono::days{7};
  return plan;
}

Plan plan_of(const std::vector<std::string>& exercises, const Catalog& catalog) {
  auto plan = empty_plan();
  for (const auto& exercise : exercises) plan = add_item(plan, catalog, ExerciseId{exercise}, {});
  return plan;
}

Plan one_item(const std::string& exercise, BodySide side) {
  ItemChange change;
  if (side != BodySide::none) change.side = side;
  return add_item(empty_plan(), shipped_catalog(), ExerciseId{exercise}, change);
}

std::string rules_of(const std::vector<Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    if (finding.code != "rule") continue;
    text += (text.empty() ? "" : "; ") + std::string(word(finding.level)) + " " + finding.rule;
  }
  return text;
}

std::string rules_of(const std::string& exercise, BodySide side,
                     const PatientPrecaution& precaution) {
  return rules_of(check_now(one_item(exercise, side), patient({precaution})));
}

std::vector<Finding> check_now(const Plan& plan, const Patient& patient) {
  return check(plan, patient, shipped_catalog(), kToday);
}

int count_of(const std::vector<Finding>& findings, const std::string& code) {
  return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                        [&code](const Finding& f) { return f.code == code; }));
}

Finding only(const std::vector<Finding>& findings, const std::string& code) {
  BOOST_REQUIRE_EQUAL(count_of(findings, code), 1);
  return *std::find_if(findings.begin(), findings.end(),
                       [&code](const Finding& f) { return f.code == code; });
}

}  // namespace kinescript
