// SPDX-License-Identifier: MIT
// A fresh clinic file for a test, made by an administrator "elena" whose passphrase is kPassphrase,
// under the smallest Argon2id.
#pragma once
#include <filesystem>
#include <string>

#include "base/error.h"
#include "store/store.h"

namespace kinescript::testing {

inline constexpr const char* kPassphrase = "correct horse battery";
inline const Clock kMonday{*parse_date("2026-11-23"), *parse_moment("2026-11-23T09:00:00Z")};

inline Clock later(std::chrono::seconds by) {
  Clock clock = kMonday;
  clock.now += by;
  return clock;
}

inline std::filesystem::path fresh_folder(const std::string& suite, const std::string& name) {
  const auto folder = std::filesystem::path(KINESCRIPT_TEST_SCRATCH) / suite / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

struct ClinicFile {
  ClinicFile(const std::string& suite, const std::string& name,
             const std::string& passphrase = kPassphrase)
      : path(fresh_folder(suite, name) / "clinic.ksc"), store(make(path, passphrase)) {
    elena = store.clinicians().front().id;
    actor = actor_of(elena);
  }
  static Store make(const std::filesystem::path& path, const std::string& passphrase) {
    Clinic clinic;
    clinic.name = "Riverside Physiotherapy";
    clinic.phone = "020 7946 0000";
    clinic.emergency_number = "999";
    Clinician first;
    first.name = "Elena Sorin, PT";
    first.login = "elena";
    return Store::create(path, clinic, first, {.for_tests = true, .passphrase = passphrase},
                         kMonday, system_randomness());
  }
  Actor actor_of(const ClinicianId& id) const {
    for (const Clinician& clinician : store.clinicians())
      if (clinician.id == id) return {clinician.id, clinician.name, clinician.role};
    return {};
  }
  ClinicianId add(const std::string& login, ClinicianRole role,
                  const std::string& passphrase = kPassphrase) {
    Clinician clinician;
    clinician.login = login;
    clinician.name = login;
    clinician.role = role;
    return store.add_clinician(actor, clinician, passphrase, kMonday).id;
  }
  // Closes and opens the file anew: locked, like after a restart.
  void restart() {
    close();
    store = Store::open(path, system_randomness());
  }
  // The log is written into the file and goes.
  void close() { const Store closed = std::move(store); }
  void unlock_as(const ClinicianId& id, const Clock& clock = kMonday) {
    actor = store.unlock(id, kPassphrase, clock);
  }

  std::filesystem::path path;
  Store store;
  ClinicianId elena;
  Actor actor;
};

inline Patient person(const std::string& family, const std::string& given) {
  Patient patient;
  patient.family = family;
  patient.given = given;
  patient.born = *parse_date("1961-04-12");
  return patient;
}

// The kind of the Error that `act` throws; nothing when it throws none.
template <class Act>
std::optional<ErrorKind> error_of(const Act& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.kind();
  }
  return {};
}

}  // namespace kinescript::testing
