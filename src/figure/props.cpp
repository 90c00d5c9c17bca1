// SPDX-License-Identifier: MIT
#include "figure/props.h"

#include <limits>

#include "figure/equipment.h"
#include "figure/furniture.h"
#include "figure/prop_words.h"
#include "figure/solids.h"

namespace kinescript {
namespace {

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

class PropBuilder {
 public:
  PropBuilder(const std::vector<Posed>& poses, std::size_t which)
      : poses_(poses), posed_(poses[which]), s_(posed_.skeleton) {}

  void add(const Prop& prop) {
    if (add_equipment(out, prop, posed_)) return;
    PropWords words(prop);
    if (prop.kind == "chair" || prop.kind == "stool" || prop.kind == "armchair") {
      add_seat(words, prop.kind);
    } else if (prop.kind == "bed") {
      add_lying_place(words);
    } else if (prop.kind == "chairback" || prop.kind == "chairside") {
      add_support_chair(out, words.place());
    } else if (prop.kind == "wall") {
      const double x = words.number();
      add_wall(out, x, words.number_or(1));
    } else if (prop.kind == "doorway") {
      const double x = words.number();
      add_doorway(out, x, words.number_or(.25));
    } else if (prop.kind == "door") {
      const double x = words.number();
      add_door(out, x, x < poses_.front().skeleton.pelvis.x ? -1 : 1);
    } else if (prop.kind == "counter") {
      add_counter(out, words.place());
    } else if (prop.kind == "table") {
      const FloorPlace place = words.place();
      add_table(out, place, words.number_or(.43));
    } else if (prop.kind == "slab") {
      add_slab(words);
    } else if (prop.kind == "step") {
      const double x = words.number(), height = words.number();
      out.push_back(block(Tint::wood, {x, height / 2, 0}, M3{}, {.11, height / 2, .22}));
    } else if (prop.kind == "stairs") {
      add_steps(words);
    } else if (prop.kind == "rail") {
      const V3 from = words.vector();
      add_rail(out, from, words.vector());
    } else if (prop.kind == "marker") {
      const double x = words.number();
      add_marker(out, x, words.number());
    } else if (prop.kind == "card") {
      add_card(out, words.vector());
    } else if (prop.kind == "bike") {
      add_exercise_bike();
    }
    words.end();
  }

  std::vector<Solid> out;

 private:
  void add_seat(PropWords& words, const std::string& kind) {
    const Seat seat = seat_of(poses_);
    FloorPlace place{seat.hips.x + .05, seat.hips.z, 0};
    if (words.number_follows()) place = words.place();
    const double height = words.number_or(seat.height);
    add_chair(out, place, height, kind != "stool");
    if (kind == "armchair") add_armrests(out, place, height + .115);
  }
  // Without a height, under what lies on it.
  void add_lying_place(PropWords& words) {
    const double from = words.number(), to = words.number();
    const double floor = poses_.front().skeleton.pose.floor;
    const double top = words.number_or(floor > 0 ? floor : seat_of(poses_).height);
    add_bed(out, from, to, top, words.number_or(.20));
  }
  // From x to x and z to z, its top at a height: what a close-up needs of a table.
  void add_slab(PropWords& words) {
    constexpr double kHalf = .008;
    const double x0 = words.number(), x1 = words.number(), z0 = words.number(), z1 = words.number(),
                 top = words.number();
    out.push_back(block(Tint::wood, {(x0 + x1) / 2, top - kHalf, (z0 + z1) / 2}, M3{},
                        {std::abs(x1 - x0) / 2, kHalf, std::abs(z1 - z0) / 2}));
  }
  void add_steps(PropWords& words) {
    const double x = words.number(), depth = words.number(), rise = words.number();
    add_stairs(out, x, depth, rise, static_cast<int>(words.number()));
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
    if (prop.kind != "mat" && prop.kind != "floor" && prop.kind != "water") builder.add(prop);
  }
  return builder.out;
}

double water_height(const Prop& water) {
  PropWords words(water);
  const double height = words.number();
  words.end();
  return height;
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
