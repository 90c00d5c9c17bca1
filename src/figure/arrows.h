// SPDX-License-Identifier: MIT
// Arrows say what moves, from where to where. A track follows a joint through the interpolated
// movement, pushed outward from the body and smoothed to a clean arc; a straight arrow stands at a
// joint; a ring runs round one, the part behind the body painted before it. Widths are millimetres
// on paper. A white casing parts the arrow from the figure, and only from the figure: it never
// bites into a mat or a chair.
//
//   ArrowPath path = arrow_path(arrow, poses, which, view);
//   paint_arrow(canvas, path, mm_per_stature, outline.rings, palette);
#pragma once
#include "figure/canvas.h"
#include "figure/project.h"
#include "figure/props.h"
#include "figure/tints.h"

namespace kinescript {

constexpr double kArrowHeadLength = 3.0, kArrowHeadWidth = 2.7;  // mm

struct ArrowPath {
  Ring line;          // open, tail first; what is in front of the body
  Ring hidden;        // open; the beginning that runs behind the body
  bool both = false;  // a head at both ends
  bool straight = false;
  bool leaves_joint = false;  // straight: its tail is nearer to the joint than its tip
  bool on_floor = false;      // painted before the figure
  bool tighten = false;       // a mark of short strokes round line[0]
  bool press = false;         // a bar at its tip
};
// A straight arrow shorter than a head and as much shaft is drawn longer, away from its joint.
ArrowPath with_least_length(const ArrowPath& path, double mm_per_stature);
// `which`: the pose it is drawn with; a track comes from the pose before it (from the next, when it
// is the first).
ArrowPath arrow_path(const Arrow& arrow, const std::vector<Posed>& poses, std::size_t which,
                     const CameraView& view);

void paint_arrow_behind(Canvas& canvas, const ArrowPath& path, Palette palette);
// `parted`: what the casing parts the arrow from.
void paint_arrow(Canvas& canvas, const ArrowPath& path, double mm_per_stature, const Rings& parted,
                 Palette palette);

// The polynomial of that degree nearest to the points at equal steps, at `count` equal steps.
// REQUIRES 2 or 3.
Ring fit_polynomial(const Ring& points, int degree, int count);

}  // namespace kinescript
