// SPDX-License-Identifier: MIT
#include "standards/reading.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "base/files.h"
#include "base/text.h"

using namespace kinescript;

namespace {

struct Tally {
  int words = 0, right = 0, counted = 0, heard = 0;
  std::string wrong;
};

Tally tally() {
  Tally all;
  const std::string text =
      read_file(std::string(KINESCRIPT_SOURCE_DIR) + "/tests/data/syllables.txt");
  for (const std::string& line : split(text, "\n")) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> words = split_words(line);
    const int heard = std::stoi(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) {
      const int counted = syllables(words[i], "en");
      ++all.words;
      all.right += counted == heard;
      all.counted += counted;
      all.heard += heard;
      if (counted != heard) all.wrong += words[i] + " " + std::to_string(counted) + ", ";
    }
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_test)

BOOST_AUTO_TEST_CASE(of_500_words_at_most_3_in_100_are_counted_wrong) {
  const Tally all = tally();
  BOOST_TEST(all.words == 500);
  BOOST_TEST(all.right >= 485, all.wrong);
  BOOST_TEST(std::abs(all.counted - all.heard) <= all.heard / 100);
}

BOOST_AUTO_TEST_CASE(spanish_syllables_follow_its_strong_and_weak_vowels) {
  BOOST_TEST(syllables("rodilla", "es") == 3);
  BOOST_TEST(syllables("pie", "es") == 1);
  BOOST_TEST(syllables("aire", "es") == 2);
  BOOST_TEST(syllables("rápido", "es") == 3);
  BOOST_TEST(syllables("todavía", "es") == 4);
  BOOST_TEST(syllables("guerra", "es") == 2);
  BOOST_TEST(syllables("quita", "es") == 2);
  BOOST_TEST(syllables("aérea", "es") == 4);
  BOOST_TEST(syllables("izquierda", "es") == 3);
}

BOOST_AUTO_TEST_CASE(the_formulas_give_what_their_authors_wrote) {
  Reading reading;
  reading.sentences = 10, reading.words = 100, reading.syllables = 120, reading.long_words = 10;
  BOOST_TEST(fkgl(reading) == 0.39 * 10 + 11.8 * 1.2 - 15.59, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(smog(reading) == 1.0430 * 5.477225575 + 3.1291, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(inflesz(reading) == 206.835 - 62.3 * 1.2 - 10, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(numbers_and_signs_are_not_words_and_each_list_item_is_a_sentence) {
  const Reading reading =
      measure_reading({"Do 8 to 12 times.", "Lie down", "Rest. Don't stop!"}, "en");
  BOOST_TEST(reading.sentences == 4);
  BOOST_TEST(reading.words == 8);
}

BOOST_AUTO_TEST_SUITE_END()
