// SPDX-License-Identifier: MIT
#include "figure/body.h"

#include <boost/test/unit_test.hpp>

#include "figure/body_profiles.h"
#include "figure/figure.h"

using namespace kinescript;

namespace {

Body body_of(const std::string& lines) {
  return build_body(solve(parse_scene("pose start\n" + lines, "test").poses[0]));
}
int count(const Body& body, Segment segment) {
  int n = 0;
  for (const Part& part : body.parts) n += part.segment == segment;
  return n;
}
bool any(const std::vector<std::string>& lines, const std::string& part) {
  for (const std::string& line : lines)
    if (line.find(part) != std::string::npos) return true;
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(body_test)

BOOST_AUTO_TEST_CASE(a_standing_body_is_as_tall_as_the_unit_and_rests_on_its_soles) {
  const Body body = body_of("");
  double top = 0;
  for (const Part& part : body.parts)
    for (const Ellipsoid& e : part.ellipsoids)
      top = std::max(top, e.centre.y + length(e.axes.row1));
  BOOST_TEST(top > .97);
  BOOST_TEST(top < 1.03);
  BOOST_TEST(std::abs(lowest(body, "feet")) < 1e-6);
}

BOOST_AUTO_TEST_CASE(straight_limbs_are_one_part_and_bent_ones_two) {
  const Body straight = body_of("arms elbow 10\nlegs knee 10");
  const Body bent = body_of("arms elbow 90\nlegs hip 90 knee 90");
  BOOST_TEST(count(straight, Segment::forearm) == 0);
  BOOST_TEST(count(straight, Segment::shank) == 0);
  BOOST_TEST(count(bent, Segment::forearm) == 2);
  BOOST_TEST(count(bent, Segment::shank) == 2);
}

BOOST_AUTO_TEST_CASE(links_join_ellipsoids_that_exist) {
  for (const char* pose : {"arms elbow 10", "arms elbow 120\nlegs hip 90 knee 110"})
    for (const Part& part : body_of(pose).parts)
      for (const auto& link : part.links) {
        BOOST_TEST(link.first >= 0);
        BOOST_TEST(link.second < int(part.ellipsoids.size()));
      }
}

BOOST_AUTO_TEST_CASE(merging_loses_no_ellipsoid) {
  const Skeleton s = solve(parse_scene("pose start\n", "test").poses[0]);
  auto total = [](const Body& body) {
    std::size_t n = 0;
    for (const Part& part : body.parts) n += part.ellipsoids.size();
    return n;
  };
  BOOST_TEST(total(build_body(s)) == total(build_segments(s, kAllSegments)));
}

BOOST_AUTO_TEST_CASE(the_belly_bulges_and_draws_in) {
  auto front = [](const std::string& lines) {
    double x = 0;
    for (const Part& part : body_of(lines).parts)
      if (part.segment == Segment::shirt)
        for (const Ellipsoid& e : part.ellipsoids)
          if (std::abs(e.centre.y - .644) < .02) x = std::max(x, e.centre.x + length(e.axes.row0));
    return x;
  };
  BOOST_TEST(front("body belly .01") > front("") + .005);
  BOOST_TEST(front("body belly -.012") < front("") - .006);
}

BOOST_AUTO_TEST_CASE(profiles_pass_through_their_rows) {
  BOOST_TEST(std::abs(shank_profile().at(0).depth - .0325) < 1e-12);
  BOOST_TEST(std::abs(shank_profile().at(.30).depth - .0345) < 2e-4);
  BOOST_TEST(std::abs(shank_profile().at(9).width - .019) < 1e-12);
}

BOOST_AUTO_TEST_CASE(every_contact_group_has_segments_and_other_words_have_none) {
  for (const std::string& group : contact_groups())
    BOOST_TEST(segments_of_group(group) != 0u, group);
  BOOST_TEST(segments_of_group("elbows") == 0u);
}

BOOST_AUTO_TEST_CASE(lint_finds_a_floating_foot_a_sunk_hand_and_a_short_reach) {
  auto lint_of = [](const std::string& lines) {
    return lint(parse_scene("pose start\n" + lines, "test"));
  };
  BOOST_TEST(lint_of("legs abd 6").empty());
  BOOST_TEST(any(lint_of("legR hip 30"), "footR floats"));
  BOOST_TEST(any(lint_of("body base supine\nlegs hip 90 knee 90\narms flex -20\ncontact trunk"),
                 "below the floor"));
  BOOST_TEST(any(lint_of("reachR abs 1 1 1"), "right hand does not reach"));
}

BOOST_AUTO_TEST_CASE(moving_joints_are_those_of_the_side_asked_for) {
  const Scene s = parse_scene("side R\npose start\npose end = start\n armR flex 90\n", "test");
  const std::vector<std::string> right = {"elR", "wrR", "fingR"}, left = {"elL", "wrL", "fingL"};
  BOOST_TEST(moving_joints(s, Side::right) == right, boost::test_tools::per_element());
  BOOST_TEST(moving_joints(s, Side::left) == left, boost::test_tools::per_element());
  BOOST_TEST(moving_joints(s, {}) == right, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
