// SPDX-License-Identifier: MIT
#include "store/backup.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "base/translate.h"
#include "store/database.h"
#include "store/journal_rows.h"
#include "store/migrate.h"
#include "store/state.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDays = 3, kWeeks = 4, kMonths = 5;
constexpr double kCopied = 0.6;  // of the bar; the rest is looking at the copy

fs::path with_suffix(fs::path path, const std::string& suffix) {
  path += suffix;
  return path;
}

void make_private_folder(const fs::path& folder) {
  std::error_code failed;
  const bool made = fs::create_directories(folder, failed);
  if (failed)
    throw Error(ErrorKind::io, folder.string(),
                tr("This folder cannot be made. Free some space, or ask who owns the folder around "
                   "it; nothing was changed."));
  if (made) fs::permissions(folder, fs::perms::owner_all, failed);
}

void require_folder(const fs::path& folder) {
  std::error_code failed;
  if (!fs::is_directory(folder, failed))
    throw Error(
        ErrorKind::io, folder.string(),
        tr("The folder of the backups is not there. Plug in what it is on, or choose another "
           "one in the settings; nothing was changed."));
}

// One line beside the clinic file.
fs::path folder_note(const fs::path& clinic_file) {
  return fs::path(clinic_file).replace_extension(".backups");
}

// The one to write to: a chosen folder is not made.
fs::path ready_backups_folder(const fs::path& clinic_file) {
  const fs::path folder = backups_folder(clinic_file);
  if (chosen_backups_folder(clinic_file).empty())
    make_private_folder(folder);
  else
    require_folder(folder);
  return folder;
}

// Goes with what SQLite left beside it, unless it became the backup.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(fs::path path) : path_(std::move(path)) { write_atomically(path_, ""); }
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  ~UnfinishedFile() {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
      fs::remove(with_suffix(path_, suffix), ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

[[noreturn]] void not_whole(const fs::path& path) {
  throw Error(
      ErrorKind::damaged, path.string(),
      tr("The backup did not turn out whole and was taken away; the clinic file is as it was. "
         "Check the disk and try again, or choose another folder."));
}

// Opens what was written and looks whether it is what was there.
void check_copy(Database& copy, const Vault& vault, const JournalHead& expected, int version) {
  const JournalHead head = read_head(copy, vault);
  if (!copy.whole() || copy.integer("PRAGMA application_id") != kApplicationId ||
      copy.integer("PRAGMA user_version") != version ||
      copy.integer("SELECT count(*) FROM journal") != expected.count ||
      head.count != expected.count || head.link != expected.link)
    not_whole(copy.where());
}

// One snapshot of the source, whatever another program writes meanwhile; in one piece at the end.
void write_copy(Database& source, const Vault& vault, const fs::path& to,
                const Progress& progress) {
  Database copy(to);
  source.execute("BEGIN");
  try {
    const JournalHead head = read_head(source, vault);
    const auto version = static_cast<int>(source.integer("PRAGMA user_version"));
    source.copy_into(copy, part(progress, 0, kCopied));
    go_on(progress, kCopied);
    check_copy(copy, vault, head, version);
  } catch (...) {
    source.execute("ROLLBACK");
    throw;
  }
  source.execute("COMMIT");
  copy.leave_in_one_piece();
}

std::string start_of_names(const fs::path& clinic_file) {
  return clinic_file.stem().string() + "-";
}

std::string as_file_name(Moment moment) {
  std::string text = iso(moment);
  std::erase(text, ':');
  return text;
}

// The newest day of each span (a week, a month) but the newest span itself, which is not over.
template <class SpanOf>
void keep_last_of(const std::vector<Date>& days, std::size_t most, std::set<Date>& kept,
                  const SpanOf& span_of) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < days.size() && found < most; ++i)
    if (span_of(days[i]) != span_of(days[i - 1])) {
      kept.insert(days[i]);
      ++found;
    }
}

// Nobody else has it open; its log is written into it and gone. Error{conflict} otherwise.
void settle(Database& present) {
  if (!present.leave_in_one_piece())
    throw Error(
        ErrorKind::conflict, present.where(),
        tr("The clinic file is in use by another program. Close it there and restore again; "
           "nothing was changed."));
}

