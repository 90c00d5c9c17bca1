// SPDX-License-Identifier: MIT
// The body around a skeleton: parts made of ellipsoids and links. The silhouette of a link is the
// convex hull of its two ellipsoids' outlines; a part is the union of its links. Arms and legs that
// are nearly straight come merged.
//
//   Body body = build_body(solve(pose));
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "figure/skeleton.h"

namespace kinescript {

enum class Segment : std::uint8_t {
  pelvis,
  shirt,
  neck,
  head,
  upper_arm,
  forearm,
  sleeve,
  hand,
  thigh,
  shank,
  ankle,
  foot,
  sole,
  finger,  // and thumb; of a close-up
  toe
};
enum class Garment : std::uint8_t { skin, shirt, trousers, shoe, sole };

struct Ellipsoid {
  V3 centre;
  M3 axes;  // columns: semi-axes
  Segment segment = Segment::pelvis;
  int side = 0;  // +1 right, -1 left, 0 middle
  bool girdle =
      false;  // of the shirt: y >= .2, and the shoulder chains (contact group `shoulders`)
};

struct Part {
  Segment segment = Segment::pelvis;
  int side = 0;
  Garment garment = Garment::skin;
  std::vector<Ellipsoid> ellipsoids;
  std::vector<std::pair<int, int>> links;  // indices into ellipsoids
  bool shaded = true;
  bool fades_at_joint = false;  // its line fades near `joint` (between fade_from and fade_to)
  V3 joint;
  double fade_from = 0, fade_to = 0;
  double flexion = 0;          // degrees at its proximal joint; drives the crease
  std::uint32_t segments = 0;  // bit set of the Segments merged into it
};

struct Body {
  std::vector<Part> parts;
};
struct Posed {
  Skeleton skeleton;
  Body body;
};
constexpr std::uint32_t bit(Segment segment) { return std::uint32_t{1} << unsigned(segment); }
constexpr std::uint32_t kAllSegments = ~std::uint32_t{0};

Body build_body(const Skeleton& skeleton);
// What a close-up shows: a hand with its fingers on its forearm, a bare foot on its shank, or head,
// trunk and arms; the whole body when it is none.
Body build_body(const Skeleton& skeleton, const CloseUp& closeup);
// How much larger a close-up is drawn.
double zoom_of(const CloseUp& closeup);
// Only some segments (bits), and nothing merged: what contact needs.
Body build_segments(const Skeleton& skeleton, std::uint32_t segments);

// The lowest point of a contact group: feet footR footL hands handR … forearms knees shoulders
// pelvis trunk head all. Infinite when the body has none of it. The sole strip does not count.
double lowest(const Body& body, const std::string& group);
// The segments a contact group is made of; 0 when there is no such group.
std::uint32_t segments_of_group(const std::string& group);
std::vector<std::string> contact_groups();

}  // namespace kinescript
