// SPDX-License-Identifier: MIT
#include "figure/equipment.h"

#include <limits>

#include "figure/prop_words.h"
#include "figure/solids.h"

namespace kinescript {
namespace {

constexpr double kBandRadius = .0075, kCordRadius = .005, kStickRadius = .011, kTowelRadius = .012;
constexpr V3 kAcross{0, 0, 1};

double lowest_of(const Body& body, std::initializer_list<Segment> segments) {
  double least = std::numeric_limits<double>::infinity();
  for (const Part& part : body.parts) {
    for (const Ellipsoid& e : part.ellipsoids) {
      for (const Segment segment : segments) {
        if (e.segment == segment) least = std::min(least, e.centre.y - length(e.axes.row1));
      }
    }
  }
  return least;
}

class Equipment {
 public:
  Equipment(std::vector<Solid>& out, const Posed& posed)
      : out_(out), posed_(posed), s_(posed.skeleton), floor_(posed.skeleton.pose.floor) {}

  bool add(const Prop& prop) {
    PropWords words(prop);
    if (prop.kind == "pillow") {
      add_pillow(words);
    } else if (prop.kind == "ball") {
      add_ball(words);
    } else if (prop.kind == "roll") {
      add_roll(words);
    } else if (prop.kind == "dowel") {
      add_dowel(words);
    } else if (prop.kind == "stick") {
      add_stick(words);
    } else if (prop.kind == "towel") {
      add_towel(words);
    } else if (prop.kind == "band") {
      add_band(words);
    } else if (prop.kind == "bandanchor") {
      add_anchored_band();
    } else if (prop.kind == "strap") {
      add_route(words, Tint::pillow, .008);
    } else if (prop.kind == "cord") {
      add_route(words, Tint::ink, kCordRadius);
    } else if (prop.kind == "pulley") {
      add_pulley(words);
    } else if (prop.kind == "box") {
      add_box(words);
    } else if (prop.kind == "weight") {
      add_weight(words);
    } else if (prop.kind == "ankleweight") {
      add_ankle_weight(words);
    } else if (prop.kind == "hammer") {
      add_hammer(words);
    } else {
      return false;
    }
    words.end();
    return true;
  }

 private:
  V3 right_palm() const { return palm(s_, Side::right); }
  V3 left_palm() const { return palm(s_, Side::left); }

  void add_tube(Tint tint, const std::vector<V3>& points, double radius) {
    out_.push_back(tube(tint, points, radius));
    if (radius < .01) out_.back().line = kDetailLine;
  }
  void add_route(PropWords& words, Tint tint, double radius) {
    const Route way = route(words, s_);
    for (const V3 hook : way.hooks) add_hook(hook);
    add_tube(tint, way.points, radius);
  }
  // A post to which something is made fast.
  void add_hook(V3 at) {
    const double top = at.y + .06;
    out_.push_back(block(Tint::wood, {at.x, top / 2, at.z}, M3{}, {.014, top / 2, .014}));
  }

