// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"
#include "plan/codec.h"
#include "store/journal_rows.h"
#include "store/keyring.h"
#include "store/migrate.h"
#include "store/state.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

// An empty file that only its owner may read, so that SQLite's log beside it becomes one too.
void make_empty_file(const fs::path& path) {
  std::error_code failed;
  if (fs::exists(path, failed))
    throw Error(
        ErrorKind::conflict, path.string(),
        tr("There is a file of this name already; it was left as it is. Choose another name "
           "with --clinic."));
  write_atomically(path, "");
}

// The rows of a new file, and it unlocked by its first clinician.
void fill(Sitting& sitting, const Clinic& clinic, Clinician first, const SetupOptions& options,
          const Clock& clock) {
  Database& database = sitting.database;
  Transaction change(database);
  if (first.id.empty()) first.id = ClinicianId{new_uuid(sitting.randomness)};
  first.role = ClinicianRole::administrator;
  first.disabled = false;
  const std::string file_id = new_uuid(sitting.randomness);
  constexpr const char* kFact = "INSERT INTO file_fact (name, value) VALUES (?, ?)";
  database.run(kFact, "file_id", file_id);
  database.run(kFact, "next_record", "1");
  database.run(kFact, "for_tests", options.for_tests ? "1" : "0");
  SecretKey key = SecretKey::random();
  store_wrap(
      database, first.id.text,
      wrap(key, options.passphrase, options.for_tests ? KeyCost::for_tests : KeyCost::moderate,
           {file_id, first.id.text}));
  sitting.unlock(std::move(key), first);
  const Vault& vault = sitting.vault();
  insert_clinician(database, vault, first);
  database.run("INSERT INTO clinic (id, revision, changed, record) VALUES (1, 1, ?, ?)",
               iso(clock.now), Blob{vault.seal({Field::clinic, "clinic", 1}, encode(clinic))});
  begin_journal(database, vault);
  append_entry(database, vault,
               {0, clock.now, first.id, Action::setup, RecordKind::clinic_file, file_id, ""});
  change.commit();
}

// Takes away what a failed creation left: all of it is ours and empty.
void remove_remains(const fs::path& path) {
  for (const char* suffix : {"", "-wal", "-shm"}) {
    fs::path remains = path;
    remains += suffix;
    std::error_code ignored;
    fs::remove(remains, ignored);
  }
}

// SQLite's log is shared memory and locks: over a network both break, and with them the file
// (SQLite, "Write-Ahead Logging", "all processes using a database must be on the same host").
void refuse_network(const fs::path& path, const NetworkProbe& probe) {
  const std::string network = probe(path);
  if (network.empty()) return;
  throw Error(ErrorKind::io, path.string(),
              trf("This folder is on another computer ({}). Two desks would damage the clinic file "
                  "there. Keep it on a disk of this computer, and take single patients along with "
                  "\"patient export\" and \"patient import\".",
                  network));
}

// A file that was copied by hand may have become readable for others. What cannot be changed
// (another owner) stays: SQLite says whether it can be used.
void keep_to_owner(const fs::path& path) {
  std::error_code ignored;
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

}  // namespace

std::string file_fact(Database& database, const char* name) {
  Statement row = database.query("SELECT value FROM file_fact WHERE name = ?", name);
  return row.step() ? row.text(0) : std::string();
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::create(const fs::path& path, const Clinic& clinic, const Clinician& first,
                    const SetupOptions& options, const Clock& clock, const Randomness& randomness,
                    const NetworkProbe& probe) {
  refuse_network(path, probe);
  make_empty_file(path);
  try {
    auto state = std::make_unique<State>(path, randomness);
    migrate(state->database, schema_migrations());
    fill(*state, clinic, first, options, clock);
    return Store(std::move(state));
  } catch (...) {
    remove_remains(path);
    throw;
  }
}

Store Store::open(const fs::path& path, const Randomness& randomness, const NetworkProbe& probe) {
  look_at(path);
  refuse_network(path, probe);
  keep_to_owner(path);
  auto state = std::make_unique<State>(path, randomness);
  if (state->database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'file_fact'") == 0)
    throw Error(ErrorKind::damaged, path.string(),
                tr("This is not a clinic file, though it says so. Name another with --clinic, or "
                   "restore a backup under another name."));
  migrate(state->database, schema_migrations());
  return Store(std::move(state));
}

Clinic Store::clinic() const {
  Statement row = state_->database.query("SELECT record, revision FROM clinic WHERE id = 1");
  if (!row.step())
    throw Error(ErrorKind::damaged, "",
                tr("The clinic's own record is missing. Keep the file and restore a backup."));
  return decode_clinic(
      state_->vault().open({Field::clinic, "clinic", row.integer(1)}, row.text(0)));
}

void Store::set_clinic(const Actor& actor, const Clinic& clinic, const Clock& clock) {
  Database& database = state_->database;
  Writing change(*state_, actor, Right::administer, clock);
  const auto revision = database.integer("SELECT revision FROM clinic WHERE id = 1") + 1;
  database.run("UPDATE clinic SET revision = ?, changed = ?, record = ? WHERE id = 1", revision,
               iso(clock.now),
               Blob{state_->vault().seal({Field::clinic, "clinic", revision}, encode(clinic))});
  change.note(Action::change, RecordKind::clinic, "clinic");
  change.commit();
}

std::string Store::file_id() const { return file_fact(state_->database, "file_id"); }

bool Store::for_tests() const { return file_fact(state_->database, "for_tests") == "1"; }

}  // namespace kinescript
