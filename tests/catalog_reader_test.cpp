// SPDX-License-Identifier: MIT
// Bad catalog files: one line with file, line and the way out.
#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "catalog/read.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

const Catalog& shipped() {
  static const Catalog catalog = read_catalog(fs::path(KINESCRIPT_SOURCE_DIR) / "db");
  return catalog;
}

const std::string& bridge() {
  static const std::string text =
      read_file(fs::path(KINESCRIPT_SOURCE_DIR) / "db/catalog/low_back/bridge.toml");
  return text;
}

std::string refusal(const std::string& text) {
  try {
    read_exercise(text, "bridge.toml", shipped().precautions, shipped().tags);
  } catch (const Error& error) {
    BOOST_CHECK(error.kind() == ErrorKind::invalid);
    return error.what();
  }
  return "";
}

// Line of the first place where `part` stands in the shipped bridge.
int line_of(const std::string& part) {
  const auto at = bridge().find(part);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, part);
  return 1 + static_cast<int>(
                 std::count(bridge().begin(), bridge().begin() + static_cast<long>(at), '\n'));
}

// True when the shipped bridge with `from` (once) become `to` is refused at that line with a
// message that has `part`.
bool refused(const std::string& from, const std::string& to, const std::string& part) {
  std::string text = bridge();
  text.replace(text.find(from), from.size(), to);
  const std::string message = refusal(text),
                    place = "bridge.toml:" + std::to_string(line_of(from)) + ": ";
  BOOST_TEST_INFO(message);
  BOOST_CHECK_MESSAGE(message.find('\n') == std::string::npos, message);
  const bool as_expected = message.starts_with(place) && message.find(part) != std::string::npos;
  if (!as_expected) BOOST_TEST_MESSAGE("wanted " << place << part << ", got " << message);
  return as_expected;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalog_reader_test)

BOOST_AUTO_TEST_CASE(the_shipped_file_is_read) { BOOST_TEST(refusal(bridge()) == ""); }

BOOST_AUTO_TEST_CASE(a_wrong_key_gets_the_nearest_one) {
  BOOST_TEST(refused("stop_cue = ", "stop_que = ", "Did you mean \"stop_cue\"?"));
  BOOST_TEST(refused("patient_line = ", "patient_lime = ", "Did you mean \"patient_line\"?"));
}

BOOST_AUTO_TEST_CASE(a_wrong_type_says_what_to_write) {
  BOOST_TEST(
      refused("name_patient = \"Hip lift\"", "name_patient = 12", "must be a text in quotes"));
  BOOST_TEST(refused("region = [\"low_back\", \"hip\"]", "region = \"low_back\"",
                     "must be a list of texts"));
  BOOST_TEST(refused("until_cleared = true", "until_cleared = \"yes\"", "must be true or false"));
  BOOST_TEST(refused("from_week = 0", "from_week = 1.5", "must be a whole number from 0 to 520"));
  BOOST_TEST(refused("sets = 1", "sets = true", "must be a number or a range"));
}

BOOST_AUTO_TEST_CASE(a_dose_that_cannot_be_is_refused) {
  BOOST_TEST(
      refused("count = \"5-10\"", "count = \"10-5\"", "Write the smaller number first: 5-10."));
  BOOST_TEST(
      refused("count = \"5-10\"", "count = 300", "count 300 is out of range: write 1 to 100."));
  BOOST_TEST(refused("goal = 20", "goal = 10", "goal 10 is not above 5-10"));
  BOOST_TEST(
      refused("hold = \"3-5 breaths\"", "hold = \"3-5 braeths\"", "Did you mean \"breaths\"?"));
  BOOST_TEST(refused("hold = \"3-5 breaths\"", "hold = \"3-5\"", "with its unit"));
  BOOST_TEST(refused("unit = \"times\"", "unit = \"reps\"", "Write one of: times, cycles"));
}

BOOST_AUTO_TEST_CASE(unknown_words_get_the_nearest_or_the_list) {
  BOOST_TEST(
      refused("section = \"strength\"", "section = \"strenght\"", "Did you mean \"strength\"?"));
  BOOST_TEST(refused("region = [\"low_back\", \"hip\"]", "region = [\"low_bakc\"]",
                     "Did you mean \"low_back\"?"));
  BOOST_TEST(refused("level = \"avoid\"", "level = \"never\"",
                     "Write one of: prefer, caution, modify, avoid."));
  BOOST_TEST(refused("precaution = \"abdo_surg\"", "precaution = \"abdo_surgery\"",
                     "Did you mean \"abdo_surg\"?"));
  BOOST_TEST(
      refused("source = \"article\"\n", "source = \"artcle\"\n", "Did you mean \"article\"?"));
}

