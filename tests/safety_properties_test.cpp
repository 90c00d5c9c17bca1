// SPDX-License-Identifier: MIT
// What must hold for every exercise and every precaution, whatever the rules say.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>

#include "app/findings_text.h"
#include "base/text.h"
#include "helpers/plans.h"

using namespace kinescript;

namespace {

// One of each precaution of the list, in force now.
std::vector<PatientPrecaution> each_precaution() {
  std::vector<PatientPrecaution> all;
  for (const auto& precaution : shipped_catalog().precautions) {
    Recorded recorded;
    if (precaution.sided) recorded.side = BodySide::right;
    if (precaution.dating == Dating::date) recorded.date = weeks_ago(4);
    if (precaution.dating == Dating::due) recorded.date = weeks_ago(-16);
    all.push_back(with(precaution.code.text, recorded));
  }
  return all;
}

Plan routine() {
  return fill_from_program(empty_plan(), shipped_program("low-back-mini"), shipped_catalog(), {});
}

long look_ups(const Plan& plan, const Patient& who) {
  long count = 0;
  CheckOptions options;
  options.look_ups = &count;
  check(plan, who, shipped_catalog(), kToday, options);
  return count;
}

bool has_finding(const std::vector<Finding>& findings, const Finding& wanted) {
  return std::any_of(findings.begin(), findings.end(), [&wanted](const Finding& f) {
    return f.rule == wanted.rule && f.item == wanted.item && f.level == wanted.level;
  });
}

// The text a clinician reads of a check.
std::string read_all(const Plan& plan, const Patient& who) {
  const auto findings = check_now(plan, who);
  return join(summary_of(findings, plan, who, shipped_catalog()), "\n") + "\n" +
         join(details_of(findings, shipped_catalog()), "\n");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(safety_properties_test)

BOOST_AUTO_TEST_CASE(a_substitute_never_conflicts) {
  int swaps = 0;
  for (const auto& precaution : each_precaution())
    for (const auto& exercise : shipped_catalog().exercises) {
      const auto who = patient({precaution, given("ext_intol")});
      const auto plan = plan_of({exercise.id.text, "bridge"});
      for (const auto& id :
           substitutes_for(plan, who, shipped_catalog(), kToday, ItemId{"a1"}, 3)) {
        ++swaps;
        BOOST_TEST(id.text != "bridge");
        const auto swapped = swap_item(plan, shipped_catalog(), ItemId{"a1"}, id);
        for (const auto& finding : check_now(swapped, who))
          BOOST_TEST(
              (finding.item != ItemId{"a1"} || !finding.open() || finding.code == "side_missing"),
              exercise.id.text << " -> " << id.text << ": " << finding.rule);
      }
    }
  BOOST_TEST(swaps > 1000);
}

// Of two with the same aim and position, the one that this clinic has given stands first.
BOOST_AUTO_TEST_CASE(use_by_this_clinic_moves_a_substitute_forward_and_never_back) {
  int forward = 0;
  for (const auto& exercise : shipped_catalog().exercises) {
    const auto plan = plan_of({exercise.id.text});
    const auto all = [&](const Uses& uses) {
      return substitutes_for(plan, patient(), shipped_catalog(), kToday, ItemId{"a1"}, 99, uses);
    };
    const auto before = all({});
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto after = all({{before[i], 3}});
      BOOST_TEST(after.size() == before.size());
      const auto at = static_cast<std::size_t>(std::find(after.begin(), after.end(), before[i]) -
                                               after.begin());
      BOOST_TEST(at <= i, exercise.id.text << ": " << before[i].text);
      forward += at < i ? 1 : 0;
    }
  }
  BOOST_TEST(forward > 0);
}

BOOST_AUTO_TEST_CASE(another_precaution_never_removes_a_finding) {
  const auto plan = routine();
  const auto all = each_precaution();
  for (const auto& first : all) {
    const auto before = check_now(plan, patient({first}));
    for (const auto& second : all) {
      if (second.code == first.code) continue;
      const auto after = check_now(plan, patient({first, second}));
      for (const auto& finding : before)
        BOOST_TEST(has_finding(after, finding),
                   first.code.text << " + " << second.code.text << " loses " << finding.rule);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_findings_in_the_same_order) {
  const auto who = patient(each_precaution());
  BOOST_TEST(read_all(routine(), who) == read_all(routine(), who));
  for (const auto& precaution : each_precaution()) {
    const auto once = check_now(routine(), patient({precaution}));
    const auto again = check_now(routine(), patient({precaution}));
    BOOST_TEST_REQUIRE(once.size() == again.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
      BOOST_TEST(once[i].rule == again[i].rule);
      BOOST_TEST((once[i].substitutes == again[i].substitutes));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_sided_does_not_depend_on_the_side) {
  for (const auto& precaution : each_precaution()) {
    if (precaution.side != BodySide::none) continue;
    for (const auto& exercise : shipped_catalog().exercises) {
      if (exercise.side_mode != SideMode::each) continue;
      BOOST_TEST(rules_of(exercise.id.text, BodySide::left, precaution) ==
                 rules_of(exercise.id.text, BodySide::right, precaution));
    }
  }
}

BOOST_AUTO_TEST_CASE(rule_look_ups_grow_as_items_times_precautions) {
  const std::vector<PatientPrecaution> easy = {
      given("osteoporosis"), given("htn"), given("knee:right"), given("falls"), given("no_floor")};
  const auto one = look_ups(plan_of({"bridge"}), patient(easy));
  BOOST_TEST(one > 0);
  for (const int items : {2, 4, 8, 16}) {
    const auto plan = plan_of(std::vector<std::string>(static_cast<std::size_t>(items), "bridge"));
    BOOST_TEST(look_ups(plan, patient(easy)) == items * one);
  }
  long sum = 0;
  for (const auto& precaution : easy) sum += look_ups(plan_of({"bridge"}), patient({precaution}));
  BOOST_TEST(sum == one);
}

// With conflicts, each item's candidates are judged too, each once.
BOOST_AUTO_TEST_CASE(a_check_of_everything_stays_within_a_constant_an_item_and_precaution) {
  std::vector<std::string> names;
  for (const auto& exercise : shipped_catalog().exercises) names.push_back(exercise.id.text);
  const auto all = each_precaution();
  const auto count = look_ups(plan_of(names), patient(all));
  BOOST_TEST_MESSAGE(count << " look-ups for " << names.size() << " items and " << all.size()
                           << " precautions");
  BOOST_TEST(count < static_cast<long>(10 * names.size() * all.size()));
}

BOOST_AUTO_TEST_CASE(no_line_stands_twice_and_the_summary_has_eight_lines_at_most) {
  const auto plan = routine();
  const auto who = patient({given("osteoporosis"), given("htn"), given("knee:right"),
                            given("falls"), given("no_floor")});
  const auto findings = check_now(plan, who);
  BOOST_TEST(findings.size() > 25u);
  BOOST_TEST(summary_of(findings, plan, who, shipped_catalog()).size() <= kSummaryLines);
  const auto lines = details_of(findings, shipped_catalog());
  const std::set<std::string> once(lines.begin(), lines.end());
  BOOST_TEST(once.size() == lines.size());
}

BOOST_AUTO_TEST_CASE(the_summary_of_everything_at_once_has_eight_lines_at_most) {
  const auto plan = routine();
  const auto who = patient(each_precaution());
  const auto findings = check_now(plan, who);
  BOOST_TEST(summary_of(findings, plan, who, shipped_catalog()).size() <= kSummaryLines);
  for (const auto& finding : findings)
    if (finding.open() && finding.item)
      BOOST_TEST(read_all(plan, who).find(finding.rule) != std::string::npos, finding.rule);
}

BOOST_AUTO_TEST_CASE(an_item_without_a_finding_has_no_known_precaution) {
  const auto plan = plan_of({"superman", "drawing-in"});
  const auto text = read_all(plan, patient({given("ext_intol")}));
  BOOST_TEST(text.find("No known precaution: a2 ") != std::string::npos, text);
  BOOST_TEST(read_all(plan_of({"walk-easy", "knee-to-chest"}), patient()) ==
             "Nothing was found. No precaution is recorded for this patient.\n");
}

BOOST_AUTO_TEST_CASE(while_a_detail_is_missing_no_item_is_called_clear) {
  const auto text = read_all(plan_of({"walk-easy", "dead-bug"}), patient({given("tha:right@3")}));
  BOOST_TEST(text.find("No known precaution") == std::string::npos, text);
  BOOST_TEST(text.find("Not checked until the detail is recorded: a1 ") != std::string::npos, text);
  BOOST_TEST(text.find("which approach, posterior, lateral or anterior?") != std::string::npos,
             text);
}

BOOST_AUTO_TEST_CASE(an_item_of_a_closed_section_is_not_called_clear) {
  const auto text = read_all(plan_of({"walk-easy", "bridge"}), patient({given("severe_pain@0")}));
  BOOST_TEST(text.find("No known precaution: a1 Easy walk.") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(the_word_safe_is_in_no_text_of_a_check) {
  static const std::regex kSafe("\\bsafe(ly|r|st)?\\b", std::regex::icase);
  for (const auto& precaution : each_precaution())
    for (const auto& exercise : shipped_catalog().exercises) {
      const auto text = read_all(plan_of({exercise.id.text}), patient({precaution}));
      BOOST_TEST(!std::regex_search(text, kSafe), text);
    }
  for (const auto& exercise : shipped_catalog().exercises) {
    for (const auto& step : exercise.steps) BOOST_TEST(!std::regex_search(step.text, kSafe));
    BOOST_TEST(!std::regex_search(exercise.why + exercise.stop_cue + exercise.note, kSafe),
               exercise.id.text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
