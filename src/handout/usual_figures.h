// SPDX-License-Identifier: MIT
// The figures that handouts usually show, for a pack that is made when the program is built: every
// scene of these exercises and of their modified forms, as written and turned to the other side, as
// the layout prints it on A4 in black and white. What else is asked for (colour, large print, a
// figure of the clinic's choice, a clinic's own exercise) is drawn when it is.
//
//   DrawnFigures drawn(kAll);
//   draw_usual(catalog.exercises, standard, drawn);
//   write_atomically("figures.pack", drawn.packed());
#pragma once
#include <vector>

#include "catalog/exercise.h"
#include "figure/drawn.h"
#include "handout/stationery.h"

namespace kinescript {

void draw_usual(const std::vector<Exercise>& exercises, const Stationery& stationery,
                DrawnFigures& drawn);

}  // namespace kinescript
