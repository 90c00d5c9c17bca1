// SPDX-License-Identifier: MIT
// The shipped catalog: complete, as the clinical data has it, and without a fault.
#include "catalog/catalog.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "base/error.h"

namespace fs = std::filesystem;
namespace tools = boost::test_tools;
using namespace kinescript;
using Words = std::vector<std::string>;

namespace {

const Catalog& shipped() {
  static const Catalog catalog = read_catalog(fs::path(KINESCRIPT_SOURCE_DIR) / "db");
  return catalog;
}

const Exercise& exercise(const char* id) { return shipped().exercise(ExerciseId{id}); }
const Precaution& precaution(const char* code) {
  return shipped().precaution(PrecautionCode{code});
}

Words ids(const std::vector<ExerciseId>& list) {
  Words words;
  for (const auto& id : list) words.push_back(id.text);
  return words;
}

const Rule& rule(const char* code) {
  for (const auto& one : shipped().exercises)
    for (const auto& r : one.rules)
      if (r.code == code) return r;
  for (const auto& one : shipped().tag_rules)
    if (one.rule.code == code) return one.rule;
  throw Error(ErrorKind::not_found, "", code);
}

bool says_version(const Rule& rule) {
  return rule.level == Level::modify && rule.change.find("version") != std::string::npos;
}

// The faults of a catalog that `spoil` has changed, and that name `part`.
template <class Spoil>
std::size_t faults(const std::string& part, Spoil spoil) {
  Catalog catalog = shipped();
  spoil(catalog);
  const auto all = check_catalog(catalog);
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& fault) {
    return fault.find(part) != std::string::npos;
  }));
}

