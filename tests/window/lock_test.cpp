// SPDX-License-Identifier: MIT
// The first start, unlocking, locking, and what a killed program leaves behind.
#include "gui/lock.h"

#include <wx/app.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/uiaction.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <optional>

#include "app/example.h"
#include "base/error.h"
#include "base/files.h"
#include "gui/first_run.h"
#include "gui/style.h"
#include "gui/unlock.h"
#include "helpers/tool.h"
#include "window/sitting.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

constexpr const char* kPassphrase = "green lamp";

// The dialog on the screen; one that is ended already does not count.
wxWindow* dialog() {
  for (wxWindow* top : wxTopLevelWindows) {
    auto* found = dynamic_cast<wxDialog*>(top);
    if (found && found->IsShown() && found->IsModal()) return found;
  }
  return nullptr;
}

// Without a window manager keys go to the window under the pointer.
void point_at(const wxWindow* window) {
  if (window) wxUIActionSimulator().MouseMove(window->GetScreenRect().GetTopLeft() + wxPoint(8, 8));
}

void press(int code, int modifiers = 0) {
  point_at(dialog());
  wxUIActionSimulator().Char(code, modifiers);
}

// Types into what has the focus, and waits for it.
void type(wxWindow* in, const char* name, const char* text) {
  BOOST_TEST_REQUIRE(until([&] { return has_focus(name); }), name);
  point_at(in);
  wxUIActionSimulator().Text(text);
  BOOST_TEST_REQUIRE(until([&] { return field(in, name)->GetValue() == text; }), name);
}

// Runs `drive` while a modal dialog is on the screen; closes it whatever happened.
void while_modal(const std::function<void()>& drive) {
  wxTheApp->CallAfter([drive] {
    try {
      BOOST_TEST_REQUIRE(until([] { return dialog() != nullptr; }));
      drive();
    } catch (...) {  // a broken requirement; it is reported already
    }
    if (auto* open = dynamic_cast<wxDialog*>(dialog())) open->EndModal(wxID_CANCEL);
  });
}

FirstRunOptions options_in(const fs::path& folder) {
  FirstRunOptions options;
  options.ask_sheet = [folder](wxWindow*, const std::string& name) {
    return std::optional<fs::path>(folder / name);
  };
  options.for_tests = true;
  return options;
}

Store locked_store(const fs::path& file, const Workspace& workspace) {
  {
    Store::create(file, example_clinic(), example_clinician(),
                  {.for_tests = true, .passphrase = kPassphrase}, workspace.clock(),
                  workspace.randomness());
  }
  return Store::open(file, workspace.randomness());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lock_test)

