// SPDX-License-Identifier: MIT
#include "handout/phrasebook.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "helpers/sheet.h"

using namespace kinescript;

namespace {

Phrasebook book_of(const std::string& text) {
  const std::filesystem::path folder =
      std::filesystem::path(KINESCRIPT_TEST_SCRATCH) / "phrasebook";
  std::filesystem::create_directories(folder);
  write_atomically(folder / "phrases.toml", text);
  return read_phrasebook(folder);
}

std::string fault_of(const std::string& text) {
  try {
    book_of(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(phrasebook_test)

BOOST_AUTO_TEST_CASE(plurals_follow_the_language) {
  BOOST_TEST(english().say("unit.times", {{"n", 1}}) == "time");
  BOOST_TEST(english().say("unit.times", {{"n", 2}}) == "times");
  const Phrasebook polish = book_of(
      "[book]\nlanguage = \"pl\"\n[unit]\ntimes = \"{n, plural, one {raz} few {# razy} many {# "
      "razy} other {# raza}}\"\n");
  BOOST_TEST(polish.say("unit.times", {{"n", 1}}) == "raz");
  BOOST_TEST(polish.say("unit.times", {{"n", 5}}) == "5 razy");
}

BOOST_AUTO_TEST_CASE(dates_are_words_and_do_not_shift_by_time_zone) {
  BOOST_TEST(english().date(parse_date("2026-11-23").value(), "date.full") == "Mon 23 Nov 2026");
  BOOST_TEST(english().date(parse_date("1969-12-31").value(), "date.short") == "Wed 31 Dec");
}

BOOST_AUTO_TEST_CASE(lists_read_like_speech) {
  BOOST_TEST(english().list({}) == "");
  BOOST_TEST(english().list({"a mat"}) == "a mat");
  BOOST_TEST(english().list({"a mat", "a chair"}) == "a mat and a chair");
  BOOST_TEST(english().list({"a mat", "a chair", "a towel"}) == "a mat, a chair and a towel");
}

BOOST_AUTO_TEST_CASE(what_a_person_typed_is_not_read_as_a_pattern) {
  BOOST_TEST(english().say("dose.load", {{"load", std::string("{2} 'kg' <b>")}}) ==
             "Use {2} 'kg' <b>.");
}

BOOST_AUTO_TEST_CASE(a_missing_phrase_is_named) {
  BOOST_CHECK_EXCEPTION(english().say("dose.nothing"), Error, [](const Error& error) {
    return std::string(error.what()).find("dose.nothing") != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(a_damaged_file_says_where) {
  BOOST_TEST(fault_of("[book]\nlanguage = \"en\"\n[a]\nb = \"{n, plural, one {x}\"\n")
                 .find("phrases.toml:4:") == 0U);
  BOOST_TEST(fault_of("[book]\nlanguage = \"en\"\n[a]\nb = 3\n").find("phrases.toml:4:") == 0U);
  BOOST_TEST(fault_of("[book]\nlanguage = \n").find("phrases.toml:2:") == 0U);
  BOOST_TEST(fault_of("[a]\nb = \"c\"\n").find("language") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_language_that_is_not_there_is_not_found) {
  BOOST_CHECK_EXCEPTION(read_phrasebook("/no/such/language"), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::not_found; });
}

BOOST_AUTO_TEST_CASE(every_word_the_catalog_may_use_has_its_phrase) {
  for (const Section section : kSections)
    BOOST_TEST(english().has("section." + std::string(word(section))));
  for (const Exercise& exercise : shipped_catalog().exercises) {
    BOOST_TEST(english().has("unit." + std::string(word(exercise.dose.unit))), exercise.id.text);
    BOOST_TEST(english().has("limb." + std::string(exercise.side_means == SideMeans::none
                                                       ? "none"
                                                       : word(exercise.side_means))),
               exercise.id.text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
