// SPDX-License-Identifier: MIT
#include "base/command.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"

using namespace kinescript;

BOOST_AUTO_TEST_SUITE(command_test)

BOOST_AUTO_TEST_CASE(a_program_gets_every_byte_that_it_is_fed) {
  const auto folder = std::filesystem::path(KINESCRIPT_TEST_SCRATCH) / "command_test";
  std::filesystem::create_directories(folder);
  const auto file = folder / "out";
  std::string bytes(300'000, 'a');
  bytes[7] = '\0';
  feed_command({"tee", file.string()}, bytes);
  BOOST_TEST((read_file(file) == bytes));
}

BOOST_AUTO_TEST_CASE(a_program_that_is_not_there_or_fails_is_told) {
  const auto kind_of = [](const std::vector<std::string>& command) {
    try {
      feed_command(command, std::string(300'000, 'a'));
    } catch (const Error& error) {
      return error.kind();
    }
    return ErrorKind::usage;
  };
  BOOST_TEST((kind_of({"kinescript-has-no-such-program"}) == ErrorKind::not_found));
  BOOST_TEST((kind_of({"false"}) == ErrorKind::io));  // it reads nothing, and we live on
}

BOOST_AUTO_TEST_SUITE_END()
