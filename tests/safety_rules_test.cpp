// SPDX-License-Identifier: MIT
// Which rules fire for whom, on the shipped catalog. Every expectation was derived by hand from the
// clinical rules.
#include <boost/test/unit_test.hpp>

#include "helpers/plans.h"

using namespace kinescript;

namespace {

constexpr auto kNone = BodySide::none, kLeft = BodySide::left, kRight = BodySide::right,
               kBoth = BodySide::both;

struct Case {
  const char* statement;
  const char* exercise;
  BodySide side;
  const char* precaution;
  const char* expected;  // level and rule, strictest first
};

const std::vector<Case> kCases = {
    // explicit rules and tag rules
    {"arching forbids superman", "superman", kNone, "ext_intol", "avoid superman/ext_intol"},
    {"arching modifies bird dog", "bird-dog", kBoth, "ext_intol", "modify bird-dog/ext_intol"},
    {"arching says nothing of drawing-in", "drawing-in", kNone, "ext_intol", ""},
    {"arching prefers cycling", "cycle-easy", kNone, "ext_intol", "prefer cycle-easy/ext_intol"},
    {"a spine fusion prefers walking", "walk-easy", kNone, "lumbar_fusion@3",
     "prefer walk-easy/lumbar_fusion"},
    {"without an explicit rule the tags count", "walk-easy", kNone, "numb_feet",
     "modify tag:pos_walking/numb_feet"},
    {"an explicit rule replaces the stricter tag rules", "bridge", kNone, "tka:right@3",
     "caution bridge/tka"},
    {"an explicit rule outside its window still replaces the tag rules", "bridge", kNone,
     "tka:right@8", ""},
    // sides
    {"a right knee does not forbid a left knee to chest", "knee-to-chest", kLeft, "knee:right", ""},
    {"a left knee concerns a left knee to chest", "knee-to-chest", kLeft, "knee:left",
     "modify knee-to-chest/knee"},
    {"a right knee concerns a knee to chest with both", "knee-to-chest", kBoth, "knee:right",
     "modify knee-to-chest/knee"},
    {"two knees concern either leg", "knee-to-chest", kLeft, "knee:both",
     "modify knee-to-chest/knee"},
    {"a knee without a side concerns either leg", "knee-to-chest", kLeft, "knee",
     "modify knee-to-chest/knee"},
    {"a right knee carries a left leg swing", "leg-swings", kLeft, "knee:right",
     "caution tag:wb_one_leg/knee"},
    {"a right knee does not carry a right leg swing", "leg-swings", kRight, "knee:right", ""},
    {"a new right knee carries a left leg swing", "leg-swings", kLeft, "tka:right@4",
     "modify tag:wb_one_leg/tka"},
    {"a right knee concerns hands and knees", "bird-dog", kBoth, "knee:right",
     "modify bird-dog/knee/2"},
    {"a right knee concerns hands and knees with the left only", "bird-dog", kLeft, "knee:right",
     "modify bird-dog/knee/2"},
    {"a right wrist concerns hands and knees with the left only", "bird-dog", kLeft, "wrist:right",
     "modify bird-dog/wrist"},
    {"standing on the right loads a right knee", "bridge-single-leg", kRight, "knee:right",
     "modify bridge-single-leg/knee"},
    {"standing on the left spares a right knee", "bridge-single-leg", kLeft, "knee:right", ""},
    {"standing on the right loads a new right knee", "bridge-single-leg", kRight, "tka:right@5",
     "avoid bridge-single-leg/tka/1"},
    {"lying on the right presses a right shoulder", "side-plank", kRight, "shoulder:right",
     "avoid side-plank/shoulder"},
    {"lying on the left spares a right shoulder", "side-plank", kLeft, "shoulder:right", ""},
    {"a side plank on both sides presses either shoulder", "side-plank", kBoth, "shoulder:right",
     "avoid side-plank/shoulder"},
    {"lying on the right presses a right hip", "side-plank", kRight, "hip_pain:right",
     "modify side-plank/hip_pain"},
    {"lying on the left spares a right hip", "side-plank", kLeft, "hip_pain:right", ""},
    {"a knee between the knees is on both sides", "side-plank", kLeft, "knee:right",
     "caution side-plank/knee"},
    {"nerve root pain on the left counts for the right leg too", "leg-swings", kRight, "radic:left",
     "avoid leg-swings/radic"},
    {"a broken right leg does not carry a right leg swing", "leg-swings", kRight,
     "limb_fx:right:site=leg@2", ""},
    {"a broken right leg carries a left leg swing", "leg-swings", kLeft, "limb_fx:right:site=leg@2",
     "avoid tag:wb_one_leg/limb_fx"},
    // weeks
    {"a posterior hip forbids a deep bend in week 5", "knee-to-chest", kRight,
     "tha:right:approach=posterior@5", "avoid knee-to-chest/tha/2"},
    {"a posterior hip spares the other leg", "knee-to-chest", kLeft,
     "tha:right:approach=posterior@5", ""},
    {"an anterior hip is a caution there", "knee-to-chest", kLeft, "tha:right:approach=anterior@5",
     "caution knee-to-chest/tha/1"},
    {"a fused spine avoids the bridge before week 6", "bridge", kNone, "lumbar_fusion@5",
     "avoid bridge/lumbar_fusion/1"},
    {"week 6 belongs to the next window", "bridge", kNone, "lumbar_fusion@6",
     "modify bridge/lumbar_fusion/2"},
    {"week 12 is past both windows", "bridge", kNone, "lumbar_fusion@12", ""},
    {"without a date it is week 0", "bridge", kNone, "lumbar_fusion",
     "avoid bridge/lumbar_fusion/1"},
    {"a tag's weeks count too", "dead-bug", kBoth, "shoulder_surg:left@8",
     "avoid tag:arm_overhead/shoulder_surg/1"},
    {"a tag's next window follows", "dead-bug", kBoth, "shoulder_surg:left@12",
     "modify tag:arm_overhead/shoulder_surg/2"},
    {"a broken spine is modified for life", "cat-camel", kNone, "vert_fx:cleared=yes@200",
     "modify cat-camel/vert_fx/2"},
    {"the week of pregnancy comes from the due date", "side-plank", kBoth, "preg@-20",
     "modify side-plank/preg/1"},
    {"twelve weeks before the due date is week 28", "side-plank", kBoth, "preg@-12",
     "modify side-plank/preg/2"},
    // until cleared
    {"cleared in week 8 stops the rule", "knee-to-chest", kRight,
     "tha:right:approach=posterior:cleared=yes@8", ""},
    {"cleared counts as having reached the next window", "cat-camel", kNone,
     "vert_fx:cleared=yes@8", "modify cat-camel/vert_fx/2"},
    {"recorded inside the window it goes on until answered", "knee-to-chest", kRight,
     "tha:right:approach=posterior@14", "avoid knee-to-chest/tha/2"},
    {"a heart without clearance counts as not cleared", "superman", kNone, "cardiac:stable=yes",
     "avoid superman/cardiac/1"},
    {"a cleared heart has the eased rule", "superman", kNone, "cardiac:stable=yes:cleared=yes",
     "modify superman/cardiac/2"},
    // details
    {"kneeling not recorded takes the row that lists unknown", "bird-dog", kBoth, "knee:left",
     "modify bird-dog/knee/2"},
    {"cannot kneel takes the other row", "bird-dog", kBoth, "knee:left:kneel=no",
     "modify bird-dog/knee/1"},
    {"doming not recorded counts as yes", "front-plank", kNone, "diastasis@4",
     "avoid front-plank/diastasis/2"},
    {"no doming eases the plank", "front-plank", kNone, "diastasis:doming=no@4",
     "modify front-plank/diastasis/1"},
    {"no weight on a leg forbids walking", "walk-easy", kNone,
     "wb_limit:left:weight_bearing=none@1",
     "avoid tag:pos_walking/wb_limit/1; avoid tag:wb_legs/wb_limit/1"},
    {"part weight on a leg modifies walking", "walk-easy", kNone,
     "wb_limit:left:weight_bearing=partial@1",
     "modify tag:pos_walking/wb_limit/2; modify tag:wb_legs/wb_limit/2"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(safety_rules_test)

BOOST_AUTO_TEST_CASE(each_patient_and_exercise_has_exactly_these_rules) {
  for (const auto& c : kCases) {
    BOOST_TEST_CONTEXT(c.statement) {
      BOOST_TEST(rules_of(c.exercise, c.side, given(c.precaution)) == c.expected);
    }
  }
  BOOST_TEST(kCases.size() >= 40u);
}

BOOST_AUTO_TEST_SUITE_END()
