// SPDX-License-Identifier: MIT
#include "catalog/dose.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"

using namespace kinescript;

namespace {

Dose plain() {
  Dose dose;
  dose.count = range(8, 12);
  return dose;
}

std::string refusal(std::string_view text) {
  try {
    parse_amount(text, "count");
  } catch (const Error& error) {
    return error.kind() == ErrorKind::usage ? error.message() : "another kind";
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dose_test)

BOOST_AUTO_TEST_CASE(an_amount_is_a_number_or_a_range_that_starts_at_its_smaller_end) {
  BOOST_CHECK((parse_amount("8", "count") == exactly(8)));
  BOOST_CHECK((parse_amount("8-12", "count") == range(8, 12)));
  BOOST_TEST(parse_amount("8-12", "count").start == 8);
  BOOST_TEST(to_text(range(8, 12)) == "8-12");
  BOOST_TEST(to_text(exactly(10)) == "10");
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused_with_the_way_out) {
  for (const char* wrong :
       {"", "-", "8-", "-8", "8-12-14", "8 - 12", "eight", "8.5", "+8", "99999999999", "8–12"})
    BOOST_TEST(refusal(wrong).find("Write 8 or 8-12.") != std::string::npos, wrong);
}

BOOST_AUTO_TEST_CASE(a_reversed_range_is_told_the_right_way_round) {
  BOOST_TEST(refusal("12-8") == "count is reversed (12-8). Write the smaller number first: 8-12.");
}

BOOST_AUTO_TEST_CASE(a_usual_dose_has_no_problem) {
  Dose dose = plain();
  dose.hold = range(3, 5);
  dose.hold_unit = HoldUnit::breaths;
  dose.rest = exactly(0);
  dose.count.goal = 20;
  BOOST_TEST(problem(dose) == "");
}

BOOST_AUTO_TEST_CASE(every_number_has_its_limits) {
  const auto says = [](auto change) {
    Dose dose = plain();
    change(dose);
    return problem(dose);
  };
  BOOST_TEST(says([](Dose& d) { d.sets = exactly(11); }) ==
             "sets 11 is out of range: write 1 to 10.");
  BOOST_TEST(says([](Dose& d) { d.count = exactly(0); }) ==
             "count 0 is out of range: write 1 to 100.");
  BOOST_TEST(says([](Dose& d) { d.count = exactly(300); }) ==
             "count 300 is out of range: write 1 to 100.");
  BOOST_TEST(says([](Dose& d) { d.hold = exactly(121); }) ==
             "hold 121 is out of range: write 1 to 120.");
  BOOST_TEST(says([](Dose& d) { d.rest = exactly(601); }) ==
             "rest 601 is out of range: write 0 to 600.");
  BOOST_TEST(says([](Dose& d) { d.per_day = exactly(13); }) ==
             "per_day 13 is out of range: write 1 to 12.");
  BOOST_TEST(says([](Dose& d) { d.days_per_week = exactly(8); }) ==
             "days_per_week 8 is out of range: write 1 to 7.");
  BOOST_TEST(says([](Dose& d) { d.count.goal = 12; }) ==
             "goal 12 is not above 8-12. Write a higher goal or none.");
  BOOST_TEST(says([](Dose& d) { d.count.start = 7; }) ==
             "count starts with 7, outside 8-12. Start inside the range.");
}

BOOST_AUTO_TEST_CASE(the_limit_follows_the_unit) {
  Dose dose = plain();
  dose.count = exactly(1000);
  dose.unit = CountUnit::metres;
  BOOST_TEST(problem(dose) == "");
  dose.unit = CountUnit::minutes;
  BOOST_TEST(problem(dose) == "count 1000 is out of range: write 1 to 120.");
  dose.count = exactly(10);
  dose.hold = exactly(30);
  BOOST_TEST(problem(dose) == "");
  dose.hold_unit = HoldUnit::breaths;
  BOOST_TEST(problem(dose) == "hold 30 is out of range: write 1 to 20.");
}

BOOST_AUTO_TEST_CASE(words_of_units_are_read_back) {
  for (const auto unit : {CountUnit::times, CountUnit::cycles, CountUnit::steps, CountUnit::breaths,
                          CountUnit::swings, CountUnit::minutes, CountUnit::metres})
    BOOST_CHECK(count_unit_from(word(unit)) == unit);
  for (const auto unit : {HoldUnit::seconds, HoldUnit::breaths})
    BOOST_CHECK(hold_unit_from(word(unit)) == unit);
  for (const auto timing :
       {Timing::none, Timing::before_session, Timing::with_session, Timing::when_sitting_long,
        Timing::as_needed, Timing::every_hour, Timing::every_2_3_hours})
    BOOST_CHECK(timing_from(word(timing)) == timing);
  BOOST_CHECK(!count_unit_from("reps"));
}

BOOST_AUTO_TEST_SUITE_END()
