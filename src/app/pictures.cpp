// SPDX-License-Identifier: MIT
#include "app/pictures.h"

#include "base/error.h"
#include "draw/decode.h"
#include "figure/figure.h"
#include "figure/scene.h"
#include "handout/card_pictures.h"

namespace kinescript {
namespace {

constexpr std::size_t kMost = 30;  // three screens of the catalog

// Of a clinic's own exercise.
Picture photo_of(const Exercise& exercise) {
  Image photo =
      decode_image(exercise.photo_finish.empty() ? exercise.photo : exercise.photo_finish, 400);
  photo.place = {0, 0, static_cast<double>(photo.width), static_cast<double>(photo.height)};
  const Box bounds = photo.place;
  return {{std::move(photo)}, bounds};
}

}  // namespace

Pictures::Pictures(const Workspace& workspace)
    : catalog_(workspace.catalog()),
      drawn_(workspace.drawn()),
      stationery_(workspace.stationery("standard")) {}

Picture Pictures::finish_pose(const Exercise& exercise) const {
  try {
    if (!exercise.photo.empty()) return photo_of(exercise);
    if (exercise.scene.empty()) return {};
    const Scene scene = parse_scene(exercise.scene, exercise.scene_where, exercise.scene_line);
    Figure figure =
        drawn_.anew(scene, exercise.scene,
                    figure_options(scene, stationery_, Paper::a4, Palette::black_and_white));
    if (figure.panels.empty()) return {};
    FigurePanel& last = figure.panels.back();
    return {std::move(last.drawing), last.bounds};
  } catch (const Error&) {
    return {};  // `catalog check` names the fault; a list goes on without the picture
  }
}

const Picture& Pictures::of(const ExerciseId& id) {
  const auto known = kept_.find(id);
  if (known != kept_.end()) return known->second;
  const Exercise* exercise = catalog_.find(id);
  if (kept_.size() >= kMost) kept_.clear();
  return kept_.emplace(id, exercise ? finish_pose(*exercise) : Picture{}).first->second;
}

}  // namespace kinescript
