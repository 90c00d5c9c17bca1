// SPDX-License-Identifier: MIT
// Who may open a clinic file and what they may do in it: clinicians, their keys, waiting after
// wrong passphrases.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "store/journal_rows.h"
#include "store/keyring.h"
#include "store/migrate.h"
#include "store/state.h"
#include "store/throttle.h"

namespace kinescript {
namespace {

constexpr const char* kRecovery = "recovery";

constexpr std::array<std::pair<ClinicianRole, std::string_view>, 3> kRoles{
    {{ClinicianRole::clinician, "clinician"},
     {ClinicianRole::administrator, "administrator"},
     {ClinicianRole::reader, "reader"}}};

Clinician clinician_in(const Statement& row) {
  Clinician clinician;
  clinician.id = ClinicianId{row.text(0)};
  clinician.name = row.text(1);
  clinician.login = row.text(2);
  clinician.role = clinician_role_from(row.text(3)).value_or(ClinicianRole::reader);
  clinician.disabled = row.integer(4) != 0;
  return clinician;
}

constexpr const char* kClinicians = "SELECT id, name, login, role, disabled FROM clinician";

std::string proof_of(const Vault& vault, const Clinician& clinician) {
  std::string columns;
  for (const std::string_view part :
       {std::string_view(clinician.id.text), std::string_view(clinician.login),
        std::string_view(clinician.name), word(clinician.role),
        std::string_view(clinician.disabled ? "disabled" : "")}) {
    columns += std::to_string(part.size()) + ":";
    columns += part;
  }
  return vault.fingerprint("clinician", columns);
}

Clinician known_clinician(Database& database, const ClinicianId& id) {
  if (auto found = clinician_of(database, id)) return *found;
  throw Error(ErrorKind::not_found, "",
              tr("This clinic file does not know the clinician. Choose one with --as."));
}

void refuse_disabled(const Clinician& clinician) {
  if (clinician.disabled)
    throw Error(ErrorKind::forbidden, "",
                tr("This clinician may not open the clinic file any more. Ask an administrator."));
}

struct WrapRow {
  std::string wrapped;
  int failures = 0;
  Moment failed_at{};
};

WrapRow wrap_row(Database& database, const std::string& holder) {
  Statement row =
      database.query("SELECT wrap, failures, failed_at FROM key_wrap WHERE holder = ?", holder);
  const bool found_one = row.step();
  if (!found_one && holder == kRecovery)
    throw Error(ErrorKind::not_found, "",
                tr("No recovery key was made for this clinic file, so nothing opens it without a "
                   "passphrase."));
  if (!found_one)
    throw Error(ErrorKind::damaged, "",
                tr("A clinician's key in the clinic file is missing. Restore a backup."));
  WrapRow found{row.text(0), static_cast<int>(row.integer(1)), {}};
  if (const auto moment = parse_moment(row.text(2))) found.failed_at = *moment;
  return found;
}

std::string in_words(std::chrono::seconds wait) {
  const auto seconds = static_cast<std::size_t>(wait.count());
  if (seconds < 120) return trn("{} second", "{} seconds", seconds);
  return trn("{} minute", "{} minutes", (seconds + 59) / 60);
}

void write_failures(Database& database, const std::string& holder, int failures, Moment at) {
  database.run("UPDATE key_wrap SET failures = ?, failed_at = ? WHERE holder = ?", failures,
               iso(at), holder);
}

// Counts the try as a failure before it is made: who stops the program in between gains nothing.
WrapRow begin_try(Database& database, const std::string& holder, const Clock& clock) {
  Transaction change(database);
  WrapRow row = wrap_row(database, holder);
  const auto wait = wait_before_next_try(row.failures, row.failed_at, clock.now);
  if (wait.count() > 0)
    throw Error(ErrorKind::locked, "",
                trf("Too many wrong passphrases. Try again in {}.", in_words(wait)));
  write_failures(database, holder, row.failures + 1, clock.now);
  change.commit();
  return row;
}

// Opens the wrap of `holder` with `open`; only a wrong secret stays counted.
template <class Open>
SecretKey try_to_open(Database& database, const std::string& holder, const Clock& clock,
                      WrapRow& row, const Open& open) {
  row = begin_try(database, holder, clock);
  try {
    return open(row.wrapped);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked)
      write_failures(database, holder, row.failures, row.failed_at);
    throw;
  }
}

KeyCost cost_of(Database& database) {
  return file_fact(database, "for_tests") == "1" ? KeyCost::for_tests : KeyCost::moderate;
}

void require_other_administrator(Database& database, const Clinician& leaving) {
  for (Statement row = database.query(kClinicians); row.step();) {
    const Clinician other = clinician_in(row);
    if (other.id != leaving.id && !other.disabled && other.role == ClinicianRole::administrator)
      return;
  }
  throw Error(ErrorKind::conflict, "",
              tr("This is the last administrator. Add another one first, with \"clinician add\"."));
}

// A login is typed after --as and stands in messages: short, and nothing that a shell would split.
void require_usable(const Clinician& clinician) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  };
  if (clinician.login.empty() || clinician.login.size() > 64 || !valid_utf8(clinician.login) ||
      !std::all_of(clinician.login.begin(), clinician.login.end(), plain))
    throw Error(ErrorKind::invalid, "",
                "A login has letters, digits, points, hyphens and underscores, 64 at most.");
  if (trim(clinician.name).empty() || clinician.name.size() > 200 || !valid_utf8(clinician.name) ||
      has_control_characters(clinician.name))
    throw Error(ErrorKind::invalid, "", tr("Give the clinician's name as it is to be printed."));
}

}  // namespace

