// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <memory>

#include "base/error.h"
#include "base/files.h"
#include "store/database.h"
#include "store/migrate.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

const Clock kDay{*parse_date("2026-11-23"), *parse_moment("2026-11-23T09:00:00Z")};
const Clock kNextDay{*parse_date("2026-11-24"), *parse_moment("2026-11-24T09:00:00Z")};

fs::path fresh_folder(const std::string& name) {
  const fs::path folder = fs::path(KINESCRIPT_TEST_SCRATCH) / "store_test" / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

Randomness counted_randomness() {
  auto next = std::make_shared<unsigned char>(0);
  return [next](unsigned char* bytes, std::size_t n) {
    ++*next;
    std::fill(bytes, bytes + n, *next);
  };
}

// A clinic file with one clinician and one patient.
struct Desk {
  explicit Desk(const std::string& name)
      : path(fresh_folder(name) / "clinic.ksc"),
        store(Store::create(path, clinic(),
                            {{}, "Elena Sorin, PT", "elena", ClinicianRole::clinician}, {true},
                            kDay, counted_randomness())) {
    const Clinician elena = store.clinicians().front();
    actor = {elena.id, elena.name, elena.role};
    patient = store.add_patient(actor, person("Okafor", "Ada"), kDay);
  }
  static Clinic clinic() {
    Clinic c;
    c.name = "Riverside Physiotherapy";
    c.phone = "020 7946 0000";
    c.emergency_number = "999";
    return c;
  }
  static Patient person(const std::string& family, const std::string& given) {
    Patient p;
    p.family = family;
    p.given = given;
    p.born = *parse_date("1961-04-12");
    return p;
  }
  Plan plan(const std::string& problem = "Low back pain") const {
    Plan p;
    p.patient = patient.id;
    p.problem = problem;
    p.title = "Your back program";
    p.start = kDay.today;
    return p;
  }
  PlanHead issue(const StoredDraft& draft, const std::string& pdf = "%PDF-1.7\n") {
    return store.issue(actor, draft.plan.id, draft.revision, store.next_number(patient.id), "{}",
                       pdf, kDay);
  }
  void reopen() {
    store = Store::open(path, system_randomness());
    actor = store.unlock(actor.id, "", kDay);
  }

  fs::path path;
  Store store;
  Actor actor;
  Patient patient;
};

Error error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error;
  }
  BOOST_FAIL("nothing was thrown");
  return Error(ErrorKind::usage, "", "");
}
ErrorKind kind_of(const std::function<void()>& act) { return error_of(act).kind(); }

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

