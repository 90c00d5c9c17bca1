// SPDX-License-Identifier: MIT
// One exercise on the page, over the whole width: the picture with the dose under it at the left,
// the words at the right, so that steps stand beside their picture.
//
//      ----------------------------------------------------------  thick where a section starts
//      (3) Hip lift  [EACH SIDE]                         Get stronger
//      +---------+---------+     1. Lie on your back and bend your knees.
//      | Start   : Finish  |     2. Put your feet flat, hip width apart.
//      +---------+---------+     3. ...
//      | 5 times | Hold 3  |     Breathe out as you lift.
//      Start with 5. ...         Stop or make it easier if: ...
//
// Compact has a row instead: picture, words with the steps run on, dose. Letters of more than about
// 18 points stack the words under the picture.
//
// Why not two cards side by side, as the handout was first drawn: with all steps, why-line,
// breathing, stop cue and dose sentences at 12 points such a card is 145 to 165 mm high. Two would
// stand on a page, and a third of it stay empty.
#pragma once
#include "handout/stationery.h"
#include "layout/paragraph.h"

namespace kinescript {

Block card_block(const Setter& setter, const Stationery& stationery, Paper paper,
                 const Card& card, Palette palette);

}  // namespace kinescript
