// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "base/error.h"
#include "helpers/fonts.h"
#include "text/breaks.h"
#include "text/clean.h"
#include "text/measure.h"

using namespace kinescript;

namespace {

std::vector<GlyphRun> set(std::string_view text, std::string_view language = "en",
                          double size = 10) {
  return shape_line(noto(), Weight::regular, size, Colour::black(), {0, 0}, text, language);
}

std::string joined(const std::vector<Word>& words) {
  std::string all;
  for (const Word& word : words) all += "[" + word.text + "]" + (word.ends_line ? "|" : "");
  return all;
}

bool has_notdef(const std::vector<GlyphRun>& runs) {
  for (const GlyphRun& run : runs)
    if (std::any_of(run.glyphs.begin(), run.glyphs.end(), [](const Glyph& g) { return g.id == 0; }))
      return true;
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_test)

BOOST_AUTO_TEST_CASE(a_line_is_as_wide_as_its_glyphs_advance) {
  for (const char* text : {"Keep your back flat.", "Zażółć gęślą jaźń", "8–12 × 3, ½ kg",
                           "Knee تمرين 12 الركبة end"}) {
    const auto runs = set(text);
    BOOST_TEST(width(noto(), Weight::regular, 10, text, "en") == width(noto(), runs),
               boost::test_tools::tolerance(1e-9));
    double at = 0;
    for (const GlyphRun& run : runs) {
      BOOST_TEST(run.origin.x == at, boost::test_tools::tolerance(1e-9));
      at += width(noto(), {run});
    }
  }
}

BOOST_AUTO_TEST_CASE(width_grows_with_size_and_adds_up_at_blanks) {
  const auto w = [](double size, const char* text) {
    return width(noto(), Weight::bold, size, text, "en");
  };
  BOOST_TEST(w(20, "Bridge") == 2 * w(10, "Bridge"), boost::test_tools::tolerance(1e-12));
  BOOST_TEST(w(10, "Tall posture") == w(10, "Tall") + w(10, " ") + w(10, "posture"),
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(w(10, "") == 0);
  BOOST_TEST(w(10, "Bridge") > width(noto(), Weight::regular, 10, "Bridge", "en"));
}

BOOST_AUTO_TEST_CASE(av_is_kerned) {
  const auto w = [](const char* text) { return width(noto(), Weight::regular, 1000, text, "en"); };
  BOOST_TEST(w("AV") < w("A") + w("V") - 10);
}

BOOST_AUTO_TEST_CASE(every_byte_of_the_text_belongs_to_a_cluster_also_in_ligatures) {
  const auto runs = set("office ﬁne", "en");
  BOOST_REQUIRE(runs.size() == 1u);
  std::set<std::uint32_t> clusters;
  for (const Glyph& glyph : runs[0].glyphs) clusters.insert(glyph.cluster);
  BOOST_TEST(*clusters.begin() == 0u);
  BOOST_TEST(*clusters.rbegin() < runs[0].text.size());
  const auto arabic = set("لا", "ar");  // lam and alef become one glyph
  BOOST_REQUIRE(arabic.size() == 1u);
  BOOST_TEST(arabic[0].text == "لا");
  BOOST_TEST(arabic[0].glyphs.front().cluster <= 2u);
}

BOOST_AUTO_TEST_CASE(european_languages_vietnamese_and_symbols_have_glyphs) {
  for (const char* text : {"Zażółć gęślą jaźń ŁÓDŹ", "άσκηση γόνατος ΐ ΰ", "упражнение ъёщ",
                           "đầu gối duỗi thẳng Ấ ỗ ẵ Ữ", "→ ← ✓ ☐ ≥ ½ × – • °", "घुटने का व्यायाम",
                           "แบบฝึกหัด", "გამარჯობა"})
    for (const Weight weight : {Weight::regular, Weight::bold}) {
      const auto runs = shape_line(noto(), weight, 10, Colour::black(), {0, 0}, text, "en");
      BOOST_TEST(!has_notdef(runs), text);
      BOOST_TEST(unprintable(noto(), weight, text).empty(), text);
    }
}

BOOST_AUTO_TEST_CASE(arabic_runs_from_right_to_left_and_is_joined) {
  const auto runs = set("تمرين", "ar");
  BOOST_REQUIRE(runs.size() == 1u);
  BOOST_TEST(runs[0].right_to_left);
  BOOST_TEST(runs[0].glyphs.front().cluster > runs[0].glyphs.back().cluster);
  const Face& face = noto().face(runs[0].face);
  // The isolated letter is another glyph than the joined one.
  BOOST_TEST(runs[0].glyphs.back().id != face.glyph(U'ت'));
}

BOOST_AUTO_TEST_CASE(mixed_lines_are_ordered_for_the_eye) {
  const auto runs = set("abc تمرين def", "en");
  BOOST_REQUIRE(runs.size() == 3u);
  BOOST_TEST(runs[0].text == "abc ");
  BOOST_TEST(runs[1].text == "تمرين");
  BOOST_TEST(runs[2].text == " def");
  const auto turned = set("abc تمرين def", "ar");
  BOOST_REQUIRE(turned.size() >= 3u);
  BOOST_TEST(turned.front().text == "def");
  BOOST_TEST(turned.back().text == "abc");
}

BOOST_AUTO_TEST_CASE(letters_without_a_font_become_a_visible_sign_and_are_named) {
  const auto runs = set("膝 knee");
  BOOST_REQUIRE(!runs.empty());
  BOOST_TEST(runs[0].text.substr(0, 3) == "\uFFFD");
  BOOST_TEST(!has_notdef(runs));
  const auto names = unprintable(noto(), Weight::regular, "膝 knee 膝");
  BOOST_TEST(names.size() == 1u);
  BOOST_TEST(static_cast<std::uint32_t>(names[0]) == 0x819Du);
}

BOOST_AUTO_TEST_CASE(text_is_cleaned_on_the_way_in) {
  BOOST_TEST(clean_text("e\u0301\r\n\tx\u0007\u00AD\uFEFF\u0085y") == "é\n x\ny");
  BOOST_CHECK_THROW(clean_text("caf\xE9"), Error);
  BOOST_CHECK_THROW(width(noto(), Weight::regular, 10, "\xFF", "en"), Error);
  BOOST_CHECK_THROW(set("\xC0\x80"), Error);
  BOOST_CHECK_THROW(break_opportunities("\xED\xA0\x80", "en"), Error);
  BOOST_TEST(width(noto(), Weight::regular, 10, "e\u0301", "en") ==
             width(noto(), Weight::regular, 10, "é", "en"));
}

BOOST_AUTO_TEST_CASE(lines_break_at_blanks_and_hyphens_and_never_in_a_range_of_numbers) {
  BOOST_TEST(joined(break_opportunities("Do 8–12 sit-ups.\nRest", "en")) ==
             "[Do][8–12][sit-][ups.]|[Rest]");
  BOOST_TEST(joined(break_opportunities("5\u00A0kg (2.5 each)", "en")) ==
             "[5\u00A0kg][(2.5][each)]");
  BOOST_TEST(joined(break_opportunities("a\n\nb", "en")) == "[a]|[]|[b]");
  BOOST_TEST(break_opportunities("", "en").empty());
  BOOST_TEST(break_opportunities("แบบฝึกหัดเข่า", "th").size() > 1u);
}

BOOST_AUTO_TEST_CASE(words_and_blanks_give_the_text_back) {
  const std::string text = "One  two, three—four; Zażółć";
  std::string again;
  for (const Word& word : break_opportunities(text, "pl")) again += word.text + word.blank;
  BOOST_TEST(again == text);
  BOOST_TEST(letters("ỗ a\u0301x").size() == 4u);
}

BOOST_AUTO_TEST_CASE(shaped_words_are_kept_and_can_be_forgotten) {
  const Faces faces = Faces::load(noto_sans_paths(font_folders()));
  width(faces, Weight::regular, 10, "Ludmila Ludmila", "en");
  BOOST_TEST(faces.shaper().cached() == 2u);  // the word and the blank
  faces.forget_words();
  BOOST_TEST(faces.shaper().cached() == 0u);
}

BOOST_AUTO_TEST_CASE(the_cache_of_words_is_bounded) {
  const Faces faces = Faces::load(noto_sans_paths(font_folders()));
  for (int i = 0; i < 21000; ++i) width(faces, Weight::regular, 10, "w" + std::to_string(i), "en");
  BOOST_TEST(faces.shaper().cached() <= 20000u);
}

BOOST_AUTO_TEST_CASE(missing_fonts_say_the_way_out) {
  try {
    noto_sans_paths({KINESCRIPT_TEST_SCRATCH "/no-fonts-here"});
    BOOST_ERROR("no error");
  } catch (const Error& error) {
    BOOST_TEST((error.kind() == ErrorKind::not_found));
    BOOST_TEST(error.message().find("fonts-noto-core") != std::string::npos);
  }
  BOOST_CHECK_THROW(Face::open(KINESCRIPT_SOURCE_DIR "/CMakeLists.txt"), Error);
  BOOST_CHECK_THROW(Face::open("nowhere.ttf"), Error);
}

BOOST_AUTO_TEST_CASE(measures_of_the_line_are_those_of_noto_sans) {
  const LineMetrics m = noto().metrics(Weight::regular, 100);
  BOOST_TEST(m.ascent == 106.9, boost::test_tools::tolerance(0.001));
  BOOST_TEST(m.descent == 29.3, boost::test_tools::tolerance(0.001));
  BOOST_TEST(m.cap_height == 71.4, boost::test_tools::tolerance(0.001));
  BOOST_TEST(m.x_height == 53.6, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(outlines_hang_on_the_baseline) {
  const Face& face = noto().face(0);
  const auto box = extent({Fill{face.outline(face.glyph(U'H')), Colour::black()}});
  BOOST_REQUIRE(box.has_value());
  BOOST_TEST(box->bottom == 0, boost::test_tools::tolerance(0.001));
  BOOST_TEST(box->top == -714, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_SUITE_END()
