// SPDX-License-Identifier: MIT
#include "figure/props.h"

#include <limits>

#include "base/error.h"
#include "base/text.h"
#include "figure/furniture.h"
#include "figure/solids.h"

namespace kinescript {
namespace {

// The rest of a prop's line: words and numbers in order.
class Words {
 public:
  explicit Words(const Prop& prop) : prop_(prop) {}
  bool more() const { return at_ < prop_.words.size(); }
  bool number_follows() const { return more() && parse_double(prop_.words[at_]).has_value(); }
  std::string word(const std::vector<std::string>& allowed, const std::string& otherwise) {
    if (!more() && !otherwise.empty()) return otherwise;
    const std::string given = more() ? prop_.words[at_] : "";
    if (std::find(allowed.begin(), allowed.end(), given) == allowed.end()) {
      fail("does not know \"" + given + "\"." + did_you_mean(given, allowed) +
           " It takes one of: " + join(allowed, ", ") + ".");
    }
    ++at_;
    return given;
  }
  double number() {
    const auto value = more() ? parse_double(prop_.words[at_]) : std::nullopt;
    if (!value) fail("needs another number (see the words of src/figure/props.h).");
    ++at_;
    return *value;
  }
  V3 vector() {
    V3 v;
    v.x = number(), v.y = number(), v.z = number();
    return v;
  }
  double number_or(double otherwise) { return more() ? number() : otherwise; }
  FloorPlace place() {
    FloorPlace place;
    place.x = number(), place.z = number(), place.yaw = number_or(0);
    return place;
  }
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::invalid, "scene:" + std::to_string(prop_.line),
                "Prop \"" + prop_.kind + "\" " + what);
  }

 private:
  const Prop& prop_;
  std::size_t at_ = 0;
};

double least_height(const Part& part) {
  double least = std::numeric_limits<double>::infinity();
  for (const Ellipsoid& e : part.ellipsoids)
    least = std::min(least, e.centre.y - length(e.axes.row1));
  return least;
}

// The underside of hips and thighs of the pose that sits lowest.
struct Seat {
  double height = std::numeric_limits<double>::infinity();
  V3 hips;
};
Seat seat_of(const std::vector<Posed>& poses) {
  Seat seat;
  for (const Posed& posed : poses) {
    double under = std::numeric_limits<double>::infinity();
    for (const Part& part : posed.body.parts) {
      if (part.segment == Segment::pelvis || part.segment == Segment::thigh)
        under = std::min(under, least_height(part));
    }
    if (under < seat.height) seat = {under, posed.skeleton.pelvis};
  }
  return seat;
}

V3 palm(const Skeleton& s, Side side) {
  const auto i = static_cast<std::size_t>(side);
  return s.wrist[i] + s.hand_frame[i] * V3{0, -.055, -.014 * sign_of(side)};
}

Solid pillow(const Posed& posed) {
  double under = std::numeric_limits<double>::infinity();
  for (const Part& part : posed.body.parts) {
    if (part.segment == Segment::head) under = std::min(under, least_height(part));
  }
  const double half = std::max(.014, under / 2 + .006);
  const V3 head = posed.skeleton.head;
  const bool supine = posed.skeleton.pose.base == Base::supine;
  Solid solid;
  solid.tint = Tint::pillow, solid.backdrop = true;
  for (const double x : {supine ? -.055 : -.05, supine ? .04 : .05}) {
    Ellipsoid e;
    e.centre = {head.x + x, half, supine ? 0 : head.z};
    e.axes = scale_columns(M3{}, .035, half, .11);
    solid.ellipsoids.push_back(e);
  }
  solid.links = {{0, 1}};
  return solid;
}

void add_dumbbell(std::vector<Solid>& out, V3 centre, V3 along) {
  const V3 axis = unit(along);
  const V3 aside = unit(cross(axis, std::abs(axis.y) < .9 ? V3{0, 1, 0} : V3{1, 0, 0}));
  const M3 frame = from_columns(aside, cross(axis, aside), axis);
  out.push_back(tube(Tint::metal, {centre - axis * .05, centre + axis * .05}, .009));
  for (const double end : {-.052, .052})
    out.push_back(disc(Tint::band, centre + axis * end, frame, .030, .014));
}

class PropBuilder {
 public:
  PropBuilder(const std::vector<Posed>& poses, std::size_t which)
      : poses_(poses), posed_(poses[which]), s_(posed_.skeleton) {}

