// SPDX-License-Identifier: MIT
// The safety check on the shipped catalog: decisions, substitutes, blocks. Which rule fires for
// whom: safety_rules_test.cpp; notes of the session: safety_notes_test.cpp.
#include "plan/safety.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>

#include "base/error.h"
#include "base/text.h"
#include "helpers/plans.h"

using namespace kinescript;

namespace {

Finding of_rule(const std::vector<Finding>& findings, const std::string& rule) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&rule](const Finding& f) { return f.rule == rule; });
  BOOST_REQUIRE_MESSAGE(found != findings.end(), "no finding of " << rule);
  return *found;
}

std::string names(const std::vector<ExerciseId>& ids) {
  std::vector<std::string> texts;
  for (const auto& id : ids) texts.push_back(id.text);
  return join(texts, " ");
}

ErrorKind refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.kind();
  }
  BOOST_ERROR("nothing was refused");
  return ErrorKind::io;
}

const Moment kNow = *parse_moment("2026-11-23T20:49:00Z");
const ItemId kFirst{"a1"};

}  // namespace

BOOST_AUTO_TEST_SUITE(safety_test)

BOOST_AUTO_TEST_CASE(an_open_avoid_offers_the_articles_own_swap_first) {
  const auto anna = patient({given("ext_intol")});
  const auto plan = plan_of({"superman", "bridge"});
  const auto findings = check_now(plan, anna);
  const auto finding = of_rule(findings, "superman/ext_intol");
  BOOST_TEST(finding.open());
  BOOST_TEST(open_count(findings) == 1);
  BOOST_TEST(!finding.reason.empty());
  BOOST_REQUIRE(!finding.substitutes.empty());
  BOOST_TEST(finding.substitutes.front().text == "bird-dog");
  const auto swapped =
      check_now(swap_item(plan, shipped_catalog(), kFirst, finding.substitutes.front()), anna);
  BOOST_TEST(open_count(swapped) == 0);
  BOOST_TEST(of_rule(swapped, "bird-dog/ext_intol").patient_line ==
             "Lift your leg no higher than your hip.");
}

