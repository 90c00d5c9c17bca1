// SPDX-License-Identifier: MIT
// A patient's record and history in the window.
#include <wx/choice.h>
#include <wx/clipbrd.h>

#include <boost/test/unit_test.hpp>

#include "app/patient_text.h"
#include "base/files.h"
#include "gui/frame.h"
#include "gui/style.h"
#include "window/sitting.h"

using namespace kinescript;

BOOST_AUTO_TEST_SUITE(record_test)

BOOST_AUTO_TEST_CASE(the_history_tells_what_changed_and_undoes_one_change_of_a_draft) {
  Sitting sitting("history", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  sitting.editor().open(sitting.session.store.find_patient("EX-0001").id);
  sitting.editor().set(last.items[1].id, {.count = "12"});
  sitting.editor().remove(last.items[2].id);
  sitting.editor().add(ExerciseId{"clamshell"});
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(
      until([&] { return named(sitting.frame, "Plan history: Draft plan, Draft"); }));
  BOOST_TEST(named(sitting.frame, "1 progressed, 1 added, 1 removed"));
  wxWindow* changes = named(sitting.frame, "What changed: Bridge");
  BOOST_TEST_REQUIRE(changes);
  BOOST_TEST(accessible_name(changes).find("5-10 × 1") != std::string::npos);
  BOOST_TEST(accessible_name(changes).find("12 × 1") != std::string::npos);
  save_picture(sitting, "history.png");
  changes->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return changes->HasFocus(); }));
  sitting.key('U');
  BOOST_TEST(until([&] { return sitting.stored().items[1].dose == last.items[1].dose; }));
  BOOST_TEST(sitting.stored().items.size() == 3u);
  sitting.key(WXK_ESCAPE);
  BOOST_TEST(until([&] { return sitting.search() != nullptr; }));
}

BOOST_AUTO_TEST_CASE(the_history_reprints_the_stored_bytes_and_voids_with_a_reason) {
  Sitting sitting("void", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  const std::string stored = sitting.session.store.pdf(last.id);
  sitting.editor().open(sitting.session.store.find_patient("EX-0001").id);
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Plan history: Plan 1, Issued"); }));
  sitting.press("Reprint A");
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(read_file(sitting.printer.file) == stored);
  sitting.press("Void A…");
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Why is it void?"); }));
  sitting.key(WXK_RETURN);  // without a reason: it stays
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Say why the plan is void"); }));
  BOOST_TEST((sitting.session.store.head(last.id).state == PlanState::issued));
  sitting.type("wrong side");
  BOOST_TEST_REQUIRE(
      until([&] { return field(sitting.frame, "Why is it void?")->GetValue() == "wrong side"; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(
      until([&] { return sitting.session.store.head(last.id).state == PlanState::voided; }));
  BOOST_TEST(sitting.session.store.head(last.id).void_because == "wrong side");
  // Its content is a draft again.
  BOOST_TEST(sitting.editor().number() == 0);
  BOOST_TEST((sitting.stored().items == last.items));
}

BOOST_AUTO_TEST_CASE(a_plan_is_copied_as_the_text_that_the_clinics_record_takes) {
  Sitting sitting("copied", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  sitting.editor().open(sitting.session.store.find_patient("EX-0001").id);
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Plan history: Plan 1, Issued"); }));
  sitting.press("Copy as text");
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Plan 1 is copied as text."); }));
  wxTextDataObject copied;
  BOOST_TEST_REQUIRE(wxTheClipboard->Open());
  BOOST_TEST(wxTheClipboard->GetData(copied));
  wxTheClipboard->Close();
  const std::string text = utf8(copied.GetText());
  BOOST_TEST(text == sitting.editor().record(sitting.session.store.head(last.id)));
  for (const char* told : {"Whitfield", "Bridge", "Bird dog", "5-10"})
    BOOST_TEST(text.find(told) != std::string::npos, told << " is not in: " << text);
}

BOOST_AUTO_TEST_CASE(an_issued_plan_is_saved_again_with_the_bytes_that_were_stored) {
  Sitting sitting("save_again", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  const std::string stored = sitting.session.store.pdf(last.id);
  sitting.editor().open(sitting.session.store.find_patient("EX-0001").id);
  sitting.editor().set(last.items[1].id, {.count = "12"});  // what is on the table is another plan
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Plan history: Draft plan"); }));
  sitting.press("Save PDF of A…");
  const auto file = sitting.folder / "handout.pdf";
  BOOST_TEST_REQUIRE(until([&] { return std::filesystem::exists(file); }));
  BOOST_TEST((read_file(file) == stored));
}

BOOST_AUTO_TEST_CASE(a_re_issue_from_the_plan_marked_a_goes_on_from_the_older_one) {
  Sitting sitting("older", "");
  const Plan first = sitting.issue_bridge_and_bird_dog("EX-0001");
  {
    Editor between(sitting.session);
    between.open(sitting.session.store.find_patient("EX-0001").id);
    between.remove(first.items[2].id);
    between.add(ExerciseId{"clamshell"});
    BOOST_TEST_REQUIRE(between.issue().head.has_value());
  }
  sitting.editor().open(sitting.session.store.find_patient("EX-0001").id);
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Plan history: Plan 2, Issued"); }));
  sitting.key('R', wxMOD_CONTROL);  // A is plan 1
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Re-issue plan 1"); }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Repetitions of "); }));
  const Plan draft = sitting.stored();
  BOOST_TEST_REQUIRE(draft.items.size() == 3u);
  for (std::size_t i = 0; i < 3; ++i)
    BOOST_TEST(draft.items[i].exercise.text == first.items[i].exercise.text);
}

BOOST_AUTO_TEST_CASE(an_issued_plan_that_conflicts_today_is_not_reprinted_unasked) {
  Sitting sitting("conflicts_now", "EX-0002");  // an issued plan and a draft
  Patient patient = sitting.editor().patient();
  put_precaution(patient,
                 read_precaution("vertigo", sitting.editor().catalog(), sitting.editor().today()));
  put_precaution(
      patient, read_precaution("ext_intol", sitting.editor().catalog(), sitting.editor().today()));
  put_precaution(patient, read_precaution("abdo_surg@2026-11-10", sitting.editor().catalog(),
                                          sitting.editor().today()));
  sitting.editor().set_patient(patient);
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Plan history: "); }));
  sitting.press("Reprint A");
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Plan 1 conflicts today"); }));
  BOOST_TEST(!sitting.printed());
  save_picture(sitting, "reprint.png");
  sitting.press("Reprint anyway");
  BOOST_TEST(until([&] { return sitting.printed(); }));
}

BOOST_AUTO_TEST_CASE(the_record_is_changed_and_a_wrong_date_is_told_under_its_field) {
  Sitting sitting("record", "EX-0001");
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Edit…"); }));
  sitting.press("Edit…");
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Family name"); }));
  auto* born = field(sitting.frame, "Birth date");
  BOOST_TEST(born->GetValue() == "14 Mar 1958");
  born->SetValue("14/14/1958");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "The birth date is not a day"); }));
  const wxWindow* told = named(sitting.frame, "The birth date is not a day");
  BOOST_TEST(born->HasFocus());
  BOOST_TEST(std::abs(told->GetPosition().y - born->GetRect().GetBottom()) < 12);
  save_picture(sitting, "record.png");
  born->SetValue("15/3/58");
  field(sitting.frame, "Phone")->SetValue("01632 960 999");
  sitting.key(WXK_RETURN);
  BOOST_TEST(until(
      [&] { return iso(sitting.session.store.find_patient("EX-0001").born) == "1958-03-15"; }));
  BOOST_TEST(sitting.session.store.find_patient("EX-0001").phone == "01632 960 999");
}

