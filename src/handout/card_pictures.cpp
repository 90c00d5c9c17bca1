// SPDX-License-Identifier: MIT
#include "handout/card_pictures.h"

#include <algorithm>
#include <deque>

#include "draw/decode.h"

namespace kinescript {
namespace {

// As large as its panel lets it be, with room for the label above it.
FigurePanel photo_panel(const std::string& bytes, double width, double height,
                        const HandoutOptions& options) {
  Image photo = decode_image(bytes);
  if (options.palette != Palette::colour) photo = in_grey(photo);
  const double scale = std::min(width / photo.width, height / photo.height);
  photo.place = {0, 0, photo.width * scale, photo.height * scale};
  FigurePanel panel;
  panel.bounds = photo.place;
  panel.drawing = {std::move(photo)};
  return panel;
}

// A clinic's own exercise.
std::vector<FigurePanel> photo_panels(const Exercise& exercise, const Stationery& stationery,
                                      const HandoutOptions& options) {
  std::vector<std::string> photos = {exercise.photo};
  if (!exercise.photo_finish.empty()) photos.push_back(exercise.photo_finish);
  std::vector<FigurePanel> panels(photos.size());
  for (std::size_t i = 0; i < photos.size() && options.with_pictures; ++i)
    panels[i] = photo_panel(photos[i], stationery.panel_width(photos.size()),
                            stationery.panel_height(options.paper), options);
  return panels;
}

}  // namespace

FigureOptions figure_options(const Scene& scene, const Stationery& stationery, Paper paper,
                             Palette palette) {
  FigureOptions options;
  options.palette = palette;
  options.panel_width = stationery.panel_width(scene.poses.size());
  options.panel_height = stationery.panel_height(paper);
  return options;
}

std::vector<std::vector<FigurePanel>> draw_pictures(const std::vector<Pictured>& pictured,
                                                    const Stationery& stationery,
                                                    const HandoutOptions& options,
                                                    const Look& look) {
  std::vector<std::vector<FigurePanel>> pictures(pictured.size());
  std::deque<Scene> scenes;  // pointed at
  std::vector<AskedFigure> asked;
  std::vector<std::size_t> places;  // of the figures that are asked for
  for (std::size_t i = 0; i < pictured.size(); ++i) {
    const Exercise& exercise = *pictured[i].exercise;
    if (!exercise.photo.empty()) {
      pictures[i] = photo_panels(exercise, stationery, options);
      continue;
    }
    if (exercise.scene.empty()) continue;
    const Scene& scene =
        scenes.emplace_back(parse_scene(exercise.scene, exercise.scene_where, exercise.scene_line));
    pictures[i].resize(scene.poses.size());
    if (!options.with_pictures) continue;
    FigureOptions drawing = figure_options(scene, stationery, options.paper, options.palette);
    if (scene.written_for) drawing.side = pictured[i].side;
    drawing.look = look;
    asked.push_back({scene, exercise.scene, drawing});
    places.push_back(i);
  }
  DrawnFigures of_this_handout;
  std::vector<Figure> figures = (options.drawn ? *options.drawn : of_this_handout).figures(asked);
  for (std::size_t i = 0; i < figures.size(); ++i)
    pictures[places[i]] = std::move(figures[i].panels);
  return pictures;
}

}  // namespace kinescript
