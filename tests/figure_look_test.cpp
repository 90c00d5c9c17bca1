// SPDX-License-Identifier: MIT
// Whom the figure shows: every choice draws, no two the same, and the usual one as before.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

#include "base/error.h"
#include "figure/body.h"
#include "figure/prop_words.h"
#include "figure/skeleton.h"
#include "helpers/figures.h"
#include "helpers/raster.h"

using namespace kinescript;

namespace {

const std::string& squat() {
  static const std::string kText = [] {
    for (const auto& [id, text] : scene_texts())
      if (id == "bodyweight-squat") return text;
    throw std::runtime_error("no squat");
  }();
  return kText;
}
std::string key_of(const FigureOptions& options) {
  return group_of(draw_figure(parse_scene(squat(), "squat"), options).panels.front()).cache_key;
}
Figure close_up(const std::string& header, const std::string& end) {
  return draw_figure(parse_scene(header +
                                     "\npose start\n body base stand\n armR flex 20 elbow 150 "
                                     "hand dir fing up palm front ref world curl 8\n"
                                     "pose end = start\n" +
                                     end + "\n",
                                 "close-up"),
                     {});
}
long parts_named(const FigurePanel& panel, const std::string& name) {
  return std::count_if(panel.parts.begin(), panel.parts.end(),
                       [&name](const auto& part) { return part.first == name; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(figure_look_test)

BOOST_AUTO_TEST_CASE(every_person_age_and_skin_draws_and_none_equals_another) {
  for (const Palette palette : {Palette::black_and_white, Palette::colour}) {
    std::set<std::string> keys;
    int drawn = 0;
    for (const auto person : {Look::Person::woman, Look::Person::man}) {
      for (const bool older : {false, true}) {
        for (int skin = 1; skin <= 5; ++skin) {
          keys.insert(key_of({.palette = palette, .look = {person, older, skin}}));
          ++drawn;
        }
      }
    }
    BOOST_TEST(drawn == 20);
    BOOST_TEST(keys.size() == 20u);
  }
}

// A line a look: how many things are drawn, and in which colours, lightest first.
std::vector<std::string> lines_of_all_looks() {
  std::vector<std::string> lines;
  for (const std::string person : {"", "woman", "man"}) {
    for (const std::string age : {"younger", "older"}) {
      for (const std::string skin : {"", "1", "2", "3", "4", "5"}) {
        for (const Palette palette : {Palette::black_and_white, Palette::colour}) {
          const Figure figure =
              draw_figure(parse_scene(squat(), "squat"),
                          {.palette = palette, .look = look_from(person, age, skin)});
          std::set<int, std::greater<>> colours;
          std::size_t drawn = 0;
          for (const Node& node : group_of(figure.panels.front()).children) {
            ++drawn;
            if (const auto* fill = std::get_if<Fill>(&node))
              colours.insert(fill->colour.red << 16 | fill->colour.green << 8 | fill->colour.blue);
          }
          std::ostringstream line;
          line << (person.empty() ? "usual" : person) << ' ' << age << ' '
               << (skin.empty() ? "-" : skin)
               << (palette == Palette::colour ? " colour " : " grey ") << drawn << std::hex;
          for (const int colour : colours) line << ' ' << colour;
          lines.push_back(line.str());
        }
      }
    }
  }
  return lines;
}

BOOST_AUTO_TEST_CASE(every_look_is_drawn_as_its_golden_line_says) {
  std::ifstream file(std::string(KINESCRIPT_SOURCE_DIR) + "/tests/golden/figure_looks.txt");
  BOOST_REQUIRE(file);
  std::vector<std::string> golden;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') golden.push_back(line);
  const std::vector<std::string> drawn = lines_of_all_looks();
  for (std::size_t i = 0; i < drawn.size(); ++i)
    BOOST_TEST(drawn[i] == (i < golden.size() ? golden[i] : ""));
  BOOST_TEST(golden.size() == 72u);
}

BOOST_AUTO_TEST_CASE(a_look_that_is_no_word_is_refused) {
  BOOST_TEST((look_from("woman", "older", "3") == Look{Look::Person::woman, true, 3}));
  BOOST_TEST((look_from("", "", "") == Look{}));
  BOOST_CHECK_THROW(look_from("child", "", ""), Error);
  BOOST_CHECK_THROW(look_from("", "old", ""), Error);
  BOOST_CHECK_THROW(look_from("", "", "6"), Error);
}

BOOST_AUTO_TEST_CASE(a_closed_hand_closes_round_what_it_holds) {
  const auto beyond = [](double curl) {  // the fingertips, past the held bar's middle
    const Skeleton s =
        solve(parse_scene("pose start\n armR curl " + std::to_string(curl) + "\n", "hand")).front();
    const Body body = build_segments(s, bit(Segment::hand));
    const auto hand = std::find_if(body.parts.begin(), body.parts.end(),
                                   [](const Part& p) { return p.side == 1; });
    const V3 tip = hand->ellipsoids.at(5).centre, bar = palm(s, Side::right);
    const V3 back = s.hand_frame[0] * V3{0, 1, 0}, inward = s.hand_frame[0] * V3{0, 0, -1};
    return std::pair{dot(tip - bar, inward), dot(tip - s.wrist[0], back)};
  };
  BOOST_TEST(beyond(85).first > .008);
  BOOST_TEST(beyond(10).first < 0);
  BOOST_TEST(beyond(85).second > beyond(10).second + .03);  // they come back toward the wrist
}

BOOST_AUTO_TEST_CASE(a_bust_is_head_and_chest_without_arms) {
  const Figure figure = close_up("view 40 6\ncloseup bust", " body lips 1");
  const FigurePanel& end = figure.panels.back();
  for (const char* part : {"head", "shirt"}) BOOST_TEST(parts_named(end, part) == 1, part);
  for (const char* part : {"forearmR", "handR", "upper_armR", "pelvis"})
    BOOST_TEST(parts_named(end, part) == 0, part);
  BOOST_TEST(group_of(figure.panels[0]).cache_key != group_of(end).cache_key);  // round lips
}

BOOST_AUTO_TEST_CASE(the_usual_figure_is_white_on_a_black_and_white_sheet) {
  const Figure figure = draw_figure(parse_scene(squat(), "squat"), {});
  const FigurePanel& panel = figure.panels.front();
  const auto head = std::find_if(panel.parts.begin(), panel.parts.end(),
                                 [](const auto& part) { return part.first == "head"; });
  BOOST_REQUIRE(head != panel.parts.end());
  const Fill& skin = std::get<Fill>(group_of(panel).children[head->second]);
  BOOST_TEST((skin.colour == Colour::white()));
}

BOOST_AUTO_TEST_CASE(a_hand_in_a_close_up_has_four_fingers_and_a_thumb) {
  const Figure figure = close_up("view 70 8\ncloseup hand R", " armR curl 85");
  for (const FigurePanel& panel : figure.panels) {
    BOOST_TEST(parts_named(panel, "fingerR") == 5);
    BOOST_TEST(parts_named(panel, "fingerL") == 0);
    BOOST_TEST(parts_named(panel, "head") == 0);
  }
  BOOST_TEST(distance(one_bit(figure),
                      one_bit(close_up("view 70 8\ncloseup hand R", " armR touch little"))) > .1);
}

BOOST_AUTO_TEST_CASE(a_foot_in_a_close_up_has_five_toes) {
  const Figure figure = close_up("view 20 10\ncloseup foot L", " legL toe -40 arch 1");
  BOOST_TEST(parts_named(figure.panels[0], "toeL") == 5);
  BOOST_TEST(parts_named(figure.panels[0], "toeR") == 0);
}

BOOST_AUTO_TEST_CASE(a_hand_rests_where_its_word_says) {
  const auto solved = [](const std::string& line) {
    return solve(parse_scene("pose start\n body base stand\n" + line + "\n contact feet\n", "rest"))
        .front();
  };
  const Skeleton hips = solved(" hands hips");
  BOOST_TEST(length(hips.wrist[0] - hips.hip[0]) < .14);
  BOOST_TEST(hips.elbow[0].z > hips.wrist[0].z + .02);  // elbows out
  BOOST_TEST(std::abs(hips.wrist[0].z + hips.wrist[1].z) < 1e-9);
  const Skeleton head = solved(" hands behindhead");
  for (int i : {0, 1}) BOOST_TEST(length(head.wrist[i] - head.head) < .11);
  BOOST_TEST(head.wrist[0].x < head.head.x);
  const Skeleton crossed = solved(" hands crossed");
  BOOST_TEST(crossed.finger[0].z < 0);  // the right hand lies on the left side
  BOOST_TEST(crossed.finger[1].z > 0);
  const Skeleton holds = solved(" reachR forearmL .02 -.05 0");
  const V3 from = holds.wrist[0] - holds.elbow[1];
  BOOST_TEST(length(from) < .06);
}

BOOST_AUTO_TEST_CASE(a_prop_that_does_not_know_a_word_says_so) {
  for (const char* prop : {"band handR nowhere", "roll", "bed", "stairs 0 .2", "pillow feet",
                           "strap handR", "water deep", "weight hands 3"}) {
    const Scene scene = parse_scene(
        std::string("prop ") + prop + "\npose start\n body base stand\n contact feet\n", "prop");
    BOOST_CHECK_THROW(draw_figure(scene, {.fast = true}), Error);
  }
}

BOOST_AUTO_TEST_SUITE_END()
