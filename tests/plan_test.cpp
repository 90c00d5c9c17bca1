// SPDX-License-Identifier: MIT
#include "plan/plan.h"

#include <boost/test/unit_test.hpp>
#include <functional>

#include "base/error.h"
#include "base/text.h"
#include "helpers/plans.h"

using namespace kinescript;

namespace {

const Catalog& catalog() { return shipped_catalog(); }

std::string order(const Plan& plan) {
  std::vector<std::string> names;
  for (const auto& item : plan.items) names.push_back(item.id.text + ":" + item.exercise.text);
  return join(names, " ");
}

PlanItem added(const std::string& exercise, const ItemChange& change) {
  return add_item(empty_plan(), catalog(), ExerciseId{exercise}, change).items.at(0);
}

// The message of the Error that `act` must throw.
std::string refusal(ErrorKind kind, const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    BOOST_TEST((error.kind() == kind), error.message());
    return error.message();
  }
  BOOST_ERROR("nothing was refused");
  return "";
}

std::string refused_add(const std::string& exercise, const ItemChange& change) {
  return refusal(ErrorKind::usage, [&] { added(exercise, change); });
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Plan routine(const ProgramChoices& choices = {}) {
  return fill_from_program(empty_plan(), shipped_program("low-back-mini"), catalog(), choices);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan_test)

BOOST_AUTO_TEST_CASE(items_stand_in_the_order_of_the_sections_whatever_the_order_of_adding) {
  const auto plan =
      plan_of({"cat-camel", "bridge", "walk-easy", "dead-bug", "bird-dog", "drawing-in"});
  BOOST_TEST(order(plan) ==
             "a3:walk-easy a4:dead-bug a6:drawing-in a2:bridge a5:bird-dog a1:cat-camel");
}

BOOST_AUTO_TEST_CASE(an_id_is_never_used_again) {
  auto plan = plan_of({"bridge", "bird-dog"});
  plan = remove_item(plan, ItemId{"a2"});
  plan = add_item(plan, catalog(), ExerciseId{"superman"}, {});
  BOOST_TEST(order(plan) == "a1:bridge a3:superman");
}

BOOST_AUTO_TEST_CASE(an_edit_leaves_the_old_value_alone) {
  const auto before = plan_of({"bridge", "bird-dog"});
  const auto copy = before;
  ItemChange change;
  change.sets = exactly(3);
  const auto after = set_item(before, catalog(), ItemId{"a1"}, change);
  BOOST_TEST((before == copy));
  BOOST_TEST((after.items[0].dose.sets == exactly(3)));
  BOOST_TEST((remove_item(after, ItemId{"a2"}).items.size() == 1u));
}

BOOST_AUTO_TEST_CASE(sides_follow_the_exercise) {
  BOOST_TEST((added("bridge", {}).side == BodySide::none));
  BOOST_TEST((added("knee-to-chest", {}).side == BodySide::both));
  BOOST_TEST((added("bird-dog", {}).side == BodySide::both));
  ItemChange left;
  left.side = BodySide::left;
  BOOST_TEST((added("knee-to-chest", left).side == BodySide::left));
  BOOST_TEST(says(refused_add("bridge", left), "no left or right"));
}

BOOST_AUTO_TEST_CASE(an_exercise_of_one_side_has_none_until_it_is_chosen) {
  auto changed = catalog();
  for (auto& exercise : changed.exercises)
    if (exercise.id.text == "knee-to-chest") exercise.side_mode = SideMode::left_right_choice;
  const auto plan = plan_of({"knee-to-chest"}, changed);
  BOOST_TEST((plan.items[0].side == BodySide::none));
  ItemChange change;
  change.side = BodySide::both;
  BOOST_TEST(says(refusal(ErrorKind::usage, [&] { set_item(plan, changed, ItemId{"a1"}, change); }),
                  "Choose left or right"));
  change.side = BodySide::right;
  BOOST_TEST((set_item(plan, changed, ItemId{"a1"}, change).items[0].side == BodySide::right));
}

BOOST_AUTO_TEST_CASE(a_dose_out_of_range_names_the_way_out) {
  ItemChange change;
  change.count = exactly(300);
  BOOST_TEST(says(refused_add("bridge", change), "1 to 100"));
  change = {};
  change.sets = exactly(0);
  BOOST_TEST(says(refused_add("bridge", change), "1 to 10"));
  change = {};
  change.count = range(8, 12);
  change.goal = 10;
  BOOST_TEST(says(refused_add("bridge", change), "goal 10"));
}

BOOST_AUTO_TEST_CASE(a_goal_stays_while_it_is_ahead_of_the_count) {
  ItemChange change;
  change.count = range(10, 15);
  BOOST_TEST(added("bridge", change).dose.count.goal.value() == 20);
  change.count = exactly(25);
  BOOST_TEST(!added("bridge", change).dose.count.goal.has_value());
  change.goal = 30;
  BOOST_TEST(added("bridge", change).dose.count.goal.value() == 30);
}

BOOST_AUTO_TEST_CASE(a_hold_can_be_changed_and_taken_away) {
  ItemChange change;
  change.hold = range(3, 5);
  change.hold_unit = HoldUnit::seconds;
  const auto held = added("bridge", change).dose;
  BOOST_TEST((held.hold == range(3, 5) && held.hold_unit == HoldUnit::seconds));
  ItemChange none;
  none.no_hold = true;
  BOOST_TEST(!added("bridge", none).dose.hold.has_value());
  none.hold = exactly(5);
  refused_add("bridge", none);
}

BOOST_AUTO_TEST_CASE(a_note_is_one_line_of_120_characters_of_valid_text) {
  ItemChange change;
  std::string accents;
  for (int i = 0; i < 120; ++i) accents += "\xC3\xA9";
  change.note = accents;
  BOOST_TEST(added("bridge", change).note == accents);
  change.note = accents + "e";
  BOOST_TEST(says(refused_add("bridge", change), "121 characters"));
  for (const char* wrong : {"caf\xE9", "two\nlines", "bell\x07", "tab\there"}) {
    change.note = wrong;
    refused_add("bridge", change);
  }
}

BOOST_AUTO_TEST_CASE(unknown_names_are_not_found) {
  BOOST_TEST(says(refusal(ErrorKind::not_found, [] { added("brigde", {}); }), "bridge"));
  BOOST_TEST(says(
      refusal(ErrorKind::not_found, [] { remove_item(plan_of({"bridge"}), ItemId{"a9"}); }), "a1"));
}

BOOST_AUTO_TEST_CASE(moving_out_of_the_sections_makes_an_order_by_hand) {
  auto plan = plan_of({"walk-easy", "bridge", "bird-dog", "cat-camel"});
  plan = move_item(plan, ItemId{"a3"}, 2);
  BOOST_TEST(order(plan) == "a1:walk-easy a3:bird-dog a2:bridge a4:cat-camel");
  BOOST_TEST(!plan.ordered_by_hand);
  plan = move_item(plan, ItemId{"a4"}, 1);
  BOOST_TEST(plan.ordered_by_hand);
  plan = add_item(plan, catalog(), ExerciseId{"superman"}, {});
  BOOST_TEST(order(plan) == "a4:cat-camel a1:walk-easy a3:bird-dog a2:bridge a5:superman");
  plan = order_by_section(plan);
  BOOST_TEST(order(plan) == "a1:walk-easy a3:bird-dog a2:bridge a5:superman a4:cat-camel");
  BOOST_TEST(!plan.ordered_by_hand);
  BOOST_TEST(says(refusal(ErrorKind::usage, [&] { move_item(plan, ItemId{"a1"}, 6); }), "1 to 5"));
}

BOOST_AUTO_TEST_CASE(another_section_moves_the_item_there) {
  ItemChange change;
  change.section = Section::warm_up;
  const auto plan =
      set_item(plan_of({"walk-easy", "bridge", "bird-dog"}), catalog(), ItemId{"a3"}, change);
  BOOST_TEST(order(plan) == "a1:walk-easy a3:bird-dog a2:bridge");
}

BOOST_AUTO_TEST_CASE(a_swap_keeps_place_note_and_side_and_takes_the_usual_dose) {
  auto plan = plan_of({"knee-to-chest", "floor-rotation", "cat-camel"});
  ItemChange change;
  change.side = BodySide::left;
  change.note = "After the walk.";
  change.count = exactly(9);
  plan = set_item(plan, catalog(), ItemId{"a2"}, change);
  plan = swap_item(plan, catalog(), ItemId{"a2"}, ExerciseId{"seated-rotation"});
  BOOST_TEST(order(plan) == "a1:knee-to-chest a2:seated-rotation a3:cat-camel");
  BOOST_TEST((plan.items[1].side == BodySide::left));
  BOOST_TEST(plan.items[1].note == "After the walk.");
  BOOST_TEST((plan.items[1].dose == catalog().exercise(ExerciseId{"seated-rotation"}).dose));
  BOOST_TEST((swap_item(plan, catalog(), ItemId{"a2"}, ExerciseId{"bridge"}).items[1].side ==
              BodySide::none));
  BOOST_TEST((swap_item(plan, catalog(), ItemId{"a3"}, ExerciseId{"knee-to-chest"}).items[2].side ==
              BodySide::both));
}

BOOST_AUTO_TEST_CASE(days_are_names_a_number_or_daily) {
  BOOST_TEST((parse_days("fri,mon, Wed,mon", 2).weekdays == std::vector<int>{1, 3, 5}));
  BOOST_TEST(parse_days("mon,fri", 1).days_per_week == 2);
  BOOST_TEST(parse_days("daily", 1).weekdays.size() == 7u);
  BOOST_TEST(parse_days("3", 1).days_per_week == 3);
  BOOST_TEST(parse_days("3", 1).weekdays.empty());
  for (const char* wrong : {"", "0", "8", "mon-fri", "lundi", ","})
    refusal(ErrorKind::usage, [wrong] { parse_days(wrong, 1); });
  refusal(ErrorKind::usage, [] { parse_days("daily", 13); });
}

BOOST_AUTO_TEST_CASE(the_routine_has_its_nine_slots_and_its_own_doses) {
  const auto plan = routine();
  BOOST_TEST(order(plan) ==
             "a1:walk-easy a2:drawing-in a3:dead-bug a4:bridge a5:bird-dog a6:bodyweight-squat "
             "a7:knee-to-chest a8:floor-rotation a9:cat-camel");
  BOOST_TEST(!plan.items[3].dose.hold.has_value());
  BOOST_TEST(to_text(plan.items[3].dose.count) == "10-15");
  BOOST_TEST((plan.items[4].side == BodySide::both));
  BOOST_TEST(plan.program == "low-back-mini");
  BOOST_TEST(!plan.title.empty());
  BOOST_TEST((plan.regions == std::vector<std::string>{"low_back"}));
}

BOOST_AUTO_TEST_CASE(a_slot_is_chosen_by_its_id_its_section_or_one_of_its_exercises) {
  for (const char* key : {"strength_2", "strength", "bird-dog", "superman"}) {
    ProgramChoices choices;
    choices.choose[key] = ExerciseId{"superman"};
    BOOST_TEST(routine(choices).items[4].exercise.text == "superman", key);
  }
  ProgramChoices wrong;
  wrong.choose["strength_2"] = ExerciseId{"bridge"};
  BOOST_TEST(says(refusal(ErrorKind::usage, [&] { routine(wrong); }), "bird-dog or superman"));
  wrong.choose = {{"strenght_2", ExerciseId{"superman"}}};
  BOOST_TEST(says(refusal(ErrorKind::usage, [&] { routine(wrong); }), "Did you mean \"strength_"));
  wrong.choose = {{"strength_2", ExerciseId{"superman"}}, {"bird-dog", ExerciseId{"bird-dog"}}};
  refusal(ErrorKind::usage, [&] { routine(wrong); });
}

BOOST_AUTO_TEST_CASE(gentle_takes_the_least_of_a_range_and_strong_the_most) {
  ProgramChoices choices;
  choices.strength = ProgramChoices::Strength::gentle;
  BOOST_TEST((routine(choices).items[3].dose.count.max == 10));
  choices.strength = ProgramChoices::Strength::strong;
  BOOST_TEST((routine(choices).items[3].dose.count.min == 15));
  for (const auto& item : routine(choices).items) BOOST_TEST(problem(item.dose) == "");
}

BOOST_AUTO_TEST_SUITE_END()
