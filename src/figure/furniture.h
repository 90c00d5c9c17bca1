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
// A chair's arms: bars at this height on posts.
void add_armrests(std::vector<Solid>& out, const FloorPlace& place, double height);
// A mattress on legs from x to x, its top at this height.
void add_bed(std::vector<Solid>& out, double from, double to, double top, double half_width);
void add_wall(std::vector<Solid>& out, double x, double height);
// An opening one walks through along x: two posts and a lintel, its edges at z = -half and +half.
void add_doorway(std::vector<Solid>& out, double x, double half);
// A shut door behind everything; it looks toward -x when `turned` is 1, toward +x when -1.
void add_door(std::vector<Solid>& out, double x, double turned);
void add_counter(std::vector<Solid>& out, const FloorPlace& place);
void add_table(std::vector<Solid>& out, const FloorPlace& place, double height);
// `count` steps upward from x, each `depth` deep (negative: upward toward -x) and `rise` high.
void add_stairs(std::vector<Solid>& out, double x, double depth, double rise, int count);
// A bar between two points (each on its post) beside the figure.
void add_rail(std::vector<Solid>& out, V3 from, V3 to);
// A cone on the floor.
void add_marker(std::vector<Solid>& out, double x, double z);
// A card with a cross on it, which faces the figure (-x).
void add_card(std::vector<Solid>& out, V3 centre);

struct BikeFit {
  V3 saddle, crank, grip;         // where hips, feet and hands are, over all poses
  std::array<V3, 2> pedal, hand;  // in this pose
  std::array<M3, 2> pedal_frame;
};
void add_bike(std::vector<Solid>& out, const BikeFit& fit);

}  // namespace kinescript
