// SPDX-License-Identifier: MIT
#include "plan/timing.h"

#include <boost/test/unit_test.hpp>

#include "helpers/plans.h"

using namespace kinescript;

namespace {

Plan routine() {
  return fill_from_program(empty_plan(), shipped_program("low-back-mini"), shipped_catalog(), {});
}

Minutes minutes_of(const Plan& plan) { return session_minutes(plan, shipped_catalog()); }

// Minutes of one exercise with this change.
Minutes minutes_of(const std::string& exercise, const ItemChange& change) {
  return minutes_of(add_item(empty_plan(), shipped_catalog(), ExerciseId{exercise}, change));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(timing_test)

BOOST_AUTO_TEST_CASE(the_articles_routine_takes_21_to_28_minutes) {
  const auto minutes = minutes_of(routine());
  BOOST_TEST(minutes.least >= 21);
  BOOST_TEST(minutes.most <= 28);
  BOOST_TEST(minutes.least < minutes.most);
  BOOST_TEST(printed_minutes(minutes) == 25);
}

BOOST_AUTO_TEST_CASE(with_the_bridge_held_it_takes_24_to_37_minutes) {
  ItemChange change;
  change.hold = range(3, 5);
  change.hold_unit = HoldUnit::breaths;
  const auto minutes = minutes_of(set_item(routine(), shipped_catalog(), ItemId{"a4"}, change));
  BOOST_TEST(minutes.least >= 24);
  BOOST_TEST(minutes.most <= 37);
  BOOST_TEST(printed_minutes(minutes) == 30);
}

BOOST_AUTO_TEST_CASE(a_set_a_hold_a_rest_and_a_side_each_take_their_time) {
  ItemChange ten;
  ten.count = exactly(10);
  ten.no_hold = true;
  const auto plain = minutes_of("bodyweight-squat", ten);
  BOOST_TEST(plain.least == (20 + 30) / 60.0);
  BOOST_TEST(plain.most == (20 + 50) / 60.0);
  auto two = ten;
  two.sets = exactly(2);
  BOOST_TEST(minutes_of("bodyweight-squat", two).least == (20 + 60 + 30) / 60.0);
  two.rest = exactly(60);
  BOOST_TEST(minutes_of("bodyweight-squat", two).least == (20 + 60 + 60) / 60.0);
  auto held = ten;
  held.no_hold = false;
  held.hold = exactly(2);
  held.hold_unit = HoldUnit::breaths;
  BOOST_TEST(minutes_of("bodyweight-squat", held).least == (20 + 10 * 11) / 60.0);
  auto left = ten;
  left.side = BodySide::left;
  BOOST_TEST(minutes_of("leg-swings", left).least == (20 + 20) / 60.0);
  left.side = BodySide::both;
  BOOST_TEST(minutes_of("leg-swings", left).least == (20 + 40 + 5) / 60.0);
}

BOOST_AUTO_TEST_CASE(minutes_count_as_they_are) {
  ItemChange walk;
  walk.count = range(5, 8);
  BOOST_TEST(minutes_of("walk-easy", walk).least == (20 + 300) / 60.0);
  BOOST_TEST(minutes_of("walk-easy", walk).most == (20 + 480) / 60.0);
}

BOOST_AUTO_TEST_CASE(the_page_says_fives_and_never_less_than_five) {
  BOOST_TEST(printed_minutes({0, 0}) == 5);
  BOOST_TEST(printed_minutes({21, 28}) == 25);
  BOOST_TEST(printed_minutes({15, 19.8}) == 15);
  BOOST_TEST(printed_minutes({15, 20.2}) == 20);
}

BOOST_AUTO_TEST_SUITE_END()
