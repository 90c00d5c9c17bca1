// SPDX-License-Identifier: MIT
// An exercise that the clinic writes itself, in the window.
#include <wx/listbox.h>

#include <boost/test/unit_test.hpp>

#include "app/own_exercises.h"
#include "base/files.h"
#include "gui/frame.h"
#include "helpers/tool.h"
#include "window/sitting.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

void write_one(Sitting& sitting, bool finish = true) {
  sitting.frame->desk().own_exercise();
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Title, as the patient reads it"); }));
  field(sitting.frame, "Title")->SetValue("Towel squeeze");
  field(sitting.frame, "Steps, one a line")->SetValue("Sit.\nSqueeze the towel.");
  field(sitting.frame, "Repetitions")->SetValue("6-8");
  const char* photo = KINESCRIPT_SOURCE_DIR "/tests/data/pictures/logo.png";
  field(sitting.frame, "Photo of the start")->SetValue(photo);
  if (finish) field(sitting.frame, "Photo of the finish")->SetValue(photo);
  save_picture(sitting, "own.png");
  sitting.press("Add exercise");
  BOOST_TEST_REQUIRE(until(
      [&] { return sitting.editor().catalog().find(ExerciseId{"own-towel-squeeze"}) != nullptr; }));
  BOOST_TEST(named(sitting.frame, "Towel squeeze is in the catalog, not checked for safety."));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(window_own_exercise_test)

BOOST_AUTO_TEST_CASE(it_is_written_found_prescribed_and_said_to_be_unchecked) {
  Sitting sitting("own_exercise", "");
  sitting.choose("hal", WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  write_one(sitting);
  sitting.search()->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  sitting.add("towel sq", 1);
  const auto items = sitting.stored().items;
  BOOST_TEST(items.front().exercise.text == "own-towel-squeeze");
  BOOST_TEST(items.front().dose.count.max == 8);
  bool unchecked = false;
  for (const Finding& finding : sitting.editor().findings())
    unchecked = unchecked || finding.code == "own_exercise";
  BOOST_TEST(unchecked);
  save_picture(sitting, "added.png");
  sitting.key('E', wxMOD_CONTROL);
  const fs::path pdf = sitting.folder / "handout.pdf";
  BOOST_TEST_REQUIRE(until([&] { return fs::exists(pdf); }));
  const std::string text = run_tool("pdftotext '" + pdf.string() + "' -").out;
  for (const char* told : {"Towel squeeze", "Squeeze the towel.", "6 to 8"})
    BOOST_TEST(text.find(told) != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(a_movement_with_one_photo_is_not_issued_and_the_reason_is_told) {
  Sitting sitting("own_stopped", "");
  sitting.choose("hal", WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  write_one(sitting, false);
  sitting.editor().add(ExerciseId{"own-towel-squeeze"});
  sitting.key('E', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return named(sitting.frame, "Not issued: the handout fails check 53"); }));
  BOOST_TEST(!fs::exists(sitting.folder / "handout.pdf"));
  BOOST_TEST(sitting.editor().number() == 0);
}

BOOST_AUTO_TEST_CASE(it_is_not_taken_out_while_a_draft_has_it_and_goes_after_the_issue) {
  Sitting sitting("own_out", "");
  sitting.choose("hal", WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  write_one(sitting);
  sitting.editor().add(ExerciseId{"own-towel-squeeze"});
  const auto take_out = [&] {
    sitting.frame->desk().own_exercise();
    BOOST_TEST_REQUIRE(until([&] { return has_focus("Title, as the patient reads it"); }));
    control<wxListBox>(sitting.frame, "Own exercises that are there")->SetSelection(0);
    sitting.press("Take out");
  };
  const fs::path file =
      own_exercise_folder(sitting.folder / "clinic.ksc") / "own-towel-squeeze.toml";
  take_out();
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "1 draft has this exercise"); }));
  BOOST_TEST(fs::exists(file));
  save_picture(sitting, "refused.png");
  BOOST_TEST_REQUIRE(sitting.editor().issue().head.has_value());
  const PlanId issued = sitting.editor().plan().id;
  const std::string stored = sitting.session.store.pdf(issued);
  take_out();
  BOOST_TEST_REQUIRE(until([&] { return !fs::exists(file); }));
  BOOST_TEST(until([&] { return named(sitting.frame, "Taken out. Issued plans keep it."); }));
  BOOST_TEST(!sitting.editor().catalog().find(ExerciseId{"own-towel-squeeze"}));
  BOOST_TEST((sitting.editor().pdf(issued, {}, Action::print) == stored));
  save_picture(sitting, "gone.png");
}

BOOST_AUTO_TEST_SUITE_END()
