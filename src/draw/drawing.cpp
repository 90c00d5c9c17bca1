// SPDX-License-Identifier: MIT
#include "draw/drawing.h"

#include <algorithm>

namespace kinescript {
namespace {

// Control distance that makes a cubic follow a quarter circle (4/3 (sqrt 2 - 1)).
constexpr double kQuarter = 0.5522847498;

void grow(std::optional<Box>& box, Point p, double by) {
  const Box here{p.x - by, p.y - by, p.x + by, p.y + by};
  box = box ? unite(*box, here) : here;
}

void collect(const Drawing& drawing, const Matrix& matrix, std::optional<Box>& box) {
  for (const Node& node : drawing) {
    if (const auto* fill = std::get_if<Fill>(&node)) {
      for (const Point p : fill->path.points) grow(box, matrix(p), 0);
    } else if (const auto* stroke = std::get_if<Stroke>(&node)) {
      for (const Point p : stroke->path.points) grow(box, matrix(p), stroke->width / 2);
    } else if (const auto* image = std::get_if<Image>(&node)) {
      grow(box, matrix({image->place.left, image->place.top}), 0);
      grow(box, matrix({image->place.right, image->place.bottom}), 0);
    } else if (const auto* nested = std::get_if<std::shared_ptr<const Group>>(&node)) {
      collect((*nested)->children, matrix * (*nested)->transform, box);
    }
  }
}

}  // namespace

Matrix operator*(const Matrix& o, const Matrix& i) {
  return {o.a * i.a + o.c * i.b,       o.b * i.a + o.d * i.b,       o.a * i.c + o.c * i.d,
          o.b * i.c + o.d * i.d,       o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

Box unite(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

Path rectangle(double left, double top, double width, double height) {
  Path path;
  path.move_to({left, top});
  path.line_to({left + width, top});
  path.line_to({left + width, top + height});
  path.line_to({left, top + height});
  path.close();
  return path;
}

Path rounded_rectangle(double left, double top, double width, double height, double radius) {
  const double r = std::min({radius, width / 2, height / 2}), k = r * (1 - kQuarter);
  const double right = left + width, bottom = top + height;
  Path path;
  path.move_to({left + r, top});
  path.line_to({right - r, top});
  path.cubic_to({right - k, top}, {right, top + k}, {right, top + r});
  path.line_to({right, bottom - r});
  path.cubic_to({right, bottom - k}, {right - k, bottom}, {right - r, bottom});
  path.line_to({left + r, bottom});
  path.cubic_to({left + k, bottom}, {left, bottom - k}, {left, bottom - r});
  path.line_to({left, top + r});
  path.cubic_to({left, top + k}, {left + k, top}, {left + r, top});
  path.close();
  return path;
}

Path ellipse(Point c, double rx, double ry) {
  const double kx = rx * kQuarter, ky = ry * kQuarter;
  Path path;
  path.move_to({c.x + rx, c.y});
  path.cubic_to({c.x + rx, c.y + ky}, {c.x + kx, c.y + ry}, {c.x, c.y + ry});
  path.cubic_to({c.x - kx, c.y + ry}, {c.x - rx, c.y + ky}, {c.x - rx, c.y});
  path.cubic_to({c.x - rx, c.y - ky}, {c.x - kx, c.y - ry}, {c.x, c.y - ry});
  path.cubic_to({c.x + kx, c.y - ry}, {c.x + rx, c.y - ky}, {c.x + rx, c.y});
  path.close();
  return path;
}

std::shared_ptr<const Group> group(Drawing children, Matrix transform, Meaning meaning) {
  auto made = std::make_shared<Group>();
  made->children = std::move(children);
  made->transform = transform;
  made->meaning = std::move(meaning);
  return made;
}

std::optional<Box> extent(const Drawing& drawing) {
  std::optional<Box> box;
  collect(drawing, Matrix{}, box);
  return box;
}

}  // namespace kinescript
