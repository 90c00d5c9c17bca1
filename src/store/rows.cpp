// SPDX-License-Identifier: MIT
#include "store/rows.h"

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "plan/codec.h"

namespace kinescript {
namespace {

[[noreturn]] void refuse_moved() {
  throw Error(ErrorKind::damaged, "",
              tr("A record of the clinic file was damaged or moved. Restore a backup."));
}

}  // namespace

SealedPatient sealed_patient(const Statement& row) {
  return {row.text(0), row.integer(1), row.text(2)};
}

Patient open_patient(const Vault& vault, const SealedPatient& sealed) {
  std::string json = vault.open({Field::patient, sealed.id, sealed.revision}, sealed.record);
  Patient patient = decode_patient(json);
  wipe(json);
  if (patient.id.text != sealed.id) refuse_moved();
  return patient;
}

Patient open_patient(const Vault& vault, const Statement& row) {
  return open_patient(vault, sealed_patient(row));
}

std::string seal_patient(const Vault& vault, const Patient& patient, std::int64_t revision) {
  std::string json = encode(patient);
  std::string sealed = vault.seal({Field::patient, patient.id.text, revision}, json);
  wipe(json);
  return sealed;
}

std::string record_key(const Vault& vault, const std::string& record_number) {
  return vault.fingerprint("record number", lower_ascii(record_number));
}

Plan open_draft(const Vault& vault, const Statement& row) {
  std::string json = vault.open({Field::draft, row.text(0), row.integer(2)}, row.text(3));
  Plan plan = decode_plan(json);
  wipe(json);
  if (plan.id.text != row.text(0) || plan.patient.text != row.text(1)) refuse_moved();
  return plan;
}

std::string seal_draft(const Vault& vault, const Plan& plan, std::int64_t revision) {
  std::string json = encode(plan);
  std::string sealed = vault.seal({Field::draft, plan.id.text, revision}, json);
  wipe(json);
  return sealed;
}

std::string issued_place(const std::string& id, const std::string& patient, std::int64_t number,
                         const std::string& issued_on) {
  return id + "|" + patient + "|" + std::to_string(number) + "|" + issued_on;
}

std::string issued_place(const Statement& row) {
  return issued_place(row.text(0), row.text(1), row.integer(2), row.text(3));
}

}  // namespace kinescript
