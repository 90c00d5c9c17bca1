// SPDX-License-Identifier: MIT
// Forms of an exercise: while a Modify holds, the printed steps and the picture are those of its
// form, so that no card says "only halfway" beside the whole way.
#include <boost/test/unit_test.hpp>

#include "figure/skeleton.h"
#include "helpers/sheet.h"
#include "plan/codec.h"

using namespace kinescript;

namespace {

constexpr std::size_t kStopStep = 4;

Card card_of(const Dossier& dossier) { return composed(dossier).cards.front(); }

Dossier bridge_for(const std::vector<std::string>& precautions) {
  return sheet_dossier(sheet_plan({{"bridge"}}), sheet_patient(precautions));
}

const ModifiedForm& half() {
  return *shipped_catalog().exercise(ExerciseId{"bridge"}).form("half");
}

// How far the pelvis of a scene rises from its first to its last pose, in statures.
double lift(const std::string& scene) {
  const std::vector<Skeleton> poses = solve(parse_scene(scene, "bridge.toml"));
  return poses.back().pelvis.y - poses.front().pelvis.y;
}

std::string drawn(const Card& card) {
  return std::get<std::shared_ptr<const Group>>(card.panels.back().figure.drawing.front())
      ->cache_key;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(forms_test)

BOOST_AUTO_TEST_CASE(a_modify_prints_the_steps_of_its_form) {
  const Card usual = card_of(bridge_for({})), modified = card_of(bridge_for({"ext_intol"}));
  BOOST_TEST(usual.steps[kStopStep] == "Stop when knees, hips and shoulders make a line.");
  BOOST_TEST(modified.steps[kStopStep] == half().steps[kStopStep]);
  BOOST_TEST(modified.steps.front() == usual.steps.front());
  BOOST_TEST(modified.alternative.find(half().steps[kStopStep]) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_modify_draws_the_finish_of_its_form) {
  const Exercise& bridge = shipped_catalog().exercise(ExerciseId{"bridge"});
  const double share = lift(half().scene) / lift(bridge.scene);
  BOOST_TEST(share > .3);
  BOOST_TEST(share < .7);
  const Card usual = card_of(bridge_for({})), modified = card_of(bridge_for({"ext_intol"}));
  BOOST_TEST(drawn(modified) != drawn(usual));
  BOOST_TEST(drawn(modified) == drawn(card_of(bridge_for({"ext_intol"}))));
  BOOST_TEST((modified.pictured == usual.pictured));
}

BOOST_AUTO_TEST_CASE(a_rule_kept_aside_with_a_reason_prints_the_usual_exercise) {
  Dossier dossier = bridge_for({"ext_intol"});
  for (Finding& finding : dossier.findings) finding.overridden = true;
  BOOST_TEST(card_of(dossier).steps[kStopStep] == card_of(bridge_for({})).steps[kStopStep]);
}

BOOST_AUTO_TEST_CASE(a_step_worded_for_the_patient_stands_before_that_of_a_form) {
  Plan plan = sheet_plan({{"bridge"}});
  plan.items.front().steps.assign(kStopStep, "");
  plan.items.front().steps.push_back("Stop when you can see your knees.");
  const Dossier dossier = sheet_dossier(plan, sheet_patient({"ext_intol"}));
  BOOST_TEST(card_of(dossier).steps[kStopStep] == "Stop when you can see your knees.");
}

BOOST_AUTO_TEST_CASE(an_issued_plan_keeps_the_form_that_was_printed_and_no_other) {
  const Dossier with = bridge_for({"ext_intol"}), without = bridge_for({});
  BOOST_REQUIRE(with.exercises.front().forms.size() == 1U);
  BOOST_TEST(without.exercises.front().forms.empty());
  const Dossier stored = decode_dossier(encode(with));
  BOOST_TEST(card_of(stored).steps == card_of(with).steps, boost::test_tools::per_element());
  BOOST_TEST(stored.exercises.front().forms.front().scene == half().scene);
}

BOOST_AUTO_TEST_SUITE_END()
