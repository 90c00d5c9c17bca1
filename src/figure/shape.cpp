// SPDX-License-Identifier: MIT
#include "figure/shape.h"

#include "figure/polygons.h"

namespace kinescript {
namespace {

constexpr double kFewerPoints = 2e-4;  // stature; .007 mm on paper, a quarter of what fitting may move

double component(V3 v, int i) { return i == 0 ? v.x : i == 1 ? v.y : v.z; }

Ring convex_hull(Ring points) {
  std::sort(points.begin(), points.end(),
            [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  Ring hull;
  for (const bool upper : {false, true}) {
    const std::size_t start = hull.size();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Point p = points[upper ? points.size() - 1 - i : i];
      while (hull.size() >= start + 2 &&
             cross(hull.back() - hull[hull.size() - 2], p - hull.back()) <= 0)
        hull.pop_back();
      hull.push_back(p);
    }
    hull.pop_back();
  }
  return hull;
}

V3 corner(const Cuboid& b, double x, double y, double z) {
  return b.centre + b.frame * V3{x * b.half.x, y * b.half.y, z * b.half.z};
}

}  // namespace

Shape::Shape(const Part& of, const CameraView& view) : part(&of), joint(view.flat(of.joint)) {
  project(of.ellipsoids, of.links, view);
}

Shape::Shape(const Solid& of, const CameraView& view) : solid(&of) {
  if (!of.block) {
    project(of.ellipsoids, of.links, view);
    return;
  }
  block_ =
      Cuboid{view(of.block->centre), view.turned(of.block->frame), of.block->half * view.zoom()};
  Ring corners;
  for (const double x : {-1.0, 1.0}) {
    for (const double y : {-1.0, 1.0}) {
      for (const double z : {-1.0, 1.0}) {
        const V3 p = corner(*block_, x, y, z);
        corners.push_back({p.x, p.y});
      }
    }
  }
  ring = light_ring = convex_hull(corners);
  extent = Extent(ring);
  mean_depth = block_->centre.z;
}

void Shape::project(const std::vector<Ellipsoid>& ellipsoids, const Links& links,
                    const CameraView& view) {
  std::vector<EllipseOutline> outlines;
  outlines.reserve(ellipsoids.size());
  centres.reserve(ellipsoids.size());
  axes.reserve(ellipsoids.size());
  for (const Ellipsoid& e : ellipsoids) {
    centres.push_back(view(e.centre));
    axes.push_back(view(e.axes));
    outlines.emplace_back(fine_directions(), Point{centres.back().x, centres.back().y},
                          axes.back());
    depth_.add(centres.back(), axes.back());
    mean_depth += centres.back().z / static_cast<double>(ellipsoids.size());
  }
  for (const auto& [a, b] : links) {
    const std::size_t i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
    for (const double t : {.33, .67}) {
      const auto between = [t](V3 p, V3 q) { return p * (1 - t) + q * t; };
      depth_.add(between(centres[i], centres[j]),
                 {between(axes[i].row0, axes[j].row0), between(axes[i].row1, axes[j].row1),
                  between(axes[i].row2, axes[j].row2)});
    }
  }
  depth_.sort();
  const Rings all = unite(chain_outlines(fine_directions(), outlines, links, true));
  const auto largest = std::max_element(
      all.begin(), all.end(), [](const Ring& a, const Ring& b) { return area(a) < area(b); });
  if (largest == all.end()) return;
  ring = smooth(*largest);
  light_ring = simplify(ring, kFewerPoints);
  extent = Extent(ring);
}

double Shape::front(Point p) const {
  if (!extent.contains(p)) return DepthField::kNowhere;
  return block_ ? block_front(p) : depth_.front(p);
}

double Shape::contour(Point p) const { return block_ ? block_front(p) : depth_.contour(p); }

// Where the line of sight through p leaves the block: the nearest of three slabs' far sides.
double Shape::block_front(Point p) const {
  const Cuboid& b = *block_;
  const V3 from = transpose(b.frame) * (V3{p.x, p.y, 0} - b.centre),
           along = transpose(b.frame) * V3{0, 0, 1};
  double enter = -1e9, leave = 1e9;
  for (int k = 0; k < 3; ++k) {
    const double o = component(from, k), d = component(along, k), h = component(b.half, k);
    if (std::abs(d) < 1e-9) {
      if (std::abs(o) > h) return DepthField::kNowhere;
      continue;
    }
    enter = std::max(enter, std::min((-h - o) / d, (h - o) / d));
    leave = std::min(leave, std::max((-h - o) / d, (h - o) / d));
  }
  return leave >= enter ? leave : DepthField::kNowhere;
}

std::vector<CuboidFace> visible_faces(const Cuboid& block, const CameraView& view) {
  std::vector<CuboidFace> faces;
  for (int axis = 0; axis < 3; ++axis) {
    for (const double side : {-1.0, 1.0}) {
      const V3 normal = view.turned(block.frame).column(axis) * side;
      if (normal.z <= .02) continue;
      CuboidFace face{{}, normal};
      for (const auto& [u, v] : {std::pair{-1.0, -1.0}, {1.0, -1.0}, {1.0, 1.0}, {-1.0, 1.0}}) {
        const V3 p = axis == 0   ? corner(block, side, u, v)
                     : axis == 1 ? corner(block, u, side, v)
                                 : corner(block, u, v, side);
        face.ring.push_back(view.flat(p));
      }
      face.ring = anticlockwise(face.ring);
      faces.push_back(std::move(face));
    }
  }
  return faces;
}

}  // namespace kinescript
