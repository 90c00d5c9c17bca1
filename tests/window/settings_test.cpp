// SPDX-License-Identifier: MIT
// Settings: what is changed there is in the clinic file, on the handouts and in window.ini.
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/listbox.h>
#include <wx/stattext.h>
#include <wx/uiaction.h>

#include <boost/test/unit_test.hpp>

#include "app/print_choices.h"
#include "base/files.h"
#include "gui/page_view.h"
#include "gui/preferences.h"
#include "gui/style.h"
#include "gui/waiting.h"
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

// As typed over what stands there, with Enter.
void type_into(Sitting& sitting, wxTextCtrl* field, const std::string& text) {
  BOOST_TEST_REQUIRE(field);
  field->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return field->HasFocus(); }));
  field->SetValue(words(text));
  sitting.key(WXK_RETURN);
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
    auto* preview = control<PageView>(sitting.frame, "Preview of the handout");
    BOOST_TEST_REQUIRE(preview);
    BOOST_TEST(until([&] { return preview->pages().pages.front().width == 612.0; }));
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
  const Workspace workspace(surroundings());
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
  const auto* last = control<wxStaticText>(sitting.frame, "No backup yet.");
  BOOST_TEST_REQUIRE(last);
  BOOST_TEST(last->GetSize().x >= last->GetTextExtent(last->GetLabel()).x);
  sitting.press("Back up now");
  BOOST_TEST(until([&] { return named(sitting.frame, "Last backup 2026-11-23"); }));
  BOOST_TEST(fs::exists(sitting.folder / "backups" / "clinic-2026-11-23.ksc"));
  save_picture(sitting, "backup.png");
}

BOOST_AUTO_TEST_CASE(long_work_shows_how_far_it_is_and_ends_at_stop_or_escape) {
  Sitting sitting("settings_waiting", "EX-0001");
  for (const char* how : {"Stop", "Esc"}) {
    Waiting waiting(sitting.frame, "Making the backup…", std::chrono::milliseconds{0});
    BOOST_TEST(waiting.told(0.25));
    auto* bar = dynamic_cast<wxGauge*>(named(sitting.frame, "How far it is"));
    BOOST_TEST_REQUIRE(bar);
    BOOST_TEST(bar->GetValue() == bar->GetRange() / 4);
    BOOST_TEST(!sitting.frame->IsEnabled());
    BOOST_TEST_REQUIRE(until([&] { return waiting.told(0.5) && has_focus("Stop"); }));
    sitting.key(how == std::string("Stop") ? WXK_RETURN : WXK_ESCAPE);
    BOOST_TEST(until([&] { return !waiting.told(0.75); }));
  }
  BOOST_TEST(sitting.frame->IsEnabled());
  wxDialog asked(sitting.frame, wxID_ANY, "Restore");  // modal, as the first run's
  asked.CallAfter([&asked] {
    {
      Waiting waiting(nullptr, "Checking the backup…", std::chrono::milliseconds{0});
      BOOST_TEST(waiting.told(0.5));
      const wxWindow* stop = nullptr;
      for (wxWindow* top : wxTopLevelWindows)
        if (!stop) stop = named(top, "Stop");
      BOOST_TEST_REQUIRE(stop);
      wxUIActionSimulator mouse;
      const wxRect place = stop->GetScreenRect();
      mouse.MouseMove(place.x + place.width / 2, place.y + place.height / 2);
      mouse.MouseClick();
      BOOST_TEST(until([&] { return !waiting.told(0.75); }));
    }
    asked.EndModal(wxID_OK);
  });
  asked.ShowModal();
  Waiting quick(sitting.frame, "Making the backup…");
  BOOST_TEST(quick.told(0.5));
  BOOST_TEST(!named(sitting.frame, "How far it is"));
}

BOOST_AUTO_TEST_CASE(a_logo_is_shown_in_black_stored_and_removed_and_a_wrong_file_is_told) {
  Sitting sitting("settings_logo", "EX-0002");
  open_settings(sitting);
  auto* logo = field(sitting.frame, "Logo, a PNG or JPEG");
  BOOST_TEST_REQUIRE(logo);
  BOOST_TEST(named(sitting.frame, "No logo"));
  type_into(sitting, logo, KINESCRIPT_SOURCE_DIR "/README.md");
  BOOST_TEST(until([&] { return named(sitting.frame, "⚠ The logo must be a PNG or JPEG"); }));
  BOOST_TEST(sitting.session.store.clinic().logo.empty());
  const std::string file = KINESCRIPT_SOURCE_DIR "/tests/data/pictures/logo.png";
  type_into(sitting, logo, file);
  BOOST_TEST(until([&] { return sitting.session.store.clinic().logo == read_file(file); }));
  BOOST_TEST(named(sitting.frame, "The logo as it is printed in black"));
  save_picture(sitting, "logo.png");
  sitting.press("Remove the logo");
  BOOST_TEST(until([&] { return sitting.session.store.clinic().logo.empty(); }));
  sitting.key('Z', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return sitting.session.store.clinic().logo == read_file(file); }));
}

