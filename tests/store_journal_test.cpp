// SPDX-License-Identifier: MIT
// The journal as it stands in the clinic file (store/journal_rows, store/store_checks.cpp).
#include <boost/test/unit_test.hpp>

#include "helpers/clinic_file.h"
#include "plan/codec.h"
#include "store/database.h"

using namespace kinescript;
using namespace kinescript::testing;

namespace {

// A file in which something of everything was done.
struct Desk : ClinicFile {
  explicit Desk(const std::string& name) : ClinicFile("store_journal_test", name) {
    patient = store.add_patient(actor, person("Okafor", "Ada"), kMonday);
    Plan plan;
    plan.patient = patient.id;
    plan.problem = "low back";
    plan.start = kMonday.today;
    draft = store.add_draft(actor, plan, kMonday);
  }
  std::vector<std::string> words() {
    std::vector<std::string> all;
    for (const JournalEntry& entry : store.journal())
      all.push_back(std::string(word(entry.action)) + " " + std::string(word(entry.kind)));
    return all;
  }
  // By hand, as somebody with a SQLite shell could; triggers are no obstacle to them.
  std::string fault_after(const std::string& sql) {
    {
      Database database(path);
      database.execute("DROP TRIGGER journal_stays; DROP TRIGGER journal_is_kept;");
      database.execute(sql);
    }
    const auto faults = store.verify();
    BOOST_TEST((error_of([&] { store.journal(); }) == ErrorKind::damaged));
    return faults.size() == 1 ? faults.front() : std::to_string(faults.size()) + " faults";
  }
  Patient patient;
  StoredDraft draft;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(store_journal_test)

BOOST_AUTO_TEST_CASE(every_write_stands_in_the_journal_and_a_change_once_a_sitting) {
  Desk desk("lines");
  Plan plan = desk.draft.plan;
  int revision = desk.draft.revision;
  for (const char* title : {"one", "two", "three"}) {
    plan.title = title;
    revision = desk.store.save_draft(desk.actor, plan, revision, kMonday).revision;
  }
  Override decision;
  decision.item = ItemId{"a1"};
  decision.rule = "ext_intol:prone";
  decision.because = "discussed with the surgeon";
  plan.overrides.push_back(decision);
  revision = desk.store.save_draft(desk.actor, plan, revision, kMonday).revision;
  desk.store.issue(desk.actor, plan.id, revision, 1, encode(Dossier{}), "%PDF-1.7", kMonday);
  desk.store.note(desk.actor, Action::print, RecordKind::plan, plan.id.text, kMonday);
  desk.store.void_plan(desk.actor, plan.id, "given to the wrong patient", kMonday);
  const std::vector<std::string> expected = {"setup clinic file", "create patient", "create plan",
                                             "change plan",       "override item",  "issue plan",
                                             "print plan",        "void plan"};
  BOOST_TEST(desk.words() == expected, boost::test_tools::per_element());
  desk.restart();
  desk.unlock_as(desk.elena);
  desk.store.set_patient(desk.actor, desk.patient, kMonday);
  BOOST_TEST(desk.words().size() == expected.size() + 2);
  BOOST_TEST(desk.words().back() == "change patient");
  BOOST_TEST(desk.store.journal_head().count == 10);
  BOOST_TEST(desk.store.verify().empty());
}

BOOST_AUTO_TEST_CASE(a_write_that_failed_leaves_no_line) {
  Desk desk("failed");
  const auto before = desk.store.journal_head().count;
  BOOST_CHECK_THROW(desk.store.save_draft(desk.actor, desk.draft.plan, 99, kMonday), Error);
  Patient same = person("Other", "One");
  same.record_number = desk.patient.record_number;
  BOOST_CHECK_THROW(desk.store.add_patient(desk.actor, same, kMonday), Error);
  BOOST_TEST(desk.store.journal_head().count == before);
  BOOST_TEST(desk.store.verify().empty());
}

BOOST_AUTO_TEST_CASE(the_journal_refuses_to_be_changed_or_cut) {
  Desk desk("triggers");
  Database database(desk.path);
  BOOST_CHECK_THROW(database.execute("DELETE FROM journal"), Error);
  BOOST_CHECK_THROW(database.execute("UPDATE journal SET number = 9 WHERE number = 1"), Error);
  BOOST_TEST(desk.store.verify().empty());
}

BOOST_AUTO_TEST_CASE(what_was_done_to_the_journal_by_hand_is_found) {
  const auto tells = [](const std::string& name, const std::string& sql, const std::string& fault) {
    Desk desk(name);
    const std::string said = desk.fault_after(sql);
    BOOST_TEST(said.find(fault) != std::string::npos, name << ": " << said);
  };
  tells("removed", "DELETE FROM journal WHERE number = 2", "entry 2 was removed");
  tells("cut", "DELETE FROM journal WHERE number = 3", "entry 3 was cut off");
  tells("swapped",
        "UPDATE journal SET number = 99 WHERE number = 2; UPDATE journal SET number = 2 WHERE "
        "number = 3;"
        "UPDATE journal SET number = 3 WHERE number = 99",
        "entry 2 was changed");
  tells("changed", "UPDATE journal SET entry = zeroblob(80) WHERE number = 1",
        "entry 1 was changed");
  tells("added", "INSERT INTO journal SELECT 4, entry FROM journal WHERE number = 3",
        "entry 4 was added");
  tells("head", "UPDATE journal_head SET count = 2; DELETE FROM journal WHERE number = 3",
        "damaged or moved");
  tells("no_head", "DELETE FROM journal_head", "journal is damaged");
}

BOOST_AUTO_TEST_CASE(
    an_older_head_put_back_with_its_entries_shows_only_against_a_head_kept_elsewhere) {
  Desk desk("older");
  const JournalHead noted = desk.store.journal_head();
  desk.store.set_patient(desk.actor, desk.patient, kMonday);
  BOOST_TEST(desk.store.journal_head().count == noted.count + 1);
  BOOST_TEST(hex(desk.store.journal_head().link) != hex(noted.link));
}

BOOST_AUTO_TEST_SUITE_END()
