// SPDX-License-Identifier: MIT
// Boolean operations on rings (figure/plane.h), the only door to Clipper 6.4.2. Coordinates become
// whole millionths of stature. Only areas wound anticlockwise count (Clipper's "positive" rule), so
// that chain outlines, which may run over themselves, come out right. Results have outer rings
// anticlockwise and holes clockwise; rings smaller than a millionth of stature squared are dropped
// (slivers of rounding). Throws Error{invalid} when Clipper gives up.
//
//   Rings body = unite({torso, arm});          Rings lit = subtract({arm}, lights);
#pragma once
#include "figure/plane.h"

namespace kinescript {

Rings unite(const Rings& rings);
Rings intersect(const Rings& subject, const Rings& clip);
Rings subtract(const Rings& subject, const Rings& clip);
// Offset with round corners; negative shrinks. It costs about 2 ms for 1,500 points: simplify
// first, and never use it on ellipses (EllipseOutline grows exactly).
Rings grow(const Rings& rings, double by);

// The ring turned so that it runs anticlockwise.
Ring anticlockwise(Ring ring);

}  // namespace kinescript
