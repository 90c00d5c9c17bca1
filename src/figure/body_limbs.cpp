// SPDX-License-Identifier: MIT
#include "figure/body_limbs.h"

#include <algorithm>
#include <array>

#include "figure/body_profiles.h"

namespace kinescript {
namespace {

struct Bone {
  V3 from, to;
  const M3& frame;
  const Profile& profile;
};

struct Sampling {
  int count = 0;
  double begin = 0, end = 1;  // part of the bone
  bool flat_end = false;      // a disc, which makes a hem
  double grow = 0;            // cloth
};

void add_chain(Part& part, const Bone& bone, const Sampling& sampling) {
  for (int k = 0; k < sampling.count; ++k) {
    const double t = sampling.begin + (sampling.end - sampling.begin) * k / (sampling.count - 1);
    const Thickness thick = bone.profile.at(t);
    const double depth = thick.depth + sampling.grow, width = thick.width + sampling.grow;
    const bool flat = sampling.flat_end && k == sampling.count - 1;
    add(part, bone.from + (bone.to - bone.from) * t + bone.frame * V3{thick.forward, 0, 0},
        scale_columns(bone.frame, depth, flat ? .002 : std::min(depth, width) * .9, width), k > 0);
  }
}

void fade(Part& part, V3 joint, double from, double to) {
  part.fades_at_joint = true;
  part.joint = joint;
  part.fade_from = from;
  part.fade_to = to;
}

Part hand_part(const Skeleton& s, Side side) {
  constexpr double kSize = 1.12, kStep = .0165;
  const int i = int(side), sign = int(sign_of(side));
  const M3& frame = s.hand_frame[i];
  Part part = new_part(Segment::hand, sign, Garment::skin);
  // z of the tables below is toward the palm.
  auto blob = [&](V3 centre, V3 radii, bool linked, const M3& turned = {}) {
    add(part, s.wrist[i] + frame * (V3{centre.x, centre.y, -centre.z * sign} * kSize),
        scale_columns(frame * turned, radii.x * kSize, radii.y * kSize, radii.z * kSize), linked);
  };
  blob({0, 0, 0}, {.0145, .011, .0125}, false);
  blob({.001, -.022, 0}, {.019, .012, .0125}, true);
  blob({.001, -.045, .001}, {.0215, .012, .011}, true);
  // From a mitten to a fist that closes round a bar on the palm, the thumb across the fingers.
  constexpr std::array<double, 3> kFist = {35, 105, 175};
  const double curl = s.pose.arm[i].curl, closed = smoothstep((curl - 45) / 35);
  const auto closing = [closed](V3 open, V3 fist) { return open + (fist - open) * closed; };
  V3 at{0, -.050, .002};
  for (int k = 0; k < 3; ++k) {
    const double open = curl * (k + 1) / 3, bent = open + (kFist[std::size_t(k)] - open) * closed;
    at.y -= kStep * std::cos(bent * kDegree);
    at.z += kStep * std::sin(bent * kDegree);
    blob(at, {.0195 - .0035 * k, .0095, .0085 - .0007 * k}, true, rotate_x(-bent * sign));
  }
  blob({.012, -.016, .004}, {.010, .012, .010}, false);  // thumb
  blob(closing({.024, -.036, .008}, {.023, -.034, .022}), {.0078, .010, .0078}, true);
  blob(closing({.027, -.052, .010}, {.010, -.046, .038}), {.0062, .008, .0065}, true);
  return part;
}

void add_arm(Body& body, const Skeleton& s, Side side, std::uint32_t segments) {
  const int i = int(side), sign = int(sign_of(side));
  const Bone upper{s.shoulder[i], s.elbow[i], s.upper_arm_frame[i], upper_arm_profile()};
  const Bone lower{s.elbow[i], s.wrist[i], s.forearm_frame[i], forearm_profile()};
  if (segments & bit(Segment::upper_arm)) {
    Part part = new_part(Segment::upper_arm, sign, Garment::skin);
    add_chain(part, upper, {.count = 12, .begin = .35});
    body.parts.push_back(std::move(part));
  }
  if (segments & bit(Segment::forearm)) {
    Part part = new_part(Segment::forearm, sign, Garment::skin);
    add_chain(part, lower, {.count = 14});
    part.flexion = angle_between(s.upper_arm_frame[i], s.forearm_frame[i]);
    body.parts.push_back(std::move(part));
  }
  if (segments & bit(Segment::sleeve)) {
    Part part = new_part(Segment::sleeve, sign, Garment::shirt);
    add_chain(part, upper, {.count = 12, .end = .56, .flat_end = true, .grow = .0035});
    fade(part, s.shoulder[i], .045, .085);
    body.parts.push_back(std::move(part));
  }
  if (segments & bit(Segment::hand)) body.parts.push_back(hand_part(s, side));
}

struct Blob {
  V3 centre, radii;
};

Part foot_part(const Skeleton& s, Side side, V3 ball, const M3& toes) {
  const int i = int(side);
  Part part = new_part(Segment::foot, int(sign_of(side)), Garment::shoe);
  auto blob = [&](V3 centre, V3 radii, const M3& turned = {}) {
    add(part, s.ankle[i] + s.foot_frame[i] * centre,
        scale_columns(s.foot_frame[i] * turned, radii.x, radii.y, radii.z), false);
  };
  blob({-.004, -.004, 0}, {.0235, .010, .0215});                        // 0 cuff
  blob({-.028, -.023, 0}, {.0215, .0205, .020});                        // 1 heel
  blob({.036, -.019, 0}, {.020, .019, .022});                           // 2 instep
  blob(ball, {.016, .0145, .027});                                      // 3 ball
  blob(ball + toes * V3{.034, -.002, 0}, {.0155, .0115, .0215}, toes);  // 4 tip of the toes
  blob(ball + toes * V3{.018, 0, 0}, {.016, .0135, .026}, toes);        // 5 toes
  blob({-.026, -.037, 0}, {.022, .0065, .020});                         // 6 heel base
  part.links = {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 5}, {5, 4}, {1, 3}, {6, 3}, {1, 6}};
  return part;
}

Part sole_part(const Skeleton& s, Side side, V3 ball, const M3& toes) {
  const int i = int(side);
  Part part = new_part(Segment::sole, int(sign_of(side)), Garment::sole);
  auto blob = [&](V3 centre, V3 radii, const M3& turned = {}) {
    add(part, s.ankle[i] + s.foot_frame[i] * centre,
        scale_columns(s.foot_frame[i] * turned, radii.x, radii.y, radii.z));
  };
  blob({-.026, -.0385, 0}, {.0235, .0050, .0205});
  blob({.020, -.0385, 0}, {.0200, .0050, .0220});
  blob({.070, -.0390, 0}, {.0180, .0052, .0275});
  blob(ball + toes * V3{.034, -.0095, 0}, {.0165, .0045, .0225}, toes);
  return part;
}

void add_leg(Body& body, const Skeleton& s, Side side, std::uint32_t segments) {
  const int i = int(side), sign = int(sign_of(side));
  const Bone thigh{s.hip[i], s.knee[i], s.thigh_frame[i], thigh_profile()};
  const Bone shank{s.knee[i], s.ankle[i], s.shank_frame[i], shank_profile()};
  if (segments & bit(Segment::thigh)) {
    Part part = new_part(Segment::thigh, sign, Garment::trousers);
    add_chain(part, thigh, {.count = 18});
    fade(part, s.hip[i], .05, .105);
    body.parts.push_back(std::move(part));
  }
  if (segments & bit(Segment::shank)) {
    Part part = new_part(Segment::shank, sign, Garment::trousers);
    add_chain(part, shank, {.count = 18, .end = .90, .flat_end = true, .grow = .001});
    part.flexion = s.pose.leg[i].knee;
    body.parts.push_back(std::move(part));
  }
  if (segments & bit(Segment::ankle)) {
    Part part = new_part(Segment::ankle, sign, Garment::skin);
    add_chain(part, shank, {.count = 4, .begin = .84});
    body.parts.push_back(std::move(part));
  }
  const V3 ball{.070, -.030, 0};
  const M3 toes = rotate_z(s.pose.leg[i].toe);
  if (segments & bit(Segment::foot)) body.parts.push_back(foot_part(s, side, ball, toes));
  if (segments & bit(Segment::sole)) body.parts.push_back(sole_part(s, side, ball, toes));
}

}  // namespace

Part new_part(Segment segment, int side, Garment garment) {
  Part part;
  part.segment = segment;
  part.side = side;
  part.garment = garment;
  part.segments = bit(segment);
  part.ellipsoids.reserve(40);
  part.links.reserve(40);
  return part;
}

void add(Part& part, V3 centre, const M3& axes, bool linked) {
  part.ellipsoids.push_back({centre, axes, part.segment, part.side, false});
  const int last = int(part.ellipsoids.size()) - 1;
  if (linked && last > 0) part.links.push_back({last - 1, last});
}

double angle_between(const M3& a, const M3& b) {
  return std::acos(std::clamp(dot(a.column(1), b.column(1)), -1., 1.)) / kDegree;
}

void add_limbs(Body& body, const Skeleton& s, Side side, std::uint32_t segments) {
  add_arm(body, s, side, segments);
  add_leg(body, s, side, segments);
}

}  // namespace kinescript