  void add(const Prop& prop) {
    Words words(prop);
    if (prop.kind == "pillow") {
      words.word({"head"}, "head");
      out.push_back(pillow(posed_));
    } else if (prop.kind == "chair" || prop.kind == "stool") {
      add_seat(words, prop.kind == "chair");
    } else if (prop.kind == "chairback" || prop.kind == "chairside") {
      add_support_chair(out, words.place());
    } else if (prop.kind == "wall") {
      add_wall(out, words.number());
    } else if (prop.kind == "counter") {
      add_counter(out, words.place());
    } else if (prop.kind == "table") {
      add_table(out, words.place());
    } else if (prop.kind == "step") {
      const double x = words.number(), height = words.number();
      out.push_back(block(Tint::wood, {x, height / 2, 0}, M3{}, {.11, height / 2, .22}));
    } else if (prop.kind == "bike") {
      add_exercise_bike();
    } else {
      add_held(prop.kind, words);
    }
  }

  std::vector<Solid> out;

 private:
  void add_held(const std::string& kind, Words& words) {
    if (kind == "ball") return add_ball(words);
    if (kind == "dowel") return add_dowel(words);
    if (kind == "towel") return add_towel(words);
    if (kind == "band") return add_band(words);
    if (kind == "bandanchor") return add_anchored_band();
    if (kind == "box") return add_box(words);
    if (kind == "weight") return add_weight(words);
  }

  V3 right_palm() const { return palm(s_, Side::right); }
  V3 left_palm() const { return palm(s_, Side::left); }

  void add_seat(Words& words, bool back) {
    const Seat seat = seat_of(poses_);
    FloorPlace place{seat.hips.x + .05, seat.hips.z, 0};
    if (words.more()) place = words.place();
    add_chair(out, place, seat.height, back);
  }
  void add_ball(Words& words) {
    const std::string at = words.word({"knees", "pelvis", "at"}, "");
    const V3 offset = words.vector();
    const double radius = words.number();
    const V3 centre = at == "knees"    ? (s_.knee[0] + s_.knee[1]) * .5 + offset
                      : at == "pelvis" ? s_.pelvis + s_.pelvis_frame * offset
                                       : offset;
    out.push_back(sphere(Tint::ball, centre, radius));
  }
  void add_dowel(Words& words) {
    if (words.word({"shoulders", "hands"}, "shoulders") == "hands") {
      const V3 along = unit(right_palm() - left_palm()) * .08;
      out.push_back(tube(Tint::wood, {left_palm() - along, right_palm() + along}, .011));
      return;
    }
    const V3 centre = s_.c7 + s_.thorax_frame * V3{-.030, -.02, 0},
             along = s_.thorax_frame * V3{0, 0, .30};
    out.push_back(tube(Tint::wood, {centre - along, centre + along}, .011));
  }
  void add_towel(Words& words) {
    const std::string at = words.word({"elbow", "hands", "knees", "head"}, "elbow");
    if (at == "hands") {
      out.push_back(tube(Tint::pillow, {left_palm(), right_palm()}, .012));
    } else if (at == "knees") {
      out.push_back(tube(Tint::pillow, {s_.knee[1], s_.knee[0]}, .03));
    } else if (at == "head") {
      const V3 neck = s_.atlas + s_.head_frame * V3{-.035, 0, 0};
      out.push_back(tube(Tint::pillow, {neck - V3{0, 0, .09}, neck + V3{0, 0, .09}}, .020));
    } else {
      const V3 centre = s_.elbow[0] * .8 + s_.shoulder[0] * .2 + V3{0, 0, -.038};
      out.push_back(tube(Tint::pillow, {centre - V3{.05, 0, 0}, centre + V3{.05, 0, 0}}, .018));
    }
  }
  void add_band(Words& words) {
    const std::string at = words.word({"hands", "knees", "ankles"}, "hands");
    const V3 right = at == "hands" ? right_palm() : at == "knees" ? s_.knee[0] : s_.ankle[0];
    const V3 left = at == "hands" ? left_palm() : at == "knees" ? s_.knee[1] : s_.ankle[1];
    out.push_back(tube(Tint::band, {left, right}, .0075));
    out.back().line = kDetailLine;
  }
  void add_anchored_band() {
    const V3 anchor{s_.ankle[0].x + .24, s_.elbow[0].y, -.40},
        hand = s_.wrist[0] + s_.hand_frame[0] * V3{0, -.045, 0};
    out.push_back(block(Tint::wood, {anchor.x, .36, anchor.z - .012}, M3{}, {.014, .36, .014}));
    out.push_back(tube(Tint::band, {hand, anchor}, .0075));
    out.back().line = kDetailLine;
  }
  void add_box(Words& words) {
    if (words.number_follows()) {
      const V3 centre = words.vector();
      out.push_back(block(Tint::ball, centre, M3{}, {.07, .055, .09}));
      return;
    }
    words.word({"hands"}, "hands");
    const V3 centre = (right_palm() + left_palm()) * .5, across = right_palm() - left_palm();
    const V3 z = unit(across), x = unit(cross(V3{0, 1, 0}, z));
    const double half = std::max(.03, length(across) / 2 - .012);
    out.push_back(block(Tint::ball, centre, from_columns(x, cross(z, x), z), {.06, .05, half}));
  }
  void add_weight(Words& words) {
    const std::string at = words.word({"hands", "chest", "handR", "handL"}, "hands");
    if (at == "chest") {
      const V3 centre = s_.spine_at(.24) + s_.thorax_frame * V3{.095, 0, 0};
      add_dumbbell(out, centre, s_.thorax_frame * V3{0, 0, 1});
    }
    for (const Side side : kSides) {
      const bool here = at == "hands" || (at == "handR" && side == Side::right) ||
                        (at == "handL" && side == Side::left);
      if (here)
        add_dumbbell(out, palm(s_, side),
                     s_.hand_frame[static_cast<std::size_t>(side)] * V3{1, 0, 0});
    }
  }
  // Saddle, pedals and handlebar where hips, feet and hands of all poses are.
  void add_exercise_bike() {
    BikeFit fit;
    // Of the hips alone: on a bike the thighs hang lower than what is sat on.
    fit.saddle = {s_.pelvis.x, lowest(poses_.front().body, "pelvis"), s_.pelvis.z};
    const double share = .5 / static_cast<double>(poses_.size());
    for (const Posed& posed : poses_) {
      for (const Side side : kSides) {
        const auto i = static_cast<std::size_t>(side);
        const V3 ball_of_foot =
            posed.skeleton.ankle[i] + posed.skeleton.foot_frame[i] * V3{.060, -.045, 0};
        fit.crank = fit.crank + ball_of_foot * share;
        fit.grip = fit.grip + palm(posed.skeleton, side) * share;
      }
    }
    for (const Side side : kSides) {
      const auto i = static_cast<std::size_t>(side);
      fit.pedal[i] = s_.ankle[i] + s_.foot_frame[i] * V3{.060, -.050, 0};
      fit.pedal_frame[i] = s_.foot_frame[i];
      fit.hand[i] = palm(s_, side);
    }
    add_bike(out, fit);
  }

