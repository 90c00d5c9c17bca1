// SPDX-License-Identifier: MIT
// Archived patients in the window: hidden, found again, taken back, and named as a double.
#include <wx/checkbox.h>
#include <wx/listbox.h>

#include <boost/test/unit_test.hpp>

#include "gui/frame.h"
#include "gui/style.h"
#include "window/sitting.h"

using namespace kinescript;

namespace {

void archive(Sitting& sitting, const std::string& record) {
  Patient patient = sitting.session.store.find_patient(record);
  patient.archived = true;
  sitting.session.store.set_patient(sitting.session.actor, patient, sitting.workspace.clock());
}

bool archived(const Sitting& sitting, const std::string& record) {
  return sitting.session.store.find_patient(record).archived;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(archive_test)

BOOST_AUTO_TEST_CASE(the_record_archives_and_the_switcher_lists_the_patient_only_when_asked) {
  Sitting sitting("archive", "EX-0001");
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Edit…"); }));
  sitting.press("Edit…");
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Family name"); }));
  sitting.press("Archive");
  BOOST_TEST_REQUIRE(until([&] { return archived(sitting, "EX-0001"); }));
  BOOST_TEST(named(sitting.frame, "Archived: hidden from the list"));
  sitting.key('O', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Name, birth year"); }));
  auto* list = control<wxListBox>(sitting.frame, "Patients");
  BOOST_TEST_REQUIRE(list);
  BOOST_TEST(list->GetCount() == 3u);
  auto* box = control<wxCheckBox>(sitting.frame, "Show archived patients too");
  BOOST_TEST_REQUIRE(box);
  box->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return box->HasFocus(); }));
  sitting.key(WXK_SPACE);
  BOOST_TEST(until([&] { return list->GetCount() == 4u; }));
  const std::string last = utf8(list->GetString(3));
  BOOST_TEST(last.find("Whitfield, Margaret     b. 14 Mar 1958") == 0u, last);
  BOOST_TEST(last.find("archived") != std::string::npos, last);
  save_picture(sitting, "switcher.png");
}

BOOST_AUTO_TEST_CASE(an_archived_patient_is_found_by_name_and_taken_back_with_the_plan) {
  Sitting sitting("take_back", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  archive(sitting, "EX-0001");
  sitting.choose("whi", WXK_RETURN);  // only the archived one matches: shown first
  auto* list = control<wxListBox>(sitting.frame, "Patients");
  BOOST_TEST_REQUIRE(
      until([&] { return utf8(list->GetString(0)).find("Whitfield, Margaret") == 0; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "This patient is archived"); }));
  BOOST_TEST(archived(sitting, "EX-0001"));
  save_picture(sitting, "archived.png");
  sitting.press("Take back");
  BOOST_TEST_REQUIRE(until([&] { return !archived(sitting, "EX-0001"); }));
  BOOST_TEST(sitting.editor().patient().record_number == "EX-0001");
  BOOST_TEST((sitting.editor().plan() == last));
}

BOOST_AUTO_TEST_CASE(an_archived_patient_can_be_looked_at_and_stays_archived) {
  Sitting sitting("only_open", "");
  archive(sitting, "EX-0001");
  sitting.choose("whi", WXK_RETURN);
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "This patient is archived"); }));
  sitting.press("Only open");
  BOOST_TEST_REQUIRE(until([&] { return sitting.editor().has_patient(); }));
  BOOST_TEST(sitting.editor().patient().record_number == "EX-0001");
  BOOST_TEST(archived(sitting, "EX-0001"));
}

BOOST_AUTO_TEST_CASE(a_new_patient_who_is_in_the_archive_is_named_and_taken_back) {
  Sitting sitting("double", "");
  archive(sitting, "EX-0002");
  const auto before = sitting.session.store.patients(true).size();
  sitting.key('N', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Family name"); }));
  field(sitting.frame, "Family name")->SetValue("okafor");
  field(sitting.frame, "Given name")->SetValue("Daniel");
  field(sitting.frame, "Birth date")->SetValue("2/9/84");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] {
    return named(sitting.frame, "An archived patient with this name and birth date exists");
  }));
  save_picture(sitting, "double.png");
  sitting.press("Take back");
  BOOST_TEST_REQUIRE(until([&] { return !archived(sitting, "EX-0002"); }));
  BOOST_TEST(sitting.editor().patient().record_number == "EX-0002");
  BOOST_TEST(sitting.session.store.patients(true).size() == before);
}

BOOST_AUTO_TEST_CASE(a_listed_double_is_offered_to_open_and_can_be_added_anyway) {
  Sitting sitting("add_anyway", "");
  const auto before = sitting.session.store.patients(true).size();
  sitting.key('N', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Family name"); }));
  field(sitting.frame, "Family name")->SetValue("Okafor");
  field(sitting.frame, "Given name")->SetValue("Daniel");
  field(sitting.frame, "Birth date")->SetValue("2 Sep 1984");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "A patient with this name"); }));
  BOOST_TEST(named(sitting.frame, "Open it"));
  BOOST_TEST(sitting.session.store.patients(true).size() == before);
  sitting.press("Add anyway");
  BOOST_TEST(until([&] { return sitting.session.store.patients(true).size() == before + 1; }));
}

BOOST_AUTO_TEST_SUITE_END()
