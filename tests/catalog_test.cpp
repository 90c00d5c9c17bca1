// SPDX-License-Identifier: MIT
#include "catalog/catalog.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

const Catalog& shipped() {
  static const Catalog catalog = read_catalog(fs::path(KINESCRIPT_SOURCE_DIR) / "db");
  return catalog;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalog_test)

BOOST_AUTO_TEST_CASE(nothing_of_the_clinical_data_is_missing) {
  std::size_t rules = 0, variants = 0;
  for (const auto& exercise : shipped().exercises) {
    rules += exercise.rules.size();
    variants += exercise.variant_of ? 1 : 0;
  }
  BOOST_TEST(shipped().exercises.size() == 27u);
  BOOST_TEST(variants == 8u);
  BOOST_TEST(rules == 527u);
  BOOST_TEST(shipped().precautions.size() == 39u);
  BOOST_TEST(shipped().tags.size() == 79u);
  BOOST_TEST(shipped().tag_rules.size() == 344u);
  BOOST_TEST(shipped().stop_box.size() == 52u);
  BOOST_TEST(shipped().pain_rule.size() == 6u);
}

BOOST_AUTO_TEST_SUITE_END()
