// SPDX-License-Identifier: MIT
// Hand and foot for a close-up: every finger and toe a chain of its own. Segment lengths of the
// fingers are shares of the hand's length (.108 of stature) as measured on adults by Buryanov and
// Kotiuk (2010); radii were found by looking.
#include <algorithm>

#include "figure/body.h"
#include "figure/body_limbs.h"

namespace kinescript {
namespace {

constexpr double kHandSize = 1.12;  // as the small hand is drawn

struct Finger {
  double x, y;                  // of its knuckle; x to the thumb's side, y toward the wrist
  std::array<double, 3> bones;  // lengths
  double spread;                // degrees to the thumb's side when the hand is flat
};
constexpr std::array<Finger, 4> kFingers = {{{.0165, -.0490, {.0250, .0150, .0125}, 5},
                                             {.0058, -.0515, {.0275, .0175, .0130}, 1},
                                             {-.0052, -.0500, {.0255, .0165, .0130}, -3},
                                             {-.0155, -.0455, {.0205, .0120, .0115}, -9}}};
constexpr std::array<double, 4> kFingerRadius = {.0072, .0066, .0060, .0050};
constexpr std::array<double, 4> kThumbRadius = {.0090, .0082, .0073, .0058};

// Points of the hand in (x to the thumb, y to the wrist, z to the palm), brought into the world.
class DetailedHand {
 public:
  DetailedHand(const Skeleton& s, Side side)
      : s_(s), i_(std::size_t(side)), sign_(sign_of(side)), arm_(s.pose.arm[i_]) {}

  Part palm() const {
    Part part = new_part(Segment::hand, int(sign_), Garment::skin);
    blob(part, {0, .004, 0}, {.0155, .012, .0120}, false);
    blob(part, {.001, -.014, 0}, {.0185, .012, .0120}, true);
    blob(part, {.001, -.032, 0}, {.0220, .012, .0105}, true);
    blob(part, {.0005, -.047, 0}, {.0235, .010, .0085}, true);
    blob(part, {.012, -.022, .006}, {.010, .015, .009}, false);
    blob(part, {-.012, -.024, .005}, {.009, .016, .008}, false);
    part.links.push_back({1, 4});
    part.links.push_back({4, 3});
    part.links.push_back({1, 5});
    part.links.push_back({5, 3});
    return part;
  }

  Part finger(int which) const {
    const Finger& f = kFingers[std::size_t(which)];
    std::array<double, 3> bend = {arm_.knuckle.value_or(arm_.curl * .85),
                                  arm_.middle_joint.value_or(arm_.curl * 1.15),
                                  arm_.end_joint.value_or(arm_.curl * .7)};
    if (arm_.touching == which) bend = {48 - 2. * which, 58, 22};
    Part part = new_part(Segment::finger, int(sign_), Garment::skin);
    V3 at{f.x, f.y, 0};
    const double thick = which == 3 ? .86 : 1;
    chain(part, at, kFingerRadius[0] * thick);
    double angle = 0;
    const double spread = f.spread * std::max(0., 1 - bend[0] / 90) * kDegree;
    for (std::size_t k = 0; k < 3; ++k) {
      angle += bend[k];
      const double along = std::cos(angle * kDegree);
      at = at + V3{std::sin(spread) * along, -std::cos(spread) * along, std::sin(angle * kDegree)} *
                    f.bones[k];
      chain(part, at, kFingerRadius[k + 1] * thick);
    }
    return part;
  }

  // From beside the palm across it; a touching thumb goes to the finger's tip.
  Part thumb() const {
    constexpr std::array<double, 4> kAcross = {62, 76, 90, 104};
    const double across = arm_.touching >= 0 ? kAcross[std::size_t(arm_.touching)] : arm_.thumb;
    const double t = across / 100;
    const auto mix = [t](V3 a, V3 b) { return unit(a + (b - a) * t); };
    Part part = new_part(Segment::finger, int(sign_), Garment::skin);
    V3 at{.012, -.012, .005};
    chain(part, at, kThumbRadius[0]);
    const std::array<V3, 3> way = {mix({.62, -.75, .22}, {.28, -.62, .74}),
                                   mix({.42, -.88, .20}, {-.40, -.72, .62}),
                                   mix({.25, -.95, .12}, {-.72, -.66, .28})};
    constexpr std::array<double, 3> kBones = {.0265, .0200, .0160};
    for (std::size_t k = 0; k < 3; ++k) {
      at = at + way[k] * kBones[k];
      chain(part, at, kThumbRadius[k + 1]);
    }
    if (arm_.touching >= 0) reach_tip(part);
    return part;
  }

