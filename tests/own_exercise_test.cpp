// SPDX-License-Identifier: MIT
// An exercise that the clinic wrote itself: kept beside the clinic file, prescribed like any other,
// its photo on the page, and never said to be checked.
#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "helpers/desk.h"
#include "helpers/tool.h"

using namespace kinescript;
using Json = nlohmann::json;

namespace {

std::string picture(const std::string& name) {
  return std::string(KINESCRIPT_SOURCE_DIR) + "/tests/data/pictures/" + name;
}

std::vector<std::string> squeeze(std::vector<std::string> more = {}) {
  std::vector<std::string> words = {
      "exercise",           "add",     "Towel squeeze", "--step", "Sit.", "--step",
      "Squeeze the towel.", "--count", "6-8",           "--hold", "5s"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(own_exercise_test)

BOOST_AUTO_TEST_CASE(it_is_prescribed_like_any_other_and_said_to_be_unchecked) {
  Desk desk("own_exercise");
  const Outcome made = desk.type(squeeze({"--photo", picture("logo.png")}));
  BOOST_TEST_REQUIRE(made.status == 0, made.err);
  BOOST_TEST(made.out == "own-towel-squeeze\n");
  BOOST_TEST(made.err.find("Not checked for safety") == 0U, made.err);

  const std::string plan =
      desk.done({"plan", "new", desk.add_patient({"--precaution", "osteoporosis"})});
  desk.done({"plan", "add", plan, "own-towel-squeeze"});
  std::string not_checked;
  const Json checked = desk.json({"plan", "check", plan});
  for (const Json& finding : checked["findings"])
    if (finding["level"] == "not_checked") not_checked += finding["reason"];
  BOOST_TEST(not_checked == "Towel squeeze is the clinic's own: not checked for safety.");

  const std::string file = (desk.folder / "own.pdf").string();
  desk.done({"plan", "issue", plan});
  desk.done({"handout", plan, "-o", file});
  const std::string text = run_tool("pdftotext " + file + " -").out;
  for (const char* words : {"Towel squeeze", "Squeeze the towel.", "6 to 8"})
    BOOST_TEST(text.find(words) != std::string::npos, text);
  const std::string images = run_tool("pdfimages -list " + file).out;
  BOOST_TEST(images.find("image") != std::string::npos, images);
}

BOOST_AUTO_TEST_CASE(an_issued_plan_keeps_its_photo_when_the_exercise_is_gone) {
  Desk desk("own_kept");
  BOOST_TEST_REQUIRE(desk.type(squeeze({"--photo", picture("logo.png")})).status == 0);
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "own-towel-squeeze"});
  desk.done({"plan", "issue", plan});
  const std::string before = (desk.folder / "before.pdf").string(),
                    after = (desk.folder / "after.pdf").string();
  desk.done({"handout", plan, "--layout", "large", "-o", before});
  std::filesystem::remove_all(desk.folder / "clinic.exercises");
  desk.done({"handout", plan, "--layout", "large", "-o", after});
  BOOST_TEST((read_file(before) == read_file(after)));
}

BOOST_AUTO_TEST_CASE(it_is_taken_out_once_no_draft_has_it_and_issued_plans_stay_as_they_are) {
  Desk desk("own_removed");
  BOOST_TEST_REQUIRE(desk.type(squeeze({"--photo", picture("logo.png")})).status == 0);
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "own-towel-squeeze"});
  const auto folder = desk.folder / "clinic.exercises";
  const Outcome refused = desk.type({"exercise", "remove", "own-towel-squeeze"});
  BOOST_TEST(refused.status == 1);
  BOOST_TEST(refused.err.find("1 draft has this exercise") != std::string::npos, refused.err);
  BOOST_TEST(std::filesystem::exists(folder / "own-towel-squeeze.toml"));

  desk.done({"plan", "issue", plan});
  const std::string before = (desk.folder / "before.pdf").string(),
                    after = (desk.folder / "after.pdf").string();
  desk.done({"handout", plan, "--layout", "large", "-o", before});
  BOOST_TEST(desk.type({"exercise", "remove", "own-towel-squeeze"}).status == 0);
  BOOST_TEST(std::filesystem::is_empty(folder));
  desk.done({"handout", plan, "--layout", "large", "-o", after});
  BOOST_TEST((read_file(before) == read_file(after)));
  BOOST_TEST(desk.type({"exercise", "remove", "own-towel-squeeze"}).status == 1);
  BOOST_TEST(desk.type(squeeze()).status == 0);  // the title is free again
}

