// SPDX-License-Identifier: MIT
// What a picture shows, as text and as values: camera, props, one to four poses, arrows. Never a
// stored drawing.
//
//   view 14 10
//   prop mat
//   pose start
//    body base supine neck 6
//    legs hip auto knee 108
//    contact trunk
//   pose end = start
//    body pitch 25
//   arrow at pelvis 0 .085 0 to 0 .19 0
//
// One thing a line, '#' starts a comment, `pose X = Y` inherits from an earlier pose. Every word is
// in scenes.md beside this file. `side R` or `side L` in the header says which limb the scene is
// written for: a figure for the other side is the mirrored drawing. Angles are anatomical degrees,
// lengths fractions of stature. A fault throws Error{invalid} with "where:line".
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figure/vector3.h"

namespace kinescript {

enum class Side : unsigned char {
  right,
  left
};  // of the figure's body; also the index into the pairs below
constexpr double sign_of(Side side) { return side == Side::right ? 1 : -1; }  // z of that side
constexpr std::array<Side, 2> kSides = {Side::right, Side::left};

struct Camera {
  double azimuth = 15,
         elevation = 10;  // degrees; from the figure's right side toward its front; upward
};

enum class Base : unsigned char { stand, supine, prone, quad, side_left, side_right };

struct LegPose {
  double hip = 0, abd = 0, rot = 0, knee = 0, ankle = 0, toe = 0;
  double arch = 0;         // 0 to 1, how far the arch is lifted (seen in a close-up)
  bool ankle_flat = true;  // the sole is level
  bool hip_auto = false;   // hip flexion is solved so that the sole is level with the contact group
  bool hip_vertical = false;     // the thigh is vertical
  std::string reach_joint = {};  // leg IK: the ankle goes to this joint + offset ("" = off)
  V3 reach_offset;
  bool keep_ankle =
      false;  // solve hip and rotation so that the ankle stays where the earlier pose had it
};

// flat: palm on the floor, fingers forward; wall: palm on a wall in front; direction: `fing` and
// `palm` say where they point; grip: as direction, the fingers closed and the palm (not the wrist)
// at the target of the reach.
enum class HandMode : unsigned char { along_forearm, flat, wall, direction, grip };
enum class HandReference : unsigned char { thorax, pelvis, world, head, thigh, shank, foot };
struct ArmPose {
  double flex = 4, abd = 7, rot = 0, elbow = 10, pron = 0, wrist = 0, curl = 25, shrug = 0,
         prot = 0;
  bool elbow_level = false;  // the forearm is horizontal
  // Of the four fingers, for a close-up; absent: from the curl.
  std::optional<double> knuckle = {}, middle_joint = {}, end_joint = {};
  double thumb = 0;   // 0 beside the palm, 100 across it
  int touching = -1;  // the finger whose tip the thumb touches, 0 index to 3 little
  HandMode hand = HandMode::along_forearm;
  std::string fingers = {}, palm = {};  // for HandMode::direction: "med+down", "back"
  HandReference reference = HandReference::thorax;
};

struct Reach {
  // "" = joint angles; floor, joint, pelvis, thorax, head, abs, keep (where the earlier pose had
  // it), or a limb: thigh, shank, foot, upperarm, forearm, hand.
  std::string to = {};
  std::string joint = {};              // for `joint J`
  std::optional<Side> limb_side = {};  // of a limb; absent: the arm's own side
  V3 offset;
  std::string pole = "back";
};

struct Pose {
  std::string name = {};
  int inherits = -1;  // index of the earlier pose it was copied from, or -1
  Base base = Base::stand;
  double pitch = 0, roll = 0, yaw = 0, list = 0;       // of the pelvis; list = obliquity about x
  double lumbar = 0, thorax = 0, side = 0, twist = 0;  // of the spine
  double neck = 0, neck_turn = 0, neck_tilt = 0;
  double belly = 0;  // forward bulge, fraction of stature
  double lips = 0;   // 1: round, as to blow
  bool straight_arms = false;
  std::array<LegPose, 2> leg;  // [Side]
  std::array<ArmPose, 2> arm;
  std::array<Reach, 2> reach;
  std::vector<std::string> contact = {"feet"};
  std::string anchor = {};
  std::vector<double> anchor_at;  // x, or x and z
  double floor = 0;
};

struct Prop {
  std::string kind = {};  // mat, floor, pillow, chair, chairback, wall, step, ball, dowel, towel, …
  std::vector<std::string> words = {};  // what follows the kind
  int line = 0;
};

struct Arrow {
  // tighten: a mark of short strokes where a muscle works without moving anything.
  enum class Kind : unsigned char { track, straight, ring, path, tighten } kind = Kind::track;
  // Of a ring: horizontal, seen from the side (0 = front, 90 = up), seen from the front (0 = right,
  // 90 = up), or about the limb that ends at the joint (0 = its front, 90 = outward).
  enum class Plane : unsigned char { floor, side, front, limb } plane = Plane::floor;
  std::string joint = {};
  V3 from, to;  // straight: world offsets from the joint
  double ring_radius = 0, from_angle = 0, to_angle = 0;
  double dx = 0, dy = 0, dz = 0;  // of a ring's centre (about a limb: in its frame) or of a mark
  std::vector<V3> points = {};    // path: on the floor
  bool press = false;             // pushes without moving: a bar at its tip
  double off = 0.055;             // track: pushed outward by
  bool both = false;              // a head at both ends
  int pose = -1;                  // the pose it is drawn with; -1 = the last
};

// A part drawn alone at a larger scale; hand and foot come with their fingers and toes.
struct CloseUp {
  enum class Part : unsigned char { none, hand, foot, head, bust } part = Part::none;
  std::optional<Side> side = {};  // of a hand or foot; absent: both
};

struct Scene {
  Camera camera;
  CloseUp closeup;
  bool bun = false;
  std::optional<Side> written_for;  // `side R|L`; absent when the movement has no side
  std::vector<Prop> props;
  std::vector<Pose> poses;
  std::vector<Arrow> arrows;
};

// pelvis c7 head mid belly, and hip kn an toe sh el wr fing with R or L.
const std::vector<std::string>& joint_names();

// `where` names the text in errors ("bridge.toml:40"); line numbers count from `first_line`.
Scene parse_scene(std::string_view text, const std::string& where, int first_line = 1);

}  // namespace kinescript