// Opening must throw `kind` and leave file and folder as they are.
void check_refused(const fs::path& path, ErrorKind kind) {
  const std::string before = read_file(path);
  const auto names = names_in(path.parent_path());
  const Error error = error_of([&] { Store::open(path, counted_randomness()); });
  BOOST_CHECK(error.kind() == kind);
  BOOST_TEST(std::string(error.what()).find('\n') == std::string::npos);
  BOOST_CHECK(read_file(path) == before);
  BOOST_TEST(names_in(path.parent_path()) == names, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_test)

BOOST_AUTO_TEST_CASE(a_clinic_file_holds_its_clinic_and_its_clinicians) {
  Desk desk("clinic");
  Clinic changed = desk.store.clinic();
  BOOST_CHECK(changed == Desk::clinic());
  changed.phone = "020 7946 0001";
  desk.store.set_clinic(desk.actor, changed, kDay);
  desk.reopen();
  BOOST_CHECK(desk.store.clinic() == changed);
  BOOST_TEST(desk.store.for_tests());
  BOOST_TEST(desk.store.file_id().size() == 36u);
  BOOST_REQUIRE(desk.store.clinicians().size() == 1u);
  BOOST_TEST(desk.store.clinicians().front().login == "elena");
  BOOST_CHECK((fs::status(desk.path).permissions() & fs::perms::all) ==
              (fs::perms::owner_read | fs::perms::owner_write));
}

BOOST_AUTO_TEST_CASE(a_patient_gets_an_id_and_a_counted_record_number_that_is_never_counted_twice) {
  Desk desk("numbers");
  BOOST_TEST(desk.patient.record_number == "P-0001");
  BOOST_TEST(desk.patient.id.text.size() == 36u);
  Patient own = Desk::person("Lund", "Mia");
  own.record_number = "P-0002";
  desk.store.add_patient(desk.actor, own, kDay);
  BOOST_TEST(desk.store.add_patient(desk.actor, Desk::person("Roe", "Sam"), kDay).record_number ==
             "P-0003");
  Patient renamed = desk.store.find_patient("P-0003");
  renamed.record_number = "X9";
  desk.store.set_patient(desk.actor, renamed, kDay);
  BOOST_TEST(desk.store.add_patient(desk.actor, Desk::person("Poe", "Kim"), kDay).record_number ==
             "P-0004");
}

BOOST_AUTO_TEST_CASE(a_record_number_belongs_to_one_patient) {
  Desk desk("taken");
  Patient second = Desk::person("Lund", "Mia");
  second.record_number = "p-0001";
  BOOST_CHECK(kind_of([&] { desk.store.add_patient(desk.actor, second, kDay); }) ==
              ErrorKind::conflict);
  second.record_number = "";
  second = desk.store.add_patient(desk.actor, second, kDay);
  second.record_number = "P-0001";
  BOOST_CHECK(kind_of([&] { desk.store.set_patient(desk.actor, second, kDay); }) ==
              ErrorKind::conflict);
  BOOST_TEST(desk.store.find_patient("P-0001").family == "Okafor");
  BOOST_TEST(desk.store.patients().size() == 2u);
}

BOOST_AUTO_TEST_CASE(patients_are_found_by_id_and_record_number_and_listed_by_name) {
  Desk desk("listed");
  desk.store.add_patient(desk.actor, Desk::person("Adams", "Zoe"), kDay);
  Patient archived = Desk::person("Abel", "Tom");
  archived.archived = true;
  desk.store.add_patient(desk.actor, archived, kDay);
  BOOST_CHECK(desk.store.find_patient(desk.patient.id.text) == desk.patient);
  BOOST_CHECK(desk.store.find_patient("p-0001") == desk.patient);
  BOOST_CHECK(desk.store.patient(desk.patient.id) == desk.patient);
  BOOST_REQUIRE(desk.store.patients().size() == 2u);
  BOOST_TEST(desk.store.patients().front().family == "Adams");
  BOOST_TEST(desk.store.patients(true).size() == 3u);
  BOOST_CHECK(kind_of([&] { desk.store.find_patient("P-0099"); }) == ErrorKind::not_found);
}

BOOST_AUTO_TEST_CASE(a_name_with_marks_stands_beside_the_same_name_without_them) {
  Desk desk("marks");
  for (const char* family : {"Zimmer", "\u00C4rlig", "arnold", "Arlig", "\u0141aska"})
    desk.store.add_patient(desk.actor, Desk::person(family, "Invented"), kDay);
  std::string order;
  for (const Patient& each : desk.store.patients())
    if (each.id != desk.patient.id) order += each.family + " ";
  BOOST_TEST(order == "\u00C4rlig Arlig arnold \u0141aska Zimmer ");
}

BOOST_AUTO_TEST_CASE(names_with_quotes_accents_and_two_hundred_letters_survive) {
  Desk desk("names");
  std::string long_name;
  for (int i = 0; i < 100; ++i) long_name += "\xC3\x85\xE6\xBC\xA2";
  for (const std::string& name : {std::string("O'Brien; DROP TABLE patient;--"),
                                  std::string("\"Zo\xC3\xAB\" \\ N\xC3\xBA\xC3\xB1"
                                              "ez"),
                                  long_name, std::string("% _ ? :a $1")}) {
    const Patient stored = desk.store.add_patient(desk.actor, Desk::person(name, name), kDay);
    desk.reopen();
    BOOST_TEST(desk.store.patient(stored.id).family == name);
  }
}

BOOST_AUTO_TEST_CASE(a_draft_grows_by_revisions_and_a_stale_one_changes_nothing) {
  Desk desk("drafts");
  StoredDraft draft = desk.store.add_draft(desk.actor, desk.plan(), kDay);
  BOOST_TEST(draft.revision == 1);
  BOOST_TEST(draft.plan.id.text.size() == 36u);
  Plan next = draft.plan;
  next.title = "Second";
  BOOST_TEST(desk.store.save_draft(desk.actor, next, 1, kDay).revision == 2);
  next.title = "Stale";
  BOOST_CHECK(kind_of([&] { desk.store.save_draft(desk.actor, next, 1, kDay); }) ==
              ErrorKind::conflict);
  desk.reopen();
  BOOST_TEST(desk.store.draft(draft.plan.id).plan.title == "Second");
  desk.store.delete_draft(desk.actor, draft.plan.id, kDay);
  BOOST_CHECK(kind_of([&] { desk.store.draft(draft.plan.id); }) == ErrorKind::not_found);
}

BOOST_AUTO_TEST_CASE(a_patient_has_one_draft_a_problem) {
  Desk desk("problem");
  const StoredDraft back = desk.store.add_draft(desk.actor, desk.plan("Low back pain"), kDay);
  const Error error =
      error_of([&] { desk.store.add_draft(desk.actor, desk.plan("low back pain"), kDay); });
  BOOST_CHECK(error.kind() == ErrorKind::conflict);
  BOOST_TEST(error.message().find(back.plan.id.text) != std::string::npos);
  StoredDraft knee = desk.store.add_draft(desk.actor, desk.plan("Knee"), kDay);
  knee.plan.problem = "Low back pain";
  BOOST_CHECK(kind_of([&] { desk.store.save_draft(desk.actor, knee.plan, 1, kDay); }) ==
              ErrorKind::conflict);
  BOOST_TEST(desk.store.history(desk.patient.id).size() == 2u);
}

BOOST_AUTO_TEST_CASE(plans_are_found_by_id_number_and_the_word_draft) {
  Desk desk("found");
  const StoredDraft first = desk.store.add_draft(desk.actor, desk.plan(), kDay);
  BOOST_TEST(desk.store.find_plan("P-0001/draft").text == first.plan.id.text);
  desk.issue(first);
  BOOST_TEST(desk.store.find_plan("P-0001/1").text == first.plan.id.text);
  BOOST_TEST(desk.store.find_plan(first.plan.id.text).text == first.plan.id.text);
  for (const char* wrong : {"P-0001/draft", "P-0001/2", "P-0009/1", "nonsense", ""})
    BOOST_CHECK(kind_of([&] { desk.store.find_plan(wrong); }) == ErrorKind::not_found);
  BOOST_CHECK(kind_of([&] { desk.store.find_plan("P-0001/drafts"); }) == ErrorKind::usage);
  desk.store.add_draft(desk.actor, desk.plan("A"), kDay);
  desk.store.add_draft(desk.actor, desk.plan("B"), kDay);
  BOOST_CHECK(kind_of([&] { desk.store.find_plan("P-0001/draft"); }) == ErrorKind::conflict);
}

BOOST_AUTO_TEST_CASE(issuing_numbers_a_plan_and_replaces_the_one_before_of_the_same_problem) {
  Desk desk("issue");
  const PlanHead first =
      desk.issue(desk.store.add_draft(desk.actor, desk.plan(), kDay), "%PDF-1.7\none");
  const PlanHead knee = desk.issue(desk.store.add_draft(desk.actor, desk.plan("Knee"), kDay));
  const PlanHead second =
      desk.issue(desk.store.add_draft(desk.actor, desk.plan(), kDay), "%PDF-1.7\ntwo");
  BOOST_TEST(first.number == 1);
  BOOST_TEST(second.number == 3);
  BOOST_CHECK(desk.store.head(first.id).state == PlanState::replaced);
  BOOST_CHECK(desk.store.head(knee.id).state == PlanState::issued);
  BOOST_CHECK(desk.store.head(second.id).state == PlanState::issued);
  BOOST_TEST(desk.store.pdf(first.id) == "%PDF-1.7\none");
  BOOST_TEST(desk.store.snapshot(first.id) == "{}");
  BOOST_TEST(second.clinician == "Elena Sorin, PT");
  BOOST_TEST(iso(second.date) == "2026-11-23");
  desk.store.add_draft(desk.actor, desk.plan("Neck"), kNextDay);
  const auto heads = desk.store.history(desk.patient.id);
  BOOST_REQUIRE(heads.size() == 4u);
  BOOST_TEST(heads[1].number == 2);
  BOOST_CHECK(heads[3].state == PlanState::draft);
  BOOST_TEST(iso(heads[3].date) == "2026-11-24");
}

BOOST_AUTO_TEST_CASE(an_issued_plan_is_changed_by_nothing) {
  Desk desk("frozen");
  const StoredDraft draft = desk.store.add_draft(desk.actor, desk.plan(), kDay);
  const PlanHead head = desk.issue(draft, "%PDF-1.7\nkept");
  BOOST_CHECK(kind_of([&] { desk.store.save_draft(desk.actor, draft.plan, 1, kDay); }) ==
              ErrorKind::conflict);
  BOOST_CHECK(kind_of([&] { desk.store.delete_draft(desk.actor, head.id, kDay); }) ==
              ErrorKind::conflict);
  BOOST_CHECK(kind_of([&] {
                desk.store.issue(desk.actor, head.id, 1, 2, "{\"a\":1}", "%PDF-1.7\nother", kDay);
              }) == ErrorKind::conflict);
  Database outside(desk.path);
  BOOST_CHECK_THROW(outside.execute("UPDATE issued_plan SET number = 7"), Error);
  BOOST_CHECK_THROW(outside.execute("UPDATE issued_plan SET pdf = zeroblob(3)"), Error);
  desk.store.void_plan(desk.actor, head.id, "given to the wrong patient", kNextDay);
  BOOST_CHECK(kind_of([&] { desk.store.void_plan(desk.actor, head.id, "again", kDay); }) ==
              ErrorKind::conflict);
  const PlanHead after = desk.store.head(head.id);
  BOOST_CHECK(after.state == PlanState::voided);
  BOOST_TEST(after.void_because == "given to the wrong patient");
  BOOST_TEST(after.number == 1);
  BOOST_TEST(desk.store.pdf(head.id) == "%PDF-1.7\nkept");
  BOOST_TEST(desk.store.next_number(desk.patient.id) == 2);
}

BOOST_AUTO_TEST_CASE(a_draft_or_a_reason_that_is_missing_is_not_voided) {
  Desk desk("void");
  const StoredDraft draft = desk.store.add_draft(desk.actor, desk.plan(), kDay);
  BOOST_CHECK(kind_of([&] { desk.store.void_plan(desk.actor, draft.plan.id, "x", kDay); }) ==
              ErrorKind::conflict);
  const PlanHead head = desk.issue(draft);
  BOOST_CHECK(kind_of([&] { desk.store.void_plan(desk.actor, head.id, "  ", kDay); }) ==
              ErrorKind::usage);
  BOOST_CHECK(desk.store.head(head.id).state == PlanState::issued);
}

BOOST_AUTO_TEST_CASE(a_number_or_revision_that_is_taken_issues_nothing) {
  Desk desk("race");
  const StoredDraft draft = desk.store.add_draft(desk.actor, desk.plan(), kDay);
  for (const auto& [revision, number] : {std::pair(1, 2), std::pair(2, 1)})
    BOOST_CHECK(kind_of([&, r = revision, n = number] {
                  desk.store.issue(desk.actor, draft.plan.id, r, n, "{}", "%PDF-1.7\n", kDay);
                }) == ErrorKind::conflict);
  BOOST_CHECK(desk.store.head(draft.plan.id).state == PlanState::draft);
  BOOST_TEST(desk.store.next_number(desk.patient.id) == 1);
}

BOOST_AUTO_TEST_CASE(a_reader_and_a_stranger_write_nothing) {
  Desk desk("reader");
  Actor reader = desk.actor;
  reader.role = ClinicianRole::reader;
  BOOST_CHECK(kind_of([&] { desk.store.add_patient(reader, Desk::person("A", "B"), kDay); }) ==
              ErrorKind::forbidden);
  const Actor stranger{ClinicianId{"nobody"}, "Nobody", ClinicianRole::clinician};
  BOOST_CHECK(kind_of([&] { desk.store.add_draft(stranger, desk.plan(), kDay); }) ==
              ErrorKind::forbidden);
  BOOST_TEST(desk.store.patients().size() == 1u);
  BOOST_TEST(desk.store.history(desk.patient.id).empty());
}

BOOST_AUTO_TEST_CASE(a_file_held_by_another_program_is_said_and_nothing_is_written) {
  Desk desk("held");
  Database other(desk.path);
  other.execute("BEGIN EXCLUSIVE");
  const Error error = error_of([&] { desk.store.add_draft(desk.actor, desk.plan(), kDay); });
  BOOST_CHECK(error.kind() == ErrorKind::conflict);
  BOOST_TEST(error.message().find("in use by another program") != std::string::npos);
  other.execute("ROLLBACK");
  BOOST_TEST(desk.store.history(desk.patient.id).empty());
}

BOOST_AUTO_TEST_CASE(newer_foreign_damaged_and_cut_files_are_refused_and_left_untouched) {
  fs::path path;
  {
    Desk desk("refused");
    for (int i = 0; i < 40; ++i)
      desk.store.add_patient(desk.actor, Desk::person("Name", std::to_string(i)), kDay);
    path = desk.path;
  }
  const std::string whole = read_file(path);
  Store::open(path, counted_randomness());
  write_atomically(path, whole.substr(0, whole.size() / 2));
  check_refused(path, ErrorKind::damaged);
  write_atomically(path, "not a database at all");
  check_refused(path, ErrorKind::damaged);
  write_atomically(path, "");
  check_refused(path, ErrorKind::damaged);
  std::string newer = whole;
  newer[62] = 1;  // user version 65536 + …
  write_atomically(path, newer);
  check_refused(path, ErrorKind::newer);
  std::string foreign = whole;
  foreign.replace(68, 4, "MINE");
  write_atomically(path, foreign);
  check_refused(path, ErrorKind::damaged);
}

BOOST_AUTO_TEST_CASE(another_programs_tables_under_our_name_are_no_clinic_file) {
  for (const char* version : {"0", "1"}) {
    const fs::path path = fresh_folder("pretender") / "clinic.ksc";
    write_atomically(path, "");
    {
      Database db(path);
      db.execute("CREATE TABLE thing (id INTEGER)");
      db.execute("PRAGMA application_id=" + std::to_string(kApplicationId));
      db.execute(std::string("PRAGMA user_version=") + version);
    }
    BOOST_CHECK(kind_of([&] { Store::open(path, counted_randomness()); }) == ErrorKind::damaged);
    Database db(path);
    BOOST_TEST(db.integer("SELECT count(*) FROM sqlite_schema") == 1);
  }
}

BOOST_AUTO_TEST_CASE(setup_never_touches_a_file_that_is_there) {
  const fs::path path = fresh_folder("there") / "clinic.ksc";
  write_atomically(path, "letters of mine");
  BOOST_CHECK(kind_of([&] {
                Store::create(path, {}, {{}, "X", "x", {}}, {}, kDay, counted_randomness());
              }) == ErrorKind::conflict);
  BOOST_TEST(read_file(path) == "letters of mine");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_missing_or_cannot_be_written_is_said) {
  for (const char* path : {"/proc/clinic.ksc", "/nowhere/at/all/clinic.ksc"}) {
    const Error error = error_of([&] {
      Store::create(path, {}, {{}, "X", "x", {}}, {}, kDay, counted_randomness());
    });
    BOOST_CHECK(error.kind() == ErrorKind::io);
    BOOST_TEST(error.message().find("older") != std::string::npos);  // folder, Folder
  }
  BOOST_CHECK(kind_of([&] { Store::open("/nowhere/clinic.ksc", counted_randomness()); }) ==
              ErrorKind::not_found);
}

BOOST_AUTO_TEST_CASE(verify_finds_a_record_that_was_damaged_by_hand) {
  Desk desk("verify");
  const PlanHead head = desk.issue(desk.store.add_draft(desk.actor, desk.plan(), kDay));
  Database outside(desk.path);
  outside.execute("UPDATE patient SET record = x'7B'");
  const auto faults = desk.store.verify();
  BOOST_REQUIRE(!faults.empty());
  BOOST_TEST(faults.front().find("patient " + desk.patient.id.text) == 0u);
  BOOST_TEST(faults.front().find("Okafor") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
