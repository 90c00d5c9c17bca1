// SPDX-License-Identifier: MIT
// Rows with sealed values and how they open: where a seal stands is written here once. What stands
// beside a sealed value in clear and must not be changed unseen is part of its place.
//
//   for (Statement row = db.query(kDraftRows); row.step();) Plan plan = open_draft(vault, row);
//
// Throws Error{damaged} when a value does not open, or belongs to another row.
#pragma once
#include <string>

#include "plan/people.h"
#include "plan/plan.h"
#include "store/database.h"
#include "store/vault.h"

namespace kinescript {

inline constexpr const char* kPatientRows = "SELECT id, revision, record FROM patient";
struct SealedPatient {
  std::string id;
  std::int64_t revision = 0;
  std::string record;
};
SealedPatient sealed_patient(const Statement& row);
Patient open_patient(const Vault& vault, const SealedPatient& sealed);
Patient open_patient(const Vault& vault, const Statement& row);
std::string seal_patient(const Vault& vault, const Patient& patient, std::int64_t revision);
// What a record number is found by; big and small letters are the same.
std::string record_key(const Vault& vault, const std::string& record_number);

inline constexpr const char* kDraftRows = "SELECT id, patient, revision, plan FROM draft";
Plan open_draft(const Vault& vault, const Statement& row);
std::string seal_draft(const Vault& vault, const Plan& plan, std::int64_t revision);

inline constexpr const char* kIssuedRows =
    "SELECT p.id, p.patient, p.number, p.issued_on FROM issued_plan p";
// The row of an issued plan for Place: all that stands in clear beside it and says what it is.
std::string issued_place(const Statement& row);
std::string issued_place(const std::string& id, const std::string& patient, std::int64_t number,
                         const std::string& issued_on);

}  // namespace kinescript
