// SPDX-License-Identifier: MIT
#include "handout/diary.h"

#include <boost/test/unit_test.hpp>

#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "layout/layout.h"
#include "layout/placed.h"

using namespace kinescript;

namespace {

Handout with_diary(const Plan& plan, int weeks) {
  return compose(sheet_dossier(plan), standard_stationery(), english(),
                 {Paper::a4, Palette::black_and_white, weeks});
}

int boxes(const DiaryRow& row) {
  int sum = 0;
  for (const int day : row.boxes) sum += day;
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diary_test)

BOOST_AUTO_TEST_CASE(twice_a_day_has_two_boxes_a_day) {
  Plan plan = sheet_plan({{"bridge"}});
  plan.schedule = {2, {}, 7};
  plan.items.front().dose.per_day = {};  // as the plan
  BOOST_TEST(boxes(with_diary(plan, 1).diary.tables.front().rows.front()) == 14);
}

BOOST_AUTO_TEST_CASE(only_the_days_prescribed_have_boxes) {
  Plan plan = sheet_plan({{"bridge"}});
  plan.schedule = {1, {1, 3, 5}, 3};
  const DiaryRow row = with_diary(plan, 1).diary.tables.front().rows.front();
  const std::vector<int> expected = {1, 0, 1, 0, 1, 0, 0};  // the plan starts on a Monday
  BOOST_TEST(row.boxes == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_hour_and_as_needed_have_one_box_a_day) {
  for (const Timing timing : {Timing::every_hour, Timing::as_needed}) {
    Plan plan = sheet_plan({{"bridge"}});
    plan.schedule = {2, {}, 7};
    plan.items.front().dose.timing = timing;
    BOOST_TEST(boxes(with_diary(plan, 1).diary.tables.front().rows.front()) == 7);
  }
}

BOOST_AUTO_TEST_CASE(the_diary_has_the_order_and_the_numbers_of_the_cards) {
  const Handout sheet = with_diary(sheet_plan({{"walk-easy"}, {"bridge"}, {"cat-camel"}}), 6);
  BOOST_REQUIRE(sheet.diary.tables.size() == 3U);  // two weeks on a sheet
  for (const DiaryTable& table : sheet.diary.tables)
    for (std::size_t i = 0; i < sheet.cards.size(); ++i) {
      BOOST_TEST(table.rows[i].number == sheet.cards[i].number);
      BOOST_TEST(table.rows[i].name == sheet.cards[i].name);
    }
}

BOOST_AUTO_TEST_CASE(large_print_has_one_week_a_sheet_in_letters_of_16_points) {
  const Stationery large =
      read_stationery(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/layouts/large.toml");
  const Handout sheet = compose(sheet_dossier(sheet_plan({{"bridge"}, {"bird-dog"}})), large,
                                english(), {Paper::a4, Palette::black_and_white, 2});
  BOOST_TEST(sheet.diary.tables.size() == 2U);
  const Pages pages = lay_out(sheet, large, Paper::a4, noto());
  for (const PlacedText& run : placed_text(pages.pages.back(), noto()))
    BOOST_TEST(run.size >= 16 - 1e-9, run.text);
}

BOOST_AUTO_TEST_CASE(worst_pain_and_too_easy_or_too_hard_are_asked_on_every_sheet) {
  const Handout sheet = with_diary(sheet_plan({{"bridge"}}), 4);
  const Pages pages = lay_out(sheet, standard_stationery(), Paper::a4, noto());
  int asked = 0;
  for (const Page& page : pages.pages) {
    const std::string text = squeezed_text(page);
    asked += text.find(squeezed(sheet.diary.pain)) != std::string::npos &&
             text.find(squeezed(sheet.diary.felt)) != std::string::npos;
  }
  BOOST_TEST(asked == 2);
}

BOOST_AUTO_TEST_SUITE_END()
