// SPDX-License-Identifier: MIT
// Figures: scene text to Drawing, nothing cached, against the literal way (bench/literal.h); and
// how the cost grows with what is drawn.
#include <fmt/format.h>

#include <stdexcept>

#include "bench/literal.h"
#include "bench/measure.h"
#include "figure/figure.h"
#include "figure/skeleton.h"
#include "helpers/plans.h"

namespace kinescript::bench {
namespace {

// The article's routine.
const std::vector<std::string> kExercises = {"walk-easy",     "drawing-in",     "dead-bug",
                                             "bridge",        "bird-dog",       "bodyweight-squat",
                                             "knee-to-chest", "floor-rotation", "cat-camel"};
constexpr double kPointsPerStature = 70;  // a standing figure on the sheet

double ours(bool fast) {
  std::size_t panels = 0;
  const double time = milliseconds([&] {
    for (const std::string& id : kExercises) {
      const Scene scene = parse_scene(shipped_catalog().exercise(ExerciseId{id}).scene, id);
      panels += draw_figure(scene, {.fast = fast}).panels.size();
    }
  });
  return time / static_cast<double>(panels);
}

double literal() {
  std::size_t panels = 0;
  const double time = milliseconds([&] {
    for (const std::string& id : kExercises) {
      const Scene scene = parse_scene(shipped_catalog().exercise(ExerciseId{id}).scene, id);
      const CameraView view(scene.camera, zoom_of(scene.closeup));
      std::vector<Posed> poses;
      for (Skeleton& skeleton : solve(scene)) {
        Body body = build_body(skeleton, scene.closeup);
        poses.push_back({std::move(skeleton), std::move(body)});
      }
      for (std::size_t i = 0; i < poses.size(); ++i, ++panels)
        if (literal_panel(scene, poses, i, view, kPointsPerStature).empty())
          throw std::runtime_error("the literal way drew nothing");
    }
  });
  return time / static_cast<double>(panels);
}

// Somebody standing before so many balls in rows.
double with_balls(int balls) {
  std::string text = "view 14 10\n";
  for (int i = 0; i < balls; ++i)
    text += fmt::format("prop ball at {:.2f} {:.2f} -.3 .03\n", -.6 + .1 * (i % 12),
                        .1 + .1 * (i / 12));
  text += "pose start\n body base stand\n contact feet\n";
  return milliseconds([&] { draw_figure(parse_scene(text, "balls"), {}); });
}

}  // namespace

std::vector<Row> figure_rows(Plots& plots) {
  std::vector<Row> rows;
  rows.push_back(in_turn(
      "a panel from its scene's text, nothing cached", "the literal way", 1 / 8.0,
      [] { return ours(false); }, literal));
  rows.push_back(in_turn(
      "a preview's panel, without fitting and shade", "the literal way", 1 / 15.0,
      [] { return ours(true); }, literal));
  rows.push_back(in_turn(
      "a panel with 64 props", "with 32 props", 2, [] { return with_balls(64); },
      [] { return with_balls(32); }));
  Plot plot{"figure", "A panel, from its scene's text", "props", "ms", {{"Kinescript", {}}}};
  for (const int balls : {1, 2, 4, 8, 16, 32, 64}) {
    std::vector<double> times;
    for (int i = 0; i < kPairs; ++i) times.push_back(with_balls(balls));
    plot.series[0].points.emplace_back(balls, median(times));
  }
  plots.push_back(std::move(plot));
  return rows;
}

}  // namespace kinescript::bench
