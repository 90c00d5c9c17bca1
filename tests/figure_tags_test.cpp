// SPDX-License-Identifier: MIT
// What an exercise asks of hips and knees (its demand tags) is what its picture shows: the angles
// are read off the solved scene. The limits leave room for the way an exercise is drawn, not for
// another exercise.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>

#include "catalog/catalog.h"
#include "figure/skeleton.h"

using namespace kinescript;

namespace {

struct Angles {  // degrees, over all poses
  std::array<double, 2> hip = {-360, -360};
  double both_hips = -360, one_hip = -360, least_hip = 360, knee = -360, loaded_knee = -360;
};
Angles angles_of(const Exercise& exercise) {
  Angles found;
  for (const Skeleton& s :
       solve(parse_scene(exercise.scene, exercise.scene_where, exercise.scene_line))) {
    const LegPose &right = s.pose.leg[0], &left = s.pose.leg[1];
    found.hip = {std::max(found.hip[0], right.hip), std::max(found.hip[1], left.hip)};
    found.both_hips = std::min(found.hip[0], found.hip[1]);  // pedals: one after the other
    found.one_hip = std::max({found.one_hip, right.hip, left.hip});
    found.least_hip = std::min({found.least_hip, right.hip, left.hip});
    found.knee = std::max({found.knee, right.knee, left.knee});
    for (std::size_t i : {0, 1}) {  // not of a leg in the air
      const bool loaded = s.ankle[i].y < s.pose.floor + .07;
      if (loaded) found.loaded_knee = std::max(found.loaded_knee, s.pose.leg[i].knee);
    }
  }
  return found;
}

const Catalog& catalog() {
  static const Catalog kCatalog = read_catalog(std::filesystem::path(KINESCRIPT_SOURCE_DIR) / "db");
  return kCatalog;
}
bool has(const Exercise& exercise, const std::string& tag) {
  return std::find(exercise.tags.begin(), exercise.tags.end(), tag) != exercise.tags.end();
}
bool has_any(const Exercise& exercise, std::initializer_list<const char*> tags) {
  return std::any_of(tags.begin(), tags.end(), [&](const char* tag) { return has(exercise, tag); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(figure_tags_test)

BOOST_AUTO_TEST_CASE(a_tag_of_the_hips_or_knees_is_seen_in_the_picture) {
  int compared = 0;
  for (const Exercise& exercise : catalog().exercises) {
    if (exercise.scene.empty()) continue;
    const Angles seen = angles_of(exercise);
    const auto at_least = [&](const char* tag, double angle, double least) {
      if (!has(exercise, tag)) return;
      ++compared;
      BOOST_TEST(angle >= least, exercise.id.text << ": " << tag << ", drawn with " << angle);
    };
    at_least("hip_flex_90", seen.both_hips, 60);
    at_least("hip_flex_90_one", seen.one_hip, 60);
    at_least("hip_flex_end", seen.one_hip, 90);
    at_least("knee_load_shallow", seen.knee, 10);
    at_least("knee_load_deep", seen.knee, 60);
    at_least("knee_load_one", seen.knee, 20);
    at_least("knee_flex_end", seen.knee, 95);
    at_least("hip_ext_mid", -seen.least_hip, -14);
    at_least("hip_ext_end", -seen.least_hip, 6);
  }
  BOOST_TEST(compared >= 15);
}

BOOST_AUTO_TEST_CASE(deep_bending_in_the_picture_is_named_by_a_tag) {
  for (const Exercise& exercise : catalog().exercises) {
    if (exercise.scene.empty()) continue;
    const Angles seen = angles_of(exercise);
    // Who sits down in between has a bent knee over a foot that bears little.
    if (has_any(exercise, {"pos_standing", "pos_walking"}) && !has(exercise, "pos_seated") &&
        seen.loaded_knee > 68)
      BOOST_TEST(has_any(exercise, {"knee_load_deep", "knee_load_one", "knee_load_shallow",
                                    "knee_flex_end", "balance_single", "step_height"}),
                 exercise.id.text << ": a knee bends by " << seen.loaded_knee);
    if (seen.one_hip > 105)
      BOOST_TEST(has_any(exercise, {"hip_flex_end", "hip_flex_90", "hip_flex_90_one",
                                    "hip_add_cross", "spine_flex_end"}),
                 exercise.id.text << ": a hip bends by " << seen.one_hip);
  }
}

BOOST_AUTO_TEST_SUITE_END()
