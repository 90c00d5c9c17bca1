// SPDX-License-Identifier: MIT
// One patient to another desk and back; two records of one person; the end of a record; a clinic
// file on another computer.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "app/retention.h"
#include "base/files.h"
#include "base/network.h"
#include "helpers/clinic_file.h"
#include "helpers/desk.h"
#include "plan/codec.h"
#include "store/database.h"

namespace fs = std::filesystem;
using namespace kinescript;
using namespace kinescript::testing;

namespace {

constexpr const char* kSuite = "moves_test";
constexpr const char* kRoad = "another way than the file";

std::string pdf_of(const std::string& text) {
  return "%PDF-1.7\n1 0 obj\n<< /Subtype /Form /Length 900 >>\nstream\n" + std::string(400, 'x') +
         text + "\nendstream\nendobj\n%%EOF\n";
}

PatientPrecaution precaution(const std::string& code) {
  PatientPrecaution p;
  p.id = "1";
  p.code = PrecautionCode{code};
  return p;
}

StoredDraft add_draft(ClinicFile& desk, const Patient& patient, const std::string& problem) {
  Plan plan;
  plan.patient = patient.id;
  plan.problem = problem;
  plan.title = "For " + problem;
  plan.start = kMonday.today;
  return desk.store.add_draft(desk.actor, plan, kMonday);
}

PlanHead issue(ClinicFile& desk, const Patient& patient, const std::string& problem) {
  const StoredDraft draft = add_draft(desk, patient, problem);
  Dossier dossier;
  dossier.plan = draft.plan;
  dossier.patient = patient;
  return desk.store.issue(desk.actor, draft.plan.id, 1, desk.store.next_number(patient.id),
                          encode(dossier), pdf_of(patient.family + problem), kMonday);
}

// Ada with two issued plans (the first replaced), one void and a draft.
Patient ada_with_history(ClinicFile& desk) {
  Patient ada = person("Okafor", "Ada");
  ada.precautions = {precaution("ext_intol")};
  ada = desk.store.add_patient(desk.actor, ada, kMonday);
  issue(desk, ada, "back");
  issue(desk, ada, "back");
  desk.store.void_plan(desk.actor, issue(desk, ada, "knee").id, "given to another", kMonday);
  add_draft(desk, ada, "hip");
  return ada;
}

std::string in_words(const Store& store, const PatientId& patient) {
  std::string text;
  for (const PlanHead& head : store.history(patient))
    text += std::to_string(head.number) + " " + head.problem + " " +
            std::to_string(static_cast<int>(head.state)) + " " + head.void_because + " " +
            head.clinician + "; ";
  return text;
}

ImportReport import(ClinicFile& desk, const std::string& file, const std::string& record = "") {
  return desk.store.import_patient(desk.actor, file, kRoad, record, kMonday);
}

struct TextInDescriptor {
  explicit TextInDescriptor(const fs::path& path) {
    write_atomically(path, std::string(kRoad) + "\n");
    fd = ::open(path.c_str(), O_RDONLY);
  }
  ~TextInDescriptor() { ::close(fd); }
  TextInDescriptor(const TextInDescriptor&) = delete;
  TextInDescriptor& operator=(const TextInDescriptor&) = delete;
  int fd;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(moves_test)

BOOST_AUTO_TEST_CASE(a_patient_arrives_on_another_desk_with_plans_pdfs_and_history) {
  ClinicFile here(kSuite, "here"), there(kSuite, "there");
  const Patient ada = ada_with_history(here);
  const std::string file = here.store.export_patient(here.actor, ada.id, kRoad, kMonday);
  for (const char* word : {"Okafor", "Ada", "1961", "ext_intol", "back"})
    BOOST_TEST(!contains(file, word));
  const ImportReport report = import(there, file);
  BOOST_TEST(report.new_patient);
  BOOST_TEST(report.new_plans == 3);
  BOOST_TEST(report.new_drafts == 1);
  BOOST_TEST((there.store.patient(ada.id) == ada));
  BOOST_TEST(in_words(there.store, ada.id) == in_words(here.store, ada.id));
  for (const PlanHead& head : here.store.history(ada.id)) {
    if (head.state == PlanState::draft) continue;
    BOOST_TEST((there.store.pdf(head.id) == here.store.pdf(head.id)));
    BOOST_TEST((there.store.snapshot(head.id) == here.store.snapshot(head.id)));
  }
  BOOST_TEST(there.store.verify().empty());
}

BOOST_AUTO_TEST_CASE(the_same_file_twice_leaves_no_doubles_and_no_line_in_the_journal) {
  ClinicFile here(kSuite, "twice"), there(kSuite, "twice_there");
  const Patient ada = ada_with_history(here);
  const std::string file = here.store.export_patient(here.actor, ada.id, kRoad, kMonday);
  import(there, file);
  const auto count = there.store.journal_head().count;
  const ImportReport again = import(there, file);
  BOOST_TEST(again.changed_nothing());
  BOOST_TEST(again.known == 4);
  BOOST_TEST(again.remarks.empty());
  BOOST_TEST(there.store.journal_head().count == count);
  BOOST_TEST(in_words(there.store, ada.id) == in_words(here.store, ada.id));
}

BOOST_AUTO_TEST_CASE(what_two_desks_wrote_since_is_united_and_said) {
  ClinicFile here(kSuite, "since"), there(kSuite, "since_there");
  Patient ada = ada_with_history(here);
  import(there, here.store.export_patient(here.actor, ada.id, kRoad, kMonday));
  issue(there, ada, "neck");  // number 4 there
  Patient changed = ada;
  changed.phone = "07700 900123";
  changed.precautions.push_back(precaution("osteoporosis"));
  there.store.set_patient(there.actor, changed, later(std::chrono::hours{1}));
  issue(here, ada, "foot");  // number 4 here
  ada.precautions.push_back(precaution("preg"));
  here.store.set_patient(here.actor, ada, kMonday);
  const ImportReport report =
      import(here, there.store.export_patient(there.actor, ada.id, kRoad, kMonday));
  const Patient merged = here.store.patient(ada.id);
  BOOST_TEST(merged.phone == "07700 900123");
  BOOST_TEST(merged.precautions.size() == 3u);
  const std::string history = in_words(here.store, ada.id);
  BOOST_TEST(contains(history, "4 foot"), history);
  BOOST_TEST(contains(history, "5 neck"), history);
  const std::string said = join(report.remarks, " ");
  BOOST_TEST(contains(said, "Plan 4 of the other desk is plan 5 here"), said);
  BOOST_TEST(contains(said, "newer"), said);
  BOOST_TEST(!contains(said, "Okafor"));
  BOOST_TEST(here.store.verify().empty());
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_and_a_changed_file_import_nothing) {
  ClinicFile here(kSuite, "wrong"), there(kSuite, "wrong_there");
  const Patient ada = ada_with_history(here);
  const std::string file = here.store.export_patient(here.actor, ada.id, kRoad, kMonday);
  const auto fails = [&](const std::string& bytes, const char* passphrase) {
    return error_of(
        [&] { there.store.import_patient(there.actor, bytes, passphrase, "", kMonday); });
  };
  BOOST_CHECK(fails(file, "not it") == ErrorKind::locked);
  for (const std::size_t size : {0u, 5u, 40u, 100u, 170u, 1000u})
    BOOST_CHECK(fails(file.substr(0, size), kRoad) == ErrorKind::damaged);
  for (std::size_t at = 0; at < file.size(); at += 97) {
    std::string changed = file;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    BOOST_CHECK(fails(changed, kRoad).has_value());
  }
  BOOST_TEST(there.store.patients(true).empty());
}

BOOST_AUTO_TEST_CASE(a_taken_record_number_asks_for_another_one_on_the_command_line) {
  const Desk here("move_here", {}), there("move_there", {});
  here.add_patient();
  there.add_patient();
  const std::string file = (here.folder / "patient.ksp").string();
  const TextInDescriptor first(here.folder / "a"), second(here.folder / "b"),
      third(here.folder / "c");
  here.fails(2, {"patient", "export", "P-0001", "-o", file}, {"--bundle-passphrase-fd"});
  here.done({"patient", "export", "P-0001", "-o", file, "--bundle-passphrase-fd",
             std::to_string(first.fd)});
  there.fails(1, {"patient", "import", file, "--bundle-passphrase-fd", std::to_string(second.fd)},
              {"belongs to another patient", "--record NEW-NUMBER"});
  there.done({"patient", "import", file, "--record", "R-2", "--bundle-passphrase-fd",
              std::to_string(third.fd)});
  BOOST_TEST(there.json({"patient", "list"}).size() == 2u);
}

BOOST_AUTO_TEST_CASE(merged_records_keep_every_plan_precaution_and_answer) {
  ClinicFile desk(kSuite, "merge");
  const Patient ada = ada_with_history(desk);
  Patient twin = person("Okafor", "Ada");
  twin.phone = "07700 900321";
  twin.precautions = {precaution("ext_intol"), precaution("osteoporosis")};
  twin = desk.store.add_patient(desk.actor, twin, kMonday);
  const PlanHead plan = issue(desk, twin, "neck");
  const std::string pdf = desk.store.pdf(plan.id);
  add_draft(desk, twin, "hip");
  const Patient kept = desk.store.merge_patients(desk.actor, ada.id, twin.id, kMonday);
  BOOST_TEST(kept.phone == "07700 900321");
  BOOST_TEST(kept.precautions.size() == 2u);
  const std::string history = in_words(desk.store, ada.id);
  for (const char* part : {"1 back", "2 back", "3 knee", "4 neck", "0 hip 0", "0 hip (2)"})
    BOOST_TEST(contains(history, part), history);
  BOOST_TEST((desk.store.pdf(plan.id) == pdf));
  BOOST_TEST(desk.store.patients(true).size() == 1u);
  BOOST_TEST(desk.store.verify().empty());
}

BOOST_AUTO_TEST_CASE(a_deleted_patient_leaves_no_sealed_byte_and_one_line_in_the_journal) {
  ClinicFile desk(kSuite, "delete");
  const Patient ada = ada_with_history(desk);
  const Patient bo = desk.store.add_patient(desk.actor, person("Lind", "Bo"), kMonday);
  const PlanHead other = issue(desk, bo, "back");
  const std::string pdf = desk.store.pdf(other.id);
  std::vector<std::string> sealed;
  {
    Database database(desk.path);
    for (Statement row = database.query("SELECT record FROM patient WHERE id = ? UNION ALL SELECT "
                                        "plan FROM draft UNION ALL SELECT summary FROM issued_plan "
                                        "WHERE patient = ?",
                                        ada.id.text, ada.id.text);
         row.step();)
      sealed.push_back(row.text(0).substr(0, 40));
  }
  BOOST_TEST(sealed.size() == 5u);
  desk.store.delete_patient(desk.actor, ada.id, kMonday);
  BOOST_CHECK(error_of([&] { desk.store.patient(ada.id); }) == ErrorKind::not_found);
  BOOST_TEST((desk.store.pdf(other.id) == pdf));
  BOOST_TEST(desk.store.verify().empty());
  BOOST_CHECK(desk.store.journal().back().action == Action::delete_record);
  for (const auto& entry : fs::directory_iterator(desk.path.parent_path())) {
    const std::string bytes = read_file(entry.path());
    for (const std::string& start : sealed) BOOST_TEST(!contains(bytes, start));
  }
  const ClinicianId cy = desk.add("cy", ClinicianRole::clinician);
  desk.restart();
  desk.unlock_as(cy);
  BOOST_CHECK(error_of([&] { desk.store.delete_patient(desk.actor, bo.id, kMonday); }) ==
              ErrorKind::forbidden);
}

BOOST_AUTO_TEST_CASE(the_retention_date_is_shown_first_and_an_archived_patient_is_hidden_and_kept) {
  const Desk desk("move_delete");
  desk.add_patient();
  desk.done({"patient", "archive", "P-0001"});
  BOOST_TEST(desk.done({"patient", "list"}) == "");
  BOOST_TEST(contains(desk.done({"patient", "list", "--archived"}), "Roe"));
  const Outcome asked = desk.fails(2, {"patient", "delete", "P-0001"}, {"--confirm P-0001"});
  BOOST_TEST(contains(asked.out, "to be kept until: 2034-11-23"), asked.out);
  BOOST_TEST(contains(desk.done({"patient", "show", "P-0001"}), "Roe"));
  desk.done({"patient", "delete", "P-0001", "--confirm", "P-0001"});
  desk.fails(1, {"patient", "show", "P-0001"}, {"no patient"});
  const auto day = [](const char* text) { return *parse_date(text); };
  BOOST_TEST(iso(retention("GB", day("2015-02-28"), day("2026-01-01")).until) == "2040-02-28");
  BOOST_TEST(iso(retention("GB", day("2008-02-28"), day("2025-06-01")).until) == "2034-02-28");
  BOOST_TEST(iso(retention("DE", day("1950-01-01"), day("2024-02-29")).until) == "2034-03-01");
}

BOOST_AUTO_TEST_CASE(a_clinic_file_on_another_computer_is_refused_with_the_reason) {
  ClinicFile desk(kSuite, "network");
  desk.close();
  const std::string bytes = read_file(desk.path);
  const NetworkProbe nfs = [](const fs::path&) { return network_of_magic(0x6969); };
  try {
    Store::open(desk.path, system_randomness(), nfs);
    BOOST_FAIL("opened");
  } catch (const Error& error) {
    BOOST_TEST(contains(error.what(), "another computer (NFS)"), error.what());
    BOOST_TEST(contains(error.what(), "patient export"), error.what());
  }
  BOOST_TEST((read_file(desk.path) == bytes));
  const fs::path fresh = desk.path.parent_path() / "new.ksc";
  BOOST_CHECK(error_of([&] {
                Store::create(fresh, {}, {}, {.for_tests = true}, kMonday, system_randomness(), nfs);
              }) == ErrorKind::io);
  BOOST_TEST(!fs::exists(fresh));
  BOOST_TEST(network_file_system(desk.path) == "");
  BOOST_TEST(network_of_magic(0xFE534D42) == "SMB");
  BOOST_TEST(network_of_magic(0xEF53) == "");  // ext4
  const std::string mounts =
      "36 35 8:2 / / rw - ext4 /dev/sda2 rw\n41 36 0:57 / /mnt/c rw - fuse.sshfs desk:/c rw\n"
      "42 36 0:58 / /mnt/d rw - fuseblk /dev/sdb1 rw\n";
  BOOST_TEST(network_of_fuse(mounts, "0:57") == "sshfs");
  BOOST_TEST(network_of_fuse(mounts, "0:58") == "");
}

BOOST_AUTO_TEST_CASE(of_two_editors_of_one_plan_the_second_is_told_and_overwrites_nothing) {
  ClinicFile desk(kSuite, "editors");
  const Patient ada = desk.store.add_patient(desk.actor, person("Okafor", "Ada"), kMonday);
  const StoredDraft read = add_draft(desk, ada, "back");
  Store second = Store::open(desk.path, system_randomness());
  const Actor same = second.unlock(desk.elena, kPassphrase, kMonday);
  Plan mine = read.plan, theirs = read.plan;
  theirs.title = "theirs";
  mine.title = "mine";
  second.save_draft(same, theirs, read.revision, kMonday);
  try {
    desk.store.save_draft(desk.actor, mine, read.revision, kMonday);
    BOOST_FAIL("overwritten");
  } catch (const Error& error) {
    BOOST_CHECK(error.kind() == ErrorKind::conflict);
    BOOST_TEST(contains(error.what(), "Somebody else changed this draft"), error.what());
  }
  BOOST_TEST(desk.store.draft(read.plan.id).plan.title == "theirs");
}

BOOST_AUTO_TEST_SUITE_END()
