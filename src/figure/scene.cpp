// SPDX-License-Identifier: MIT
// Each line's first word has a function here; the words that may follow are in the tables below.
#include "figure/scene.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "figure/body.h"
#include "figure/hand_places.h"
#include "figure/scene_line.h"

namespace kinescript {
namespace {

template <typename T>
using Numbers = std::map<std::string, double T::*>;
using Words = std::vector<std::string>;

const Numbers<Pose> kBodyNumbers = {
    {"pitch", &Pose::pitch},     {"roll", &Pose::roll},       {"yaw", &Pose::yaw},
    {"list", &Pose::list},       {"lumbar", &Pose::lumbar},   {"thorax", &Pose::thorax},
    {"side", &Pose::side},       {"twist", &Pose::twist},     {"neck", &Pose::neck},
    {"nturn", &Pose::neck_turn}, {"ntilt", &Pose::neck_tilt}, {"belly", &Pose::belly},
    {"lips", &Pose::lips}};
const Numbers<LegPose> kLegNumbers = {{"hip", &LegPose::hip},     {"abd", &LegPose::abd},
                                      {"rot", &LegPose::rot},     {"knee", &LegPose::knee},
                                      {"ankle", &LegPose::ankle}, {"toe", &LegPose::toe},
                                      {"arch", &LegPose::arch}};
const Numbers<ArmPose> kArmNumbers = {{"flex", &ArmPose::flex}, {"abd", &ArmPose::abd},
                                      {"rot", &ArmPose::rot},   {"elbow", &ArmPose::elbow},
                                      {"pron", &ArmPose::pron}, {"wrist", &ArmPose::wrist},
                                      {"curl", &ArmPose::curl}, {"shrug", &ArmPose::shrug},
                                      {"prot", &ArmPose::prot}, {"thumb", &ArmPose::thumb}};
const std::map<std::string, std::optional<double> ArmPose::*> kFingerNumbers = {
    {"knuckle", &ArmPose::knuckle}, {"mid", &ArmPose::middle_joint}, {"end", &ArmPose::end_joint}};
const std::map<std::string, int> kFingers = {
    {"none", -1}, {"index", 0}, {"middle", 1}, {"ring", 2}, {"little", 3}};
const std::map<std::string, Base> kBases = {
    {"stand", Base::stand}, {"supine", Base::supine},   {"prone", Base::prone},
    {"quad", Base::quad},   {"sideL", Base::side_left}, {"sideR", Base::side_right}};
const std::map<std::string, HandMode> kHands = {{"none", HandMode::along_forearm},
                                                {"flat", HandMode::flat},
                                                {"wall", HandMode::wall},
                                                {"dir", HandMode::direction},
                                                {"grip", HandMode::grip}};
const std::map<std::string, HandReference> kReferences = {
    {"thorax", HandReference::thorax}, {"pelvis", HandReference::pelvis},
    {"world", HandReference::world},   {"head", HandReference::head},
    {"thigh", HandReference::thigh},   {"shank", HandReference::shank},
    {"foot", HandReference::foot}};
const Words kPoles = {"back", "out", "down", "front", "backout", "downout", "wdown", "wout"};
const Words kLimbs = {"thigh", "shank", "foot", "upperarm", "forearm", "hand"};
const Words kReachTargets = [] {
  Words words = {"floor", "joint", "pelvis", "thorax", "head", "abs", "keep", "free"};
  for (const std::string& limb : kLimbs)
    for (const char* side : {"", "R", "L"}) words.push_back(limb + side);
  return words;
}();
const Words kProps = {"mat",        "floor",  "pillow", "chair",  "armchair",    "chairback",
                      "chairside",  "stool",  "bed",    "wall",   "doorway",     "door",
                      "counter",    "table",  "slab",   "step",   "stairs",      "rail",
                      "bike",       "marker", "card",   "water",  "ball",        "roll",
                      "dowel",      "stick",  "band",   "strap",  "cord",        "towel",
                      "bandanchor", "pulley", "box",    "weight", "ankleweight", "hammer"};
const Words kHeaderWords = {"view", "side", "style", "closeup", "prop", "arrow", "pose"};
const Words kPoseWords = {"body",  "legs",    "legR",   "legL",   "arms",  "armR",
                          "armL",  "reach",   "reachR", "reachL", "hands", "handR",
                          "handL", "contact", "anchor", "floor"};
constexpr double kGripCurl = 85;
constexpr std::size_t kMostPoses = 4;

const std::string& read_joint(Line& line) { return line.one_of(joint_names(), "a joint"); }

template <typename T>
void unknown_key(const Line& line, const std::string& key, const Numbers<T>& numbers, Words more,
                 const std::string& what) {
  for (const auto& entry : numbers) more.push_back(entry.first);
  line.not_one_of(key, more, what);
}

// ---- what a pose line says

void read_body(Line& line, Pose& pose) {
  while (line.more()) {
    const std::string key = line.word("a key");
    if (key == "base") {
      pose.base = line.named(kBases, "a base");
    } else if (key == "straightarms") {
      pose.straight_arms = line.one_of({"0", "1"}, "0 or 1") == "1";
    } else if (const auto found = kBodyNumbers.find(key); found != kBodyNumbers.end()) {
      pose.*found->second = line.real(key);
    } else {
      unknown_key(line, key, kBodyNumbers, {"base", "straightarms"}, "a key of the body");
    }
  }
}

void read_hip(Line& line, LegPose& leg) {
  leg.hip_auto = line.take("auto");
  leg.hip_vertical = !leg.hip_auto && line.take("vert");
  if (!leg.hip_auto && !leg.hip_vertical) leg.hip = line.real("hip");
}

void read_leg(Line line, LegPose& leg) {
  while (line.more()) {
    const std::string key = line.word("a key");
    if (key == "hip") {
      read_hip(line, leg);
    } else if (key == "ankle") {
      leg.ankle_flat = line.take("flat");
      if (!leg.ankle_flat) leg.ankle = line.real("ankle");
    } else if (key == "keep") {
      line.one_of({"ankle"}, "what a leg can keep");
      leg.keep_ankle = true;
      leg.reach_joint.clear();
    } else if (key == "to") {
      line.one_of({"joint"}, "what a leg can reach");
      leg.reach_joint = read_joint(line);
      leg.reach_offset = line.vector("the offset from the joint");
      leg.keep_ankle = false;
    } else if (key == "free") {
      leg.keep_ankle = false;
      leg.reach_joint.clear();
    } else if (const auto found = kLegNumbers.find(key); found != kLegNumbers.end()) {
      leg.*found->second = line.real(key);
    } else {
      unknown_key(line, key, kLegNumbers, {"keep", "to", "free"}, "a key of a leg");
    }
  }
}

std::string read_directions(Line& line, const std::string& what) {
  static const Words kDirections = {"med", "lat", "up", "down", "front", "back"};
  const std::string words = line.word("a direction for " + what);
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find('+', begin), words.size());
    const std::string word = words.substr(begin, end - begin);
    if (std::find(kDirections.begin(), kDirections.end(), word) == kDirections.end())
      line.not_one_of(word, kDirections, "a direction for " + what);
    begin = end + 1;
  }
  return words;
}

