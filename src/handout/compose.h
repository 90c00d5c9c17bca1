// SPDX-License-Identifier: MIT
// What the sheet says: from a dossier to a Handout. Pure: the same input gives the same words and
// figures.
//
//   Handout sheet = compose(dossier, standard, english, {.paper = Paper::a4});
//
// The side of an item is the only source of left and right: picture, tag, steps and dose all take
// it. An item for both sides is told for the right side first. Patient lines that several exercises
// fire print once, in the precautions box.
//
// Throws Error{refused} when the clinic has no phone or no emergency number (the STOP box could not
// be filled), and whatever parse_scene throws for a damaged scene.
#pragma once
#include "figure/drawn.h"
#include "handout/handout.h"
#include "handout/phrasebook.h"
#include "handout/stationery.h"
#include "plan/dossier.h"

namespace kinescript {

struct HandoutOptions {
  Paper paper = Paper::a4;
  Palette palette = Palette::black_and_white;
  int diary_weeks = 0;            // 0 = no diary; at most kMostDiaryWeeks
  bool is_void = false;           // issued in error: the first words and each page's foot say so
  DrawnFigures* drawn = nullptr;  // keeps the figures for the next handout
  bool with_pictures = true;      // false: the words alone; panels are empty
};

Handout compose(const Dossier& dossier, const Stationery& stationery, const Phrasebook& phrasebook,
                const HandoutOptions& options);

}  // namespace kinescript
