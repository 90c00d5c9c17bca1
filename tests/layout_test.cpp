// SPDX-License-Identifier: MIT
// Where things stand on the pages, measured on what is drawn.
#include "layout/layout.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "base/text.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "layout/figure_box.h"

using namespace kinescript;

namespace {

// A run where it stands on its page.
struct Placed {
  std::string text;
  double size = 0;
  Box box;
  bool furniture = false;  // under an artifact
  bool label = false;      // a list's number, which no string of the handout holds
};

double run_width(const GlyphRun& run) {
  double units = 0;
  for (const Glyph& glyph : run.glyphs) units += glyph.advance;
  // A blank at a line's end takes no room.
  if (!run.text.empty() && run.text.back() == ' ') units -= run.glyphs.back().advance;
  return units * run.size / noto().face(run.face).units_per_em();
}

void gather(const Drawing& drawing, const Matrix& at, Placed state, std::vector<Placed>& runs) {
  for (const Node& node : drawing) {
    if (const auto* run = std::get_if<GlyphRun>(&node)) {
      Placed placed = state;
      const Point from = at(run->origin);
      const LineMetrics metrics = noto().metrics(Weight::regular, run->size);
      placed.text = run->text;
      placed.size = run->size * at.a;
      placed.box = {from.x, from.y - metrics.cap_height, from.x + run_width(*run), from.y};
      runs.push_back(placed);
    } else if (const auto* inner = std::get_if<std::shared_ptr<const Group>>(&node)) {
      Placed below = state;
      below.furniture |= (*inner)->meaning.role == Role::artifact;
      below.label |= (*inner)->meaning.role == Role::label;
      gather((*inner)->children, at * (*inner)->transform, below, runs);
    }
  }
}

std::vector<Placed> runs_of(const Drawing& drawing) {
  std::vector<Placed> runs;
  gather(drawing, {}, {}, runs);
  return runs;
}

std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n') out += c;
  return out;
}

// All that is read, without blanks.
std::string read_text(const Pages& pages) {
  std::string text;
  for (const Page& page : pages.pages)
    for (const Placed& run : runs_of(page.drawing))
      if (!run.furniture && !run.label) text += squeezed(run.text);
  return text;
}

std::vector<std::string> expected_words(const Handout& sheet, std::size_t pages) {
  std::vector<std::string> words = all_words(sheet);
  words.insert(words.end(),
               {sheet.header.clinic, sheet.header.contact, sheet.header.patient,
                sheet.header.plan_line, sheet.footer.owner + " \xC2\xB7 ", sheet.footer.content});
  for (const Paragraph* paragraph : {&sheet.footer.questions, &sheet.footer.next_visit}) {
    std::string text;
    for (const Span& span : *paragraph) text += span.text;
    words.push_back(text);
  }
  words.push_back("Page " + std::to_string(pages) + " of " + std::to_string(pages));
  return words;
}

Pages laid(const Handout& sheet, Paper paper = Paper::a4) {
  return lay_out(sheet, standard_stationery(), paper, noto());
}
Pages laid(const Dossier& dossier, Paper paper = Paper::a4) {
  return laid(composed(dossier, paper), paper);
}

const Dossier& routine() {
  static const Dossier dossier = routine_dossier();
  return dossier;
}

std::string page_text(const Page& page) {
  std::string text;
  for (const Placed& run : runs_of(page.drawing)) text += squeezed(run.text);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layout_test)

BOOST_AUTO_TEST_CASE(nothing_stands_outside_the_margins) {
  const Stationery& st = standard_stationery();
  for (const Paper paper : {Paper::a4, Paper::letter})
    for (const Page& page : laid(routine(), paper).pages) {
      for (const Placed& run : runs_of(page.drawing)) {
        BOOST_TEST(run.box.left >= st.margin_left - 0.1, run.text);
        BOOST_TEST(run.box.right <= page.width - st.margin_right + 0.1, run.text);
        BOOST_TEST(run.box.top >= st.margin_top - 0.1, run.text);
        BOOST_TEST(run.box.bottom <= page.height - st.margin_bottom + 0.1, run.text);
      }
      const auto drawn = extent(page.drawing);
      BOOST_REQUIRE(drawn.has_value());
      BOOST_TEST(drawn->left >= st.margin_left - 0.1);
      BOOST_TEST(drawn->right <= page.width - st.margin_right + 0.1);
      BOOST_TEST(drawn->bottom <= page.height - st.margin_bottom + 0.1);
    }
}

