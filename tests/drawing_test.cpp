// SPDX-License-Identifier: MIT
// Pages as drawing commands, for other programs (handout --drawing).
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/text.h"
#include "helpers/desk.h"
#include "helpers/tool.h"

using namespace kinescript;
using Json = nlohmann::json;

BOOST_AUTO_TEST_SUITE(drawing_test)

BOOST_AUTO_TEST_CASE(the_commands_hold_every_word_of_the_pdf_in_its_order_and_every_font) {
  Desk desk("drawing");
  const std::string plan =
      desk.done({"plan", "new", desk.add_patient(), "--template", "low-back-starter"});
  const std::string pdf = (desk.folder / "a.pdf").string(),
                    drawing = (desk.folder / "a.json").string();
  desk.done({"handout", plan, "-o", pdf, "--drawing", drawing});
  const Json file = Json::parse(read_file(drawing));
  std::string words;
  for (const Json& page : file["pages"])
    for (const Json& command : page["commands"])
      if (command[0] == "text") {
        words += command[6];
        BOOST_TEST(file["fonts"].contains(command[4].get<std::string>()));
        BOOST_TEST((command[1] >= 0 && command[1] < page["width"]));
        BOOST_TEST((command[2] > 0 && command[2] < page["height"]));
      }
  std::string text = run_tool("pdftotext -raw " + pdf + " -").out;
  for (const char blank : {' ', '\n', '\f'}) std::erase(text, blank);
  std::erase(words, ' ');
  BOOST_TEST(replace_all(words, "\xC2\xA0", "") == replace_all(text, "\xC2\xA0", ""));
}

BOOST_AUTO_TEST_CASE(the_clinic_file_is_not_written_over) {
  Desk desk("drawing_over");
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "bridge"});
  desk.fails(
      2, {"handout", plan, "-o", (desk.folder / "a.pdf").string(), "--drawing", desk.file.string()},
      {"clinic file"});
}

BOOST_AUTO_TEST_SUITE_END()
