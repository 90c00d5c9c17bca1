// SPDX-License-Identifier: MIT
// The catalog's order follows what this clinician gives most.
#include <boost/test/unit_test.hpp>

#include "gui/frame.h"
#include "window/sitting.h"

using namespace kinescript;

BOOST_AUTO_TEST_SUITE(window_usage_test)

BOOST_AUTO_TEST_CASE(what_was_issued_is_first_in_the_catalog_at_once_and_the_line_says_why) {
  Sitting sitting("usage", "EX-0002");
  pick(sitting, "Filter by region", "Ankle foot");
  sitting.search()->SetFocus();
  const std::size_t before = sitting.editor().plan().items.size();
  sitting.add("heel raise", before + 1);  // not the first of its region
  const ExerciseId given = sitting.editor().plan().items.back().exercise;
  BOOST_TEST_REQUIRE(given.text == "heel-raise");
  sitting.key('P', wxMOD_CONTROL | wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  sitting.search()->SetValue("");
  BOOST_TEST(until([&] { return named(sitting.frame, "13 of 169 · most used by you first"); }));
  save_picture(sitting, "most-used.png");
  sitting.search()->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  sitting.key(WXK_RETURN);  // the first of the list
  BOOST_TEST_REQUIRE(until([&] { return sitting.editor().plan().items.size() == before + 2; }));
  int raises = 0;
  for (const PlanItem& item : sitting.stored().items) raises += item.exercise == given ? 1 : 0;
  BOOST_TEST(raises == 2);
}

BOOST_AUTO_TEST_SUITE_END()
