// SPDX-License-Identifier: MIT
// A language is a folder of texts: two that are not shipped (tests/data/languages), one of them
// written from right to left, on a plan of one exercise.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "base/text.h"
#include "handout/translation.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "layout/layout.h"
#include "layout/placed.h"
#include "render/pdf.h"

using namespace kinescript;

namespace {

struct Spoken {
  Handout sheet;
  Pages pages;
  std::string bytes;
};

Spoken spoken(const std::string& code) {
  const std::string folder =
      std::string(KINESCRIPT_SOURCE_DIR) +
      (code == "en" ? "/templates/languages/en" : "/tests/data/languages/" + code);
  const Phrasebook book = read_phrasebook(folder);
  Dossier dossier = sheet_dossier(sheet_plan({{"bridge"}}));
  dossier.patient.language = code;
  if (code != "en") dossier = translate(dossier, read_translation(folder), book).dossier;
  Spoken it;
  it.sheet = compose(dossier, standard_stationery(), book, sheet_options(Paper::a4));
  it.pages = lay_out(it.sheet, standard_stationery(), Paper::a4, noto());
  it.bytes = PdfWriter(noto()).write(it.pages);
  return it;
}

struct Place {
  std::size_t page;
  PlacedText run;
};
// The run whose text begins so, on whichever page.
Place place_of(const Spoken& it, const std::string& beginning) {
  for (std::size_t page = 0; page < it.pages.pages.size(); ++page)
    for (const PlacedText& run : placed_text(it.pages.pages[page], noto()))
      if (run.text.starts_with(beginning)) return {page, run};
  BOOST_FAIL("nothing begins with " + beginning);
  return {};
}

// Without blanks, line ends and the signs with which a reader marks directions.
std::string letters_of(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool sign = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                      (c >= 0x2066 && c <= 0x2069) || c == 0xA0 || c <= 0x20;
    if (!sign) append_utf8(out, c);
  }
  return out;
}

std::string text_of(const Spoken& it, const std::string& name) {
  const ScratchFile file(name, it.bytes);
  return letters_of(run_tool("pdftotext " + file.path() + " -").out);
}

