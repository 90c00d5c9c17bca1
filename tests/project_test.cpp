// SPDX-License-Identifier: MIT
#include "figure/project.h"

#include <boost/test/unit_test.hpp>

#include "figure/polygons.h"

using namespace kinescript;

namespace {

const V3 kCentre{.3, -.2, .1};
const M3 kAxes = scale_columns(rotate_z(35) * rotate_y(50) * rotate_x(-20), .06, .25, .11);

// Points all over the ellipsoid's surface.
std::vector<V3> surface(V3 centre, const M3& axes) {
  std::vector<V3> out;
  for (int i = 0; i < 720; ++i) {
    for (int j = 0; j <= 360; ++j) {
      const double u = i * .5 * kDegree, v = (j * .5 - 90) * kDegree;
      out.push_back(centre +
                    axes * V3{std::cos(v) * std::cos(u), std::sin(v), std::cos(v) * std::sin(u)});
    }
  }
  return out;
}
bool near(double a, double b, double by) { return std::abs(a - b) <= by; }

}  // namespace

BOOST_AUTO_TEST_SUITE(project_test)

BOOST_AUTO_TEST_CASE(the_outline_of_a_turned_ellipsoid_is_what_its_points_project_to) {
  const CameraView view({33, 21});
  const V3 centre = view(kCentre);
  const M3 axes = view(kAxes);
  const EllipseOutline outline(fine_directions(), {centre.x, centre.y}, axes);
  std::vector<double> reach(EllipseOutline::kMost, -9);
  for (const V3 p : surface(kCentre, kAxes)) {
    for (int k = 0; k < EllipseOutline::kMost; ++k) {
      reach[std::size_t(k)] =
          std::max(reach[std::size_t(k)], dot(fine_directions()[k], view.flat(p)));
    }
  }
  for (int k = 0; k < EllipseOutline::kMost; ++k) {
    BOOST_TEST(near(outline.support[std::size_t(k)], reach[std::size_t(k)], 2e-5));
    BOOST_TEST(near(dot(fine_directions()[k], outline.point[std::size_t(k)]),
                    outline.support[std::size_t(k)], 1e-12));
  }
}

BOOST_AUTO_TEST_CASE(the_front_depth_is_that_of_the_nearest_surface_point) {
  const CameraView view({-40, 12});
  DepthField field;
  field.add(view(kCentre), view(kAxes));
  field.sort();
  const std::vector<V3> points = surface(kCentre, kAxes);
  for (std::size_t i = 0; i < points.size(); i += 997) {
    const V3 here = view(points[i]);
    double front = -9;
    for (const V3 other : points) {
      const V3 q = view(other);
      if (std::hypot(q.x - here.x, q.y - here.y) < .0012) front = std::max(front, q.z);
    }
    BOOST_TEST(field.front({here.x, here.y}) >= here.z - 2e-3);
    BOOST_TEST(near(field.front({here.x, here.y}), front, .02));  // steep near the outline
  }
  BOOST_TEST(field.front({9, 9}) == DepthField::kNowhere);
}

BOOST_AUTO_TEST_CASE(the_camera_looks_where_azimuth_and_elevation_say) {
  const CameraView side({0, 0}), front({90, 0}), above({0, 90});
  BOOST_TEST(near(side.flat({1, 0, 0}).x, 1, 1e-12));  // the figure's right side, facing right
  BOOST_TEST(near(side(V3{0, 0, 1}).z, 1, 1e-12));
  BOOST_TEST(near(front(V3{1, 0, 0}).z, 1, 1e-12));      // its face looks at the viewer
  BOOST_TEST(near(front.flat({0, 0, 1}).x, -1, 1e-12));  // and its right hand is on our left
  BOOST_TEST(near(above(V3{0, 1, 0}).z, 1, 1e-12));
}

BOOST_AUTO_TEST_CASE(a_chain_is_outlined_like_the_union_of_its_hulls) {
  std::vector<EllipseOutline> ellipses;
  Links links;
  for (int i = 0; i < 9; ++i) {  // a bent limb with a bulge
    const double x = .05 * i;
    const double radius = .03 + .012 * std::sin(x * 14);
    ellipses.emplace_back(fine_directions(), Point{x, .25 * x * x * 4},
                          scale_columns(M3{}, radius, radius, radius));
    if (i > 0) links.push_back({i - 1, i});
  }
  Rings hulls;
  for (const auto& link : links) {
    for (Ring& ring : chain_outlines(fine_directions(), ellipses, {link}, false))
      hulls.push_back(ring);
  }
  const Rings expected = unite(hulls),
              chain = unite(chain_outlines(fine_directions(), ellipses, links, false));
  BOOST_REQUIRE(expected.size() == 1u);
  BOOST_REQUIRE(chain.size() == 1u);
  BOOST_TEST(area(chain[0]) == area(expected[0]), boost::test_tools::tolerance(.005));
}

BOOST_AUTO_TEST_CASE(an_ellipse_inside_its_neighbour_does_not_break_the_chain) {
  std::vector<EllipseOutline> ellipses;
  for (const double r : {.05, .01, .05}) {
    ellipses.emplace_back(fine_directions(), Point{.02 * double(ellipses.size()), 0},
                          scale_columns(M3{}, r, r, r));
  }
  const Rings outline = unite(chain_outlines(fine_directions(), ellipses, {{0, 1}, {1, 2}}, false));
  BOOST_REQUIRE(outline.size() == 1u);
  BOOST_TEST(area(outline[0]) > 3.14 * .05 * .05);
}

BOOST_AUTO_TEST_CASE(boolean_operations_drop_slivers_and_keep_holes) {
  const Ring outer = circle({0, 0}, .2), inner = circle({0, 0}, .1);
  const Rings ring = subtract({outer}, {inner});
  BOOST_REQUIRE(ring.size() == 2u);
  BOOST_TEST(area(ring[0]) * area(ring[1]) < 0);
  BOOST_TEST(unite({circle({0, 0}, .0003)}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
