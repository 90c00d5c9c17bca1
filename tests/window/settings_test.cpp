// SPDX-License-Identifier: MIT
// Settings: what is changed there is in the clinic file, on the handouts and in window.ini.
#include <wx/choice.h>
#include <wx/listbox.h>

#include <boost/test/unit_test.hpp>

#include "app/print_choices.h"
#include "base/files.h"
#include "gui/preferences.h"
#include "helpers/tool.h"
#include "window/sitting.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

void open_settings(Sitting& sitting) {
  sitting.key(',', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([] { return has_focus("Pages of the settings"); }));
}

void turn_to(const Sitting& sitting, const char* page) {
  auto* list = control<wxListBox>(sitting.frame, "Pages of the settings");
  list->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return list->HasFocus(); }));
  BOOST_TEST_REQUIRE(list->SetStringSelection(page), page);
  wxCommandEvent event(wxEVT_LISTBOX, list->GetId());
  event.SetEventObject(list);
  list->GetEventHandler()->ProcessEvent(event);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(settings_test)

BOOST_AUTO_TEST_CASE(the_clinic_s_header_and_usual_handout_are_in_the_file_and_on_the_next_pdf) {
  fs::path folder;
  {
    Sitting sitting("settings", "EX-0002");  // with a draft
    folder = sitting.folder;
    open_settings(sitting);
    auto* address = field(sitting.frame, "Address line");
    address->SetFocus();
    BOOST_TEST_REQUIRE(until([&] { return address->HasFocus(); }));
    address->SetValue("3 Orchard Row");
    sitting.key(WXK_RETURN);
    BOOST_TEST(until([&] { return sitting.session.store.clinic().address == "3 Orchard Row"; }));
    save_picture(sitting, "settings.png");
    turn_to(sitting, "Handout defaults");
    pick(sitting, "Layout", "Compact");
    pick(sitting, "Paper", "Letter");
    BOOST_TEST(sitting.editor().pages().pages.front().width == 612.0);  // of the preview
    pick(sitting, "Exercise diary", "1 week");
    save_picture(sitting, "handouts.png");
    sitting.key(WXK_ESCAPE);
    BOOST_TEST_REQUIRE(until([&] { return !named(sitting.frame, "Pages of the settings"); }));
    sitting.key('P', wxMOD_CONTROL | wxMOD_SHIFT);
    BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
    BOOST_TEST(sitting.printed_text().find("3 Orchard Row") != std::string::npos);
    BOOST_TEST(run_tool("pdfinfo '" + sitting.printer.file.string() + "'").out.find("612 x 792") !=
               std::string::npos);
  }
  const Workspace workspace(test_surroundings());
  const Session again = Session::open(workspace, folder / "clinic.ksc", {});
  const Clinic clinic = again.store.clinic();
  BOOST_TEST(clinic.address == "3 Orchard Row");
  BOOST_TEST(clinic.paper == "letter");
  BOOST_TEST_REQUIRE(clinic.print.has_value());
  BOOST_TEST(clinic.print->layout == "compact");
  BOOST_TEST(clinic.print->diary_weeks.value_or(0) == 1);
}

BOOST_AUTO_TEST_CASE(a_phone_that_is_none_stays_typed_and_the_old_one_stays_in_force) {
  Sitting sitting("settings_phone", "EX-0001");
  const std::string before = sitting.session.store.clinic().phone;
  open_settings(sitting);
  auto* phone = field(sitting.frame, "Phone");
  phone->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return phone->HasFocus(); }));
  phone->SetValue("the usual");
  sitting.key(WXK_RETURN);
  BOOST_TEST(until([&] { return named(sitting.frame, "⚠ The clinic's phone must be"); }));
  BOOST_TEST(phone->GetValue() == "the usual");
  BOOST_TEST(sitting.session.store.clinic().phone == before);
}

BOOST_AUTO_TEST_CASE(the_minutes_until_it_locks_hold_at_once_and_after_a_restart) {
  Sitting sitting("settings_lock", "EX-0001");
  open_settings(sitting);
  turn_to(sitting, "Security");
  pick(sitting, "Lock after", "5 minutes");
  BOOST_TEST(sitting.frame->lock().minutes == 5);
  BOOST_TEST(read_preferences(sitting.folder / "clinic.ksc").lock_minutes == 5);
}

BOOST_AUTO_TEST_CASE(back_up_now_makes_todays_backup_and_says_so) {
  Sitting sitting("settings_backup", "EX-0001");
  open_settings(sitting);
  const wxRect settings = named(sitting.frame, "Settings")->GetRect();
  BOOST_TEST(settings.GetBottom() < sitting.frame->GetClientSize().y);
  turn_to(sitting, "Backup");
  BOOST_TEST(named(sitting.frame, "No backup yet."));
  sitting.press("Back up now");
  BOOST_TEST(until([&] { return named(sitting.frame, "Last backup 2026-11-23"); }));
  BOOST_TEST(fs::exists(sitting.folder / "backups" / "clinic-2026-11-23.ksc"));
  save_picture(sitting, "backup.png");
}

BOOST_AUTO_TEST_SUITE_END()
