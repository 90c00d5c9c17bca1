// SPDX-License-Identifier: MIT
// The clinic's logo: kept, drawn at the head of each page, refused when it cannot be drawn.
#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "helpers/desk.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "layout/layout.h"

using namespace kinescript;

namespace {

std::string picture(const std::string& name) {
  return std::string(KINESCRIPT_SOURCE_DIR) + "/tests/data/pictures/" + name;
}

Handout with_logo(Palette palette) {
  Dossier dossier = sheet_dossier(sheet_plan({{"bridge"}}));
  dossier.clinic.logo = read_file(picture("logo.png"));
  return compose(dossier, standard_stationery(), english(), sheet_options(Paper::a4, palette));
}

// Boxes of the pictures of a page.
void gather(const Drawing& drawing, const Matrix& at, std::vector<Box>& boxes) {
  for (const Node& node : drawing) {
    if (const auto* image = std::get_if<Image>(&node)) {
      const Point from = at({image->place.left, image->place.top});
      const Point to = at({image->place.right, image->place.bottom});
      boxes.push_back({from.x, from.y, to.x, to.y});
    } else if (const auto* inner = std::get_if<std::shared_ptr<const Group>>(&node)) {
      gather((*inner)->children, at * (*inner)->transform, boxes);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(logo_test)

BOOST_AUTO_TEST_CASE(it_stands_at_the_top_left_of_every_page_12_mm_high) {
  const Handout sheet = with_logo(Palette::black_and_white);
  const Pages pages = lay_out(sheet, standard_stationery(), Paper::a4, noto());
  BOOST_TEST(pages.pages.size() >= 2U);
  for (const Page& page : pages.pages) {
    std::vector<Box> boxes;
    gather(page.drawing, {}, boxes);
    BOOST_REQUIRE(boxes.size() == 1U);
    BOOST_TEST(std::abs(boxes[0].left - standard_stationery().margin_left) < 0.1);
    BOOST_TEST(boxes[0].top >= standard_stationery().margin_top - 0.1);
    BOOST_TEST(std::abs(boxes[0].height() - 12 * 72 / 25.4) < 0.1);
    BOOST_TEST(std::abs(boxes[0].width() - 2 * boxes[0].height()) < 0.1);  // as the file has it
  }
}

BOOST_AUTO_TEST_CASE(it_is_grey_unless_colour_is_asked_for) {
  const Handout grey = with_logo(Palette::black_and_white), colour = with_logo(Palette::colour);
  const auto is_grey = [](const Image& image) {
    for (std::size_t at = 0; at + 2 < image.pixels->size(); at += 3)
      if ((*image.pixels)[at] != (*image.pixels)[at + 1]) return false;
    return true;
  };
  BOOST_TEST(is_grey(*grey.header.logo));
  BOOST_TEST(!is_grey(*colour.header.logo));
}

BOOST_AUTO_TEST_CASE(a_clinic_sets_it_prints_it_and_takes_it_away) {
  Desk desk("logo");
  const std::string record = desk.add_patient();
  desk.done({"plan", "new", record, "--template", "low-back-mini"});
  const std::string file = (desk.folder / "handout.pdf").string();
  const auto pictures = [&] {
    desk.done({"handout", record + "/draft", "-o", file});
    return run_tool("pdfimages -list " + file).out;
  };
  BOOST_TEST(!contains(pictures(), "image"));
  desk.done({"clinic", "set", "--logo", picture("logo.png")});
  BOOST_TEST(contains(pictures(), "image"));
  const std::string kept = read_file(desk.file);
  // Sealed: neither as it is nor in base64.
  for (const char* of_it : {"PNG\r\n", "iVBORw0KGgo"})
    BOOST_TEST(kept.find(of_it) == std::string::npos, of_it);
  desk.done({"clinic", "set", "--logo", ""});
  BOOST_TEST(!contains(pictures(), "image"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_drawn_is_refused_with_the_way_out) {
  Desk desk("broken_logo");
  const std::string logo = read_file(picture("logo.png"));
  const ScratchFile half("half.png", logo.substr(0, logo.size() / 2));
  desk.fails(1, {"clinic", "set", "--logo", half.path()}, {"half.png", "damaged"});
  desk.fails(1, {"clinic", "set", "--logo", picture("100_megapixels.png")},
             {"100_megapixels.png", "too large", "4000"});
  const ScratchFile text("text.png", "no picture");
  desk.fails(1, {"clinic", "set", "--logo", text.path()}, {"PNG or JPEG"});
  BOOST_TEST(desk.json({"clinic", "show"})["logo"] == false);
}

BOOST_AUTO_TEST_SUITE_END()
