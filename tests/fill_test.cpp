// SPDX-License-Identifier: MIT
// Templates for a patient: what is swapped, what is left out, phases by week; and that what is
// shipped has no open Avoid for those whom it is for.
#include "plan/fill.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "helpers/plans.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

const std::vector<Program>& shipped_programs() {
  static const auto all =
      read_programs(fs::path(KINESCRIPT_SOURCE_DIR) / "templates" / "programs", shipped_catalog());
  return all;
}

Filled fill(const std::string& id, const Patient& who, const ProgramChoices& choices = {}) {
  return fill_for_patient(empty_plan(), shipped_program(id), who, shipped_catalog(), choices,
                          kToday);
}

const SlotOutcome* outcome_of(const Filled& filled, const std::string& slot) {
  for (const auto& outcome : filled.outcomes)
    if (outcome.slot == slot) return &outcome;
  return nullptr;
}

// Those whom a template is for, in each of its weeks (or in week 3), on the right.
std::vector<Patient> patients_of(const Program& program) {
  std::vector<Patient> all;
  const Amount weeks = program.weeks.value_or(range(3, 3));
  for (int week = weeks.min; week <= weeks.max; ++week) {
    std::vector<PatientPrecaution> precautions;
    for (const auto& who : program.for_patients) {
      auto record = given(who);
      const auto& precaution = shipped_catalog().precaution(record.code);
      if (precaution.sided) record.side = BodySide::right;
      if (precaution.dating == Dating::date) record.date = record.recorded_on = weeks_ago(week - 1);
      precautions.push_back(record);
    }
    all.push_back(patient(precautions));
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fill_test)

BOOST_AUTO_TEST_CASE(no_shipped_template_is_open_for_the_patient_it_is_for) {
  for (const auto& program : shipped_programs())
    for (const auto& who : patients_of(program)) {
      ProgramChoices right;
      right.side = BodySide::right;
      const auto plan = fill_from_program(empty_plan(), program, shipped_catalog(), right);
      for (const auto& finding : check_now(plan, who))
        BOOST_TEST(!finding.open(), program.id << ": " << finding.rule);
      BOOST_TEST(fill_for_patient(empty_plan(), program, who, shipped_catalog(), {}, kToday)
                     .outcomes.empty(),
                 program.id);
    }
}

BOOST_AUTO_TEST_CASE(for_a_patient_without_precautions_a_template_stays_as_it_is) {
  for (const auto& program : shipped_programs()) {
    const auto filled =
        fill_for_patient(empty_plan(), program, patient(), shipped_catalog(), {}, kToday);
    BOOST_TEST(filled.outcomes.empty());
    BOOST_TEST((filled.plan == fill_from_program(empty_plan(), program, shipped_catalog(), {})));
  }
}

BOOST_AUTO_TEST_CASE(the_slots_own_choice_comes_before_a_substitute) {
  auto program = shipped_program("low-back-mini");
  for (auto& slot : program.slots)
    if (slot.id == "strength_2") {
      std::swap(slot.one_of[0], slot.one_of[1]);
      std::swap(slot.doses[0], slot.doses[1]);
    }
  const auto filled = fill_for_patient(empty_plan(), program, patient({given("ext_intol")}),
                                       shipped_catalog(), {}, kToday);
  const auto* outcome = outcome_of(filled, "strength_2");
  BOOST_REQUIRE(outcome != nullptr);
  BOOST_TEST(outcome->wanted.text == "superman");
  BOOST_TEST(outcome->swapped_in.text == "bird-dog");
  BOOST_TEST(outcome->rule == "superman/ext_intol");
  BOOST_TEST(item_of(filled.plan, *outcome->item).dose.sets.min == 2);
}

BOOST_AUTO_TEST_CASE(a_slot_with_nothing_fitting_is_left_out_with_the_reason) {
  // The cat stretch leans on the hands; what could stand in for it is taken or bends the hip.
  const auto who =
      patient({given("tha:right:approach=posterior@3"), given("shoulder_surg:left@3")});
  const auto filled = fill("low-back-mini", who);
  int left_out = 0;
  for (const auto& outcome : filled.outcomes) {
    BOOST_TEST(!outcome.rule.empty(), outcome.slot);
    BOOST_TEST(outcome.item.has_value() == !outcome.swapped_in.empty());
    left_out += outcome.item ? 0 : 1;
  }
  BOOST_TEST(left_out > 0);
  BOOST_TEST(filled.plan.items.size() + static_cast<std::size_t>(left_out) == 9u);
  for (const auto& finding : check_now(filled.plan, who))
    BOOST_TEST((!finding.item || !finding.open() || finding.code == "side_missing"), finding.rule);
}

BOOST_AUTO_TEST_CASE(what_was_chosen_stays_open_or_not) {
  ProgramChoices choices;
  choices.choose["strength_2"] = ExerciseId{"superman"};
  const auto filled = fill("low-back-mini", patient({given("ext_intol")}), choices);
  BOOST_TEST(filled.outcomes.empty());
  BOOST_TEST(filled.plan.items.at(4).exercise.text == "superman");
}

BOOST_AUTO_TEST_CASE(no_precaution_leaves_a_filled_template_with_an_open_item) {
  for (const auto& precaution : shipped_catalog().precautions) {
    Recorded recorded;
    if (precaution.sided) recorded.side = BodySide::left;
    if (precaution.dating == Dating::date) recorded.date = weeks_ago(3);
    if (precaution.dating == Dating::due) recorded.date = weeks_ago(-12);
    const auto who = patient({with(precaution.code.text, recorded)});
    const auto filled = fill("low-back-mini", who);
    for (const auto& finding : check_now(filled.plan, who))
      BOOST_TEST((!finding.item || !finding.open() || finding.code == "side_missing"),
                 precaution.code.text << " " << finding.rule);
  }
}

BOOST_AUTO_TEST_CASE(the_phase_of_a_protocol_comes_from_the_weeks_since_the_date) {
  std::vector<Program> programs(3);
  for (std::size_t i = 0; i < 3; ++i) {
    programs[i].id = "hip-" + std::to_string(i + 1);
    programs[i].protocol = "hip";
    programs[i].after = "tha";
    programs[i].weeks = std::vector<Amount>{range(1, 2), range(3, 6), range(7, 12)}[i];
  }
  const auto phase = [&](int days) {
    auto record = given("tha:right");
    record.date = kToday - std::chrono::days{days};
    return phase_for(programs, "hip", patient({record}), kToday).id;
  };
  BOOST_TEST(phase(0) == "hip-1");
  BOOST_TEST(phase(13) == "hip-1");
  BOOST_TEST(phase(14) == "hip-2");
  BOOST_TEST(phase(41) == "hip-2");
  BOOST_TEST(phase(42) == "hip-3");
  BOOST_TEST(phase(83) == "hip-3");
  BOOST_CHECK_THROW(phase(84), Error);
  BOOST_CHECK_THROW(phase(-1), Error);
  BOOST_CHECK_THROW(phase_for(programs, "hip", patient({given("tha:right")}), kToday), Error);
  BOOST_CHECK_THROW(phase_for(programs, "hop", patient(), kToday), Error);
}

BOOST_AUTO_TEST_CASE(the_text_of_a_template_reads_back_as_the_same_template) {
  const fs::path folder = fs::path(KINESCRIPT_TEST_SCRATCH) / "program_text";
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (auto program : shipped_programs()) {
    // A saved plan's slot has one exercise.
    for (auto& slot : program.slots) {
      slot.one_of.resize(1);
      slot.doses.resize(1);
    }
    program.slots.front().note = "Say \"when\" \\ stop.";
    program.slots.back().affected_side = true;
    const auto text = program_text(program, shipped_catalog());
    write_atomically(folder / "one.toml", text);
    const auto again = read_programs(folder, shipped_catalog()).at(0);
    BOOST_TEST(program_text(again, shipped_catalog()) == text);
    BOOST_TEST(again.slots.size() == program.slots.size());
    for (std::size_t i = 0; i < again.slots.size(); ++i)
      BOOST_TEST((again.slots[i].doses == program.slots[i].doses), program.slots[i].id);
    BOOST_TEST(again.slots.front().note == program.slots.front().note);
    BOOST_TEST(again.slots.back().affected_side);
  }
}

BOOST_AUTO_TEST_SUITE_END()
