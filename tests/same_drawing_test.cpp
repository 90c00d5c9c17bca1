// SPDX-License-Identifier: MIT
// Whether two drawings look the same.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "draw/same.h"

using namespace kinescript;

namespace {

GlyphRun letter() {
  GlyphRun run;
  run.origin = {10, 20};
  run.glyphs = {{36, 500, 0, 0, 0}};
  run.text = "A";
  return run;
}

Drawing page() {
  Group inside;
  inside.children = {letter(), Stroke{rectangle(0, 0, 5, 5), Colour::black(), .9}};
  Group cached;
  cached.children = {Fill{rectangle(1, 1, 3, 3), Colour::black()}};
  cached.cache_key = "bridge";
  return {Fill{rectangle(0, 0, 9, 9), Colour::white()},
          std::make_shared<const Group>(std::move(inside)),
          std::make_shared<const Group>(std::move(cached))};
}

// The page with its second node's group changed.
Drawing changed(const std::function<void(Group&)>& change) {
  Drawing drawing = page();
  Group group = *std::get<std::shared_ptr<const Group>>(drawing[1]);
  change(group);
  drawing[1] = std::make_shared<const Group>(std::move(group));
  return drawing;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(same_drawing_test)

BOOST_AUTO_TEST_CASE(a_page_made_twice_looks_the_same) { BOOST_TEST(looks_same(page(), page())); }

BOOST_AUTO_TEST_CASE(another_letter_place_colour_width_clip_figure_or_count_looks_different) {
  const std::vector<std::pair<const char*, Drawing>> others = {
      {"letter", changed([](Group& g) { std::get<GlyphRun>(g.children[0]).glyphs[0].id = 37; })},
      {"place", changed([](Group& g) { std::get<GlyphRun>(g.children[0]).origin.x += .1; })},
      {"size", changed([](Group& g) { std::get<GlyphRun>(g.children[0]).size += 1; })},
      {"colour", changed([](Group& g) { std::get<Stroke>(g.children[1]).colour.red = 1; })},
      {"width", changed([](Group& g) { std::get<Stroke>(g.children[1]).width = 1; })},
      {"dash", changed([](Group& g) {
         std::get<Stroke>(g.children[1]).dash = {2, 1};
       })},
      {"path", changed([](Group& g) { std::get<Stroke>(g.children[1]).path.close(); })},
      {"transform", changed([](Group& g) { g.transform.e = 1; })},
      {"clip", changed([](Group& g) { g.clip = rectangle(0, 0, 1, 1); })},
      {"figure", changed([](Group& g) { g.cache_key = "bird-dog"; })},
      {"kind", changed([](Group& g) { g.children[1] = letter(); })},
      {"count", changed([](Group& g) { g.children.pop_back(); })}};
  for (const auto& [what, other] : others) {
    BOOST_TEST(!looks_same(page(), other), what);
    BOOST_TEST(!looks_same(other, page()), what);
  }
}

BOOST_AUTO_TEST_SUITE_END()
