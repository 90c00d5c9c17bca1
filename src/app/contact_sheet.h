// SPDX-License-Identifier: MIT
// Figures for looking at: the panels of one figure in a row, and a sheet of every figure of the
// catalog with its id, at the size of the handout's cards, for the review by eye.
//
//   PanelRow row = side_by_side(draw_figure(scene, {}));     to_svg(row.drawing, row.bounds)
//   write_atomically("figures.pdf", contact_sheet(workspace, Palette::black_and_white));
#pragma once
#include <string>

#include "app/workspace.h"
#include "draw/drawing.h"
#include "figure/figure.h"

namespace kinescript {

struct PanelRow {
  Drawing drawing;
  Box bounds;
};
// All panels share scale and floor; a gap stands between them.
PanelRow side_by_side(const Figure& figure);

std::string contact_sheet(const Workspace& workspace, Palette palette, const Look& look = {});

}  // namespace kinescript
