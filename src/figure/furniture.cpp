// SPDX-License-Identifier: MIT
#include "figure/furniture.h"

#include "figure/solids.h"

namespace kinescript {
namespace {

// Blocks in the frame of a place on the floor.
class Joiner {
 public:
  Joiner(std::vector<Solid>& out, const FloorPlace& place)
      : out_(out), origin_{place.x, 0, place.z}, frame_(rotate_y(place.yaw)) {}
  void add(Tint tint, V3 centre, V3 half) {
    out_.push_back(block(tint, origin_ + frame_ * centre, frame_, half));
  }
  void post(double x, double z, double bottom, double top) {
    add(Tint::wood, {x, (bottom + top) / 2, z}, {.008, (top - bottom) / 2, .008});
    out_.back().line = kDetailLine;
  }

 private:
  std::vector<Solid>& out_;
  V3 origin_;
  M3 frame_;
};

}  // namespace

void add_chair(std::vector<Solid>& out, const FloorPlace& place, double seat_height, bool back) {
  Joiner chair(out, place);
  constexpr double kThick = .028, kHalf = .125, kPost = .115;
  chair.add(Tint::seat, {0, seat_height - kThick / 2, 0}, {kHalf, kThick / 2, kHalf});
  if (back) chair.add(Tint::seat, {-.135, seat_height + .25, 0}, {.010, .085, kHalf});
  for (const double z : {-kPost, kPost}) {
    chair.post(kPost, z, 0, seat_height - kThick);
    if (back) {
      chair.post(-.135, z, 0, seat_height + .166);
    } else {
      chair.post(-kPost, z, 0, seat_height - kThick);
    }
  }
}

void add_support_chair(std::vector<Solid>& out, const FloorPlace& place) {
  Joiner chair(out, place);
  constexpr double kHeight = .50, kSeat = .245, kHalf = .115, kPost = .105;
  chair.add(Tint::seat, {.13, kSeat, 0}, {.12, .012, kHalf});
  chair.add(Tint::seat, {0, kHeight - .07, 0}, {.010, .07, kHalf});
  for (const double z : {-kPost, kPost}) {
    chair.post(0, z, 0, kHeight - .14);
    chair.post(.24, z, 0, kSeat - .012);
  }
}

void add_armrests(std::vector<Solid>& out, const FloorPlace& place, double height) {
  Joiner chair(out, place);
  for (const double z : {-.132, .132}) {
    chair.add(Tint::wood, {-.01, height - .009, z}, {.125, .009, .016});
    chair.post(.10, z, 0, height - .018);
  }
}

void add_bed(std::vector<Solid>& out, double from, double to, double top, double half_width) {
  constexpr double kMattress = .075, kFrame = .03, kLeg = .012;
  const double middle = (from + to) / 2, half = std::abs(to - from) / 2;
  const double under = top - kMattress - kFrame;
  for (const double x : {from + .04, to - .04}) {
    for (const double z : {-half_width + .03, half_width - .03})
      out.push_back(block(Tint::wood, {x, under / 2, z}, M3{}, {kLeg, under / 2, kLeg}));
  }
  out.push_back(
      block(Tint::wood, {middle, under + kFrame / 2, 0}, M3{}, {half, kFrame / 2, half_width}));
  out.push_back(block(Tint::pillow, {middle, top - kMattress / 2, 0}, M3{},
                      {half, kMattress / 2, half_width}));
}

void add_wall(std::vector<Solid>& out, double x, double height) {
  out.push_back(block(Tint::wall, {x + .02, height / 2, 0}, M3{}, {.02, height / 2, .26}));
  out.back().backdrop = true;
}

void add_doorway(std::vector<Solid>& out, double x, double half) {
  constexpr double kTop = 1.10, kPost = .025, kDeep = .035;
  for (const double z : {-half - kPost, half + kPost})
    out.push_back(block(Tint::wood, {x, kTop / 2, z}, M3{}, {kDeep, kTop / 2, kPost}));
  out.push_back(block(Tint::wood, {x, kTop + kPost, 0}, M3{}, {kDeep, kPost, half + 2 * kPost}));
}

void add_door(std::vector<Solid>& out, double x, double turned) {
  constexpr double kTop = 1.12, kHalf = .24, kThick = .012;
  out.push_back(
      block(Tint::wall, {x + turned * kThick, kTop / 2, 0}, M3{}, {kThick, kTop / 2, kHalf}));
  out.back().backdrop = true;
  out.push_back(sphere(Tint::metal, {x - turned * .02, .55, kHalf - .04}, .018));
  out.back().backdrop = true;
}

void add_counter(std::vector<Solid>& out, const FloorPlace& place) {
  Joiner counter(out, place);
  constexpr double kHeight = .53, kTop = .022;
  counter.add(Tint::wall, {.15, (kHeight - kTop) / 2, 0}, {.135, (kHeight - kTop) / 2, .25});
  counter.add(Tint::wood, {.14, kHeight - kTop / 2, 0}, {.15, kTop / 2, .26});
}

void add_table(std::vector<Solid>& out, const FloorPlace& place, double height) {
  Joiner table(out, place);
  constexpr double kTop = .02;
  table.add(Tint::wood, {.16, height - kTop / 2, 0}, {.16, kTop / 2, .26});
  for (const double x : {.02, .30}) {
    for (const double z : {-.24, .24}) table.post(x, z, 0, height - kTop);
  }
}

void add_stairs(std::vector<Solid>& out, double x, double depth, double rise, int count) {
  constexpr double kHalfWidth = .20;
  for (int k = 0; k < count; ++k) {
    const double top = rise * (k + 1);
    out.push_back(block(Tint::wood, {x + depth * (k + .5), top / 2, 0}, M3{},
                        {std::abs(depth) / 2, top / 2, kHalfWidth}));
  }
}

void add_rail(std::vector<Solid>& out, V3 from, V3 to) {
  out.push_back(tube(Tint::metal, {from, to}, .011));
  for (const V3 end : {from, to}) {
    out.push_back(tube(Tint::metal, {{end.x, .01, end.z}, end}, .007));
    out.back().line = kDetailLine;
  }
}

void add_marker(std::vector<Solid>& out, double x, double z) {
  Solid cone;
  cone.tint = Tint::ball;
  for (const auto& [y, radius] : {std::pair{.006, .045}, {.10, .008}}) {
    Ellipsoid e;
    e.centre = {x, y, z}, e.axes = scale_columns(M3{}, radius, .005, radius);
    cone.ellipsoids.push_back(e);
  }
  cone.links = {{0, 1}};
  out.push_back(std::move(cone));
}

void add_card(std::vector<Solid>& out, V3 c) {
  constexpr double kHigh = .065, kWide = .05, kArm = .028;
  out.push_back(block(Tint::pillow, c, M3{}, {.004, kHigh, kWide}));
  for (const double slope : {-1., 1.}) {
    out.push_back(tube(Tint::ink,
                       {{c.x - .006, c.y - kArm * slope, c.z - kArm},
                        {c.x - .006, c.y + kArm * slope, c.z + kArm}},
                       .006));
  }
}

void add_bike(std::vector<Solid>& out, const BikeFit& fit) {
  const V3 crank = fit.crank, saddle = fit.saddle;
  const double forward = fit.grip.x > saddle.x ? 1 : -1;
  const V3 wheel{crank.x + forward * .17, .135, 0};
  const V3 bar{fit.grip.x, fit.grip.y, 0};
  Solid seat = tube(Tint::ink,
                    {{saddle.x - forward * .055, saddle.y - .012, 0},
                     {saddle.x + forward * .05, saddle.y - .016, 0}},
                    .022);
  for (Ellipsoid& e : seat.ellipsoids) e.axes = scale_columns(M3{}, .03, .014, .05);
  out.push_back(std::move(seat));
  out.push_back(tube(Tint::metal, {{saddle.x, saddle.y - .03, 0}, crank}, .013));
  out.push_back(tube(Tint::metal, {crank, wheel, bar}, .013));
  out.push_back(tube(Tint::metal, {fit.hand[1], bar, fit.hand[0]}, .010));
  out.push_back(disc(Tint::seat, wheel, M3{}, .105, .018));
  for (const double x : {saddle.x - forward * .06, wheel.x + forward * .06}) {
    out.push_back(tube(Tint::metal, {{x, .012, -.12}, {x, .012, .12}}, .012));
  }
  out.push_back(tube(Tint::metal,
                     {{saddle.x - forward * .06, .014, 0}, {wheel.x + forward * .06, .014, 0}},
                     .012));
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    const double side = i == 0 ? 1 : -1;
    const V3 hub = crank + V3{0, 0, side * .03}, pedal = fit.pedal[i];
    out.push_back(tube(Tint::metal, {hub, {pedal.x, pedal.y, hub.z}}, .008));
    out.push_back(block(Tint::ink, pedal, fit.pedal_frame[i], {.026, .006, .022}));
  }
}

}  // namespace kinescript
