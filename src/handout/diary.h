// SPDX-License-Identifier: MIT
// The diary: a box to tick for each time an exercise is due, one to six weeks from the plan's first
// day. Same order, numbers and pictures as the cards.
//
//   handout.diary = make_diary(dossier, handout.cards, stationery, english, 2);
//
// Boxes of a day: as often as the dose says ("2 times a day": two), the plan's times where it says
// nothing; one where it is "every hour" or "as needed", or more often than kMostBoxes. Days: those
// the plan names; all of them where the patient chooses, and where the exercise has days of its
// own.
#pragma once
#include "handout/handout.h"
#include "handout/phrasebook.h"
#include "handout/stationery.h"
#include "plan/dossier.h"

namespace kinescript {

inline constexpr int kMostBoxes = 3;  // of a day
inline constexpr int kMostDiaryWeeks = 6;

// REQUIRES 1 <= weeks <= kMostDiaryWeeks, and the cards of the same dossier.
Diary make_diary(const Dossier& dossier, const std::vector<Card>& cards,
                 const Stationery& stationery, const Phrasebook& phrasebook, int weeks);

}  // namespace kinescript
