// SPDX-License-Identifier: MIT
// What the cards of a handout show: a clinic's own photo, or the figure of the exercise's scene.
// Figures that were not drawn before take most of a handout's time: they are asked for together,
// and drawn on all processors.
#pragma once
#include <optional>
#include <vector>

#include "handout/compose.h"

namespace kinescript {

// How a card draws a scene, before side and look are chosen.
FigureOptions figure_options(const Scene& scene, const Stationery& stationery, Paper paper,
                             Palette palette);

struct Pictured {
  const Exercise* exercise;
  std::optional<Side> side;  // that the patient is to see; none where the exercise has no sides
};
// The panels of each, in their order; none where an exercise has neither photo nor scene.
std::vector<std::vector<FigurePanel>> draw_pictures(const std::vector<Pictured>& pictured,
                                                    const Stationery& stationery,
                                                    const HandoutOptions& options,
                                                    const Look& look);

}  // namespace kinescript
