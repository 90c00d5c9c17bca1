// SPDX-License-Identifier: MIT
// Where it goes: from a Handout to Pages. Measured with the same faces and shaper that the outputs
// draw with.
//
//   Faces faces = …;                                                    // text/faces.h
//   Pages pages = lay_out(handout, stationery, Paper::a4, faces);
//
// INVARIANTS of the result: nothing lies outside the margins; no glyph is smaller than
// Stationery::least; a card never splits, a row of cards is as high as its taller card; the STOP
// box is whole and on page 1; every string of the handout is on a page once, page furniture on
// every page.
//
// Throws TooManyPages when the layout is one for few pages (Compact: one sheet, two sides) and the
// plan needs more; Error{invalid} when a single card is higher than a page (the way out: a shorter
// note or less type).
#pragma once
#include "base/error.h"
#include "handout/handout.h"
#include "handout/stationery.h"
#include "layout/pages.h"

namespace kinescript {

class Faces;
class SetTexts;

class TooManyPages : public Error {
 public:
  TooManyPages(int most, int needed);
};

// `kept`: texts that were set with these faces (layout/set_texts.h); the pages are the same
// without.
Pages lay_out(const Handout& handout, const Stationery& stationery, Paper paper, const Faces& faces,
              SetTexts* kept = nullptr);

}  // namespace kinescript
