// SPDX-License-Identifier: MIT
// Contact and reach. Each step may move what the next one sees, so their order is part of the
// format:
//
//   1 thighs that are vertical   2 pitch that brings two contact groups level   3 automatic hips
//   4 pitch for straight arms    5 down (or up) to the floor                    6 anchor
//   7 legs that reach or keep    8 reaching hands, elbows kept above the floor
#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "base/error.h"
#include "figure/body.h"
#include "figure/skeleton.h"

namespace kinescript {
namespace {

constexpr double kWristHeight = .022;  // of a hand that lies or stands on the floor
constexpr double kElbowRadius = .0262;
constexpr double kLegLength = (.245 + .246) * .9985;
constexpr double kStraightArm = (.180 + .146) * .985 + kWristHeight;

// A root of f between two ends at which it has different signs, in degrees; `b` where it has not.
// False position in the Illinois way: an end that stays twice counts half. Some seven calls, where
// halving the interval took 24.
double root(const std::function<double(double)>& f, double a, double b) {
  constexpr double kSettled = 1e-7;
  double at_a = f(a), at_b = f(b);
  if ((at_a > 0) == (at_b > 0)) return b;
  for (int i = 0; i < 50; ++i) {
    const double c = b - at_b * (b - a) / (at_b - at_a), at_c = f(c);
    const bool settled = std::abs(c - b) < kSettled;
    if ((at_c > 0) == (at_b > 0)) {
      at_a /= 2;
    } else {
      a = b, at_a = at_b;
    }
    b = c, at_b = at_c;
    if (settled || at_c == 0) break;
  }
  return b;
}

// The first of these intervals, each `step` long, in which f changes its sign.
struct Bracket {
  double low = 0, high = 0;
};
std::optional<Bracket> first_change(const std::function<double(double)>& f,
                                    const std::vector<double>& starts, double step) {
  std::map<double, double> known;
  const auto value = [&](double x) {
    const auto [at, is_new] = known.try_emplace(x);
    if (is_new) at->second = f(x);
    return at->second;
  };
  for (const double x : starts)
    if ((value(x) <= 0) != (value(x + step) <= 0)) return Bracket{x, x + step};
  return {};
}

double low_of(const Pose& pose, const std::string& group) {
  return lowest(build_segments(articulate(pose, {}), segments_of_group(group)), group);
}

void make_thighs_vertical(Pose& pose) {
  const double upright = pose.base == Base::stand ? 0 : 90;
  for (LegPose& leg : pose.leg)
    if (leg.hip_vertical) leg.hip = upright - pose.pitch;
}

void level_two_contacts(Pose& pose) {
  if (pose.contact.size() < 2) return;
  const double written = pose.pitch;
  auto tilt = [&](double offset) {
    pose.pitch = written + offset;
    return low_of(pose, pose.contact[0]) - low_of(pose, pose.contact[1]);
  };
  std::vector<double> nearest_first;
  for (double x = 0; x < 40; x += 2) nearest_first.insert(nearest_first.end(), {-x - 2, x});
  const auto best = first_change(tilt, nearest_first, 2);
  const double offset = best ? root(tilt, best->low, best->high) : 0;
  pose.pitch = written + offset;
}

void find_automatic_hips(Pose& pose) {
  for (Side side : kSides) {
    LegPose& leg = pose.leg[int(side)];
    if (!leg.hip_auto) continue;
    leg.hip = 45;
    const double floor = low_of(pose, pose.contact[0]);
    const std::string foot = side == Side::right ? "footR" : "footL";
    Skeleton s = articulate(pose, {});  // only this leg moves
    auto above = [&](double hip) {
      turn_hip(s, side, hip);
      return lowest(build_segments(s, segments_of_group(foot)), foot) - floor;
    };
    // The knee is up in hook lying: of two solutions the one with more flexion.
    std::vector<double> most_first;
    for (double hip = 136; hip >= 0; hip -= 4) most_first.push_back(hip);
    const auto last = first_change(above, most_first, 4);
    leg.hip = last ? root(above, last->low, last->high) : 45;
  }
}

void straighten_arms(Pose& pose) {
  if (!pose.straight_arms) return;
  auto spare = [&](double pitch) {
    pose.pitch = pitch;
    make_thighs_vertical(pose);
    const Skeleton s = articulate(pose, {});
    const double floor =
        lowest(build_segments(s, segments_of_group(pose.contact[0])), pose.contact[0]);
    return (s.shoulder[0].y + s.shoulder[1].y) / 2 - floor - kStraightArm;
  };
  pose.pitch = root(spare, -40, 80);
  make_thighs_vertical(pose);
}

V3 anchored(const Pose& pose, V3 pelvis) {
  if (pose.anchor.empty()) return pelvis;
  const V3 joint = articulate(pose, pelvis).joint(pose.anchor);
  pelvis.x += pose.anchor_at.at(0) - joint.x;
  if (pose.anchor_at.size() > 1) pelvis.z += pose.anchor_at[1] - joint.z;
  return pelvis;
}

bool leg_has_target(const LegPose& leg) { return leg.keep_ankle || !leg.reach_joint.empty(); }

const Skeleton& needed(const Skeleton* earlier, const Pose& pose, const char* what) {
  if (earlier) return *earlier;
  throw Error(ErrorKind::invalid, "",
              "pose " + pose.name + " keeps " + what +
                  ", but there is no earlier pose to keep it from. Write \"pose " + pose.name +
                  " = start\".");
}

// Legs with a target; the pelvis comes down until both feet reach theirs.
void place_legs(Skeleton& s, const Skeleton* earlier) {
  std::array<V3, 2> target;
  double drop = 0;
  for (Side side : kSides) {
    const int i = int(side);
    const LegPose& leg = s.pose.leg[i];
    if (!leg_has_target(leg)) continue;
    target[i] = leg.keep_ankle ? needed(earlier, s.pose, "an ankle").ankle[i]
                               : s.joint(leg.reach_joint) + leg.reach_offset;
    const V3 line = s.hip[i] - target[i];
    const double across = std::hypot(line.x, line.z);
    if (leg.keep_ankle && line.y > 0 && length(line) > kLegLength && across < kLegLength)
      drop = std::max(drop, line.y - std::sqrt(kLegLength * kLegLength - across * across));
  }
  if (drop > 0) s = articulate(s.pose, s.pelvis - V3{0, drop, 0});
  for (Side side : kSides)
    if (leg_has_target(s.pose.leg[int(side)])) bend_leg(s, side, target[int(side)]);
}

V3 pole_of(const Skeleton& s, Side side) {
  const double sign = sign_of(side);
  const std::string& word = s.pose.reach[int(side)].pole;
  if (word == "wdown") return {0, -1, 0};
  if (word == "wout") return {0, 0, sign};
  const V3 pole = word == "out"       ? V3{0, 0, sign}
                  : word == "down"    ? V3{0, -1, 0}
                  : word == "front"   ? V3{1, 0, 0}
                  : word == "backout" ? V3{-1, 0, .8 * sign}
                  : word == "downout" ? V3{0, -1, .7 * sign}
                                      : V3{-1, 0, 0};
  return s.thorax_frame * pole;
}

// Where the palm's middle lies in the hand's frame when it closes round a bar of radius .011.
V3 grip_centre(Side side) { return {0, -.050, -.0245 * sign_of(side)}; }

// A place in the frame of a limb, which begins at its upper joint.
V3 on_limb(const Skeleton& s, const std::string& limb, std::size_t i, V3 offset) {
  if (limb == "thigh") return s.hip[i] + s.thigh_frame[i] * offset;
  if (limb == "shank") return s.knee[i] + s.shank_frame[i] * offset;
  if (limb == "foot") return s.ankle[i] + s.foot_frame[i] * offset;
  if (limb == "upperarm") return s.shoulder[i] + s.upper_arm_frame[i] * offset;
  if (limb == "forearm") return s.elbow[i] + s.forearm_frame[i] * offset;
  return s.wrist[i] + s.hand_frame[i] * offset;
}

V3 target_of(const Skeleton& s, Side side, const Skeleton* earlier) {
  const int i = int(side);
  const Reach& reach = s.pose.reach[i];
  if (reach.to == "keep") return needed(earlier, s.pose, "a hand").wrist[i];
  V3 target = reach.offset;
  if (reach.to == "floor") {
    const V3 below = s.shoulder[i] + reach.offset;
    target = {below.x, kWristHeight + reach.offset.y, below.z};
  } else if (reach.to == "joint") {
    target = s.joint(reach.joint) + reach.offset;
  } else if (reach.to == "pelvis") {
    target = s.pelvis + s.pelvis_frame * reach.offset;
  } else if (reach.to == "thorax") {
    target = s.shoulder[i] + s.thorax_frame * reach.offset;
  } else if (reach.to == "head") {
    target = s.head + s.head_frame * reach.offset;
  } else if (reach.to != "abs") {
    target = on_limb(s, reach.to, std::size_t(reach.limb_side.value_or(side)), reach.offset);
  }
  if (s.pose.arm[i].hand == HandMode::grip) target = target - s.hand_frame[i] * grip_centre(side);
  return target;
}

// Turns the elbow about the line from shoulder to wrist, as little as will bring it above the
// floor; of two ways the one that takes it away from the body. When no turn is enough, the highest.
void keep_elbow_above_floor(Skeleton& s, Side side) {
  const int i = int(side);
  if (s.elbow[i].y >= kElbowRadius) return;
  const V3 target = s.reach_target[i], along = unit(target - s.shoulder[i]);
  const V3 start = unit(s.reach_pole[i] - along * dot(s.reach_pole[i], along));
  const V3 square = cross(along, start), outward = s.thorax_frame.column(2) * sign_of(side);
  V3 best = start;
  double highest = s.elbow[i].y, widest = -1;
  for (int step = 1; step <= 36 && highest < kElbowRadius; ++step)
    for (int sign : {1, -1}) {
      const double angle = sign * step * 5 * kDegree;
      const V3 pole = start * std::cos(angle) + square * std::sin(angle);
      bend_arm(s, side, target, pole);
      const double height = std::min(s.elbow[i].y, kElbowRadius);
      const double width = dot(s.elbow[i] - s.shoulder[i], outward);
      if (height < highest - 1e-9 || (height < highest + 1e-9 && width <= widest)) continue;
      highest = height, widest = width, best = pole;
    }
  bend_arm(s, side, target, best);
}

// A hand that holds the other arm comes after it.
bool holds_other_arm(const Reach& reach, Side side) {
  if (reach.to == "joint") {
    const char last = reach.joint.back();
    const bool arm = reach.joint.compare(0, 2, "el") == 0 || reach.joint.compare(0, 2, "wr") == 0 ||
                     reach.joint.compare(0, 4, "fing") == 0;
    return arm && (last == 'R') != (side == Side::right);
  }
  const bool arm = reach.to == "upperarm" || reach.to == "forearm" || reach.to == "hand";
  return arm && reach.limb_side.value_or(side) != side;
}

void place_hands(Skeleton& s, const Skeleton* earlier) {
  const bool left_first = holds_other_arm(s.pose.reach[int(Side::right)], Side::right);
  for (Side side : left_first ? std::array{Side::left, Side::right} : kSides) {
    if (s.pose.reach[int(side)].to.empty()) continue;
    bend_arm(s, side, target_of(s, side, earlier), pole_of(s, side));
    keep_elbow_above_floor(s, side);
  }
}

}  // namespace

Skeleton solve(const Pose& written, const Skeleton* earlier) {
  Pose pose = written;
  make_thighs_vertical(pose);
  for (LegPose& leg : pose.leg)
    if (leg.hip_auto) leg.hip = 45;
  level_two_contacts(pose);
  find_automatic_hips(pose);
  straighten_arms(pose);
  const double lift = pose.floor - low_of(pose, pose.contact[0]);
  Skeleton s = articulate(pose, anchored(pose, {0, lift, 0}));
  place_legs(s, earlier);
  place_hands(s, earlier);
  return s;
}

std::vector<Skeleton> solve(const Scene& scene) {
  std::vector<Skeleton> solved;
  for (const Pose& pose : scene.poses) {
    const Skeleton* earlier = pose.inherits >= 0 ? &solved.at(pose.inherits) : nullptr;
    solved.push_back(solve(pose, earlier));
  }
  return solved;
}

}  // namespace kinescript