void refuse_other_clinic(Database& present, const fs::path& copy) {
  Database ours(copy);
  if (file_fact(present, "file_id") != file_fact(ours, "file_id"))
    throw Error(
        ErrorKind::conflict, present.where(),
        tr("The backup is one of another clinic file. Restore it under a name that is free, "
           "with --clinic; nothing was changed."));
}

// The greater number of wrong passphrases counts. A file that is not there, does not open or is of
// another clinic has none to give or take.
void carry_failures(const fs::path& from, const fs::path& to) {
  try {
    look_at(from);
    look_at(to);
    Database source(from), target(to);
    if (file_fact(source, "file_id") != file_fact(target, "file_id")) return;
    for (Statement row = source.query("SELECT holder, failures, failed_at FROM key_wrap");
         row.step();)
      target.run(
          "UPDATE key_wrap SET failures = ?, failed_at = ? WHERE holder = ? AND failures < ?",
          row.integer(1), row.text(2), row.text(0), row.integer(1));
  } catch (const std::exception&) {  // restoring is there for files that are damaged, too
  }
}

}  // namespace

BackupFacts Store::back_up(const Actor& actor, const fs::path& file, const Clock& clock,
                           const Progress& progress) {
  std::error_code failed;
  if (fs::exists(fs::symlink_status(file, failed)))
    throw Error(
        ErrorKind::conflict, file.string(),
        tr("There is a file of this name already; it was left as it is. Choose another name "
           "for the backup."));
  // First of all: a folder that cannot be written leaves no line in the journal.
  const UnfinishedFile unfinished(with_suffix(file, "." + new_uuid(state_->randomness) + ".tmp"));
  note(actor, Action::backup, RecordKind::clinic_file, file_id(), clock);
  write_copy(state_->database, state_->vault(), unfinished.path(), progress);
  replace_file(unfinished.path(), file);
  return contents();
}

BackupFacts Store::contents() const {
  BackupFacts facts;
  facts.journal = journal_head();
  Database& database = state_->database;
  facts.patients = database.integer("SELECT count(*) FROM patient");
  facts.drafts = database.integer("SELECT count(*) FROM draft");
  facts.plans = database.integer("SELECT count(*) FROM issued_plan");
  const auto entries = journal();
  const auto last = std::find_if(entries.rbegin(), entries.rend(), [](const JournalEntry& entry) {
    return entry.action == Action::backup;
  });
  if (last != entries.rend()) facts.backed_up = last->at;
  return facts;
}

std::vector<Date> backups_to_keep(std::vector<Date> days) {
  std::sort(days.rbegin(), days.rend());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::set<Date> kept(days.begin(),
                      days.begin() + static_cast<std::ptrdiff_t>(std::min(kDays, days.size())));
  keep_last_of(days, kWeeks, kept,
               [](Date day) { return day - std::chrono::days{iso_weekday(day)}; });
  keep_last_of(days, kMonths, kept,
               [](Date day) { return std::pair(year_of(day), month_of(day)); });
  return {kept.rbegin(), kept.rend()};
}

fs::path chosen_backups_folder(const fs::path& clinic_file) {
  const fs::path note = folder_note(clinic_file);
  std::error_code failed;
  if (!fs::exists(note, failed)) return {};
  return std::string(trim(read_file(note)));
}

void choose_backups_folder(const fs::path& clinic_file, const fs::path& folder) {
  const fs::path note = folder_note(clinic_file);
  std::error_code failed;
  if (folder.empty()) {
    fs::remove(note, failed);
    return;
  }
  require_folder(folder);
  write_atomically(note, fs::absolute(folder).string() + "\n");
}

fs::path backups_folder(const fs::path& clinic_file) {
  const fs::path chosen = chosen_backups_folder(clinic_file);
  return chosen.empty() ? fs::absolute(clinic_file).parent_path() / "backups" : chosen;
}

fs::path dated_backup(const fs::path& clinic_file, Date day) {
  return backups_folder(clinic_file) /
         (start_of_names(clinic_file) + iso(day) + clinic_file.extension().string());
}