  const std::vector<Posed>& poses_;
  const Posed& posed_;
  const Skeleton& s_;
};

}  // namespace

std::vector<Solid> solids_of(const Scene& scene, const std::vector<Posed>& poses,
                             std::size_t which) {
  PropBuilder builder(poses, which);
  for (const Prop& prop : scene.props) {
    if (prop.kind != "mat" && prop.kind != "floor") builder.add(prop);
  }
  return builder.out;
}

bool has_prop(const Scene& scene, const char* kind) {
  return std::any_of(scene.props.begin(), scene.props.end(),
                     [kind](const Prop& p) { return p.kind == kind; });
}

std::optional<Cuboid> mat_of(const Scene& scene, const std::vector<Posed>& poses) {
  if (!has_prop(scene, "mat")) return {};
  constexpr double kLow = .30, kOnFloor = .12, kThickness = .014;
  double left = 9, right = -9, half = .17;
  for (const Posed& posed : poses) {
    for (const Part& part : posed.body.parts) {
      for (const Ellipsoid& e : part.ellipsoids) {
        const double x = length(e.axes.row0), y = length(e.axes.row1), z = length(e.axes.row2);
        if (e.centre.y - y < kLow)
          left = std::min(left, e.centre.x - x), right = std::max(right, e.centre.x + x);
        if (e.centre.y - y < kOnFloor) half = std::max(half, std::abs(e.centre.z) + z + .02);
      }
    }
  }
  half = std::min(half, .24);
  return Cuboid{{(left + right) / 2, -kThickness / 2, 0},
                M3{},
                {(right - left) / 2 + .05, kThickness / 2, half}};
}

}  // namespace kinescript
