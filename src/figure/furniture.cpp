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

void add_wall(std::vector<Solid>& out, double x) {
  out.push_back(block(Tint::wall, {x + .02, .50, 0}, M3{}, {.02, .50, .26}));
  out.back().backdrop = true;
}

void add_counter(std::vector<Solid>& out, const FloorPlace& place) {
  Joiner counter(out, place);
  constexpr double kHeight = .53, kTop = .022;
  counter.add(Tint::wall, {.15, (kHeight - kTop) / 2, 0}, {.135, (kHeight - kTop) / 2, .25});
  counter.add(Tint::wood, {.14, kHeight - kTop / 2, 0}, {.15, kTop / 2, .26});
}

void add_table(std::vector<Solid>& out, const FloorPlace& place) {
  Joiner table(out, place);
  constexpr double kHeight = .43, kTop = .02;
  table.add(Tint::wood, {.16, kHeight - kTop / 2, 0}, {.16, kTop / 2, .26});
  for (const double x : {.02, .30}) {
    for (const double z : {-.24, .24}) table.post(x, z, 0, kHeight - kTop);
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
