// SPDX-License-Identifier: MIT
#include "handout/translation.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "base/text.h"
#include "helpers/sheet.h"

using namespace kinescript;

namespace {

const std::string kSpanish = std::string(KINESCRIPT_SOURCE_DIR) + "/templates/languages/es";

const Translation& spanish() {
  static const Translation translation = read_translation(kSpanish);
  return translation;
}
const Phrasebook& spanish_book() {
  static const Phrasebook book = read_phrasebook(kSpanish);
  return book;
}

void add_line(Dossier& dossier, const Rule& rule) {
  Finding finding;
  finding.patient_line = rule.patient_line;
  dossier.findings.push_back(finding);
}

// A plan for all: every exercise, every rule that fires, every line of every precaution.
Dossier whole_catalog() {
  const Catalog& catalog = shipped_catalog();
  Dossier dossier = routine_dossier();
  dossier.exercises = catalog.exercises;
  dossier.findings.clear();
  for (const Exercise& exercise : catalog.exercises)
    for (const Rule& rule : exercise.rules) add_line(dossier, rule);
  for (const TagRule& tagged : catalog.tag_rules) add_line(dossier, tagged.rule);
  dossier.precaution_lines.clear();
  for (const Precaution& precaution : catalog.precautions)
    for (const ConditionalLine& line : precaution.patient_lines)
      dossier.precaution_lines.push_back(line.text);
  dossier.stop_box = catalog.stop_box;
  dossier.pain_rule = catalog.pain_rule;
  return dossier;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(translation_test)

BOOST_AUTO_TEST_CASE(every_record_and_every_line_of_the_catalog_is_in_spanish) {
  const Dossier dossier = whole_catalog();
  BOOST_TEST_REQUIRE(dossier.exercises.size() >= 169U);
  BOOST_TEST_REQUIRE(!dossier.findings.empty());
  BOOST_TEST_REQUIRE(!dossier.precaution_lines.empty());
  BOOST_TEST_REQUIRE(!dossier.session_rules.empty());
  BOOST_TEST(join(translate(dossier, spanish(), spanish_book()).missing, " | ") == "");
}

BOOST_AUTO_TEST_CASE(every_title_of_a_template_is_in_spanish) {
  const auto programs =
      read_programs(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/programs", shipped_catalog());
  BOOST_TEST_REQUIRE(!programs.empty());
  for (const Program& program : programs)
    BOOST_TEST(spanish().lines.count(program.title) == 1U, program.title);
}

BOOST_AUTO_TEST_CASE(no_part_of_a_spanish_exercise_is_empty_and_no_two_share_a_name) {
  std::set<std::string> names;
  for (const auto& [id, text] : spanish().exercises) {
    BOOST_TEST(names.insert(text.name).second, id + ": " + text.name);
    BOOST_TEST((!text.name.empty() && !text.why.empty() && !text.breathing.empty()), id);
    for (const std::string& step : text.steps) BOOST_TEST(!step.empty(), id);
  }
}

BOOST_AUTO_TEST_CASE(every_thing_that_an_exercise_needs_has_a_word_in_each_language) {
  for (const Exercise& exercise : shipped_catalog().exercises)
    for (const std::string& thing : exercise.equipment)
      for (const Phrasebook* book : {&english(), &spanish_book()})
        BOOST_TEST(book->has("equipment." + thing), exercise.id.text + ": " + thing);
}

BOOST_AUTO_TEST_CASE(a_handout_given_by_mistake_says_so_in_spanish) {
  HandoutOptions options = sheet_options(Paper::a4);
  options.is_void = true;
  const Dossier dossier = translate(routine_dossier(), spanish(), spanish_book()).dossier;
  const Handout sheet = compose(dossier, standard_stationery(), spanish_book(), options);
  BOOST_TEST(sheet.title == "NO VALE: Espalda fuerte, sesión corta");
}

BOOST_AUTO_TEST_CASE(every_spanish_exercise_is_of_a_record_with_its_steps_and_places) {
  for (const auto& [id, text] : spanish().exercises) {
    const Exercise& exercise = shipped_catalog().exercise(ExerciseId{id});
    BOOST_TEST(text.steps.size() == exercise.steps.size(), id);
    for (std::size_t i = 0; i < std::min(text.steps.size(), exercise.steps.size()); ++i)
      for (const char* place : {"{side", "{other_side"})
        BOOST_TEST((text.steps[i].find(place) != std::string::npos) ==
                       (exercise.steps[i].text.find(place) != std::string::npos),
                   id + ": " + text.steps[i]);
    BOOST_TEST(text.stop_cue.empty() == exercise.stop_cue.empty(), id);
  }
}

BOOST_AUTO_TEST_CASE(the_stop_box_and_the_pain_rule_are_whole_in_spanish) {
  for (const StopEntry& entry : shipped_catalog().stop_box)
    BOOST_TEST(spanish().lines.count(entry.text) == 1U, entry.text);
  for (const PainLine& line : shipped_catalog().pain_rule)
    BOOST_TEST(spanish().lines.count(line.text) == 1U, line.text);
}

BOOST_AUTO_TEST_CASE(an_outdated_record_is_listed_and_stays_english_with_a_mark) {
  Dossier dossier = routine_dossier();
  dossier.exercises[3].content_version = 2;
  const std::string name = dossier.exercises[3].name_patient;
  const Translated result = translate(dossier, spanish(), spanish_book());
  BOOST_TEST((std::find(result.missing.begin(), result.missing.end(),
                        dossier.exercises[3].id.text) != result.missing.end()));
  BOOST_TEST(result.dossier.exercises[3].name_patient == "(en inglés) " + name);
}

BOOST_AUTO_TEST_CASE(the_spanish_book_has_every_phrase_of_the_english_one) {
  const Dossier dossier = translate(routine_dossier(), spanish(), spanish_book()).dossier;
  const Handout sheet = compose(dossier, standard_stationery(), spanish_book(),
                                sheet_options(Paper::a4, Palette::black_and_white, 2));
  BOOST_TEST(sheet.cards[2].steps[4].find("{") == std::string::npos);
  BOOST_TEST(sheet.cards[2].steps[4] == "Baje despacio el brazo derecho y la pierna izquierda.");
}

BOOST_AUTO_TEST_SUITE_END()
