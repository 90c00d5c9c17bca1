// SPDX-License-Identifier: MIT
// A draft is edited 50 times while the disk fails at every write and sync, the power goes, or the
// program is killed. Afterwards the file opens and is whole, no acknowledged edit is missing, and
// the issued plan is what it was.
//
// KINESCRIPT_KILLS=1000 kills that often instead of 50 times (the long run).
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <random>

#include "base/files.h"
#include "base/text.h"
#include "helpers/clinic_file.h"
#include "helpers/fault_vfs.h"

namespace fs = std::filesystem;
using namespace kinescript;
using namespace kinescript::testing;

namespace {

constexpr int kEdits = 50;
constexpr int kRestartAfter = 25;  // so that the log is written back in the middle, too
constexpr const char* kSnapshot = "{\"plan\":\"as it was\"}";

// A clinic file with one issued plan and one draft, kept as bytes to begin from.
struct Bench {
  explicit Bench(const std::string& name) : path(fresh_folder("crash_test", name) / "clinic.ksc") {
    Clinician first;
    first.login = "elena";
    first.name = "Elena Sorin, PT";
    Clinic clinic;
    clinic.name = "Riverside Physiotherapy";
    Store store =
        Store::create(path, clinic, first, {.for_tests = true}, kMonday, system_randomness());
    elena = store.clinicians().front().id;
    const Actor actor{elena, first.name, ClinicianRole::administrator};
    Plan plan;
    plan.patient = store.add_patient(actor, person("Okafor", "Ada"), kMonday).id;
    plan.problem = "Low back pain";
    plan.title = "Back";
    plan.start = kMonday.today;
    const StoredDraft first_plan = store.add_draft(actor, plan, kMonday);
    issued = store.issue(actor, first_plan.plan.id, 1, 1, kSnapshot, pdf(), kMonday).id;
    plan.problem = "Knee";
    draft = store.add_draft(actor, plan, kMonday).plan.id;
    { const Store closed = std::move(store); }
    bytes = read_file(path);
  }
  static std::string pdf() { return "%PDF-1.7\n" + std::string(3000, 'x') + "\n%%EOF\n"; }

  void begin_again() const {
    for (const char* suffix : {"-wal", "-shm", "-journal"}) fs::remove(path.string() + suffix);
    write_atomically(path, bytes);
  }

  // One edit; its number is in the title, and the revision is one more than the number.
  void edit(Store& store, const Actor& actor, int number) const {
    StoredDraft stored = store.draft(draft);
    stored.plan.title = "edit " + std::to_string(number);
    store.save_draft(actor, stored.plan, stored.revision, kMonday);
  }

  // `acknowledge` is told each edit that was stored. An Error ends the sitting; the next goes on
  // when `go_on`, with what is stored.
  template <class Acknowledge>
  void edit_all(const Acknowledge& acknowledge, bool go_on = false) const {
    int next = 1;
    for (int sittings = 0; next <= kEdits && sittings < 4; ++sittings) try {
        Store store = Store::open(path, system_randomness());
        const Actor actor = store.unlock(elena, "", kMonday);
        next = store.draft(draft).revision;
        const int last = next <= kRestartAfter ? kRestartAfter : kEdits;
        for (; next <= last; ++next) {
          edit(store, actor, next);
          acknowledge(next);
        }
      } catch (const Error&) {
        if (!go_on) return;
      }
  }

  // Looks at what is left. At most the one edit that was under way is there unacknowledged.
  void check(int acknowledged) const {
    fs::remove(path.string() + "-shm");  // memory: it does not outlive the power
    Store store = Store::open(path, system_randomness());
    store.unlock(elena, "", kMonday);
    const auto faults = store.verify();  // integrity_check, every record, the journal's chain
    // The issued plan's dossier is no real one here: that it does not decode is what verify says.
    BOOST_TEST(faults.size() == 1u);
    const StoredDraft stored = store.draft(draft);
    const int edits = stored.revision - 1;
    BOOST_TEST(edits >= acknowledged);
    BOOST_TEST(edits <= acknowledged + 1);
    if (edits > 0) BOOST_TEST(stored.plan.title == "edit " + std::to_string(edits));
    BOOST_TEST(store.snapshot(issued) == kSnapshot);
    BOOST_TEST((store.pdf(issued) == pdf()));
  }

