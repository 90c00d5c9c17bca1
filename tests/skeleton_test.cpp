// SPDX-License-Identifier: MIT
#include "figure/skeleton.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "figure/body.h"

using namespace kinescript;

namespace {

constexpr int R = int(Side::right), L = int(Side::left);

Skeleton posed(const std::string& lines) {
  return articulate(parse_scene("pose start\n" + lines, "test").poses[0], {});
}
std::vector<Skeleton> solved(const std::string& scene) { return solve(parse_scene(scene, "test")); }

double turned_about(V3 from, V3 to) {
  return std::acos(std::clamp(dot(unit(from), unit(to)), -1., 1.)) / kDegree;
}

constexpr const char* kBridge =
    "pose start\n body base supine neck 6\n legs hip auto knee 108\n contact trunk\n"
    " anchor anR .25\n"
    "pose end = start\n body pitch 25 neck 26 thorax 4\n legs hip -2 knee 82\n"
    " contact shoulders feet\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(skeleton_test)

BOOST_AUTO_TEST_CASE(a_figure_at_attention_faces_x_with_its_right_at_z) {
  const Skeleton s = posed("");
  BOOST_TEST(s.head.y > s.pelvis.y + .35);
  BOOST_TEST(s.toe[R].x > s.ankle[R].x + .09);
  BOOST_TEST(s.shoulder[R].z > .09);
  BOOST_TEST(s.shoulder[L].z < -.09);
}

BOOST_AUTO_TEST_CASE(pitch_plus_leans_back) {
  BOOST_TEST(posed("body pitch 40").head.x < -.2);
  BOOST_TEST(posed("body pitch -40").head.x > .2);
}

BOOST_AUTO_TEST_CASE(yaw_plus_turns_the_figure_to_its_left) {
  BOOST_TEST(posed("body yaw 90").toe[R].z < posed("body yaw 90").ankle[R].z - .09);
}

BOOST_AUTO_TEST_CASE(roll_turns_about_the_figures_own_long_axis) {
  const Skeleton s = posed("body base supine roll 90");
  BOOST_TEST(s.head.x < -.3);  // still lying along x
  BOOST_TEST(std::abs(s.hip[R].y - s.hip[L].y) > .1);
}

BOOST_AUTO_TEST_CASE(list_plus_drops_the_right_hip) {
  const Skeleton s = posed("body list 10");
  BOOST_TEST(s.hip[R].y < s.hip[L].y - .015);
}

BOOST_AUTO_TEST_CASE(lying_bases_put_head_and_face_where_the_design_says) {
  const Skeleton supine = posed("body base supine\nlegs ankle 0"), prone = posed("body base prone");
  BOOST_TEST(supine.head.x < -.3);
  BOOST_TEST(supine.toe[R].y > supine.ankle[R].y);
  BOOST_TEST(prone.head.x > .3);
  BOOST_TEST(prone.head_frame.column(0).y < -.99);  // the face looks down
  const Skeleton right = posed("body base sideR"), left = posed("body base sideL");
  BOOST_TEST(right.head.x < -.3);
  BOOST_TEST(right.shoulder[R].y < right.shoulder[L].y);
  BOOST_TEST(right.head_frame.column(0).z > .99);  // faces the viewer
  BOOST_TEST(left.head.x > .3);
  BOOST_TEST(left.shoulder[L].y < left.shoulder[R].y);
  BOOST_TEST(left.head_frame.column(0).z > .99);
}

BOOST_AUTO_TEST_CASE(lumbar_and_thorax_plus_bend_forward) {
  BOOST_TEST(posed("body lumbar 40").c7.x > .1);
  BOOST_TEST(posed("body thorax 40").c7.x > .05);
  BOOST_TEST(posed("body lumbar 40").c7.x > posed("body thorax 40").c7.x);
}

BOOST_AUTO_TEST_CASE(side_plus_bends_to_the_right) { BOOST_TEST(posed("body side 30").c7.z > .05); }

BOOST_AUTO_TEST_CASE(twist_plus_turns_to_the_left) {
  const Skeleton s = posed("body twist 45");
  BOOST_TEST(s.thorax_frame.column(0).z < -.6);  // the chest looks to -z, the left
  BOOST_TEST(s.shoulder[R].x > .05);
}

BOOST_AUTO_TEST_CASE(neck_flexes_turns_left_and_tilts_right) {
  BOOST_TEST(posed("body neck 40").head.x > posed("").head.x + .02);
  BOOST_TEST(posed("body nturn 40").head_frame.column(0).z < -.5);
  BOOST_TEST(posed("body ntilt 40").head.z > .02);
}

BOOST_AUTO_TEST_CASE(hip_90_puts_the_knee_at_plus_x) {
  const Skeleton s = posed("legs hip 90");
  BOOST_TEST(s.knee[R].x == .245, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(std::abs(s.knee[R].y) < 1e-9);
}

BOOST_AUTO_TEST_CASE(abduction_takes_each_leg_to_its_own_side) {
  const Skeleton s = posed("legs abd 30");
  BOOST_TEST(s.ankle[R].z > .2);
  BOOST_TEST(s.ankle[L].z < -.2);
}

BOOST_AUTO_TEST_CASE(external_rotation_turns_the_toes_outward) {
  const Skeleton s = posed("legs rot 30 ankle 0");
  BOOST_TEST(s.toe[R].z > s.ankle[R].z + .04);
  BOOST_TEST(s.toe[L].z < s.ankle[L].z - .04);
}

BOOST_AUTO_TEST_CASE(knee_flexion_takes_the_heel_back) {
  BOOST_TEST(posed("legR knee 90").ankle[R].x < -.24);
}

BOOST_AUTO_TEST_CASE(dorsiflexion_lifts_the_toes_and_flat_keeps_the_sole_level) {
  BOOST_TEST(posed("legR ankle 20").toe[R].y > posed("legR ankle 0").toe[R].y + .02);
  const Skeleton s = posed("legR hip 60 knee 20 ankle flat");
  BOOST_TEST(s.foot_frame[R].column(1).y > .999999);
}

BOOST_AUTO_TEST_CASE(shoulder_flexion_lifts_forward_and_abduction_sideways) {
  const Skeleton forward = posed("arms flex 90 abd 0 elbow 0"),
                 side = posed("arms flex 0 abd 90 elbow 0");
  BOOST_TEST(forward.wrist[R].x > .3);
  BOOST_TEST(side.wrist[R].z > .4);
  BOOST_TEST(side.wrist[L].z < -.4);
}

BOOST_AUTO_TEST_CASE(abduction_is_inside_flexion) {
  const Skeleton s = posed("arms flex 90 abd 30 elbow 0");  // forward, 30 degrees outward
  BOOST_TEST(s.elbow[R].x > s.shoulder[R].x + .14);
  BOOST_TEST(s.elbow[R].z > s.shoulder[R].z + .08);
}

BOOST_AUTO_TEST_CASE(external_rotation_of_the_arm_takes_a_bent_forearm_outward) {
  const Skeleton s = posed("arms flex 0 abd 0 elbow 90 rot 40");
  BOOST_TEST(s.wrist[R].z > s.elbow[R].z + .08);
  BOOST_TEST(s.wrist[L].z < s.elbow[L].z - .08);
}

BOOST_AUTO_TEST_CASE(elbow_flexion_brings_the_hand_forward_and_level_makes_it_horizontal) {
  BOOST_TEST(posed("armR flex 0 abd 0 elbow 90").wrist[R].x > .13);
  for (const char* arm : {"flex 95", "flex 60 abd 20", "flex 70 rot 30"}) {
    const Skeleton s = posed("body base prone\narmR elbow level " + std::string(arm));
    BOOST_TEST(std::abs(s.elbow[R].y - s.wrist[R].y) < 1e-6, arm);
  }
}

BOOST_AUTO_TEST_CASE(pronation_turns_the_palm_back_from_thumb_forward) {
  const Skeleton s = posed("arms flex 0 abd 0 elbow 0 pron 90");
  auto palm = [&](int i) { return s.hand_frame[i].column(2) * (i == R ? -1. : 1.); };
  BOOST_TEST(palm(R).x < -.9);
  BOOST_TEST(palm(L).x < -.9);
}

BOOST_AUTO_TEST_CASE(the_hands_and_knees_position_is_solved_to_the_verified_pitch) {
  const auto s = solved(
      "pose start\n body base quad straightarms 1 neck -10\n legs hip vert knee 90 ankle -75\n"
      " hands flat\n reach floor 0 0 0 pole down\n contact knees\n anchor knR 0\n");
  BOOST_TEST(s[0].pose.pitch == 12.965, boost::test_tools::tolerance(5e-5));
  BOOST_TEST(std::abs(s[0].knee[R].x) < 1e-9);
  BOOST_TEST(std::abs(s[0].knee[R].x - s[0].hip[R].x) < 1e-4);  // vertical thighs
}

BOOST_AUTO_TEST_CASE(bridge_and_hook_lying_are_solved_to_the_verified_angles) {
  const auto s = solved(kBridge);
  BOOST_TEST(s[0].pose.leg[R].hip == 47.746, boost::test_tools::tolerance(5e-5));
  BOOST_TEST(s[1].pose.pitch == 24.389, boost::test_tools::tolerance(5e-5));
}

BOOST_AUTO_TEST_CASE(contact_leaves_less_than_a_thousandth) {
  const auto s = solved(kBridge);
  const Body lying = build_body(s[0]), lifted = build_body(s[1]);
  BOOST_TEST(std::abs(lowest(lying, "trunk")) < 1e-3);
  BOOST_TEST(std::abs(lowest(lying, "feet")) < 1e-3);
  BOOST_TEST(std::abs(lowest(lifted, "shoulders")) < 1e-3);
  BOOST_TEST(std::abs(lowest(lifted, "feet")) < 1e-3);
}

BOOST_AUTO_TEST_CASE(a_hand_reaches_its_target_and_a_far_one_stops_straight) {
  const auto near = solved("pose start\n reachR pelvis .02 .055 .10 pole backout\n");
  BOOST_TEST(length(near[0].wrist[R] - near[0].reach_target[R]) < 1e-9);
  BOOST_TEST(near[0].elbow[R].x < near[0].shoulder[R].x);
  const auto far = solved("pose start\n reachR abs 2 .8 0\n");
  BOOST_TEST(length(far[0].wrist[R] - far[0].shoulder[R]) < .326);
  BOOST_TEST(length(far[0].wrist[R] - far[0].shoulder[R]) > .325);
}

BOOST_AUTO_TEST_CASE(the_elbow_of_a_reaching_arm_stays_above_the_mat) {
  const auto s = solved(
      "pose start\n body base supine\n legs hip auto knee 105\n arms pron 80\n"
      " reach floor .24 .01 .15 pole back\n contact trunk\n");
  const Body body = build_body(s[0]);
  BOOST_TEST(lowest(body, "forearms") > -.004);
  BOOST_TEST(s[0].elbow[R].z == -s[0].elbow[L].z, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(length(s[0].wrist[R] - s[0].reach_target[R]) < .01);
}

BOOST_AUTO_TEST_CASE(a_released_hand_follows_its_angles_again) {
  const auto s = solved(
      "pose start\n reach pelvis .02 .055 .10\n arms hand dir fing down palm med\n"
      "pose end = start\n armR free flex 90 elbow 0\n");
  BOOST_TEST(s[1].wrist[R].x > .3);
  BOOST_TEST(s[1].wrist[L].x < .1);
}

BOOST_AUTO_TEST_CASE(a_kept_ankle_stays_while_the_pelvis_moves) {
  const auto s = solved(
      "pose start\n legs hip 4 knee 6 abd 4\n anchor pelvis 0 0\n"
      "pose end = start\n legs keep ankle\n anchor pelvis .03 .06\n");
  for (int i : {R, L}) BOOST_TEST(length(s[0].ankle[i] - s[1].ankle[i]) < 1e-6);
  BOOST_TEST(s[1].pelvis.z > s[0].pelvis.z + .05);
}

BOOST_AUTO_TEST_CASE(a_leg_can_reach_a_joint) {
  const auto s = solved("pose start\n legR hip 60 knee 90 to joint knL .05 .08 0\n");
  BOOST_TEST(length(s[0].ankle[R] - (s[0].knee[L] + V3{.05, .08, 0})) < 1e-6);
  // The solved angles, put through forward kinematics, give the same leg.
  const Skeleton again = articulate(s[0].pose, s[0].pelvis);
  BOOST_TEST(length(again.ankle[R] - s[0].ankle[R]) < 1e-9);
}

BOOST_AUTO_TEST_CASE(a_gripping_palm_is_at_the_thing_it_holds) {
  const auto s = solved(
      "pose start\n reachL abs .1 .55 -.2 pole backout\n"
      " armL hand grip fing front palm down ref world\n");
  const V3 palm = s[0].wrist[L] + s[0].hand_frame[L] * V3{0, -.05, .0245};
  BOOST_TEST(length(palm - V3{.1, .55, -.2}) < 1e-6);
  BOOST_TEST(s[0].pose.arm[L].curl > 80);
}

BOOST_AUTO_TEST_CASE(a_knee_angle_edited_by_30_degrees_turns_the_shank_by_30) {
  const Skeleton a = posed("legR hip 90 knee 90"), b = posed("legR hip 90 knee 60");
  BOOST_TEST(turned_about(a.ankle[R] - a.knee[R], b.ankle[R] - b.knee[R]) == 30,
             boost::test_tools::tolerance(1e-9));
  BOOST_TEST(length(a.ankle[L] - b.ankle[L]) < 1e-12);
}

BOOST_AUTO_TEST_CASE(between_ends_where_the_two_poses_are) {
  const auto s = solved(
      "pose start\n reachL pelvis .02 .055 .10\n"
      "pose end = start\n body pitch -20\n armL free flex 120\n legR hip 40\n");
  for (const char* joint : {"head", "fingL", "wrL", "toeR", "elR"}) {
    BOOST_TEST(length(between(s[0], s[1], 0).joint(joint) - s[0].joint(joint)) < 1e-9, joint);
    BOOST_TEST(length(between(s[0], s[1], 1).joint(joint) - s[1].joint(joint)) < 1e-9, joint);
  }
}

BOOST_AUTO_TEST_CASE(an_arm_between_two_poses_keeps_its_length) {
  const auto s =
      solved("pose start\n reachL pelvis .02 .055 .10\npose end = start\n armL free flex 150\n");
  for (double t : {.25, .5, .75}) {
    const Skeleton m = between(s[0], s[1], t);
    BOOST_TEST(length(m.elbow[L] - m.shoulder[L]) == .180, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(length(m.wrist[L] - m.elbow[L]) == .146, boost::test_tools::tolerance(1e-6));
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_joint_is_named_in_the_error) {
  BOOST_CHECK_EXCEPTION(posed("").joint("kneeR"), Error, [](const Error& e) {
    return e.message().find("\"kneeR\"") != std::string::npos;
  });
}

BOOST_AUTO_TEST_SUITE_END()
