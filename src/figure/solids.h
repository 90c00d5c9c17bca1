// SPDX-License-Identifier: MIT
// The few forms that props are built of. Inside figure/ only.
//
//   out.push_back(block(Tint::seat, centre, rotate_y(90), {.125, .014, .125}));
//   out.push_back(tube(Tint::wood, {hand, other_hand}, .011));
#pragma once
#include <vector>

#include "figure/shape.h"

namespace kinescript {

Solid block(Tint tint, V3 centre, const M3& frame, V3 half);
Solid sphere(Tint tint, V3 centre, double radius);
// A disc with its axis along column z of the frame.
Solid disc(Tint tint, V3 centre, const M3& frame, double radius, double half_thickness);
// A bent tube, cut short enough that its depth is true everywhere.
Solid tube(Tint tint, const std::vector<V3>& points, double radius);

}  // namespace kinescript
