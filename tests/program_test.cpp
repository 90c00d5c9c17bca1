// SPDX-License-Identifier: MIT
#include "catalog/program.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "base/files.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

const Catalog& shipped() {
  static const Catalog catalog = read_catalog(fs::path(KINESCRIPT_SOURCE_DIR) / "db");
  return catalog;
}

const Program& program(const std::string& id) {
  static const auto all =
      read_programs(fs::path(KINESCRIPT_SOURCE_DIR) / "templates/programs", shipped());
  for (const auto& one : all)
    if (one.id == id) return one;
  throw Error(ErrorKind::not_found, "", id);
}

const Dose& dose(std::size_t slot, const char* exercise) {
  return program("low-back-mini").slots.at(slot).dose_of(ExerciseId{exercise});
}

// The message for a template of this text, read alone.
std::string refusal(const std::string& text) {
  const fs::path folder = fs::path(KINESCRIPT_TEST_SCRATCH) / "program_bad";
  fs::remove_all(folder);
  fs::create_directories(folder);
  write_atomically(folder / "bad.toml", text);
  try {
    read_programs(folder, shipped());
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

const std::string kHead =
    "id = \"a\"\nname = \"A\"\ntitle = \"A\"\nproblem = \"a\"\nregion = "
    "[\"low_back\"]\n[[slot]]\nid = \"s\"\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(program_test)

BOOST_AUTO_TEST_CASE(the_routine_has_nine_slots_in_the_order_of_a_session) {
  const Program& mini = program("low-back-mini");
  const std::vector<std::string> expected = {"walk-easy cycle-easy",
                                             "drawing-in",
                                             "dead-bug",
                                             "bridge",
                                             "bird-dog superman",
                                             "bodyweight-squat",
                                             "knee-to-chest",
                                             "floor-rotation seated-rotation",
                                             "cat-camel"};
  BOOST_REQUIRE(mini.slots.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    std::string names;
    for (const auto& id : mini.slots[i].one_of) names += (names.empty() ? "" : " ") + id.text;
    BOOST_TEST(names == expected[i]);
    BOOST_TEST(mini.slots[i].doses.size() == mini.slots[i].one_of.size());
    if (i > 0) BOOST_TEST((mini.slots[i - 1].section <= mini.slots[i].section));
  }
  BOOST_CHECK((mini.days_per_week == range(3, 4)));
  BOOST_TEST(mini.per_day == 1);
}

BOOST_AUTO_TEST_CASE(the_routine_has_its_own_doses) {
  BOOST_CHECK((dose(0, "cycle-easy").count == exactly(5)));
  BOOST_CHECK((dose(0, "walk-easy").unit == CountUnit::minutes));
  BOOST_CHECK((dose(2, "dead-bug").count == range(8, 12)));
  BOOST_CHECK((dose(3, "bridge").sets == exactly(2)));
  BOOST_CHECK((dose(3, "bridge").count == range(10, 15)));  // and no goal beside a second range
  BOOST_CHECK(!dose(3, "bridge").hold);
  BOOST_CHECK((dose(4, "superman").sets == exactly(2)));
  BOOST_CHECK((dose(4, "superman").count == range(8, 10)));
  BOOST_CHECK((dose(5, "bodyweight-squat").count == range(10, 15)));
  BOOST_CHECK((dose(6, "knee-to-chest").count == range(2, 3)));
  BOOST_CHECK((dose(8, "cat-camel").count == range(3, 5)));
  BOOST_CHECK((dose(8, "cat-camel").unit == CountUnit::cycles));
}

BOOST_AUTO_TEST_CASE(what_a_slot_does_not_say_stays_that_of_each_exercise) {
  BOOST_CHECK((dose(4, "bird-dog").hold == exactly(3)));
  BOOST_CHECK((dose(4, "superman").hold == range(2, 3)));
  BOOST_CHECK((dose(7, "floor-rotation").hold == range(5, 10)));
  BOOST_CHECK((dose(7, "seated-rotation").hold == exactly(10)));
  BOOST_CHECK((dose(1, "drawing-in") == shipped().exercise(ExerciseId{"drawing-in"}).dose));
}

BOOST_AUTO_TEST_CASE(the_starter_has_one_or_two_exercises) {
  BOOST_TEST(program("low-back-starter").slots.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_fault_in_a_template_names_its_line_and_the_way_out) {
  BOOST_TEST(refusal(kHead + "one_of = [\"brigde\"]\n") ==
             "bad.toml:8: There is no exercise \"brigde\". Did you mean \"bridge\"?");
  BOOST_TEST(refusal(kHead + "one_of = [\"bridge\"]\ndose = { count = \"15-10\" }\n") ==
             "bad.toml:9: count is reversed (15-10). Write the smaller number first: 10-15.");
  BOOST_TEST(refusal(kHead + "one_of = [\"bridge\"]\ndose = { cuont = 5 }\n") ==
             "bad.toml:9: The key \"cuont\" is not known. Did you mean \"count\"?");
  BOOST_TEST(refusal(kHead + "one_of = []\n").starts_with("bad.toml:8: A slot needs an exercise."));
  BOOST_TEST(refusal("id = \"a\"\n").starts_with("bad.toml:1: \"name\" is missing."));
}

BOOST_AUTO_TEST_CASE(a_missing_folder_is_an_error) {
  BOOST_CHECK_THROW(read_programs(fs::path(KINESCRIPT_TEST_SCRATCH) / "no_such_folder", shipped()),
                    Error);
}

BOOST_AUTO_TEST_CASE(a_waiting_template_is_read_once_the_catalog_has_its_exercises) {
  const fs::path folder = fs::path(KINESCRIPT_TEST_SCRATCH) / "program_waiting";
  fs::remove_all(folder);
  fs::create_directories(folder / "waiting");
  const auto ids = [&folder] {
    std::string all;
    for (const auto& one : read_programs(folder, shipped())) all += one.id + " ";
    return all;
  };
  write_atomically(folder / "waiting" / "a.toml", kHead + "one_of = [\"still-to-come\"]\n");
  BOOST_TEST(ids() == "");
  write_atomically(folder / "waiting" / "a.toml", kHead + "one_of = [\"bridge\"]\n");
  BOOST_TEST(ids() == "a ");
}

BOOST_AUTO_TEST_SUITE_END()