void read_arm(Line line, ArmPose& arm, Reach& reach) {
  while (line.more()) {
    const std::string key = line.word("a key");
    if (key == "elbow") {
      arm.elbow_level = line.take("level");
      if (!arm.elbow_level) arm.elbow = line.real("elbow");
    } else if (key == "hand") {
      arm.hand = line.named(kHands, "a way to hold the hand");
      if (arm.hand == HandMode::grip) arm.curl = kGripCurl;
    } else if (key == "fing") {
      arm.fingers = read_directions(line, "the fingers");
    } else if (key == "palm") {
      arm.palm = read_directions(line, "the palm");
    } else if (key == "ref") {
      arm.reference = line.named(kReferences, "a frame for the hand");
    } else if (key == "free") {
      reach = {};
      arm.hand = HandMode::along_forearm;
    } else if (key == "touch") {
      arm.touching = line.named(kFingers, "a finger");
    } else if (const auto digit = kFingerNumbers.find(key); digit != kFingerNumbers.end()) {
      arm.*digit->second = line.real(key);
    } else if (const auto found = kArmNumbers.find(key); found != kArmNumbers.end()) {
      arm.*found->second = line.real(key);
    } else {
      unknown_key(line, key, kArmNumbers,
                  {"hand", "fing", "palm", "ref", "free", "knuckle", "mid", "end", "touch"},
                  "a key of an arm");
    }
  }
  const bool points = arm.hand == HandMode::direction || arm.hand == HandMode::grip;
  if (points && (arm.fingers.empty() || arm.palm.empty()))
    line.fail("A hand that points or grips needs \"fing\" and \"palm\".");
}

