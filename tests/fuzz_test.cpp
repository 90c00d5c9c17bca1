// SPDX-License-Identifier: MIT
// Every input that was ever kept for fuzzing: each is taken or refused with an Error of one line that
// repeats nothing unprintable.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "fuzz/targets.h"

namespace fs = std::filesystem;
using namespace kinescript;
using namespace kinescript::testing;

BOOST_AUTO_TEST_SUITE(fuzz_test)

BOOST_AUTO_TEST_CASE(every_kept_input_is_taken_or_refused_in_one_printable_line) {
  const fs::path corpus = fs::path(KINESCRIPT_SOURCE_DIR) / "tests/fuzz/corpus";
  for (const std::string& name : fuzz_targets()) {
    int inputs = 0, refused = 0;
    for (const auto& entry : fs::directory_iterator(corpus / name)) {
      ++inputs;
      try {
        fuzz_target(name)(read_file(entry.path()));
      } catch (const Error& error) {
        ++refused;
        const std::string line = error.what();
        BOOST_TEST(valid_utf8(line), entry.path().string());
        BOOST_TEST(line.find('\n') == std::string::npos, entry.path().string());
      }
    }
    BOOST_TEST(inputs >= 2, name);
    BOOST_TEST_MESSAGE(name << ": " << inputs << " inputs, " << refused << " refused");
  }
}

BOOST_AUTO_TEST_CASE(a_folder_of_inputs_has_its_target) {
  for (const auto& entry :
       fs::directory_iterator(fs::path(KINESCRIPT_SOURCE_DIR) / "tests/fuzz/corpus"))
    BOOST_TEST(fuzz_target(entry.path().filename().string()) != nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
