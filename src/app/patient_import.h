// SPDX-License-Identifier: MIT
// What a CSV file would do to a clinic file, before it does it: who is new, whose record changes,
// which rows are refused and why.
//
//   const PatientImport import = prepare_import(csv, store.patients(true), "en", today);
//   store.put_patients(actor, import.to_store(), clock);
//
// A row with the record number of a patient changes that one; an empty cell changes nothing. A row
// whose name and birth date are both another's is refused: the number was probably given twice, and
// a plan must not move to another person. Without a record number a row is new, unless somebody of
// this name and birth date is there. REQUIRES that csv.form.dates is known.
#pragma once
#include <string>
#include <vector>

#include "exchange/patient_csv.h"
#include "plan/people.h"

namespace kinescript {

struct PatientImport {
  std::vector<Patient> fresh, changed;
  std::size_t same = 0;             // rows that say what is stored already
  std::vector<RefusedRow> refused;  // by line
  std::vector<Patient> to_store() const;
};
PatientImport prepare_import(const PatientCsv& csv, const std::vector<Patient>& present,
                             const std::string& language, Date today);

}  // namespace kinescript
