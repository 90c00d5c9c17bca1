// SPDX-License-Identifier: MIT
// The plan on the table becomes a template of the clinic, without what is of the patient.
#include <wx/checkbox.h>

#include <boost/test/unit_test.hpp>

#include "app/clinic_templates.h"
#include "base/files.h"
#include "gui/frame.h"
#include "window/sitting.h"

using namespace kinescript;

BOOST_AUTO_TEST_SUITE(save_template_test)

BOOST_AUTO_TEST_CASE(what_is_left_out_is_listed_first_and_the_file_holds_nothing_of_the_patient) {
  Sitting sitting("template", "EX-0001");
  sitting.add("bridge", 1);
  const ItemId bridge = sitting.editor().plan().items.front().id;
  sitting.editor().set(bridge, {.note = "As Margaret did it on Monday"});
  sitting.key('T', wxMOD_CONTROL | wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Name of the template"); }));
  BOOST_TEST(named(sitting.frame, "Left out: the patient, the dates, 1 note."));
  auto* notes = control<wxCheckBox>(sitting.frame, "Keep the notes");
  notes->SetFocus();
  sitting.key(WXK_SPACE);
  BOOST_TEST_REQUIRE(until([&] { return notes->GetValue(); }));
  BOOST_TEST(named(sitting.frame, "Left out: the patient, the dates, 1 note."));  // it names her
  save_picture(sitting, "template.png");
  auto* name = field(sitting.frame, "Name of the template");
  name->SetFocus();
  name->SetValue("For Whitfield");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "The template's name tells"); }));
  const auto folder = template_folder(sitting.folder / "clinic.ksc");
  BOOST_TEST(!std::filesystem::exists(folder / "for-whitfield.toml"));
  name->SetValue("Lift the hips");
  sitting.key(WXK_RETURN);
  const auto file = folder / "lift-the-hips.toml";
  BOOST_TEST_REQUIRE(until([&] { return std::filesystem::exists(file); }));
  const std::string text = read_file(file);
  BOOST_TEST(text.find("bridge") != std::string::npos, text);
  for (const char* of_patient : {"Margaret", "Whitfield", "EX-0001", "stenosis", "2026"})
    BOOST_TEST(text.find(of_patient) == std::string::npos, of_patient << " is in: " << text);
}

BOOST_AUTO_TEST_CASE(a_saved_template_is_offered_for_the_next_patient) {
  Sitting sitting("template_used", "EX-0001");
  sitting.add("bridge", 1);
  sitting.key('T', wxMOD_CONTROL | wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Name of the template"); }));
  field(sitting.frame, "Name of the template")->SetValue("Lift the hips");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Saved as template"); }));
  sitting.editor().open(sitting.session.store.find_patient("EX-0003").id);
  sitting.key('T', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Find a template"); }));
  auto* find = field(sitting.frame, "Find a template");
  sitting.type("lift");
  BOOST_TEST_REQUIRE(until([&] { return find->GetValue() == "lift"; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.editor().plan().items.size() == 1; }));
  BOOST_TEST(sitting.stored().items.front().exercise.text == "bridge");
}

BOOST_AUTO_TEST_SUITE_END()
