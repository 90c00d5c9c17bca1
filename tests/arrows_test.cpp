// SPDX-License-Identifier: MIT
#include "figure/arrows.h"

#include <boost/test/unit_test.hpp>

#include "figure/fit.h"
#include "helpers/figures.h"

using namespace kinescript;

namespace {

const char* const kStanding =
    "view 0 6\nprop floor\npose start\n body base stand\npose end = start\n armR flex 90 elbow 2\n";

Scene standing(const std::string& arrow) { return parse_scene(kStanding + arrow + "\n", "test"); }

std::vector<Posed> pose_all(const Scene& scene) {
  std::vector<Posed> poses;
  for (const Skeleton& s : solve(scene)) poses.push_back({s, build_body(s)});
  return poses;
}
int fills_of(const FigurePanel& panel, Colour colour) {
  int count = 0;
  for (const Node& node : group_of(panel).children) {
    const auto* fill = std::get_if<Fill>(&node);
    count += fill && fill->colour == colour;
  }
  return count;
}
Colour red() { return colour_of(Tint::arrow, Palette::colour); }
// Number of the first node of this colour; the number of nodes when there is none.
std::size_t first_of(const FigurePanel& panel, Colour colour) {
  const Drawing& nodes = group_of(panel).children;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto* fill = std::get_if<Fill>(&nodes[i]);
    if (fill && fill->colour == colour) return i;
  }
  return nodes.size();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(arrows_test)

BOOST_AUTO_TEST_CASE(a_polynomial_through_its_own_points_is_itself) {
  const auto at = [](double t) { return Point{1 + 2 * t - t * t, -t + 3 * t * t * t}; };
  Ring points;
  for (int i = 0; i < 25; ++i) points.push_back(at(i / 24.0));
  const Ring cubic = fit_polynomial(points, 3, 11);
  for (int i = 0; i < 11; ++i) BOOST_TEST(length(cubic[std::size_t(i)] - at(i / 10.0)) < 1e-9);
}

BOOST_AUTO_TEST_CASE(an_arrow_follows_the_joint_outside_the_body_from_start_to_end) {
  const Scene scene = standing("arrow fingR");
  const std::vector<Posed> poses = pose_all(scene);
  const CameraView view(scene.camera);
  const ArrowPath path = arrow_path(scene.arrows[0], poses, 1, view);
  const Point end = view.flat(poses[1].skeleton.joint("fingR")),
              start = view.flat(poses[0].skeleton.joint("fingR"));
  BOOST_TEST(length(path.line.back() - end) < .12);
  BOOST_TEST(length(path.line.front() - start) < .25);
  BOOST_TEST(length(path.line.back() - end) < length(path.line.front() - end));
  const Point hips = view.flat(poses[1].skeleton.pelvis);
  BOOST_TEST(length(path.line.back() - hips) > length(end - hips));
}

BOOST_AUTO_TEST_CASE(the_arrow_stands_in_the_last_panel_unless_its_pose_is_named) {
  const FigureOptions options{.palette = Palette::colour};
  const Figure last = draw_figure(standing("arrow at c7 .2 0 0 to .4 0 0"), options);
  BOOST_TEST(fills_of(last.panels[0], red()) == 0);
  BOOST_TEST(fills_of(last.panels[1], red()) == 1);
  const Figure first = draw_figure(standing("arrow at c7 .2 0 0 to .4 0 0 pose start"), options);
  BOOST_TEST(fills_of(first.panels[0], red()) == 1);
  BOOST_TEST(fills_of(first.panels[1], red()) == 0);
}

BOOST_AUTO_TEST_CASE(white_casing_is_drawn_only_where_the_arrow_crosses_the_figure) {
  const FigureOptions options{.palette = Palette::colour};
  const auto before_arrow = [](const FigurePanel& panel) {
    const Drawing& nodes = group_of(panel).children;
    const auto* fill = std::get_if<Fill>(&nodes[first_of(panel, red()) - 1]);
    return fill && fill->colour == Colour::white();
  };
  BOOST_TEST(
      !before_arrow(draw_figure(standing("arrow at c7 .5 0 0 to .7 0 0"), options).panels[1]));
  BOOST_TEST(
      before_arrow(draw_figure(standing("arrow at mid -.2 0 0 to .2 0 0"), options).panels[1]));
}

BOOST_AUTO_TEST_CASE(a_ring_goes_behind_the_body_before_it_comes_round) {
  const Scene scene = standing("arrow ring mid r .25 from -160 to 60 dy 0");
  const ArrowPath path = arrow_path(scene.arrows[0], pose_all(scene), 1, CameraView({0, 20}));
  BOOST_TEST(path.hidden.size() > 5u);
  BOOST_TEST(path.line.size() > 5u);
  const FigurePanel panel = draw_figure(scene, {.palette = Palette::colour}).panels[1];
  BOOST_TEST(first_of(panel, red()) < panel.parts.front().second);
}

BOOST_AUTO_TEST_CASE(a_short_straight_arrow_gets_a_shaft_and_keeps_its_tip) {
  const ArrowPath shorty{{{0, 0}, {0, .01}, {0, .02}}, {}, false, true};
  const ArrowPath longer = with_least_length(shorty, 30);
  BOOST_TEST((longer.line.back() == shorty.line.back()));
  BOOST_TEST(length(longer.line.front() - longer.line.back()) * 30 > kArrowHeadLength * 1.5);
  BOOST_TEST(longer.line.front().y < 0);
}

BOOST_AUTO_TEST_SUITE_END()
