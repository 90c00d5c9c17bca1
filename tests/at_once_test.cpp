// SPDX-License-Identifier: MIT
#include "base/at_once.h"

#include <boost/test/unit_test.hpp>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

using namespace kinescript;

BOOST_AUTO_TEST_SUITE(at_once_test)

BOOST_AUTO_TEST_CASE(each_piece_is_done_once) {
  for (const std::size_t n : {0u, 1u, 2u, 1000u}) {
    std::vector<int> times(n, 0);
    at_once(n, [&](std::size_t i) { ++times[i]; });
    BOOST_TEST(times == std::vector<int>(n, 1), boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(the_first_to_fail_in_turn_is_told_and_the_others_are_done) {
  std::vector<int> times(100, 0);
  const auto failing = [&](std::size_t i) {
    ++times[i];
    if (i == 70 || i == 30 || i == 99) throw std::runtime_error(std::to_string(i));
  };
  BOOST_CHECK_EXCEPTION(at_once(times.size(), failing), std::runtime_error,
                        [](const auto& e) { return e.what() == std::string("30"); });
  BOOST_TEST(std::accumulate(times.begin(), times.end(), 0) == 100);
}

BOOST_AUTO_TEST_CASE(work_may_have_pieces_of_its_own) {
  std::vector<std::vector<int>> times(8, std::vector<int>(8, 0));
  at_once(8, [&](std::size_t i) { at_once(8, [&](std::size_t j) { ++times[i][j]; }); });
  for (const std::vector<int>& row : times)
    BOOST_TEST(row == std::vector<int>(8, 1), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
