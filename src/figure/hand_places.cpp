// SPDX-License-Identifier: MIT
#include "figure/hand_places.h"

#include <algorithm>

namespace kinescript {
namespace {

// For the right hand; the left one is mirrored in z. Lengths are fractions of stature in the frame
// that `to` names, found by looking at the picture.
struct Row {
  const char* name;
  const char* to;
  V3 offset;
  const char* pole;
  const char* fingers;
  const char* palm;
  HandReference reference;
  double curl;
};
constexpr HandReference kThorax = HandReference::thorax, kPelvis = HandReference::pelvis,
                        kHead = HandReference::head, kThigh = HandReference::thigh,
                        kShank = HandReference::shank, kFoot = HandReference::foot;
const std::vector<Row> kRows = {
    {"hips", "pelvis", {-.02, .075, .115}, "backout", "front+down", "med", kPelvis, 30},
    {"belly", "pelvis", {.075, .055, .075}, "backout", "med", "back", kPelvis, 14},
    {"ribs", "thorax", {.055, -.105, .000}, "backout", "med+down", "back", kThorax, 14},
    {"chest", "thorax", {.072, -.065, -.045}, "downout", "med+up", "back", kThorax, 10},
    {"crossed", "thorax", {.082, -.075, -.135}, "downout", "med+up+back", "back", kThorax, 8},
    {"behindhead", "head", {-.070, -.010, .062}, "out", "med+up", "front", kThorax, 20},
    {"temple", "head", {.010, -.055, .070}, "downout", "up", "med", kHead, 10},
    {"forehead", "head", {.083, -.030, .020}, "downout", "up+med", "back", kHead, 12},
    {"chin", "head", {.075, -.090, .015}, "down", "up", "back", kHead, 60},
    {"thighs", "thigh", {.066, -.125, .005}, "backout", "down", "back", kThigh, 12},
    {"knees", "thigh", {.058, -.190, .005}, "backout", "down", "back", kThigh, 25},
    {"behindthigh", "thigh", {-.052, -.165, .055}, "downout", "med", "front", kThigh, 55},
    {"shins", "shank", {.035, -.050, .050}, "downout", "med", "back", kShank, 55},
    {"foot", "foot", {.035, .030, .030}, "back", "med", "down", kFoot, 60},
};

}  // namespace

const std::vector<std::string>& hand_place_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names = {"none", "flat", "wall"};
    for (const Row& row : kRows) names.push_back(row.name);
    return names;
  }();
  return kNames;
}

void put_hand(const std::string& place, Side side, ArmPose& arm, Reach& reach) {
  const auto row =
      std::find_if(kRows.begin(), kRows.end(), [&place](const Row& r) { return place == r.name; });
  if (row == kRows.end()) {
    arm.hand = place == "flat"   ? HandMode::flat
               : place == "wall" ? HandMode::wall
                                 : HandMode::along_forearm;
    return;
  }
  reach = {};
  reach.to = row->to;
  reach.offset = {row->offset.x, row->offset.y, row->offset.z * sign_of(side)};
  reach.pole = row->pole;
  arm.hand = HandMode::direction;
  arm.fingers = row->fingers, arm.palm = row->palm, arm.reference = row->reference;
  arm.curl = row->curl;
}

}  // namespace kinescript