Exercise& record(Catalog& catalog, const char* id) {
  return *std::find_if(catalog.exercises.begin(), catalog.exercises.end(),
                       [&](const Exercise& one) { return one.id.text == id; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalog_test)

BOOST_AUTO_TEST_CASE(nothing_of_the_clinical_data_is_missing) {
  std::size_t rules = 0, variants = 0;
  for (const auto& one : shipped().exercises) {
    rules += one.rules.size();
    variants += one.variant_of ? 1 : 0;
  }
  BOOST_TEST(shipped().exercises.size() == 169u);
  BOOST_TEST(variants == 23u);
  BOOST_TEST(rules == 727u);  // 656 of the clinical data, 26 where its tags are too weak
  BOOST_TEST(shipped().precautions.size() == 39u);
  BOOST_TEST(shipped().tags.size() == 79u);
  BOOST_TEST(shipped().tag_rules.size() == 344u);
  BOOST_TEST(shipped().stop_box.size() == 52u);
  BOOST_TEST(shipped().pain_rule.size() == 6u);
}

BOOST_AUTO_TEST_CASE(the_catalog_has_no_fault) {
  for (const auto& fault : check_catalog(shipped())) BOOST_TEST(fault == "");
}

BOOST_AUTO_TEST_CASE(bird_dog_is_as_the_data_has_it) {
  const Exercise& e = exercise("bird-dog");
  BOOST_TEST(!e.variant_of.has_value());
  BOOST_TEST(e.name_clinician == "Bird dog");
  BOOST_TEST(e.name_patient == "Arm and leg reach on hands and knees");
  BOOST_TEST(e.aliases == (Words{"birddog", "quadruped reach", "pointer",
                                 "opposite arm and leg reach", "quadruped arm leg raise"}),
             tools::per_element());
  BOOST_TEST(e.regions == (Words{"low_back", "trunk"}), tools::per_element());
  BOOST_CHECK(e.section == Section::strength);
  BOOST_TEST(e.positions == (Words{"hands_knees"}), tools::per_element());
  BOOST_TEST(e.equipment == (Words{"mat", "knee pad"}), tools::per_element());
  BOOST_TEST(e.type == "strength");
  BOOST_CHECK(e.side_mode == SideMode::alternating);
  BOOST_CHECK(e.side_means == SideMeans::moving_arm);
  BOOST_CHECK(e.support == Support::none);
  BOOST_TEST(e.tags == (Words{"pos_quadruped", "wb_wrist", "knee_on_floor", "arm_overhead",
                              "spine_neutral_iso", "hip_flex_90", "floor"}),
             tools::per_element());
  BOOST_CHECK((e.dose.sets == exactly(1)));
  BOOST_CHECK((e.dose.count == range(8, 10)));
  BOOST_CHECK(e.dose.unit == CountUnit::times);
  BOOST_CHECK((e.dose.hold == exactly(3)));
  BOOST_CHECK(e.dose.hold_unit == HoldUnit::seconds);
  BOOST_CHECK((e.dose.per_day == exactly(1)));
  BOOST_CHECK((e.dose.days_per_week == range(3, 4)));
  BOOST_CHECK(e.dose.timing == Timing::none);
  BOOST_CHECK(e.dose_source == DoseSource::article);
  BOOST_TEST(e.proposed_fields.empty());
  BOOST_TEST(e.progress_to.empty());
  BOOST_TEST(ids(e.regress_to) == (Words{"bird-dog-leg-only", "bird-dog-counter"}),
             tools::per_element());
  BOOST_TEST(ids(e.alternatives) == (Words{"dead-bug"}), tools::per_element());
  BOOST_TEST(e.gate == "Can you slide one leg back with a flat, still back?");
  BOOST_TEST(e.why == "Works your back and tummy with less load on your back.");
  BOOST_TEST(e.steps.size() == 7u);
  BOOST_CHECK((e.steps[3] ==
               Step{"Reach your {side} arm forward and {other_side} leg back.", StepKind::normal}));
  BOOST_TEST(e.stop_cue == "Your back sags or twists.");
  BOOST_TEST(e.breathing == "Breathe out as you reach.");
  BOOST_TEST(e.source == "article, own words");
  BOOST_TEST(e.reviewed_by == "");
  BOOST_TEST(e.content_version == 1);
}

BOOST_AUTO_TEST_CASE(the_bridge_on_one_leg_is_as_the_data_has_it) {
  const Exercise& e = exercise("bridge-single-leg");
  BOOST_TEST(e.variant_of.value().text == "bridge");
  BOOST_CHECK(e.variant_kind == VariantKind::harder);
  BOOST_TEST(e.name_clinician == "Single-leg bridge");
  BOOST_TEST(e.name_patient == "Hip lift on one leg");
  BOOST_TEST(e.aliases == (Words{"one-leg bridge", "SL bridge", "single leg glute bridge"}),
             tools::per_element());
  BOOST_TEST(e.regions == (Words{"low_back", "hip"}), tools::per_element());
  BOOST_CHECK(e.section == Section::strength);
  BOOST_TEST(e.positions == (Words{"lying_back"}), tools::per_element());
  BOOST_TEST(e.equipment == (Words{"mat or bed"}), tools::per_element());
  BOOST_CHECK(e.side_mode == SideMode::each);
  BOOST_CHECK(e.side_means == SideMeans::stance_leg);
  BOOST_TEST(e.tags == (Words{"pos_supine", "hips_above_heart", "iso_low", "hip_ext_mid", "iap_mod",
                              "wb_one_leg", "floor"}),
             tools::per_element());
  BOOST_CHECK((e.dose.count == range(5, 10)));
  BOOST_CHECK(!e.dose.hold);
  BOOST_CHECK(e.dose_source == DoseSource::proposed);
  BOOST_TEST(e.proposed_fields == (Words{"count"}), tools::per_element());
  BOOST_TEST(e.progress_to.empty());
  BOOST_TEST(ids(e.regress_to) == (Words{"bridge", "bridge-feet-far"}), tools::per_element());
  BOOST_TEST(ids(e.alternatives) == (Words{"bridge-feet-far"}), tools::per_element());
  BOOST_TEST(e.gate == "Is the two-leg hip lift easy, and do your hips stay level?");
  BOOST_TEST(e.steps.size() == 8u);
  BOOST_CHECK((e.steps.back() == Step{"Use both feet if one hip drops.", StepKind::safety}));
  BOOST_TEST(e.stop_cue == "One hip drops.");
  BOOST_TEST(e.breathing == "Breathe out as you lift.");
}

BOOST_AUTO_TEST_CASE(the_seated_rotation_is_as_the_data_has_it) {
  const Exercise& e = exercise("seated-rotation");
  BOOST_TEST(e.name_clinician == "Seated rotation, legs crossed");
  BOOST_TEST(e.name_patient == "Seated twist");
  BOOST_CHECK(e.section == Section::stretch);
  BOOST_TEST(e.equipment == (Words{"armless chair or bench"}), tools::per_element());
  BOOST_CHECK(e.side_mode == SideMode::each);
  BOOST_CHECK(e.side_means == SideMeans::moving_leg);
  BOOST_TEST(e.tags == (Words{"pos_seated", "spine_rot_end", "spine_flex_moment", "hip_add_cross"}),
             tools::per_element());
  BOOST_CHECK((e.dose.count == range(3, 5)));
  BOOST_CHECK((e.dose.hold == exactly(10)));
  BOOST_CHECK((e.dose.per_day == exactly(2)));
  BOOST_CHECK((e.dose.days_per_week == exactly(7)));
  BOOST_CHECK(e.dose.timing == Timing::when_sitting_long);
  BOOST_TEST(ids(e.alternatives) == (Words{"floor-rotation"}), tools::per_element());
  BOOST_TEST(e.note == "Side = the top, crossed leg; you turn toward it.");
  BOOST_CHECK(
      (e.steps.front() == Step{"Sit tall on a firm chair with no arms.", StepKind::safety}));
}

BOOST_AUTO_TEST_CASE(holds_are_in_seconds_or_breaths_and_one_dose_has_a_goal) {
  const Dose& bridge = exercise("bridge").dose;
  BOOST_CHECK((bridge.hold == range(3, 5)));
  BOOST_CHECK(bridge.hold_unit == HoldUnit::breaths);
  BOOST_TEST(bridge.count.start == 5);
  BOOST_TEST(bridge.count.goal.value() == 20);
  BOOST_CHECK(exercise("hip-circles").support == Support::held);
}

BOOST_AUTO_TEST_CASE(a_rule_keeps_every_column) {
  const Rule& r = rule("cycle-easy/tha/2");
  BOOST_CHECK(r.level == Level::modify);
  BOOST_TEST(r.from_week.value() == 0);
  BOOST_TEST(r.to_week.value() == 12);
  BOOST_TEST(r.until_cleared);
  BOOST_TEST(to_text(r.condition) == "approach=posterior|lateral");
  BOOST_CHECK(r.limb == Limb::both);
  BOOST_TEST(r.reason == "top of the pedal stroke can pass 90 degrees");
  BOOST_TEST(r.change == "high saddle, surgeon allows it");
  BOOST_TEST(r.patient_line == "Set the saddle high. Keep your knees lower than your hips.");
  BOOST_TEST(ids(r.substitutes) == (Words{"walk-easy"}), tools::per_element());
  BOOST_TEST(r.source == "THA");
}

BOOST_AUTO_TEST_CASE(a_tag_rule_takes_the_limb_of_its_tag) {
  const Rule& r = rule("tag:pos_sidelying/shoulder");
  BOOST_CHECK(r.level == Level::modify);
  BOOST_CHECK(r.limb == Limb::underneath);
  BOOST_TEST(r.patient_line == "Lie on your good side. Hug a pillow.");
}

BOOST_AUTO_TEST_CASE(the_articles_own_swap_is_in_the_rules) {
  const Rule& r = rule("superman/ext_intol");
  BOOST_CHECK(r.level == Level::avoid);
  BOOST_TEST(r.substitutes.front().text == "bird-dog");
}

BOOST_AUTO_TEST_CASE(codes_of_rules_are_unique) {
  std::set<std::string> codes;
  for (const auto& one : shipped().exercises)
    for (const auto& r : one.rules) BOOST_TEST(codes.insert(r.code).second, r.code);
  for (const auto& one : shipped().tag_rules)
    BOOST_TEST(codes.insert(one.rule.code).second, one.rule.code);
}

BOOST_AUTO_TEST_CASE(a_precaution_keeps_details_effects_lines_and_stop_items) {
  const Precaution& hip = precaution("tha");
  BOOST_TEST(hip.sided);
  BOOST_CHECK(hip.dating == Dating::date);
  BOOST_TEST(hip.aliases.size() == 3u);
  BOOST_TEST(hip.aliases.front().first == "tha_post");
  BOOST_TEST(hip.aliases.front().second == "tha:approach=posterior");
  BOOST_TEST(hip.detail("approach")->choices == (Words{"posterior", "lateral", "anterior"}),
             tools::per_element());
  BOOST_TEST(hip.detail("cleared")->assumed == "no");
  BOOST_CHECK(hip.detail("end")->type == DetailField::Type::date);
  BOOST_REQUIRE(hip.effects.size() == 2u);
  BOOST_TEST(to_text(hip.effects.front().condition) == "approach=unknown");
  BOOST_CHECK(hip.effects.front().effect == PlanEffect::confirm);
  BOOST_TEST(hip.patient_lines.size() == 5u);
  BOOST_TEST(hip.stop_addons == (Words{"hip_pop", "clot_leg", "wound"}), tools::per_element());
  BOOST_TEST(hip.review_after_weeks.value() == 6);
  BOOST_TEST(hip.when_windows_over ==
             "Old hip replacement, all windows over: ask once for limits that still hold.");
  const Precaution& pain = precaution("severe_pain");
  BOOST_TEST(pain.detail("nrs")->max.value() == 10);
  BOOST_REQUIRE(pain.effects.size() == 2u);
  BOOST_TEST(pain.effects[1].sections[1].first == "core");
  BOOST_TEST(pain.effects[1].sections[1].second == "iap_mod");
}

BOOST_AUTO_TEST_CASE(an_unknown_name_gets_the_nearest_one) {
  try {
    exercise("brigde");
    BOOST_ERROR("found");
  } catch (const Error& error) {
    BOOST_CHECK(error.kind() == ErrorKind::not_found);
    BOOST_TEST(error.message() == "There is no exercise \"brigde\". Did you mean \"bridge\"?");
  }
  BOOST_CHECK_THROW(precaution("zebra"), Error);
}

BOOST_AUTO_TEST_CASE(variants_follow_their_base) {
  Words found;
  for (const Exercise* variant : shipped().variants_of(ExerciseId{"bridge"}))
    found.push_back(variant->id.text);
  BOOST_TEST(found == (Words{"bridge-feet-far", "bridge-single-leg"}), tools::per_element());
}

BOOST_AUTO_TEST_CASE(faults_between_files_are_found) {
  BOOST_TEST(faults("brige in progress_to", [](Catalog& c) {
               record(c, "bird-dog").progress_to = {ExerciseId{"brige"}};
             }) == 1u);
  BOOST_TEST(faults("comes back to itself", [](Catalog& c) {
               record(c, "bridge-single-leg").progress_to = {ExerciseId{"bridge"}};
             }) > 0u);
  BOOST_TEST(faults("which is not there", [](Catalog& c) {
               record(c, "bridge-feet-far").variant_of = ExerciseId{"zebra"};
             }) == 1u);
  BOOST_TEST(faults("has the name",
                    [](Catalog& c) { record(c, "superman").name_clinician = "bird DOG"; }) == 1u);
  BOOST_TEST(faults("no side_mode",
                    [](Catalog& c) { record(c, "bird-dog").side_mode = SideMode::none; }) == 1u);
  BOOST_TEST(faults("no step with {side}",
                    [](Catalog& c) { record(c, "bridge").side_mode = SideMode::each; }) == 1u);
  BOOST_TEST(faults("tags.toml does not have",
                    [](Catalog& c) { record(c, "bridge").tags = {"pos_flying"}; }) == 1u);
  BOOST_TEST(faults("names a precaution that is not there", [](Catalog& c) {
               record(c, "bridge").rules.front().precaution = PrecautionCode{"zebra"};
             }) == 1u);
  BOOST_TEST(faults("which does not name it",
                    [](Catalog& c) { c.precautions.front().stop_addons = {"eye"}; }) == 1u);
  BOOST_TEST(faults("bridge has no scene", [](Catalog& c) { record(c, "bridge").scene.clear(); }) ==
             1u);
  BOOST_TEST(faults("pain bands", [](Catalog& c) { c.pain_rule.pop_back(); }) == 1u);
}

BOOST_AUTO_TEST_CASE(an_avoid_never_ends_in_silence) {
  BOOST_TEST(faults("ends in silence", [](Catalog& c) {
               auto& rules = record(c, "leg-swings").rules;
               std::erase_if(rules,
                             [](const Rule& r) { return r.code == "leg-swings/lumbar_fusion/2"; });
             }) == 1u);
}

BOOST_AUTO_TEST_CASE(rules_that_hold_at_once_are_found) {
  BOOST_TEST(faults("hold at once", [](Catalog& c) {
               for (Rule& r : record(c, "cycle-easy").rules)
                 if (r.code == "cycle-easy/tha/2")
                   r.condition = parse_condition("approach=anterior", "");
             }) == 1u);
  BOOST_TEST(faults("hold at once", [](Catalog& c) {
               for (TagRule& one : c.tag_rules)
                 if (one.rule.code == "tag:pos_prone/diastasis/2") one.rule.condition = {};
             }) == 1u);
}

BOOST_AUTO_TEST_CASE(a_substitute_that_is_itself_avoided_is_found) {
  BOOST_TEST(faults("offers leg-swings, which is itself avoided", [](Catalog& c) {
               for (Rule& r : record(c, "walk-easy").rules)
                 if (r.code == "walk-easy/falls") r.substitutes = {ExerciseId{"leg-swings"}};
             }) == 1u);
}

BOOST_AUTO_TEST_CASE(lines_that_a_patient_cannot_read_well_are_found) {
  const auto steps = [](const char* text) {
    return [text](Catalog& c) { record(c, "bridge").steps.front().text = text; };
  };
  BOOST_TEST(faults("has no full stop", steps("Lie on your back")) == 1u);
  BOOST_TEST(faults("writes left out", steps("Lift your left, then your other leg.")) == 1u);
  BOOST_TEST(
      faults("more than 18 words",
             steps("Lie on your back and bend your knees and put your feet flat on the floor "
                   "and then lift.")) == 1u);
}

BOOST_AUTO_TEST_CASE(sit_ups_are_discouraged_for_the_low_back) {
  BOOST_REQUIRE(shipped().discouraged.size() == 1u);
  const Discouraged& family = shipped().discouraged.front();
  BOOST_TEST(family.regions == (Words{"low_back"}), tools::per_element());
  BOOST_TEST(ids(family.instead) == (Words{"dead-bug", "front-plank"}), tools::per_element());
  BOOST_TEST(ids(family.exempt) == (Words{"curl-up-mcgill"}), tools::per_element());
}

BOOST_AUTO_TEST_CASE(words_of_enums_are_read_back) {
  for (const Section section : kSections) BOOST_CHECK(section_from(word(section)) == section);
  for (const auto mode : {SideMode::none, SideMode::each, SideMode::alternating,
                          SideMode::left_right_choice, SideMode::each_way})
    BOOST_CHECK(side_mode_from(word(mode)) == mode);
  for (const auto means :
       {SideMeans::none, SideMeans::moving_arm, SideMeans::moving_leg, SideMeans::stance_leg,
        SideMeans::front_leg, SideMeans::back_leg, SideMeans::lower_side, SideMeans::stretched_side,
        SideMeans::turn_direction})
    BOOST_CHECK(side_means_from(word(means)) == means);
  for (const auto level : {Level::prefer, Level::caution, Level::modify, Level::avoid})
    BOOST_CHECK(level_from(word(level)) == level);
  for (const auto limb : {Limb::none, Limb::moving, Limb::supporting, Limb::underneath, Limb::both})
    BOOST_CHECK(limb_from(word(limb)) == limb);
  for (const auto tier : {Tier::emergency, Tier::doctor_today, Tier::doctor_soon, Tier::call_us})
    BOOST_CHECK(tier_from(word(tier)) == tier);
  BOOST_CHECK(!section_from("Strength"));
  BOOST_CHECK(!level_from(""));
}

// "The wall version" must be an exercise that the finding can offer.
BOOST_AUTO_TEST_CASE(a_modify_that_means_another_version_names_it) {
  int named = 0;
  for (const auto& one : shipped().exercises) {
    for (const auto& r : one.rules) {
      if (!says_version(r)) continue;
      ++named;
      BOOST_TEST(!r.substitutes.empty(), r.code << ": " << r.change);
    }
    for (const auto& [tag, r] : shipped().tag_rules) {
      if (!says_version(r) || std::find(one.tags.begin(), one.tags.end(), tag) == one.tags.end())
        continue;
      const bool own = std::any_of(one.rules.begin(), one.rules.end(), [&r](const Rule& mine) {
        return mine.precaution == r.precaution;
      });
      BOOST_TEST(own,
                 one.id.text << ": " << r.code << " says \"" << r.change << "\" and names none");
    }
  }
  BOOST_TEST(named > 40);
}

BOOST_AUTO_TEST_SUITE_END()
