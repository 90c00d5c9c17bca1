// SPDX-License-Identifier: MIT
// What the safety check notes of a session as a whole: its length, its order, doses, jumps.
#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "helpers/plans.h"
#include "plan/ladder.h"
#include "plan/safety.h"

using namespace kinescript;

namespace {

std::string codes(const std::vector<Finding>& findings) {
  std::vector<std::string> texts;
  for (const auto& finding : findings) texts.push_back(finding.code);
  return join(texts, " ");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(safety_notes_test)

BOOST_AUTO_TEST_CASE(the_articles_routine_has_three_notes_and_nothing_open) {
  const auto plan =
      fill_from_program(empty_plan(), shipped_program("low-back-mini"), shipped_catalog(), {});
  const auto findings = check_now(plan, patient());
  BOOST_TEST(codes(findings) == "more_than_6 long_session floor_twice");
  BOOST_TEST(findings[0].detail == "8");
  BOOST_TEST(findings[1].detail == "25");
  BOOST_TEST(open_count(findings) == 0);
}

BOOST_AUTO_TEST_CASE(notes_of_the_session_are_notes) {
  BOOST_TEST(
      codes(check_now(plan_of({"walk-easy", "drawing-in", "bridge", "bird-dog", "cat-camel"}),
                      patient())) == "");
  BOOST_TEST(codes(check_now(plan_of({"walk-easy", "drawing-in", "bridge", "bird-dog", "cat-camel",
                                      "knee-to-chest"}),
                             patient())) == "more_than_4");
  auto plan = move_item(plan_of({"walk-easy", "bridge", "cat-camel"}), ItemId{"a3"}, 1);
  BOOST_TEST((only(check_now(plan, patient()), "stretch_first").item == ItemId{"a3"}));
  BOOST_TEST(codes(check_now(plan_of({"walk-easy", "bridge", "bridge"}), patient())) ==
             "same_exercise");
  plan.review.reset();
  BOOST_TEST(count_of(check_now(plan, patient()), "no_review") == 1);
  BOOST_TEST(count_of(check_now(plan_of({"bridge"}), patient()), "no_warm_up") == 1);
}

BOOST_AUTO_TEST_CASE(floor_and_standing_mixed_are_one_note) {
  BOOST_TEST(
      only(check_now(plan_of({"walk-easy", "drawing-in", "bodyweight-squat", "knee-to-chest"}),
                     patient()),
           "floor_twice")
          .detail == "2");
  BOOST_TEST(
      count_of(check_now(plan_of({"walk-easy", "bodyweight-squat", "knee-to-chest"}), patient()),
               "floor_twice") == 0);
}

BOOST_AUTO_TEST_CASE(low_back_strength_goes_with_a_stretch_of_hips_or_hamstrings) {
  auto plan = plan_of({"walk-easy", "bridge", "cat-camel"});
  BOOST_TEST(count_of(check_now(plan, patient()), "no_paired_stretch") == 0);
  plan.regions = {"low_back"};
  BOOST_TEST(count_of(check_now(plan, patient()), "no_paired_stretch") == 1);
  plan = add_item(plan, shipped_catalog(), ExerciseId{"knee-to-chest"}, {});
  BOOST_TEST(count_of(check_now(plan, patient()), "no_paired_stretch") == 0);
}

BOOST_AUTO_TEST_CASE(bending_stretches_early_in_the_day_are_one_note_for_nerve_root_pain) {
  const auto plan = plan_of({"walk-easy", "bridge", "knee-to-chest", "cat-camel"});
  BOOST_TEST(only(check_now(plan, patient({given("radic:left")})), "early_bending").detail ==
             "a3 a4");
  BOOST_TEST(count_of(check_now(plan, patient()), "early_bending") == 0);
}

BOOST_AUTO_TEST_CASE(a_dose_outside_the_exercises_range_is_a_note) {
  const auto note_of = [](const ItemChange& change) {
    const auto plan = add_item(empty_plan(), shipped_catalog(), ExerciseId{"bird-dog"}, change);
    const auto findings = check_now(plan, patient());
    return count_of(findings, "dose_outside") == 0 ? std::string()
                                                   : only(findings, "dose_outside").detail;
  };
  ItemChange change;
  BOOST_TEST(note_of(change) == "");
  change.count = exactly(30);
  change.sets = exactly(5);
  BOOST_TEST(note_of(change) == "sets count");
  change = {};
  change.hold = exactly(40);
  BOOST_TEST(note_of(change) == "hold");
}

BOOST_AUTO_TEST_CASE(more_than_twice_the_work_of_the_last_plan_is_a_jump_and_a_step_is_none) {
  const auto before = plan_of({"walk-easy", "bird-dog"});
  CheckOptions options;
  options.before = &before;
  const auto jumps = [&](const ItemChange& change) {
    const auto plan = set_item(before, shipped_catalog(), ItemId{"a2"}, change);
    return count_of(check(plan, patient(), shipped_catalog(), kToday, options), "big_jump");
  };
  ItemChange change;
  change.sets = exactly(2);
  BOOST_TEST(jumps(change) == 0);
  change.sets = exactly(3);
  BOOST_TEST(jumps(change) == 1);
  for (const auto& exercise : shipped_catalog().exercises) {
    const auto step = step_up(exercise, exercise.dose);
    if (!step) continue;
    const auto old = plan_of({exercise.id.text});
    auto next = old;
    next.items[0].dose = *step;
    options.before = &old;
    BOOST_TEST(
        count_of(check(next, patient(), shipped_catalog(), kToday, options), "big_jump") == 0,
        exercise.id.text);
  }
  auto often = before;
  often.schedule = parse_days("daily", 3);
  options.before = &before;
  BOOST_TEST(
      only(check(often, patient(), shipped_catalog(), kToday, options), "more_often").detail ==
      "7 21");
}

BOOST_AUTO_TEST_SUITE_END()