Reach read_reach(Line line, Side side, bool both) {
  Reach reach;
  reach.to = line.one_of(kReachTargets, "where a hand can reach");
  if (reach.to == "free") return {};
  if (reach.to == "joint") reach.joint = read_joint(line);
  const char last = reach.to.back();
  if (last == 'R' || last == 'L') {
    reach.limb_side = last == 'R' ? Side::right : Side::left;
    reach.to.pop_back();
  }
  if (reach.to != "keep") reach.offset = line.vector("the offset");
  if (both) reach.offset.z *= sign_of(side);
  if (line.take("pole")) reach.pole = line.one_of(kPoles, "a pole");
  line.end();
  return reach;
}

void read_contact(Line& line, Pose& pose) {
  pose.contact.clear();
  do pose.contact.push_back(line.one_of(contact_groups(), "a contact group"));
  while (line.more() && pose.contact.size() < 2);
  line.end();
}

void read_anchor(Line& line, Pose& pose) {
  pose.anchor = read_joint(line);
  pose.anchor_at = {line.real("x of the anchor")};
  if (line.more()) pose.anchor_at.push_back(line.real("z of the anchor"));
  line.end();
}

// "legs" is both, "legR" and "legL" one.
template <typename Read>
void for_sides(const std::string& head, Read read) {
  const bool one = head.back() == 'R' || head.back() == 'L';
  for (Side side : kSides)
    if (!one || (head.back() == 'L') == (side == Side::left)) read(side, !one);
}

void read_pose_line(const std::string& head, Line& line, Pose& pose) {
  if (head == "body") {
    read_body(line, pose);
  } else if (head.compare(0, 3, "leg") == 0) {
    for_sides(head, [&](Side side, bool) { read_leg(line, pose.leg[int(side)]); });
  } else if (head.compare(0, 3, "arm") == 0) {
    for_sides(head,
              [&](Side side, bool) { read_arm(line, pose.arm[int(side)], pose.reach[int(side)]); });
  } else if (head.compare(0, 5, "reach") == 0) {
    for_sides(head,
              [&](Side side, bool both) { pose.reach[int(side)] = read_reach(line, side, both); });
  } else if (head.compare(0, 4, "hand") == 0) {
    const std::string place = line.one_of(hand_place_names(), "a place for a hand");
    for_sides(head, [&](Side side, bool) {
      put_hand(place, side, pose.arm[int(side)], pose.reach[int(side)]);
    });
    line.end();
  } else if (head == "contact") {
    read_contact(line, pose);
  } else if (head == "anchor") {
    read_anchor(line, pose);
  } else {
    pose.floor = line.real("the height of the floor");
    line.end();
  }
}

// ---- what a header line says