  fs::path path;
  ClinicianId elena;
  PlanId issued, draft;
  std::string bytes;
};

std::string in_words(const std::map<std::string, int>& fired) {
  std::string text;
  for (const auto& [operation, count] : fired)
    text += (text.empty() ? "" : ", ") + operation + " " + std::to_string(count);
  return text;
}

// Each call of the script fails in turn, in this way.
void fail_everywhere(const std::string& name, FaultDisk::Way way, bool go_on) {
  const Bench bench(name);
  FaultDisk disk;
  disk.fail_at(0, FaultDisk::Way::never);
  bench.edit_all([](int) {});
  const std::size_t calls = disk.calls();
  BOOST_TEST(calls > 50u);
  std::map<std::string, int> fired;
  for (std::size_t call = 1; call <= calls; ++call) {
    bench.begin_again();
    disk.fail_at(call, way);
    int acknowledged = 0;
    bench.edit_all([&](int number) { acknowledged = number; }, go_on);
    if (disk.fired()) ++fired[FaultDisk::kNames[static_cast<std::size_t>(disk.fired_in())]];
    if (way == FaultDisk::Way::stop)
      disk.lose_unsynced(static_cast<unsigned>(call));
    else
      disk.fail_at(0, FaultDisk::Way::never);
    BOOST_TEST_CONTEXT(name << " at call " << call) { bench.check(acknowledged); }
  }
  BOOST_TEST_MESSAGE(name << ": faults fired: " << in_words(fired) << " of " << calls << " calls");
  BOOST_TEST(fired["write"] > 50);
  BOOST_TEST(fired["sync"] > 50);
}

int kills_wanted() {
  const char* wanted = std::getenv("KINESCRIPT_KILLS");
  return wanted ? parse_int(wanted).value_or(50) : 50;
}

// Edits until it is killed, and writes each number to the pipe when it is stored.
[[noreturn]] void child(const Bench& bench, int pipe_end) {
  try {
    bench.edit_all([&](int number) {
      const auto byte = static_cast<unsigned char>(number);
      if (::write(pipe_end, &byte, 1) != 1) ::_exit(1);
    });
  } catch (...) {
    ::_exit(2);
  }
  ::_exit(0);
}

// The last number in the pipe; `wait_for` of them are waited for first, then `more` time goes by.
int acknowledged_by(int pipe_end, pid_t program, int wait_for, std::chrono::microseconds more) {
  int last = 0;
  unsigned char byte = 0;
  while (last < wait_for && ::read(pipe_end, &byte, 1) == 1) last = byte;
  const auto until = std::chrono::steady_clock::now() + more;
  while (std::chrono::steady_clock::now() < until) {
  }
  ::kill(program, SIGKILL);
  int status = 0;
  ::waitpid(program, &status, 0);
  while (::read(pipe_end, &byte, 1) == 1) last = byte;
  return last;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(crash_test)

BOOST_AUTO_TEST_CASE(no_acknowledged_edit_is_lost_when_the_power_goes_at_any_write_or_sync) {
  fail_everywhere("power", FaultDisk::Way::stop, false);
}

BOOST_AUTO_TEST_CASE(no_acknowledged_edit_is_lost_when_any_call_fails_once) {
  fail_everywhere("error", FaultDisk::Way::error, true);
}

BOOST_AUTO_TEST_CASE(no_acknowledged_edit_is_lost_when_the_disk_is_full_at_any_call) {
  fail_everywhere("full", FaultDisk::Way::full, false);
}

BOOST_AUTO_TEST_CASE(no_acknowledged_edit_is_lost_when_the_program_is_killed) {
  const Bench bench("killed");
  std::mt19937 random(20261123);
  const int kills = kills_wanted();
  int in_the_middle = 0;
  for (int kill = 0; kill < kills; ++kill) {
    bench.begin_again();
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    const pid_t program = ::fork();
    BOOST_REQUIRE(program >= 0);
    if (program == 0) {
      ::close(ends[0]);
      child(bench, ends[1]);
    }
    ::close(ends[1]);
    const int wait_for = static_cast<int>(random() % kEdits);
    const std::chrono::microseconds more{random() % 3000};
    const int acknowledged = acknowledged_by(ends[0], program, wait_for, more);
    ::close(ends[0]);
    in_the_middle += acknowledged < kEdits;
    BOOST_TEST_CONTEXT("kill " << kill) { bench.check(acknowledged); }
  }
  BOOST_TEST_MESSAGE("killed: " << kills << " times, " << in_the_middle
                                << " of them in the middle");
  BOOST_TEST(in_the_middle > kills / 2);
}

BOOST_AUTO_TEST_SUITE_END()
