// SPDX-License-Identifier: MIT
#include "figure/polygons.h"

#include <polyclipping/clipper.hpp>

#include "base/error.h"

namespace kinescript {
namespace {

constexpr double kScale = 1e6;  // 1e5 and 1e8 were slower and no better (figure.md 14.3)
constexpr double kLeastArea = 1e-6;

// Not llround: a call of the library for each number was 2 % of a panel.
ClipperLib::cInt whole(double value) {
  return static_cast<ClipperLib::cInt>(value * kScale + (value < 0 ? -.5 : .5));
}

ClipperLib::Path whole(const Ring& ring) {
  ClipperLib::Path path;
  path.reserve(ring.size());
  for (const Point p : ring) path.emplace_back(whole(p.x), whole(p.y));
  return path;
}

ClipperLib::Paths whole(const Rings& rings) {
  ClipperLib::Paths paths;
  for (const Ring& ring : rings) paths.push_back(whole(ring));
  return paths;
}

Rings fractions(const ClipperLib::Paths& paths) {
  Rings rings;
  for (const ClipperLib::Path& path : paths) {
    if (std::abs(ClipperLib::Area(path)) < kLeastArea * kScale * kScale) continue;
    Ring& ring = rings.emplace_back();
    ring.reserve(path.size());
    for (const ClipperLib::IntPoint& p : path) {
      ring.push_back({static_cast<double>(p.X) / kScale, static_cast<double>(p.Y) / kScale});
    }
  }
  return rings;
}

Rings combine(ClipperLib::ClipType type, const Rings& subject, const Rings& clip) {
  ClipperLib::Clipper clipper;
  clipper.AddPaths(whole(subject), ClipperLib::ptSubject, true);
  clipper.AddPaths(whole(clip), ClipperLib::ptClip, true);
  ClipperLib::Paths result;
  if (!clipper.Execute(type, result, ClipperLib::pftPositive, ClipperLib::pftPositive)) {
    throw Error(ErrorKind::invalid, "",
                "The outlines of this figure cannot be combined; change its camera by a degree.");
  }
  return fractions(result);
}

}  // namespace

Rings unite(const Rings& rings) { return combine(ClipperLib::ctUnion, rings, {}); }
Rings intersect(const Rings& subject, const Rings& clip) {
  return combine(ClipperLib::ctIntersection, subject, clip);
}
Rings subtract(const Rings& subject, const Rings& clip) {
  return combine(ClipperLib::ctDifference, subject, clip);
}

Rings grow(const Rings& rings, double by) {
  // A quarter of a thousandth of stature: the flat of a round corner is thinner than .01 mm on
  // paper.
  ClipperLib::ClipperOffset offset(2, .00025 * kScale);
  offset.AddPaths(whole(rings), ClipperLib::jtRound, ClipperLib::etClosedPolygon);
  ClipperLib::Paths result;
  offset.Execute(result, by * kScale);
  return fractions(result);
}

Ring anticlockwise(Ring ring) {
  if (area(ring) < 0) std::reverse(ring.begin(), ring.end());
  return ring;
}

}  // namespace kinescript
