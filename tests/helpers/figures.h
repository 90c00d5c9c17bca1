// SPDX-License-Identifier: MIT
// For tests of the figure engine: the catalog's scenes, and what stands in a drawing.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "figure/figure.h"

namespace kinescript {

// Name and text of every db/scenes/*.scene, by name. REQUIRES at least 27: a test over none would
// pass.
std::vector<std::pair<std::string, std::string>> scene_texts();

// The group that a panel's drawing is.
const Group& group_of(const FigurePanel& panel);
std::string svg_of(const FigurePanel& panel);

// Points along a path, twelve to a cubic.
std::vector<Point> points_along(const Path& path);

// The n-th path of an SVG text as closed polygons' points, cubics cut into short lines.
std::vector<Point> nth_path(const std::string& svg, std::size_t n);
// The direction, in degrees, in which the area that the points enclose is longest.
double long_axis(const std::vector<Point>& ring);

}  // namespace kinescript
