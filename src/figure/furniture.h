// SPDX-License-Identifier: MIT
// Props that stand on the floor, built of blocks and tubes (figure/solids.h). Inside figure/ only.
// Sizes are fractions of stature, taken from common furniture for a person of 1.70 m.
//
//   add_chair(out, {.05, 0, 0}, .27, true);
#pragma once
#include <array>
#include <vector>

#include "figure/shape.h"

namespace kinescript {

struct FloorPlace {
  double x = 0, z = 0, yaw = 0;  // yaw in degrees about the vertical
};

// A seat of this height, centred on the place; its back (if any) behind it.
void add_chair(std::vector<Solid>& out, const FloorPlace& place, double seat_height, bool back);
// A chair to hold on to: its back stands at the place, the seat in front of it.
void add_support_chair(std::vector<Solid>& out, const FloorPlace& place);
void add_wall(std::vector<Solid>& out, double x);
void add_counter(std::vector<Solid>& out, const FloorPlace& place);
void add_table(std::vector<Solid>& out, const FloorPlace& place);

struct BikeFit {
  V3 saddle, crank, grip;         // where hips, feet and hands are, over all poses
  std::array<V3, 2> pedal, hand;  // in this pose
  std::array<M3, 2> pedal_frame;
};
void add_bike(std::vector<Solid>& out, const BikeFit& fit);

}  // namespace kinescript
