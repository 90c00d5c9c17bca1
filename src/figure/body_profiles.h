// SPDX-License-Identifier: MIT
// How thick the body is along its bones and its spine: the tables that give it its build. Fractions
// of stature.
//
//   Thickness calf = shank_profile().at(.3);   // .0345 front to back, .034 across
//
// Radii start from usual circumferences / 2 pi and were tuned by eye; the tables are the figure's
// one body type.
#pragma once
#include <array>
#include <vector>

namespace kinescript {

struct Thickness {
  double depth = 0;    // half, front to back
  double width = 0;    // half, side to side
  double forward = 0;  // offset of the centre to the front
};

// Rows (t, depth, width, forward), interpolated by a cubic Hermite spline and sampled evenly.
class Profile {
 public:
  Profile(std::vector<std::array<double, 4>> rows, int samples);
  Thickness at(double t) const;  // clamped to the table's ends

 private:
  double first_, last_;
  std::vector<Thickness> samples_;
};

const Profile& thigh_profile();  // t: 0 at the hip, 1 at the knee
const Profile& shank_profile();
const Profile& upper_arm_profile();
const Profile& forearm_profile();
const Profile& torso_profile();  // t: height along the spine above mid-hip

}  // namespace kinescript