int pose_named(const Scene& scene, const std::string& name) {
  for (std::size_t i = 0; i < scene.poses.size(); ++i)
    if (scene.poses[i].name == name) return int(i);
  return -1;
}

int read_pose_name(Line& line, const Scene& scene) {
  const std::string name = line.word("the name of a pose");
  const int index = pose_named(scene, name);
  if (index >= 0) return index;
  Words names;
  for (const Pose& pose : scene.poses) names.push_back(pose.name);
  line.not_one_of(name, names, "an earlier pose");
}

void read_pose(Line& line, Scene& scene) {
  const std::string name = line.word("the name of the pose");
  if (pose_named(scene, name) >= 0) line.fail("There are two poses \"" + name + "\". Rename one.");
  if (scene.poses.size() == kMostPoses) line.fail("A scene has at most four poses.");
  Pose pose;
  if (line.take("=")) {
    const int source = read_pose_name(line, scene);
    pose = scene.poses[source];
    pose.inherits = source;
  }
  line.end();
  pose.name = name;
  scene.poses.push_back(pose);
}

void read_ring(Line& line, Arrow& arrow) {
  arrow.kind = Arrow::Kind::ring;
  arrow.joint = read_joint(line);
  const Numbers<Arrow> numbers = {{"r", &Arrow::ring_radius}, {"from", &Arrow::from_angle},
                                  {"to", &Arrow::to_angle},   {"dx", &Arrow::dx},
                                  {"dy", &Arrow::dy},         {"dz", &Arrow::dz}};
  while (line.more() && numbers.count(line.peek())) {
    const std::string key = line.word("a key");
    arrow.*numbers.at(key) = line.real(key);
  }
  if (arrow.ring_radius <= 0) line.fail("A ring needs a radius: \"r .22\".");
  if (arrow.from_angle == arrow.to_angle) line.fail("A ring needs angles: \"from 0 to 90\".");
}

void read_path(Line& line, Arrow& arrow) {
  arrow.kind = Arrow::Kind::path;
  while (line.number_follows()) {
    const double x = line.real("x of the path");
    arrow.points.push_back({x, .004, line.real("z of the path")});
  }
  if (arrow.points.size() < 2) line.fail("A path needs two points or more: \"path 0 0 .4 0\".");
}

void read_arrow_kind(Line& line, Arrow& arrow) {
  if (line.take("at")) {
    arrow.kind = Arrow::Kind::straight;
    arrow.joint = read_joint(line);
    arrow.from = line.vector("the tail of the arrow");
    if (!line.take("to")) line.fail("Between the tail and the head of an arrow stands \"to\".");
    arrow.to = line.vector("the head of the arrow");
  } else if (line.take("ring")) {
    read_ring(line, arrow);
  } else if (line.take("arc")) {
    arrow.plane = Arrow::Plane::side;
    read_ring(line, arrow);
  } else if (line.take("frontarc")) {
    arrow.plane = Arrow::Plane::front;
    read_ring(line, arrow);
  } else if (line.take("turn")) {
    arrow.plane = Arrow::Plane::limb;
    read_ring(line, arrow);
  } else if (line.take("path")) {
    read_path(line, arrow);
  } else if (line.take("tighten")) {
    arrow.kind = Arrow::Kind::tighten;
    arrow.joint = read_joint(line);
    if (line.number_follows()) arrow.from = line.vector("the offset of the mark");
  } else {
    arrow.joint = read_joint(line);
  }
}

void read_arrow(Line& line, Scene& scene) {
  Arrow arrow;
  read_arrow_kind(line, arrow);
  while (line.more()) {
    const std::string option =
        line.one_of({"off", "both", "press", "pose"}, "an option of an arrow");
    if (option == "off") arrow.off = line.real("off");
    if (option == "both") arrow.both = true;
    if (option == "press") arrow.press = true;
    if (option == "pose") arrow.pose = read_pose_name(line, scene);
  }
  scene.arrows.push_back(arrow);
}

