// SPDX-License-Identifier: MIT
#include "figure/canvas.h"

#include <utility>

#include "figure/fit.h"

namespace kinescript {
namespace {

void drop_degenerate(Rings& rings) {
  rings.erase(
      std::remove_if(rings.begin(), rings.end(), [](const Ring& r) { return r.size() < 3; }),
      rings.end());
}

}  // namespace

std::size_t Canvas::add(Operation operation) {
  operations_.push_back(std::move(operation));
  return operations_.size() - 1;
}

std::optional<std::size_t> Canvas::fill(Rings rings, Colour colour) {
  drop_degenerate(rings);
  if (rings.empty()) return {};
  return add({Kind::fill, std::move(rings), {}, colour});
}

std::optional<std::size_t> Canvas::stroke(Ring points, double width_mm, Colour colour,
                                          bool closed) {
  if (points.size() < 2) return {};
  return add(
      {closed ? Kind::closed_stroke : Kind::open_stroke, {std::move(points)}, {width_mm}, colour});
}

std::optional<std::size_t> Canvas::stroke(Rings closed, double width_mm, Colour colour) {
  drop_degenerate(closed);
  if (closed.empty()) return {};
  return add({Kind::closed_stroke, std::move(closed), {width_mm}, colour});
}

std::optional<std::size_t> Canvas::strip(Ring points, std::vector<double> widths_mm,
                                         Colour colour) {
  if (points.size() < 3) return {};
  return add({Kind::strip, {std::move(points)}, std::move(widths_mm), colour});
}

Drawing Canvas::drawing(const Placement& placement, bool fitted) const {
  Drawing drawing;
  drawing.reserve(operations_.size());
  for (const Operation& operation : operations_) {
    Path path;
    for (const Ring& ring : operation.rings) {
      Ring points;
      points.reserve(ring.size());
      for (const Point p : ring) points.push_back(placement(p));
      if (operation.kind == Kind::strip) {
        std::vector<double> widths;
        for (const double mm : operation.widths) widths.push_back(mm * kPointsPerMm);
        append_strip(path, points, widths, kFitTolerance, fitted);
      } else if (fitted) {
        append_fitted(path, points, operation.kind != Kind::open_stroke, kFitTolerance);
      } else {
        append_lines(path, points, operation.kind != Kind::open_stroke);
      }
    }
    if (operation.kind == Kind::fill || operation.kind == Kind::strip) {
      drawing.push_back(Fill{std::move(path), operation.colour});
    } else {
      drawing.push_back(Stroke{std::move(path), operation.colour,
                               operation.widths[0] * kPointsPerMm, Cap::round, Join::round});
    }
  }
  return drawing;
}

}  // namespace kinescript
