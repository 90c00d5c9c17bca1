// SPDX-License-Identifier: MIT
#include "figure/scene.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

using namespace kinescript;

namespace {

// The whole line of the error that `text` gives; "" when it is read without one.
std::string complaint(const std::string& text, int first_line = 1) {
  try {
    parse_scene(text, "bridge.toml", first_line);
  } catch (const Error& e) {
    BOOST_TEST((e.kind() == ErrorKind::invalid));
    return e.what();
  }
  return "";
}
bool says(const std::string& line, const std::string& part) {
  return line.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scene_test)

BOOST_AUTO_TEST_CASE(a_scene_is_read_with_all_its_lines) {
  const Scene s = parse_scene(
      "view 14 10   # from the front a little\n\nside L\nstyle hair bun\nprop mat\n"
      "prop chairback .02 -.30 90\n"
      "pose start\n body base supine neck 6\n legs hip auto knee 108\n contact trunk\n"
      "pose end = start\n body pitch 25\n legL hip -2\n contact shoulders feet\n anchor anR .25\n"
      "arrow at pelvis 0 .085 0 to 0 .19 0\narrow toeR off .1 both\n"
      "arrow ring c7 r .22 from 48 to -62 dy -.13\n",
      "test");
  BOOST_TEST(s.camera.azimuth == 14);
  BOOST_TEST((s.written_for == Side::left));
  BOOST_TEST(s.bun);
  BOOST_REQUIRE(s.props.size() == 2u);
  BOOST_TEST(s.props[1].words.size() == 3u);
  BOOST_TEST(s.props[1].line == 6);
  BOOST_REQUIRE(s.poses.size() == 2u);
  BOOST_TEST((s.poses[1].base == Base::supine));
  BOOST_TEST(s.poses[1].neck == 6);
  BOOST_TEST(s.poses[1].pitch == 25);
  BOOST_TEST(s.poses[1].inherits == 0);
  BOOST_TEST(s.poses[1].leg[0].hip_auto);
  BOOST_TEST(!s.poses[1].leg[1].hip_auto);
  BOOST_TEST(s.poses[1].contact.size() == 2u);
  BOOST_REQUIRE(s.arrows.size() == 3u);
  BOOST_TEST((s.arrows[0].kind == Arrow::Kind::straight));
  BOOST_TEST(s.arrows[0].to.y == .19);
  BOOST_TEST(s.arrows[1].both);
  BOOST_TEST(s.arrows[1].off == .1);
  BOOST_TEST(s.arrows[2].ring_radius == .22);
  BOOST_TEST(s.arrows[2].to_angle == -62);
}

BOOST_AUTO_TEST_CASE(a_reach_of_both_hands_is_mirrored) {
  const Scene s = parse_scene("pose start\n reach floor .3 .01 .06 pole out\n", "test");
  BOOST_TEST(s.poses[0].reach[0].offset.z == .06);
  BOOST_TEST(s.poses[0].reach[1].offset.z == -.06);
  BOOST_TEST(s.poses[0].reach[1].pole == "out");
}

BOOST_AUTO_TEST_CASE(free_ends_what_a_hand_or_leg_inherited) {
  const Scene s = parse_scene(
      "pose start\n reach floor 0 0 0\n hands flat\n legR to joint knL 0 0 0\n"
      "pose end = start\n armR free flex 90\n reachL free\n legR free\n",
      "test");
  for (int i : {0, 1}) BOOST_TEST(s.poses[1].reach[i].to == "");
  BOOST_TEST((s.poses[1].arm[0].hand == HandMode::along_forearm));
  BOOST_TEST((s.poses[1].arm[1].hand == HandMode::flat));
  BOOST_TEST(s.poses[1].leg[0].reach_joint == "");
}

BOOST_AUTO_TEST_CASE(faults_name_the_line_of_the_file_they_stand_in) {
  BOOST_TEST(
      says(complaint("pose start\n legR knee ninety\n"), "bridge.toml:2: knee needs a number"));
  BOOST_TEST(says(complaint("pose start\n legR knee ninety\n", 40), "bridge.toml:41: "));
}

BOOST_AUTO_TEST_CASE(misspelt_words_get_a_suggestion) {
  BOOST_TEST(says(complaint("vew 10 10\n"), "Did you mean \"view\"?"));
  BOOST_TEST(says(complaint("pose start\n legR kneee 90\n"), "Did you mean \"knee\"?"));
  BOOST_TEST(says(complaint("pose start\n body base supin\n"), "Did you mean \"supine\"?"));
  BOOST_TEST(says(complaint("pose start\n contact feeet\n"), "Did you mean \"feet\"?"));
  BOOST_TEST(says(complaint("prop chiar\npose start\n"), "Did you mean \"chair\"?"));
  BOOST_TEST(says(complaint("pose start\npose end = strat\n"), "Did you mean \"start\"?"));
  BOOST_TEST(says(complaint("pose start\narrow toeRR\n"), "Did you mean \"toeR\"?"));
  BOOST_TEST(says(complaint("pose start\n reachR flor 0 0 0\n"), "Did you mean \"floor\"?"));
}

BOOST_AUTO_TEST_CASE(impossible_scenes_are_refused) {
  for (const char* wrong :
       {"", "view 10 10\n", "body pitch 3\npose start\n", "pose start\npose start\n",
        "pose a\npose b\npose c\npose d\npose e\n", "pose start = other\n",
        "pose start\n legs keep ankle\n", "pose start\n reachR keep\n", "view 10\npose start\n",
        "pose start\n legR knee\n", "pose start\n legR knee 1e9\n", "pose start\n legR knee nan\n",
        "pose start\narrow at pelvis 0 0 0 0 1 0\n", "pose start\narrow ring c7 from 0 to 9\n",
        "pose start\n armR hand dir\n", "pose start\n armR hand dir fing up palm sideways\n",
        "side both\npose start\n", "pose start\n anchor anR .2 .1 .3\n"})
    BOOST_TEST(says(complaint(wrong), "bridge.toml:"), wrong);
}

BOOST_AUTO_TEST_CASE(the_page_for_authors_explains_every_word) {
  const std::string page = read_file(std::string(KINESCRIPT_SOURCE_DIR) + "/src/figure/scenes.md");
  // Each of these complaints lists the words that would have been right.
  for (const char* wrong :
       {"zz", "prop zz", "style zz", "pose start\n body zz 1", "pose start\n body base zz",
        "pose start\n legs zz 1", "pose start\n arms zz 1", "pose start\n arms hand zz",
        "pose start\n arms fing zz", "pose start\n arms ref zz", "pose start\n reach zz",
        "pose start\n reach floor 0 0 0 pole zz", "pose start\n contact zz",
        "pose start\narrow c7 zz"}) {
    const std::string line = complaint(wrong);
    const std::size_t at = line.find("Possible: ");
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, wrong << ": " << line);
    for (std::string word : split_words(line.substr(at + 10))) {
      if (word.back() == '.') word.pop_back();
      bool found = false;
      for (std::size_t i = page.find(word); i != std::string::npos && !found;
           i = page.find(word, i + 1)) {
        auto letter = [&](std::size_t k) { return k < page.size() && std::isalnum(page[k]); };
        found = !letter(i - 1) && !letter(i + word.size());
      }
      BOOST_TEST(found, "scenes.md lacks \"" << word << "\" (" << wrong << ")");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
