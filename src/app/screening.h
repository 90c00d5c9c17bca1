// SPDX-License-Identifier: MIT
// The screening questions: the STOP box's first three tiers, of which a yes is a red flag. Which of
// them this patient is asked, and what the newest answer was.
//
//   for (const StopEntry* question : screening_questions(catalog))
//     if (is_asked(*question, patient)) show(question->text, answer_to(*question, patient));
#pragma once
#include <vector>

#include "catalog/catalog.h"
#include "plan/people.h"

namespace kinescript {

std::vector<const StopEntry*> screening_questions(const Catalog& catalog);
bool is_asked(const StopEntry& question, const Patient& patient);
// null: not asked yet.
const ScreeningAnswer* answer_to(const StopEntry& question, const Patient& patient);
// In place of an older answer to the same question.
void put_answer(Patient& patient, const ScreeningAnswer& answer);

}  // namespace kinescript
