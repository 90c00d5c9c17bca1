// SPDX-License-Identifier: MIT
// The pose part of the way between two solved poses. Angles go in proportion; a reaching arm goes
// by the directions of its two bones, turned about shoulder and elbow: its angles are not known,
// and its target may lie across the body.
#include "figure/skeleton.h"

namespace kinescript {
namespace {

double mix(double a, double b, double t) { return a + (b - a) * t; }
V3 mix(V3 a, V3 b, double t) { return a + (b - a) * t; }

LegPose mix(const LegPose& a, const LegPose& b, double t) {
  LegPose m = t < .5 ? a : b;
  for (auto field : {&LegPose::hip, &LegPose::abd, &LegPose::rot, &LegPose::knee, &LegPose::ankle,
                     &LegPose::toe, &LegPose::arch})
    m.*field = mix(a.*field, b.*field, t);
  return m;
}

ArmPose mix(const ArmPose& a, const ArmPose& b, double t) {
  ArmPose m = t < .5 ? a : b;
  for (auto field : {&ArmPose::flex, &ArmPose::abd, &ArmPose::rot, &ArmPose::elbow, &ArmPose::pron,
                     &ArmPose::wrist, &ArmPose::curl, &ArmPose::shrug, &ArmPose::prot})
    m.*field = mix(a.*field, b.*field, t);
  m.elbow_level = false;
  return m;
}

Pose mix(const Pose& a, const Pose& b, double t) {
  Pose m = t < .5 ? a : b;
  for (auto field :
       {&Pose::pitch, &Pose::roll, &Pose::yaw, &Pose::list, &Pose::lumbar, &Pose::thorax,
        &Pose::side, &Pose::twist, &Pose::neck, &Pose::neck_turn, &Pose::neck_tilt, &Pose::belly})
    m.*field = mix(a.*field, b.*field, t);
  for (int i = 0; i < 2; ++i) {
    m.leg[i] = mix(a.leg[i], b.leg[i], t);
    m.arm[i] = mix(a.arm[i], b.arm[i], t);
  }
  return m;
}

// Turns from one direction to another in their common plane; opposite directions pass through
// `way`.
V3 turn(V3 a, V3 b, V3 way, double t) {
  const double cosine = dot(a, b);
  V3 square = b - a * cosine;
  if (length(square) < 1e-4) {
    if (cosine > 0) return a;
    square = way - a * dot(way, a);
  }
  const double angle = std::acos(cosine < -1 ? -1 : cosine > 1 ? 1 : cosine) * t;
  return a * std::cos(angle) + unit(square) * std::sin(angle);
}

void turn_arm(Skeleton& s, const Skeleton& from, const Skeleton& to, int i, double t) {
  auto along = [&](V3 a0, V3 a1, V3 b0, V3 b1) {
    const V3 a = unit(transpose(from.thorax_frame) * (a1 - a0));
    const V3 b = unit(transpose(to.thorax_frame) * (b1 - b0));
    return s.thorax_frame * turn(a, b, {1, 0, 0}, t);
  };
  const double upper = length(from.elbow[i] - from.shoulder[i]);
  const double lower = length(from.wrist[i] - from.elbow[i]);
  const double hand = length(from.finger[i] - from.wrist[i]);
  s.shoulder[i] =
      s.spine_at(.262) +
      s.thorax_frame * mix(transpose(from.thorax_frame) * (from.shoulder[i] - from.spine_at(.262)),
                           transpose(to.thorax_frame) * (to.shoulder[i] - to.spine_at(.262)), t);
  s.elbow[i] =
      s.shoulder[i] + along(from.shoulder[i], from.elbow[i], to.shoulder[i], to.elbow[i]) * upper;
  s.wrist[i] = s.elbow[i] + along(from.elbow[i], from.wrist[i], to.elbow[i], to.wrist[i]) * lower;
  s.finger[i] = s.wrist[i] + along(from.wrist[i], from.finger[i], to.wrist[i], to.finger[i]) * hand;
}

}  // namespace

Skeleton between(const Skeleton& from, const Skeleton& to, double t) {
  Skeleton s = articulate(mix(from.pose, to.pose, t), mix(from.pelvis, to.pelvis, t));
  for (int i = 0; i < 2; ++i)
    if (!from.pose.reach[i].to.empty() || !to.pose.reach[i].to.empty()) turn_arm(s, from, to, i, t);
  return s;
}

}  // namespace kinescript
