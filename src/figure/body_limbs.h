// SPDX-License-Identifier: MIT
// The limbs of build_body (figure/body.h), and the small tools that all parts are made with. Inside
// figure/ only.
//
//   Part part = new_part(Segment::thigh, +1, Garment::trousers);
//   add(part, centre, axes);            // linked to the ellipsoid before it
#pragma once
#include "figure/body.h"

namespace kinescript {

Part new_part(Segment segment, int side, Garment garment);
void add(Part& part, V3 centre, const M3& axes, bool linked = true);

// Degrees between the long axes of two segments.
double angle_between(const M3& a, const M3& b);

// Arm, hand, leg and shoe of one side, as far as `segments` (bits) asks for them.
void add_limbs(Body& body, const Skeleton& skeleton, Side side, std::uint32_t segments);

}  // namespace kinescript