std::string_view word(ClinicianRole role) {
  for (const auto& entry : kRoles)
    if (entry.first == role) return entry.second;
  return "reader";
}

std::optional<ClinicianRole> clinician_role_from(std::string_view text) {
  for (const auto& entry : kRoles)
    if (entry.second == text) return entry.first;
  return {};
}

void require_right(ClinicianRole role, Right right) {
  if (may(role, right)) return;
  if (right == Right::administer)
    throw Error(ErrorKind::forbidden, "",
                tr("Only an administrator may do this. Choose one with --as."));
  throw Error(ErrorKind::forbidden, "",
              tr("A reader may look at plans but not change them. Choose a clinician with --as."));
}

std::optional<Clinician> clinician_of(Database& database, const ClinicianId& id) {
  Statement row = database.query(std::string(kClinicians) + " WHERE id = ?", id.text);
  if (!row.step()) return {};
  return clinician_in(row);
}

void require_proof(Database& database, const Vault& vault, const Clinician& clinician) {
  Statement row = database.query("SELECT proof FROM clinician WHERE id = ?", clinician.id.text);
  if (!row.step() || row.text(0) != proof_of(vault, clinician))
    throw Error(ErrorKind::damaged, "",
                tr("The list of clinicians was changed by another program. Restore a backup."));
}

void insert_clinician(Database& database, const Vault& vault, const Clinician& clinician) {
  database.run(
      "INSERT INTO clinician (id, login, name, role, disabled, proof) VALUES (?, ?, ?, ?, ?, ?)",
      clinician.id.text, clinician.login, clinician.name, word(clinician.role),
      clinician.disabled ? 1 : 0, Blob{proof_of(vault, clinician)});
}

void store_wrap(Database& database, const std::string& holder, const std::string& wrapped) {
  database.run(
      "INSERT OR REPLACE INTO key_wrap (holder, wrap, failures, failed_at) VALUES (?, ?, 0, NULL)",
      holder, Blob{wrapped});
}

std::vector<Clinician> Store::clinicians() const {
  std::vector<Clinician> all;
  for (Statement row = state_->database.query(std::string(kClinicians) + " ORDER BY rowid");
       row.step();)
    all.push_back(clinician_in(row));
  return all;
}

bool Store::needs_passphrase(const ClinicianId& clinician) const {
  known_clinician(state_->database, clinician);
  const WrapRow row = wrap_row(state_->database, clinician.text);
  return describe(row.wrapped).way != WrapWay::no_passphrase;
}

Actor Store::unlock(const ClinicianId& id, std::string_view passphrase, const Clock& clock) {
  State& state = *state_;
  Database& database = state.database;
  state.lock();
  const Clinician clinician = known_clinician(database, id);
  refuse_disabled(clinician);
  const bool asked = needs_passphrase(id);
  if (asked && passphrase.empty())
    throw Error(
        ErrorKind::locked, "",
        tr("This clinician has a passphrase. Give it at the prompt or with --passphrase-fd."));
  const std::string file = file_id();
  const auto open = [&](const std::string& wrapped) {
    return unwrap(wrapped, passphrase, {file, id.text});
  };
  WrapRow row;
  SecretKey key = asked ? try_to_open(database, id.text, clock, row, open)
                        : open(wrap_row(database, id.text).wrapped);
  state.unlock(std::move(key), clinician);
  try {
    require_proof(database, state.vault(), clinician);
    migrate_unlocked(database, state.vault(), schema_migrations());
    const Actor actor{clinician.id, clinician.name, clinician.role};
    Writing change(state, actor, Right::look, clock);
    if (asked) write_failures(database, id.text, 0, clock.now);
    if (row.failures > 0)
      change.note(Action::wrong_passphrase, RecordKind::clinician, id.text,
                  std::to_string(row.failures));
    change.note(Action::open, RecordKind::clinic_file, file);
    change.commit();
    return actor;
  } catch (...) {
    state.lock();
    throw;
  }
}