BOOST_AUTO_TEST_CASE(what_came_with_kinescript_or_stands_in_a_template_is_not_taken_out) {
  Desk desk("own_stays");
  const Outcome shipped = desk.type({"exercise", "remove", "bridge"});
  BOOST_TEST(shipped.status == 2);
  BOOST_TEST(shipped.err.find("came with Kinescript") != std::string::npos, shipped.err);
  BOOST_TEST_REQUIRE(desk.type(squeeze()).status == 0);
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "own-towel-squeeze"});
  BOOST_TEST_REQUIRE(desk.type({"template", "save", plan, "Squeezes"}).status == 0);
  desk.done({"plan", "remove", plan, "a1"});
  const Outcome kept = desk.type({"exercise", "remove", "own-towel-squeeze"});
  BOOST_TEST(kept.status == 1);
  BOOST_TEST(kept.err.find("Squeezes") != std::string::npos, kept.err);
}

BOOST_AUTO_TEST_CASE(
    a_photo_keeps_nothing_that_the_camera_wrote_and_is_no_larger_than_paper_shows) {
  Desk desk("own_photo");
  BOOST_TEST_REQUIRE(desk.type(squeeze({"--photo", picture("turned.jpg")})).status == 0);
  const std::string kept = read_file(desk.folder / "clinic.exercises" / "own-towel-squeeze.jpg");
  BOOST_TEST(read_file(picture("turned.jpg")).find("Exif") != std::string::npos);
  BOOST_TEST(kept.find("Exif") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_kept_leaves_nothing_behind_and_says_the_way_out) {
  Desk desk("own_refused");
  desk.fails(2, squeeze({"--photo", picture("100_megapixels.png")}), {"pixels"});
  desk.fails(2, squeeze({"--photo", (desk.folder / "clinic.ksc").string()}), {"PNG or JPEG"});
  desk.fails(1, squeeze({"--photo", (desk.folder / "none.png").string()}), {"none.png"});
  desk.fails(2, squeeze({"--photo-finish", picture("logo.png")}), {"start"});
  desk.fails(2, {"exercise", "add", "\xC3\x84", "--step", "Sit."}, {"letter"});
  desk.fails(1, {"exercise", "add", "Hip lift", "--step", "Sit."}, {"already"});
  BOOST_TEST(!std::filesystem::exists(desk.folder / "clinic.exercises"));
}

BOOST_AUTO_TEST_CASE(without_a_photo_it_can_be_looked_at_and_not_issued) {
  Desk desk("own_bare");
  BOOST_TEST_REQUIRE(desk.type(squeeze()).status == 0);
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "own-towel-squeeze"});
  const std::string file = (desk.folder / "bare.pdf").string();
  desk.done({"handout", plan, "--diary", "1", "-o", file});
  BOOST_TEST(run_tool("pdftotext " + file + " -").out.find("Squeeze the towel.") !=
             std::string::npos);
  desk.fails(3, {"plan", "issue", plan}, {"53"});
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_answered_with_its_line) {
  Desk desk("own_damaged");
  const std::string record = desk.add_patient();
  BOOST_TEST_REQUIRE(desk.type(squeeze()).status == 0);
  const auto file = desk.folder / "clinic.exercises" / "own-towel-squeeze.toml";
  const std::string text = read_file(file);
  write_atomically(file, replace_all(text, "section = \"strength\"", "section = \"legs\""));
  desk.fails(1, {"plan", "new", record, "--template", "low-back-starter"},
             {"clinic.exercises/own-towel-squeeze.toml:4", "strength"});
}

BOOST_AUTO_TEST_SUITE_END()
