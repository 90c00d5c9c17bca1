// SPDX-License-Identifier: MIT
// The one outer outline of the figure: the union of all its parts, hair and bun. Stroked in ink
// just before the first part is painted, it makes every joint seamless. Sharp inner corners get a
// small fillet (an ink trap), and gaps too thin to stay white between two lines are taken out and
// painted as darkened garment instead of a black spindle.
//
//   FigureOutline outline = figure_outline(shapes, hair, .32 / mm_per_stature);
#pragma once
#include <vector>

#include "figure/plane.h"
#include "figure/shape.h"

namespace kinescript {

struct FigureOutline {
  Rings rings;      // outer rings anticlockwise (one, when the figure hangs together), real gaps
                    // clockwise
  Rings thin_gaps;  // anticlockwise
};

// `line`: the width of the outer line in stature.
FigureOutline figure_outline(const std::vector<Shape>& shapes, const Rings& hair, double line);

// Rounds sharp inner corners by a tangent circle where that adds only a speck.
Ring with_fillets(const Ring& ring);

}  // namespace kinescript
