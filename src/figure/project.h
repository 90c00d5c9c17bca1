// SPDX-License-Identifier: MIT
// From ellipsoids to outlines and depths. Orthographic projection makes an ellipsoid exactly an
// ellipse; a link of two is the convex hull of two ellipses; a chain of links is outlined in one
// walk:
//
//        back side  <-----------------            Each node keeps the arc of its ellipse that its
//        neighbours' hulls
//      ( start )( node )( node )( end )           leave it; where the chain is concave the walk
//      goes through the
//        ----------------->  forward side         centre, and the union's positive rule removes
//        what it crosses.
//
//   CameraView view({14, 10});
//   Rings outline = unite(chain_outlines(ellipses, part.links, true));
#pragma once
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "figure/plane.h"
#include "figure/scene.h"
#include "figure/vector3.h"

namespace kinescript {

// World to camera: x to the right, y up, z toward the viewer.
class CameraView {
 public:
  // `zoom`: a close-up is a larger world, so that every tolerance of the painting fits it.
  explicit CameraView(const Camera& camera, double zoom = 1);
  V3 operator()(V3 world) const { return rows_ * world * zoom_; }
  M3 operator()(const M3& axes) const { return scale_columns(rows_ * axes, zoom_, zoom_, zoom_); }
  M3 turned(const M3& frame) const { return rows_ * frame; }
  Point flat(V3 world) const {
    const V3 p = rows_ * world * zoom_;
    return {p.x, p.y};
  }
  double zoom() const { return zoom_; }
  V3 toward_viewer() const { return rows_.row2; }

 private:
  M3 rows_;
  double zoom_;
};

// How many directions an ellipse is sampled in: 40 for parts, fewer for what nobody looks at
// closely. An even number: half of them are the others turned round.
class Directions {
 public:
  explicit Directions(int count);
  int count() const { return static_cast<int>(at_.size()); }
  Point operator[](int k) const { return at_[static_cast<std::size_t>(k)]; }

 private:
  std::vector<Point> at_;
};
const Directions& fine_directions();    // 40
const Directions& coarse_directions();  // 24, for light and shadow

// An ellipsoid in camera coordinates seen from the front: per direction the outermost point and its
// support.
struct EllipseOutline {
  static constexpr int kMost = 40;
  Point centre;
  std::array<Point, kMost> point;
  std::array<double, kMost> support;
  // `margin` grows it by that much all round, exactly.
  EllipseOutline(const Directions& directions, Point centre, const M3& axes, double margin = 0);
  Ring ring(const Directions& directions) const;
};

// Round all of the ellipses (one at least): per direction the outermost point.
Ring hull(const Directions& directions, const std::vector<EllipseOutline>& ellipses);

using Links = std::vector<std::pair<int, int>>;
// Outlines whose union is the silhouette. `singles` adds ellipses that no link mentions.
Rings chain_outlines(const Directions& directions, const std::vector<EllipseOutline>& ellipses,
                     const Links& links, bool singles);

// The front and the contour depth of a set of ellipsoids at any point of the plane, in closed form.
class DepthField {
 public:
  void add(V3 centre, const M3& axes);
  // REQUIRED after the last `add`, before `front`.
  void sort();
  // Depth of the front surface; kNowhere outside.
  double front(Point p) const;
  // Depth of the nearest ellipsoid's outline: where a contour runs.
  double contour(Point p) const;
  static constexpr double kNowhere = -1e9;

 private:
  struct Record {
    double x, y, z;           // centre
    double i00, i01, i11;     // inverse of the outline's matrix
    double slope_x, slope_y;  // of the outline's plane
    double bulge;             // square of the depth in front of it
  };
  struct Reach {
    double left, right, low, high;
  };
  // Which records reach into a strip of the field, as bits: `front` is asked at thousands of points
  // and looks only at those that its column and its row have in common.
  static constexpr std::size_t kStrips = 32;
  std::size_t words() const { return (records_.size() + 63) / 64; }  // of a strip
  std::size_t column(double x) const;
  std::size_t row(double y) const;

  std::vector<Record> records_;
  std::vector<Reach> reach_;  // of each record
  Extent area_;
  std::vector<std::uint64_t> columns_, rows_;
};

}  // namespace kinescript
