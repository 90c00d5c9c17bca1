// SPDX-License-Identifier: MIT
// Forward kinematics. Signs: ISB axes, anatomical angles, 0 = standing at attention. A limb's long
// axis is its local -y; a rotation listed later is nearer to the limb:
//
//   root      pitch(z) yaw(y) BASE roll(y) list(x)      pitch + leans back, list + drops the right
//   hip spine     pelvis twist(y) -flexion(z) side(x)       twist + turns left, side + bends to the
//   right hip       hip(z) abd(x) rot(y)     knee -knee(z)     ankle + dorsiflexion(z) shoulder
//   flex(z) abd(x) rot(y)    elbow elbow(z) pronation(y)
#include "figure/skeleton.h"

#include <algorithm>
#include <map>

#include "base/error.h"

namespace kinescript {
namespace {

constexpr double kThigh = .245, kShank = .246, kUpperArm = .180, kForearm = .146;
constexpr double kHipZ = .052, kShoulderZ = .104, kShoulderY = .262, kC7Y = .312;
constexpr double kSpineBottom = -.06, kSpineStep = .005;
constexpr int kOrigin = 12;      // index of the spine point nearest to mid-hip
constexpr double kReach = .999;  // of the whole length: a limb never quite straightens

double clamp(double x, double low, double high) { return std::min(high, std::max(low, x)); }

M3 frame_of(Base base) {
  const V3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};
  switch (base) {
    case Base::stand:
      return {};
    case Base::supine:
      return rotate_z(90);
    case Base::prone:
    case Base::quad:
      return rotate_z(-90);
    case Base::side_right:
      return from_columns(z, x * -1, y * -1);
    case Base::side_left:
      return from_columns(z, x, y);
  }
  return {};
}

M3 pelvis_frame(const Pose& pose) {
  return rotate_z(pose.pitch) * rotate_y(pose.yaw) * frame_of(pose.base) * rotate_y(pose.roll) *
         rotate_x(pose.list);
}

void place_spine(Skeleton& s) {
  auto step = [&s](int lower) {
    return s.spine_frame(kSpineBottom + kSpineStep * (lower + .5)).column(1) * kSpineStep;
  };
  s.spine[kOrigin] = s.pelvis;
  for (int i = kOrigin; i < 80; ++i) s.spine[i + 1] = s.spine[i] + step(i);
  for (int i = kOrigin; i > 0; --i) s.spine[i - 1] = s.spine[i] - step(i - 1);
}

void place_head(Skeleton& s) {
  const Pose& p = s.pose;
  const M3 top = s.spine_frame(.30);
  const M3 neck =
      top * rotate_y(p.neck_turn * .5) * rotate_z(-p.neck * .6) * rotate_x(p.neck_tilt * .6);
  s.head_frame = top * rotate_y(p.neck_turn) * rotate_z(-p.neck) * rotate_x(p.neck_tilt);
  s.c7 = s.spine_at(kC7Y) + top * V3{-.012, 0, 0};
  s.atlas = s.c7 + neck * V3{.014, .052, 0};
  s.head = s.atlas + s.head_frame * V3{.014, .050, 0};
}

// The girdle follows the arm: a raised arm lifts the shoulder and draws it in, an arm in front
// draws it forward.
V3 shoulder_of(const Skeleton& s, Side side, const M3& upper_arm) {
  const ArmPose& arm = s.pose.arm[int(side)];
  const V3 along = transpose(s.thorax_frame) * (upper_arm * V3{0, -1, 0});
  const double elevation = std::acos(clamp(-along.y, -1, 1)) / kDegree;
  const double up = .034 * smoothstep((elevation - 40) / 130) + arm.shrug;
  const double in = .014 * smoothstep((elevation - 60) / 110);
  const double forward = .012 * std::max(0., along.x) * smoothstep(elevation / 90) + arm.prot;
  return s.spine_at(kShoulderY) +
         s.thorax_frame * V3{-.006 + forward, up, sign_of(side) * (kShoulderZ - in)};
}

// The elbow flexion, 0 to 150, that makes the forearm horizontal; the nearest end when none does.
double level_elbow(const M3& upper_arm) {
  const double up_by_sine = upper_arm.row1.x, up_by_cosine = upper_arm.row1.y;
  double flexion = std::atan2(up_by_cosine, up_by_sine) / kDegree;
  if (flexion < 0) flexion += 180;
  if (flexion <= 150) return flexion;
  return flexion > 165 ? 0 : 150;
}

// "up+med": the sum of words, in the frame `reference`.
V3 direction_of(const std::string& words, const M3& reference, double sign) {
  static const std::map<std::string, V3> kDirections = {{"med", {0, 0, -1}},  {"lat", {0, 0, 1}},
                                                        {"up", {0, 1, 0}},    {"down", {0, -1, 0}},
                                                        {"front", {1, 0, 0}}, {"back", {-1, 0, 0}}};
  V3 sum;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find('+', begin), words.size());
    const auto found = kDirections.find(words.substr(begin, end - begin));
    if (found != kDirections.end()) sum = sum + found->second;
    begin = end + 1;
  }
  return unit(reference * V3{sum.x, sum.y, sum.z * sign});
}