  // A pillow is soft: it fills what is under the part that lies on it.
  void add_pillow(PropWords& words) {
    const std::string at = words.word({"head", "belly", "knees", "ankles", "back", "at"}, "head");
    Solid solid;
    solid.tint = Tint::pillow, solid.backdrop = true;
    const auto bag = [&solid](V3 a, V3 b, V3 half) {
      for (const V3 centre : {a, b}) {
        Ellipsoid e;
        e.centre = centre, e.axes = scale_columns(M3{}, half.x, half.y, half.z);
        solid.ellipsoids.push_back(e);
      }
      solid.links = {{0, 1}};
    };
    const bool on_side = s_.pose.base == Base::side_left || s_.pose.base == Base::side_right;
    if (at == "at") {
      const V3 centre = words.vector(), half = words.vector();
      bag(centre - V3{half.x * .4, 0, 0}, centre + V3{half.x * .4, 0, 0},
          {half.x * .6, half.y, half.z});
    } else if (at == "head") {
      const double under = lowest_of(posed_.body, {Segment::head}) - floor_;
      const double half = std::max(.014, under / 2 + .006);
      const bool supine = s_.pose.base == Base::supine;
      const V3 middle{s_.head.x, floor_ + half, supine ? 0 : s_.head.z};
      bag(middle + V3{supine ? -.055 : -.05, 0, 0}, middle + V3{supine ? .04 : .05, 0, 0},
          {.035, half, .11});
    } else if (at == "back") {  // against a chair's back
      const V3 loin = s_.spine_at(.12) + s_.spine_frame(.12) * V3{-.075, 0, 0};
      const V3 up = s_.spine_frame(.12).column(1) * .045;
      bag(loin - up, loin + up, {.03, .04, .09});
    } else if (at == "belly") {
      const V3 navel = s_.spine_at(.06);
      const double half =
          std::max(.016, (lowest_of(posed_.body, {Segment::pelvis}) - floor_) / 2 + .004);
      bag({navel.x - .045, floor_ + half, navel.z}, {navel.x + .045, floor_ + half, navel.z},
          {.05, half, .15});
    } else if (on_side) {  // between the legs
      const std::array<V3, 2>& joint = at == "knees" ? s_.knee : s_.ankle;
      const V3 middle = (joint[0] + joint[1]) * .5;
      const V3 along = unit(s_.ankle[0] - s_.knee[0]) * .06;
      const double half = std::max(.012, std::abs(joint[0].y - joint[1].y) / 2 - .028);
      bag(middle - along, middle + along, {.06, half, .06});
      solid.backdrop = false;
    } else {  // under them
      const std::array<V3, 2>& joint = at == "knees" ? s_.knee : s_.ankle;
      const V3 middle = (joint[0] + joint[1]) * .5;
      const double half = std::max(.014, (std::min(joint[0].y, joint[1].y) - .030 - floor_) / 2);
      bag({middle.x - .03, floor_ + half, middle.z}, {middle.x + .03, floor_ + half, middle.z},
          {.055, half, .14});
    }
    out_.push_back(std::move(solid));
  }

  void add_ball(PropWords& words) {
    std::vector<std::string> allowed = {"knees", "at"};
    allowed.insert(allowed.end(), place_names().begin(), place_names().end());
    const std::string at = words.word(allowed, "");
    const V3 offset = words.number_follows() ? words.vector() : V3{};
    const double radius = words.number_or(at == "knees" ? .05 : .028);
    const V3 centre = at == "knees"    ? (s_.knee[0] + s_.knee[1]) * .5 + offset
                      : at == "pelvis" ? s_.pelvis + s_.pelvis_frame * offset
                      : at == "at"     ? offset
                                       : place(s_, at) + offset;
    out_.push_back(sphere(Tint::ball, centre, radius));
  }

  // A rolled towel or a foam roll: without a radius it fills what is under the joint.
  void add_roll(PropWords& words) {
    std::vector<std::string> allowed = {"at"};
    allowed.insert(allowed.end(), place_names().begin(), place_names().end());
    const std::string at = words.word(allowed, "");
    V3 centre;
    double radius = .04;
    if (at == "at") {
      centre = words.vector();
      radius = words.number();
    } else {
      const V3 joint = place(s_, at);
      const double under = joint.y - thickness_at(at);
      radius = words.number_or(std::max(.012, (under - floor_) / 2));
      centre = {joint.x, under - radius, joint.z};
    }
    const double half = words.take("half") ? words.number() : at == "at" ? .12 : .09;
    const V3 along = words.take("lengthwise") ? V3{1, 0, 0} : kAcross;
    add_tube(Tint::pillow, {centre - along * half, centre + along * half}, radius);
  }
  // Half the body's thickness below a joint when it lies on its back or face.
  static double thickness_at(const std::string& joint) {
    const std::string kind = joint.substr(0, 2);
    if (kind == "kn") return .0325;
    if (kind == "an") return .020;
    if (kind == "so") return 0;
    if (kind == "wr" || kind == "ha" || kind == "fi") return .016;
    if (kind == "el") return .0235;
    if (kind == "hi" || kind == "pe") return .070;
    if (kind == "he") return .055;
    if (kind == "c7") return .040;
    return .058;
  }

