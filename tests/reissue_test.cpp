// SPDX-License-Identifier: MIT
#include "app/reissue.h"

#include <boost/test/unit_test.hpp>

#include "helpers/plans.h"
#include "plan/ladder.h"

using namespace kinescript;
using Way = Reissue::Way;

namespace {

Reissue reissue_of(const std::vector<std::string>& exercises) {
  return {plan_of(exercises), PlanId{"last"}, {}, patient(), shipped_catalog(), kToday};
}

const Moment kNow = *parse_moment("2026-11-23T09:00:00Z");

}  // namespace

BOOST_AUTO_TEST_SUITE(reissue_test)

BOOST_AUTO_TEST_CASE(without_an_answer_nothing_changes) {
  const Reissue reissue = reissue_of({"bridge", "bird-dog"});
  BOOST_TEST((reissue.plan("E. Marsh", kNow) == plan_of({"bridge", "bird-dog"})));
}

BOOST_AUTO_TEST_CASE(by_hand_an_exercise_at_the_foot_of_its_dose_becomes_the_easier_one) {
  Reissue reissue = reissue_of({"bird-dog"});
  reissue.choose(0, Way::easier);
  BOOST_TEST((reissue.rows()[0].way == Way::easier));
  BOOST_TEST(reissue.plan("E. Marsh", kNow).items[0].exercise.text == "bird-dog-leg-only");
}

BOOST_AUTO_TEST_CASE(by_hand_a_gate_question_is_asked_and_a_second_time_harder_is_a_yes) {
  Plan last = plan_of({"bridge"});
  const Exercise& bridge = shipped_catalog().exercise(ExerciseId{"bridge"});
  while (const auto dose = step_up(bridge, last.items[0].dose)) last.items[0].dose = *dose;
  Reissue reissue(last, PlanId{"last"}, {}, patient(), shipped_catalog(), kToday);
  reissue.choose(0, Way::harder);
  BOOST_TEST(reissue.rows()[0].because == "gate");
  BOOST_TEST((reissue.plan("E. Marsh", kNow) == last));
  reissue.choose_all(Way::harder);
  BOOST_TEST((reissue.plan("E. Marsh", kNow) == last));  // all at once answers no question
  reissue.choose(0, Way::harder);
  BOOST_TEST((reissue.rows()[0].way == Way::harder));
  BOOST_TEST(reissue.plan("E. Marsh", kNow).items[0].exercise.text != "bridge");
}

BOOST_AUTO_TEST_CASE(a_choice_by_hand_outlives_an_answer) {
  Reissue reissue = reissue_of({"bridge", "bird-dog"});
  reissue.choose(1, Way::dropped);
  reissue.answer(Felt::easy);
  BOOST_TEST((reissue.rows()[0].way == Way::harder));
  BOOST_TEST(reissue.plan("E. Marsh", kNow).items.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
