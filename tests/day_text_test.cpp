// SPDX-License-Identifier: MIT
// Days as the window shows them and as a person types them.
#include "app/day_text.h"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "app/example.h"
#include "base/error.h"
#include "base/translate.h"

using namespace kinescript;

namespace {

const DayTyping kTyping{*parse_date("2026-11-23")};

std::string typed(std::string_view text, const DayTyping& typing = kTyping) {
  const auto day = parse_typed_day(text, typing);
  return day ? iso(*day) : "none";
}

const Workspace& workspace() {
  static const Workspace kWorkspace = [] {
    Surroundings made;
    made.environment = [](const char*) { return std::string(); };
    made.clock = {*parse_date("2026-11-23"), *parse_moment("2026-11-23T09:00:00Z")};
    made.randomness = system_randomness();
    return Workspace(made);
  }();
  return kWorkspace;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(day_text_test)

BOOST_AUTO_TEST_CASE(a_day_is_typed_in_every_way_that_people_write_one) {
  for (const char* text :
       {"1948-03-14", "14/3/1948", "14.03.1948", "14 3 1948", "14 Mar 1948", "14 march 1948",
        "14th Mar. 1948", "Mar 14, 1948", "14mar1948", " 1948/3/14 ", "1948 Mar 14"})
    BOOST_TEST(typed(text) == "1948-03-14", text << " is " << typed(text));
}

BOOST_AUTO_TEST_CASE(what_is_no_day_is_not_guessed) {
  for (const char* text :
       {"", "14/14/1948", "31/2/1990", "14/3", "14/3/948", "14/3/1948/1", "ma 14 1948", "never",
        "14 Xyz 1948", "114/3/1948", "14/March/3/1948", "1948", "99999999999/1/1948"})
    BOOST_TEST(typed(text) == "none", text << " is " << typed(text));
}

BOOST_AUTO_TEST_CASE(the_month_comes_first_only_where_it_is_written_so) {
  BOOST_TEST(typed("3/4/1961") == "1961-04-03");
  BOOST_TEST(typed("3/4/1961", {kTyping.today, true}) == "1961-03-04");
  BOOST_TEST(typed("3 Apr 1961", {kTyping.today, true}) == "1961-04-03");
}

BOOST_AUTO_TEST_CASE(two_digits_of_a_year_are_of_the_century_that_can_be_meant) {
  BOOST_TEST(typed("14/3/48") == "1948-03-14");
  BOOST_TEST(typed("11/1/27") == "2027-01-11");                                // until when
  BOOST_TEST(typed("11/1/27", {kTyping.today, false, true}) == "1927-01-11");  // a birth
  BOOST_TEST(typed("23/11/26", {kTyping.today, false, true}) == "2026-11-23");
  BOOST_TEST(typed("24/11/26", {kTyping.today, false, true}) == "1926-11-24");
}

BOOST_AUTO_TEST_CASE(every_day_that_is_shown_is_read_back) {
  const Date from = *parse_date("1900-01-01");
  for (int i = 0; i < 75000; i += 7) {
    const Date day = from + std::chrono::days{i};
    BOOST_TEST_REQUIRE(typed(day_text(day, workspace())) == iso(day));
  }
}

BOOST_AUTO_TEST_CASE(a_day_that_is_shown_in_spanish_is_read_back) {
  set_translation("es", {});
  BOOST_TEST(day_text(*parse_date("2026-01-16"), workspace()) == "16 ene 2026");
  for (int month = 1; month <= 12; ++month) {
    const Date day = *parse_date(fmt::format("2026-{:02}-03", month));
    BOOST_TEST(typed(day_text(day, workspace())) == iso(day), day_text(day, workspace()));
  }
  set_translation("en", {});
  BOOST_TEST(typed("14 de marzo de 1948") == "1948-03-14");
}

BOOST_AUTO_TEST_CASE(days_in_a_text_of_the_core_are_shown_as_on_the_handout) {
  BOOST_TEST(day_text(*parse_date("2026-11-16"), workspace()) == "16 Nov 2026");
  BOOST_TEST(with_day_texts("right, from 2026-10-19, until 2027-01-11", workspace()) ==
             "right, from 19 Oct 2026, until 11 Jan 2027");
  BOOST_TEST(with_day_texts("2026-13-01 and 8-12 times", workspace()) ==
             "2026-13-01 and 8-12 times");
}

BOOST_AUTO_TEST_SUITE_END()
