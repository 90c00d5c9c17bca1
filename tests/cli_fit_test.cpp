// SPDX-License-Identifier: MIT
// `handout --fit PAGES`: what is written fits, and what does not fit says what would.
#include <boost/test/unit_test.hpp>

#include "helpers/desk.h"
#include "helpers/tool.h"

using namespace kinescript;

namespace {

const std::vector<std::string> kExercises = {"walk-easy", "drawing-in", "dead-bug",  "bridge",
                                             "bird-dog",  "cat-camel",  "child-pose"};

std::string plan_of(const Desk& desk, std::size_t exercises,
                    const std::vector<std::string>& patient = {}) {
  const std::string plan = desk.done({"plan", "new", desk.add_patient(patient)});
  for (std::size_t i = 0; i < exercises; ++i) desk.done({"plan", "add", plan, kExercises[i]});
  return plan;
}

int pages_written(const Desk& desk, const std::string& plan, const std::vector<std::string>& how) {
  const std::string file = (desk.folder / "fit.pdf").string();
  std::vector<std::string> words = {"handout", plan, "-o", file};
  words.insert(words.end(), how.begin(), how.end());
  desk.done(words);
  const std::string info = run_tool("pdfinfo " + file).out;
  const auto line = info.find("Pages:");
  BOOST_TEST_REQUIRE(line != std::string::npos, info);
  return std::stoi(info.substr(line + 6));
}

// The number before these words; 0 where there is none.
int number_before(const std::string& text, const std::string& words) {
  const auto end = text.find(words);
  if (end == std::string::npos) return 0;
  const auto begin = text.find_last_not_of("0123456789", end - 1);
  return std::stoi(text.substr(begin + 1, end - begin - 1));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_fit_test)

BOOST_AUTO_TEST_CASE(a_plan_too_long_for_the_usual_layout_is_written_on_one_sheet) {
  Desk desk("fit_sheet");
  const std::string plan = plan_of(desk, 4);
  BOOST_TEST(pages_written(desk, plan, {}) > 2);
  BOOST_TEST(pages_written(desk, plan, {"--fit", "2"}) <= 2);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_says_how_many_pages_it_takes_and_how_many_exercises_fit) {
  Desk desk("fit_says");
  const std::string plan = plan_of(desk, kExercises.size());
  // More than one sheet holds, fewer than the usual layout takes.
  const Outcome refused = desk.fails(1, {"handout", plan, "--fit", "4", "-o", "none.pdf"},
                                     {"It does not fit on 4 pages", "at the least"});
  const int least = number_before(refused.err, " pages at the least");
  const int exercises = number_before(refused.err, " exercises would fit");
  BOOST_TEST(!std::filesystem::exists("none.pdf"));
  BOOST_TEST(pages_written(desk, plan, {"--fit", std::to_string(least)}) == least);
  BOOST_TEST(pages_written(desk, plan, {}) == least);
  BOOST_TEST_REQUIRE(exercises > 0);
  BOOST_TEST_REQUIRE(exercises < static_cast<int>(kExercises.size()));
  BOOST_TEST(
      pages_written(desk, plan_of(desk, static_cast<std::size_t>(exercises)), {"--fit", "4"}) <= 4);
}

BOOST_AUTO_TEST_CASE(who_needs_large_letters_is_refused_rather_than_given_small_ones) {
  Desk desk("fit_large");
  const std::string plan = plan_of(desk, 2, {"--large-print"});
  desk.fails(1, {"handout", plan, "--fit", "2", "-o", "none.pdf"},
             {"It does not fit on 2 pages in letters that can be read"});
  const int usual = pages_written(desk, plan, {});
  BOOST_TEST(pages_written(desk, plan, {"--fit", std::to_string(usual)}) == usual);
}

BOOST_AUTO_TEST_SUITE_END()
