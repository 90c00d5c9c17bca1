// SPDX-License-Identifier: MIT
// Lines inside the figure: stretches of a part's contour where it lies over another part. Their
// width grows with the depth between the two, so that a limb in front is drawn, a joint is not, and
// a crease tapers out.
//
//   draw_lines(canvas, shape, painted, first_figure, ink);
#pragma once
#include <vector>

#include "figure/canvas.h"
#include "figure/shape.h"

namespace kinescript {

// `painted`: what was painted before, in order. `first_figure`: index in it of the figure's first
// part (or its size); against props before that the outer outline already stands.
void draw_lines(Canvas& canvas, const Shape& shape, const std::vector<const Shape*>& painted,
                std::size_t first_figure, Colour ink);

}  // namespace kinescript
