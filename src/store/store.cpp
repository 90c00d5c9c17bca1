// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <array>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "plan/codec.h"
#include "store/migrate.h"
#include "store/pieces.h"
#include "store/state.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<ClinicianRole, const char*>, 3> kRoles{
    {{ClinicianRole::clinician, "clinician"},
     {ClinicianRole::administrator, "administrator"},
     {ClinicianRole::reader, "reader"}}};

const char* word_of(ClinicianRole role) {
  for (const auto& entry : kRoles)
    if (entry.first == role) return entry.second;
  return "reader";
}

ClinicianRole role_from(const std::string& word) {
  for (const auto& entry : kRoles)
    if (word == entry.second) return entry.first;
  return ClinicianRole::reader;
}

std::string fact(Database& database, const char* name) {
  Statement row = database.query("SELECT value FROM file_fact WHERE name = ?", name);
  return row.step() ? row.text(0) : std::string();
}

// An empty file that only its owner may read, so that SQLite's log beside it becomes one too.
void make_empty_file(const fs::path& path) {
  std::error_code failed;
  if (fs::exists(path, failed))
    throw Error(ErrorKind::conflict, path.string(),
                "There is a file of this name already; it was left as it is. Choose another name "
                "with --clinic.");
  write_atomically(path, "");
}

void fill(Database& database, const Clinic& clinic, Clinician first, const SetupOptions& options,
          const Clock& clock, const Randomness& randomness) {
  Transaction change(database);
  if (first.id.empty()) first.id = ClinicianId{new_uuid(randomness)};
  constexpr const char* kFact = "INSERT INTO file_fact (name, value) VALUES (?, ?)";
  database.run(kFact, "file_id", new_uuid(randomness));
  database.run(kFact, "next_record", "1");
  database.run(kFact, "for_tests", options.for_tests ? "1" : "0");
  database.run("INSERT INTO clinic (id, revision, changed, record) VALUES (1, 1, ?, ?)",
               iso(clock.now), Blob{encode(clinic)});
  database.run("INSERT INTO clinician (id, login, name, role) VALUES (?, ?, ?, ?)", first.id.text,
               first.login, first.name, word_of(first.role));
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

// The fault of one stored thing, or nothing.
template <class Read>
void try_to_read(std::vector<std::string>& faults, const std::string& what, const Read& read) {
  try {
    read();
  } catch (const Error& error) {
    faults.push_back(what + ": " + error.message());
  }
}

}  // namespace

void require_writer(Database& database, const Actor& actor) {
  Statement row = database.query("SELECT role FROM clinician WHERE id = ?", actor.id.text);
  if (!row.step())
    throw Error(ErrorKind::not_found, "",
                "This clinic file does not know the clinician. Choose one with --as.");
  if (actor.role == ClinicianRole::reader || role_from(row.text(0)) == ClinicianRole::reader)
    throw Error(ErrorKind::invalid, "",
                "A reader may look at plans but not change them. Choose a clinician with --as.");
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::create(const fs::path& path, const Clinic& clinic, const Clinician& first,
                    const SetupOptions& options, const Clock& clock, const Randomness& randomness) {
  make_empty_file(path);
  try {
    auto state = std::make_unique<State>(path, randomness);
    migrate(state->database, schema_migrations());
    fill(state->database, clinic, first, options, clock, randomness);
    return Store(std::move(state));
  } catch (...) {
    remove_remains(path);
    throw;
  }
}

Store Store::open(const fs::path& path, const Randomness& randomness) {
  look_at(path);
  auto state = std::make_unique<State>(path, randomness);
  migrate(state->database, schema_migrations());
  return Store(std::move(state));
}

Clinic Store::clinic() const {
  Statement row = state_->database.query("SELECT record FROM clinic WHERE id = 1");
  if (!row.step())
    throw Error(ErrorKind::damaged, "",
                "The clinic's own record is missing. Keep the file and restore a backup.");
  return decode_clinic(row.text(0));
}

void Store::set_clinic(const Actor& actor, const Clinic& clinic, const Clock& clock) {
  Transaction change(state_->database);
  require_writer(state_->database, actor);
  state_->database.run(
      "UPDATE clinic SET revision = revision + 1, changed = ?, record = ? WHERE id = 1",
      iso(clock.now), Blob{encode(clinic)});
  change.commit();
}

std::vector<Clinician> Store::clinicians() const {
  std::vector<Clinician> all;
  for (Statement row =
           state_->database.query("SELECT id, name, login, role FROM clinician ORDER BY rowid");
       row.step();)
    all.push_back({ClinicianId{row.text(0)}, row.text(1), row.text(2), role_from(row.text(3))});
  return all;
}

std::string Store::file_id() const { return fact(state_->database, "file_id"); }

bool Store::for_tests() const { return fact(state_->database, "for_tests") == "1"; }

std::vector<std::string> Store::verify() const {
  std::vector<std::string> faults;
  Database& database = state_->database;
  for (Statement row = database.query("PRAGMA integrity_check"); row.step();)
    if (row.text(0) != "ok") faults.push_back("The file itself is damaged. Restore a backup.");
  for (Statement row = database.query("PRAGMA foreign_key_check"); row.step();)
    faults.push_back("A row of " + row.text(0) + " belongs to nothing. Restore a backup.");
  try_to_read(faults, "clinic", [&] { clinic(); });
  for (Statement row = database.query("SELECT id, record FROM patient ORDER BY id"); row.step();)
    try_to_read(faults, "patient " + row.text(0), [&] { decode_patient(row.text(1)); });
  for (Statement row = database.query("SELECT id, plan FROM draft ORDER BY id"); row.step();)
    try_to_read(faults, "draft " + row.text(0), [&] { decode_plan(row.text(1)); });
  for (Statement row = database.query("SELECT id, snapshot, pdf FROM issued_plan ORDER BY id");
       row.step();) {
    try_to_read(faults, "plan " + row.text(0),
                [&] { decode_dossier(fetch_document(database, row.text(1))); });
    try_to_read(faults, "handout of plan " + row.text(0),
                [&] { fetch_document(database, row.text(2)); });
  }
  return faults;
}

}  // namespace kinescript
