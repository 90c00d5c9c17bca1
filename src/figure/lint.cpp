// SPDX-License-Identifier: MIT
// What a clinician would laugh at, found by measuring: the eye passes a heel that floats by 2 % of
// stature.
#include <cmath>

#include "base/text.h"
#include "figure/body.h"
#include "figure/figure.h"
#include "figure/skeleton.h"

namespace kinescript {
namespace {

constexpr double kTouch = .004;   // a planted part may miss its floor by this
constexpr double kSunk = -.015;   // nothing may lie deeper
constexpr double kReached = .01;  // a hand or ankle may miss its target by this

class PoseLint {
 public:
  PoseLint(const Skeleton& skeleton, const Skeleton* earlier, std::vector<std::string>& faults)
      : skeleton_(skeleton),
        earlier_(earlier),
        body_(build_segments(skeleton, kAllSegments)),
        faults_(faults) {}

  void run() {
    check_contacts();
    check_floor();
    check_targets();
  }

 private:
  void fault(const std::string& what, double measure) {
    faults_.push_back("pose " + skeleton_.pose.name + ": " + what + " (" + number(measure, 4) +
                      ")");
  }

  void check_touch(const std::string& group) {
    const double gap = lowest(body_, group) - skeleton_.pose.floor;
    if (std::abs(gap) >= kTouch)
      fault(group + (gap > 0 ? " floats above its floor" : " sinks into its floor"), gap);
  }

  // "feet" promises that each of them touches.
  void check_contacts() {
    for (const std::string& group : skeleton_.pose.contact) {
      const std::string one = group == "feet" ? "foot" : group.substr(0, group.size() - 1);
      const bool pair =
          segments_of_group(one + "R") != 0 && group.back() != 'R' && group.back() != 'L';
      if (pair) {
        check_touch(one + "R");
        check_touch(one + "L");
      } else {
        check_touch(group);
      }
    }
    for (Side side : kSides)
      if (skeleton_.pose.leg[int(side)].hip_auto)
        check_touch(side == Side::right ? "footR" : "footL");
  }

  void check_floor() {
    for (const char* group : {"footR", "footL", "handR", "handL", "forearmR", "forearmL", "kneeR",
                              "kneeL", "thighR", "thighL", "trunk", "head", "all"}) {
      const double low = lowest(body_, group);
      if (low >= kSunk) continue;
      fault(std::string(group) + " is below the floor", low);
      return;  // "all" would repeat it
    }
  }

  void check_targets() {
    for (Side side : kSides) {
      const int i = int(side);
      const std::string name = side == Side::right ? "right " : "left ";
      const double hand = length(skeleton_.wrist[i] - skeleton_.reach_target[i]);
      if (!skeleton_.pose.reach[i].to.empty() && hand >= kReached)
        fault(name + "hand does not reach its target", hand);
      if (!skeleton_.pose.leg[i].keep_ankle || !earlier_) continue;
      const double ankle = length(skeleton_.ankle[i] - earlier_->ankle[i]);
      if (ankle >= kTouch) fault(name + "ankle does not keep its place", ankle);
    }
  }

  const Skeleton& skeleton_;
  const Skeleton* earlier_;
  const Body body_;
  std::vector<std::string>& faults_;
};

}  // namespace

std::vector<std::string> lint(const Scene& scene) {
  std::vector<std::string> faults;
  const std::vector<Skeleton> solved = solve(scene);
  for (const Skeleton& skeleton : solved) {
    const int inherits = skeleton.pose.inherits;
    PoseLint(skeleton, inherits < 0 ? nullptr : &solved[inherits], faults).run();
  }
  return faults;
}

std::vector<std::string> moving_joints(const Scene& scene, std::optional<Side> side) {
  constexpr double kMoved = .03;
  const std::vector<Skeleton> solved = solve(scene);
  const bool mirrored = side && scene.written_for && *side != *scene.written_for;
  std::vector<std::string> moving;
  for (const char* joint : {"el", "wr", "fing", "kn", "an", "toe"})
    for (const char* name : {"R", "L"}) {
      const std::string posed = std::string(joint) + name;
      if (length(solved.back().joint(posed) - solved.front().joint(posed)) <= kMoved) continue;
      const bool right = (*name == 'R') != mirrored;
      moving.push_back(std::string(joint) + (right ? "R" : "L"));
    }
  return moving;
}

}  // namespace kinescript
