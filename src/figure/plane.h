// SPDX-License-Identifier: MIT
// Flat geometry for painting: closed rings of points in the picture plane, in fractions of stature,
// y UP (only the finished Drawing turns it over). A ring does not repeat its first point; outer
// rings run anticlockwise.
//
//   Ring r = smooth(resample(raw, .003, 24));
//   if (Extent(r).contains(p) && inside(r, p)) …
#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

#include "draw/drawing.h"

namespace kinescript {

using Ring = std::vector<Point>;
using Rings = std::vector<Ring>;

inline double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
inline double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
inline double length(Point a) { return std::sqrt(dot(a, a)); }
inline Point unit(Point a) { return a * (1 / (length(a) + 1e-12)); }
// Degrees turned from direction a to direction b, left positive, -180 to 180.
inline double turn(Point a, Point b) {
  return std::atan2(cross(a, b), dot(a, b)) * (180 / 3.14159265358979323846);
}

// Whether direction b turns from a by more than the angle with this cosine (of 0 to 90 degrees);
// quicker than `turn`.
inline bool bends_more(Point a, Point b, double cosine) {
  const double along = dot(a, b);
  return along <= 0 || along * along < cosine * cosine * dot(a, a) * dot(b, b);
}

struct Extent {
  double left = 1e9, low = 1e9, right = -1e9, high = -1e9;
  Extent() = default;
  explicit Extent(const Ring& ring) {
    for (const Point p : ring) add(p);
  }
  void add(Point p) {
    left = std::min(left, p.x), right = std::max(right, p.x);
    low = std::min(low, p.y), high = std::max(high, p.y);
  }
  void add(const Extent& o) {
    left = std::min(left, o.left), right = std::max(right, o.right);
    low = std::min(low, o.low), high = std::max(high, o.high);
  }
  bool empty() const { return left > right; }
  // By so much to every side; an empty one stays so.
  Extent grown(double by) const {
    Extent e = *this;
    if (!empty()) e.left -= by, e.right += by, e.low -= by, e.high += by;
    return e;
  }
  bool meets(const Extent& o) const {
    return left <= o.right && o.left <= right && low <= o.high && o.low <= high;
  }
  bool contains(Point p) const { return p.x >= left && p.x <= right && p.y >= low && p.y <= high; }
  double width() const { return right - left; }
  double height() const { return high - low; }
};

double area(const Ring& ring);  // signed: anticlockwise positive
double perimeter(const Ring& ring);
bool inside(const Ring& ring, Point p);
struct Edge {
  Point from, to;
};
std::vector<Edge> edges_of(const Ring& ring);
// Inside by the even-odd rule over all edges and farther than `margin` from every one.
bool well_inside(const std::vector<Edge>& edges, Point p, double margin);

// Points at equal steps along the closed ring, at least `least` of them.
Ring resample(const Ring& ring, double step, int least);
// Irons out what the ellipses leave behind: resampled at .003, six Laplacian passes that spare
// sharp corners.
Ring smooth(const Ring& ring);
// Douglas and Peucker for a closed ring: fewer points, nowhere farther than `tolerance` away.
Ring simplify(const Ring& ring, double tolerance);
// A circle of n points.
Ring circle(Point centre, double radius, int n = 48);

}  // namespace kinescript