  void add_dowel(PropWords& words) {
    if (words.word({"shoulders", "hands"}, "shoulders") == "hands") {
      const V3 along = unit(right_palm() - left_palm()) * .08;
      add_tube(Tint::wood, {left_palm() - along, right_palm() + along}, kStickRadius);
      return;
    }
    const V3 centre = s_.c7 + s_.thorax_frame * V3{-.030, -.02, 0},
             along = s_.thorax_frame * V3{0, 0, .30};
    add_tube(Tint::wood, {centre - along, centre + along}, kStickRadius);
  }
  void add_stick(PropWords& words) {
    if (words.take("back")) {  // along the spine, from the buttocks to over the head
      const V3 low = s_.pelvis + s_.pelvis_frame * V3{-.085, -.06, 0};
      const V3 high = s_.head + s_.head_frame * V3{-.075, .02, 0};
      add_tube(Tint::wood, {low, high + unit(high - low) * .09}, kStickRadius);
      return;
    }
    Route way = route(words, s_);
    const V3 first = unit(way.points[0] - way.points[1]) * .06;
    const V3 last = unit(way.points.back() - way.points[way.points.size() - 2]) * .06;
    way.points.front() = way.points.front() + first;
    way.points.back() = way.points.back() + last;
    add_tube(Tint::wood, way.points, kStickRadius);
  }
  void add_towel(PropWords& words) {
    if (words.take("hands"))
      return add_tube(Tint::pillow, {left_palm(), right_palm()}, kTowelRadius);
    if (words.take("knees")) return add_tube(Tint::pillow, {s_.knee[1], s_.knee[0]}, .03);
    if (words.take("head")) {
      const V3 neck = s_.atlas + s_.head_frame * V3{-.035, 0, 0};
      return add_tube(Tint::pillow, {neck - kAcross * .09, neck + kAcross * .09}, .020);
    }
    if (words.take("neck")) return add_towel_round_neck();
    if (words.more() && !words.take("elbow")) return add_route(words, Tint::pillow, kTowelRadius);
    add_towel_at_elbow();
  }

  // From hand to hand round the back of the neck: the nape's piece lies behind, the ends before.
  void add_towel_round_neck() {
    constexpr double kRound = .046;
    const V3 nape = s_.c7 * .35 + s_.atlas * .65 + s_.thorax_frame * V3{.006, 0, 0};
    std::vector<V3> round;
    for (int k = 0; k <= 8; ++k) {
      const double angle = (180.0 * k / 8) * kDegree;  // left, back, right
      round.push_back(nape +
                      s_.head_frame * V3{-kRound * std::sin(angle), 0, -kRound * std::cos(angle)});
    }
    add_tube(Tint::pillow, round, kTowelRadius);
    for (const Side side : kSides) {
      const V3 hand = palm(s_, side);
      std::vector<V3> end = {side == Side::left ? round.front() : round.back()};
      if (hand.y < s_.c7.y - .02)
        end.push_back(s_.c7 + s_.thorax_frame * V3{.066, -.020, sign_of(side) * .052});
      end.push_back(hand);
      add_tube(Tint::pillow, end, kTowelRadius);
    }
  }
  // Rolled between the right elbow and the ribs, its ends before and behind the arm.
  void add_towel_at_elbow() {
    const M3& arm = s_.upper_arm_frame[0];
    const V3 inward = unit(s_.spine_at(.14) - s_.elbow[0]);
    const V3 centre = s_.elbow[0] * .75 + s_.shoulder[0] * .25 + inward * .034;
    const V3 along = arm.column(0) * .062;
    add_tube(Tint::pillow, {centre - along, centre + along}, .024);
  }

