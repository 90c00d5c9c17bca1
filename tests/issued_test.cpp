// SPDX-License-Identifier: MIT
// What a patient was given stays what it was, and a whole handout is a sound, readable PDF.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "base/text.h"
#include "helpers/desk.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "layout/layout.h"
#include "render/pdf.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

std::string without_blanks(const std::string& text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\f' && c != '\t') kept += c;
  return replace_all(kept, "\xC2\xA0", "");  // no-break space
}

void collect_text(const Drawing& drawing, std::string& text) {
  for (const Node& node : drawing) {
    if (const auto* run = std::get_if<GlyphRun>(&node)) text += run->text;
    if (const auto* nested = std::get_if<std::shared_ptr<const Group>>(&node))
      collect_text((*nested)->children, text);
  }
}

std::string text_of(const Pages& pages) {
  std::string text;
  for (const Page& page : pages.pages) collect_text(page.drawing, text);
  return text;
}

std::string pdf_text(const std::string& bytes) {
  const ScratchFile file("issued.pdf", bytes);
  return run_tool("pdftotext -raw " + file.path() + " -").out;
}

std::string issue_bridge(const Desk& desk, const std::string& record, const std::string& problem) {
  const std::string plan = desk.done({"plan", "new", record, "--problem", problem});
  desk.done({"plan", "add", plan, "bridge"});
  desk.done({"plan", "issue", plan});
  return plan;
}

std::string handout(const Desk& desk, const std::string& plan, std::vector<std::string> more = {}) {
  const fs::path file = desk.folder / "out.pdf";
  std::vector<std::string> words = {"handout", plan, "-o", file.string()};
  words.insert(words.end(), more.begin(), more.end());
  desk.done(words);
  return read_file(file);
}

// The data folder copied to where the test may edit it; the desk reads it from then on.
fs::path own_data(Desk& desk) {
  const fs::path data = desk.folder / "data";
  fs::create_directories(data / "db");
  fs::create_directories(data / "templates");
  for (const char* part : {"db", "templates"})
    fs::copy(fs::path(KINESCRIPT_SOURCE_DIR) / part, data / part, fs::copy_options::recursive);
  desk.environment["KINESCRIPT_DATA"] = data.string();
  return data;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(issued_test)

BOOST_AUTO_TEST_CASE(a_catalog_edit_changes_nothing_that_was_issued) {
  Desk desk("catalog_edit");
  const fs::path bridge = own_data(desk) / "db/catalog/low_back/bridge.toml";
  const std::string record = desk.add_patient();
  const std::string before_plan = issue_bridge(desk, record, "before");
  const std::string before = handout(desk, before_plan);

  std::string text = read_file(bridge);
  text =
      replace_all(text, "Press through your heels and lift your hips.", "Lift as the edit says.");
  write_atomically(bridge, replace_all(text, " legs hip auto knee 108", " legs hip auto knee 90"));
  const std::string after = handout(desk, issue_bridge(desk, record, "after"));

  BOOST_CHECK(handout(desk, before_plan) == before);
  BOOST_TEST(pdf_text(after).find("Lift as the edit says.") != std::string::npos);
  const std::string on_letter = pdf_text(handout(desk, before_plan, {"--paper", "letter"}));
  BOOST_TEST(on_letter.find("Lift as the edit says.") == std::string::npos);
  BOOST_TEST(on_letter.find("Press through your heels") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_plan_on_the_same_day_gives_the_same_bytes) {
  const Desk one("same_one"), other("same_other");
  std::string bytes[2];
  int at = 0;
  for (const Desk* desk : {&one, &other}) {
    const std::string record = desk->add_patient();
    bytes[at++] = handout(*desk, issue_bridge(*desk, record, "low back"));
  }
  BOOST_CHECK(bytes[0] == bytes[1]);
}

BOOST_AUTO_TEST_CASE(the_routine_on_paper_is_sound_and_reads_as_it_was_composed) {
  for (const Paper paper : {Paper::a4, Paper::letter}) {
    const Pages pages =
        lay_out(composed(routine_dossier(), paper), standard_stationery(), paper, noto());
    const ScratchFile file("routine.pdf", PdfWriter(noto()).write(pages));
    const ToolResult check = run_tool("qpdf --check " + file.path());
    BOOST_TEST(check.status == 0, check.out + check.err);
    const ToolResult text = run_tool("pdftotext -raw " + file.path() + " -");
    BOOST_TEST(text.err == "");
    BOOST_TEST(without_blanks(text.out) == without_blanks(text_of(pages)));
    BOOST_TEST(run_tool("pdftoppm -r 40 -png " + file.path() + " " + scratch_path("routine")).err ==
               "");
    const std::string fonts = run_tool("pdffonts " + file.path()).out;
    BOOST_TEST(fonts.find(" no ") == std::string::npos, fonts);
    for (const char* secret : {"1948", "L4/5", "protrusion"})
      BOOST_TEST(text.out.find(secret) == std::string::npos, secret);
  }
}

BOOST_AUTO_TEST_SUITE_END()