 private:
  V3 world(V3 p) const {
    return s_.wrist[i_] + s_.hand_frame[i_] * (V3{p.x, p.y, -p.z * sign_} * kHandSize);
  }
  void blob(Part& part, V3 centre, V3 radii, bool linked) const {
    add(part, world(centre),
        scale_columns(s_.hand_frame[i_], radii.x * kHandSize, radii.y * kHandSize,
                      radii.z * kHandSize),
        linked);
  }
  void chain(Part& part, V3 centre, double radius) const {
    blob(part, centre, {radius, radius, radius}, !part.ellipsoids.empty());
  }
  // The end of the thumb onto the fingertip's pad, the joint before it half as far.
  void reach_tip(Part& part) const {
    const Part tip = finger(arm_.touching);
    const V3 before = tip.ellipsoids[2].centre, end = tip.ellipsoids[3].centre;
    const V3 middle = part.ellipsoids[1].centre;
    const V3 target = end + unit(middle - end) * .0075 + unit(end - before) * .002;
    const V3 moved = target - part.ellipsoids[3].centre;
    part.ellipsoids[3].centre = target;
    part.ellipsoids[2].centre = part.ellipsoids[2].centre + moved * .55;
  }

  const Skeleton& s_;
  std::size_t i_;
  double sign_;
  const ArmPose& arm_;
};

struct Toe {
  double x, inward, radius, length;  // inward: toward the other foot
};
constexpr std::array<Toe, 5> kToes = {{{.076, .0195, .0098, .030},
                                       {.083, .0045, .0070, .026},
                                       {.080, -.0060, .0066, .023},
                                       {.074, -.0150, .0062, .020},
                                       {.066, -.0230, .0058, .017}}};

Part bare_foot(const Skeleton& s, Side side) {
  const std::size_t i = std::size_t(side);
  const double lift = s.pose.leg[i].arch;
  Part part = new_part(Segment::foot, int(sign_of(side)), Garment::skin);
  const auto blob = [&](V3 c, V3 r) {
    const double inward = -sign_of(side);
    add(part, s.ankle[i] + s.foot_frame[i] * V3{c.x, c.y, c.z * inward},
        scale_columns(s.foot_frame[i], r.x, r.y, r.z), false);
  };
  const double arch = .009 * lift, shorter = .006 * lift;
  blob({-.002, .004, 0}, {.0205, .012, .0195});                      // 0 ankle
  blob({-.028, -.022, 0}, {.0200, .0205, .0185});                    // 1 heel
  blob({.022, -.010 + arch * .5, .002}, {.020, .017, .0200});        // 2 instep
  blob({.046 - shorter, -.021 + arch, .005}, {.018, .0150, .0215});  // 3 arch
  blob({.070 - shorter, -.0305, .010}, {.0150, .0125, .0165});       // 4 ball, inner
  blob({.060 - shorter, -.0325, -.016}, {.0150, .0105, .0130});      // 5 ball, outer
  blob({.015, -.0340, -.014}, {.018, .0090, .0110});                 // 6 outer edge
  part.links = {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}, {1, 6}, {6, 5}};
  return part;
}

Part bare_toe(const Skeleton& s, Side side, const Toe& toe) {
  const std::size_t i = std::size_t(side);
  const LegPose& leg = s.pose.leg[i];
  Part part = new_part(Segment::toe, int(sign_of(side)), Garment::skin);
  V3 at{toe.x - .010 - .006 * leg.arch, -.0425 + toe.radius + .002, -toe.inward * sign_of(side)};
  for (int k = 0; k < 3; ++k) {
    const M3 bent = rotate_z(leg.toe * (leg.toe < 0 ? k * .75 : 1));
    if (k > 0) at = at + bent * V3{toe.length / 2, 0, 0};
    const double radius = toe.radius * (k == 1 ? .94 : 1);
    add(part, s.ankle[i] + s.foot_frame[i] * at,
        scale_columns(s.foot_frame[i] * bent, radius, radius * .92, radius), k > 0);
  }
  return part;
}

// The lower end of a limb: what the picture needs of it.
Part lower_end(const Part& part, std::size_t from) {
  Part end = new_part(part.segment, part.side, part.garment);
  for (std::size_t k = from; k < part.ellipsoids.size(); ++k)
    add(end, part.ellipsoids[k].centre, part.ellipsoids[k].axes);
  return end;
}

// Without its first so many ellipsoids, or without those from there on.
void cut_below(Part& part, int first) {
  part.ellipsoids.erase(part.ellipsoids.begin(), part.ellipsoids.begin() + first);
  std::vector<std::pair<int, int>> links;
  for (const auto& [a, b] : part.links)
    if (a >= first && b >= first) links.push_back({a - first, b - first});
  part.links = std::move(links);
}
void cut_beyond(Part& part, int end) {
  part.ellipsoids.resize(std::size_t(end));
  std::erase_if(part.links,
                [end](const auto& link) { return link.first >= end || link.second >= end; });
}

void add_hand(Body& body, const Skeleton& s, Side side) {
  const Body arm = build_segments(s, bit(Segment::forearm));
  for (const Part& part : arm.parts)
    if (part.side == int(sign_of(side))) body.parts.push_back(lower_end(part, 6));
  const DetailedHand hand(s, side);
  body.parts.push_back(hand.palm());
  for (int k = 0; k < 4; ++k) body.parts.push_back(hand.finger(k));
  body.parts.push_back(hand.thumb());
}

void add_foot(Body& body, const Skeleton& s, Side side) {
  const Body leg = build_segments(s, bit(Segment::shank) | bit(Segment::ankle));
  for (const Part& part : leg.parts)
    if (part.side == int(sign_of(side)))
      body.parts.push_back(lower_end(part, part.segment == Segment::shank ? 8 : 0));
  body.parts.push_back(bare_foot(s, side));
  for (const Toe& toe : kToes) body.parts.push_back(bare_toe(s, side, toe));
}

}  // namespace

