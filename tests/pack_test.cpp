// SPDX-License-Identifier: MIT
// Figures drawn beforehand (figure/pack.h): the same as drawn anew, and never those of another
// scene.
#include "figure/pack.h"

#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "figure/drawn.h"
#include "handout/usual_figures.h"
#include "helpers/figures.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "layout/layout.h"
#include "render/pdf.h"

using namespace kinescript;

namespace {

bool same(const Path& a, const Path& b) { return a.verbs == b.verbs && a.points == b.points; }

bool same(const Node& a, const Node& b) {
  if (a.index() != b.index()) return false;
  if (const auto* fill = std::get_if<Fill>(&a)) {
    const Fill& other = std::get<Fill>(b);
    return same(fill->path, other.path) && fill->colour == other.colour &&
           fill->even_odd == other.even_odd;
  }
  const Stroke &stroke = std::get<Stroke>(a), &other = std::get<Stroke>(b);
  return same(stroke.path, other.path) && stroke.colour == other.colour &&
         stroke.width == other.width && stroke.cap == other.cap && stroke.join == other.join &&
         stroke.dash == other.dash;
}

bool same(const Box& a, const Box& b) {
  return a.left == b.left && a.top == b.top && a.right == b.right && a.bottom == b.bottom;
}

bool same(const FigurePanel& a, const FigurePanel& b) {
  const Group &x = group_of(a), &y = group_of(b);
  bool all = a.pose == b.pose && a.parts == b.parts && same(a.bounds, b.bounds) &&
             same(x.bounds, y.bounds) && x.cache_key == y.cache_key && x.transform == y.transform &&
             x.children.size() == y.children.size();
  for (std::size_t i = 0; all && i < x.children.size(); ++i)
    all = same(x.children[i], y.children[i]);
  return all;
}

bool same(const Figure& a, const Figure& b) {
  bool all = a.panels.size() == b.panels.size();
  for (std::size_t i = 0; all && i < a.panels.size(); ++i) all = same(a.panels[i], b.panels[i]);
  return all;
}

struct Drawn {
  Scene scene;
  std::string text;
};
Drawn scene_of(const char* id) {
  const std::string& text = shipped_catalog().exercise(ExerciseId{id}).scene;
  return {parse_scene(text, id), text};
}

// What comes of the scene when this is the pack.
Figure by_pack(const std::string& bytes, const Drawn& drawn, const FigureOptions& options = {}) {
  const ScratchFile file("figures.pack", bytes);
  DrawnFigures figures{FigurePack(file.path())};
  return figures.figure(drawn.scene, drawn.text, options);
}

std::string pack_of(const Scene& scene, const std::string& text,
                    const FigureOptions& options = {}) {
  DrawnFigures figures;
  figures.figure(scene, text, options);
  return figures.packed();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_test)

BOOST_AUTO_TEST_CASE(a_packed_figure_is_the_drawn_one_to_the_last_bit) {
  for (const char* id : {"bird-dog", "cat-camel", "walk-easy"}) {
    const Drawn drawn = scene_of(id);
    for (const Side side : {Side::left, Side::right}) {
      FigureOptions options;
      options.side = side;
      BOOST_TEST(same(by_pack(pack_of(drawn.scene, drawn.text, options), drawn, options),
                      draw_figure(drawn.scene, options)),
                 id);
    }
  }
}

// A pack in which another figure stands for this scene: it is what is shown.
BOOST_AUTO_TEST_CASE(what_stands_in_the_pack_is_not_drawn_again) {
  const Drawn drawn = scene_of("bridge"), other = scene_of("dead-bug");
  BOOST_TEST(same(by_pack(pack_of(other.scene, drawn.text), drawn), draw_figure(other.scene, {})));
}

BOOST_AUTO_TEST_CASE(a_changed_scene_or_another_wish_is_drawn_anew) {
  const Drawn drawn = scene_of("bridge"), other = scene_of("dead-bug");
  const std::string pack = pack_of(other.scene, drawn.text);
  Drawn changed{{}, drawn.text + "\n# another line\n"};
  changed.scene = parse_scene(changed.text, "bridge");
  BOOST_TEST(same(by_pack(pack, changed), draw_figure(changed.scene, {})));
  std::vector<FigureOptions> asked(5);
  asked[0].palette = Palette::colour;
  asked[1].panel_width = 90;
  asked[2].panel_height = 40;
  asked[3].look = look_from("man", "older", "4");
  asked[4].fast = true;
  for (const FigureOptions& options : asked)
    BOOST_TEST(same(by_pack(pack, drawn, options), draw_figure(drawn.scene, options)));
}

BOOST_AUTO_TEST_CASE(a_damaged_or_foreign_pack_is_ignored) {
  const Drawn drawn = scene_of("bridge"), other = scene_of("dead-bug");
  const std::string pack = pack_of(other.scene, drawn.text);
  const Figure anew = draw_figure(drawn.scene, {});
  std::vector<std::string> damaged = {"", "no pack at all"};
  const std::size_t index = pack.find('\n') + 1;
  // Each byte of the first line and of the index, and one in a while of the record.
  for (std::size_t at = 0; at < pack.size(); at += at < index + 40 ? 1 : 997) {
    damaged.push_back(pack);
    damaged.back()[at] = static_cast<char>(damaged.back()[at] ^ 0x41);
  }
  for (const std::size_t length :
       {index - 1, index + 4, index + 20, pack.size() / 2, pack.size() - 1})
    damaged.push_back(pack.substr(0, length));
  for (std::size_t i = 0; i < damaged.size(); ++i)
    BOOST_TEST(same(by_pack(damaged[i], drawn), anew), "damage " << i);
  DrawnFigures without{FigurePack("/no/such/figures.pack")};
  BOOST_TEST(same(without.figure(drawn.scene, drawn.text, {}), anew));
}

BOOST_AUTO_TEST_CASE(the_usual_figures_are_those_of_a_standard_handout_and_its_bytes_are_the_same) {
  const Dossier dossier = routine_dossier();
  HandoutOptions options{Paper::a4, Palette::black_and_white, 2};
  const auto bytes = [&](DrawnFigures* drawn) {
    options.drawn = drawn;
    return PdfWriter(noto()).write(
        lay_out(compose(dossier, standard_stationery(), english(), options), standard_stationery(),
                Paper::a4, noto()));
  };
  const std::string anew = bytes(nullptr);
  DrawnFigures usual;
  draw_usual(dossier.exercises, standard_stationery(), usual);
  const std::size_t count = usual.size();
  BOOST_TEST(count >= 9u);
  const ScratchFile file("usual.pack", usual.packed());
  DrawnFigures packed{FigurePack(file.path())};
  BOOST_TEST((bytes(&packed) == anew), "with the pack");
  BOOST_TEST((bytes(&usual) == anew), "with the figures kept");
  BOOST_TEST(usual.size() == count);  // the handout asked for no other
}

BOOST_AUTO_TEST_SUITE_END()
