// SPDX-License-Identifier: MIT
// A posed skeleton. Unit: stature (1.0). World axes: x the way the standing figure faces, y up, z
// the figure's RIGHT; floor y = 0. Segment lengths after Drillis & Contini (1966) as tabulated in
// Winter, Biomechanics and Motor Control of Human Movement; the upper arm is trimmed to .180.
//
//   std::vector<Skeleton> all = solve(scene);
//   all[0].knee[int(Side::left)].y
//   between(all[0], all[1], .5).joint("toeR")     // on the way, for an arrow's path
#pragma once
#include <array>
#include <string>
#include <vector>

#include "figure/scene.h"
#include "figure/vector3.h"

namespace kinescript {

struct Skeleton {
  V3 pelvis, c7, atlas, head;
  std::array<V3, 2> shoulder, elbow, wrist, finger, hip, knee, ankle, toe;  // [Side]
  M3 pelvis_frame, thorax_frame, head_frame;
  std::array<M3, 2> upper_arm_frame, forearm_frame, hand_frame, thigh_frame, shank_frame,
      foot_frame;
  // The spine as a continuous rod: 81 points from y = -.06 to y = +.34 along it, and its frame
  // anywhere.
  std::array<V3, 81> spine;
  V3 spine_at(double y) const;
  M3 spine_frame(double y) const;
  Pose pose;  // with solved pitch, hips and elbows
  // Where a reaching wrist was sent and whither its elbow points; meaningful when pose.reach[i].to
  // is set.
  std::array<V3, 2> reach_target, reach_pole;

  // pelvis c7 head mid belly, hipR knR anR toeR shR elR wrR fingR and L. Throws Error{invalid} for
  // other names.
  V3 joint(const std::string& name) const;
};

// Every pose of a scene in order: contact, pitch, automatic hips, straight arms, floor, anchor,
// legs that reach or keep their ankle, reaching hands. Throws Error{invalid} when a pose keeps what
// no earlier pose has.
std::vector<Skeleton> solve(const Scene& scene);
// One pose; `earlier` is what its `keep` words look back to.
Skeleton solve(const Pose& pose, const Skeleton* earlier = nullptr);

// Part of the way between two solved poses, t in 0..1: every angle in proportion; an arm that
// reaches in either pose turns about its shoulder and elbow, so that its hand does not cut through
// the body.
Skeleton between(const Skeleton& from, const Skeleton& to, double t);

// Forward kinematics alone: the angles as they stand, mid-hip at `pelvis`, nothing solved.
Skeleton articulate(const Pose& pose, V3 pelvis);
// Bends one arm so that its wrist is at `target` (or as near as it reaches) and its elbow points
// along `pole`.
void bend_arm(Skeleton& skeleton, Side side, V3 target, V3 pole);
// Bends one hip to that many degrees.
void turn_hip(Skeleton& skeleton, Side side, double flexion);
// Bends one leg so that its ankle is at `target`; the knee points where the leg's own angles point
// it.
void bend_leg(Skeleton& skeleton, Side side, V3 target);

}  // namespace kinescript
