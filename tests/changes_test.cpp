// SPDX-License-Identifier: MIT
#include "plan/changes.h"

#include <boost/test/unit_test.hpp>

#include "helpers/plans.h"

using namespace kinescript;

namespace {

std::string text_of(const std::vector<Change>& changes) {
  std::string text;
  for (const auto& change : changes) {
    if (!text.empty()) text += "; ";
    text += std::string(word(change.kind)) + " " + change.exercise.text;
    if (!change.field.empty())
      text += " " + change.field + " [" + change.before + "] [" + change.after + "]";
  }
  return text;
}

std::string between(const Plan& before, const Plan& after) {
  return text_of(changes_between(before, after, base_in(shipped_catalog())));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(changes_test)

BOOST_AUTO_TEST_CASE(equal_plans_have_no_change) {
  const auto plan = plan_of({"bridge", "bird-dog"});
  BOOST_TEST(between(plan, plan) == "same bridge; same bird-dog");
}

BOOST_AUTO_TEST_CASE(each_changed_field_is_one_change_with_both_values) {
  const auto before = plan_of({"bridge"});
  ItemChange change;
  change.sets = exactly(2);
  change.count = range(8, 12);
  change.no_hold = true;
  change.note = "Slowly.";
  const auto after = set_item(before, shipped_catalog(), ItemId{"a1"}, change);
  BOOST_TEST(between(before, after) ==
             "changed bridge sets [1] [2]; changed bridge count [5-10 times] [8-12 times]; "
             "changed bridge hold [3-5 breaths] []; changed bridge note [] [Slowly.]");
}

BOOST_AUTO_TEST_CASE(what_came_and_what_went_is_said) {
  BOOST_TEST(between(plan_of({"bridge", "superman"}), plan_of({"bridge", "bird-dog"})) ==
             "same bridge; added bird-dog; removed superman");
}

BOOST_AUTO_TEST_CASE(a_variant_is_a_change_of_its_base) {
  const auto text = between(plan_of({"bridge"}), plan_of({"bridge-single-leg"}));
  BOOST_TEST(text.find("changed bridge-single-leg variant [bridge] [bridge-single-leg]") == 0u);
  BOOST_TEST(text.find("removed") == std::string::npos);
  BOOST_TEST(text_of(changes_between(plan_of({"bridge"}), plan_of({"bridge-single-leg"}))) ==
             "added bridge-single-leg; removed bridge");
}

BOOST_AUTO_TEST_CASE(the_same_exercise_wins_over_its_variant) {
  BOOST_TEST(between(plan_of({"bridge", "bridge-single-leg"}), plan_of({"bridge-single-leg"})) ==
             "same bridge-single-leg; removed bridge");
}

BOOST_AUTO_TEST_CASE(two_items_of_one_exercise_are_told_apart_by_side) {
  auto plan = empty_plan();
  for (const auto side : {BodySide::left, BodySide::right}) {
    ItemChange change;
    change.side = side;
    plan = add_item(plan, shipped_catalog(), ExerciseId{"knee-to-chest"}, change);
  }
  BOOST_TEST(between(plan, remove_item(plan, ItemId{"a1"})) ==
             "same knee-to-chest; removed knee-to-chest");
}

BOOST_AUTO_TEST_CASE(the_plans_own_settings_come_last) {
  const auto before = plan_of({"bridge"});
  auto after = before;
  after.schedule = parse_days("mon,wed", 2);
  after.title = "Strong back";
  BOOST_TEST(between(before, after) ==
             "same bridge; changed  per_day [1] [2]; changed  days [7] [2 1 3]; changed  title [] "
             "[Strong back]");
}

BOOST_AUTO_TEST_SUITE_END()