// A hand whose fingers point along `fingers` and whose palm looks along `palm`.
M3 hand_pointing(V3 fingers, V3 palm, double sign) {
  const V3 y = fingers * -1, z = unit(palm - fingers * dot(palm, fingers)) * -sign;
  return from_columns(cross(y, z), y, z);
}

M3 reference_frame(const Skeleton& s, Side side) {
  switch (s.pose.arm[int(side)].reference) {
    case HandReference::thorax:
      return s.thorax_frame;
    case HandReference::pelvis:
      return s.pelvis_frame;
    case HandReference::head:
      return s.head_frame;
    case HandReference::thigh:
      return s.thigh_frame[int(side)];
    case HandReference::shank:
      return s.shank_frame[int(side)];
    case HandReference::foot:
      return s.foot_frame[int(side)];
    case HandReference::world:
      break;
  }
  return {};
}

M3 hand_frame_of(const Skeleton& s, Side side) {
  const ArmPose& arm = s.pose.arm[int(side)];
  const double sign = sign_of(side);
  switch (arm.hand) {
    case HandMode::flat:
      return hand_pointing({1, 0, 0}, {0, -1, 0}, sign);
    case HandMode::wall:
      return hand_pointing({0, 1, 0}, {1, 0, 0}, sign);
    case HandMode::direction:
    case HandMode::grip: {
      const M3 reference = reference_frame(s, side);
      return hand_pointing(direction_of(arm.fingers, reference, sign),
                           direction_of(arm.palm, reference, sign), sign);
    }
    case HandMode::along_forearm:
      break;
  }
  return s.forearm_frame[int(side)] * rotate_x(sign * arm.wrist);
}

void place_hand(Skeleton& s, Side side) {
  const int i = int(side);
  s.hand_frame[i] = hand_frame_of(s, side);
  s.finger[i] = s.wrist[i] + s.hand_frame[i] * V3{0, -.08, 0};
}

void place_arm(Skeleton& s, Side side) {
  const int i = int(side);
  const double sign = sign_of(side);
  ArmPose& arm = s.pose.arm[i];
  const M3 upper =
      s.thorax_frame * rotate_z(arm.flex) * rotate_x(-sign * arm.abd) * rotate_y(-sign * arm.rot);
  if (arm.elbow_level) arm.elbow = level_elbow(upper);
  s.shoulder[i] = shoulder_of(s, side, upper);
  s.upper_arm_frame[i] = upper;
  s.forearm_frame[i] = upper * rotate_z(arm.elbow) * rotate_y(sign * arm.pron);
  s.elbow[i] = s.shoulder[i] + upper * V3{0, -kUpperArm, 0};
  s.wrist[i] = s.elbow[i] + s.forearm_frame[i] * V3{0, -kForearm, 0};
  place_hand(s, side);
}

// A level sole looks where the shank looks; with the shank lying flat, where the leg points.
M3 level_foot(const M3& shank) {
  V3 forward = shank.column(0);
  forward.y = 0;
  if (length(forward) < .3) {
    const V3 along = shank * V3{0, -1, 0};
    forward = forward + V3{-along.x, 0, -along.z} * .8;
  }
  forward = unit(forward);
  const V3 up{0, 1, 0};
  return from_columns(forward, up, cross(forward, up));
}

void place_foot(Skeleton& s, int i) {
  const LegPose& leg = s.pose.leg[i];
  s.foot_frame[i] =
      leg.ankle_flat ? level_foot(s.shank_frame[i]) : s.shank_frame[i] * rotate_z(leg.ankle);
  s.toe[i] = s.ankle[i] + s.foot_frame[i] * V3{.10, -.03, 0};
}

void place_leg(Skeleton& s, Side side) {
  const int i = int(side);
  const double sign = sign_of(side);
  const LegPose& leg = s.pose.leg[i];
  s.hip[i] = s.pelvis + s.pelvis_frame * V3{0, 0, sign * kHipZ};
  s.thigh_frame[i] =
      s.pelvis_frame * rotate_z(leg.hip) * rotate_x(-sign * leg.abd) * rotate_y(-sign * leg.rot);
  s.shank_frame[i] = s.thigh_frame[i] * rotate_z(-leg.knee);
  s.knee[i] = s.hip[i] + s.thigh_frame[i] * V3{0, -kThigh, 0};
  s.ankle[i] = s.knee[i] + s.shank_frame[i] * V3{0, -kShank, 0};
  place_foot(s, i);
}

// The middle joint of a two-bone chain from `root` to `end`: the cosine law in the plane of the
// pole. Moves `end` to where the chain really reaches.
V3 bend(V3 root, V3& end, double upper, double lower, V3 pole) {
  const V3 line = end - root, along = unit(line);
  const double reach =
      clamp(length(line), std::abs(upper - lower) + 1e-6, (upper + lower) * kReach);
  const double cosine =
      clamp((upper * upper + reach * reach - lower * lower) / (2 * upper * reach), -1, 1);
  const double sine = std::sqrt(1 - cosine * cosine);
  end = root + along * reach;
  return root + (along * cosine + unit(pole - along * dot(pole, along)) * sine) * upper;
}

