// SPDX-License-Identifier: MIT
// What changed between two plans, in the clinician's English: a line for each exercise and for each
// setting that changed, with a sign so that nothing hangs on colour.
//
//   for (const std::string& line : word_changes(changes, catalog)) …
//   "▲ Bridge: count 5-10 times -> 7-12 times"      "− Superman: taken out"
//   "= 4 exercises as before"                       "note [Slowly.] {Hold the counter.}"
//
// A note is told word by word: [what went], {what came}.
#pragma once
#include <string>
#include <vector>

#include "plan/changes.h"

namespace kinescript {

std::vector<std::string> word_changes(const PlanChanges& changes, const Catalog& catalog);
// "2 progressed, 1 swapped" or "nothing changed".
std::string count_changes(const PlanChanges& changes);
std::string word_note(const std::string& before, const std::string& after);

}  // namespace kinescript