std::vector<Date> backup_days(const fs::path& clinic_file) {
  std::vector<Date> days;
  std::error_code failed;
  for (fs::directory_iterator file(backups_folder(clinic_file), failed), end;
       !failed && file != end; file.increment(failed)) {
    const std::string name = file->path().stem().string();
    const std::string start = start_of_names(clinic_file);
    if (!name.starts_with(start)) continue;
    const auto day = parse_date(name.substr(start.size()));
    if (day && file->path().filename() == dated_backup(clinic_file, *day).filename())
      days.push_back(*day);
  }
  std::sort(days.rbegin(), days.rend());
  return days;
}

fs::path rotate_backups(const fs::path& clinic_file, Date today,
                        const std::function<void(const fs::path&)>& make) {
  ready_backups_folder(clinic_file);
  const fs::path file = dated_backup(clinic_file, today);
  const fs::path fresh = with_suffix(file, ".new");
  std::error_code ignored;
  fs::remove(fresh, ignored);  // of a try that was stopped
  make(fresh);
  replace_file(fresh, file);
  const auto days = backup_days(clinic_file);
  const auto kept = backups_to_keep(days);
  for (const Date day : days)
    if (day != today && std::find(kept.begin(), kept.end(), day) == kept.end())
      fs::remove(dated_backup(clinic_file, day), ignored);
  return file;
}

RestoreCopy::RestoreCopy(const fs::path& backup, const fs::path& clinic_file, Randomness randomness,
                         const Progress& progress)
    : clinic_file_(fs::absolute(clinic_file)), randomness_(std::move(randomness)) {
  std::error_code failed;
  if (fs::equivalent(backup, clinic_file_, failed))
    throw Error(ErrorKind::usage, backup.string(),
                tr("This is the clinic file itself. Name a backup of it."));
  look_at(backup);
  folder_ = clinic_file_.parent_path() / (".restore-" + new_uuid(randomness_));
  copy_ = folder_ / clinic_file_.filename();
  make_private_folder(folder_);
  try {
    copy_bytes(backup, copy_, progress);
    // A clinic file that was copied by hand while it was open may have its newest pages there.
    const fs::path log = with_suffix(backup, "-wal");
    if (fs::exists(log, failed)) copy_bytes(log, with_suffix(copy_, "-wal"));
  } catch (...) {
    fs::remove_all(folder_, failed);
    throw;
  }
}

RestoreCopy::~RestoreCopy() {
  std::error_code ignored;
  if (fs::exists(copy_, ignored)) carry_failures(copy_, clinic_file_);
  fs::remove_all(folder_, ignored);
}

Store RestoreCopy::open() const {
  Store store = Store::open(copy_, randomness_);
  carry_failures(clinic_file_, copy_);
  return store;
}

std::optional<fs::path> RestoreCopy::put_in_place(const Clock& clock) const {
  std::optional<fs::path> kept;
  if (fs::exists(clinic_file_)) {
    bool readable = true;
    try {
      look_at(clinic_file_);
      Database present(clinic_file_);
      refuse_other_clinic(present, copy_);
      settle(present);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::damaged) throw;
      readable = false;  // kept byte for byte
    }
    kept = ready_backups_folder(clinic_file_) /
           (start_of_names(clinic_file_) + "before-restore-" + as_file_name(clock.now) + "-" +
            new_uuid(randomness_).substr(0, 8) + clinic_file_.extension().string());
    copy_bytes(clinic_file_, *kept);
    const fs::path log = with_suffix(clinic_file_, "-wal");
    if (!readable && fs::exists(log)) copy_bytes(log, with_suffix(*kept, "-wal"));
  }
  {
    Database ours(copy_);
    settle(ours);
  }
  // A log belongs to the file that goes: the new one must not meet it.
  for (const char* suffix : {"-wal", "-shm"}) {
    std::error_code ignored;
    fs::remove(with_suffix(clinic_file_, suffix), ignored);
  }
  replace_file(copy_, clinic_file_);
  return kept;
}

}  // namespace kinescript