BOOST_AUTO_TEST_CASE(the_first_start_makes_a_clinic_file_and_a_recovery_sheet) {
  const fs::path folder = fresh_folder("first_run");
  const Workspace workspace(surroundings());
  while_modal([] {
    type(dialog(), "Clinic name", "Riverside Physiotherapy");
    press(WXK_TAB);
    type(dialog(), "Phone that", "01632 960 145");
    press(WXK_TAB);
    type(dialog(), "Your name", "Elena Sorin, PT");
    control<wxChoice>(dialog(), "Country")->SetSelection(0);
    press(WXK_TAB);
    press(WXK_TAB);
    type(dialog(), "Passphrase", kPassphrase);
    press(WXK_TAB);
    type(dialog(), "Once more", kPassphrase);
    press(WXK_RETURN);
    BOOST_TEST_REQUIRE(until([] { return has_focus("Save the recovery sheet"); }));
    press(WXK_RETURN);
    BOOST_TEST(until([] { return dialog() == nullptr; }));
  });
  auto session = first_run(workspace, folder / "clinic.ksc", options_in(folder));
  BOOST_TEST_REQUIRE(session != nullptr);
  BOOST_TEST(session->store.clinic().name == "Riverside Physiotherapy");
  BOOST_TEST(session->store.clinic().country == "AU");
  BOOST_TEST(session->store.clinic().emergency_number == "000");
  BOOST_TEST(session->store.needs_passphrase(session->actor.id));
  BOOST_TEST((session->actor.role == ClinicianRole::administrator));
  session.reset();

  // The key of the sheet opens the file and sets a new passphrase.
  const std::string sheet =
      run_tool("pdftotext -layout '" + (folder / "kinescript-recovery.pdf").string() + "' -").out;
  std::string key;
  for (std::size_t at = 0; at + 5 < sheet.size(); ++at)
    if (sheet[at + 5] == '-' && sheet.find_first_of(" \n", at) >= at + 23) {
      key = sheet.substr(at, 23);
      const std::size_t next = sheet.find_first_not_of(" \n", at + 23);
      key += "-" + sheet.substr(next, 23);
      break;
    }
  Store store = Store::open(folder / "clinic.ksc", workspace.randomness());
  const ClinicianId elena = store.clinicians().front().id;
  while_modal([&] {
    auto* forgot = named(dialog(), "Forgot it?");
    BOOST_TEST_REQUIRE(forgot);
    forgot->SetFocus();
    press(WXK_SPACE);
    type(dialog(), "Recovery key", key.c_str());
    press(WXK_TAB);
    type(dialog(), "New passphrase", "blue lamp");
    press(WXK_TAB);
    type(dialog(), "New passphrase once more", "blue lamp");
    press(WXK_RETURN);
    BOOST_TEST(until([] { return dialog() == nullptr; }));
  });
  BOOST_TEST((unlock(workspace, std::move(store), "") != nullptr));
  Store again = Store::open(folder / "clinic.ksc", workspace.randomness());
  BOOST_TEST(again.unlock(elena, "blue lamp", workspace.real_clock()).name == "Elena Sorin, PT");
}

BOOST_AUTO_TEST_CASE(who_leaves_the_first_start_leaves_no_file) {
  const fs::path folder = fresh_folder("first_run_left");
  const Workspace workspace(surroundings());
  while_modal([] {
    press(WXK_RETURN);  // nothing is filled in: it is asked for
    BOOST_TEST(until([] { return named(dialog(), "The clinic's name") != nullptr; }));
    press(WXK_ESCAPE);
    BOOST_TEST(until([] { return dialog() == nullptr; }));
  });
  BOOST_TEST((first_run(workspace, folder / "clinic.ksc", options_in(folder)) == nullptr));
  BOOST_TEST(!fs::exists(folder / "clinic.ksc"));
}

BOOST_AUTO_TEST_CASE(after_three_wrong_passphrases_the_right_one_must_wait) {
  const fs::path folder = fresh_folder("slow");
  Workspace workspace(surroundings());
  Store store = locked_store(folder / "clinic.ksc", workspace);
  while_modal([&] {
    for (int wrong = 0; wrong < 3; ++wrong) {
      type(dialog(), "Passphrase", "red lamp");
      press(WXK_RETURN);
      BOOST_TEST_REQUIRE(until([] {
        auto* text = field(dialog(), "Passphrase");
        return text->GetStringSelection() == "red lamp";
      }));
    }
    type(dialog(), "Passphrase", kPassphrase);
    press(WXK_RETURN);
    BOOST_TEST(until([] { return named(dialog(), "Too many wrong passphrases") != nullptr; }));
    Clock later = workspace.clock();
    later.now += std::chrono::minutes{1};
    workspace.set_clock(later);
    press(WXK_RETURN);
    BOOST_TEST(until([] { return dialog() == nullptr; }));
  });
  BOOST_TEST((unlock(workspace, std::move(store), "") != nullptr));
}

