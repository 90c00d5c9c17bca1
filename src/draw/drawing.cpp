// SPDX-License-Identifier: MIT
#include "draw/drawing.h"

#include <algorithm>
#include <cmath>

namespace kinescript {
namespace {

// Control distance that makes a cubic follow a quarter circle (4/3 (sqrt 2 - 1)).
constexpr double kQuarter = 0.5522847498;

void grow(std::optional<Box>& box, Point p, double by) {
  const Box here{p.x - by, p.y - by, p.x + by, p.y + by};
  box = box ? unite(*box, here) : here;
}

Point on_cubic(const Point* p, double t) {
  const double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

// Where one coordinate of a cubic turns back: the roots in (0, 1) of its derivative.
template <class See>
void at_turns(double p0, double p1, double p2, double p3, const See& see) {
  const double a = p3 - 3 * p2 + 3 * p1 - p0, b = 2 * (p2 - 2 * p1 + p0), c = p1 - p0;
  const auto inside = [&see](double t) {
    if (t > 0 && t < 1) see(t);
  };
  if (std::abs(a) < 1e-12) {
    if (b != 0) inside(-c / b);
    return;
  }
  const double under = b * b - 4 * a * c;
  if (under < 0) return;
  inside((-b + std::sqrt(under)) / (2 * a));
  inside((-b - std::sqrt(under)) / (2 * a));
}

// What the curves cover, not their control points: a fitted curve may have long handles.
void grow(std::optional<Box>& box, const Path& path, const Matrix& matrix, double by) {
  std::vector<Point> points;
  points.reserve(path.points.size());
  for (const Point p : path.points) points.push_back(matrix(p));
  std::size_t at = 0;
  for (const Verb verb : path.verbs) {
    if (verb == Verb::close) continue;
    if (verb == Verb::cubic && at > 0) {
      const Point* p = &points[at - 1];
      const auto see = [&](double t) { grow(box, on_cubic(p, t), by); };
      at_turns(p[0].x, p[1].x, p[2].x, p[3].x, see);
      at_turns(p[0].y, p[1].y, p[2].y, p[3].y, see);
      at += 2;
    }
    grow(box, points[at++], by);
  }
}

void collect(const Drawing& drawing, const Matrix& matrix, std::optional<Box>& box);

void collect(const Group& group, const Matrix& matrix, std::optional<Box>& box) {
  if (!group.covers) return collect(group.children, matrix, box);
  const Box& own = *group.covers;
  for (const double x : {own.left, own.right})
    for (const double y : {own.top, own.bottom}) grow(box, matrix({x, y}), 0);
}

void collect(const Drawing& drawing, const Matrix& matrix, std::optional<Box>& box) {
  for (const Node& node : drawing) {
    if (const auto* fill = std::get_if<Fill>(&node)) {
      grow(box, fill->path, matrix, 0);
    } else if (const auto* stroke = std::get_if<Stroke>(&node)) {
      grow(box, stroke->path, matrix, stroke->width / 2);
    } else if (const auto* image = std::get_if<Image>(&node)) {
      grow(box, matrix({image->place.left, image->place.top}), 0);
      grow(box, matrix({image->place.right, image->place.bottom}), 0);
    } else if (const auto* nested = std::get_if<std::shared_ptr<const Group>>(&node)) {
      collect(**nested, matrix * (*nested)->transform, box);
    }
  }
}

}  // namespace

Matrix operator*(const Matrix& o, const Matrix& i) {
  return {o.a * i.a + o.c * i.b, o.b * i.a + o.d * i.b,       o.a * i.c + o.c * i.d,
          o.b * i.c + o.d * i.d, o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

Box unite(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
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
