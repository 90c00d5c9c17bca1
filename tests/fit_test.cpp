// SPDX-License-Identifier: MIT
#include "figure/fit.h"

#include <boost/test/unit_test.hpp>

#include "helpers/figures.h"

using namespace kinescript;

namespace {

constexpr double kTolerance = .085;

// A closed wavy contour without corners, about 100 points wide.
Ring wave(int n) {
  Ring ring;
  for (int i = 0; i < n; ++i) {
    const double a = 6.28318530718 * i / n, r = 50 + 6 * std::sin(3 * a) + 2 * std::cos(7 * a);
    ring.push_back({r * std::cos(a), .6 * r * std::sin(a)});
  }
  return ring;
}

double distance(Point p, Point a, Point b) {
  const Point v = b - a;
  const double t = std::clamp(dot(p - a, v) / (dot(v, v) + 1e-18), 0.0, 1.0);
  return length(p - (a + v * t));
}
double farthest(const Ring& points, const Ring& line, bool closed) {
  double worst = 0;
  for (const Point p : points) {
    double nearest = 1e9;
    for (std::size_t i = closed ? 0 : 1; i < line.size(); ++i) {
      nearest = std::min(nearest, distance(p, line[(i + line.size() - 1) % line.size()], line[i]));
    }
    worst = std::max(worst, nearest);
  }
  return worst;
}
long count(const Path& path, Verb verb) {
  return std::count(path.verbs.begin(), path.verbs.end(), verb);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fit_test)

BOOST_AUTO_TEST_CASE(a_fitted_ring_stays_within_the_tolerance_both_ways) {
  const Ring points = wave(400);
  Path path;
  append_fitted(path, points, true, kTolerance);
  const Ring curve = points_along(path);
  BOOST_TEST(farthest(points, curve, true) <
             kTolerance * 1.02);  // twelve chords to a cubic sag a little
  BOOST_TEST(farthest(curve, points, true) <
             kTolerance * 1.1);  // between points the polygon itself is flat
  BOOST_TEST(count(path, Verb::cubic) < 40);
  BOOST_TEST(count(path, Verb::close) == 1);
}

BOOST_AUTO_TEST_CASE(an_open_line_keeps_its_ends_and_stays_within_the_tolerance) {
  Ring points = wave(400);
  points.resize(130);
  Path path;
  append_fitted(path, points, false, kTolerance);
  BOOST_TEST((path.points.front() == points.front()));
  BOOST_TEST((path.points.back() == points.back()));
  BOOST_TEST(farthest(points, points_along(path), false) < kTolerance);
}

BOOST_AUTO_TEST_CASE(a_rectangle_keeps_its_corners_and_straight_edges) {
  Path path;
  append_fitted(path, {{0, 0}, {100, 0}, {100, 20}, {0, 20}}, true, kTolerance);
  BOOST_TEST(count(path, Verb::line) == 4);
  BOOST_TEST(count(path, Verb::cubic) == 0);
  for (const Point corner : {Point{0, 0}, Point{100, 0}, Point{100, 20}, Point{0, 20}}) {
    BOOST_TEST((std::find(path.points.begin(), path.points.end(), corner) != path.points.end()));
  }
}

BOOST_AUTO_TEST_CASE(a_corner_among_curves_is_a_point_of_the_path) {
  Ring heart;
  for (int i = 0; i < 200; ++i) {
    const double a = 3.14159265359 * i / 199;
    heart.push_back({40 * std::cos(a), 30 * std::sin(a)});  // a half ellipse: corners at both ends
  }
  Path path;
  append_fitted(path, heart, true, kTolerance);
  BOOST_TEST(
      (std::find(path.points.begin(), path.points.end(), heart.front()) != path.points.end()));
  BOOST_TEST(
      (std::find(path.points.begin(), path.points.end(), heart.back()) != path.points.end()));
}

BOOST_AUTO_TEST_CASE(repeated_points_and_too_few_points_do_no_harm) {
  Path path;
  append_fitted(path, {{1, 1}, {1, 1}, {1, 1}}, true, kTolerance);
  append_fitted(path, {}, true, kTolerance);
  append_fitted(path, {{2, 2}}, false, kTolerance);
  BOOST_TEST(path.empty());
  append_fitted(path, {{0, 0}, {0, 0}, {5, 0}, {5, 0}}, false, kTolerance);
  BOOST_TEST((path.points.back() == Point{5, 0}));
}

BOOST_AUTO_TEST_CASE(a_strip_is_as_wide_as_asked_along_its_way) {
  Ring points;
  std::vector<double> widths;
  for (int i = 0; i <= 20; ++i) {
    points.push_back({2.0 * i, 0});
    widths.push_back(.2 + .04 * i);
  }
  Path path;
  append_strip(path, points, widths, .01, true);
  double highest = 0, left = 0, right = 0;
  for (const Point p : points_along(path)) {
    highest = std::max(highest, std::abs(p.y));
    left = std::min(left, p.x), right = std::max(right, p.x);
  }
  BOOST_TEST(highest == .5, boost::test_tools::tolerance(.02));
  BOOST_TEST(right == 40.5, boost::test_tools::tolerance(.001));  // round ends
  BOOST_TEST(left == -.1, boost::test_tools::tolerance(.05));
}

BOOST_AUTO_TEST_SUITE_END()
