// SPDX-License-Identifier: MIT
#include "helpers/raster.h"

#include <algorithm>
#include <cmath>

#include "helpers/figures.h"

namespace kinescript {
namespace {

// 45 mm a panel at 2.5 pixels a millimetre.
constexpr int kPanelWidth = 112, kHeight = 76;
constexpr double kPixels = 2.5 * 25.4 / 72;  // a point
constexpr int kInkBelow = 128;               // lines and hair; not trousers or shirt

class Canvas1 {
 public:
  explicit Canvas1(Bitmap& bitmap, Point shift) : bitmap_(bitmap), shift_(shift) {}

  void fill(const std::vector<std::vector<Point>>& rings, bool ink) {
    for (int y = 0; y < bitmap_.height; ++y) {
      // Crossings with their direction: areas count by the non-zero rule.
      std::vector<std::pair<double, int>> crossings;
      for (const auto& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
          const Point p = place(ring[j]), q = place(ring[i]);
          const double at = y + .5;
          if ((p.y <= at) == (q.y <= at)) continue;
          crossings.emplace_back(p.x + (at - p.y) / (q.y - p.y) * (q.x - p.x), p.y < q.y ? 1 : -1);
        }
      }
      std::sort(crossings.begin(), crossings.end());
      int winding = 0;
      for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        winding += crossings[i].second;
        if (winding != 0) set(y, crossings[i].first, crossings[i + 1].first, ink);
      }
    }
  }
  void stroke(const std::vector<Point>& line, bool closed, bool ink) {
    for (std::size_t i = closed ? 0 : 1; i < line.size(); ++i) {
      const Point p = place(line[i > 0 ? i - 1 : line.size() - 1]), q = place(line[i]);
      const int steps = 1 + static_cast<int>(2 * std::hypot(q.x - p.x, q.y - p.y));
      for (int k = 0; k <= steps; ++k) {
        const Point at = p + (q - p) * (static_cast<double>(k) / steps);
        set(static_cast<int>(std::floor(at.y)), at.x - .5, at.x + .5, ink);
      }
    }
  }

 private:
  Point place(Point p) const { return (p + shift_) * kPixels; }
  void set(int y, double from, double to, bool ink) {
    if (y < 0 || y >= bitmap_.height) return;
    const int left = std::max(0, static_cast<int>(std::ceil(from - .5)));
    const int right = std::min(bitmap_.width - 1, static_cast<int>(std::ceil(to - .5)) - 1);
    for (int x = left; x <= right; ++x)
      bitmap_.ink[static_cast<std::size_t>(y * bitmap_.width + x)] = ink;
  }

  Bitmap& bitmap_;
  Point shift_;
};

std::vector<std::vector<Point>> rings_of(const Path& path) {
  std::vector<std::vector<Point>> rings;
  Path ring;
  std::size_t at = 0;
  const auto finish = [&] {
    if (!ring.points.empty()) rings.push_back(points_along(ring));
    ring = {};
  };
  for (const Verb verb : path.verbs) {
    if (verb == Verb::move) finish();
    if (verb == Verb::close) continue;
    ring.verbs.push_back(verb);
    for (int k = 0; k < (verb == Verb::cubic ? 3 : 1); ++k)
      ring.points.push_back(path.points[at++]);
  }
  finish();
  return rings;
}

bool dark(Colour c) { return c.red * .3 + c.green * .6 + c.blue * .1 < kInkBelow; }

}  // namespace

Bitmap one_bit(const Figure& figure) {
  Bitmap bitmap{2 * kPanelWidth, kHeight, {}};
  bitmap.ink.assign(static_cast<std::size_t>(bitmap.width * bitmap.height), 0);
  const FigurePanel* panels[] = {&figure.panels.front(), &figure.panels.back()};
  for (int k = 0; k < 2; ++k) {
    const Box& box = panels[k]->bounds;
    const double middle = (k + .5) * kPanelWidth / kPixels, centre = kHeight / kPixels / 2;
    Canvas1 canvas(bitmap,
                   {middle - (box.left + box.right) / 2, centre - (box.top + box.bottom) / 2});
    for (const Node& node : group_of(*panels[k]).children) {
      if (const auto* fill = std::get_if<Fill>(&node)) {
        canvas.fill(rings_of(fill->path), dark(fill->colour));
      } else if (const auto* stroke = std::get_if<Stroke>(&node)) {
        const bool closed = stroke->path.verbs.back() == Verb::close;
        for (const auto& line : rings_of(stroke->path))
          canvas.stroke(line, closed, dark(stroke->colour));
      }
    }
  }
  return bitmap;
}

double distance(const Bitmap& a, const Bitmap& b) {
  long alone = 0, all = 0;
  const auto near = [](const Bitmap& m, int x, int y) {
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) {
        if (m.at(x + dx, y + dy)) return true;
      }
    }
    return false;
  };
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) {
      if (a.at(x, y)) ++all, alone += !near(b, x, y);
      if (b.at(x, y)) ++all, alone += !near(a, x, y);
    }
  }
  return all == 0 ? 0 : static_cast<double>(alone) / static_cast<double>(all);
}

}  // namespace kinescript
