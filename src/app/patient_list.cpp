// SPDX-License-Identifier: MIT
#include "app/patient_list.h"

#include <algorithm>

#include "base/text.h"

namespace kinescript {
namespace {

bool matches(const Patient& patient, const std::vector<std::string>& typed) {
  const std::string born = iso(patient.born);
  std::vector<std::string> parts =
      split_words(lower_ascii(patient.family + " " + patient.given + " " + patient.record_number));
  parts.push_back(born);
  parts.push_back(born.substr(2, 2));
  return std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return part.starts_with(word); });
  });
}

}  // namespace

std::vector<const Patient*> find_patients(const std::vector<Patient>& all, std::string_view typed) {
  const auto asked = split_words(lower_ascii(typed));
  std::vector<const Patient*> found;
  for (const Patient& patient : all)
    if (matches(patient, asked)) found.push_back(&patient);
  std::stable_partition(found.begin(), found.end(),
                        [](const Patient* each) { return !each->archived; });
  return found;
}

const Patient* double_of(const std::vector<Patient>& all, const Patient& patient) {
  const Patient* found = nullptr;
  for (const Patient& other : all) {
    if (other.id == patient.id || other.born != patient.born ||
        lower_ascii(other.family) != lower_ascii(patient.family) ||
        lower_ascii(other.given) != lower_ascii(patient.given))
      continue;
    if (!found || (found->archived && !other.archived)) found = &other;
  }
  return found;
}

void take_from_archive(Editor& editor, const PatientId& id) {
  editor.open(id);
  Patient patient = editor.patient();
  patient.archived = false;
  editor.set_patient(patient);
}

}  // namespace kinescript
