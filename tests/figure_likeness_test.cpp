// SPDX-License-Identifier: MIT
// No two exercises' pictures may look alike: all pairs are compared as one-bit pictures, 45 mm a
// panel. A pair that is nearer than the limit is drawn again, or stands in figure_likeness.tsv with
// the reason why it may look alike (a variant that differs in dose, say).
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

#include "helpers/figures.h"
#include "helpers/raster.h"

using namespace kinescript;

namespace {

constexpr double kAlike = .15;

struct Picture {
  std::string id;
  Bitmap bitmap;
};
const std::vector<Picture>& pictures() {
  static const std::vector<Picture> kPictures = [] {
    std::vector<Picture> all;
    for (const auto& [id, text] : scene_texts())
      all.push_back({id, one_bit(draw_figure(parse_scene(text, id), {.fast = true}))});
    return all;
  }();
  return kPictures;
}

struct Pair {
  std::string a, b;
  double apart;
};
std::vector<Pair> nearest_first() {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < pictures().size(); ++i) {
    for (std::size_t j = i + 1; j < pictures().size(); ++j)
      pairs.push_back({pictures()[i].id, pictures()[j].id,
                       distance(pictures()[i].bitmap, pictures()[j].bitmap)});
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& x, const Pair& y) { return x.apart < y.apart; });
  return pairs;
}

// Lines "one<TAB>other<TAB>reason".
std::set<std::pair<std::string, std::string>> allowed_pairs() {
  std::ifstream file(std::string(KINESCRIPT_SOURCE_DIR) + "/tests/figure_likeness.tsv");
  BOOST_REQUIRE(file);
  std::set<std::pair<std::string, std::string>> pairs;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    BOOST_REQUIRE(second != std::string::npos);
    BOOST_TEST(line.size() > second + 10, "a reason in words: " << line);
    const std::string a = line.substr(0, first), b = line.substr(first + 1, second - first - 1);
    pairs.insert({std::min(a, b), std::max(a, b)});
  }
  return pairs;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(figure_likeness_test)

BOOST_AUTO_TEST_CASE(no_two_pictures_look_alike) {
  const auto allowed = allowed_pairs();
  const std::vector<Pair> pairs = nearest_first();
  for (std::size_t i = 0; i < std::min<std::size_t>(15, pairs.size()); ++i)
    BOOST_TEST_MESSAGE("nearest " << i + 1 << ": " << pairs[i].a << " and " << pairs[i].b << " "
                                  << pairs[i].apart);
  for (const Pair& pair : pairs) {
    if (pair.apart >= kAlike) break;
    BOOST_TEST(allowed.count({std::min(pair.a, pair.b), std::max(pair.a, pair.b)}) == 1,
               pair.a << " and " << pair.b << " look alike (" << pair.apart
                      << "): draw one again, or say in figure_likeness.tsv why they may");
  }
}

BOOST_AUTO_TEST_CASE(a_picture_is_like_itself_and_unlike_another_posture) {
  const auto of = [](const std::string& id) {
    return std::find_if(pictures().begin(), pictures().end(),
                        [&id](const Picture& p) { return p.id == id; })
        ->bitmap;
  };
  BOOST_TEST(distance(of("bridge"), of("bridge")) == 0);
  BOOST_TEST(distance(of("bridge"), of("bodyweight-squat")) > .5);
  const Bitmap bridge = of("bridge");
  const auto ink = std::count(bridge.ink.begin(), bridge.ink.end(), 1);
  BOOST_TEST(ink > 500);
  BOOST_TEST(ink < 6000);
}

BOOST_AUTO_TEST_SUITE_END()
