// SPDX-License-Identifier: MIT
// The manual page says what the program has.
#include <boost/test/unit_test.hpp>
#include <regex>

#include "base/files.h"
#include "base/text.h"
#include "helpers/desk.h"

using namespace kinescript;

BOOST_AUTO_TEST_SUITE(manual_test)

BOOST_AUTO_TEST_CASE(it_names_every_command_and_every_option_that_help_lists) {
  Desk desk("manual");
  const std::string help = desk.done({"--help"});
  const std::string manual =
      replace_all(read_file(std::string(KINESCRIPT_SOURCE_DIR) + "/packaging/man/kinescript-cli.1"),
                  "\\-", "-");
  const std::regex first("\n  ([a-z-]+) {2,}|(--[a-z-]+)");
  int named = 0;
  for (std::sregex_iterator at(help.begin(), help.end(), first), end; at != end; ++at) {
    const std::string word = (*at)[1].matched ? (*at)[1].str() : (*at)[2].str();
    if (word == "--help") continue;
    BOOST_TEST(manual.find(word) != std::string::npos, word);
    ++named;
  }
  BOOST_TEST(named > 15);
}

BOOST_AUTO_TEST_SUITE_END()