  // A loop round both legs: the outline of the two limbs, across their long axes.
  void add_loop(const std::array<V3, 2>& joint, const M3& limb, double thick) {
    const V3 across = unit(joint[0] - joint[1]), front = limb.column(0);
    const V3 middle = (joint[0] + joint[1]) * .5;
    const double half = length(joint[0] - joint[1]) / 2;
    std::vector<V3> points;
    for (int k = 0; k <= 28; ++k) {
      const double angle = 360.0 / 28 * k * kDegree, along = std::cos(angle);
      points.push_back(middle + across * (along * thick + (along < 0 ? -half : half)) +
                       front * (std::sin(angle) * thick));
    }
    add_tube(Tint::band, points, kBandRadius);
  }
  void add_band(PropWords& words) {
    if (!words.more() || words.take("hands"))
      return add_tube(Tint::band, {left_palm(), right_palm()}, kBandRadius);
    if (words.take("knees")) {
      const std::array<V3, 2> above = {s_.knee[0] * .8 + s_.hip[0] * .2,
                                       s_.knee[1] * .8 + s_.hip[1] * .2};
      return add_loop(above, s_.thigh_frame[0], .040);
    }
    if (words.take("ankles")) {
      const std::array<V3, 2> above = {s_.ankle[0] * .85 + s_.knee[0] * .15,
                                       s_.ankle[1] * .85 + s_.knee[1] * .15};
      return add_loop(above, s_.shank_frame[0], .029);
    }
    add_route(words, Tint::band, kBandRadius);
  }
  void add_anchored_band() {
    const V3 anchor{s_.ankle[0].x + .24, s_.elbow[0].y, -.40},
        hand = s_.wrist[0] + s_.hand_frame[0] * V3{0, -.045, 0};
    out_.push_back(block(Tint::wood, {anchor.x, .36, anchor.z - .012}, M3{}, {.014, .36, .014}));
    add_tube(Tint::band, {hand, anchor}, kBandRadius);
  }
  // A wheel over the door at x y; its cord runs to both hands.
  void add_pulley(PropWords& words) {
    const double x = words.number(), y = words.number();
    constexpr double kWheel = .045;
    out_.push_back(disc(Tint::metal, {x, y, 0}, rotate_y(90), kWheel, .010));
    add_tube(Tint::ink, {right_palm(), {x, y, kWheel}}, kCordRadius);
    add_tube(Tint::ink, {left_palm(), {x, y, -kWheel}}, kCordRadius);
    for (const V3 hand : {right_palm(), left_palm()})
      add_tube(Tint::wood, {hand - V3{.03, 0, 0}, hand + V3{.03, 0, 0}}, kStickRadius);
  }
  void add_box(PropWords& words) {
    if (words.number_follows()) {
      const V3 centre = words.vector();
      out_.push_back(block(Tint::ball, centre, M3{}, {.07, .055, .09}));
      return;
    }
    words.word({"hands"}, "hands");
    const V3 centre = (right_palm() + left_palm()) * .5, across = right_palm() - left_palm();
    const V3 z = unit(across), x = unit(cross(V3{0, 1, 0}, z));
    const double half = std::max(.03, length(across) / 2 - .012);
    out_.push_back(block(Tint::ball, centre, from_columns(x, cross(z, x), z), {.06, .05, half}));
  }

  void add_dumbbell(V3 centre, V3 along) {
    const V3 axis = unit(along);
    const V3 aside = unit(cross(axis, std::abs(axis.y) < .9 ? V3{0, 1, 0} : V3{1, 0, 0}));
    const M3 frame = from_columns(aside, cross(axis, aside), axis);
    out_.push_back(tube(Tint::metal, {centre - axis * .05, centre + axis * .05}, .009));
    for (const double end : {-.052, .052})
      out_.push_back(disc(Tint::band, centre + axis * end, frame, .024, .014));
  }
  void add_weight(PropWords& words) {
    const std::string at = words.word({"hands", "chest", "handR", "handL"}, "hands");
    if (at == "chest")
      add_dumbbell(s_.spine_at(.24) + s_.thorax_frame * V3{.095, 0, 0},
                   s_.thorax_frame * V3{0, 0, 1});
    for (const Side side : kSides) {
      const bool here = at == "hands" || (at == "handR" && side == Side::right) ||
                        (at == "handL" && side == Side::left);
      if (here)
        add_dumbbell(palm(s_, side), s_.hand_frame[static_cast<std::size_t>(side)] * V3{1, 0, 0});
    }
  }
  // A cuff round the shank above the ankle.
  void add_ankle_weight(PropWords& words) {
    const std::string at = words.word({"R", "L", "both"}, "both");
    for (const Side side : kSides) {
      if (at != "both" && (at == "R") != (side == Side::right)) continue;
      const auto i = static_cast<std::size_t>(side);
      const V3 centre = s_.ankle[i] * .84 + s_.knee[i] * .16;
      const M3& shank = s_.shank_frame[i];
      const M3 frame = from_columns(shank.column(2), shank.column(0), shank.column(1));
      out_.push_back(disc(Tint::band, centre, frame, .033, .026));
    }
  }
  // Held at its handle; its head shows which way the forearm turns.
  void add_hammer(PropWords& words) {
    const Side side = words.word({"handR", "handL"}, "handR") == "handR" ? Side::right : Side::left;
    const V3 along = s_.hand_frame[static_cast<std::size_t>(side)] * V3{1, 0, 0};
    const V3 across = s_.hand_frame[static_cast<std::size_t>(side)] * V3{0, 1, 0};
    const V3 grip = palm(s_, side), head = grip + along * .15;
    add_tube(Tint::wood, {grip - along * .035, head}, .009);
    add_tube(Tint::metal, {head - across * .032, head + across * .032}, .017);
  }

  std::vector<Solid>& out_;
  const Posed& posed_;
  const Skeleton& s_;
  double floor_;
};

}  // namespace

bool add_equipment(std::vector<Solid>& out, const Prop& prop, const Posed& posed) {
  return Equipment(out, posed).add(prop);
}

}  // namespace kinescript