double zoom_of(const CloseUp& closeup) {
  switch (closeup.part) {
    case CloseUp::Part::hand:
      return 4.2;
    case CloseUp::Part::foot:
      return 3;
    case CloseUp::Part::head:
      return 1.8;
    case CloseUp::Part::bust:
      return 2.2;
    case CloseUp::Part::none:
      break;
  }
  return 1;
}

Body build_body(const Skeleton& s, const CloseUp& closeup) {
  if (closeup.part == CloseUp::Part::none) return build_body(s);
  Body body;
  if (closeup.part == CloseUp::Part::head)
    return build_segments(s, bit(Segment::shirt) | bit(Segment::neck) | bit(Segment::head) |
                                 bit(Segment::upper_arm) | bit(Segment::forearm) |
                                 bit(Segment::sleeve) | bit(Segment::hand));
  if (closeup.part == CloseUp::Part::bust) {
    body = build_segments(
        s, bit(Segment::shirt) | bit(Segment::neck) | bit(Segment::head) | bit(Segment::sleeve));
    for (Part& part : body.parts) {
      if (part.segment == Segment::shirt) cut_below(part, 8);  // the lower ribs
      if (part.segment == Segment::sleeve) cut_beyond(part, 8);
    }
    return body;
  }
  for (const Side side : kSides) {
    if (closeup.side && *closeup.side != side) continue;
    closeup.part == CloseUp::Part::hand ? add_hand(body, s, side) : add_foot(body, s, side);
  }
  return body;
}

}  // namespace kinescript
