// SPDX-License-Identifier: MIT
// Restoring under attack and under bad luck: wrong passphrases wait there too, a program killed at any
// moment leaves a whole clinic file, and a folder that cannot be written leaves the old bytes.
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <functional>
#include <random>

#include "base/files.h"
#include "helpers/clinic_file.h"
#include "store/backup.h"

namespace fs = std::filesystem;
using namespace kinescript;
using namespace kinescript::testing;

namespace {

constexpr const char* kSuite = "restore_test";
constexpr int kKills = 20;

// A closed clinic file with two patients, and a backup of when it had one.
struct Bench {
  explicit Bench(const std::string& name, const std::string& passphrase = kPassphrase)
      : made(kSuite, name, passphrase), backup(made.path.parent_path() / "stick.ksc") {
    made.store.add_patient(made.actor, person("Okafor", "Ada"), kMonday);
    made.store.back_up(made.actor, backup, kMonday);
    made.store.add_patient(made.actor, person("Lind", "Bo"), kMonday);
    made.close();
  }
  std::optional<ErrorKind> try_restore(const std::string& passphrase, const Clock& clock) const {
    const RestoreCopy copy(backup, made.path, system_randomness());
    return error_of([&] { copy.open().unlock(made.elena, passphrase, clock); });
  }
  std::string refusal(const std::string& passphrase, const Clock& clock) const {
    try {
      Store::open(made.path, system_randomness()).unlock(made.elena, passphrase, clock);
    } catch (const Error& error) {
      return error.message();
    }
    return {};
  }
  ClinicFile made;
  fs::path backup;
};

void restore(const Bench& bench) {
  const RestoreCopy copy(bench.backup, bench.made.path, system_randomness());
  {
    Store store = copy.open();
    store.unlock(bench.made.elena, "", kMonday);
  }
  copy.put_in_place(kMonday);
}

// Killed after `life`, unless it is done before.
void restore_in_a_program(const Bench& bench, std::chrono::microseconds life) {
  const pid_t program = ::fork();
  BOOST_REQUIRE(program >= 0);
  if (program == 0) {
    try {
      restore(bench);
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  const auto end = std::chrono::steady_clock::now() + life;
  while (std::chrono::steady_clock::now() < end)
    if (::waitpid(program, nullptr, WNOHANG) == program) return;
  ::kill(program, SIGKILL);
  ::waitpid(program, nullptr, 0);
}

// What `act` says in a program of its own that is nobody, when this one is root, whom no folder stops.
std::string said_by_nobody(const std::function<std::string()>& act) {
  int ends[2];
  BOOST_REQUIRE(::pipe(ends) == 0);
  const pid_t program = ::fork();
  BOOST_REQUIRE(program >= 0);
  if (program == 0) {
    constexpr uid_t kNobody = 65534;
    if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(1);
    std::string said;
    try {
      said = act();
    } catch (const std::exception& error) {
      said = error.what();
    }
    ::_exit(::write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size()) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string said;
  char byte = 0;
  while (::read(ends[0], &byte, 1) == 1) said += byte;
  ::close(ends[0]);
  int status = 0;
  ::waitpid(program, &status, 0);
  BOOST_TEST(status == 0);
  return said;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(restore_test)

BOOST_AUTO_TEST_CASE(wrong_passphrases_at_restore_must_wait_and_count_for_the_clinic_file) {
  const Bench bench("slow");
  for (int i = 0; i < 4; ++i)
    BOOST_CHECK(bench.try_restore("wrong", later(std::chrono::hours{i})) == ErrorKind::locked);
  // Four failures: neither the backup nor the clinic file may be tried at once, not even rightly.
  const Clock at_once = later(std::chrono::hours{3});
  BOOST_CHECK(bench.try_restore(kPassphrase, at_once) == ErrorKind::locked);
  const std::string refusal = bench.refusal(kPassphrase, at_once);
  BOOST_TEST(refusal.find("Too many wrong passphrases") != std::string::npos, refusal);
  const Clock after = later(std::chrono::hours{5});
  BOOST_CHECK(!bench.try_restore(kPassphrase, after));
  BOOST_TEST(bench.refusal(kPassphrase, after) == "");
}

BOOST_AUTO_TEST_CASE(a_program_killed_while_it_restores_leaves_a_whole_clinic_file) {
  const Bench bench("killed", "");
  const std::string before = read_file(bench.made.path);
  // One that is left alone says how long it takes on this machine: moments are drawn from that.
  const auto began = std::chrono::steady_clock::now();
  restore_in_a_program(bench, std::chrono::hours{1});
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - began);
  std::mt19937 random(20261125);
  int restored = 0, as_before = 0;
  for (int kill = 0; kill < kKills; ++kill) {
    for (const char* suffix : {"-wal", "-shm"}) fs::remove(bench.made.path.string() + suffix);
    write_atomically(bench.made.path, before);
    restore_in_a_program(bench, whole * (random() % 130) / 100);
    Store store = Store::open(bench.made.path, system_randomness());
    store.unlock(bench.made.elena, "", kMonday);
    BOOST_TEST(store.verify().empty());
    const auto patients = store.patients().size();
    BOOST_TEST((patients == 1u || patients == 2u));
    ++(patients == 1 ? restored : as_before);
  }
  BOOST_TEST_MESSAGE("killed " << kKills << " times: " << as_before << " as before, " << restored
                               << " restored");
}

BOOST_AUTO_TEST_CASE(a_clinic_file_in_a_folder_that_cannot_be_written_is_said_and_stays) {
  const fs::path folder =
      fs::temp_directory_path() / ("kinescript-closed-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  {
    const Bench bench("closed", "");
    fs::copy_file(bench.made.path, folder / "clinic.ksc", fs::copy_options::overwrite_existing);
  }
  const fs::path file = folder / "clinic.ksc";
  const std::string bytes = read_file(file);
  fs::permissions(file, fs::perms::owner_all | fs::perms::group_all | fs::perms::others_read |
                            fs::perms::others_write);
  fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read |
                              fs::perms::group_exec | fs::perms::others_read |
                              fs::perms::others_exec);
  const std::string opened = said_by_nobody([&] {
    Store::open(file, system_randomness());
    return std::string("opened");
  });
  BOOST_TEST((opened.find("cannot be opened. Check that you may read and write its folder") !=
                  std::string::npos ||
              opened.find("or its folder cannot be written") != std::string::npos),
             opened);
  const std::string written = said_by_nobody([&] {
    write_atomically(folder / "handout.pdf", "x");
    return std::string("written");
  });
  BOOST_TEST(written.find("This folder cannot be written") != std::string::npos, written);
  BOOST_TEST((read_file(file) == bytes));
  fs::permissions(folder, fs::perms::owner_all);
  BOOST_TEST(std::distance(fs::directory_iterator(folder), {}) == 1);
  fs::remove_all(folder);
}

BOOST_AUTO_TEST_SUITE_END()
