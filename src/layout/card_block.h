// SPDX-License-Identifier: MIT
// One exercise on the page. A card lies across both columns of the grid: the name over both, the
// picture with the dose under it in the left column, the words in the right one, so that steps
// stand beside their picture.
//
//      ------------------------------------------------------------- rule; thick where a section
//      starts Get stronger (3) Hip lift                                     [EACH SIDE]
//      +---------+---------+     1. Lie on your back and bend your knees.
//      | Start   : Finish  |     2. Put your feet flat, hip width apart.
//      +---------+---------+     …
//      | 5 times | Hold 3  |     Breathe out as you lift.
//      Start with 5. …           Stop or make it easier if: …
//
// Why not one card a column, as the drawings have it: with all steps, why-line, breathing, stop cue
// and dose sentences at 12 points a card of one column is 145 to 165 mm high, so that only two
// would stand on a page and a third of it would stay empty.
#pragma once
#include "handout/stationery.h"
#include "layout/paragraph.h"

namespace kinescript {

Block card_block(const Typesetter& setter, const Stationery& stationery, Paper paper,
                 const Card& card, Palette palette);

}  // namespace kinescript
