// SPDX-License-Identifier: MIT
#include "handout/stationery.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "helpers/sheet.h"

using namespace kinescript;

namespace {

constexpr double kMillimetre = 72 / 25.4;

// What reading says of the shipped layout with one text replaced by another.
std::string fault_with(const std::string& from, const std::string& to) {
  const std::string text =
      read_file(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/layouts/standard.toml");
  BOOST_REQUIRE(text.find(from) != std::string::npos);
  const std::filesystem::path folder =
      std::filesystem::path(KINESCRIPT_TEST_SCRATCH) / "stationery";
  std::filesystem::create_directories(folder);
  write_atomically(folder / "mine.toml", replace_all(text, from, to));
  try {
    read_stationery(folder / "mine.toml");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stationery_test)

BOOST_AUTO_TEST_CASE(the_file_gives_millimetres_and_the_program_has_points) {
  const Stationery& standard = standard_stationery();
  BOOST_TEST(standard.margin_left == 14 * kMillimetre, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(standard.body == 12);
  BOOST_TEST(standard.content_width(Paper::a4) == 182 * kMillimetre,
             boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_picture_is_never_narrower_than_80_mm) {
  BOOST_TEST(standard_stationery().picture_width >= 80 * kMillimetre - 1e-9);
}

BOOST_AUTO_TEST_CASE(a_size_under_the_least_is_refused_with_its_line) {
  const std::string fault = fault_with("side_tag = 12\n", "side_tag = 11\n");
  BOOST_TEST(fault.find("mine.toml:") == 0U);
  BOOST_TEST(fault.find("side_tag") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_finger_is_named) {
  BOOST_TEST(fault_with("gutter = 6", "guter = 6").find("Did you mean \"gutter\"?") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_missing_or_absurd_is_refused) {
  BOOST_TEST(fault_with("hang = 4.8\n", "").find("\"hang\"") != std::string::npos);
  BOOST_TEST(fault_with("hang = 4.8\n", "hang = -1\n").find("out of range") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(only_known_papers_are_taken) {
  BOOST_TEST((paper_from("letter") == Paper::letter));
  BOOST_TEST(!paper_from("a5").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
