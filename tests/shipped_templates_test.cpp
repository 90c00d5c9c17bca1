// SPDX-License-Identifier: MIT
// Every shipped template in every shipped layout, on both papers and in both languages, passes all
// that the program decides: 16 among it, the pooled reading grade of 6 at most.
#include <boost/test/unit_test.hpp>

#include "handout/translation.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "layout/layout.h"
#include "standards/checks.h"

using namespace kinescript;

namespace {

const std::string kTemplates = std::string(KINESCRIPT_SOURCE_DIR) + "/templates/";

// The first of each choice; the right side where a template asks for one.
Plan plan_from(const Program& program) {
  Plan plan = empty_plan();
  plan.next_visit = "2026-11-30 10:40";
  ProgramChoices choices;
  choices.side = BodySide::right;
  return fill_from_program(plan, program, shipped_catalog(), choices);
}

struct Language {
  std::string code;
  Phrasebook book;
  Translation translation;
};
Language language(const std::string& code) {
  const std::string folder = kTemplates + "languages/" + code;
  return {code, read_phrasebook(folder), read_translation(folder)};
}

std::string failures(const Program& program, const Language& language, Stationery layout,
                     Paper paper) {
  Patient reader = sheet_patient();
  reader.language = language.code;
  reader.large_print = layout.card == CardForm::sentences;
  Dossier dossier = sheet_dossier(plan_from(program), reader);
  if (language.code != "en")
    dossier = translate(std::move(dossier), language.translation, language.book).dossier;
  layout.most_pages = 0;
  const Handout sheet =
      compose(dossier, layout, language.book, sheet_options(paper, Palette::black_and_white, 2));
  const Pages pages = lay_out(sheet, layout, paper, noto());
  std::string text;
  for (const CheckResult& result :
       check_handout({dossier, sheet, pages, layout, paper, language.book, noto()}))
    if (result.failed()) text += std::to_string(result.number) + " " + result.measured + "; ";
  return text;
}

void all_pass(const std::string& layout_name, const std::string& language_code) {
  const Stationery layout = read_stationery(kTemplates + "layouts/" + layout_name + ".toml");
  const Language spoken = language(language_code);
  const auto programs = read_programs(kTemplates + "programs", shipped_catalog());
  BOOST_REQUIRE(programs.size() >= 17U);
  for (const Program& program : programs)
    for (const Paper paper : {Paper::a4, Paper::letter})
      BOOST_TEST(
          failures(program, spoken, layout, paper) == "",
          program.id << ", " << word(paper) << ": " << failures(program, spoken, layout, paper));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shipped_templates_test)

BOOST_AUTO_TEST_CASE(all_templates_pass_in_standard) { all_pass("standard", "en"); }
BOOST_AUTO_TEST_CASE(all_templates_pass_in_large_print) { all_pass("large", "en"); }
BOOST_AUTO_TEST_CASE(all_templates_pass_in_compact) { all_pass("compact", "en"); }
BOOST_AUTO_TEST_CASE(all_templates_pass_in_spanish) { all_pass("standard", "es"); }
BOOST_AUTO_TEST_CASE(all_templates_pass_in_spanish_large_print) { all_pass("large", "es"); }
BOOST_AUTO_TEST_CASE(all_templates_pass_in_spanish_compact) { all_pass("compact", "es"); }

BOOST_AUTO_TEST_SUITE_END()
