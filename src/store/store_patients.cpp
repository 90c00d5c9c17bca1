// SPDX-License-Identifier: MIT
// The patients of a clinic file. A record number is found by its keyed fingerprint; names are
// opened when they are first asked for and then kept until the file is locked.
#include <algorithm>
#include <utility>

#include "base/at_once.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/translate.h"
#include "store/rows.h"
#include "store/state.h"

namespace kinescript {
namespace {

// More names than any clinic has are opened each time instead of being kept.
constexpr std::size_t kMostHeads = 100000;

constexpr const char* kNoPatient =
    to_translate("This patient is not in the clinic file any more. Look with \"patient list\".");

std::optional<Patient> with_record(Sitting& sitting, const std::string& record) {
  const Vault& vault = sitting.vault();
  Statement row = sitting.database.query(std::string(kPatientRows) + " WHERE record_key = ?",
                                         Blob{record_key(vault, record)});
  if (!row.step()) return {};
  return open_patient(vault, row);
}

void require_free_record(Sitting& sitting, const Patient& patient) {
  const auto holder = with_record(sitting, patient.record_number);
  if (holder && holder->id != patient.id)
    throw Error(ErrorKind::conflict, "",
                trf("The record number {} belongs to another patient. Look them up with \"patient "
                    "show\", or give another number.",
                    patient.record_number));
}

// The next number of the form P-0001 that nobody has; a number that was given once is not counted
// again.
std::string counted_record(Sitting& sitting) {
  Database& database = sitting.database;
  auto next =
      database.integer("SELECT CAST(value AS INTEGER) FROM file_fact WHERE name = 'next_record'");
  std::string record;
  do {
    record = std::to_string(next++);
    record = "P-" + std::string(record.size() < 4 ? 4 - record.size() : 0, '0') + record;
  } while (with_record(sitting, record));
  database.run("UPDATE file_fact SET value = ? WHERE name = 'next_record'", std::to_string(next));
  return record;
}

// By family name, given name, record number; "Ärlig" stands before "Zimmer".
template <class Person>
void sort_by_name(std::vector<Person>& people) {
  const std::string end(1, '\0');
  std::vector<std::pair<std::string, std::size_t>> order;  // each key is made once
  for (const Person& p : people)
    order.emplace_back(folded(p.family) + end + folded(p.given) + end + p.record_number,
                       order.size());
  std::sort(order.begin(), order.end());
  std::vector<Person> sorted;
  sorted.reserve(people.size());
  for (const auto& [key, at] : order) sorted.push_back(std::move(people[at]));
  people = std::move(sorted);
}

// Side by side: opening one is some 8 µs, most of them for reading JSON.
std::vector<PatientHead> opened_heads(Sitting& sitting) {
  const Vault& vault = sitting.vault();
  std::vector<SealedPatient> sealed;
  for (Statement row = sitting.database.query(kPatientRows); row.step();)
    sealed.push_back(sealed_patient(row));
  std::vector<PatientHead> heads(sealed.size());
  at_once(sealed.size(), [&](std::size_t i) {
    Patient patient = open_patient(vault, sealed[i]);
    heads[i] = {patient.id,
                std::move(patient.record_number),
                std::move(patient.family),
                std::move(patient.given),
                patient.born,
                patient.archived};
  });
  sort_by_name(heads);
  return heads;
}

}  // namespace

void insert_patient(Sitting& sitting, Writing& change, const Actor& actor, Patient& patient,
                    const Clock& clock) {
  if (patient.id.empty()) patient.id = PatientId{new_uuid(sitting.randomness)};
  if (patient.record_number.empty()) patient.record_number = counted_record(sitting);
  require_free_record(sitting, patient);
  sitting.database.run(
      "INSERT INTO patient (id, revision, archived, changed, changed_by, record_key, record) "
      "VALUES (?, 1, ?, ?, ?, ?, ?)",
      patient.id.text, patient.archived ? 1 : 0, iso(clock.now), actor.id.text,
      Blob{record_key(sitting.vault(), patient.record_number)},
      Blob{seal_patient(sitting.vault(), patient, 1)});
  change.note(Action::create, RecordKind::patient, patient.id.text);
}

void update_patient(Sitting& sitting, Writing& change, const Actor& actor, const Patient& patient,
                    const Clock& clock) {
  require_free_record(sitting, patient);
  Statement row =
      sitting.database.query("SELECT revision FROM patient WHERE id = ?", patient.id.text);
  if (!row.step()) throw Error(ErrorKind::not_found, "", tr(kNoPatient));
  const auto revision = row.integer(0) + 1;
  sitting.database.run(
      "UPDATE patient SET revision = ?, archived = ?, changed = ?, changed_by = ?, record_key = ?, "
      "record = ? WHERE id = ?",
      revision, patient.archived ? 1 : 0, iso(clock.now), actor.id.text,
      Blob{record_key(sitting.vault(), patient.record_number)},
      Blob{seal_patient(sitting.vault(), patient, revision)}, patient.id.text);
  change.note(Action::change, RecordKind::patient, patient.id.text);
}

Patient Store::add_patient(const Actor& actor, Patient patient, const Clock& clock) {
  State& state = *state_;
  Writing change(state, actor, Right::write, clock);
  insert_patient(state, change, actor, patient, clock);
  change.commit();
  state.forget_names();
  return patient;
}

void Store::set_patient(const Actor& actor, const Patient& patient, const Clock& clock) {
  State& state = *state_;
  Writing change(state, actor, Right::write, clock);
  update_patient(state, change, actor, patient, clock);
  change.commit();
  state.forget_names();
}

void Store::put_patients(const Actor& actor, std::vector<Patient> patients, const Clock& clock) {
  State& state = *state_;
  Writing change(state, actor, Right::write, clock);
  for (Patient& patient : patients)
    if (patient.id.empty())
      insert_patient(state, change, actor, patient, clock);
    else
      update_patient(state, change, actor, patient, clock);
  change.commit();
  state.forget_names();
}

Patient Store::patient(const PatientId& id) const {
  const Vault& vault = state_->vault();
  Statement row = state_->database.query(std::string(kPatientRows) + " WHERE id = ?", id.text);
  if (!row.step())
    throw Error(ErrorKind::not_found, "",
                tr("There is no patient with this id. Look with \"patient list\"."));
  return open_patient(vault, row);
}

Patient Store::find_patient(const std::string& id_or_record) const {
  const Vault& vault = state_->vault();
  Statement row = state_->database.query(std::string(kPatientRows) + " WHERE id = ?", id_or_record);
  if (row.step()) return open_patient(vault, row);
  if (auto found = with_record(*state_, id_or_record)) return *found;
  throw Error(ErrorKind::not_found, "",
              "There is no patient with the record number or id \"" + id_or_record +
                  "\". Look with \"patient list\".");
}

std::vector<Patient> Store::patients(bool with_archived) const {
  const Vault& vault = state_->vault();
  std::vector<Patient> all;
  for (Statement row = state_->database.query(std::string(kPatientRows) + " WHERE archived <= ?",
                                              with_archived ? 1 : 0);
       row.step();)
    all.push_back(open_patient(vault, row));
  sort_by_name(all);
  return all;
}

std::vector<PatientHead> Store::patient_heads(bool with_archived) const {
  State& state = *state_;
  state.vault();  // refuses while locked
  // Changes when another connection has written.
  const auto version = state.database.integer("PRAGMA data_version");
  std::vector<PatientHead> all =
      state.heads && state.heads_version == version ? *state.heads : opened_heads(state);
  if (all.size() <= kMostHeads) {
    state.heads = all;
    state.heads_version = version;
  }
  if (!with_archived) std::erase_if(all, [](const PatientHead& head) { return head.archived; });
  return all;
}

}  // namespace kinescript
