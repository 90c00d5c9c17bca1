// SPDX-License-Identifier: MIT
// F1: every key that a menu has stands on the sheet.
#include <wx/menu.h>

#include <boost/test/unit_test.hpp>

#include "gui/frame.h"
#include "gui/style.h"
#include "window/sitting.h"

using namespace kinescript;

BOOST_AUTO_TEST_SUITE(window_key_sheet_test)

BOOST_AUTO_TEST_CASE(f1_shows_every_key_that_a_menu_has_and_escape_closes_it) {
  Sitting sitting("keys", "EX-0001");
  sitting.key(WXK_F1);
  wxWindow* sheet = nullptr;
  BOOST_TEST_REQUIRE(until([&] { return (sheet = named(sitting.frame, "Keys")) != nullptr; }));
  int keys = 0;
  const wxMenuBar* bar = sitting.frame->GetMenuBar();
  for (std::size_t menu = 0; menu < bar->GetMenuCount(); ++menu)
    for (const wxMenuItem* item : bar->GetMenu(menu)->GetMenuItems()) {
      const std::string key = utf8(item->GetItemLabel().AfterFirst('\t'));
      if (key.empty()) continue;
      ++keys;
      BOOST_TEST(named(sheet, key) != nullptr, key);
    }
  BOOST_TEST(keys > 15);
  const wxRect inside(sitting.frame->GetClientSize());
  BOOST_TEST(inside.Contains(sheet->GetRect()));
  save_picture(sitting, "keys.png");
  sitting.key(WXK_ESCAPE);
  BOOST_TEST(until([&] { return named(sitting.frame, "Keys") == nullptr; }));
}

BOOST_AUTO_TEST_SUITE_END()
