// SPDX-License-Identifier: MIT
// Cubic curves through points (Schneider, "An algorithm for automatically fitting digitized
// curves", Graphics Gems I): a figure is some 1,000 cubics instead of 8,000 points, a quarter of
// the bytes, and smooth at any size.
//
// A path is split at its corners first: a turn of more than 35 degrees, or of more than 3 degrees
// between two long edges (the corner of a mat). Between corners no point is farther than the
// tolerance from the curve, and neighbouring cubics share their tangent. Straight stretches become
// lines. Points and tolerance are in the drawing's points.
//
//   Path p;  append_fitted(p, points, /*closed*/ true, kFitTolerance);
#pragma once
#include "figure/plane.h"

namespace kinescript {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kFitTolerance =
    .03 * kPointsPerMm;  // .03 mm on paper: nothing thicker than .15 mm changes

// Adds one closed or open contour. A closed one ends with Verb::close. Nothing is added for fewer
// than 2 (closed: 3) different points.
void append_fitted(Path& path, const Ring& points, bool closed, double tolerance);
// The same contour as straight lines.
void append_lines(Path& path, const Ring& points, bool closed);

// The outline of a stroke whose width changes from point to point, with round ends, as one closed
// contour. REQUIRES as many widths as points, at least 2.
void append_strip(Path& path, const Ring& points, const std::vector<double>& widths,
                  double tolerance, bool fitted);

}  // namespace kinescript
