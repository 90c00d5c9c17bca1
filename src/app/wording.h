// SPDX-License-Identifier: MIT
// Findings in the clinician's English. The core gives codes and the catalog's texts; here they
// become lines to read.
//
//   reason_of(finding, catalog)  -> "Prone end-range extension under load."
//
// The word "safe" is nowhere: no finding means no known precaution. Whole lists of findings:
// app/findings_text.h; what changed between plans: app/change_words.h.
#pragma once
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "plan/fill.h"
#include "plan/finding.h"
#include "plan/progression.h"

namespace kinescript {

// One sentence or two: what the finding says, without its level and what it is about.
std::string reason_of(const Finding& finding, const Catalog& catalog);
// What to do about an open finding, as a command to type.
std::string way_out_of(const Finding& finding, const std::string& plan);

// "Hip replacement, limits in force: which approach, posterior, lateral or anterior? …"
std::string word_question(const PrecautionCode& code, const std::string& detail,
                          const Catalog& catalog);
// "Core activation": a part of a session, as the window heads it.
std::string section_title(Section section);
// "NOT CHECKED"
std::string word_level(FindingLevel level);
// With a full stop at its end, whatever the catalog wrote.
std::string as_sentence(std::string text);
// "2 findings are open …" or "Nothing is open. …"
std::string word_outcome(const std::vector<Finding>& findings);

// "2 x 8-12 times, hold 3 seconds, 2 kg"
std::string dose_text(const Dose& dose);
// "a3 bridge: 2 x 8-12 times -> 2 x 10-14 times", "a4 superman: as before. …why".
std::string word_step(const ItemStep& step, const Catalog& catalog);
// "strength_2: Bird dog swapped in for Superman (rule …)."
std::string word_slot(const SlotOutcome& outcome, const Catalog& catalog);
// "felt right, pain 2 of 10, done on 9 days: …"
std::string word_feedback(const Feedback& feedback);

}  // namespace kinescript
