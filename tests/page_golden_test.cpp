// SPDX-License-Identifier: MIT
// Every layout's pages as somebody has looked at them. After a change that is meant:
//   KINESCRIPT_GOLDEN=write build/tests/core_test --run_test=page_golden_test
// then look at each picture that changed, and commit it.
#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "base/files.h"
#include "draw/decode.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "layout/layout.h"
#include "render/pdf.h"

using namespace kinescript;

namespace {

constexpr int kDots = 72;  // an inch

std::string golden_path(const std::string& name) {
  return std::string(KINESCRIPT_SOURCE_DIR) + "/tests/golden/pages/" + name + ".png";
}

GreyPicture golden(const std::string& name) {
  const Image image = decode_image(read_file(golden_path(name)));
  GreyPicture grey{image.width, image.height, {}};
  for (std::size_t at = 0; at < image.pixels->size(); at += image.has_alpha ? 4 : 3)
    grey.pixels += static_cast<char>((*image.pixels)[at]);
  return grey;
}

void compare(const std::string& layout_name, Paper paper, int pages) {
  Stationery layout = read_stationery(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/layouts/" +
                                      layout_name + ".toml");
  layout.most_pages = 0;
  const Handout sheet = compose(routine_dossier(), layout, english(),
                                sheet_options(paper, Palette::black_and_white, 2));
  PdfWriter writer(noto());
  const ScratchFile file(layout_name + "_golden.pdf",
                         writer.write(lay_out(sheet, layout, paper, noto())));
  for (int page = 1; page <= pages; ++page) {
    const std::string name =
        layout_name + "-" + std::string(word(paper)) + "-" + std::to_string(page);
    if (std::getenv("KINESCRIPT_GOLDEN") != nullptr) {
      const std::string path = golden_path(name), number = std::to_string(page);
      run_tool("pdftoppm -gray -png -singlefile -r " + std::to_string(kDots) + " -f " + number +
               " " + file.path() + " " + path.substr(0, path.size() - 4));
    }
    const GreyPicture is = draw_page(file.path(), page, kDots), was = golden(name);
    BOOST_REQUIRE(is.width == was.width && is.height == was.height);
    BOOST_TEST(blocks_that_differ(is, was) == 0, name);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_golden_test)

BOOST_AUTO_TEST_CASE(standard_looks_as_it_was_looked_at) {
  compare("standard", Paper::a4, 4);
  compare("standard", Paper::letter, 1);
}
BOOST_AUTO_TEST_CASE(large_print_looks_as_it_was_looked_at) { compare("large", Paper::a4, 3); }
BOOST_AUTO_TEST_CASE(compact_looks_as_it_was_looked_at) { compare("compact", Paper::a4, 2); }

BOOST_AUTO_TEST_SUITE_END()
