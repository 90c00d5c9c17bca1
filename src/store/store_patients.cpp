// SPDX-License-Identifier: MIT
// The patients of a clinic file. Record numbers stand only inside the records; they are compared
// after opening those.
#include <algorithm>
#include <tuple>

#include "base/error.h"
#include "base/text.h"
#include "plan/codec.h"
#include "store/state.h"

namespace kinescript {
namespace {

std::optional<Patient> with_record(Database& database, const std::string& record) {
  const std::string wanted = lower_ascii(record);
  for (Statement row = database.query("SELECT record FROM patient"); row.step();) {
    Patient patient = decode_patient(row.text(0));
    if (lower_ascii(patient.record_number) == wanted) return patient;
  }
  return {};
}

void require_free_record(Database& database, const Patient& patient) {
  const auto holder = with_record(database, patient.record_number);
  if (holder && holder->id != patient.id)
    throw Error(ErrorKind::conflict, "",
                "The record number " + patient.record_number +
                    " belongs to another patient. Look them up with \"patient show\", or give "
                    "another number.");
}

// The next number of the form P-0001 that nobody has; a number that was given once is not counted
// again.
std::string counted_record(Database& database) {
  auto next =
      database.integer("SELECT CAST(value AS INTEGER) FROM file_fact WHERE name = 'next_record'");
  std::string record;
  do {
    record = std::to_string(next++);
    record = "P-" + std::string(record.size() < 4 ? 4 - record.size() : 0, '0') + record;
  } while (with_record(database, record));
  database.run("UPDATE file_fact SET value = ? WHERE name = 'next_record'", std::to_string(next));
  return record;
}

}  // namespace

Patient Store::add_patient(const Actor& actor, Patient patient, const Clock& clock) {
  Database& database = state_->database;
  Transaction change(database);
  require_writer(database, actor);
  if (patient.id.empty()) patient.id = PatientId{new_uuid(state_->randomness)};
  if (patient.record_number.empty()) patient.record_number = counted_record(database);
  require_free_record(database, patient);
  database.run(
      "INSERT INTO patient (id, revision, archived, changed, changed_by, record) VALUES (?, 1, ?, "
      "?, ?, ?)",
      patient.id.text, patient.archived ? 1 : 0, iso(clock.now), actor.id.text,
      Blob{encode(patient)});
  change.commit();
  return patient;
}

void Store::set_patient(const Actor& actor, const Patient& patient, const Clock& clock) {
  Database& database = state_->database;
  Transaction change(database);
  require_writer(database, actor);
  require_free_record(database, patient);
  database.run(
      "UPDATE patient SET revision = revision + 1, archived = ?, changed = ?, changed_by = ?, "
      "record = ? WHERE id = ?",
      patient.archived ? 1 : 0, iso(clock.now), actor.id.text, Blob{encode(patient)},
      patient.id.text);
  if (database.changes() != 1)
    throw Error(ErrorKind::not_found, "",
                "This patient is not in the clinic file any more. Look with \"patient list\".");
  change.commit();
}

Patient Store::patient(const PatientId& id) const {
  Statement row = state_->database.query("SELECT record FROM patient WHERE id = ?", id.text);
  if (!row.step())
    throw Error(ErrorKind::not_found, "",
                "There is no patient with this id. Look with \"patient list\".");
  return decode_patient(row.text(0));
}

Patient Store::find_patient(const std::string& id_or_record) const {
  Statement row = state_->database.query("SELECT record FROM patient WHERE id = ?", id_or_record);
  if (row.step()) return decode_patient(row.text(0));
  if (auto found = with_record(state_->database, id_or_record)) return *found;
  throw Error(ErrorKind::not_found, "",
              "There is no patient with the record number or id \"" + id_or_record +
                  "\". Look with \"patient list\".");
}

std::vector<Patient> Store::patients(bool with_archived) const {
  std::vector<Patient> all;
  for (Statement row = state_->database.query("SELECT record FROM patient WHERE archived <= ?",
                                              with_archived ? 1 : 0);
       row.step();)
    all.push_back(decode_patient(row.text(0)));
  const auto key = [](const Patient& p) {
    return std::tuple(lower_ascii(p.family), lower_ascii(p.given), p.record_number);
  };
  std::sort(all.begin(), all.end(),
            [&](const Patient& a, const Patient& b) { return key(a) < key(b); });
  return all;
}

}  // namespace kinescript
