// SPDX-License-Identifier: MIT
#include "plan/changes.h"

#include <boost/test/unit_test.hpp>

#include "app/change_words.h"
#include "base/text.h"
#include "helpers/plans.h"

using namespace kinescript;

namespace {

std::string text_of(const PlanChanges& changes) {
  std::vector<std::string> lines;
  for (const auto& item : changes.items) {
    std::string line = std::string(word(item.kind)) + " " + item.exercise.text;
    for (const auto& field : item.fields)
      line += " " + field.field + " [" + field.before + "] [" + field.after + "]";
    lines.push_back(line);
  }
  for (const auto& setting : changes.settings)
    lines.push_back(setting.field + " [" + setting.before + "] [" + setting.after + "]");
  return join(lines, "; ");
}

PlanChanges compare(const Plan& before, const Plan& after) {
  return changes_between(before, after, shipped_catalog());
}

std::string between(const Plan& before, const Plan& after) {
  return text_of(compare(before, after));
}

Plan set_first(const Plan& plan, const ItemChange& change) {
  return set_item(plan, shipped_catalog(), ItemId{"a1"}, change);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(changes_test)

BOOST_AUTO_TEST_CASE(equal_plans_have_no_change) {
  const auto plan = plan_of({"bridge", "bird-dog"});
  BOOST_TEST(between(plan, plan) == "same bridge; same bird-dog");
  BOOST_TEST(compare(plan, plan).none());
}

BOOST_AUTO_TEST_CASE(more_is_progressed_less_is_eased_and_both_ways_is_changed) {
  const auto plan = plan_of({"bridge"});
  ItemChange more;
  more.sets = exactly(2);
  more.count = range(8, 12);
  const auto harder = set_first(plan, more);
  BOOST_TEST(between(plan, harder) ==
             "progressed bridge sets [1] [2] count [5-10 times] [8-12 times]");
  BOOST_TEST(between(harder, plan) ==
             "eased bridge sets [2] [1] count [8-12 times] [5-10 times]");
  ItemChange mixed = more;
  mixed.no_hold = true;
  BOOST_TEST(between(plan, set_first(plan, mixed)).find("changed bridge") == 0u);
  ItemChange side;
  side.side = BodySide::left;
  BOOST_TEST(between(plan_of({"knee-to-chest"}), set_first(plan_of({"knee-to-chest"}), side)) ==
             "changed knee-to-chest side [both] [left]");
}

BOOST_AUTO_TEST_CASE(what_came_and_what_went_is_said) {
  BOOST_TEST(between(plan_of({"bridge", "cat-camel"}), plan_of({"bridge", "walk-easy"})) ==
             "added walk-easy; removed cat-camel; same bridge");
}

BOOST_AUTO_TEST_CASE(another_exercise_in_the_same_place_is_swapped) {
  const auto before = plan_of({"superman", "bridge"});
  const auto after = swap_item(before, shipped_catalog(), ItemId{"a1"}, ExerciseId{"bird-dog"});
  BOOST_TEST(between(before, after).find("swapped bird-dog variant [superman] [bird-dog]") == 0u);
}

BOOST_AUTO_TEST_CASE(a_step_of_the_ladder_is_progressed_or_eased) {
  const auto plain = plan_of({"bridge"}), harder = plan_of({"bridge-single-leg"});
  BOOST_TEST(between(plain, harder).find("progressed bridge-single-leg variant [bridge] ") == 0u);
  BOOST_TEST(between(harder, plain).find("eased bridge variant [bridge-single-leg] ") == 0u);
}

BOOST_AUTO_TEST_CASE(the_same_exercise_wins_over_its_variant) {
  BOOST_TEST(between(plan_of({"bridge", "bridge-single-leg"}), plan_of({"bridge-single-leg"})) ==
             "removed bridge; same bridge-single-leg");
}

BOOST_AUTO_TEST_CASE(two_items_of_one_exercise_are_told_apart_by_side) {
  auto plan = empty_plan();
  for (const auto side : {BodySide::left, BodySide::right}) {
    ItemChange change;
    change.side = side;
    plan = add_item(plan, shipped_catalog(), ExerciseId{"knee-to-chest"}, change);
  }
  BOOST_TEST(between(plan, remove_item(plan, ItemId{"a1"})) ==
             "removed knee-to-chest; same knee-to-chest");
}

BOOST_AUTO_TEST_CASE(only_what_left_its_place_has_moved) {
  const auto plan = plan_of({"bridge", "bird-dog", "superman"});
  BOOST_TEST(between(plan, move_item(plan, ItemId{"a3"}, 1)) ==
             "moved superman place [3] [1]; same bridge; same bird-dog");
}

BOOST_AUTO_TEST_CASE(kinds_come_in_their_order) {
  auto before = plan_of({"walk-easy", "bridge", "superman", "bodyweight-squat", "cat-camel"});
  auto after = remove_item(before, ItemId{"a5"});
  after = swap_item(after, shipped_catalog(), ItemId{"a3"}, ExerciseId{"bird-dog"});
  ItemChange more;
  more.sets = exactly(3);
  after = set_item(after, shipped_catalog(), ItemId{"a4"}, more);
  after = add_item(after, shipped_catalog(), ExerciseId{"knee-to-chest"}, {});
  std::vector<std::string> kinds;
  for (const auto& item : compare(before, after).items) kinds.emplace_back(word(item.kind));
  BOOST_TEST(join(kinds, " ") == "progressed swapped added removed same same");
}

BOOST_AUTO_TEST_CASE(settings_are_told_apart_from_exercises_and_named) {
  const auto before = plan_of({"bridge"});
  auto after = before;
  after.schedule = parse_days("mon,wed", 2);
  after.title = "Strong back";
  BOOST_TEST(between(before, after) ==
             "same bridge; per_day [1] [2]; days [7 days a week] [mon,wed]; title [] [Strong "
             "back]");
  for (const auto& line : word_changes(compare(before, after), shipped_catalog()))
    BOOST_TEST(line.find(": :") == std::string::npos, line);
  BOOST_TEST(word_changes(compare(before, after), shipped_catalog()).at(1) ==
             "plan: per day 1 -> 2");
}

BOOST_AUTO_TEST_CASE(a_note_is_told_word_by_word) {
  BOOST_TEST(word_note("Hold the counter. Go slowly.", "Hold the chair. Go slowly.") ==
             "Hold the [counter.] {chair.} Go slowly.");
  BOOST_TEST(word_note("", "New words") == "{New words}");
  BOOST_TEST(word_note("Old words", "") == "[Old words]");
}

BOOST_AUTO_TEST_CASE(in_words_each_change_is_one_line_with_its_sign) {
  const auto before = plan_of({"bridge", "superman", "bird-dog"});
  ItemChange more;
  more.sets = exactly(2);
  const auto after = remove_item(set_first(before, more), ItemId{"a2"});
  const auto lines = word_changes(compare(before, after), shipped_catalog());
  BOOST_TEST(join(lines, "\n") ==
             "▲ Bridge, two legs: sets 1 -> 2\n− Superman, prone arm and leg lift: taken out\n"
             "= 1 exercise as before");
  BOOST_TEST(count_changes(compare(before, after)) == "1 progressed, 1 removed");
}

BOOST_AUTO_TEST_SUITE_END()