BOOST_AUTO_TEST_CASE(no_substitute_is_missing_in_the_plan_already_or_in_conflict_itself) {
  const auto anna = patient({given("ext_intol"), given("shoulder_surg:left@3")});
  for (const auto& exercise : shipped_catalog().exercises) {
    const auto plan = plan_of({exercise.id.text, "drawing-in"});
    for (const auto& finding : check_now(plan, anna)) {
      BOOST_TEST(finding.substitutes.size() <= 3u);
      for (const auto& id : finding.substitutes) {
        BOOST_REQUIRE(shipped_catalog().find(id) != nullptr);
        BOOST_TEST(id.text != "drawing-in");
        for (const auto& own : check_now(plan_of({id.text}), anna))
          BOOST_TEST((!own.item || !own.open() || own.code == "side_missing"),
                     id.text << " " << own.rule);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(where_no_substitute_is_left_the_finding_has_none) {
  const auto anna = patient({given("ext_intol")});
  auto plan = plan_of({"superman"});  // and everything else, so that nothing is left to take
  for (const auto& exercise : shipped_catalog().exercises)
    if (exercise.id.text != "superman") plan = add_item(plan, shipped_catalog(), exercise.id, {});
  BOOST_TEST(names(of_rule(check_now(plan, anna), "superman/ext_intol").substitutes) == "");
}

BOOST_AUTO_TEST_CASE(the_strictest_comes_first_and_prefers_come_last) {
  const auto findings = check_now(plan_of({"cycle-easy", "superman", "bird-dog"}),
                                  patient({given("ext_intol"), given("htn"), given("wrist:left")}));
  std::vector<std::string> levels;
  for (const auto& finding : findings)
    if (finding.code == "rule") levels.push_back(finding.rule);
  BOOST_TEST(levels.front() == "superman/ext_intol");
  BOOST_TEST(findings.back().rule == "cycle-easy/ext_intol");
}

BOOST_AUTO_TEST_CASE(a_second_precaution_removes_no_finding) {
  const auto plan = plan_of(
      {"walk-easy", "dead-bug", "bird-dog", "superman", "knee-to-chest", "seated-rotation"});
  for (const char* first :
       {"ext_intol", "tha:right:approach=posterior@5", "radic:left", "preg@-16"})
    for (const auto& second : shipped_catalog().precautions) {
      const auto before = check_now(plan, patient({given(first)}));
      const auto after = check_now(plan, patient({given(first), with(second.code.text)}));
      for (const auto& finding : before)
        BOOST_TEST(std::any_of(after.begin(), after.end(),
                               [&](const Finding& f) {
                                 return f.rule == finding.rule && f.item == finding.item &&
                                        f.level == finding.level;
                               }),
                   first << " + " << second.code.text << " loses " << finding.rule);
    }
}

BOOST_AUTO_TEST_CASE(a_dated_precaution_without_its_date_says_so) {
  BOOST_TEST(of_rule(check_now(plan_of({"bridge"}), patient({given("lumbar_fusion")})),
                     "bridge/lumbar_fusion/1")
                 .date_missing);
  BOOST_TEST(!of_rule(check_now(plan_of({"bridge"}), patient({given("lumbar_fusion@2")})),
                      "bridge/lumbar_fusion/1")
                  .date_missing);
}

BOOST_AUTO_TEST_CASE(a_hold_at_the_counter_eases_the_risk_of_falls) {
  auto catalog = shipped_catalog();
  for (auto& exercise : catalog.exercises)
    if (exercise.id.text == "lunge-mini")
      std::erase_if(exercise.rules,
                    [](const Rule& rule) { return rule.precaution.text == "falls"; });
  const auto held = plan_of({"lunge-mini"}, catalog);
  const auto anna = patient({given("falls")});
  BOOST_TEST(
      rules_of(check(held, anna, catalog, kToday)).find("modify tag:balance_narrow/falls/2") !=
      std::string::npos);
  ItemChange change;
  change.support = Support::none;
  const auto free = set_item(held, catalog, kFirst, change);
  BOOST_TEST(
      rules_of(check(free, anna, catalog, kToday)).find("avoid tag:balance_narrow/falls/1") == 0u);
}

BOOST_AUTO_TEST_CASE(an_old_operation_gives_one_caution_for_the_whole_plan) {
  auto fusion = given("lumbar_fusion@300");
  fusion.recorded_on = kToday;
  const auto findings =
      check_now(plan_of({"bridge", "cat-camel", "superman", "dead-bug"}), patient({fusion}));
  const auto over = only(findings, "windows_over");
  BOOST_TEST((over.level == FindingLevel::caution));
  BOOST_TEST(over.reason.find("surgeon") != std::string::npos);
  BOOST_TEST(rules_of(findings) == "");
  BOOST_TEST(open_count(findings) == 0);
}

BOOST_AUTO_TEST_CASE(inside_a_window_nothing_is_said_to_be_over) {
  BOOST_TEST(
      count_of(check_now(plan_of({"bridge", "cat-camel"}), patient({given("lumbar_fusion@8")})),
               "windows_over") == 0);
}

BOOST_AUTO_TEST_CASE(recorded_after_the_window_a_rule_until_cleared_does_not_act) {
  auto hip = given("tha:right:approach=posterior@100");
  BOOST_TEST(rules_of("knee-to-chest", BodySide::right, hip) == "avoid knee-to-chest/tha/2");
  BOOST_TEST(count_of(check_now(one_item("knee-to-chest", BodySide::right), patient({hip})),
                      "ask_cleared") == 1);
  hip.recorded_on = kToday;
  const auto findings = check_now(one_item("knee-to-chest", BodySide::right), patient({hip}));
  BOOST_TEST(rules_of(findings) == "");
  BOOST_TEST(count_of(findings, "ask_cleared") == 0);
  BOOST_TEST(count_of(findings, "windows_over") == 1);
}

BOOST_AUTO_TEST_CASE(a_missing_detail_is_asked_for_once_and_not_answered_with_avoids) {
  const auto plan = plan_of({"walk-easy", "bodyweight-squat", "bridge", "bird-dog"});
  const auto anna = patient({given("wb_limit:left@1")});
  const auto findings = check_now(plan, anna);
  const auto asked = only(findings, "missing_detail");
  BOOST_TEST(asked.detail == "weight_bearing");
  BOOST_TEST(asked.open());
  BOOST_TEST(rules_of(findings).find("avoid") == std::string::npos);
  const auto cleared =
      clear_block(plan, findings, asked.rule, "Limit is not known yet.", "Elena Sorin", kNow);
  const auto strict = check_now(cleared, anna);
  BOOST_TEST(!only(strict, "missing_detail").open());
  BOOST_TEST(rules_of(strict).find("avoid tag:pos_walking/wb_limit/1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_hip_without_its_approach_and_a_fracture_without_its_site_are_asked_for) {
  BOOST_TEST(only(check_now(plan_of({"bridge"}), patient({given("tha:right@3")})), "missing_detail")
                 .detail == "approach");
  BOOST_TEST(
      only(check_now(plan_of({"dead-bug"}), patient({given("limb_fx:right@3")})), "missing_detail")
          .detail == "site");
}

BOOST_AUTO_TEST_CASE(a_tag_that_the_list_does_not_have_is_not_checked) {
  auto catalog = shipped_catalog();
  for (auto& exercise : catalog.exercises)
    if (exercise.id.text == "bridge") exercise.tags.push_back("hovering");
  const auto finding = only(check(plan_of({"bridge"}), patient(), catalog, kToday), "unknown_tag");
  BOOST_TEST((finding.level == FindingLevel::not_checked));
  BOOST_TEST(finding.detail == "hovering");
}

BOOST_AUTO_TEST_CASE(an_exercise_or_precaution_that_nobody_knows_is_not_checked) {
  auto plan = plan_of({"bridge"});
  plan.items[0].exercise = ExerciseId{"handstand"};
  const auto findings = check_now(plan, patient({given("sunburn")}));
  BOOST_TEST((only(findings, "unknown_exercise").level == FindingLevel::not_checked));
  BOOST_TEST(only(findings, "unknown_precaution").precaution.text == "sunburn");
}

BOOST_AUTO_TEST_CASE(an_own_precaution_is_not_checked_and_carries_its_line) {
  const auto finding = only(
      check_now(plan_of({"bridge"}), patient({own("Sore heel", "Do wear soft shoes.")})), "own");
  BOOST_TEST((finding.level == FindingLevel::not_checked));
  BOOST_TEST(finding.patient_line == "Do wear soft shoes.");
  BOOST_TEST(!finding.open());
}

BOOST_AUTO_TEST_CASE(a_modify_without_a_change_stays_open_until_one_is_given) {
  auto catalog = shipped_catalog();
  for (auto& exercise : catalog.exercises)
    for (auto& rule : exercise.rules)
      if (rule.code == "bird-dog/ext_intol") rule.change = rule.patient_line = "";
  auto plan = plan_of({"bird-dog"});
  const auto anna = patient({given("ext_intol")});
  BOOST_TEST(open_count(check(plan, anna, catalog, kToday)) == 1);
  ItemChange change;
  change.modification = "Lift the arm only.";
  const auto changed = check(set_item(plan, catalog, kFirst, change), anna, catalog, kToday);
  BOOST_TEST(open_count(changed) == 0);
  BOOST_TEST(of_rule(changed, "bird-dog/ext_intol").patient_line == "Lift the arm only.");
}

BOOST_AUTO_TEST_CASE(an_override_counts_only_while_its_reasons_are_the_same) {
  auto anna = patient({given("ext_intol")});
  const auto plan = plan_of({"superman"});
  const auto kept = keep(plan, check_now(plan, anna), kFirst, "superman/ext_intol",
                         "Done for years, no pain.", "Elena Sorin", kNow);
  BOOST_TEST(open_count(check_now(kept, anna)) == 0);
  BOOST_TEST(of_rule(check_now(kept, anna), "superman/ext_intol").overridden);
  ItemChange more;
  more.sets = exactly(3);
  BOOST_TEST(open_count(check_now(set_item(kept, shipped_catalog(), kFirst, more), anna)) == 1);
  anna.precautions[0].details["walk_limit_min"] = "5";
  BOOST_TEST(open_count(check_now(kept, anna)) == 1);
  auto catalog = shipped_catalog();
  for (auto& exercise : catalog.exercises) ++exercise.content_version;
  BOOST_TEST(open_count(check(kept, patient({given("ext_intol")}), catalog, kToday)) == 1);
  BOOST_TEST(open_count(check_now(kept, patient({given("ext_intol"), given("reflux")}))) ==
             open_count(check_now(kept, patient({given("reflux")}))));
}

BOOST_AUTO_TEST_CASE(keeping_needs_a_reason_a_finding_and_no_block) {
  const auto anna = patient({given("ext_intol"), given("red_flag")});
  const auto plan = plan_of({"superman"});
  const auto findings = check_now(plan, anna);
  const auto try_keep = [&](const std::string& rule, const std::string& because) {
    return refusal([&] { keep(plan, findings, kFirst, rule, because, "Elena Sorin", kNow); });
  };
  BOOST_TEST((try_keep("superman/ext_intol", "too short") == ErrorKind::usage));
  BOOST_TEST((try_keep("superman/ext_intol", "a reason\nof two lines") == ErrorKind::usage));
  BOOST_TEST((try_keep("superman/knee", "A reason that is long enough.") == ErrorKind::not_found));
  BOOST_TEST((try_keep("plan:red_flag", "A reason that is long enough.") == ErrorKind::refused));
}

BOOST_AUTO_TEST_CASE(a_red_flag_blocks_until_a_named_dated_decision) {
  auto anna = patient({given("red_flag@0")});
  const auto plan = plan_of({"drawing-in"});
  const auto block = only(check_now(plan, anna), "red_flag");
  BOOST_TEST((block.level == FindingLevel::block && block.open() && !block.item));
  const auto cleared = clear_block(plan, check_now(plan, anna), "plan:red_flag",
                                   "Seen by the doctor today.", "Elena Sorin", kNow);
  BOOST_TEST(open_count(check_now(cleared, anna)) == 0);
  anna.precautions[0].details = {{"outcome", "reviewed"}, {"by", "Dr Hall"}};
  BOOST_TEST(open_count(check_now(plan, anna)) == 1);
  anna.precautions[0].details["on"] = "2026-11-23";
  BOOST_TEST(open_count(check_now(plan, anna)) == 0);
}

BOOST_AUTO_TEST_CASE(a_yes_in_the_screening_blocks_and_a_later_no_ends_it) {
  auto anna = patient();
  anna.screening = {{"chest_pain", true, weeks_ago(1)}};
  const auto plan = plan_of({"drawing-in"});
  BOOST_TEST(only(check_now(plan, anna), "red_flag").detail == "chest_pain");
  const auto cleared = clear_block(plan, check_now(plan, anna), "plan:red_flag",
                                   "Seen by the doctor today.", "Elena Sorin", kNow);
  BOOST_TEST(open_count(check_now(cleared, anna)) == 0);
  auto again = anna;
  again.screening.push_back({"breath", true, kToday});
  BOOST_TEST(open_count(check_now(cleared, again)) == 1);
  anna.screening.push_back({"chest_pain", false, kToday});
  BOOST_TEST(open_count(check_now(plan, anna)) == 0);
}

BOOST_AUTO_TEST_CASE(severe_pain_blocks_strength_and_loaded_core_only) {
  const auto plan = plan_of({"walk-easy", "drawing-in", "dead-bug", "bridge", "cat-camel"});
  const auto block = only(check_now(plan, patient({given("severe_pain@0")})), "block_sections");
  BOOST_TEST(block.detail == "a3 a4");
  BOOST_TEST(
      count_of(check_now(plan_of({"drawing-in", "cat-camel"}), patient({given("severe_pain@0")})),
               "block_sections") == 0);
  const auto usual = patient({given("severe_pain:usual=yes@0")});
  const auto confirm = only(check_now(plan, usual), "confirm");
  BOOST_TEST(confirm.open());
  const auto ticked = clear_block(plan, check_now(plan, usual), confirm.rule,
                                  "Usual for this patient.", "Elena Sorin", kNow);
  BOOST_TEST(!only(check_now(ticked, usual), "confirm").open());
}

BOOST_AUTO_TEST_CASE(an_unstable_heart_blocks_the_plan_and_one_nobody_asked_about_is_asked_for) {
  BOOST_TEST(
      only(check_now(plan_of({"drawing-in"}), patient({given("cardiac:stable=no")})), "block_plan")
          .open());
  BOOST_TEST(only(check_now(plan_of({"drawing-in"}), patient({given("cardiac")})), "missing_detail")
                 .detail == "stable");
  BOOST_TEST(
      open_count(check_now(plan_of({"drawing-in"}), patient({given("cardiac:stable=yes")}))) == 0);
}

BOOST_AUTO_TEST_CASE(an_end_that_has_passed_asks_and_ends_nothing) {
  auto precaution = given("ext_intol");
  precaution.end = weeks_ago(1);
  const auto findings = check_now(plan_of({"superman"}), patient({precaution}));
  BOOST_TEST(only(findings, "ended").detail == iso(weeks_ago(1)));
  BOOST_TEST(open_count(findings) == 1);
}

BOOST_AUTO_TEST_CASE(a_due_date_and_a_limit_until_a_day_ask_when_they_have_passed) {
  const auto pregnant = only(check_now(plan_of({"bridge"}), patient({given("preg@1")})), "ended");
  BOOST_TEST(pregnant.reason.find("diastasis") != std::string::npos);
  const auto plan = plan_of({"drawing-in"});
  const auto limit = [](const char* until) {
    return patient(
        {given("wb_limit:left:weight_bearing=partial:until=" + std::string(until) + "@9")});
  };
  BOOST_TEST(only(check_now(plan, limit("2026-11-22")), "ended").reason.find("new one") !=
             std::string::npos);
  BOOST_TEST(count_of(check_now(plan, limit("2026-11-23")), "ended") == 0);
}

BOOST_AUTO_TEST_CASE(a_review_is_due_after_its_weeks) {
  auto precaution = given("ext_intol");
  precaution.recorded_on = weeks_ago(7);
  BOOST_TEST(count_of(check_now(plan_of({"bridge"}), patient({precaution})), "review_due") == 0);
  precaution.recorded_on = weeks_ago(8);
  BOOST_TEST(count_of(check_now(plan_of({"bridge"}), patient({precaution})), "review_due") == 1);
}

BOOST_AUTO_TEST_CASE(week_8_of_a_precaution_with_26_weeks_is_not_over_whatever_the_plan_holds) {
  BOOST_TEST(
      count_of(check_now(plan_of({"walk-easy"}), patient({given("tha:left:approach=anterior@8")})),
               "windows_over") == 0);
  auto old = given("tha:left:approach=anterior@300");
  old.recorded_on = kToday;
  BOOST_TEST(count_of(check_now(plan_of({"drawing-in"}), patient({old})), "windows_over") == 1);
}

BOOST_AUTO_TEST_CASE(an_item_that_needs_a_side_and_has_none_is_open) {
  auto catalog = shipped_catalog();
  for (auto& exercise : catalog.exercises)
    if (exercise.id.text == "knee-to-chest") exercise.side_mode = SideMode::left_right_choice;
  const auto plan = plan_of({"walk-easy", "knee-to-chest"}, catalog);
  const auto findings = check(plan, patient(), catalog, kToday);
  BOOST_TEST(only(findings, "side_missing").open());
  ItemChange change;
  change.side = BodySide::left;
  BOOST_TEST(open_count(check(set_item(plan, catalog, ItemId{"a2"}, change), patient(), catalog,
                              kToday)) == 0);
}

BOOST_AUTO_TEST_CASE(sit_ups_are_discouraged_for_the_low_back_with_what_to_take_instead) {
  auto catalog = shipped_catalog();
  auto sit_up = catalog.exercise(ExerciseId{"dead-bug"});
  sit_up.id = ExerciseId{"clinic-sit-up"};
  sit_up.name_clinician = "Sit-up";
  sit_up.name_patient = catalog.discouraged.at(0).aliases.empty()
                            ? catalog.discouraged[0].name
                            : catalog.discouraged[0].aliases[0];
  catalog.exercises.push_back(sit_up);
  const auto finding =
      only(check(plan_of({"walk-easy", "clinic-sit-up"}, catalog), patient(), catalog, kToday),
           "discouraged");
  BOOST_TEST((finding.level == FindingLevel::caution));
  BOOST_TEST(!finding.substitutes.empty());
  BOOST_TEST(!finding.reason.empty());
}

BOOST_AUTO_TEST_CASE(a_modify_offers_the_chair_counter_or_wall_version) {
  const auto offered = [](const char* exercise, const char* precaution, const char* rule) {
    return names(
        of_rule(check_now(plan_of({exercise}), patient({given(precaution)})), rule).substitutes);
  };
  BOOST_TEST(offered("clamshell", "no_floor", "clamshell/no_floor") == "standing-hip-abd");
  BOOST_TEST(offered("thread-needle", "no_floor", "thread-needle/no_floor") ==
             "seated-thoracic-rotation");
  BOOST_TEST(offered("front-plank", "shoulder_surg:right@20", "front-plank/shoulder_surg/2") ==
             "wall-plank");
}

BOOST_AUTO_TEST_SUITE_END()
