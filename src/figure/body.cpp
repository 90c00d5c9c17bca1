// SPDX-License-Identifier: MIT
#include "figure/body.h"

#include <algorithm>
#include <limits>
#include <map>

#include "figure/body_limbs.h"
#include "figure/body_profiles.h"

namespace kinescript {
namespace {

struct TorsoSection {
  V3 centre;
  M3 axes;
};

// A slice of the trunk at `y`. `grow` is the cloth; a flat slice makes a hem.
TorsoSection torso_at(const Skeleton& s, double y, double grow, bool flat) {
  Thickness t = torso_profile().at(y);
  const double from_navel = (y - .11) / .045;
  const double bulge = s.pose.belly * std::exp(-from_navel * from_navel) / 2;
  t.depth += bulge;
  t.forward += bulge;
  const M3 frame = s.spine_frame(y);
  return {s.spine_at(y) + frame * V3{t.forward, 0, 0},
          scale_columns(frame, t.depth + grow, flat ? .002 : std::min(t.width, t.depth) * .55,
                        t.width + grow)};
}

Part pelvis_part(const Skeleton& s) {
  Part part = new_part(Segment::pelvis, 0, Garment::trousers);
  for (int i = 0; i < 7; ++i) {
    const TorsoSection section = torso_at(s, -.04 + .11 * i / 6, 0, false);
    add(part, section.centre, section.axes, i > 0);
  }
  for (Side side : kSides) {  // the buttock follows half of the hip's flexion
    const int i = int(side);
    const M3 half_flexed = s.pelvis_frame * rotate_z(s.pose.leg[i].hip * .5);
    add(part,
        s.hip[i] + half_flexed * V3{-.022, -.008, 0} -
            s.pelvis_frame * V3{0, 0, sign_of(side) * .006},
        scale_columns(half_flexed, .052, .056, .048), false);
    part.links.push_back({2, int(part.ellipsoids.size()) - 1});
  }
  return part;
}

void add_girdle(Part& part, const Skeleton& s, Side side) {
  const double sign = sign_of(side);
  const V3 shoulder = s.shoulder[int(side)];
  const V3 neck_base = s.spine_at(.298) + s.spine_frame(.29) * V3{-.010, 0, sign * .030};
  const V3 armpit = s.spine_at(.215) + s.spine_frame(.25) * V3{0, 0, sign * .062};
  const M3& thorax = s.thorax_frame;
  const V3 trapezius = neck_base * .45 + shoulder * .55 + thorax * V3{0, .010, 0};
  const std::size_t first = part.ellipsoids.size();
  add(part, neck_base, scale_columns(thorax, .030, .018, .024), false);
  add(part, trapezius, scale_columns(thorax, .036, .022, .034));
  add(part, shoulder - unit(shoulder - neck_base) * .006, scale_columns(thorax, .036, .033, .032));
  add(part, armpit, scale_columns(thorax, .050, .040, .032));
  for (std::size_t i = first; i < part.ellipsoids.size(); ++i) part.ellipsoids[i].girdle = true;
}

Part shirt_part(const Skeleton& s) {
  Part part = new_part(Segment::shirt, 0, Garment::shirt);
  for (int i = 0; i < 18; ++i) {
    const double y = .028 + .272 * i / 17;
    const TorsoSection section = torso_at(s, y, y < .1 ? .003 : .001, i == 0);
    add(part, section.centre, section.axes, i > 0);
    part.ellipsoids.back().girdle = y >= .2;
  }
  for (Side side : kSides) add_girdle(part, s, side);
  return part;
}

Part neck_part(const Skeleton& s) {
  Part part = new_part(Segment::neck, 0, Garment::skin);
  for (int i = 0; i < 6; ++i) {
    const double t = -.2 + 1.2 * i / 5, radius = t < .3 ? .034 : .031;
    add(part, s.c7 + (s.atlas - s.c7) * t + s.thorax_frame * V3{.014 * (1 - t), 0, 0},
        scale_columns({}, radius, radius, radius), i > 0);
  }
  return part;
}

Part head_part(const Skeleton& s) {
  constexpr double kSize = 1.06;
  struct Blob {
    V3 centre, radii;
  };
  static const Blob kBlobs[] = {
      {{-.006, .006, 0}, {.056, .052, .045}},       // cranium
      {{.016, -.016, 0}, {.034, .040, .035}},       // face
      {{.030, -.048, 0}, {.017, .014, .019}},       // chin
      {{-.002, -.026, 0}, {.030, .024, .031}},      // jaw
      {{.046, -.001, 0}, {.006, .012, .006}},       // root of the nose
      {{.0605, -.0185, 0}, {.0075, .0075, .0075}},  // tip of the nose
      {{.040, -.028, 0}, {.011, .012, .014}},       // upper lip
  };
  Part part = new_part(Segment::head, 0, Garment::skin);
  part.shaded = false;
  for (const Blob& blob : kBlobs)
    add(part, s.head + s.head_frame * (blob.centre * kSize),
        scale_columns(s.head_frame, blob.radii.x * kSize, blob.radii.y * kSize,
                      blob.radii.z * kSize),
        false);
  part.links = {{0, 1}, {1, 2}, {3, 2}, {4, 5}, {5, 6}};
  return part;
}

// One part of both: its silhouette is then smooth over the joint.
void merge(Body& body, Segment into, Segment from, int side) {
  auto find = [&](Segment segment) {
    return std::find_if(body.parts.begin(), body.parts.end(),
                        [&](const Part& p) { return p.side == side && p.segment == segment; });
  };
  const auto target = find(into), source = find(from);
  if (target == body.parts.end() || source == body.parts.end()) return;
  const int shift = int(target->ellipsoids.size());
  target->ellipsoids.insert(target->ellipsoids.end(), source->ellipsoids.begin(),
                            source->ellipsoids.end());
  for (const auto& link : source->links)
    target->links.push_back({link.first + shift, link.second + shift});
  target->segments |= source->segments;
  body.parts.erase(source);
}

// Nearly straight joints melt; bent ones stay two parts, so that they can overlap and make a
// crease.
void merge_straight_joints(Body& body, const Skeleton& s) {
  for (Side side : kSides) {
    const int i = int(side), sign = int(sign_of(side));
    if (angle_between(s.forearm_frame[i], s.hand_frame[i]) < 75)
      merge(body, Segment::forearm, Segment::hand, sign);
    if (angle_between(s.upper_arm_frame[i], s.forearm_frame[i]) < 38)
      merge(body, Segment::upper_arm, Segment::forearm, sign);
    if (s.pose.leg[i].knee < 38) merge(body, Segment::thigh, Segment::shank, sign);
  }
}

struct Group {
  std::uint32_t segments = 0;
  int side = 0;  // 0 both
  bool girdle = false;
};

const std::map<std::string, Group>& groups() {
  static const std::map<std::string, Group> kGroups = [] {
    std::map<std::string, Group> all;
    auto pair = [&all](const std::string& many, const std::string& one, std::uint32_t segments) {
      all[many] = {segments, 0, false};
      all[one + "R"] = {segments, 1, false};
      all[one + "L"] = {segments, -1, false};
    };
    pair("feet", "foot", bit(Segment::foot));
    pair("hands", "hand", bit(Segment::hand));
    pair("forearms", "forearm", bit(Segment::forearm));
    pair("knees", "knee", bit(Segment::shank));
    pair("thighs", "thigh", bit(Segment::thigh));
    pair("legs", "leg", bit(Segment::thigh) | bit(Segment::shank) | bit(Segment::foot));
    all["back"] = {bit(Segment::shirt), 0, false};
    all["shoulders"] = {bit(Segment::shirt), 0, true};
    all["pelvis"] = {bit(Segment::pelvis), 0, false};
    all["head"] = {bit(Segment::head), 0, false};
    all["trunk"] = {bit(Segment::shirt) | bit(Segment::pelvis), 0, false};
    all["seat"] = {bit(Segment::pelvis) | bit(Segment::thigh), 0, false};
    all["all"] = {kAllSegments, 0, false};
    return all;
  }();
  return kGroups;
}

}  // namespace

Body build_segments(const Skeleton& s, std::uint32_t segments) {
  Body body;
  if (segments & bit(Segment::pelvis)) body.parts.push_back(pelvis_part(s));
  if (segments & bit(Segment::shirt)) body.parts.push_back(shirt_part(s));
  if (segments & bit(Segment::neck)) body.parts.push_back(neck_part(s));
  if (segments & bit(Segment::head)) body.parts.push_back(head_part(s));
  for (Side side : kSides) add_limbs(body, s, side, segments);
  return body;
}

Body build_body(const Skeleton& s) {
  Body body = build_segments(s, kAllSegments);
  merge_straight_joints(body, s);
  return body;
}

double lowest(const Body& body, const std::string& name) {
  double low = std::numeric_limits<double>::infinity();
  const auto found = groups().find(name);
  if (found == groups().end()) return low;
  const Group& group = found->second;
  for (const Part& part : body.parts)
    for (const Ellipsoid& e : part.ellipsoids) {
      if (e.segment == Segment::sole || !(group.segments & bit(e.segment))) continue;
      if (group.side != 0 && e.side != group.side) continue;
      if (group.girdle && !e.girdle) continue;
      low = std::min(low, e.centre.y - length(e.axes.row1));
    }
  return low;
}

std::uint32_t segments_of_group(const std::string& name) {
  const auto found = groups().find(name);
  return found == groups().end() ? 0 : found->second.segments;
}

std::vector<std::string> contact_groups() {
  std::vector<std::string> names;
  for (const auto& entry : groups()) names.push_back(entry.first);
  return names;
}

}  // namespace kinescript
