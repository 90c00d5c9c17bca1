// SPDX-License-Identifier: MIT
// The rule files read a second time: tests/second_reading.py, in another language and without the
// product's code, says what fires for every exercise, side, precaution, recorded side, recorded
// detail and week; the product must say the same, in the same order, each time.
#include <boost/test/unit_test.hpp>
#include <set>
#include <sstream>

#include "base/text.h"
#include "helpers/plans.h"
#include "helpers/tool.h"
#include "plan/limits.h"

using namespace kinescript;

namespace {

constexpr int kFar = 300;  // weeks: outside every window that ends

// A rule's own bounds, where it begins and where it ends.
std::set<int> bounds_of(const Rule& rule) {
  std::set<int> bounds = {rule.from_week.value_or(0)};
  if (rule.to_week) bounds.insert(*rule.to_week);
  for (const auto& term : rule.condition.terms)
    if (term.field == "weeks") bounds.insert(term.weeks);
  return bounds;
}

// Nothing for "no date", then the weeks inside and outside each window.
std::vector<std::optional<int>> weeks_for(const Precaution& precaution) {
  if (precaution.dating == Dating::none) return {std::nullopt};
  std::set<int> weeks = {0};
  const RulesOf rules(precaution.code, shipped_catalog());
  for (const auto* rule : rules.all())
    for (const int bound : bounds_of(*rule))
      for (const int week : {bound - 1, bound})
        if (week >= 0 && (precaution.dating == Dating::date || week <= 40)) weeks.insert(week);
  if (precaution.dating == Dating::date) weeks.insert(kFar);
  std::vector<std::optional<int>> all = {std::nullopt};
  all.insert(all.end(), weeks.begin(), weeks.end());
  return all;
}

std::vector<BodySide> sides_of(const Exercise& exercise) {
  if (exercise.side_mode == SideMode::none) return {BodySide::none};
  if (exercise.side_mode == SideMode::left_right_choice) return {BodySide::left, BodySide::right};
  return {BodySide::both, BodySide::left, BodySide::right};
}

std::string side_word(BodySide side) {
  return side == BodySide::none ? "none" : std::string(word(side));
}

std::vector<std::pair<std::string, std::string>> choices_of(const Precaution& precaution) {
  std::vector<std::pair<std::string, std::string>> all = {{"", ""}};
  for (const auto& detail : precaution.details)
    for (const auto& choice : detail.choices) all.emplace_back(detail.name, choice);
  return all;
}

class Reading {
 public:
  std::string run() {
    for (const auto& precaution : shipped_catalog().precautions)
      for (const auto& week : weeks_for(precaution))
        for (const bool late : {false, true})
          if (week || !late)
            for (const auto& choice : choices_of(precaution)) sides(precaution, week, late, choice);
    text_ << combinations_ << " combinations\n";
    return text_.str();
  }

 private:
  void sides(const Precaution& precaution, std::optional<int> week, bool late,
             const std::pair<std::string, std::string>& choice) {
    auto sides = std::vector<BodySide>{BodySide::none};
    if (precaution.sided && !precaution.both_sides)
      sides = {BodySide::none, BodySide::left, BodySide::right, BodySide::both};
    for (const auto side : sides) {
      PatientPrecaution record;
      record.code = precaution.code;
      record.side = side;
      if (!choice.first.empty()) record.details[choice.first] = choice.second;
      record.recorded_on = kToday;
      if (week) {
        const bool due = precaution.dating == Dating::due;
        record.date = due ? weeks_ago(*week - 40) : weeks_ago(*week);
        if (!late && *record.date < kToday) record.recorded_on = record.date;
      }
      std::ostringstream head;
      head << precaution.code.text << ' ' << (week ? std::to_string(*week) : "none") << ' '
           << (late ? "late" : "early") << ' '
           << (choice.first.empty() ? "-" : choice.first + "=" + choice.second) << ' '
           << side_word(side) << ' ';
      exercises(patient({record}), head.str());
    }
  }

  void exercises(const Patient& who, const std::string& head) {
    const PatientLimits limits(who, shipped_catalog(), kToday);
    for (const auto& exercise : shipped_catalog().exercises)
      for (const auto side : sides_of(exercise)) {
        ++combinations_;
        auto item = usual_item(exercise, exercise.dose);
        item.side = side;
        std::vector<std::string> fired;
        for (const auto& hit : limits.hits(item, exercise, limits.groups().front()).hits)
          fired.push_back(std::string(word(hit.rule->level)) + " " + hit.rule->code +
                          (hit.missing.empty() ? "" : " ?" + hit.missing));
        if (!fired.empty())
          text_ << head << exercise.id.text << ' ' << side_word(side) << ": " << join(fired, "; ")
                << '\n';
      }
  }

  std::ostringstream text_;
  long combinations_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(safety_reading_test)

BOOST_AUTO_TEST_CASE(a_second_reading_of_the_rule_files_fires_the_same_rules) {
  const auto ours = split(Reading().run(), "\n");
  const std::string root = KINESCRIPT_SOURCE_DIR;
  const auto theirs = run_tool("python3 " + root + "/tests/second_reading.py " + root + "/db");
  BOOST_TEST_REQUIRE(theirs.status == 0, theirs.err);
  const auto second = split(theirs.out, "\n");
  BOOST_TEST_REQUIRE(!second.empty());
  BOOST_TEST(ours.back() == second.back());
  for (std::size_t i = 0; i < std::min(ours.size(), second.size()); ++i)
    BOOST_REQUIRE_EQUAL(ours[i], second[i]);
  BOOST_TEST(ours.size() == second.size());
  BOOST_TEST_MESSAGE(second.back() << ", " << second.size() - 1 << " of them with a rule");
}

BOOST_AUTO_TEST_SUITE_END()