void read_prop(Line& line, Scene& scene) {
  Prop prop;
  prop.kind = line.one_of(kProps, "a prop");
  prop.line = line.number();
  while (line.more()) prop.words.push_back(line.word("a word"));
  scene.props.push_back(prop);
}

void read_header_line(const std::string& head, Line& line, Scene& scene) {
  if (head == "view") {
    scene.camera.azimuth = line.real("azimuth");
    scene.camera.elevation = line.real("elevation");
    line.end();
  } else if (head == "side") {
    scene.written_for = line.one_of({"R", "L"}, "a side") == "R" ? Side::right : Side::left;
    line.end();
  } else if (head == "style") {
    line.one_of({"hair"}, "a style");
    scene.bun = line.one_of({"bun", "short"}, "hair") == "bun";
    line.end();
  } else if (head == "closeup") {
    scene.closeup.part =
        line.named(std::map<std::string, CloseUp::Part>{{"hand", CloseUp::Part::hand},
                                                        {"foot", CloseUp::Part::foot},
                                                        {"head", CloseUp::Part::head},
                                                        {"bust", CloseUp::Part::bust}},
                   "a part for a close-up");
    if (line.more())
      scene.closeup.side = line.one_of({"R", "L"}, "a side") == "R" ? Side::right : Side::left;
    line.end();
  } else if (head == "prop") {
    read_prop(line, scene);
  } else if (head == "arrow") {
    read_arrow(line, scene);
  } else {
    read_pose(line, scene);
  }
}

void read_line(Line& line, Scene& scene) {
  const std::string head = line.word("a word");
  if (std::find(kHeaderWords.begin(), kHeaderWords.end(), head) != kHeaderWords.end()) {
    read_header_line(head, line, scene);
    return;
  }
  if (std::find(kPoseWords.begin(), kPoseWords.end(), head) == kPoseWords.end()) {
    Words all = kHeaderWords;
    all.insert(all.end(), kPoseWords.begin(), kPoseWords.end());
    line.not_one_of(head, all, "a word that begins a line");
  }
  if (scene.poses.empty()) line.fail("\"" + head + "\" stands before the first \"pose start\".");
  read_pose_line(head, line, scene.poses.back());
}

// What only the whole scene shows: words that look back need a pose to look back to.
void check_inheritance(const Scene& scene, const std::string& where, int line) {
  for (const Pose& pose : scene.poses) {
    bool keeps = false;
    for (int i = 0; i < 2; ++i)
      keeps = keeps || pose.leg[i].keep_ankle || pose.reach[i].to == "keep";
    if (keeps && pose.inherits < 0)
      throw Error(ErrorKind::invalid, where + ":" + std::to_string(line),
                  "Pose \"" + pose.name + "\" keeps something, but there is no pose before it. " +
                      "Write \"pose " + pose.name + " = start\".");
  }
}

}  // namespace

const std::vector<std::string>& joint_names() {
  static const Words kNames = [] {
    Words names = {"pelvis", "c7", "head", "mouth", "mid", "belly"};
    for (const char* pair : {"hip", "kn", "an", "toe", "sh", "el", "wr", "fing"})
      for (const char* side : {"R", "L"}) names.push_back(std::string(pair) + side);
    return names;
  }();
  return kNames;
}

Scene parse_scene(std::string_view text, const std::string& where, int first_line) {
  Scene scene;
  int number = first_line;
  for (std::size_t begin = 0; begin <= text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line line(text.substr(begin, end - begin), where, number);
    if (line.more()) read_line(line, scene);
    begin = end + 1;
  }
  if (scene.poses.empty())
    throw Error(ErrorKind::invalid, where + ":" + std::to_string(first_line),
                "A scene needs a pose. Write \"pose start\" and the lines that pose the figure.");
  check_inheritance(scene, where, first_line);
  return scene;
}

}  // namespace kinescript
