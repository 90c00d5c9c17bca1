// SPDX-License-Identifier: MIT
// Exercises dragged with the mouse, in the program and from the catalog into it.
#include <boost/test/unit_test.hpp>

#include "gui/frame.h"
#include "gui/screens.h"
#include "gui/style.h"
#include "window/hand.h"
#include "window/sitting.h"

using namespace kinescript;

namespace {

std::string order(const Plan& plan) {
  std::string all;
  for (const PlanItem& item : plan.items) all += (all.empty() ? "" : " ") + item.exercise.text;
  return all;
}

constexpr const char* kBefore = "drawing-in bridge bird-dog";  // core, strength, strength

// Its draft is in the file, all three rows are shown.
struct Dragging : Sitting {
  explicit Dragging(const std::string& name) : Sitting(name, "EX-0002") {
    BOOST_TEST_REQUIRE(order(stored()) == kBefore);
    BOOST_TEST_REQUIRE(until([this] { return named(frame, "Repetitions of Bird dog"); }));
  }
  // A row of the program, by the number field of its exercise.
  wxRect row(const std::string& exercise) const {
    wxWindow* cell = named(frame, "Repetitions of " + exercise);
    BOOST_TEST_REQUIRE(cell, exercise);
    return cell->GetParent()->GetScreenRect();
  }
  // Its dots; and the lower and the upper part of a row, beside its fields.
  wxPoint dots(const std::string& exercise) const {
    return row(exercise).GetTopLeft() + wxPoint(8, row(exercise).height / 2);
  }
  wxPoint upper(const std::string& exercise) const {
    return row(exercise).GetTopLeft() + wxPoint(150, 6);
  }
  wxPoint lower(const std::string& exercise) const {
    return row(exercise).GetBottomLeft() + wxPoint(150, -6);
  }
  // As the screen has it now; the picture is kept, to be looked at.
  bool line_above(const std::string& exercise) const {
    const wxImage image = picture_of(frame);
    if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);
    image.SaveFile(words((folder / ("line above " + exercise + ".png")).string()),
                   wxBITMAP_TYPE_PNG);
    const wxPoint at = row(exercise).GetTopLeft() - frame->GetScreenPosition() + wxPoint(300, 1);
    return wxColour(image.GetRed(at.x, at.y), image.GetGreen(at.x, at.y),
                    image.GetBlue(at.x, at.y)) == tokens().accent;
  }
  // Ctrl+Z once is enough, and no more is there to undo.
  void check_one_step(const std::string& step) {
    BOOST_TEST(editor().undo_step() == step);
    key('Z', wxMOD_CONTROL);
    BOOST_TEST(until([this] { return order(stored()) == kBefore; }));
    BOOST_TEST(editor().undo_step() == "");
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(drag_test)

BOOST_AUTO_TEST_CASE(a_row_is_dragged_by_its_dots_into_another_section_in_one_step) {
  Dragging sitting("drag_row");
  bool line_on_screen = false;
  drag(sitting.dots("Bird dog"), sitting.upper("Drawing-in"),
       [&] { line_on_screen = sitting.line_above("Drawing-in"); });
  BOOST_TEST(line_on_screen);
  BOOST_TEST(until([&] { return order(sitting.stored()) == "bird-dog drawing-in bridge"; }));
  BOOST_TEST((sitting.stored().items.front().section == Section::core));
  BOOST_TEST(!sitting.line_above("Bird dog"));
  sitting.check_one_step("move Bird dog");
}

BOOST_AUTO_TEST_CASE(a_row_is_dragged_within_its_section_by_its_name) {
  Dragging sitting("drag_within");
  const wxPoint name = sitting.dots("Bridge") + wxPoint(130, -8);
  drag(name, sitting.lower("Bird dog"));
  BOOST_TEST(until([&] { return order(sitting.stored()) == "drawing-in bird-dog bridge"; }));
  sitting.check_one_step("move Bridge, two legs");
}

BOOST_AUTO_TEST_CASE(an_exercise_is_dragged_from_the_catalog_to_a_section_that_is_not_its_own) {
  Dragging sitting("drag_catalog");
  sitting.type("clamshell");
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->GetValue() == "clamshell"; }));
  const wxRect list = named(sitting.frame, "Exercises found")->GetScreenRect();
  drag({list.x + 120, list.y + 30}, sitting.lower("Drawing-in"));
  BOOST_TEST(
      until([&] { return order(sitting.stored()) == "drawing-in clamshell bridge bird-dog"; }));
  BOOST_TEST((sitting.stored().items[1].section == Section::core));
  sitting.check_one_step("add Clamshell");
}

BOOST_AUTO_TEST_CASE(over_a_field_it_drops_on_the_row_and_never_into_the_field) {
  Dragging sitting("drag_field");
  const wxRect cell = named(sitting.frame, "Sets of Drawing-in")->GetScreenRect();
  const std::string sets = to_text(sitting.stored().items.front().dose.sets);
  drag(sitting.dots("Bird dog"), {cell.x + cell.width / 2, cell.y + cell.height / 2 + 6});
  BOOST_TEST(until([&] { return order(sitting.stored()) == "drawing-in bird-dog bridge"; }));
  BOOST_TEST(to_text(sitting.stored().items.front().dose.sets) == sets);
  BOOST_TEST(utf8(field(sitting.frame, "Sets of Drawing-in")->GetValue()) == sets);
}

BOOST_AUTO_TEST_CASE(a_drag_that_ends_outside_changes_nothing) {
  Dragging sitting("drag_outside");
  const wxRect search = sitting.search()->GetScreenRect();
  drag(sitting.dots("Bird dog"), search.GetTopLeft() + wxPoint(20, 10));
  const wxRect frame = sitting.frame->GetScreenRect();
  drag(sitting.dots("Bird dog"), frame.GetBottomRight() + wxPoint(60, 60));
  BOOST_TEST(order(sitting.stored()) == kBefore);
  BOOST_TEST(sitting.editor().undo_step() == "");
  BOOST_TEST(sitting.search()->GetValue() == "");
}

BOOST_AUTO_TEST_SUITE_END()
