// SPDX-License-Identifier: MIT
#include "handout/translation.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

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

}  // namespace

BOOST_AUTO_TEST_SUITE(translation_test)

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
