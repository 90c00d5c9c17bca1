// SPDX-License-Identifier: MIT
// The pictures of the 27 exercises, as far as measuring goes: nothing floats or sinks, and the
// right limb moves.
#include <boost/test/unit_test.hpp>

#include "catalog/catalog.h"
#include "figure/figure.h"
#include "figure/skeleton.h"

using namespace kinescript;

namespace {

constexpr int R = int(Side::right), L = int(Side::left);

const std::vector<std::string> kExercises = {"walk-easy",
                                             "cycle-easy",
                                             "hip-circles",
                                             "leg-swings",
                                             "squat-mini",
                                             "lunge-mini",
                                             "drawing-in",
                                             "dead-bug",
                                             "front-plank",
                                             "side-plank",
                                             "bridge",
                                             "superman",
                                             "bird-dog",
                                             "good-morning",
                                             "bodyweight-squat",
                                             "knee-to-chest",
                                             "floor-rotation",
                                             "seated-rotation",
                                             "cat-camel",
                                             "drawing-in-standing",
                                             "drawing-in-walking",
                                             "drawing-in-lifting",
                                             "dead-bug-short",
                                             "side-plank-twist",
                                             "bridge-feet-far",
                                             "bridge-single-leg",
                                             "good-morning-light"};

const Exercise& exercise_of(const std::string& id) {
  static const Catalog catalog = read_catalog(std::filesystem::path(KINESCRIPT_SOURCE_DIR) / "db");
  return catalog.exercise(ExerciseId{id});
}
const std::string& text_of(const std::string& id) { return exercise_of(id).scene; }
Scene scene_of(const std::string& id) {
  const Exercise& exercise = exercise_of(id);
  return parse_scene(exercise.scene, exercise.scene_where, exercise.scene_line);
}

bool moves(const std::string& id, Side side, const std::string& joint) {
  const auto moving = moving_joints(scene_of(id), side);
  return std::find(moving.begin(), moving.end(), joint) != moving.end();
}
// The named limb of the side asked for moves, and its fellow does not; so for both sides.
bool only_its_own_side_moves(const std::string& id, const std::string& joint) {
  return moves(id, Side::right, joint + "R") && !moves(id, Side::right, joint + "L") &&
         moves(id, Side::left, joint + "L") && !moves(id, Side::left, joint + "R");
}
double angle(V3 a, V3 b) { return std::acos(std::clamp(dot(unit(a), unit(b)), -1., 1.)) / kDegree; }
// In the plane in which the figure is seen from its side.
double side_angle(V3 a, V3 b) { return angle({a.x, a.y, 0}, {b.x, b.y, 0}); }
double knee_angle(const Skeleton& s, int i) {
  return angle(s.knee[i] - s.hip[i], s.ankle[i] - s.knee[i]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scenes_test)

BOOST_AUTO_TEST_CASE(no_scene_floats_sinks_or_misses_what_it_holds) {
  for (const std::string& id : kExercises)
    for (const std::string& fault : lint(scene_of(id))) BOOST_ERROR(id + ": " + fault);
}

BOOST_AUTO_TEST_CASE(every_scene_has_a_start_and_an_end_and_says_what_moves) {
  for (const std::string& id : kExercises) {
    const Scene scene = scene_of(id);
    BOOST_TEST(scene.poses.size() >= 2u, id);
    BOOST_TEST(scene.poses.front().name == "start", id);
    BOOST_TEST(scene.poses.back().name == "end", id);
    BOOST_TEST(!scene.arrows.empty(), id);
    BOOST_TEST(scene.props.size() >= 1u, id);
  }
}

BOOST_AUTO_TEST_CASE(one_sided_exercises_and_no_others_are_written_for_a_side) {
  const std::vector<std::string> sided = {
      "hip-circles",     "leg-swings",     "lunge-mini",       "dead-bug",
      "side-plank",      "bird-dog",       "knee-to-chest",    "floor-rotation",
      "seated-rotation", "dead-bug-short", "side-plank-twist", "bridge-single-leg"};
  for (const std::string& id : kExercises) {
    const bool one_sided = std::find(sided.begin(), sided.end(), id) != sided.end();
    BOOST_TEST(scene_of(id).written_for.has_value() == one_sided, id);
  }
}

BOOST_AUTO_TEST_CASE(the_moving_arm_or_leg_is_that_of_the_side) {
  for (const char* id : {"dead-bug", "dead-bug-short", "bird-dog"}) {
    BOOST_TEST(only_its_own_side_moves(id, "wr"), id);
    BOOST_TEST(moves(id, Side::right, "anL"), id);  // the leg is the other one
    BOOST_TEST(!moves(id, Side::right, "anR"), id);
  }
  for (const char* id : {"leg-swings", "knee-to-chest", "seated-rotation"})
    BOOST_TEST(only_its_own_side_moves(id, "an"), id);
  BOOST_TEST(only_its_own_side_moves("lunge-mini", "toe"));  // the back heel rises
}

BOOST_AUTO_TEST_CASE(the_stance_leg_is_that_of_the_side) {
  BOOST_TEST(!moves("bridge-single-leg", Side::right, "anR"));
  BOOST_TEST(moves("bridge-single-leg", Side::right, "anL"));
  BOOST_TEST(!moves("bridge-single-leg", Side::left, "anL"));
}

BOOST_AUTO_TEST_CASE(side_planks_lie_on_the_side_named) {
  for (const char* id : {"side-plank", "side-plank-twist"})
    for (const Skeleton& s : solve(scene_of(id))) {
      BOOST_TEST(s.shoulder[R].y < s.shoulder[L].y - .05, id);
      BOOST_TEST(s.hip[R].y < s.hip[L].y, id);
      BOOST_TEST(knee_angle(s, R) < 5, id);  // straight legs
    }
}

BOOST_AUTO_TEST_CASE(a_turn_to_the_right_goes_to_the_right) {
  const Skeleton rolled = solve(scene_of("floor-rotation")).back();
  for (int i : {R, L}) BOOST_TEST(rolled.knee[i].z > rolled.hip[i].z + .08);
  for (int i : {R, L}) BOOST_TEST(rolled.shoulder[i].y < .10);  // both shoulders down
  const Skeleton turned = solve(scene_of("seated-rotation")).back();
  BOOST_TEST(turned.thorax_frame.column(0).z > .6);  // the chest looks to the right
  BOOST_TEST(solve(scene_of("hip-circles")).back().pelvis.z > .04);
}

BOOST_AUTO_TEST_CASE(
    the_seated_twist_crosses_the_leg_and_hooks_the_opposite_elbow_outside_its_knee) {
  const Skeleton s = solve(scene_of("seated-rotation")).back();
  BOOST_TEST(s.knee[R].y > s.knee[L].y + .03);   // right over left
  BOOST_TEST(s.ankle[R].z < s.hip[R].z - .04);   // and across
  BOOST_TEST(s.elbow[L].z > s.knee[R].z + .03);  // the left elbow on the right knee's outside
}

BOOST_AUTO_TEST_CASE(a_bridge_makes_a_line_from_shoulders_over_hips_to_knees) {
  for (const char* id : {"bridge", "bridge-feet-far", "bridge-single-leg"}) {
    const Skeleton s = solve(scene_of(id)).back();
    BOOST_TEST(side_angle(s.hip[R] - s.shoulder[R], s.knee[R] - s.hip[R]) < 12, id);
  }
  const auto near = solve(scene_of("bridge"))[0], far = solve(scene_of("bridge-feet-far"))[0];
  BOOST_TEST(far.ankle[R].x - far.pelvis.x > near.ankle[R].x - near.pelvis.x + .06);
}

BOOST_AUTO_TEST_CASE(planks_and_hinges_keep_the_back_straight) {
  for (const char* id : {"front-plank", "bird-dog", "good-morning", "good-morning-light",
                         "bodyweight-squat", "drawing-in-lifting"}) {
    const Scene scene = scene_of(id);
    const Pose& pose = scene.poses.back();
    BOOST_TEST(std::abs(pose.lumbar) + std::abs(pose.thorax) < 5, id);
    BOOST_TEST(std::abs(pose.side) + std::abs(pose.twist) < 5, id);
  }
  const Skeleton plank = solve(scene_of("front-plank")).back();
  BOOST_TEST(side_angle(plank.hip[R] - plank.shoulder[R], plank.ankle[R] - plank.hip[R]) < 6);
  BOOST_TEST(std::abs(plank.elbow[R].x - plank.shoulder[R].x) < .04);  // elbows under shoulders
}

BOOST_AUTO_TEST_CASE(superman_lifts_arms_chest_and_both_legs_off_the_mat) {
  const Skeleton s = solve(scene_of("superman")).back();
  for (int i : {R, L}) {
    BOOST_TEST(s.wrist[i].y > .08);
    BOOST_TEST(s.ankle[i].y > .06);
  }
  BOOST_TEST(s.shoulder[R].y > s.pelvis.y + .03);
}

BOOST_AUTO_TEST_CASE(drawing_in_moves_nothing_but_the_belly) {
  for (const char* id : {"drawing-in", "drawing-in-standing"}) {
    BOOST_TEST(moving_joints(scene_of(id), {}).empty(), id);
    const Scene scene = scene_of(id);
    BOOST_TEST(scene.poses.back().belly < scene.poses.front().belly - .01, id);
  }
}

BOOST_AUTO_TEST_CASE(a_knee_edited_from_90_to_60_turns_the_shank_by_30_degrees) {
  std::string text = text_of("dead-bug");
  const Skeleton before = solve(parse_scene(text, "dead-bug")).front();
  const std::size_t at = text.find("knee 90");
  BOOST_REQUIRE(at != std::string::npos);
  text.replace(at, 7, "knee 60");
  const Skeleton after = solve(parse_scene(text, "dead-bug")).front();
  BOOST_TEST(std::abs(angle(before.ankle[R] - before.knee[R], after.ankle[R] - after.knee[R]) -
                      30) < 1e-6);
}

BOOST_AUTO_TEST_SUITE_END()
