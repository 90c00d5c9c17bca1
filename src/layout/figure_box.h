// SPDX-License-Identifier: MIT
// The picture of a card and the dose under it: two frames of the picture column's width.
//
//   Block picture = figure_box(setter, stationery, Paper::a4, card.panels);
//   Block dose = dose_box(setter, stationery, card.dose, stationery.picture_width);
//
// Panels stand side by side with a dashed line between them, on one floor; a label never lies over
// a figure.
#pragma once
#include <vector>

#include "handout/stationery.h"
#include "layout/paragraph.h"

namespace kinescript {

Block figure_box(const Setter& setter, const Stationery& stationery, Paper paper,
                 const std::vector<CardPanel>& panels);

// Cells side by side, in one line each where that fits, else in two, else in two rows of cells.
Block dose_box(const Setter& setter, const Stationery& stationery,
               const std::vector<DoseCell>& cells, double width);

}  // namespace kinescript
