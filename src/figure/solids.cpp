// SPDX-License-Identifier: MIT
#include "figure/solids.h"

namespace kinescript {
namespace {

Ellipsoid ellipsoid(V3 centre, const M3& axes) {
  Ellipsoid e;
  e.centre = centre, e.axes = axes;
  return e;
}

}  // namespace

Solid block(Tint tint, V3 centre, const M3& frame, V3 half) {
  Solid solid;
  solid.tint = tint, solid.block = Cuboid{centre, frame, half};
  return solid;
}

Solid sphere(Tint tint, V3 centre, double radius) {
  Solid solid;
  solid.tint = tint;
  solid.ellipsoids = {ellipsoid(centre, scale_columns(M3{}, radius, radius, radius))};
  return solid;
}

Solid disc(Tint tint, V3 centre, const M3& frame, double radius, double half_thickness) {
  Solid solid;
  solid.tint = tint;
  const V3 aside = frame.column(2) * half_thickness;
  const M3 flat = scale_columns(frame, radius, radius, .002);
  solid.ellipsoids = {ellipsoid(centre - aside, flat), ellipsoid(centre + aside, flat)};
  solid.links = {{0, 1}};
  return solid;
}

Solid tube(Tint tint, const std::vector<V3>& points, double radius) {
  Solid solid;
  solid.tint = tint;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool last = i + 1 == points.size();
    const V3 way = last ? V3{} : points[i + 1] - points[i];
    const int pieces = last ? 1 : std::max(1, static_cast<int>(length(way) / (1.5 * radius)));
    for (int k = 0; k < pieces; ++k) {
      solid.ellipsoids.push_back(ellipsoid(points[i] + way * (static_cast<double>(k) / pieces),
                                           scale_columns(M3{}, radius, radius, radius)));
    }
  }
  for (int i = 0; i + 1 < static_cast<int>(solid.ellipsoids.size()); ++i)
    solid.links.push_back({i, i + 1});
  return solid;
}

}  // namespace kinescript
