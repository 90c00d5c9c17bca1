// SPDX-License-Identifier: MIT
#include "helpers/figures.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <stdexcept>

#include "base/text.h"
#include "catalog/catalog.h"
#include "render/svg.h"

namespace kinescript {
namespace {

void append_cubic(std::vector<Point>& points, Point b, Point c, Point d) {
  const Point a = points.back();
  for (int k = 1; k <= 12; ++k) {
    const double t = k / 12.0, u = 1 - t;
    points.push_back(a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t));
  }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> scene_texts() {
  static const Catalog catalog = read_catalog(std::filesystem::path(KINESCRIPT_SOURCE_DIR) / "db");
  std::vector<std::pair<std::string, std::string>> all;
  for (const Exercise& exercise : catalog.exercises) {
    if (!exercise.scene.empty()) all.emplace_back(exercise.id.text, exercise.scene);
  }
  if (all.size() < 27) throw std::runtime_error("the catalog has fewer scenes than the example");
  return all;
}

const Group& group_of(const FigurePanel& panel) {
  return *std::get<std::shared_ptr<const Group>>(panel.drawing.at(0));
}

std::string svg_of(const FigurePanel& panel) { return to_svg(panel.drawing, panel.bounds); }

std::vector<Point> points_along(const Path& path) {
  std::vector<Point> points;
  std::size_t at = 0;
  for (const Verb verb : path.verbs) {
    if (verb == Verb::cubic) {
      append_cubic(points, path.points[at], path.points[at + 1], path.points[at + 2]);
      at += 3;
    } else if (verb != Verb::close) {
      points.push_back(path.points[at++]);
    }
  }
  return points;
}

std::vector<Point> nth_path(const std::string& svg, std::size_t n) {
  std::size_t at = svg.find("<path d=\"");
  for (std::size_t i = 0; i < n; ++i) at = svg.find("<path d=\"", at + 1);
  const std::size_t begin = at + 9;
  const std::string data = svg.substr(begin, svg.find('"', begin) - begin);
  std::vector<Point> points;
  for (std::size_t i = 0; i < data.size();) {
    const char verb = data[i];
    const std::size_t end = std::min(data.find_first_of("MLCZ", i + 1), data.size());
    std::vector<double> v;
    for (const std::string& word : split_words(data.substr(i + 1, end - i - 1)))
      v.push_back(*parse_double(word));
    if (verb == 'C') {
      append_cubic(points, {v[0], v[1]}, {v[2], v[3]}, {v[4], v[5]});
    } else if (verb != 'Z') {
      points.push_back({v[0], v[1]});
    }
    i = end;
  }
  return points;
}

double long_axis(const std::vector<Point>& ring) {
  // Second moments of the enclosed area about its centre.
  double area = 0, cx = 0, cy = 0, xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Point p = ring[j], q = ring[i];
    const double w = p.x * q.y - q.x * p.y;
    area += w / 2;
    cx += (p.x + q.x) * w / 6, cy += (p.y + q.y) * w / 6;
    xx += (p.x * p.x + p.x * q.x + q.x * q.x) * w / 12;
    yy += (p.y * p.y + p.y * q.y + q.y * q.y) * w / 12;
    xy += (p.x * q.y + 2 * p.x * p.y + 2 * q.x * q.y + q.x * p.y) * w / 24;
  }
  xx = xx / area - cx / area * (cx / area);
  yy = yy / area - cy / area * (cy / area);
  xy = xy / area - cx / area * (cy / area);
  return std::atan2(2 * xy, xx - yy) / 2 * 180 / 3.14159265358979;
}

}  // namespace kinescript
