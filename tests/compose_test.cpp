// SPDX-License-Identifier: MIT
// What a handout says: wording of doses, sides, boxes; and what it must never say.
#include "handout/compose.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "draw/same.h"
#include "handout/card_pictures.h"
#include "handout/dose_words.h"
#include "helpers/sheet.h"

using namespace kinescript;

namespace {

struct Wording {
  std::string name;
  Dose dose;
  SideMode mode = SideMode::none;
  std::string cells, lines, how_many;
};

Dose dose(int sets, Amount count) {
  Dose made;
  made.sets = exactly(sets);
  made.count = count;
  return made;
}

Dose with_goal(int goal) {
  Dose made = dose(1, range(5, 10));
  made.count.goal = goal;
  return made;
}

Dose held(Dose made, Amount hold, HoldUnit unit = HoldUnit::seconds) {
  made.hold = hold;
  made.hold_unit = unit;
  return made;
}

Dose counted(int min, int max, CountUnit unit) {
  Dose made = dose(1, range(min, max));
  made.unit = unit;
  return made;
}

Dose rested(Dose made, int seconds) {
  made.rest = exactly(seconds);
  return made;
}

Dose often(Dose made, int per_day, int days) {
  made.per_day = exactly(per_day);
  made.days_per_week = exactly(days);
  return made;
}

std::string cells_of(const DoseWords& words) {
  std::vector<std::string> cells;
  for (const DoseCell& cell : words.cells)
    cells.push_back(std::string(trim(cell.before + " " + cell.number + " " + cell.after)));
  return join(cells, " | ");
}

DoseWords worded(const Dose& dose, SideMode mode, BodySide side = BodySide::both) {
  PlanItem item;
  item.side = mode == SideMode::none ? BodySide::none : side;
  item.dose = dose;
  Exercise exercise;
  exercise.side_mode = mode;
  Schedule schedule;
  schedule.days_per_week = 3;
  return word_dose(item, exercise, schedule, english());
}

const std::vector<Wording>& wordings() {
  static const std::vector<Wording> all = {
      {"exact", dose(1, exactly(10)), SideMode::none, "10 times", "On a sore day, do 5 times.",
       "10 times"},
      {"once", dose(1, exactly(1)), SideMode::none, "1 time", "", "1 time"},
      {"range", dose(1, range(8, 12)), SideMode::none, "8 to 12 times",
       "Start with 8. When 8 feels easy for 2 days, do up to 12. On a sore day, do 4 times.",
       "8 to 12 times"},
      {"goal, no second range", with_goal(20), SideMode::none, "5 times",
       "Start with 5. Add 1 or 2 when it is easy. Goal: 20. On a sore day, do 2 times.", "5 times"},
      {"two sets", dose(2, exactly(10)), SideMode::none, "10 times | 2 sets",
       "Do 10. Rest. Do 10 more. On a sore day, do 5 times.", "10 times, 2 sets"},
      {"two sets with a rest", rested(dose(2, exactly(10)), 60), SideMode::none,
       "10 times | 2 sets", "Do 10. Rest for 60 seconds. Do 10 more. On a sore day, do 5 times.",
       "10 times, 2 sets"},
      {"three sets", dose(3, exactly(10)), SideMode::none, "10 times | 3 sets",
       "Do 10. Rest. Do this 3 times in all. On a sore day, do 5 times.", "10 times, 3 sets"},
      {"seconds", held(dose(1, exactly(8)), exactly(5)), SideMode::none,
       "8 times | Hold for 5 seconds", "On a sore day, do 4 times.", "8 times, hold for 5 seconds"},
      {"breaths", held(dose(1, exactly(8)), exactly(3), HoldUnit::breaths), SideMode::none,
       "8 times | Hold for 3 slow breaths", "On a sore day, do 4 times.",
       "8 times, hold for 3 slow breaths"},
      {"two ranges are never in the cells", held(dose(1, range(8, 10)), range(5, 10)),
       SideMode::none, "8 to 10 times | Hold for 5 seconds",
       "Start with 8. When 8 feels easy for 2 days, do up to 10. When that is easy, hold for 10 "
       "seconds. On a sore day, do 4 times.",
       "8 to 10 times, hold for 5 seconds"},
      {"hold, rest, again",
       [] {
         Dose plank = held(dose(1, exactly(1)), range(15, 30));
         plank.sets = range(2, 3);
         return plank;
       }(),
       SideMode::none, "2 to 3 times | Hold for 15 seconds",
       "Start with 2. When 2 feels easy for 2 days, do up to 3. Rest after each one. When that is "
       "easy, hold for 30 seconds. On a sore day, do 1 time.",
       "2 to 3 times, hold for 15 seconds"},
      {"each side", dose(1, exactly(8)), SideMode::each, "8 times each side",
       "8 times with each side, 16 in all. On a sore day, do 4 times with each side.",
       "8 times each side"},
      {"alternating range", dose(1, range(8, 12)), SideMode::alternating, "8 to 12 times each side",
       "Start with 8 times with each side, 16 in all. When 8 feels easy for 2 days, do up to 12. "
       "On a sore day, do 4 times with each side.",
       "8 to 12 times each side"},
      {"each way", dose(1, range(5, 10)), SideMode::each_way, "5 to 10 times each way",
       "Start with 5 times each way, 10 in all. When 5 feels easy for 2 days, do up to 10. On a "
       "sore day, do 2 times each way.",
       "5 to 10 times each way"},
      {"sets on each side", dose(2, exactly(8)), SideMode::each, "8 times each side | 2 sets",
       "8 times with each side, 16 in all. Rest. Then do that one more time. On a sore day, do 4 "
       "times with each side.",
       "8 times each side, 2 sets"},
      {"minutes", counted(5, 8, CountUnit::minutes), SideMode::none, "5 to 8 minutes",
       "Start with 5 minutes. When 5 feels easy for 2 days, do up to 8. On a sore day, do 2 "
       "minutes.",
       "5 to 8 minutes"},
      {"swings", counted(8, 10, CountUnit::swings), SideMode::each, "8 to 10 swings each side",
       "Start with 8 swings with each side, 16 in all. When 8 feels easy for 2 days, do up to 10. "
       "On a sore day, do 4 swings with each side.",
       "8 to 10 swings each side"},
      {"more often than the plan", often(dose(1, exactly(3)), 2, 7), SideMode::none, "3 times",
       "On a sore day, do 1 time. Do this one 2 times a day, every day.", "3 times"},
      {"as often as the plan", often(dose(1, exactly(3)), 1, 3), SideMode::none, "3 times",
       "On a sore day, do 1 time.", "3 times"},
  };
  return all;
}

bool contains(const std::vector<std::string>& texts, const std::string& part) {
  return std::any_of(texts.begin(), texts.end(), [&part](const std::string& text) {
    return text.find(part) != std::string::npos;
  });
}

int count_of_line(const std::vector<std::string>& texts, const std::string& line) {
  return static_cast<int>(std::count(texts.begin(), texts.end(), line));
}

Plan all_exercises_plan(BodySide side) {
  std::vector<SheetItem> items;
  for (const Exercise& exercise : shipped_catalog().exercises)
    items.push_back(
        {exercise.id.text, exercise.side_mode == SideMode::each ? side : BodySide::none});
  return sheet_plan(items);
}

bool has_word(const std::string& text, const std::string& word) {
  for (const std::string& each : split_words(replace_all(replace_all(text, ".", " "), ",", " ")))
    if (lower_ascii(each) == word) return true;
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compose_test)

BOOST_AUTO_TEST_CASE(each_row_of_the_dose_wording_holds) {
  for (const Wording& row : wordings()) {
    const DoseWords words = worded(row.dose, row.mode);
    BOOST_TEST(cells_of(words) == row.cells, row.name << ": " << cells_of(words));
    BOOST_TEST(join(words.lines, " ") == row.lines, row.name << ": " << join(words.lines, " "));
    BOOST_TEST(words.how_many == row.how_many, row.name << ": " << words.how_many);
  }
}

BOOST_AUTO_TEST_CASE(every_dose_has_one_to_three_cells_and_one_range) {
  for (const Card& card : composed(sheet_dossier(all_exercises_plan(BodySide::both))).cards) {
    BOOST_TEST(!card.dose.empty(), card.name);
    BOOST_TEST(card.dose.size() <= 3U, card.name);
    int ranges = 0;
    for (const DoseCell& cell : card.dose)
      ranges += cell.number.find(" to ") != std::string::npos ? 1 : 0;
    BOOST_TEST(ranges <= 1, card.name);
  }
}

BOOST_AUTO_TEST_CASE(no_abbreviation_and_no_clinical_word_is_printed) {
  for (const std::string& text :
       all_words(composed(sheet_dossier(all_exercises_plan(BodySide::both)))))
    for (const char* word :
         {"reps", "rep", "repetitions", "sec", "secs", "min", "mins", "bilateral", "supine",
          "prone", "lumbar", "flexion", "extension", "contraindicated", "isometric", "2x", "3x"})
      BOOST_TEST(!has_word(text, word), text);
}

BOOST_AUTO_TEST_CASE(left_is_left_in_tag_steps_dose_and_picture) {
  for (const BodySide side : {BodySide::left, BodySide::right}) {
    const std::string wanted = side == BodySide::left ? "left" : "right";
    for (const Exercise& exercise : shipped_catalog().exercises) {
      if (exercise.side_mode != SideMode::each) continue;
      const Handout sheet = composed(sheet_dossier(sheet_plan({{exercise.id.text, side}})));
      const Card& card = sheet.cards.front();
      BOOST_TEST(card.side_tag == (side == BodySide::left ? "LEFT" : "RIGHT"), exercise.id.text);
      BOOST_TEST(card.then.empty(), exercise.id.text);
      for (std::size_t i = 0; i < exercise.steps.size(); ++i)
        if (exercise.steps[i].text.find("{side}") != std::string::npos)
          BOOST_TEST(card.steps[i].find(wanted) != std::string::npos, card.steps[i]);
      const Scene scene = parse_scene(exercise.scene, exercise.scene_where);
      if (!scene.written_for) continue;
      const Side drawn = side == BodySide::left ? Side::left : Side::right;
      const Figure figure =
          draw_figure(scene, {drawn, Palette::black_and_white,
                              standard_stationery().panel_width(scene.poses.size()),
                              standard_stationery().panel_height(Paper::a4)});
      BOOST_TEST(card.panels.at(0).figure.bounds.left == figure.panels.at(0).bounds.left,
                 exercise.id.text);
      BOOST_TEST(card.panels.at(0).figure.bounds.right == figure.panels.at(0).bounds.right,
                 exercise.id.text);
    }
  }
}

BOOST_AUTO_TEST_CASE(both_sides_are_told_once_right_first_then_change) {
  const Card card =
      composed(sheet_dossier(sheet_plan({{"knee-to-chest", BodySide::both}}))).cards.front();
  BOOST_TEST(card.side_tag == "EACH SIDE");
  BOOST_TEST(contains(card.steps, "Bring your right knee up"));
  BOOST_TEST(card.then == "Then change sides.");
  const Card alternating = composed(sheet_dossier(sheet_plan({{"bird-dog"}}))).cards.front();
  BOOST_TEST(alternating.then.empty());
}

BOOST_AUTO_TEST_CASE(no_place_holder_is_left) {
  for (const std::string& text :
       all_words(composed(sheet_dossier(all_exercises_plan(BodySide::left)))))
    BOOST_TEST(text.find('{') == std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(the_stop_box_is_complete_with_its_numbers) {
  const Dossier dossier = routine_dossier(sheet_patient({"radic", "preg"}));
  const Handout sheet = composed(dossier);
  std::vector<std::string> printed;
  for (const StopGroup& group : sheet.stop_box) {
    printed.push_back(group.heading);
    printed.insert(printed.end(), group.items.begin(), group.items.end());
  }
  BOOST_TEST(printed.size() == dossier.stop_box.size());
  for (const StopEntry& entry : dossier.stop_box) {
    std::string text = replace_all(entry.text, "{emergency_number}", "999");
    text = replace_all(text, "{clinic_phone}", "01632 960 145");
    BOOST_TEST(count_of_line(printed, text) == 1, text);
  }
  BOOST_TEST((sheet.stop_box.front().tier == Tier::emergency));
  BOOST_TEST(sheet.stop_box.front().heading.find("999") != std::string::npos);
  BOOST_TEST(sheet.stop_box.back().heading.find("01632 960 145") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_a_phone_or_an_emergency_number_nothing_is_composed) {
  Dossier dossier = sheet_dossier(sheet_plan({{"bridge"}}));
  dossier.clinic.phone.clear();
  BOOST_CHECK_EXCEPTION(composed(dossier), Error,
                        [](const Error& e) { return e.kind() == ErrorKind::refused; });
  dossier.clinic = sheet_clinic();
  dossier.clinic.emergency_number.clear();
  BOOST_CHECK_EXCEPTION(composed(dossier), Error,
                        [](const Error& e) { return e.kind() == ErrorKind::refused; });
}

BOOST_AUTO_TEST_CASE(a_line_that_several_exercises_fire_prints_once_in_the_box) {
  Dossier dossier = sheet_dossier(sheet_plan({{"bridge"}, {"dead-bug"}, {"superman"}}));
  const auto fire = [&dossier](const std::string& item, const std::string& line, FindingLevel level,
                               bool overridden) {
    Finding finding;
    finding.item = ItemId{item};
    finding.level = level;
    finding.patient_line = line;
    finding.overridden = overridden;
    dossier.findings.push_back(finding);
  };
  fire("a1", "Breathe out as you move.", FindingLevel::modify, false);
  fire("a2", "Breathe out as you move.", FindingLevel::modify, false);
  fire("a1", "Lift only halfway.", FindingLevel::modify, false);
  fire("a3", "Kept in spite of it.", FindingLevel::modify, true);
  fire("a2", "A caution nobody ticked.", FindingLevel::caution, false);
  fire("a2", "A ticked caution.", FindingLevel::caution, true);
  const Handout sheet = composed(dossier);
  const std::vector<std::string> words = all_words(sheet);
  BOOST_TEST(count_of_line(words, "Breathe out as you move.") == 1);
  BOOST_TEST(count_of_line(sheet.precautions.lines, "Breathe out as you move.") == 1);
  BOOST_TEST(count_of_line(sheet.cards[0].cautions, "Lift only halfway.") == 1);
  BOOST_TEST(count_of_line(sheet.cards[1].cautions, "A ticked caution.") == 1);
  BOOST_TEST(!contains(words, "Kept in spite of it."));
  BOOST_TEST(!contains(words, "A caution nobody ticked."));
}

BOOST_AUTO_TEST_CASE(every_fired_modify_prints_its_line) {
  const Dossier dossier = routine_dossier();
  const std::vector<std::string> words = all_words(composed(dossier));
  int fired = 0;
  for (const Finding& finding : dossier.findings) {
    if (finding.level != FindingLevel::modify || finding.patient_line.empty()) continue;
    ++fired;
    BOOST_TEST(count_of_line(words, finding.patient_line) == 1, finding.patient_line);
  }
  BOOST_TEST(fired > 0);
}

BOOST_AUTO_TEST_CASE(three_precaution_lines_stand_on_top_and_none_is_lost) {
  Dossier dossier = sheet_dossier(sheet_plan({{"bridge"}}));
  dossier.precaution_lines = {"Do 1.", "Do 2.", "Do 3.", "Do 4.", "Do 2."};
  const Handout sheet = composed(dossier);
  BOOST_TEST(join(sheet.precautions.lines, "|") == "Do 1.|Do 2.|Do 3.");
  BOOST_TEST(join(sheet.more_precautions.lines, "|") == "Do 4.");
}

BOOST_AUTO_TEST_CASE(neither_diagnosis_nor_birth_date_nor_label_is_printed) {
  for (const Precaution& precaution : shipped_catalog().precautions) {
    const Handout sheet = composed(routine_dossier(sheet_patient({precaution.code.text})));
    std::vector<std::string> words = all_words(sheet);
    words.insert(words.end(), {sheet.document_title, sheet.author, sheet.header.patient,
                               sheet.header.plan_line, sheet.footer.owner, sheet.footer.content});
    BOOST_TEST(!contains(words, "protrusion"));
    BOOST_TEST(!contains(words, "1948"));
    BOOST_TEST(!contains(words, precaution.label), precaution.label);
    BOOST_TEST(sheet.document_title.find("Whitfield") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_main_message_says_how_often_and_when_it_is_looked_at) {
  Plan plan = sheet_plan({{"walk-easy"}, {"bridge"}});
  BOOST_TEST(composed(sheet_dossier(plan)).main_message.size() <= 3U);
  BOOST_TEST(join(composed(sheet_dossier(plan)).main_message, " ") ==
             "Do these exercises 1 time a day, 3 days a week (for example Mon, Wed, Fri). Do not "
             "do them two days in a "
             "row. On Mon 30 Nov we check with you how it goes.");
  plan.schedule.weekdays = {1, 3, 5};
  plan.review.reset();
  plan.schedule.per_day = 2;
  BOOST_TEST(join(composed(sheet_dossier(plan)).main_message, " ") ==
             "Do these exercises 2 times a day, on Mon, Wed and Fri. No check is booked yet: call "
             "us to book one.");
}

BOOST_AUTO_TEST_CASE(three_exercises_have_a_table_and_two_have_none) {
  BOOST_TEST(composed(sheet_dossier(sheet_plan({{"bridge"}, {"dead-bug"}}))).glance.rows.empty());
  BOOST_TEST(composed(routine_dossier()).glance.rows.size() == 9U);
}

BOOST_AUTO_TEST_CASE(sections_and_numbers_run_through) {
  const Handout sheet = composed(routine_dossier());
  std::vector<std::string> sections;
  for (std::size_t i = 0; i < sheet.cards.size(); ++i) {
    BOOST_TEST(sheet.cards[i].number == static_cast<int>(i) + 1);
    if (sheet.cards[i].starts_section) sections.push_back(sheet.cards[i].section);
  }
  BOOST_TEST(join(sections, "|") == "Warm-up|Tummy and back muscles|Get stronger|Stretches");
}

BOOST_AUTO_TEST_CASE(movements_have_start_and_finish_and_words_for_who_cannot_see) {
  for (const Card& card : composed(sheet_dossier(all_exercises_plan(BodySide::both))).cards) {
    BOOST_REQUIRE_MESSAGE(!card.panels.empty(), card.name);
    BOOST_TEST(card.alternative.find(card.steps.front()) != std::string::npos, card.name);
    if (card.panels.size() < 2) continue;
    BOOST_TEST(card.panels.front().label == "Start");
    BOOST_TEST(card.panels.back().label == "Finish");
  }
}

// Its figure drawn by itself.
bool shows(const std::vector<CardPanel>& panels, const Exercise& exercise, BodySide side) {
  const Scene scene = parse_scene(exercise.scene, exercise.scene_where);
  FigureOptions options =
      figure_options(scene, standard_stationery(), Paper::a4, Palette::black_and_white);
  if (side != BodySide::none) options.side = side == BodySide::left ? Side::left : Side::right;
  const Figure figure = draw_figure(scene, options);
  return std::equal(panels.begin(), panels.end(), figure.panels.begin(), figure.panels.end(),
                    [](const CardPanel& panel, const FigurePanel& drawn) {
                      return looks_same(panel.figure.drawing, drawn.drawing);
                    });
}

// Of a patient whom no rule gives another form of an exercise.
BOOST_AUTO_TEST_CASE(cards_and_easier_ways_show_their_own_exercise) {
  const Dossier dossier = routine_dossier(sheet_patient({}));
  const Handout sheet = composed(dossier);
  for (const Card& card : sheet.cards)
    BOOST_TEST(shows(card.panels, dossier.exercise(card.exercise), card.pictured_side), card.name);
  BOOST_TEST(sheet.easier_ways.size() > 5u);
  for (const EasierWay& way : sheet.easier_ways) {
    const PlanItem& item = dossier.plan.items[static_cast<std::size_t>(way.number) - 1];
    BOOST_TEST(shows(way.panels, *dossier.easier_of(item.exercise), item.side), way.name);
  }
}

BOOST_AUTO_TEST_CASE(equipment_is_asked_for_once_in_plain_words) {
  std::string session;
  for (const Span& span : composed(routine_dossier()).session) session += span.text;
  BOOST_TEST(session.find("You need: a mat, ") != std::string::npos, session);
  BOOST_TEST(session.find("optional") == std::string::npos, session);
  BOOST_TEST(session.find("mat or a bed") == std::string::npos, session);
}

BOOST_AUTO_TEST_CASE(the_same_dossier_gives_the_same_words) {
  BOOST_TEST(all_words(composed(routine_dossier())) == all_words(composed(routine_dossier())),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
