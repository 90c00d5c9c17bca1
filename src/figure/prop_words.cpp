// SPDX-License-Identifier: MIT
#include "figure/prop_words.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace kinescript {

bool PropWords::number_follows() const {
  return more() && parse_double(prop_.words[at_]).has_value();
}

bool PropWords::take(const std::string& word) {
  if (!more() || prop_.words[at_] != word) return false;
  ++at_;
  return true;
}

std::string PropWords::word(const std::vector<std::string>& allowed, const std::string& otherwise) {
  if (!more() && !otherwise.empty()) return otherwise;
  const std::string given = more() ? prop_.words[at_] : "";
  if (std::find(allowed.begin(), allowed.end(), given) == allowed.end())
    fail("does not know \"" + given + "\"." + did_you_mean(given, allowed) +
         " It takes one of: " + join(allowed, ", ") + ".");
  ++at_;
  return given;
}

double PropWords::number() {
  const auto value = more() ? parse_double(prop_.words[at_]) : std::nullopt;
  if (!value) fail("needs another number (see the words of src/figure/scenes.md).");
  ++at_;
  return *value;
}

V3 PropWords::vector() {
  V3 v;
  v.x = number(), v.y = number(), v.z = number();
  return v;
}

FloorPlace PropWords::place() {
  FloorPlace place;
  place.x = number(), place.z = number(), place.yaw = number_or(0);
  return place;
}

void PropWords::end() const {
  if (more()) fail("has \"" + prop_.words[at_] + "\" left over. Delete it.");
}

void PropWords::fail(const std::string& what) const {
  throw Error(ErrorKind::invalid, "scene:" + std::to_string(prop_.line),
              "Prop \"" + prop_.kind + "\" " + what);
}

V3 palm(const Skeleton& s, Side side) {
  const auto i = static_cast<std::size_t>(side);
  return s.wrist[i] + s.hand_frame[i] * V3{0, -.052, -.020 * sign_of(side)};
}

namespace {

// Under the ball of the foot: its middle, and an edge (aside = +1 outward).
V3 sole(const Skeleton& s, Side side, double aside) {
  const auto i = static_cast<std::size_t>(side);
  return s.ankle[i] + s.foot_frame[i] * V3{.055, -.050, .030 * aside * sign_of(side)};
}

Side side_of(const std::string& name) { return name.back() == 'L' ? Side::left : Side::right; }

}  // namespace

const std::vector<std::string>& place_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names = joint_names();
    for (const char* more : {"handR", "handL", "soleR", "soleL"}) names.push_back(more);
    return names;
  }();
  return kNames;
}

V3 place(const Skeleton& s, const std::string& name) {
  if (name == "handR" || name == "handL") return palm(s, side_of(name));
  if (name == "soleR" || name == "soleL") return sole(s, side_of(name), 0);
  return s.joint(name);
}

Route route(PropWords& words, const Skeleton& s) {
  Route route;
  std::vector<std::string> allowed = {"at", "hook"};
  allowed.insert(allowed.end(), place_names().begin(), place_names().end());
  while (words.more()) {
    const std::string name = words.word(allowed, "");
    if (name == "at" || name == "hook") {
      route.points.push_back(words.vector());
      if (name == "hook") route.hooks.push_back(route.points.back());
    } else if (name == "soleR" || name == "soleL") {
      const Side side = side_of(name);
      V3 near = sole(s, side, 1), far = sole(s, side, -1);
      if (!route.points.empty() &&
          length(far - route.points.back()) < length(near - route.points.back()))
        std::swap(near, far);
      route.points.push_back(near);
      route.points.push_back(far);
    } else {
      route.points.push_back(place(s, name));
    }
  }
  if (route.points.size() < 2) words.fail("needs two places or more: \"handR hook .4 .5 0\".");
  return route;
}

}  // namespace kinescript