BOOST_AUTO_TEST_CASE(control_z_takes_back_the_last_change_of_the_settings_and_not_the_plan_s) {
  Sitting sitting("settings_undo", "EX-0002");
  sitting.add("bridge", sitting.editor().plan().items.size() + 1);
  const Plan plan = sitting.stored();
  const Clinic before = sitting.session.store.clinic();
  open_settings(sitting);
  auto* number = field(sitting.frame, "Emergency number");
  type_into(sitting, number, "112");
  BOOST_TEST(until([&] { return sitting.session.store.clinic().emergency_number == "112"; }));
  turn_to(sitting, "Handout defaults");
  pick(sitting, "Layout", "Compact");
  turn_to(sitting, "Security");
  pick(sitting, "Lock after", "5 minutes");
  control<wxListBox>(sitting.frame, "Pages of the settings")->SetFocus();
  sitting.key('Z', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return sitting.frame->lock().minutes == 15; }));
  sitting.key('Z', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return sitting.session.store.clinic().print == before.print; }));
  BOOST_TEST(sitting.session.store.clinic().emergency_number == "112");
  sitting.key('Z', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return sitting.session.store.clinic() == before; }));
  turn_to(sitting, "Clinic header");
  BOOST_TEST(number->GetValue() == words(before.emergency_number));
  control<wxListBox>(sitting.frame, "Pages of the settings")->SetFocus();
  sitting.key('Z', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return named(sitting.frame, "There is nothing more to take back"); }));
  BOOST_TEST((sitting.stored() == plan));
}

BOOST_AUTO_TEST_CASE(a_field_takes_back_typing_before_the_settings_take_back_a_change) {
  Sitting sitting("settings_typing", "EX-0002");
  open_settings(sitting);
  auto* hours = field(sitting.frame, "Hours");
  const wxString stored = hours->GetValue();
  hours->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return hours->HasFocus(); }));
  hours->SetInsertionPointEnd();
  sitting.type(" and Sat");
  BOOST_TEST_REQUIRE(until([&] { return hours->GetValue() == stored + " and Sat"; }));
  sitting.key('Z', wxMOD_CONTROL);  // the last word
  BOOST_TEST(until([&] { return hours->GetValue() == stored + " and "; }));
  sitting.key('Z', wxMOD_CONTROL);
  sitting.key('Z', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return hours->GetValue() == stored; }));
  sitting.key('Y', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return hours->GetValue() != stored; }));
}

BOOST_AUTO_TEST_CASE(a_clinician_is_added_gets_another_passphrase_and_is_disabled) {
  Sitting sitting("settings_clinicians", "EX-0002");
  open_settings(sitting);
  turn_to(sitting, "Clinicians");
  save_picture(sitting, "clinicians.png");
  sitting.press("Add a clinician");
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Name, as printed"); }));
  field(sitting.frame, "Name, as printed")->SetValue("Tom Kerr, PT");
  field(sitting.frame, "Passphrase")->SetValue("four words put together");
  auto* again = field(sitting.frame, "Once more");
  type_into(sitting, again, "four words");
  BOOST_TEST(until([&] { return named(sitting.frame, "⚠ The two passphrases differ"); }));
  save_picture(sitting, "clinician-new.png");
  type_into(sitting, again, "four words put together");
  const auto clinicians = [&] { return sitting.session.store.clinicians(); };
  BOOST_TEST_REQUIRE(until([&] { return clinicians().size() == 2; }));
  BOOST_TEST(clinicians().back().login == "tom");
  BOOST_TEST(sitting.session.store.needs_passphrase(clinicians().back().id));
  auto* list = control<wxListBox>(sitting.frame, "Clinicians");
  BOOST_TEST_REQUIRE(until([&] { return list->GetCount() == 2; }));
  list->SetSelection(1);
  wxCommandEvent event(wxEVT_LISTBOX, list->GetId());
  event.SetEventObject(list);
  list->GetEventHandler()->ProcessEvent(event);
  sitting.press("Disable");
  BOOST_TEST(until([&] { return clinicians().back().disabled; }));
  BOOST_TEST(until([&] { return list->GetString(1).Contains("disabled"); }));
}

BOOST_AUTO_TEST_CASE(the_backups_go_to_the_folder_that_is_chosen) {
  Sitting sitting("settings_folder", "EX-0001");
  open_settings(sitting);
  turn_to(sitting, "Backup");
  auto* folder = field(sitting.frame, "Folder of the backups");
  type_into(sitting, folder, (sitting.folder / "stick").string());
  BOOST_TEST(until([&] { return named(sitting.frame, "⚠ The folder of the backups is not"); }));
  fs::create_directory(sitting.folder / "stick");
  type_into(sitting, folder, (sitting.folder / "stick").string());
  BOOST_TEST(until([&] { return named(sitting.frame, "Saved."); }));
  sitting.press("Back up now");
  BOOST_TEST(until([&] { return fs::exists(sitting.folder / "stick" / "clinic-2026-11-23.ksc"); }));
  save_picture(sitting, "folder.png");
}

BOOST_AUTO_TEST_SUITE_END()
