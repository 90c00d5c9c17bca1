// SPDX-License-Identifier: MIT
// Printing: what is chosen is what is in the PDF, and what is remembered is in the clinic file.
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/radiobut.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "app/print_choices.h"
#include "base/files.h"
#include "helpers/tool.h"
#include "plan/codec.h"
#include "window/sitting.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

void open_print_form(Sitting& sitting) {
  sitting.key('P', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Print plan ") != nullptr; }));
}

void pick_layout(const Sitting& sitting, const char* name) {
  auto* button = control<wxRadioButton>(sitting.frame, name);
  BOOST_TEST_REQUIRE(button, name);
  button->SetValue(true);
  wxCommandEvent event(wxEVT_RADIOBUTTON, button->GetId());
  event.SetEventObject(button);
  button->GetEventHandler()->ProcessEvent(event);
}

bool letter_paper(const fs::path& pdf) {
  return run_tool("pdfinfo '" + pdf.string() + "'").out.find("612 x 792") != std::string::npos;
}

Dossier issued(const Sitting& sitting) {
  return decode_dossier(sitting.session.store.snapshot(sitting.editor().plan().id));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(print_test)

BOOST_AUTO_TEST_CASE(what_is_chosen_is_printed_kept_and_remembered_sealed_with_the_patient) {
  fs::path folder;
  {
    Sitting sitting("choices", "EX-0001");
    folder = sitting.folder;
    sitting.add("bridge", 1);
    open_print_form(sitting);
    pick_layout(sitting, "Compact");
    pick(sitting, "Paper", "Letter");
    pick(sitting, "Ink", "Colour");
    pick(sitting, "Exercise diary", "2 weeks");
    pick(sitting, "Copies", "3");
    BOOST_TEST_REQUIRE(until([&] {
      return named(sitting.frame, "Compact, ") && named(sitting.frame, "Large print, ") &&
             named(sitting.frame, "Standard, ") && named(sitting.frame, "The pages to print, ");
    }));
    save_picture(sitting, "choices.png");
    sitting.key(WXK_RETURN);
    BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
    BOOST_TEST(sitting.printer.copies == 3);
    BOOST_TEST(letter_paper(sitting.printer.file));
    BOOST_TEST(sitting.printed_text().find("diary") != std::string::npos);
    BOOST_TEST(read_file(sitting.printer.file) ==
               sitting.session.store.pdf(sitting.editor().plan().id));
    BOOST_TEST(issued(sitting).patient.print->layout == "compact");
  }
  const Workspace workspace(surroundings());
  const Session again = Session::open(workspace, folder / "clinic.ksc", {});
  const PrintChoices expected{"compact", "letter", "colour", 2, 3};
  const auto kept = again.store.find_patient("EX-0001").print;
  BOOST_TEST_REQUIRE(kept.has_value());
  BOOST_TEST((*kept == expected));
  BOOST_TEST(read_file(folder / "window.ini").find("compact") == std::string::npos);
  BOOST_TEST(read_file(folder / "clinic.ksc").find("diary_weeks") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_remembered_is_printed_without_being_asked_again) {
  Sitting sitting("remembered", "EX-0002");  // with a draft
  Patient patient = sitting.editor().patient();
  patient.print = PrintChoices{"compact", "letter", "black_and_white", 1, 2};
  sitting.editor().set_patient(patient);
  sitting.key('P', wxMOD_CONTROL | wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(sitting.printer.copies == 2);
  BOOST_TEST(letter_paper(sitting.printer.file));
  BOOST_TEST(sitting.printed_text().find("diary") != std::string::npos);
  BOOST_TEST(read_file(sitting.printer.file) ==
             sitting.session.store.pdf(sitting.editor().plan().id));
}

BOOST_AUTO_TEST_CASE(without_the_tick_nothing_is_remembered_and_it_is_printed_as_chosen) {
  Sitting sitting("once", "EX-0001");
  sitting.add("bridge", 1);
  open_print_form(sitting);
  pick(sitting, "Paper", "Letter");
  auto* remember = control<wxCheckBox>(sitting.frame, "Remember for Margaret Whitfield");
  BOOST_TEST_REQUIRE(remember);
  BOOST_TEST(remember->GetValue());
  remember->SetValue(false);
  sitting.key('S', wxMOD_CONTROL);
  const fs::path pdf = sitting.folder / "handout.pdf";
  BOOST_TEST_REQUIRE(until([&] { return fs::exists(pdf); }));
  BOOST_TEST(letter_paper(pdf));
  BOOST_TEST(!sitting.session.store.find_patient("EX-0001").print.has_value());
  BOOST_TEST(read_file(pdf) == sitting.session.store.pdf(sitting.editor().plan().id));
}

BOOST_AUTO_TEST_CASE(a_button_pressed_twice_before_it_is_heard_prints_once) {
  Sitting sitting("twice", "EX-0001");
  sitting.add("bridge", 1);
  open_print_form(sitting);
  auto* print = control<wxButton>(sitting.frame, "Print and issue");
  BOOST_TEST_REQUIRE(print);
  for (int press = 0; press < 2; ++press) {
    wxCommandEvent event(wxEVT_BUTTON, print->GetId());
    event.SetEventObject(print);
    print->GetEventHandler()->ProcessEvent(event);
  }
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST_REQUIRE(until([&] { return !named(sitting.frame, "Print plan "); }));
  int turns = 0;
  until([&turns] { return ++turns > 20; });
  BOOST_TEST(sitting.printer.jobs == 1);
}

BOOST_AUTO_TEST_CASE(a_layout_that_the_plan_does_not_fit_says_so_before_it_is_chosen) {
  Sitting sitting("too_long", "EX-0001");
  for (const char* id : {"march-in-place", "drawing-in", "bridge", "heel-slide", "sit-to-stand",
                         "clamshell", "heel-raise", "knee-to-chest"})
    sitting.editor().add(ExerciseId{id});
  open_print_form(sitting);
  BOOST_TEST(until([&] { return named(sitting.frame, "Compact, not possible"); }));
  BOOST_TEST(until([&] { return named(sitting.frame, "The pages to print, 8 pages"); }));
  pick_layout(sitting, "Compact");
  BOOST_TEST(until([&] { return named(sitting.frame, "The pages to print, 0 pages"); }));
}

BOOST_AUTO_TEST_CASE(from_75_on_large_print_is_suggested_until_something_is_chosen) {
  Sitting sitting("suggested", "EX-0003");  // born 1951-06-27: 75
  sitting.add("clamshell", 1);
  open_print_form(sitting);
  BOOST_TEST(named(sitting.frame, "Large print suggested: 75 years old."));
  BOOST_TEST(control<wxRadioButton>(sitting.frame, "Large print")->GetValue());
  save_picture(sitting, "suggested.png");
  pick_layout(sitting, "Standard");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(issued(sitting).patient.print->layout == "standard");
  sitting.add("bridge", 2);  // the next plan
  open_print_form(sitting);
  BOOST_TEST(!named(sitting.frame, "Large print suggested"));
  BOOST_TEST(control<wxRadioButton>(sitting.frame, "Standard")->GetValue());
}

BOOST_AUTO_TEST_CASE(a_missing_translation_is_told_before_it_is_printed) {
  Sitting sitting("translation", "EX-0001");
  sitting.add("bridge", 1);
  sitting.editor().set_settings({.title = "Back to the allotment"});
  open_print_form(sitting);
  BOOST_TEST(!named(sitting.frame, "1 line is not in"));
  pick(sitting, "Language for the patient", "Spanish");
  BOOST_TEST(named(sitting.frame, "1 line is not in Spanish and printed in English."));
  save_picture(sitting, "translation.png");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(issued(sitting).patient.language == "es");
  BOOST_TEST(sitting.session.store.find_patient("EX-0001").language == "es");
}

BOOST_AUTO_TEST_SUITE_END()
