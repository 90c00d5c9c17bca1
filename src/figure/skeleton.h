// SPDX-License-Identifier: MIT
// A posed skeleton. Unit: stature (1.0). World axes: x the way the standing figure faces, y up, z the figure's RIGHT;
// floor y = 0. Segment lengths after Drillis & Contini (1966) as tabulated by Winter (see figure.cpp sources).
//
//   Skeleton s = solve(scene.poses[0]);
//   s.knee[int(Side::left)].y
#pragma once
#include <array>
#include <string>

#include "figure/scene.h"
#include "figure/vector3.h"

namespace kinescript {

struct Skeleton {
  V3 pelvis, c7, atlas, head;
  std::array<V3, 2> shoulder, elbow, wrist, finger, hip, knee, ankle, toe;  // [Side]
  M3 pelvis_frame, thorax_frame, head_frame;
  std::array<M3, 2> upper_arm_frame, forearm_frame, hand_frame, thigh_frame, shank_frame, foot_frame;
  // The spine as a continuous rod: 81 points from y = -.06 to y = +.34 along it, and its frame anywhere.
  std::array<V3, 81> spine;
  V3 spine_at(double y) const;
  M3 spine_frame(double y) const;
  Pose pose;  // with solved pitch, hips and elbows
  std::array<V3, 2> reach_target;  // where a reaching wrist was sent; meaningful when pose.reach[i].to is set

  // pelvis c7 head mid belly, hipR knR anR toeR shR elR wrR fingR and L. Throws Error{invalid} for other names.
  V3 joint(const std::string& name) const;
};

// Forward kinematics and contact: pitch, automatic hips, straight arms, floor, reaching hands, legs, anchor.
Skeleton solve(const Pose& pose);

}  // namespace kinescript