M3 with_y_and_x_near(V3 y, V3 x) {
  x = unit(x - y * dot(x, y));
  return from_columns(x, y, cross(x, y));
}

}  // namespace

V3 Skeleton::spine_at(double y) const {
  const double at = clamp((y - kSpineBottom) / kSpineStep, 0, 80);
  const int below = std::min(int(at), 79);
  return spine[below] + (spine[below + 1] - spine[below]) * (at - below);
}

M3 Skeleton::spine_frame(double y) const {
  auto share = [y](double from, double to) { return smoothstep((y - from) / (to - from)); };
  const double flexion = pose.lumbar * share(0, .15) + pose.thorax * share(.11, .30);
  return pelvis_frame * rotate_y(pose.twist * share(.03, .29)) * rotate_z(-flexion) *
         rotate_x(pose.side * share(0, .28));
}

V3 Skeleton::joint(const std::string& name) const {
  if (name == "pelvis") return pelvis;
  if (name == "c7") return c7;
  if (name == "head") return head;
  if (name == "mouth") return head + head_frame * V3{.052, -.044, 0};
  if (name == "mid") return spine_at(.14);
  if (name == "belly") return spine_at(.10) + pelvis_frame * V3{.06, 0, 0};
  static const std::map<std::string, std::array<V3, 2> Skeleton::*> kPairs = {
      {"hip", &Skeleton::hip},  {"kn", &Skeleton::knee},     {"an", &Skeleton::ankle},
      {"toe", &Skeleton::toe},  {"sh", &Skeleton::shoulder}, {"el", &Skeleton::elbow},
      {"wr", &Skeleton::wrist}, {"fing", &Skeleton::finger}};
  if (!name.empty() && (name.back() == 'R' || name.back() == 'L')) {
    const auto found = kPairs.find(name.substr(0, name.size() - 1));
    if (found != kPairs.end()) return (this->*found->second)[name.back() == 'L'];
  }
  throw Error(ErrorKind::invalid, "",
              "There is no joint \"" + name +
                  "\". Joints are pelvis c7 head mouth mid belly and hip kn an toe sh el wr fing "
                  "with R or L.");
}

Skeleton articulate(const Pose& pose, V3 pelvis) {
  Skeleton s;
  s.pose = pose;
  s.pelvis = pelvis;
  s.pelvis_frame = pelvis_frame(pose);
  place_spine(s);
  s.thorax_frame = s.spine_frame(.27);
  place_head(s);
  for (Side side : kSides) {
    place_arm(s, side);
    place_leg(s, side);
  }
  return s;
}

void bend_arm(Skeleton& s, Side side, V3 target, V3 pole) {
  const int i = int(side);
  s.reach_target[i] = target;
  s.reach_pole[i] = pole;
  s.wrist[i] = target;
  s.elbow[i] = bend(s.shoulder[i], s.wrist[i], kUpperArm, kForearm, pole);
  const V3 up = unit(s.shoulder[i] - s.elbow[i]), forearm = unit(s.wrist[i] - s.elbow[i]);
  // The forearm flexes toward the humerus' own front; a straight arm has only the pole to say where
  // its front is.
  V3 front = forearm - up * dot(forearm, up);
  if (length(front) < .02) front = pole * -1;
  s.upper_arm_frame[i] = with_y_and_x_near(up, front);
  s.forearm_frame[i] = with_y_and_x_near(forearm * -1, s.upper_arm_frame[i].column(0)) *
                       rotate_y(sign_of(side) * s.pose.arm[i].pron);
  place_hand(s, side);
}

void turn_hip(Skeleton& s, Side side, double flexion) {
  s.pose.leg[int(side)].hip = flexion;
  place_leg(s, side);
}

void bend_leg(Skeleton& s, Side side, V3 target) {
  const int i = int(side);
  LegPose& leg = s.pose.leg[i];
  V3 ankle = target;
  const V3 front = s.thigh_frame[i].column(0);
  const V3 knee = bend(s.hip[i], ankle, kThigh, kShank, front);
  const M3 thigh = with_y_and_x_near(unit(s.hip[i] - knee), unit(ankle - knee) * -1 + front * .02);
  // Back to angles (z, x, y), so that a half-way pose and a reader of the pose find them.
  const M3 m = transpose(s.pelvis_frame) * thigh;
  leg.hip = std::atan2(-m.row0.y, m.row1.y) / kDegree;
  leg.abd = -sign_of(side) * std::asin(clamp(m.row2.y, -1, 1)) / kDegree;
  leg.rot = -sign_of(side) * std::atan2(-m.row2.x, m.row2.z) / kDegree;
  leg.knee = std::acos(clamp(dot(unit(knee - s.hip[i]), unit(ankle - knee)), -1, 1)) / kDegree;
  place_leg(s, side);
}

}  // namespace kinescript
