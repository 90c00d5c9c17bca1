// SPDX-License-Identifier: MIT
// Where a panel is painted: shapes in stature units, y up, lines in millimetres on paper. `drawing`
// turns the whole into Fill and Stroke nodes in points, y down, of fitted cubics. What is painted
// later covers what was before.
//
//   Canvas canvas;
//   canvas.fill({thigh.ring}, colour);
//   Drawing d = canvas.drawing({.points_per_stature = 100, .origin = {60, 70}}, true);
#pragma once
#include <optional>
#include <vector>

#include "figure/plane.h"

namespace kinescript {

// x' = origin.x + s x, y' = origin.y - s y.
struct Placement {
  double points_per_stature = 100;
  Point origin;
  Point operator()(Point p) const {
    return {origin.x + points_per_stature * p.x, origin.y - points_per_stature * p.y};
  }
};

class Canvas {
 public:
  // Each adds one node and returns its number, or nothing when there is nothing to paint.
  std::optional<std::size_t> fill(Rings rings, Colour colour);
  std::optional<std::size_t> stroke(Ring points, double width_mm, Colour colour, bool closed);
  std::optional<std::size_t> stroke(Rings closed, double width_mm, Colour colour);
  // A line whose width (mm) changes from point to point, round at both ends.
  std::optional<std::size_t> strip(Ring points, std::vector<double> widths_mm, Colour colour);

  // `fitted`: cubics within .03 mm; else straight lines between the points (previews). Node i is
  // operation i.
  Drawing drawing(const Placement& placement, bool fitted) const;

 private:
  enum class Kind : unsigned char { fill, closed_stroke, open_stroke, strip };
  struct Operation {
    Kind kind;
    Rings rings;
    std::vector<double> widths;  // mm; one, or one a point
    Colour colour;
  };
  std::size_t add(Operation operation);

  std::vector<Operation> operations_;
};

}  // namespace kinescript
