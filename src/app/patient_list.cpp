// SPDX-License-Identifier: MIT
#include "app/patient_list.h"

#include <algorithm>

#include "base/fold.h"
#include "base/text.h"

namespace kinescript {
namespace {

bool begins_a_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
    if (at == 0 || text[at - 1] == ' ') return true;
  return false;
}

bool matches(const PatientHead& patient, const std::vector<std::string>& typed) {
  const std::string text =
      folded(patient.family + " " + patient.given + " " + patient.record_number);
  return std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
    if (begins_a_word(text, word)) return true;
    if (word[0] < '0' || word[0] > '9') return false;
    const std::string born = iso(patient.born);
    return born.starts_with(word) || std::string_view(born).substr(2, 2).starts_with(word);
  });
}

}  // namespace

std::vector<const PatientHead*> find_patients(const std::vector<PatientHead>& all,
                                              std::string_view typed) {
  const auto asked = split_words(folded(typed));
  std::vector<const PatientHead*> found;
  for (const PatientHead& patient : all)
    if (matches(patient, asked)) found.push_back(&patient);
  std::stable_partition(found.begin(), found.end(),
                        [](const PatientHead* each) { return !each->archived; });
  return found;
}

const PatientHead* double_of(const std::vector<PatientHead>& all, const Patient& patient) {
  const PatientHead* found = nullptr;
  for (const PatientHead& other : all) {
    if (other.id == patient.id || other.born != patient.born ||
        folded(other.family) != folded(patient.family) ||
        folded(other.given) != folded(patient.given))
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
