// SPDX-License-Identifier: MIT
#include "app/favourites.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "base/files.h"

using namespace kinescript;

namespace {

std::filesystem::path fresh(const std::string& name) {
  const auto folder = std::filesystem::path(KINESCRIPT_TEST_SCRATCH) / "favourites_test" / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return favourites_file(folder / "clinic.ksc");
}

const ExerciseId kBridge{"bridge"};
const ClinicianId kElena{"e1"}, kTom{"t1"};

}  // namespace

BOOST_AUTO_TEST_SUITE(favourites_test)

BOOST_AUTO_TEST_CASE(a_star_is_kept_per_clinician_and_taken_away_again) {
  const auto file = fresh("kept");
  Favourites elena(file, kElena), tom(file, kTom);
  BOOST_TEST(elena.empty());
  BOOST_TEST(elena.toggle(kBridge));
  BOOST_TEST(tom.toggle(ExerciseId{"clamshell"}));  // read before: Elena's stays
  BOOST_TEST(read_file(file) == "e1 bridge\nt1 clamshell\n");
  const Favourites again(file, kElena);
  BOOST_TEST(again.has(kBridge));
  BOOST_TEST(!again.has(ExerciseId{"clamshell"}));
  BOOST_TEST(!elena.toggle(kBridge));
  BOOST_TEST(elena.empty());
  BOOST_TEST(read_file(file) == "t1 clamshell\n");
}

BOOST_AUTO_TEST_CASE(
    a_file_that_is_none_of_ours_is_as_empty_and_a_star_that_cannot_be_kept_is_not) {
  const auto file = fresh("damaged");
  write_atomically(file, "\xff\n one two three\n\n");
  BOOST_TEST(Favourites(file, kElena).empty());
  Favourites nowhere(file.parent_path() / "missing" / "clinic.favourites", kElena);
  BOOST_CHECK_THROW(nowhere.toggle(kBridge), Error);
  BOOST_TEST(!nowhere.has(kBridge));
}

BOOST_AUTO_TEST_SUITE_END()