BOOST_AUTO_TEST_CASE(an_unknown_tag_is_refused) {
  std::string text = bridge();
  const std::string from = "\"hips_above_heart\"";
  text.replace(text.find(from), from.size(), "\"hips_above_hart\"");
  BOOST_TEST(
      refusal(text).find("\"hips_above_hart\" is not known. Did you mean \"hips_above_heart\"?") !=
      std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_rule_that_cannot_be_is_refused) {
  BOOST_TEST(refused("to_week = 6", "to_week = 0", "out of range"));
  BOOST_TEST(refused("to_week = 12", "to_week = 6", "reversed or empty"));
  const std::string cardiac = "precaution = \"cardiac\"\n";
  BOOST_TEST(
      refused(cardiac, "to_week = 6\n" + cardiac, "cardiac has no date, so it cannot have weeks."));
  BOOST_TEST(refused(cardiac, "condition = \"stabel=no\"\n" + cardiac, "Did you mean \"stable\"?"));
  BOOST_TEST(
      refused(cardiac, "until_cleared = true\nprecaution = \"htn\"\n", "htn cannot be cleared"));
}

BOOST_AUTO_TEST_CASE(a_modify_without_its_words_for_the_patient_is_refused) {
  BOOST_TEST(refused("level = \"avoid\"", "level = \"modify\"",
                     "A modify needs change (for the clinician)"));
}

BOOST_AUTO_TEST_CASE(a_form_that_cannot_be_is_refused) {
  BOOST_TEST(refused("form = \"half\"", "form = \"haff\"",
                     "There is no form \"haff\" in this record. Write a [[form]] with that name."));
  BOOST_TEST(refused("reason = \"belly wall not yet firm\"",
                     "form = \"half\"\nreason = \"belly wall not yet firm\"",
                     "Only a modify prints a form"));
  BOOST_TEST(refused("steps = { 5 = ", "steps = { 11 = ", "\"11\""));
}

BOOST_AUTO_TEST_CASE(a_missing_key_is_named) {
  std::string text = bridge();
  const std::string line = "why = \"Makes your buttocks strong so your back works less.\"\n";
  text.erase(text.find(line), line.size());
  BOOST_TEST(refusal(text) == "bridge.toml:1: \"why\" is missing. Write it here.");
}

BOOST_AUTO_TEST_CASE(damaged_toml_says_where) {
  BOOST_TEST(refused("section = \"strength\"", "section = \"strength", "This is not TOML"));
  BOOST_TEST(refused("section = \"strength\"", "section strength", "This is not TOML"));
  BOOST_TEST(refusal(bridge().substr(0, bridge().size() / 3)) != "");
  BOOST_TEST(refusal("").starts_with("bridge.toml:1: "));
  BOOST_TEST(refusal("id = \"a\"\nid = \"b\"\n").starts_with("bridge.toml:2: This is not TOML"));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_are_refused_at_their_line) {
  BOOST_TEST(refused("Hip lift",
                     "Hip l\xE9"
                     "ft",
                     "not UTF-8"));
  BOOST_TEST(refused("Hip lift", "Hip\x07lift", "control character"));
  BOOST_TEST(refused("Hip lift", std::string("Hip\0lift", 8), "control character"));
  BOOST_TEST(refused("Hip lift", "Hip\\u0007lift", "control character"));
  BOOST_TEST(refused("Hip lift", "Hip lift ", "blanks at its ends"));
  BOOST_TEST(refused("Hip lift", "Hip\\nlift", "must be one line"));
}

BOOST_AUTO_TEST_CASE(line_ends_of_windows_are_read) {
  const std::string windows = replace_all(bridge(), "\n", "\r\n");
  const auto family = read_exercise(windows, "bridge.toml", shipped().precautions, shipped().tags);
  BOOST_TEST(family.front().scene == shipped().exercise(ExerciseId{"bridge"}).scene);
}

BOOST_AUTO_TEST_CASE(a_scene_knows_its_line) {
  const Exercise& exercise = shipped().exercise(ExerciseId{"bridge"});
  BOOST_TEST(exercise.scene_where == "catalog/low_back/bridge.toml");
  BOOST_TEST(exercise.scene_line == line_of("scene = '''") + 1);
}

BOOST_AUTO_TEST_CASE(a_copy_of_an_exercise_is_refused_and_names_both_files) {
  const fs::path folder = fs::path(KINESCRIPT_TEST_SCRATCH) / "catalog_twice";
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy(fs::path(KINESCRIPT_SOURCE_DIR) / "db", folder, fs::copy_options::recursive);
  write_atomically(folder / "catalog/low_back/zzz.toml", bridge());
  try {
    read_catalog(folder);
    BOOST_ERROR("read");
  } catch (const Error& error) {
    BOOST_TEST(error.where() == "catalog/low_back/zzz.toml:1");
    BOOST_TEST(error.message().find("catalog/low_back/bridge.toml") != std::string::npos);
  }
  BOOST_CHECK_THROW(read_catalog(folder / "nothing"), Error);
}

BOOST_AUTO_TEST_CASE(any_cut_of_any_file_is_read_or_refused_with_a_line) {
  const fs::path db = fs::path(KINESCRIPT_SOURCE_DIR) / "db";
  const std::string text = read_file(db / "precautions.toml");
  for (std::size_t cut = 0; cut < text.size(); cut += 311) try {
      read_precautions(text.substr(0, cut), "precautions.toml");
    } catch (const Error& error) {
      BOOST_TEST(error.where().starts_with("precautions.toml:"), error.what());
    }
}

BOOST_AUTO_TEST_SUITE_END()
