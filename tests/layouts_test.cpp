// SPDX-License-Identifier: MIT
// All layouts print the same facts, whole and legible.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "layout/layout.h"
#include "layout/placed.h"

using namespace kinescript;

namespace {

Stationery shipped(const std::string& name) {
  return read_stationery(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/layouts/" + name +
                         ".toml");
}

// Compact is refused where a plan needs more than its sheet: here it may go on.
Stationery unbounded(const std::string& name) {
  Stationery stationery = shipped(name);
  stationery.most_pages = 0;
  return stationery;
}

const std::vector<std::string> kLayouts = {"standard", "large", "compact"};

Dossier noted_routine() {
  Dossier dossier = routine_dossier();
  dossier.plan.items[3].note = "Use the firm cushion.";
  dossier.plan.items[4].side = BodySide::left;
  return sheet_dossier(dossier.plan, dossier.patient);
}

struct Page1 {
  Handout sheet;
  Pages pages;
};
Page1 printed(const Dossier& dossier, const Stationery& st, Paper paper = Paper::a4,
              int weeks = 0) {
  Handout sheet =
      compose(dossier, st, english(), sheet_options(paper, Palette::black_and_white, weeks));
  Pages pages = lay_out(sheet, st, paper, noto());
  return {std::move(sheet), std::move(pages)};
}

std::string all_text(const Pages& pages) {
  std::string text;
  for (const Page& page : pages.pages) text += squeezed_text(page);
  return text;
}

// A card as the facts that must be the same everywhere, however they are worded.
std::string facts(const Card& card, const PlanItem& item) {
  std::string dose = card.dose_sentence;
  for (const DoseCell& cell : card.dose)
    dose += cell.before + " " + cell.number + " " + cell.after + ". ";
  for (const std::string& line : card.dose_lines) dose += " " + line;
  const auto says = [&dose](const std::string& what) {
    return dose.find(what) != std::string::npos;
  };
  std::string all = card.side_tag + "|" + card.note + "|";
  for (const std::string& line : card.cautions) all += line + "|";
  const Amount& count = item.dose.count;
  // With a goal the page says where to start and where to get to.
  const int from = count.goal ? count.start : count.min, to = count.goal.value_or(count.max);
  all += says(std::to_string(from)) && says(std::to_string(to)) ? "count|" : "NO COUNT|";
  if (item.dose.hold) all += says(std::to_string(item.dose.hold->start)) ? "hold|" : "NO HOLD|";
  if (item.dose.rest)
    all += says("Rest for " + std::to_string(item.dose.rest->min)) ? "rest|" : "NO REST|";
  if (item.dose.sets.start == 2)
    all += says("2 sets") || says("one more time") ? "sets|" : "NO SETS|";
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layouts_test)

BOOST_AUTO_TEST_CASE(all_layouts_print_the_same_facts_of_each_item) {
  const Dossier dossier = noted_routine();
  const Page1 standard = printed(dossier, unbounded("standard"));
  for (const std::string& name : kLayouts) {
    const Page1 other = printed(dossier, unbounded(name));
    BOOST_REQUIRE(other.sheet.cards.size() == standard.sheet.cards.size());
    for (std::size_t i = 0; i < standard.sheet.cards.size(); ++i) {
      const std::string own = facts(other.sheet.cards[i], dossier.plan.items[i]);
      BOOST_TEST(own == facts(standard.sheet.cards[i], dossier.plan.items[i]), name);
      BOOST_TEST(own.find("NO ") == std::string::npos, own);
    }
    BOOST_TEST(other.sheet.glance.rows.size() == standard.sheet.glance.rows.size());
  }
}

BOOST_AUTO_TEST_CASE(every_layout_prints_every_step_and_every_safety_item) {
  const Dossier dossier = noted_routine();
  for (const std::string& name : kLayouts) {
    const Page1 page = printed(dossier, unbounded(name));
    const std::string text = all_text(page.pages);
    for (const std::string& word : all_words(page.sheet))
      BOOST_TEST(text.find(squeezed(word)) != std::string::npos, name + ": " + word);
  }
}

BOOST_AUTO_TEST_CASE(no_glyph_is_smaller_than_its_layouts_least) {
  const std::vector<std::pair<std::string, double>> least = {
      {"standard", 12}, {"large", 16}, {"compact", 10}};
  for (const auto& [name, points] : least)
    for (const Page& page : printed(noted_routine(), unbounded(name)).pages.pages)
      for (const PlacedText& run : placed_text(page, noto()))
        BOOST_TEST(run.size >= points - 1e-9, name + ": " + run.text);
}

BOOST_AUTO_TEST_CASE(large_print_takes_any_size_from_16_to_24_and_reflows) {
  const Dossier dossier = sheet_dossier(sheet_plan({{"bridge"}, {"bird-dog"}}));
  double before = 0;
  for (const double size : {16.0, 18.0, 24.0}) {
    const Stationery st = resized(shipped("large"), size);
    const Page1 page = printed(dossier, st);
    for (const Page& each : page.pages.pages)
      for (const PlacedText& run : placed_text(each, noto())) {
        BOOST_TEST(run.size >= 16 - 1e-9);
        BOOST_TEST(run.box.right <= each.width - st.margin_right + 0.1, run.text);
      }
    BOOST_TEST(st.body == size);
    BOOST_TEST(st.card_name > before);
    before = st.card_name;
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_split_clipped_or_overlapping_from_1_to_30_exercises) {
  const std::vector<std::string> some = {
      "bridge",    "bird-dog",    "dead-bug",           "superman",
      "cat-camel", "front-plank", "good-morning-light", "bodyweight-squat"};
  for (const int n : {1, 2, 6, 8, 12, 30}) {
    std::vector<SheetItem> items;
    for (int i = 0; i < n; ++i) items.push_back({some[static_cast<std::size_t>(i) % some.size()]});
    Plan plan = sheet_plan(items);
    plan.items.front().note = std::string(119, 'm') + ".";
    const Dossier dossier = sheet_dossier(plan);
    for (const std::string& name : kLayouts)
      for (const Paper paper : {Paper::a4, Paper::letter}) {
        const Stationery st = unbounded(name);
        const Page1 page = printed(dossier, st, paper, n <= 12 ? 2 : 0);
        BOOST_TEST(page.pages.outline.size() == static_cast<std::size_t>(n));
        for (const Page& each : page.pages.pages) {
          const auto drawn = extent(each.drawing);
          BOOST_REQUIRE(drawn.has_value());
          BOOST_TEST(drawn->right <= each.width - st.margin_right + 0.2);
          BOOST_TEST(drawn->bottom <= each.height - st.margin_bottom + 0.2);
          const std::vector<PlacedText> runs = placed_text(each, noto());
          std::size_t overlaps = 0;
          for (std::size_t a = 0; a < runs.size(); ++a)
            for (std::size_t b = a + 1; b < runs.size(); ++b)
              overlaps += runs[a].box.left < runs[b].box.right - 0.5 &&
                          runs[b].box.left < runs[a].box.right - 0.5 &&
                          runs[a].box.top < runs[b].box.bottom - 0.5 &&
                          runs[b].box.top < runs[a].box.bottom - 0.5;
          BOOST_TEST(overlaps == 0U, name + ", " + std::to_string(n));
        }
      }
  }
}

BOOST_AUTO_TEST_CASE(compact_says_what_it_needs_when_its_sheet_is_too_small) {
  const Dossier dossier = routine_dossier();
  const Stationery compact = shipped("compact");
  const Handout sheet = compose(dossier, compact, english(), sheet_options(Paper::a4));
  BOOST_CHECK_EXCEPTION(
      lay_out(sheet, compact, Paper::a4, noto()), TooManyPages, [](const TooManyPages& error) {
        return std::string(error.what())
            .starts_with(
                "This layout holds 2 sides of paper and the plan needs 4 sides of paper. Use");
      });
}

BOOST_AUTO_TEST_CASE(compact_puts_a_short_plan_on_one_sheet) {
  const Dossier dossier =
      sheet_dossier(sheet_plan({{"walk-easy"}, {"drawing-in"}, {"bridge"}, {"cat-camel"}}));
  BOOST_TEST(printed(dossier, shipped("compact")).pages.pages.size() <= 2U);
}

BOOST_AUTO_TEST_SUITE_END()
