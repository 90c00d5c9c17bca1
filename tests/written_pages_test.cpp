// SPDX-License-Identifier: MIT
// The written PDF read again by other programs, in every layout: where its words stand, how large
// they are, what is told of its pictures, and what a one-bit printer leaves of it.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "layout/layout.h"
#include "layout/placed.h"
#include "render/pdf.h"

using namespace kinescript;

namespace {

struct Written {
  Stationery layout;
  Handout sheet;
  Pages pages;
  std::string bytes;
};

Written written(const std::string& name) {
  Stationery layout =
      read_stationery(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/layouts/" + name + ".toml");
  layout.most_pages = 0;
  Handout sheet =
      compose(routine_dossier(), layout, english(), sheet_options(Paper::a4, Palette::black_and_white, 2));
  Pages pages = lay_out(sheet, layout, Paper::a4, noto());
  PdfWriter writer(noto());
  std::string bytes = writer.write(pages);
  return {std::move(layout), std::move(sheet), std::move(pages), std::move(bytes)};
}

const std::vector<std::string> kLayouts = {"standard", "large", "compact"};

struct Word {
  Box box;
  std::string text;
};

double number_after(const std::string& line, const std::string& key) {
  return std::stod(line.substr(line.find(key) + key.size()));
}

// Words by page, as pdftotext sees them.
std::vector<std::vector<Word>> words_in(const std::string& path) {
  std::vector<std::vector<Word>> pages;
  for (const std::string& line : split(run_tool("pdftotext -bbox " + path + " -").out, "\n")) {
    if (line.find("<page ") != std::string::npos) pages.emplace_back();
    if (line.find("<word ") == std::string::npos) continue;
    const std::size_t from = line.find('>') + 1;
    pages.back().push_back({{number_after(line, "xMin=\""), number_after(line, "yMin=\""),
                             number_after(line, "xMax=\""), number_after(line, "yMax=\"")},
                            line.substr(from, line.find("</word>") - from)});
  }
  return pages;
}

// What the PDF's elements say instead of a picture (/Alt), as qpdf reads them: "u:" and the text.
std::set<std::string> alternatives_in(const std::string& path) {
  std::set<std::string> texts;
  const auto file = nlohmann::json::parse(run_tool("qpdf --json " + path).out);
  for (const auto& object : file["qpdf"][1])
    if (object.contains("value") && object["value"].is_object() && object["value"].contains("/Alt"))
      texts.insert(object["value"]["/Alt"].get<std::string>().substr(2));
  return texts;
}

// A one-bit page as pdftoppm halftones it: true = ink.
struct OneBit {
  int width = 0, height = 0;
  std::string rows;
  bool ink(int x, int y) const {
    const int row = (width + 7) / 8;
    return static_cast<unsigned char>(rows[static_cast<std::size_t>(y * row + x / 8)]) >>
               (7 - x % 8) &
           1;
  }
};
OneBit one_bit_page(const std::string& path, int page) {
  const std::string number = std::to_string(page);
  const std::string pbm =
      run_tool("pdftoppm -mono -r 300 -f " + number + " -l " + number + " " + path).out;
  OneBit bits;
  std::size_t at = 3;  // after "P4\n"
  const auto number_here = [&] {
    const std::size_t end = pbm.find_first_of(" \n", at);
    const int value = std::stoi(pbm.substr(at, end - at));
    at = end + 1;
    return value;
  };
  bits.width = number_here();
  bits.height = number_here();
  bits.rows = pbm.substr(at);
  return bits;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(written_pages_test)

BOOST_AUTO_TEST_CASE(no_word_is_smaller_than_its_layout_allows_or_outside_the_margins) {
  for (const std::string& name : kLayouts) {
    const Written it = written(name);
    const ScratchFile file("written_" + name + ".pdf", it.bytes);
    // A reader's box of a word is as high as the font's ascent and descent.
    const LineMetrics solid = noto().metrics(Weight::regular, 1);
    for (const auto& page : words_in(file.path())) {
      BOOST_TEST(page.size() > 20U);
      for (const Word& word : page) {
        BOOST_TEST(word.box.height() / (solid.ascent + solid.descent) >= it.layout.least - 0.1,
                   name << ": " << word.text);
        BOOST_TEST(word.box.left >= it.layout.margin_left - 0.5, name << ": " << word.text);
        BOOST_TEST(word.box.right <= 595.28 - it.layout.margin_right + 0.5,
                   name << ": " << word.text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(each_figure_tells_its_movement_and_never_only_its_name) {
  for (const std::string& name : kLayouts) {
    const Written it = written(name);
    const ScratchFile file("told_" + name + ".pdf", it.bytes);
    const std::set<std::string> told = alternatives_in(file.path());
    for (const Card& card : it.sheet.cards) {
      BOOST_TEST(told.count(card.alternative) == 1U, name << ": " << card.alternative);
      BOOST_TEST(card.alternative != card.name);
      for (const std::string& step : card.steps) BOOST_TEST(card.alternative != step);
    }
  }
}

// Half toning breaks letters of grey; ours are black, so each whole dark dot stays ink.
BOOST_AUTO_TEST_CASE(letters_stay_whole_on_a_one_bit_printer) {
  for (const std::string& name : kLayouts) {
    const Written it = written(name);
    const ScratchFile file("one_bit_" + name + ".pdf", it.bytes);
    for (const int page : {1, 2}) {
      const GreyPicture grey = draw_page(file.path(), page, 300);
      const OneBit bits = one_bit_page(file.path(), page);
      BOOST_REQUIRE(bits.width == grey.width);
      long dark = 0, lost = 0;
      for (const PlacedText& run :
           placed_text(it.pages.pages[static_cast<std::size_t>(page - 1)], noto())) {
        if (run.in_figure || run.colour == Colour::white()) continue;
        const double scale = 300 / 72.0;
        for (int y = static_cast<int>(run.box.top * scale); y < run.box.bottom * scale; ++y)
          for (int x = static_cast<int>(run.box.left * scale); x < run.box.right * scale; ++x)
            if (grey.at(x, y) == 0) ++dark, lost += !bits.ink(x, y);
      }
      BOOST_TEST(dark > 10000);
      BOOST_TEST(lost == 0, name << ": " << lost << " of " << dark);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
