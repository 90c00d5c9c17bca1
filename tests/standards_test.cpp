// SPDX-License-Identifier: MIT
// Every check of the program passes on shipped handouts and fails when that one thing is broken.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "layout/layout.h"
#include "standards/checks.h"

using namespace kinescript;

namespace {

struct Made {
  Dossier dossier;
  Stationery stationery = standard_stationery();
  Handout handout;
  Pages pages;
};

Made made(const Dossier& dossier, const std::string& layout = "standard", int weeks = 0) {
  Made it{dossier,
          read_stationery(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/layouts/" + layout +
                          ".toml"),
          {},
          {}};
  it.stationery.most_pages = 0;
  it.handout =
      compose(dossier, it.stationery, english(), {Paper::a4, Palette::black_and_white, weeks});
  it.pages = lay_out(it.handout, it.stationery, Paper::a4, noto());
  return it;
}

std::vector<CheckResult> results(const Made& it) {
  return check_handout(
      {it.dossier, it.handout, it.pages, it.stationery, Paper::a4, english(), noto()});
}

std::string failures(const Made& it) {
  std::string text;
  for (const CheckResult& result : results(it))
    if (result.failed()) text += std::to_string(result.number) + " " + result.measured + "; ";
  return text;
}

// The numbers of the failed checks after one thing was broken; the pages are laid out anew.
std::vector<int> broken(const std::function<void(Made&)>& breaks, bool again = true) {
  static const Made good = made(routine_dossier());
  Made it = good;
  breaks(it);
  if (again) it.pages = lay_out(it.handout, it.stationery, Paper::a4, noto());
  std::vector<int> numbers;
  for (const CheckResult& result : results(it))
    if (result.failed()) numbers.push_back(result.number);
  return numbers;
}

bool has(const std::vector<int>& numbers, int number) {
  return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(standards_test)

BOOST_AUTO_TEST_CASE(there_are_64_checks_each_with_what_it_measured) {
  const std::vector<CheckResult> all = results(made(routine_dossier()));
  BOOST_REQUIRE(all.size() == static_cast<std::size_t>(kChecks));
  for (std::size_t i = 0; i < all.size(); ++i) {
    BOOST_TEST(all[i].number == static_cast<int>(i) + 1);
    BOOST_TEST(!all[i].measured.empty(), all[i].number);
  }
}

BOOST_AUTO_TEST_CASE(a_shipped_handout_passes_every_check_in_every_layout) {
  for (const char* layout : {"standard", "compact"})
    BOOST_TEST(failures(made(routine_dossier(), layout, 2)) == "", layout);
  Patient reader = sheet_patient({"ext_intol"});
  reader.large_print = true;
  BOOST_TEST(failures(made(routine_dossier(reader), "large", 2)) == "");
}

BOOST_AUTO_TEST_CASE(each_broken_thing_is_found) {
  using M = Made&;
  BOOST_TEST(has(broken([](M m) { m.handout.main_message.assign(5, "Go."); }), 2));
  BOOST_TEST(has(broken([](M m) { m.handout.main_message = {"Do well."}; }), 3));
  // The phone is in the box that says when to call too, but that box may stand on another page.
  BOOST_TEST(has(broken([](M m) {
                   m.handout.header.contact = "";
                   m.handout.footer.questions = {};
                 }),
                 4));
  BOOST_TEST(has(broken([](M m) { m.handout.header.patient = "Someone"; }), 4));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[0].why = ""; }), 6));
  BOOST_TEST(has(broken([](M m) { m.handout.glance.rows.pop_back(); }), 7));
  BOOST_TEST(has(broken([](M m) { m.handout.stop_box.back().items.pop_back(); }), 8));
  BOOST_TEST(has(broken([](M m) { m.handout.pain_rule.lines.clear(); }), 10));
  BOOST_TEST(has(broken([](M m) { m.handout.footer.content = ""; }), 14));
  BOOST_TEST(
      has(broken([](M m) {
            m.handout.reminders.lines.push_back(
                "Contraindicated biomechanical considerations necessitate individualised "
                "rehabilitation "
                "methodology incorporating progressive neuromuscular stabilisation interventions "
                "systematically administered throughout everyday functional activities and "
                "occupations at home and at work.");
          }),
          18));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[0].steps[0] = "Lie supine."; }), 22));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[0].steps[0] = "Do 8 reps."; }), 23));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[0].dose[0].number = "some"; }), 28));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[1].dose[0].number = "8-12"; }), 30));
  BOOST_TEST(has(broken([](M m) { m.handout.session = {}; }), 31));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[0].steps.resize(2); }), 33));
  BOOST_TEST(
      has(broken([](M m) { m.handout.reminders.lines.push_back("STOP NOW AND REST."); }), 42));
  BOOST_TEST(has(broken([](M m) { m.stationery.card_name = m.stationery.body; }), 36));
  BOOST_TEST(has(broken([](M m) { m.stationery.footer = 9; }), 38));
  BOOST_TEST(has(broken([](M m) { m.stationery.leading = 1.1; }), 43));
  BOOST_TEST(has(broken([](M m) { m.stationery.margin_left = 20; }), 45));
  BOOST_TEST(has(broken([](M m) { m.pages.title = ""; }, false), 51));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[0].panels.clear(); }), 53));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[0].panels[0].label = ""; }), 55));
  BOOST_TEST(has(broken([](M m) { m.handout.cards[0].pictured = ExerciseId{"superman"}; }), 58));
  BOOST_TEST(has(broken([](M m) { m.stationery.picture_width = 100; }), 59));
  BOOST_TEST(
      has(broken([](M m) { m.handout.cards[0].panels[0].figure.drawing.clear(); }, false), 60));
  BOOST_TEST(has(broken([](M m) { m.dossier.patient.large_print = true; }), 62));
  BOOST_TEST(has(broken([](M m) { m.handout.title = "Another"; }), 63));
}

BOOST_AUTO_TEST_CASE(a_lost_line_of_a_fired_modify_stops_an_issue) {
  Made it = made(
      sheet_dossier(sheet_plan({{"bridge"}, {"knee-to-chest"}}), sheet_patient({"ext_intol"})));
  bool lost = false;
  for (Card& card : it.handout.cards) {
    lost = lost || !card.cautions.empty();
    card.cautions.clear();
  }
  BOOST_REQUIRE(lost);
  it.pages = lay_out(it.handout, it.stationery, Paper::a4, noto());
  const std::vector<CheckResult> stop = stopping(results(it));
  BOOST_REQUIRE(stop.size() == 1U);
  BOOST_TEST(stop.front().number == 9);
}

BOOST_AUTO_TEST_SUITE_END()
