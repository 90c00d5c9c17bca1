// SPDX-License-Identifier: MIT
// A drawing as SVG text: for `figure -o FILE.svg`, for tests and for looking at. Coordinates have two decimals
// (0.01 pt is 0.0035 mm); y runs down as in Drawing. Equal input gives equal bytes.
//
//   write_atomically("bridge.svg", to_svg(drawing, {0, 0, 255, 75}));
#pragma once
#include <string>

#include "draw/drawing.h"

namespace kinescript {

// `view` becomes the viewBox and, in points, the size. Glyph runs are not written (figures have none).
std::string to_svg(const Drawing& drawing, const Box& view);

}  // namespace kinescript
