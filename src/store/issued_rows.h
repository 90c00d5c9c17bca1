// SPDX-License-Identifier: MIT
// An issued plan taken out of a clinic file whole, and put in under another patient or in another
// file: the documents keep their bytes, only their place is another.
//
//   const IssuedCopy copy = copy_issued(sitting, PlanId{id});
//   insert_issued(sitting, copy, kept, next_number);          // the row
//   insert_facts(sitting, copy);                              // once all rows are there
//
// Throws Error{damaged} when something of it does not open.
#pragma once
#include <string>
#include <vector>

#include "base/id.h"
#include "store/state.h"
#include "store/summary.h"

namespace kinescript {

// What became of a plan: 'replaced' (by a plan) or 'void' (because of something).
struct IssuedFact {
  std::string kind, at, by, replaced_by, because;
};

struct IssuedCopy {
  std::string id;
  int number = 0;
  std::string issued_on, issued_at, issued_by;
  PlanSummary summary;
  std::string snapshot, pdf;
  std::vector<IssuedFact> facts;
};

std::vector<std::string> issued_ids(Database& database, const PatientId& patient);  // by number
IssuedCopy copy_issued(Sitting& sitting, const std::string& id);
void insert_issued(Sitting& sitting, const IssuedCopy& plan, const PatientId& patient, int number);
// Facts that are there already, and a replacement that is not there, are left out; returns how many
// were written.
int insert_facts(Sitting& sitting, const IssuedCopy& plan);
// The plans of a patient and what became of them. The documents' pieces stay.
void erase_issued(Database& database, const PatientId& patient);

}  // namespace kinescript
