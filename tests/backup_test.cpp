// SPDX-License-Identifier: MIT
// Backups are whole and sealed, the right ones stay, and restoring changes all or nothing.
#include "store/backup.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <functional>
#include <sstream>

#include "app/restore.h"
#include "base/files.h"
#include "cli/run.h"
#include "helpers/clinic_file.h"
#include "helpers/surroundings.h"
#include "store/database.h"

namespace fs = std::filesystem;
using namespace kinescript;
using namespace kinescript::testing;

namespace {

constexpr const char* kSuite = "backup_test";

struct Outcome {
  int status = 0;
  std::string text;
  bool says(const std::string& part) const { return text.find(part) != std::string::npos; }
};

// The command line at a clinic file without a passphrase.
Outcome type(const fs::path& clinic_file, std::vector<std::string> words,
             const Clock& clock = kMonday) {
  words.insert(words.begin(), {"kinescript-cli", "--clinic", clinic_file.string()});
  std::vector<const char*> arguments;
  for (const std::string& word : words) arguments.push_back(word.c_str());
  std::ostringstream out;
  const int status =
      run(static_cast<int>(arguments.size()), arguments.data(), {out, out},
          {{}, [](const char*) { return std::string(); }, {}, clock, system_randomness(), {}});
  return {status, out.str()};
}

// A closed clinic file with one patient, and a backup of it; then a second patient.
struct Desk {
  explicit Desk(const std::string& name) : made(kSuite, name, "") {
    made.store.add_patient(made.actor, person("Okafor", "Ada"), kMonday);
    backup = folder() / "stick.ksc";
    made.store.back_up(made.actor, backup, kMonday);
    made.store.add_patient(made.actor, person("Lindqvist", "Bo"), kMonday);
    made.close();
  }
  fs::path folder() const { return made.path.parent_path(); }
  std::size_t patients() const {
    Store store = Store::open(made.path, system_randomness());
    store.unlock(store.clinicians().front().id, "", kMonday);
    return store.patients().size();
  }
  // Refused, and neither file nor folder is another than before.
  void refuses(const fs::path& file, const std::string& because) const {
    const std::string before = read_file(made.path), bytes = read_file(file);
    const auto names = listing();
    const Outcome outcome = type(made.path, {"restore", file.string()});
    BOOST_TEST(outcome.status == 1);
    BOOST_TEST(outcome.says(because), outcome.text);
    BOOST_TEST((read_file(made.path) == before));
    BOOST_TEST((read_file(file) == bytes));
    BOOST_TEST(listing() == names, boost::test_tools::per_element());
  }
  std::vector<std::string> listing() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder()))
      names.push_back(entry.path().string());
    std::sort(names.begin(), names.end());
    return names;
  }
  ClinicFile made;
  fs::path backup;
};

// By some 30 MB, as years do.
void grow(Store& store, const Actor& actor) {
  Clinic clinic = store.clinic();
  clinic.logo.resize(30 << 20);
  system_randomness()(reinterpret_cast<unsigned char*>(clinic.logo.data()), clinic.logo.size());
  store.set_clinic(actor, clinic, kMonday);
}

void write_at(std::string& bytes, std::size_t at, const std::string& what) {
  bytes.replace(at, what.size(), what);
}

std::vector<std::string> in_words(const std::vector<Date>& days) {
  std::vector<std::string> words;
  for (const Date day : days) words.push_back(iso(day));
  return words;
}

// As long as it lives no file of this process grows beyond `bytes`: like a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    before_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, before_handler_);
  }

 private:
  rlimit before_{};
  void (*before_handler_)(int) = nullptr;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(backup_test)

BOOST_AUTO_TEST_CASE(a_backup_of_an_open_file_opens_like_it_and_ends_with_the_same_journal) {
  ClinicFile file(kSuite, "like");
  file.store.add_patient(file.actor, person("Okafor", "Ada"), kMonday);
  const fs::path backup = file.path.parent_path() / "copy.ksc";
  const BackupFacts facts = file.store.back_up(file.actor, backup, kMonday);
  BOOST_TEST(facts.patients == 1);
  BOOST_TEST(iso(facts.backed_up.value()) == iso(kMonday.now));
  BOOST_TEST(!fs::exists(backup.string() + "-wal"));
  struct stat status {};
  BOOST_REQUIRE(::stat(backup.c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777) == 0600u);
  Store copy = Store::open(backup, system_randomness());
  BOOST_TEST((error_of([&] { copy.unlock(file.elena, "not it", kMonday); }) == ErrorKind::locked));
  copy.unlock(file.elena, kPassphrase, kMonday);
  const auto journal = copy.journal();
  const auto original = file.store.journal();
  BOOST_TEST((std::vector(journal.begin(), journal.begin() + facts.journal.count) == original));
  BOOST_TEST((original.back().action == Action::backup));
  BOOST_TEST(copy.verify().empty());
}

