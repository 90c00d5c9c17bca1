// SPDX-License-Identifier: MIT
// The boxes of a handout: when to stop, what to take care with, how much pain is right.
//
//   std::vector<StopGroup> stop = make_stop_box(dossier);     // emergency tier first, nothing left
//   out
#pragma once
#include <string>
#include <vector>

#include "handout/handout.h"
#include "handout/phrasebook.h"
#include "handout/stationery.h"
#include "plan/dossier.h"

namespace kinescript {

// One group for each heading that has items, in file order, with the clinic's numbers filled in.
// Throws Error{refused} when a number that a text asks for is not set.
std::vector<StopGroup> make_stop_box(const Dossier& dossier);

// Lines in plain words: the patient's precautions, most severe first, then what several exercises
// share; each once. `first` takes the three most severe, `rest` the others.
struct PrecautionBoxes {
  TextBox first, rest;
};
PrecautionBoxes make_precautions(const Dossier& dossier, const std::vector<std::string>& shared,
                                 const Phrasebook& phrasebook);

// With the session rules that the stationery prints there.
TextBox make_pain_rule(const Dossier& dossier, const Stationery& stationery,
                       const Phrasebook& phrasebook);
TextBox make_reminders(const Dossier& dossier, const Stationery& stationery,
                       const Phrasebook& phrasebook);

// What the exercises need, each thing once, as the page asks for it; "" when they need nothing.
std::string word_equipment(const Dossier& dossier, const Phrasebook& phrasebook);

}  // namespace kinescript
