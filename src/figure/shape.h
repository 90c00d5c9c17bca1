// SPDX-License-Identifier: MIT
// One thing to be painted as the camera sees it: a part of the body, or a solid (a prop). Outline,
// extent and depth are worked out once; order, lines, shade and outline only read them.
//
//   Shape thigh(body.parts[3], view);
//   thigh.ring            // smoothed silhouette, anticlockwise, stature units, y up
//   thigh.front(p)        // depth of its surface at p, DepthField::kNowhere outside
#pragma once
#include <optional>
#include <vector>

#include "figure/body.h"
#include "figure/plane.h"
#include "figure/project.h"
#include "figure/tints.h"

namespace kinescript {

struct Cuboid {
  V3 centre;
  M3 frame;  // columns: its axes
  V3 half;   // along them
};

// A prop, or a piece of one: a block, or a chain of ellipsoids.
struct Solid {
  Tint tint = Tint::wood;
  std::optional<Cuboid> block = {};
  std::vector<Ellipsoid> ellipsoids = {};
  Links links = {};
  bool backdrop = false;  // painted before everything else: wall, pillow, mat
  double line = kInnerLine;
};

class Shape {
 public:
  Shape(const Part& part, const CameraView& view);
  Shape(const Solid& solid, const CameraView& view);

  double front(Point p) const;
  double contour(Point p) const;
  bool is_prop() const { return part == nullptr; }
  bool backdrop() const { return solid && solid->backdrop; }

  const Part* part = nullptr;  // one of the two is set; both outlive the shape
  const Solid* solid = nullptr;
  Ring ring;
  Ring light_ring;  // the ring with fewer points, for boolean operations
  Extent extent;
  double mean_depth = 0;
  Point joint;              // of the part, in the picture
  std::vector<V3> centres;  // of the ellipsoids, in the camera's coordinates
  std::vector<M3> axes;

 private:
  void project(const std::vector<Ellipsoid>& ellipsoids, const Links& links,
               const CameraView& view);
  double block_front(Point p) const;

  DepthField depth_;
  std::optional<Cuboid> block_;  // in the camera's coordinates
};

// The visible faces of a block, far ones first, each with the normal in the camera's coordinates.
struct CuboidFace {
  Ring ring;
  V3 normal;
};
std::vector<CuboidFace> visible_faces(const Cuboid& block, const CameraView& view);

}  // namespace kinescript
