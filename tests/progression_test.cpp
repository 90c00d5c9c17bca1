// SPDX-License-Identifier: MIT
#include "plan/progression.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "helpers/plans.h"
#include "plan/ladder.h"

using namespace kinescript;

namespace {

Progression told(const Plan& plan, Felt felt, int pain, const std::set<ItemId>& gates = {},
                 const Patient& who = patient(), const Plan* before = nullptr) {
  Feedback feedback;
  feedback.felt = felt;
  feedback.pain = pain;
  return progress(plan, before, feedback, gates, who, shipped_catalog(), kToday);
}

int moved(const Progression& next, ItemStep::Kind kind) {
  int n = 0;
  for (const auto& step : next.steps) n += step.kind == kind ? 1 : 0;
  return n;
}

Plan routine() {
  return plan_of({"bridge", "bird-dog", "bodyweight-squat", "superman", "knee-to-chest"});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(progression_test)

BOOST_AUTO_TEST_CASE(about_right_progresses_at_most_half) {
  const auto next = told(routine(), Felt::right, 2);
  BOOST_TEST(moved(next, ItemStep::Kind::progressed) == 2);
  BOOST_TEST(moved(next, ItemStep::Kind::eased) == 0);
}

BOOST_AUTO_TEST_CASE(too_easy_progresses_each_exercise_once_at_most) {
  const auto plan = routine();
  const auto next = told(plan, Felt::easy, 0);
  BOOST_TEST(moved(next, ItemStep::Kind::progressed) >= 3);
  for (const auto& step : next.steps) {
    if (step.kind != ItemStep::Kind::progressed) continue;
    if (step.after.exercise != step.before.exercise) continue;
    const auto& exercise = shipped_catalog().exercise(step.before.exercise);
    BOOST_TEST((step_up(exercise, step.before.dose) == step.after.dose));
  }
}

BOOST_AUTO_TEST_CASE(pain_of_3_to_5_holds_all) {
  for (int pain = 3; pain <= 5; ++pain) {
    const auto plan = routine();
    BOOST_TEST((told(plan, Felt::easy, pain).plan == plan));
  }
}

BOOST_AUTO_TEST_CASE(pain_of_6_and_too_hard_step_back) {
  for (const auto& next : {told(routine(), Felt::easy, 6), told(routine(), Felt::hard, 0)}) {
    BOOST_TEST(moved(next, ItemStep::Kind::progressed) == 0);
    for (const auto& step : next.steps)
      BOOST_TEST((step.kind == ItemStep::Kind::eased || step.because == "bottom"));
  }
}

BOOST_AUTO_TEST_CASE(a_harder_exercise_waits_for_its_gate) {
  auto plan = plan_of({"bridge"});
  const auto& bridge = shipped_catalog().exercise(ExerciseId{"bridge"});
  while (const auto dose = step_up(bridge, plan.items[0].dose)) plan.items[0].dose = *dose;
  const auto asked = told(plan, Felt::easy, 0);
  BOOST_TEST(asked.steps[0].because == "gate");
  BOOST_TEST(asked.steps[0].gate == "Is the hip lift easy, with your back still?");
  BOOST_TEST((asked.plan == plan));
  const auto answered = told(plan, Felt::easy, 0, {ItemId{"a1"}});
  BOOST_TEST(answered.plan.items[0].exercise.text == "bridge-feet-far");
  BOOST_CHECK_THROW(told(plan, Felt::easy, 0, {ItemId{"a7"}}), Error);
}

BOOST_AUTO_TEST_CASE(no_step_leaves_an_open_finding) {
  const auto hip = patient({given("tha:right:approach=posterior@5")});
  for (const auto felt : {Felt::easy, Felt::hard}) {
    const auto next = told(routine(), felt, 0, {}, hip);
    for (const auto& step : next.steps) {
      if (step.kind == ItemStep::Kind::same) continue;
      for (const auto& finding : check_now(next.plan, hip))
        BOOST_TEST((finding.item != step.item || !finding.open()),
                   step.item.text + " " + finding.rule);
    }
  }
  const auto stays = told(plan_of({"knee-to-chest"}), Felt::easy, 0, {}, hip).steps[0];
  BOOST_TEST(stays.because == "conflict");
  BOOST_TEST(!stays.rule.empty());
}

BOOST_AUTO_TEST_CASE(next_then_back_returns_the_dose) {
  int steps = 0;
  for (const auto& exercise : shipped_catalog().exercises) {
    auto plan = plan_of({exercise.id.text});
    for (int rung = 0; rung < 40; ++rung) {
      const auto up = told(plan, Felt::easy, 0, {ItemId{"a1"}});
      if (up.steps[0].kind != ItemStep::Kind::progressed) break;
      ++steps;
      const auto back = told(up.plan, Felt::hard, 0, {}, patient(), &plan);
      BOOST_TEST((back.plan == plan), exercise.id.text);
      if (up.plan.items[0].exercise == exercise.id) {
        const auto alone = step_down(exercise, up.plan.items[0].dose);
        BOOST_TEST((alone == plan.items[0].dose), exercise.id.text << " without the plan before");
      }
      plan = up.plan;
    }
  }
  BOOST_TEST(steps > 30);
}

BOOST_AUTO_TEST_CASE(a_ladder_never_leaves_its_own_bounds) {
  for (const auto& exercise : shipped_catalog().exercises) {
    const auto bounds = dose_bounds(exercise);
    auto dose = exercise.dose;
    int rungs = 0;
    while (const auto next = step_up(exercise, dose)) {
      dose = *next;
      BOOST_TEST_REQUIRE(++rungs < 100, exercise.id.text);
      BOOST_TEST(dose.count.max <= bounds.most_count, exercise.id.text);
      BOOST_TEST(dose.sets.max <= bounds.most_sets, exercise.id.text);
      BOOST_TEST(problem(dose) == "", exercise.id.text);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