// Figures by their key, with the direction that they are drawn in.
void gather(const Drawing& drawing, const Matrix& at, std::set<std::string>& figures) {
  for (const Node& node : drawing) {
    const auto* inner = std::get_if<std::shared_ptr<const Group>>(&node);
    if (!inner) continue;
    const Matrix here = at * (*inner)->transform;
    if ((*inner)->cache_key.empty())
      gather((*inner)->children, here, figures);
    else
      figures.insert((*inner)->cache_key + (here.a > 0 ? " as drawn" : " mirrored"));
  }
}
std::set<std::string> figures_of(const Spoken& it) {
  std::set<std::string> figures;
  for (const Page& page : it.pages.pages) gather(page.drawing, {}, figures);
  return figures;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(languages_test)

BOOST_AUTO_TEST_CASE(arabic_pages_run_from_right_to_left) {
  const Spoken arabic = spoken("ar"), english = spoken("en");
  const double width = arabic.pages.pages[0].width;
  const auto right_of_the_middle = [&](const std::string& text) {
    const PlacedText run = place_of(arabic, text).run;
    return run.box.left > width / 2;
  };
  BOOST_TEST(right_of_the_middle(arabic.sheet.stop_word));
  BOOST_TEST(right_of_the_middle(arabic.sheet.cards[0].name));
  const Card& card = arabic.sheet.cards[0];
  const Place start = place_of(arabic, card.panels[0].label),
              finish = place_of(arabic, card.panels[1].label);
  BOOST_TEST(start.run.box.left > finish.run.box.left);
  // A title ends where the English one begins, seen in a mirror.
  for (const auto& [here, there] : {std::pair{arabic.sheet.title, english.sheet.title},
                                    std::pair{card.name, english.sheet.cards[0].name}})
    BOOST_TEST(std::abs(width - place_of(arabic, here).run.box.right -
                        place_of(english, there).run.box.left) < 0.5,
               there);
}

BOOST_AUTO_TEST_CASE(figures_are_not_mirrored_with_the_page) {
  const auto arabic = figures_of(spoken("ar")), english = figures_of(spoken("en"));
  BOOST_TEST(arabic.size() >= 2U);
  BOOST_TEST((arabic == english));
}

BOOST_AUTO_TEST_CASE(arabic_is_copied_out_in_the_order_in_which_it_is_read) {
  const Spoken arabic = spoken("ar");
  const std::string text = text_of(arabic, "arabic.pdf");
  const Card& card = arabic.sheet.cards[0];
  BOOST_TEST(text.find(letters_of(card.name)) != std::string::npos);
  for (const std::string& step : card.steps)
    BOOST_TEST(text.find(letters_of(step)) != std::string::npos, step);
  // A stop or colon beside a number has no direction of its own: readers put it on either side.
  const auto without_stops = [](const std::string& line) {
    return replace_all(replace_all(letters_of(line), ".", ""), ":", "");
  };
  for (const std::string& line : card.dose_lines)
    BOOST_TEST(without_stops(text).find(without_stops(line)) != std::string::npos, line);
}

BOOST_AUTO_TEST_CASE(arabic_letters_are_joined_on_paper) {
  const Spoken arabic = spoken("ar");
  const Place name = place_of(arabic, arabic.sheet.cards[0].name);
  const ScratchFile file("joined.pdf", arabic.bytes);
  constexpr int kDots = 300;
  const GreyPicture page = draw_page(file.path(), static_cast<int>(name.page) + 1, kDots);
  const Box& box = name.run.box;
  const double scale = kDots / 72.0, below = box.height() / 2;  // tails hang under the line
  int gaps = 0;
  bool ink_before = false;
  for (int x = static_cast<int>(box.left * scale); x < box.right * scale; ++x) {
    bool ink = false;
    for (int y = static_cast<int>(box.top * scale); y < (box.bottom + below) * scale; ++y)
      ink = ink || page.at(x, y) < 128;
    gaps += ink_before && !ink;
    ink_before = ink;
  }
  const auto letters = static_cast<int>(code_points(letters_of(arabic.sheet.cards[0].name)));
  BOOST_TEST(gaps > 0);
  BOOST_TEST(gaps < letters - 2, gaps << " gaps between " << letters << " letters");
}

BOOST_AUTO_TEST_CASE(polish_letters_and_plurals_stand_on_the_page) {
  const Spoken polish = spoken("pl");
  const std::string text = text_of(polish, "polish.pdf");
  for (const std::string& step : polish.sheet.cards[0].steps)
    BOOST_TEST(text.find(letters_of(step)) != std::string::npos, step);
  const Phrasebook book =
      read_phrasebook(std::string(KINESCRIPT_SOURCE_DIR) + "/tests/data/languages/pl");
  std::set<std::string> forms;
  for (const int n : {1, 2, 5}) forms.insert(book.say("unit.minutes", {{"n", n}}));
  BOOST_TEST(forms.size() == 3U);
  BOOST_TEST(letters_without_font(polish.sheet, noto()).empty());
}

BOOST_AUTO_TEST_CASE(a_text_that_a_language_does_not_have_is_named_and_marked) {
  const std::string folder = std::string(KINESCRIPT_SOURCE_DIR) + "/tests/data/languages/ar";
  const Phrasebook book = read_phrasebook(folder);
  const Translated result =
      translate(sheet_dossier(sheet_plan({{"clamshell"}})), read_translation(folder), book);
  BOOST_TEST(std::count(result.missing.begin(), result.missing.end(), "clamshell") == 1);
  BOOST_TEST(result.dossier.exercises[0].name_patient.find("Clamshell") != std::string::npos);
  BOOST_TEST(result.dossier.exercises[0].name_patient != "Clamshell");
}

BOOST_AUTO_TEST_SUITE_END()
