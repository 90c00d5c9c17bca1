// SPDX-License-Identifier: MIT
// A clinician's own stars in the catalog.
#include "app/favourites.h"

#include <wx/button.h>
#include <wx/image.h>

#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "gui/frame.h"
#include "window/sitting.h"

using namespace kinescript;

BOOST_AUTO_TEST_SUITE(window_favourites_test)

BOOST_AUTO_TEST_CASE(a_star_marks_a_favourite_and_mine_shows_only_those) {
  Sitting sitting("favourites", "EX-0002");
  const auto file = favourites_file(sitting.folder / "clinic.ksc");
  sitting.press("Only my favourites");
  BOOST_TEST_REQUIRE(until(
      [&] { return named(sitting.frame, "No favourites yet. Press * on an exercise to keep"); }));
  save_picture(sitting, "none.png");
  sitting.press("Only my favourites, on");
  BOOST_TEST_REQUIRE(until([&] { return !named(sitting.frame, "No favourites yet"); }));
  sitting.search()->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  sitting.type("clamshell");
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->GetValue() == "clamshell"; }));
  sitting.key('*', wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return std::filesystem::exists(file); }));
  BOOST_TEST(read_file(file) == sitting.session.actor.id.text + " clamshell\n");
  BOOST_TEST(sitting.search()->GetValue() == "clamshell");  // the star was not typed
  sitting.press("Only my favourites");
  sitting.search()->SetValue("");
  BOOST_TEST(until([&] { return named(sitting.frame, "1 of ") != nullptr; }));
  save_picture(sitting, "one.png");
  sitting.search()->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.editor().plan().items.size() == 4; }));
  int clamshells = 0;
  for (const PlanItem& item : sitting.stored().items)
    clamshells += item.exercise.text == "clamshell" ? 1 : 0;
  BOOST_TEST(clamshells == 1);
  sitting.key('*', wxMOD_SHIFT);
  BOOST_TEST(until([&] { return named(sitting.frame, "No favourites yet") != nullptr; }));
  BOOST_TEST(read_file(file).empty());
}

BOOST_AUTO_TEST_SUITE_END()