void Store::lock() { state_->lock(); }

bool Store::locked() const { return !state_->keys.has_value(); }

Clinician Store::add_clinician(const Actor& actor, Clinician clinician, std::string_view passphrase,
                               const Clock& clock) {
  State& state = *state_;
  require_usable(clinician);
  Writing change(state, actor, Right::administer, clock);
  if (clinician.id.empty()) clinician.id = ClinicianId{new_uuid(state.randomness)};
  for (const Clinician& other : clinicians())
    if (lower_ascii(other.login) == lower_ascii(clinician.login))
      throw Error(ErrorKind::conflict, "",
                  trf("The login {} is taken. Choose another.", clinician.login));
  insert_clinician(state.database, state.vault(), clinician);
  store_wrap(
      state.database, clinician.id.text,
      wrap(*state.data_key, passphrase, cost_of(state.database), {file_id(), clinician.id.text}));
  change.note(Action::add_clinician, RecordKind::clinician, clinician.id.text);
  change.commit();
  return clinician;
}

void Store::disable_clinician(const Actor& actor, const ClinicianId& id, const Clock& clock) {
  State& state = *state_;
  Database& database = state.database;
  Writing change(state, actor, Right::administer, clock);
  Clinician clinician = known_clinician(database, id);
  require_proof(database, state.vault(), clinician);
  if (clinician.role == ClinicianRole::administrator)
    require_other_administrator(database, clinician);
  clinician.disabled = true;
  database.run("UPDATE clinician SET disabled = 1, proof = ? WHERE id = ?",
               Blob{proof_of(state.vault(), clinician)}, id.text);
  database.run("DELETE FROM key_wrap WHERE holder = ?", id.text);
  change.note(Action::disable_clinician, RecordKind::clinician, id.text);
  change.commit();
}

void Store::set_passphrase(const Actor& actor, const ClinicianId& id, std::string_view passphrase,
                           const Clock& clock) {
  State& state = *state_;
  Writing change(state, actor, actor.id == id ? Right::look : Right::administer, clock);
  refuse_disabled(known_clinician(state.database, id));
  store_wrap(state.database, id.text,
             wrap(*state.data_key, passphrase, cost_of(state.database), {file_id(), id.text}));
  change.note(Action::change_passphrase, RecordKind::clinician, id.text);
  change.commit();
}

void Store::set_recovery_key(const Actor& actor, std::string_view recovery_key,
                             const Clock& clock) {
  State& state = *state_;
  Writing change(state, actor, Right::administer, clock);
  store_wrap(state.database, kRecovery,
             wrap_for_recovery(*state.data_key, recovery_key, {file_id(), kRecovery}));
  change.note(Action::make_recovery_key, RecordKind::clinic_file, file_id());
  change.commit();
}

Actor Store::recover(std::string_view recovery_key, const ClinicianId& id,
                     std::string_view new_passphrase, const Clock& clock) {
  State& state = *state_;
  Database& database = state.database;
  state.lock();
  const Clinician clinician = known_clinician(database, id);
  refuse_disabled(clinician);
  const std::string file = file_id();
  WrapRow row;
  state.unlock(try_to_open(database, kRecovery, clock, row,
                           [&](const std::string& wrapped) {
                             return unwrap_recovery(wrapped, recovery_key, {file, kRecovery});
                           }),
               clinician);
  try {
    require_proof(database, state.vault(), clinician);
    migrate_unlocked(database, state.vault(), schema_migrations());
    const Actor actor{clinician.id, clinician.name, clinician.role};
    Writing change(state, actor, Right::look, clock);
    write_failures(database, kRecovery, 0, clock.now);
    store_wrap(database, id.text,
               wrap(*state.data_key, new_passphrase, cost_of(database), {file, id.text}));
    change.note(Action::use_recovery_key, RecordKind::clinician, id.text);
    change.commit();
    return actor;
  } catch (...) {
    state.lock();
    throw;
  }
}

std::vector<KeyReport> Store::keys() const {
  std::vector<KeyReport> reports;
  for (const Clinician& clinician : clinicians()) {
    KeyReport report{clinician.login, clinician.disabled, {}};
    if (!clinician.disabled)
      report.wrap = describe(wrap_row(state_->database, clinician.id.text).wrapped);
    reports.push_back(report);
  }
  return reports;
}

}  // namespace kinescript
