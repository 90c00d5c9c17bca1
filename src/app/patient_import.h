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

#include "app/session.h"
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

// What a person looks at before the import, one fact a line: "Separated by semicolons, with a
// header", the columns, how the dates are read.
std::string found_in(const CsvForm& form);
// "12 new patients, 3 changed, 40 the same, 2 rows not taken"
std::string import_counts(const PatientImport& import);

// Stores some at a time, so that a window can show how far it is and be stopped in between: what is
// stored then stays, and another import of the same file goes on from there.
class StoringImport {
 public:
  StoringImport(Session& session, const PatientImport& import);
  std::size_t all() const { return patients_.size(); }
  std::size_t done() const { return done_; }
  bool finished() const { return done_ == patients_.size(); }
  void go_on();  // throws what Store::put_patients throws

 private:
  Session& session_;
  std::vector<Patient> patients_;
  std::size_t done_ = 0;
};

}  // namespace kinescript
