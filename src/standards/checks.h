// SPDX-License-Identifier: MIT
// The 64 checks of a handout, by number, each with what it measured. What is measured is the
// handout as it was laid out, so that a check sees what the patient will see.
//
//   for (const CheckResult& r : check_handout({dossier, handout, pages, stationery, paper, book,
//                                              faces}))
//     if (!r.passed && r.by == CheckBy::program) …
//
// By: the program decides; the program flags and a person decides; a person only. Those that a
// person decides never fail here. Checks kStopping stop an issue, the others are notes.
//
// Where the product reads the list it was designed by in its own way, and why:
// * 11 and 12: the diary is a page that the clinician asks for. Without one there is nothing to
//   measure; with one each exercise is due at least once a week.
// * 15: a plan keeps whether teach-back was done, and "not done" is a record too.
// * 24: the bound of 3 % is for words of 4 syllables in English and of 5 in Spanish, which builds
//   its plain words longer.
// * 33: 3 to 9 steps. 13 of the 169 clinical records have more than 6; none of their steps is ours
//   to drop, and two in one would break 21.
// * Compact may go down to 10 points (38) and its picture to 50 mm (59).
#pragma once
#include <array>
#include <string>
#include <vector>

#include "handout/handout.h"
#include "handout/phrasebook.h"
#include "handout/stationery.h"
#include "layout/pages.h"
#include "plan/dossier.h"

namespace kinescript {

class Faces;

enum class CheckBy : unsigned char { program, flagged, person };

struct CheckResult {
  int number = 0;
  CheckBy by = CheckBy::program;
  bool passed = true;
  std::string measured;
  bool failed() const { return by == CheckBy::program && !passed; }
};

struct CheckSubject {
  const Dossier& dossier;
  const Handout& handout;
  const Pages& pages;
  const Stationery& stationery;
  Paper paper;
  const Phrasebook& phrasebook;
  const Faces& faces;
};

inline constexpr int kChecks = 64;
inline constexpr std::array kStopping = {4, 8, 9, 53, 58, 60};

std::vector<CheckResult> check_handout(const CheckSubject& subject);  // by number
// The failed checks that stop an issue.
std::vector<CheckResult> stopping(const std::vector<CheckResult>& results);

}  // namespace kinescript
