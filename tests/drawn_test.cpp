// SPDX-License-Identifier: MIT
#include "figure/drawn.h"

#include <boost/test/unit_test.hpp>

#include "helpers/figures.h"

using namespace kinescript;

namespace {

// What stands in a figure, whichever panel.
std::string keys(const Figure& figure) {
  std::string all;
  for (const FigurePanel& panel : figure.panels) all += group_of(panel).cache_key + " ";
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(drawn_test)

BOOST_AUTO_TEST_CASE(a_kept_figure_is_the_one_that_would_be_drawn_whatever_was_asked_before) {
  DrawnFigures drawn;
  std::vector<FigureOptions> asked(7);
  asked[1].palette = Palette::colour;
  asked[2].panel_width = 90;
  asked[3].panel_height = 40;
  asked[4].look = look_from("man", "older", "4");
  asked[5].side = Side::left;
  asked[6].fast = true;
  std::size_t scenes = 0, same = 0;  // a scene that is not turned shows its left side as written
  for (const auto& [id, text] : scene_texts()) {
    if (++scenes > 3) break;
    const Scene scene = parse_scene(text, id);
    if (!is_mirrored(scene, asked[5])) ++same;
    for (int again = 0; again < 2; ++again)
      for (const FigureOptions& options : asked)
        BOOST_TEST(keys(drawn.figure(scene, text, options)) == keys(draw_figure(scene, options)),
                   id);
  }
  BOOST_TEST(drawn.size() == 3 * asked.size() - same);
}

BOOST_AUTO_TEST_CASE(figures_asked_for_together_come_in_their_order_kept_or_not) {
  DrawnFigures drawn;
  const auto texts = scene_texts();
  std::vector<Scene> scenes;
  for (std::size_t i = 0; i < 6; ++i)
    scenes.push_back(parse_scene(texts[i].second, texts[i].first));
  drawn.figure(scenes[1], texts[1].second, {});
  std::vector<AskedFigure> asked;
  for (const std::size_t i : {3u, 1u, 0u, 5u, 3u, 2u, 4u})
    asked.push_back({scenes[i], texts[i].second, {}});
  for (int again = 0; again < 2; ++again) {
    const std::vector<Figure> figures = drawn.figures(asked);
    BOOST_REQUIRE(figures.size() == asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i)
      BOOST_TEST(keys(figures[i]) == keys(draw_figure(asked[i].scene, {})), i);
  }
  BOOST_TEST(drawn.size() == 6u);
  BOOST_TEST(drawn.figures({}).empty());
}

BOOST_AUTO_TEST_CASE(no_more_are_kept_than_there_is_room_for) {
  DrawnFigures drawn(2);
  const auto [id, text] = scene_texts().front();
  const Scene scene = parse_scene(text, id);
  for (const double width : {80.0, 90.0, 100.0}) {
    FigureOptions options;
    options.panel_width = width;
    BOOST_TEST(keys(drawn.figure(scene, text, options)) == keys(draw_figure(scene, options)));
    BOOST_TEST(drawn.size() <= 2u);
  }
}

BOOST_AUTO_TEST_SUITE_END()