BOOST_AUTO_TEST_CASE(no_name_stands_in_a_backup) {
  ClinicFile file(kSuite, "names");
  file.store.add_patient(file.actor, person("Zwartbloemen", "Quirina"), kMonday);
  const fs::path backup = file.path.parent_path() / "copy.ksc";
  file.store.back_up(file.actor, backup, kMonday);
  const std::string bytes = read_file(backup);
  BOOST_TEST(bytes.find("Zwartbloemen") == std::string::npos);
  BOOST_TEST(bytes.find("Quirina") == std::string::npos);
  BOOST_TEST(bytes.find("P-0001") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_backup_never_takes_the_place_of_a_file_that_is_there) {
  Desk desk("there");
  const std::string bytes = read_file(desk.backup);
  const Outcome outcome = type(desk.made.path, {"backup", desk.backup.string()});
  BOOST_TEST(outcome.status == 1);
  BOOST_TEST(outcome.says("Choose another name"), outcome.text);
  BOOST_TEST((read_file(desk.backup) == bytes));
  BOOST_TEST(type(desk.made.path, {"backup"}).status == 2);
}

BOOST_AUTO_TEST_CASE(of_a_year_of_days_three_days_four_weeks_and_five_months_stay) {
  std::vector<Date> days;
  for (Date day = *parse_date("2025-11-24"); day <= *parse_date("2026-11-18");
       day += std::chrono::days{1}) {
    days.push_back(day);
    days = backups_to_keep(days);  // as it goes, day by day
    BOOST_TEST(days.size() <= 12u);
  }
  const std::vector<std::string> expected{"2026-11-18", "2026-11-17", "2026-11-16", "2026-11-15",
                                          "2026-11-08", "2026-11-01", "2026-10-31", "2026-10-25",
                                          "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30"};
  BOOST_TEST(in_words(days) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rotating_keeps_one_a_day_and_verify_names_the_newest) {
  Desk desk("rotate");
  BOOST_TEST(type(desk.made.path, {"verify"}).says("backup:   none yet"));
  write_atomically(desk.folder() / "other.txt", "x");
  for (int day = 0; day < 6; ++day) {
    Clock clock = kMonday;
    clock.today += std::chrono::days{day};
    for (int i = 0; i < 2; ++i)
      BOOST_TEST(type(desk.made.path, {"backup", "--rotate"}, clock).status == 0);
  }
  const std::vector<std::string> expected{"2026-11-28", "2026-11-27", "2026-11-26"};
  BOOST_TEST(in_words(backup_days(desk.made.path)) == expected, boost::test_tools::per_element());
  const auto files = std::distance(fs::directory_iterator(backups_folder(desk.made.path)), {});
  BOOST_TEST(files == 3);
  BOOST_TEST(type(desk.made.path, {"verify"}).says("clinic-2026-11-28.ksc"));
}

BOOST_AUTO_TEST_CASE(backups_go_to_the_folder_that_was_chosen_and_never_make_it_anew) {
  Desk desk("folder");
  const fs::path stick = desk.folder() / "stick";
  BOOST_CHECK_THROW(choose_backups_folder(desk.made.path, stick), Error);
  BOOST_TEST(chosen_backups_folder(desk.made.path).empty());
  fs::create_directory(stick);
  choose_backups_folder(desk.made.path, stick);
  BOOST_TEST(type(desk.made.path, {"backup", "--rotate"}).status == 0);
  BOOST_TEST(fs::exists(stick / "clinic-2026-11-23.ksc"));
  BOOST_TEST(!fs::exists(desk.folder() / "backups"));
  fs::remove_all(stick);  // not plugged in
  const Outcome refused = type(desk.made.path, {"backup", "--rotate"});
  BOOST_TEST(refused.status == 1);
  BOOST_TEST(refused.says("is not there"), refused.text);
  BOOST_TEST(!fs::exists(stick));
  choose_backups_folder(desk.made.path, {});
  BOOST_TEST(type(desk.made.path, {"backup", "--rotate"}).status == 0);
  BOOST_TEST(fs::exists(desk.folder() / "backups" / "clinic-2026-11-23.ksc"));
}

BOOST_AUTO_TEST_CASE(restoring_keeps_the_present_and_says_numbers_but_no_names) {
  Desk desk("restore");
  BOOST_TEST(desk.patients() == 2u);
  const Outcome shown = type(desk.made.path, {"restore", desk.backup.string(), "--show"});
  BOOST_TEST(shown.says("made:     2026-11-23T09:00:00Z"), shown.text);
  BOOST_TEST(shown.says("1 patient, 0 issued plans"), shown.text);
  BOOST_TEST(desk.patients() == 2u);
  const Outcome done = type(desk.made.path, {"restore", desk.backup.string()});
  BOOST_TEST(done.status == 0, done.text);
  BOOST_TEST(!done.says("Okafor"));
  BOOST_TEST(desk.patients() == 1u);
  Store store = Store::open(desk.made.path, system_randomness());
  store.unlock(store.clinicians().front().id, "", kMonday);
  const auto journal = store.journal();
  BOOST_TEST(std::count_if(journal.begin(), journal.end(), [](const JournalEntry& entry) {
               return entry.action == Action::restore;
             }) == 1);
  const auto kept = *fs::directory_iterator(backups_folder(desk.made.path));
  Store before = Store::open(kept.path(), system_randomness());
  before.unlock(before.clinicians().front().id, "", kMonday);
  BOOST_TEST(before.patients().size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_lost_and_a_damaged_clinic_file_come_back) {
  Desk desk("lost");
  fs::remove(desk.made.path);
  BOOST_TEST(type(desk.made.path, {"restore", desk.backup.string()}).status == 0);
  BOOST_TEST(desk.patients() == 1u);
  write_atomically(desk.made.path, "not a database any more");
  const Outcome outcome = type(desk.made.path, {"restore", desk.backup.string()});
  BOOST_TEST(outcome.status == 0, outcome.text);
  BOOST_TEST(desk.patients() == 1u);
  const auto kept = *fs::directory_iterator(backups_folder(desk.made.path));
  BOOST_TEST(read_file(kept.path()) == "not a database any more");
}

BOOST_AUTO_TEST_CASE(what_is_no_whole_backup_of_this_clinic_is_refused_with_nothing_changed) {
  Desk desk("refused");
  const std::string whole = read_file(desk.backup);
  const fs::path file = desk.folder() / "bad.ksc";
  const auto refuses = [&](const std::string& bytes, const std::string& because) {
    write_atomically(file, bytes);
    desk.refuses(file, because);
  };
  refuses("", "not a clinic file");
  refuses("BEGIN:VCARD", "not a clinic file");
  for (const std::size_t part : {3u, 20u, 50u, 97u, 99u})
    refuses(whole.substr(0, whole.size() * part / 100), "cut off");
  std::string bytes = whole;
  write_at(bytes, 68, std::string(4, '\x11'));
  refuses(bytes, "another program");
  bytes = whole;
  write_at(bytes, 60, std::string("\0\0\3\xE7", 4));
  refuses(bytes, "newer Kinescript");
  // Each page but the first overwritten in turn, none of them free: each is found.
  Database database(desk.backup);
  const auto free = database.integer("PRAGMA freelist_count");
  BOOST_TEST(free == 0);
  for (std::size_t page = 1; page * 4096 < whole.size(); ++page) {
    bytes = whole;
    write_at(bytes, page * 4096, std::string(4096, '\x5A'));
    BOOST_TEST_CONTEXT("page " << page) { refuses(bytes, "damaged"); }
  }
}

BOOST_AUTO_TEST_CASE(another_clinics_backup_is_refused_where_a_clinic_file_is) {
  Desk desk("ours");
  const Desk theirs("theirs");
  const std::string before = read_file(desk.made.path);
  const Outcome outcome = type(desk.made.path, {"restore", theirs.backup.string()});
  BOOST_TEST(outcome.status == 1);
  BOOST_TEST(outcome.says("another clinic file"), outcome.text);
  BOOST_TEST(desk.patients() == 2u);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_open_elsewhere_is_not_replaced) {
  Desk desk("open");
  const Store open = Store::open(desk.made.path, system_randomness());
  const Outcome outcome = type(desk.made.path, {"restore", desk.backup.string()});
  BOOST_TEST(outcome.status == 1);
  BOOST_TEST(outcome.says("in use by another program"), outcome.text);
  BOOST_TEST(desk.patients() == 2u);
}

BOOST_AUTO_TEST_CASE(a_full_disk_stops_backup_and_restore_with_the_old_bytes_intact) {
  Desk desk("full");
  const std::string before = read_file(desk.made.path);
  const auto names = desk.listing();
  const fs::path stick = desk.folder() / "second.ksc";
  for (const rlim_t size : {rlim_t{0}, rlim_t{4096}, rlim_t{65536}}) {
    Outcome outcome;
    {
      const FullDisk full(size);
      outcome = type(desk.made.path, {"restore", desk.backup.string()});
    }
    BOOST_TEST(outcome.status == 1);
    BOOST_TEST((outcome.says("disk") || outcome.says("space")), outcome.text);
    BOOST_TEST((read_file(desk.made.path) == before));
    BOOST_TEST(desk.listing() == names, boost::test_tools::per_element());
  }
  {
    const FullDisk full(65536);
    const Outcome outcome = type(desk.made.path, {"backup", stick.string()});
    BOOST_TEST(outcome.status == 1);
    BOOST_TEST((outcome.says("disk") || outcome.says("space")), outcome.text);
  }
  BOOST_TEST(!fs::exists(stick));
  BOOST_TEST(desk.patients() == 2u);
  BOOST_TEST(desk.listing() == names, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_backup_says_how_far_it_is_and_stopped_at_any_time_leaves_no_file) {
  Desk desk("stopped");
  Store store = Store::open(desk.made.path, system_randomness());
  const Actor actor = store.unlock(store.clinicians().front().id, "", kMonday);
  grow(store, actor);
  std::vector<double> told;
  const fs::path file = desk.folder() / "second.ksc";
  store.back_up(actor, file, kMonday, [&](double share) {
    told.push_back(share);
    return true;
  });
  fs::remove(file);
  BOOST_TEST_REQUIRE(told.size() > 5u);  // some of them from within the copying
  BOOST_TEST(std::is_sorted(told.begin(), told.end()));
  BOOST_TEST(told.front() == 0.0);
  BOOST_TEST(told.back() <= 1.0);
  const auto names = desk.listing();
  for (std::size_t at = 0; at < told.size(); ++at) {
    std::size_t asked = 0;
    BOOST_CHECK_THROW(store.back_up(actor, file, kMonday, [&](double) { return asked++ < at; }),
                      Stopped);
    BOOST_TEST(desk.listing() == names, boost::test_tools::per_element());
  }
  BOOST_TEST(store.patients().size() == 2u);
  BOOST_TEST(store.verify().empty());
  BOOST_CHECK_NO_THROW(store.back_up(actor, file, kMonday));
}

BOOST_AUTO_TEST_CASE(a_restore_that_is_stopped_while_it_copies_or_looks_changes_nothing) {
  Desk desk("restore_stopped");
  const Workspace workspace(surroundings());
  const std::string before = read_file(desk.made.path);
  const auto names = desk.listing();
  std::size_t all = 0;
  const auto look = [&](const Progress& progress) {
    const RestoreCopy copy(desk.backup, desk.made.path, system_randomness(), progress);
    check_backup(
        copy, desk.backup.string(), BackupUse::restore,
        [&](Store store) { return Session::begin(workspace, std::move(store), {}); }, progress);
  };
  look([&](double share) {
    ++all;
    return share <= 1;
  });
  BOOST_TEST(all >= 2u);
  for (std::size_t at = 0; at < all; ++at) {
    std::size_t asked = 0;
    BOOST_CHECK_THROW(look([&](double) { return asked++ < at; }), Stopped);
    BOOST_TEST((read_file(desk.made.path) == before));
    BOOST_TEST(desk.listing() == names, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_said_and_changes_nothing) {
  Desk desk("missing");
  const Outcome outcome =
      type(desk.made.path, {"backup", (desk.folder() / "none" / "copy.ksc").string()});
  BOOST_TEST(outcome.status == 1);
  BOOST_TEST(outcome.says("does not exist"), outcome.text);
  if (::geteuid() == 0) return;  // root writes everywhere
  const fs::path closed = desk.folder() / "closed";
  fs::create_directory(closed);
  fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
  const Outcome refused = type(desk.made.path, {"backup", (closed / "copy.ksc").string()});
  BOOST_TEST(refused.status == 1);
  BOOST_TEST(refused.says("cannot be written"), refused.text);
}

BOOST_AUTO_TEST_SUITE_END()