BOOST_AUTO_TEST_CASE(no_glyph_is_smaller_than_12_points) {
  for (const Page& page : laid(routine()).pages)
    for (const Placed& run : runs_of(page.drawing)) BOOST_TEST(run.size >= 12 - 1e-9, run.text);
}

BOOST_AUTO_TEST_CASE(every_string_is_on_the_pages_once_and_nothing_else_is) {
  for (const Paper paper : {Paper::a4, Paper::letter}) {
    const Handout sheet = composed(routine(), paper);
    const Pages pages = laid(sheet, paper);
    const std::string text = read_text(pages);
    std::size_t letters = 0;
    for (const std::string& word : expected_words(sheet, pages.pages.size())) {
      BOOST_TEST(text.find(squeezed(word)) != std::string::npos, word);
      letters += squeezed(word).size();
    }
    BOOST_TEST(text.size() == letters);
  }
}

BOOST_AUTO_TEST_CASE(a_card_stands_whole_on_the_page_its_bookmark_names) {
  const Handout sheet = composed(routine());
  const Pages pages = laid(sheet);
  BOOST_REQUIRE(pages.outline.size() == sheet.cards.size());
  for (std::size_t i = 0; i < sheet.cards.size(); ++i) {
    const std::string text =
        page_text(pages.pages[static_cast<std::size_t>(pages.outline[i].page)]);
    BOOST_TEST(pages.outline[i].title.find(sheet.cards[i].name) != std::string::npos);
    BOOST_TEST(text.find(squeezed(sheet.cards[i].name)) != std::string::npos);
    for (const std::string& step : sheet.cards[i].steps)
      BOOST_TEST(text.find(squeezed(step)) != std::string::npos, step);
    BOOST_TEST(text.find(squeezed(sheet.cards[i].stop_cue)) != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_emergency_tier_and_the_main_message_are_on_page_1) {
  const Handout sheet = composed(routine());
  const Pages pages = laid(sheet);
  const std::string first = page_text(pages.pages.front());
  BOOST_TEST(first.find(squeezed(sheet.stop_box.front().heading)) != std::string::npos);
  for (const std::string& item : sheet.stop_box.front().items)
    BOOST_TEST(first.find(squeezed(item)) != std::string::npos, item);
  for (const Placed& run : runs_of(pages.pages.front().drawing))
    if (run.text.find(sheet.main_message.back().substr(0, 10)) != std::string::npos)
      BOOST_TEST(run.box.bottom < pages.pages.front().height / 3);
}

BOOST_AUTO_TEST_CASE(blocks_do_not_overlap) {
  for (const Paper paper : {Paper::a4, Paper::letter})
    for (const Page& page : laid(routine(), paper).pages) {
      std::vector<Box> blocks;
      for (const Node& node : page.drawing) {
        const Drawing one = {node};
        std::optional<Box> box = extent(one);
        for (const Placed& run : runs_of(one)) box = box ? unite(*box, run.box) : run.box;
        if (box) blocks.push_back(*box);
      }
      std::sort(blocks.begin(), blocks.end(),
                [](const Box& a, const Box& b) { return a.top < b.top; });
      for (std::size_t i = 1; i < blocks.size(); ++i)
        BOOST_TEST(blocks[i - 1].bottom <= blocks[i].top + 0.1);
    }
}

BOOST_AUTO_TEST_CASE(no_two_words_lie_on_each_other) {
  for (const Page& page : laid(routine()).pages) {
    const std::vector<Placed> runs = runs_of(page.drawing);
    for (std::size_t i = 0; i < runs.size(); ++i)
      for (std::size_t j = i + 1; j < runs.size(); ++j) {
        const Box &a = runs[i].box, &b = runs[j].box;
        const bool apart = a.right <= b.left + 0.1 || b.right <= a.left + 0.1 ||
                           a.bottom <= b.top || b.bottom <= a.top;
        BOOST_TEST(apart, runs[i].text << " / " << runs[j].text);
      }
  }
}

BOOST_AUTO_TEST_CASE(words_of_two_lines_or_cells_stay_apart_when_read_aloud) {
  std::string read;
  for (const Page& page : laid(routine()).pages)
    for (const Placed& run : runs_of(page.drawing)) read += run.text;
  BOOST_TEST(read.find("It goes numb between your legs or round your bottom.") != std::string::npos,
             read);
  BOOST_TEST(read.find("1 Easy walk") != std::string::npos);
  BOOST_TEST(read.find("5 minutes") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_long_table_goes_on_on_the_next_page) {
  std::vector<SheetItem> items;
  for (int i = 0; i < 45; ++i) items.push_back({"dead-bug"});
  const Handout sheet = composed(sheet_dossier(sheet_plan(items)));
  BOOST_TEST(sheet.glance.rows.size() == 45U);
  BOOST_TEST(laid(sheet).pages.size() > 15U);
}

BOOST_AUTO_TEST_CASE(no_line_is_longer_than_70_letters) {
  for (const Page& page : laid(routine()).pages)
    for (const Placed& run : runs_of(page.drawing))
      if (!run.furniture) BOOST_TEST(code_points(run.text) <= 71U, run.text);
}

BOOST_AUTO_TEST_CASE(labels_do_not_lie_over_figures) {
  std::vector<SheetItem> items;
  for (const Exercise& exercise : shipped_catalog().exercises) items.push_back({exercise.id.text});
  const Setter setter{noto(), "en"};
  for (const Card& card : composed(sheet_dossier(sheet_plan(items))).cards) {
    const Block box = figure_box(setter, standard_stationery(), Paper::a4, card.panels);
    // In order: lines, then a figure and its label for each panel.
    for (std::size_t i = 0; i < card.panels.size(); ++i) {
      const auto figure = extent({box.drawing.at(1 + 2 * i)});
      const Box label = runs_of({box.drawing.at(2 + 2 * i)}).at(0).box;
      BOOST_REQUIRE(figure.has_value());
      const bool apart = figure->top >= label.bottom - 1 || figure->left >= label.right;
      BOOST_TEST(apart, card.name << ", " << card.panels[i].label);
      BOOST_TEST(figure->left >= 0 - 1e-6, card.name);
      BOOST_TEST(figure->right <= box.width + 1e-6, card.name);
      BOOST_TEST(figure->bottom <= box.height + 1e-6, card.name);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_name_of_200_letters_and_a_long_note_stay_on_the_page) {
  Dossier dossier = routine();
  dossier.patient.family = std::string(200, 'W');
  dossier.clinic.name = "Clinic for " + std::string(120, 'm');
  dossier.plan.items.front().note = std::string(120, 'W');
  for (const Page& page : laid(dossier).pages)
    for (const Placed& run : runs_of(page.drawing))
      BOOST_TEST(run.box.right <= page.width - standard_stationery().margin_right + 0.1);
}

BOOST_AUTO_TEST_CASE(one_exercise_takes_two_pages_at_most) {
  BOOST_TEST(laid(sheet_dossier(sheet_plan({{"bridge"}}))).pages.size() <= 2U);
}

BOOST_AUTO_TEST_CASE(the_document_says_its_title_author_and_language) {
  const Pages pages = laid(routine());
  BOOST_TEST(pages.title == "Strong back, short session, plan 4");
  BOOST_TEST(pages.author == "Riverside Physiotherapy");
  BOOST_TEST(pages.language == "en");
}

BOOST_AUTO_TEST_CASE(a_card_higher_than_a_page_is_refused) {
  Handout sheet = composed(sheet_dossier(sheet_plan({{"bridge"}})));
  sheet.cards.front().steps.assign(80, "Lie on your back and bend your knees.");
  BOOST_CHECK_EXCEPTION(laid(sheet), Error, [](const Error& error) {
    return std::string(error.what()).find("Exercise 1, \xE2\x80\x9CHip lift\xE2\x80\x9D,") !=
           std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(an_extent_is_what_a_curve_covers_not_its_handles) {
  Path path;
  path.move_to({0, 0});
  path.cubic_to({0, 100}, {10, 100}, {10, 0});
  const auto box = extent({Fill{path, Colour::black()}});
  BOOST_REQUIRE(box.has_value());
  BOOST_TEST(box->bottom == 75, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(box->right == 10, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(easier_ways_stand_in_the_order_of_the_exercises) {
  const Handout sheet = composed(routine());
  std::string text;
  for (const Page& page : laid(sheet).pages) text += page_text(page);
  std::size_t at = 0;
  // An easier version that a rule changes is not printed: the seated cat for who must not arch.
  BOOST_TEST(sheet.easier_ways.size() == 8U);
  for (const EasierWay& way : sheet.easier_ways) {
    BOOST_TEST(way.name != "Seated cat stretch");
    std::string words = way.name;
    for (const CardPanel& panel : way.panels) words += panel.label;
    const std::size_t found = text.find(std::to_string(way.number) + squeezed(words + "1."));
    BOOST_TEST(found != std::string::npos, way.name);
    BOOST_TEST(found >= at, way.name);
    at = found;
  }
}

BOOST_AUTO_TEST_SUITE_END()
