// SPDX-License-Identifier: MIT
#include "figure/tone.h"

#include "figure/polygons.h"

namespace kinescript {
namespace {

constexpr double kSmaller = .93, kMoved = .42, kLargestRadius = .06;
constexpr double kThinnest = .0012;    // a sliver of shade narrower than this is dropped
constexpr double kShadowHeight = .34;  // what is higher casts none: the light is broad
constexpr double kFar = .07;

Rings lit_outline(const Shape& shape, Point light) {
  std::vector<EllipseOutline> outlines;
  outlines.reserve(shape.axes.size());
  for (std::size_t i = 0; i < shape.axes.size(); ++i) {
    const M3& a = shape.axes[i];
    const double m00 = dot(a.row0, a.row0), m01 = dot(a.row0, a.row1), m11 = dot(a.row1, a.row1);
    const double radius =
        std::min(kLargestRadius, std::sqrt(std::sqrt(std::abs(m00 * m11 - m01 * m01))));
    const Point centre = Point{shape.centres[i].x, shape.centres[i].y} + light * (radius * kMoved);
    outlines.emplace_back(coarse_directions(), centre,
                          scale_columns(a, kSmaller, kSmaller, kSmaller));
  }
  return chain_outlines(coarse_directions(), outlines, shape.part->links, false);
}

// What a part casts on the floor as far as it lies low, grown a little: one outline round all of it
// in few directions, since a shadow is a soft thing.
void cast(const Part& part, const CameraView& view, Rings& out) {
  static const Directions kFew(16);
  std::vector<EllipseOutline> outlines;
  outlines.reserve(part.ellipsoids.size());
  for (const Ellipsoid& e : part.ellipsoids) {
    if (e.centre.y > kShadowHeight) continue;
    M3 flat = e.axes;
    flat.row1 = {};
    outlines.emplace_back(kFew, view.flat({e.centre.x, .0005, e.centre.z}), view(flat), .003);
  }
  if (!outlines.empty()) out.push_back(hull(kFew, outlines));
}

}  // namespace

Lighting::Lighting(const std::vector<Shape>& shapes, bool light_from_right) {
  const Point light = unit(Point{light_from_right ? .5 : -.5, .85});
  for (const Shape& shape : shapes) {
    if (shape.is_prop() || shape.part->links.empty()) continue;
    Lit lit{shape.part->garment, {}, {}};
    for (const Ring& ring : unite(lit_outline(shape, light))) {
      lit.rings.push_back(simplify(smooth(ring), 3e-4));
      lit.extents.emplace_back(ring);
    }
    lit_.push_back(std::move(lit));
  }
}

Rings Lighting::shade(const Shape& shape) const {
  Rings lights;
  for (const Lit& lit : lit_) {
    if (lit.garment != shape.part->garment) continue;
    for (std::size_t i = 0; i < lit.rings.size(); ++i) {
      if (lit.extents[i].meets(shape.extent)) lights.push_back(lit.rings[i]);
    }
  }
  Rings shade;
  for (Ring& ring : subtract({shape.light_ring}, lights)) {
    if (2 * std::abs(area(ring)) / perimeter(ring) > kThinnest) shade.push_back(std::move(ring));
  }
  return shade;
}

Rings floor_shadow(const Body& body, const CameraView& view) {
  Rings all;
  for (const Part& part : body.parts) cast(part, view, all);
  Rings shadow;
  if (all.empty()) return shadow;  // a close-up of what is high
  for (const Ring& ring : unite(all)) shadow.push_back(simplify(smooth(ring), 3e-4));
  return shadow;
}

FarLimbs far_limbs(const Skeleton& skeleton, const CameraView& view) {
  const auto farther = [&](const std::array<V3, 2>& joints) {
    const double d = dot(view.toward_viewer(), joints[0] - joints[1]);
    return std::abs(d) > kFar ? (d > 0 ? -1 : 1) : 0;
  };
  return {farther(skeleton.shoulder), farther(skeleton.hip)};
}

bool is_far(const Part& part, const FarLimbs& far) {
  const bool arm = part.segment == Segment::upper_arm || part.segment == Segment::forearm ||
                   part.segment == Segment::hand || part.segment == Segment::sleeve;
  return part.side != 0 && part.side == (arm ? far.arm : far.leg);
}

}  // namespace kinescript
