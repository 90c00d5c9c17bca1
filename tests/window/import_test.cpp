// SPDX-License-Identifier: MIT
// Patients of another program: what the form finds in their file, stores, and stops.
#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "gui/frame.h"
#include "gui/style.h"
#include "window/sitting.h"

using namespace kinescript;

namespace {

// "Family-12;Given;03/04/1961;N-12", the day past 12 in one row only where `clear`.
std::string csv(int rows, bool clear) {
  std::string text = "Surname;First name;Date of birth;Record number\n";
  for (int i = 0; i < rows; ++i)
    text += "Family-" + std::to_string(i) + ";Given;03/04/19" + std::to_string(60 + i % 30) +
            ";N-" + std::to_string(i) + "\n";
  if (clear) text += "Last;Given;23/04/1961;N-last\n";
  return text;
}

struct Importing : Sitting {
  Importing(const std::string& name, const std::string& text) : Sitting(name, "EX-0002") {
    before = session.store.patient_heads().size();
    const auto file = folder / "patients.csv";
    write_atomically(file, text);
    frame->open_import();
    auto* path = field(frame, "CSV file");
    BOOST_TEST_REQUIRE(until([&] { return path->HasFocus(); }));
    path->SetValue(words(file.string()));
    key(WXK_RETURN);
  }
  bool says(const char* beginning) const {
    return until([&] { return named(frame, beginning) != nullptr; });
  }
  std::size_t fresh() const { return session.store.patient_heads().size() - before; }
  std::size_t before = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(import_test)

BOOST_AUTO_TEST_CASE(what_was_found_is_shown_first_and_stored_only_then) {
  Importing sitting("import", csv(240, true) + "Nobody;;1/1/1950;N-x\n");
  BOOST_TEST(sitting.says("Separated by semicolons · with a header"));
  BOOST_TEST(sitting.says("Would be: 241 new patients, 0 changed, 0 the same, 1 row not taken"));
  BOOST_TEST(sitting.fresh() == 0u);
  save_picture(sitting, "found.png");
  sitting.key(WXK_RETURN);
  BOOST_TEST(sitting.says("Imported: 241 new patients"));
  BOOST_TEST(sitting.fresh() == 241u);
  BOOST_TEST((sitting.session.store.find_patient("N-last").born == *parse_date("1961-04-23")));
}

BOOST_AUTO_TEST_CASE(where_day_and_month_cannot_be_told_apart_somebody_must_say_it) {
  Importing sitting("import_dates", csv(3, false));
  BOOST_TEST(sitting.says("Separated by semicolons"));
  BOOST_TEST(!named(sitting.frame, "Would be"));
  bool entered = false;
  auto* path = field(sitting.frame, "CSV file");
  path->Bind(wxEVT_TEXT_ENTER, [&entered](wxCommandEvent& event) {
    entered = true;
    event.Skip();
  });
  sitting.key(WXK_RETURN);  // looks again, stores nothing
  BOOST_TEST_REQUIRE(until([&] { return entered; }));
  pick(sitting, "Birth dates are written", "Month, day, year");
  BOOST_TEST(sitting.says("Would be: 3 new patients"));
  BOOST_TEST(sitting.fresh() == 0u);
  path->SetFocus();
  BOOST_TEST_REQUIRE(until([] { return has_focus("CSV file"); }));
  sitting.key(WXK_RETURN);
  BOOST_TEST(sitting.says("Imported: 3 new patients"));
  BOOST_TEST((sitting.session.store.find_patient("N-0").born == *parse_date("1960-03-04")));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_list_of_patients_is_told_under_its_field) {
  Importing sitting("import_wrong", "this is no list\n");
  BOOST_TEST(until([&] { return has_focus("CSV file"); }));
  BOOST_TEST(!named(sitting.frame, "Would be"));
  BOOST_TEST(sitting.fresh() == 0u);
  save_picture(sitting, "wrong.png");
}

BOOST_AUTO_TEST_CASE(an_import_that_is_stopped_keeps_what_is_stored_and_can_go_on) {
  Importing sitting("import_stop", csv(20000, true));
  BOOST_TEST_REQUIRE(sitting.says("Would be: 20001 new patients"));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([] { return has_focus("Stop"); }));
  sitting.key(WXK_SPACE);
  BOOST_TEST_REQUIRE(sitting.says("Stopped: "));
  save_picture(sitting, "stopped.png");
  BOOST_TEST(sitting.fresh() > 0u);
  BOOST_TEST(sitting.fresh() < 20001u);
  BOOST_TEST(sitting.fresh() % 100 == 0u);
  sitting.key(WXK_RETURN);  // looks
  BOOST_TEST_REQUIRE(sitting.says("Would be: "));
  sitting.key(WXK_RETURN);
  BOOST_TEST(sitting.says("Imported: "));
  BOOST_TEST(sitting.fresh() == 20001u);
}

BOOST_AUTO_TEST_SUITE_END()
