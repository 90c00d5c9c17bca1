// SPDX-License-Identifier: MIT
// Who may open a clinic file and what they may do there: roles, passphrases, waiting, recovery
// (store/store_people.cpp).
#include <boost/test/unit_test.hpp>

#include "helpers/clinic_file.h"
#include "store/database.h"

using namespace kinescript;
using namespace kinescript::testing;
using std::chrono::seconds;

namespace {

struct Desk : ClinicFile {
  explicit Desk(const std::string& name, const std::string& passphrase = kPassphrase)
      : ClinicFile("people_test", name, passphrase) {}
  ErrorKind try_with(const std::string& passphrase, const Clock& clock = kMonday) {
    const auto kind = error_of([&] { store.unlock(elena, passphrase, clock); });
    return kind.value_or(ErrorKind::usage);  // usage: never thrown by unlock
  }
  // By hand, as somebody with a SQLite shell could.
  void edit(const std::string& sql) {
    Database database(path);
    database.execute(sql);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(people_test)

BOOST_AUTO_TEST_CASE(a_restarted_file_is_locked_until_the_passphrase_comes) {
  Desk desk("locked");
  const Patient ada = desk.store.add_patient(desk.actor, person("Okafor", "Ada"), kMonday);
  desk.restart();
  BOOST_TEST(desk.store.locked());
  BOOST_TEST(desk.store.clinicians().front().login == "elena");
  BOOST_TEST(desk.store.needs_passphrase(desk.elena));
  const Store& store = desk.store;
  for (const auto& act : std::vector<std::function<void()>>{
           [&] { store.clinic(); }, [&] { store.patients(); }, [&] { store.patient(ada.id); },
           [&] { store.find_patient(ada.record_number); }, [&] { store.patient_heads(); },
           [&] { store.history(ada.id); }, [&] { store.journal(); }, [&] { store.verify(); },
           [&] { desk.store.add_patient(desk.actor, person("A", "B"), kMonday); }})
    BOOST_TEST((error_of(act) == ErrorKind::locked));
  BOOST_TEST((desk.try_with("wrong") == ErrorKind::locked));
  BOOST_TEST(desk.store.locked());
  desk.unlock_as(desk.elena);
  BOOST_TEST(desk.store.find_patient(ada.record_number).family == "Okafor");
}

BOOST_AUTO_TEST_CASE(locking_drops_what_was_open) {
  Desk desk("lock");
  desk.store.add_patient(desk.actor, person("Okafor", "Ada"), kMonday);
  BOOST_TEST(desk.store.patient_heads().size() == 1u);
  desk.store.lock();
  BOOST_TEST(desk.store.locked());
  BOOST_TEST((error_of([&] { desk.store.patient_heads(); }) == ErrorKind::locked));
}

// They are opened on several processors.
BOOST_AUTO_TEST_CASE(of_many_patients_each_has_the_name_and_number_of_one_record) {
  Desk desk("many");
  std::vector<Patient> people;
  for (int i = 0; i < 300; ++i)
    people.push_back(person("Family" + std::to_string(i * 7 % 300), "Given" + std::to_string(i)));
  desk.store.put_patients(desk.actor, people, kMonday);
  const std::vector<Patient> whole = desk.store.patients();
  const std::vector<PatientHead> heads = desk.store.patient_heads();
  BOOST_REQUIRE(heads.size() == 300u);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    BOOST_TEST((heads[i].id == whole[i].id));
    BOOST_TEST(heads[i].record_number == whole[i].record_number);
    BOOST_TEST(heads[i].family + heads[i].given == whole[i].family + whole[i].given);
  }
}

BOOST_AUTO_TEST_CASE(a_patient_who_was_damaged_is_told_among_many) {
  Desk desk("one_of_many");
  std::vector<Patient> people(50, person("Okafor", "Ada"));
  desk.store.put_patients(desk.actor, people, kMonday);
  desk.edit("UPDATE patient SET revision = revision + 1 WHERE rowid = 25");
  BOOST_TEST((error_of([&] { desk.store.patient_heads(); }) == ErrorKind::damaged));
}

BOOST_AUTO_TEST_CASE(a_clinician_without_a_passphrase_opens_with_none_or_any) {
  Desk desk("open", "");
  desk.restart();
  BOOST_TEST(!desk.store.needs_passphrase(desk.elena));
  desk.store.unlock(desk.elena, "", kMonday);
  desk.store.unlock(desk.elena, "a script's passphrase", kMonday);
  BOOST_TEST((desk.store.keys().front().wrap.way == WrapWay::no_passphrase));
}

BOOST_AUTO_TEST_CASE(wrong_passphrases_slow_down_across_restarts) {
  Desk desk("slow");
  for (int i = 0; i < 3; ++i) {
    desk.restart();
    BOOST_TEST((desk.try_with("wrong") == ErrorKind::locked));
  }
  desk.restart();
  try {  // the right one too must wait
    desk.store.unlock(desk.elena, kPassphrase, kMonday);
    BOOST_FAIL("opened at once after three failures");
  } catch (const Error& error) {
    BOOST_CHECK(error.kind() == ErrorKind::locked);
    BOOST_TEST(error.message() == "Too many wrong passphrases. Try again in 2 seconds.");
  }
  BOOST_TEST((desk.try_with(kPassphrase, later(seconds{1})) == ErrorKind::locked));
  desk.store.unlock(desk.elena, kPassphrase, later(seconds{2}));
  BOOST_TEST((desk.try_with("wrong", later(seconds{2})) == ErrorKind::locked));
  desk.store.unlock(desk.elena, kPassphrase, later(seconds{2}));  // the count began anew
  const auto journal = desk.store.journal();
  BOOST_TEST(std::count_if(journal.begin(), journal.end(), [](const JournalEntry& entry) {
               return entry.action == Action::wrong_passphrase;
             }) == 2);
}

BOOST_AUTO_TEST_CASE(a_try_that_is_too_early_or_empty_is_not_counted) {
  Desk desk("early");
  for (int i = 0; i < 3; ++i) desk.try_with("wrong");
  for (int i = 0; i < 20; ++i) desk.try_with("wrong");
  for (int i = 0; i < 20; ++i) desk.try_with("");
  desk.store.unlock(desk.elena, kPassphrase, later(seconds{2}));
  BOOST_TEST(!desk.store.locked());
}

BOOST_AUTO_TEST_CASE(the_failures_of_one_clinician_do_not_slow_another) {
  Desk desk("two");
  const ClinicianId omar = desk.add("omar", ClinicianRole::clinician);
  for (int i = 0; i < 5; ++i) desk.try_with("wrong");
  desk.unlock_as(omar);
  BOOST_TEST(!desk.store.locked());
}

BOOST_AUTO_TEST_CASE(a_changed_passphrase_opens_what_was_written_before) {
  Desk desk("change");
  const Patient ada = desk.store.add_patient(desk.actor, person("Okafor", "Ada"), kMonday);
  desk.store.set_passphrase(desk.actor, desk.elena, "a new one", kMonday);
  desk.restart();
  BOOST_TEST((desk.try_with(kPassphrase) == ErrorKind::locked));
  desk.store.unlock(desk.elena, "a new one", kMonday);
  BOOST_TEST(desk.store.patient(ada.id).given == "Ada");
}

BOOST_AUTO_TEST_CASE(a_reader_looks_and_a_clinician_writes_and_only_an_administrator_keeps_people) {
  Desk desk("roles");
  const ClinicianId rita = desk.add("rita", ClinicianRole::reader);
  const ClinicianId omar = desk.add("omar", ClinicianRole::clinician);
  const Patient ada = desk.store.add_patient(desk.actor, person("Okafor", "Ada"), kMonday);
  const auto refused = [&](const auto& act) { return error_of(act) == ErrorKind::forbidden; };

  desk.unlock_as(rita);
  BOOST_TEST(desk.store.patient(ada.id).given == "Ada");
  BOOST_TEST(refused([&] { desk.store.add_patient(desk.actor, person("A", "B"), kMonday); }));
  BOOST_TEST(refused([&] { desk.store.set_patient(desk.actor, ada, kMonday); }));
  BOOST_TEST(refused([&] { desk.store.set_passphrase(desk.actor, omar, "x", kMonday); }));
  Actor boast = desk.actor;
  boast.role = ClinicianRole::administrator;  // the file's word counts
  BOOST_TEST(refused([&] { desk.store.set_patient(boast, ada, kMonday); }));
  boast.id = desk.elena;  // and who opened it
  BOOST_TEST(refused([&] { desk.store.set_patient(boast, ada, kMonday); }));
  desk.store.set_passphrase(desk.actor, rita, kPassphrase, kMonday);  // their own

  desk.unlock_as(omar);
  desk.store.set_patient(desk.actor, ada, kMonday);
  BOOST_TEST(refused([&] { desk.store.set_clinic(desk.actor, desk.store.clinic(), kMonday); }));
  BOOST_TEST(refused([&] { desk.add("eve", ClinicianRole::administrator); }));
  BOOST_TEST(refused([&] { desk.store.disable_clinician(desk.actor, rita, kMonday); }));
  BOOST_TEST(refused([&] { desk.store.set_recovery_key(desk.actor, new_recovery_key(), kMonday); }));
}

BOOST_AUTO_TEST_CASE(a_disabled_clinician_does_not_open_the_file_and_the_last_administrator_stays) {
  Desk desk("disabled");
  const ClinicianId omar = desk.add("omar", ClinicianRole::clinician);
  BOOST_TEST((error_of([&] { desk.store.disable_clinician(desk.actor, desk.elena, kMonday); }) ==
              ErrorKind::conflict));
  desk.store.disable_clinician(desk.actor, omar, kMonday);
  BOOST_TEST((error_of([&] { desk.unlock_as(omar); }) == ErrorKind::forbidden));
  desk.unlock_as(desk.elena);
  BOOST_TEST((error_of([&] { desk.store.set_passphrase(desk.actor, omar, "x", kMonday); }) ==
              ErrorKind::forbidden));
  BOOST_TEST(desk.store.verify().empty());
}

BOOST_AUTO_TEST_CASE(a_role_edited_by_hand_is_found_and_opens_nothing) {
  Desk desk("edited");
  const ClinicianId rita = desk.add("rita", ClinicianRole::reader);
  desk.store = Store::open(desk.path, system_randomness());
  desk.edit("UPDATE clinician SET role = 'administrator' WHERE login = 'rita'");
  BOOST_TEST((error_of([&] { desk.unlock_as(rita); }) == ErrorKind::damaged));
  BOOST_TEST(desk.store.locked());
  desk.unlock_as(desk.elena);
  BOOST_TEST(desk.store.verify().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_login_is_taken_once_and_has_no_blanks) {
  Desk desk("logins");
  BOOST_TEST(
      (error_of([&] { desk.add("ELENA", ClinicianRole::clinician); }) == ErrorKind::conflict));
  for (const char* wrong : {"", "two words", "semi;colon", "a/b", "\xE9"})
    BOOST_TEST((error_of([&] { desk.add(wrong, ClinicianRole::clinician); }) == ErrorKind::invalid),
               wrong);
  desk.add("zo\xC3\xAB", ClinicianRole::clinician);
}

BOOST_AUTO_TEST_CASE(a_recovery_key_gives_a_clinician_a_new_passphrase) {
  Desk desk("recovery");
  BOOST_CHECK_THROW(desk.store.recover("x", desk.elena, "new", kMonday), Error);
  desk.unlock_as(desk.elena);
  const std::string old = new_recovery_key(), printed = new_recovery_key();
  desk.store.set_recovery_key(desk.actor, old, kMonday);
  desk.store.set_recovery_key(desk.actor, printed, kMonday);
  desk.restart();
  BOOST_TEST((error_of([&] { desk.store.recover(old, desk.elena, "new", kMonday); }) ==
              ErrorKind::locked));
  desk.store.recover(printed, desk.elena, "new", kMonday);
  desk.restart();
  desk.store.unlock(desk.elena, "new", kMonday);
  BOOST_TEST((desk.store.journal().back().action == Action::open));
}

BOOST_AUTO_TEST_CASE(the_keys_say_how_they_are_kept) {
  Desk desk("keys");
  desk.add("omar", ClinicianRole::clinician, "");
  const auto keys = desk.store.keys();
  BOOST_REQUIRE(keys.size() == 2u);
  BOOST_TEST(keys[0].wrap.for_tests());
  BOOST_TEST((keys[1].wrap.way == WrapWay::no_passphrase));
}

BOOST_AUTO_TEST_SUITE_END()
