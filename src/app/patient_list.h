// SPDX-License-Identifier: MIT
// Finding a patient by a few letters, and the other record of the same person.
//
//   const auto all = store.patient_heads(true);
//   find_patients(all, "whi 48")              // every word begins something of the patient
//   const PatientHead* other = double_of(all, patient);
//   take_from_archive(editor, other->id);             // listed again, and on the table
#pragma once
#include <string_view>
#include <vector>

#include "app/editor.h"
#include "plan/people.h"

namespace kinescript {

// Each typed word begins a name, the record number, the birth date as ISO, or is of the birth year
// ("1948", "48"). Big and small letters are the same, with marks and without ("muller" finds
// Müller). In the order of `all`, but those in the archive last.
std::vector<const PatientHead*> find_patients(const std::vector<PatientHead>& all,
                                              std::string_view typed);
// Of the same name and birth date; one that is not in the archive before one that is; null: none.
const PatientHead* double_of(const std::vector<PatientHead>& all, const Patient& patient);
void take_from_archive(Editor& editor, const PatientId& patient);

}  // namespace kinescript
