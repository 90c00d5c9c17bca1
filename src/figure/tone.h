// SPDX-License-Identifier: MIT
// Shade and shadow. Light comes from the upper left: a part's shade is what is left of it when all
// parts of the same garment, a little smaller and moved toward the light, are taken away; uniting
// over the garment keeps the shade from breaking at joints. The shadow is the body flattened on the
// floor.
#pragma once
#include <vector>

#include "figure/body.h"
#include "figure/shape.h"

namespace kinescript {

// `light_from_right` when the drawing will be mirrored, so that the light stays on the upper left.
class Lighting {
 public:
  Lighting(const std::vector<Shape>& shapes, bool light_from_right);
  Rings shade(const Shape& shape) const;

 private:
  struct Lit {
    Garment garment;
    Rings rings;
    std::vector<Extent> extents;
  };
  std::vector<Lit> lit_;
};

Rings floor_shadow(const Body& body, const CameraView& view);

// The limbs that lie clearly deeper than their fellows, painted a little darker: +1 right, -1 left,
// 0 none.
struct FarLimbs {
  int arm = 0, leg = 0;
};
FarLimbs far_limbs(const Skeleton& skeleton, const CameraView& view);
bool is_far(const Part& part, const FarLimbs& far);

}  // namespace kinescript
