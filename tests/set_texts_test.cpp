// SPDX-License-Identifier: MIT
// Texts that are kept from one handout to the next change nothing of what is printed, and are gone
// when the clinic file is locked.
#include "layout/set_texts.h"

#include <boost/test/unit_test.hpp>

#include "handout/translation.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/surroundings.h"
#include "layout/layout.h"
#include "layout/paragraph.h"
#include "render/pdf.h"

using namespace kinescript;

namespace {

const std::string kSource = KINESCRIPT_SOURCE_DIR;

Stationery shipped(const std::string& layout) {
  return read_stationery(kSource + "/templates/layouts/" + layout + ".toml");
}

std::string printed(const Dossier& dossier, const Stationery& stationery, const Phrasebook& book,
                    Paper paper, SetTexts* kept) {
  const Handout sheet =
      compose(dossier, stationery, book, sheet_options(paper, Palette::black_and_white, 2));
  return PdfWriter(noto()).write(lay_out(sheet, stationery, paper, noto(), kept));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(set_texts_test)

// One after the other with the same texts: what a look forgot to tell apart would show in the next.
BOOST_AUTO_TEST_CASE(a_handout_of_kept_texts_is_the_same_byte_for_byte) {
  SetTexts kept;
  Dossier dossier = routine_dossier();
  for (const int visit : {1, 2}) {
    dossier.patient.given = visit == 1 ? "Anna" : "Hannah";
    for (const char* layout : {"standard", "large"})
      for (const Paper paper : {Paper::a4, Paper::letter}) {
        const Stationery stationery = shipped(layout);
        BOOST_TEST_CONTEXT(layout << ", visit " << visit)
        BOOST_TEST((printed(dossier, stationery, english(), paper, &kept) ==
                    printed(dossier, stationery, english(), paper, nullptr)));
      }
  }
  BOOST_TEST(kept.size() > 200u);
}

BOOST_AUTO_TEST_CASE(a_handout_from_right_to_left_of_kept_texts_is_the_same_byte_for_byte) {
  SetTexts kept;
  for (const std::string code : {"ar", "pl", "ar"}) {
    const std::string folder = kSource + "/tests/data/languages/" + code;
    const Phrasebook book = read_phrasebook(folder);
    Dossier dossier = sheet_dossier(sheet_plan({{"bridge"}}));
    dossier.patient.language = code;
    dossier = translate(dossier, read_translation(folder), book).dossier;
    BOOST_TEST((printed(dossier, standard_stationery(), book, Paper::a4, &kept) ==
                printed(dossier, standard_stationery(), book, Paper::a4, nullptr)));
  }
}

BOOST_AUTO_TEST_CASE(a_thousand_patients_do_not_fill_the_memory) {
  SetTexts kept;
  const Setter setter{noto(), "en-GB", &kept};
  for (int i = 0; i < 5000; ++i)
    BOOST_REQUIRE(set_line(setter, regular("Patient " + std::to_string(i)), {}).width > 0);
  BOOST_TEST(kept.size() <= 2000u);
}

BOOST_AUTO_TEST_CASE(a_locked_program_keeps_no_text) {
  const Workspace workspace = Workspace(surroundings());
  const Setter setter{workspace.faces(), "en-GB", &workspace.set_texts()};
  set_line(setter, bold("Invented Patient"), {});
  BOOST_TEST(workspace.set_texts().size() == 1u);
  workspace.forget_words();
  BOOST_TEST(workspace.set_texts().size() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
