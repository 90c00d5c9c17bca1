// SPDX-License-Identifier: MIT
#include "app/screening.h"

#include <algorithm>

namespace kinescript {

std::vector<const StopEntry*> screening_questions(const Catalog& catalog) {
  std::vector<const StopEntry*> questions;
  for (const StopEntry& entry : catalog.stop_box)
    if (!entry.heading && entry.tier != Tier::call_us) questions.push_back(&entry);
  return questions;
}

bool is_asked(const StopEntry& question, const Patient& patient) {
  if (question.for_all || question.precautions.empty()) return true;
  return std::any_of(patient.precautions.begin(), patient.precautions.end(),
                     [&question](const PatientPrecaution& p) {
                       return std::find(question.precautions.begin(), question.precautions.end(),
                                        p.code.text) != question.precautions.end();
                     });
}

const ScreeningAnswer* answer_to(const StopEntry& question, const Patient& patient) {
  const ScreeningAnswer* newest = nullptr;
  for (const ScreeningAnswer& answer : patient.screening)
    if (answer.question == question.id && (newest == nullptr || answer.on >= newest->on))
      newest = &answer;
  return newest;
}

void put_answer(Patient& patient, const ScreeningAnswer& answer) {
  std::erase_if(patient.screening,
                [&answer](const ScreeningAnswer& old) { return old.question == answer.question; });
  patient.screening.push_back(answer);
}

}  // namespace kinescript
