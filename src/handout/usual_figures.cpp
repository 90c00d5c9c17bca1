// SPDX-License-Identifier: MIT
#include "handout/usual_figures.h"

#include "figure/scene.h"
#include "handout/card_pictures.h"

namespace kinescript {
namespace {

void draw_both_sides(const std::string& text, const std::string& where, int line,
                     const Stationery& stationery, DrawnFigures& drawn) {
  if (text.empty()) return;
  const Scene scene = parse_scene(text, where, line);
  FigureOptions options = figure_options(scene, stationery, Paper::a4, Palette::black_and_white);
  for (const Side side : {Side::left, Side::right}) {
    options.side = side;
    drawn.figure(scene, text, options);
  }
}

}  // namespace

void draw_usual(const std::vector<Exercise>& exercises, const Stationery& stationery,
                DrawnFigures& drawn) {
  for (const Exercise& exercise : exercises) {
    draw_both_sides(exercise.scene, exercise.scene_where, exercise.scene_line, stationery, drawn);
    for (const ModifiedForm& form : exercise.forms)
      draw_both_sides(form.scene, exercise.scene_where, form.scene_line, stationery, drawn);
  }
}

}  // namespace kinescript