BOOST_AUTO_TEST_CASE(without_a_key_for_its_minutes_the_window_locks_and_comes_back_as_it_was) {
  Sitting sitting("auto_lock", "EX-0001");
  sitting.session.store.set_passphrase(sitting.session.actor, sitting.session.actor.id, kPassphrase,
                                       sitting.workspace.clock());
  sitting.add("bridge", 1);
  sitting.type("clam");
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->GetValue() == "clam"; }));
  const Plan before = sitting.stored();
  const auto wait = [&](std::chrono::seconds seconds) {
    Clock clock = sitting.workspace.clock();
    clock.now += seconds;
    sitting.workspace.set_clock(clock);
  };
  wait(std::chrono::minutes{14} + std::chrono::seconds{40});
  BOOST_TEST(until([&] { return named(sitting.frame, "Locking in 30 s") != nullptr; }));
  BOOST_TEST(!sitting.frame->lock().locked());
  wait(std::chrono::seconds{30});
  BOOST_TEST_REQUIRE(until([&] { return sitting.session.store.locked(); }));
  BOOST_TEST(!sitting.search());
  BOOST_TEST(!named(sitting.frame, "Margaret"));
  BOOST_TEST(sitting.frame->GetTitle() == "Kinescript");
  BOOST_CHECK_THROW(sitting.session.store.patients(), Error);
  sitting.key('Z', wxMOD_CONTROL);  // nothing of the window behind hears a key
  sitting.type(kPassphrase);
  auto* passphrase = field(sitting.frame, "Passphrase");
  BOOST_TEST_REQUIRE(until([&] { return passphrase->GetValue() == kPassphrase; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.search() && sitting.search()->HasFocus(); }));
  BOOST_TEST(sitting.search()->GetValue() == "clam");
  BOOST_TEST((sitting.stored() == before));
  sitting.key(WXK_RETURN);
  BOOST_TEST(until([&] { return sitting.stored().items.size() == 2; }));
}

BOOST_AUTO_TEST_CASE(a_dose_that_is_being_typed_is_stored_before_it_locks) {
  Sitting sitting("lock_typing", "EX-0001");
  sitting.session.store.set_passphrase(sitting.session.actor, sitting.session.actor.id, kPassphrase,
                                       sitting.workspace.clock());
  sitting.add("bridge", 1);
  auto* cell = field(sitting.frame, "Repetitions of ");
  cell->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return cell->GetStringSelection() == cell->GetValue(); }));
  sitting.type("14");
  BOOST_TEST_REQUIRE(until([&] { return cell->GetValue() == "14"; }));
  sitting.key('L', wxMOD_CONTROL | wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return sitting.session.store.locked(); }));
  sitting.type(kPassphrase);
  auto* passphrase = field(sitting.frame, "Passphrase");
  BOOST_TEST_REQUIRE(until([&] { return passphrase->GetValue() == kPassphrase; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.frame->lock().locked() == false; }));
  BOOST_TEST(sitting.stored().items.front().dose.count.max == 14);
}

// The files as they lie on the disk while the window is open: what kill -9 leaves.
BOOST_AUTO_TEST_CASE(after_a_kill_the_draft_is_on_the_table_as_it_was) {
  const fs::path left = fresh_folder("killed_files");
  Plan plan;
  {
    Sitting sitting("killed", "EX-0001");
    sitting.add("bridge", 1);
    sitting.add("clamshell", 2);
    plan = sitting.stored();
    for (const auto& entry : fs::directory_iterator(sitting.folder))
      if (entry.is_regular_file()) fs::copy(entry.path(), left / entry.path().filename());
  }
  const Workspace workspace(surroundings());
  auto session = unlock(workspace, Store::open(left / "clinic.ksc", workspace.randomness()), "");
  BOOST_TEST_REQUIRE(session != nullptr);
  {
    auto* frame = new Frame(*session, {left / "clinic.ksc", {}, nullptr});
    frame->Show();
    BOOST_TEST(until([&] {
      return named(frame, "Kinescript closed unexpectedly. Margaret Whitfield") != nullptr;
    }));
    BOOST_TEST((frame->editor().plan() == plan));
    delete frame;
  }
  // Closed in the usual way, nobody is on the table the next time.
  auto* frame = new Frame(*session, {left / "clinic.ksc", {}, nullptr});
  BOOST_TEST(!frame->editor().has_patient());
  delete frame;
}

BOOST_AUTO_TEST_SUITE_END()