BOOST_AUTO_TEST_CASE(a_patient_is_deleted_only_with_the_record_number_and_the_day_is_told_first) {
  Sitting sitting("delete", "EX-0001");
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Edit…"); }));
  sitting.press("Edit…");
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Family name"); }));
  sitting.press("Delete…");
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Record number"); }));
  BOOST_TEST(named(sitting.frame, "To be kept until 23 Nov 2034"));
  sitting.type("EX");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "That is not the record number"); }));
  BOOST_TEST(sitting.editor().has_patient());
  field(sitting.frame, "Record number")->SetValue("EX-0001");
  sitting.key(WXK_RETURN);
  BOOST_TEST(until([&] { return !sitting.editor().has_patient(); }));
  BOOST_TEST(sitting.session.store.patients().size() == 3u);
  BOOST_TEST(until([&] { return sitting.search()->HasFocus(); }));
}

BOOST_AUTO_TEST_CASE(a_yes_to_a_screening_question_is_dated_and_stops_the_plan) {
  Sitting sitting("screening", "EX-0002");
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Ask…"); }));
  sitting.press("Ask…");
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "You have chest pain."); }));
  save_picture(sitting, "screening.png");
  control<wxChoice>(sitting.frame, "You have chest pain.")->SetSelection(1);
  sitting.press("Keep the answers");
  BOOST_TEST_REQUIRE(until([&] { return !sitting.editor().patient().screening.empty(); }));
  const Patient stored = sitting.session.store.find_patient("EX-0002");
  BOOST_TEST_REQUIRE(stored.screening.size() == 1u);
  BOOST_TEST(stored.screening[0].yes);
  BOOST_TEST(iso(stored.screening[0].on) == "2026-11-23");
  BOOST_TEST(open_count(sitting.editor().findings()) > 0);
}

BOOST_AUTO_TEST_SUITE_END()
