// SPDX-License-Identifier: MIT
#include "figure/fit.h"

namespace kinescript {
namespace {

constexpr double kSamePoint = 3e-4;  // points; nearer ones are one
constexpr double kLongEdge = 1.5 * kPointsPerMm;
// A cubic this flat becomes a line; what that takes of the tolerance, curves lack: at .004 mm a
// handout's file is 2 % larger.
constexpr double kStraight = .001 * kPointsPerMm;
constexpr double kCosine3 = .99863, kCosine35 = .81915;  // of the turns that are corners
constexpr double kQuarterCircle = .5522847498;

struct Cubic {
  Point a, b, c, d;
};

Point at(const Cubic& q, double t) {
  const double u = 1 - t;
  return q.a * (u * u * u) + q.b * (3 * u * u * t) + q.c * (3 * u * t * t) + q.d * (t * t * t);
}

void append(Path& path, const Cubic& q) {
  const Point chord = q.d - q.a;
  const double size = length(chord) + 1e-12;
  const bool straight = std::abs(cross(chord, q.b - q.a)) < kStraight * size &&
                        std::abs(cross(chord, q.c - q.a)) < kStraight * size;
  if (straight) {
    path.line_to(q.d);
  } else {
    path.cubic_to(q.b, q.c, q.d);
  }
}

class Fitter {
 public:
  // A cubic within h of its chord lies within .75 h of it.
  Fitter(const Ring& points, double tolerance, Path& path)
      : points_(points),
        at_(points.size()),
        tolerance_((tolerance - .75 * kStraight) * (tolerance - .75 * kStraight)),
        path_(path) {}

  // Points first..last, leaving along `start` and arriving against `end` (both unit vectors,
  // pointing inward).
  void fit(std::size_t first, std::size_t last, Point start, Point end) {
    if (last == first + 1) {
      const double third = length(points_[last] - points_[first]) / 3;
      append(path_, {points_[first], points_[first] + start * third, points_[last] + end * third,
                     points_[last]});
      return;
    }
    measure(first, last);
    constexpr int kImprovements = 4;
    std::size_t worst = first;
    double error_before = 0;
    for (int left = kImprovements; left >= 0; --left) {
      const Cubic curve = solve(first, last, start, end);
      const double error = farthest(curve, first, last, worst);
      if (error < tolerance_) return append(path_, curve);
      if (error > tolerance_ * 16) break;
      // At the pace of the last improvement those that are left do not do it. That is a quarter of
      // the work saved, for one curve in 700 more (counted in the article's figures).
      if (left < kImprovements && error * std::pow(error / error_before, left) > tolerance_) break;
      error_before = error;
      improve(curve, first, last);
    }
    worst = std::clamp(worst, first + 1, last - 1);
    const std::size_t before = worst >= first + 2 ? worst - 2 : first,
                      after = std::min(last, worst + 2);
    const Point tangent = unit(points_[before] - points_[after]);
    fit(first, worst, start, tangent);
    fit(worst, last, tangent * -1, end);
  }

 private:
  // Parameters by chord length.
  void measure(std::size_t first, std::size_t last) {
    at_[first] = 0;
    for (std::size_t i = first + 1; i <= last; ++i)
      at_[i] = at_[i - 1] + length(points_[i] - points_[i - 1]);
    const double total = at_[last];
    for (std::size_t i = first + 1; i <= last; ++i) at_[i] /= total;
  }
  // Least squares for the two lengths along the tangents.
  Cubic solve(std::size_t first, std::size_t last, Point start, Point end) const {
    double c00 = 0, c01 = 0, c11 = 0, x0 = 0, x1 = 0;
    const Point a = points_[first], d = points_[last];
    for (std::size_t i = first; i <= last; ++i) {
      const double t = at_[i], u = 1 - t, b0 = u * u * u, b1 = 3 * t * u * u, b2 = 3 * t * t * u,
                   b3 = t * t * t;
      const Point rest = points_[i] - (a * (b0 + b1) + d * (b2 + b3));
      c00 += b1 * b1, c11 += b2 * b2, c01 += b1 * b2;
      x0 += b1 * dot(start, rest), x1 += b2 * dot(end, rest);
    }
    c01 *= dot(start, end);
    const double determinant = c00 * c11 - c01 * c01, chord = length(d - a);
    double left = 0, right = 0;
    if (std::abs(determinant) > 1e-12) {
      left = (x0 * c11 - x1 * c01) / determinant;
      right = (c00 * x1 - c01 * x0) / determinant;
    }
    const double least = 1e-6 * chord, most = 3 * chord;
    if (left < least || right < least || left > most || right > most) left = right = chord / 3;
    return {a, a + start * left, d + end * right, d};
  }
  double farthest(const Cubic& curve, std::size_t first, std::size_t last,
                  std::size_t& worst) const {
    double most = 0;
    worst = (first + last) / 2;
    for (std::size_t i = first + 1; i < last; ++i) {
      const Point off = at(curve, at_[i]) - points_[i];
      if (dot(off, off) > most) most = dot(off, off), worst = i;
    }
    return most;
  }
  // One Newton step per point toward the nearest parameter.
  void improve(const Cubic& q, std::size_t first, std::size_t last) {
    for (std::size_t i = first + 1; i < last; ++i) {
      const double t = at_[i], u = 1 - t;
      const Point off = at(q, t) - points_[i];
      const Point d1 =
          (q.b - q.a) * (3 * u * u) + (q.c - q.b) * (6 * u * t) + (q.d - q.c) * (3 * t * t);
      const Point d2 = (q.c - q.b * 2 + q.a) * (6 * u) + (q.d - q.c * 2 + q.b) * (6 * t);
      const double slope = dot(d1, d1) + dot(off, d2);
      if (std::abs(slope) > 1e-15) at_[i] = std::clamp(t - dot(off, d1) / slope, 0.0, 1.0);
    }
  }

  const Ring& points_;
  std::vector<double> at_;
  double tolerance_;
  Path& path_;
};

Ring without_repeats(const Ring& points, bool closed) {
  Ring out;
  out.reserve(points.size());
  for (const Point p : points) {
    if (out.empty() || length(p - out.back()) > kSamePoint) out.push_back(p);
  }
  if (closed && out.size() > 1 && length(out.front() - out.back()) < kSamePoint) out.pop_back();
  return out;
}

std::vector<std::size_t> corners(const Ring& points, bool closed) {
  const std::size_t n = points.size();
  std::vector<std::size_t> found;
  for (std::size_t i = closed ? 0 : 1; i < (closed ? n : n - 1); ++i) {
    const Point in = points[i] - points[(i + n - 1) % n], out = points[(i + 1) % n] - points[i];
    const bool long_edges = length(in) > kLongEdge && length(out) > kLongEdge;
    if (bends_more(in, out, long_edges ? kCosine3 : kCosine35)) found.push_back(i);
  }
  return found;
}

void fit_between_corners(Path& path, const Ring& points, double tolerance) {
  const std::size_t last = points.size() - 1, ahead = std::min<std::size_t>(2, last);
  Fitter(points, tolerance, path)
      .fit(0, last, unit(points[ahead] - points[0]), unit(points[last - ahead] - points[last]));
}

void fit_smooth_ring(Path& path, const Ring& ring, double tolerance) {
  Ring points = ring;
  points.push_back(ring[0]);
  const std::size_t last = points.size() - 1, half = last / 2;
  const Point here = unit(points[1] - points[last - 1]),
              there = unit(points[half - 1] - points[half + 1]);
  Fitter fitter(points, tolerance, path);
  fitter.fit(0, half, here, there);
  fitter.fit(half, last, there * -1, here * -1);
}

// A half circle from `from` about `centre`, leaving along `outward`.
void append_cap(Path& path, Point centre, Point from, Point outward) {
  const Point radius = from - centre, ahead = unit(outward) * length(radius), top = centre + ahead;
  path.cubic_to(from + ahead * kQuarterCircle, top + radius * kQuarterCircle, top);
  path.cubic_to(top - radius * kQuarterCircle, centre - radius + ahead * kQuarterCircle,
                centre - radius);
}

// Continues a path along an open contour that begins where the path stands.
void continue_along(Path& path, const Ring& points, double tolerance, bool fitted) {
  if (!fitted) {
    for (std::size_t i = 1; i < points.size(); ++i) path.line_to(points[i]);
    return;
  }
  const Ring clean = without_repeats(points, false);
  if (clean.size() < 2) return;
  std::size_t from = 0;
  std::vector<std::size_t> ends = corners(clean, false);
  ends.push_back(clean.size() - 1);
  for (const std::size_t to : ends) {
    const Ring piece(clean.begin() + static_cast<std::ptrdiff_t>(from),
                     clean.begin() + static_cast<std::ptrdiff_t>(to) + 1);
    if (piece.size() > 1) fit_between_corners(path, piece, tolerance);
    from = to;
  }
}

}  // namespace

void append_lines(Path& path, const Ring& points, bool closed) {
  if (points.size() < (closed ? 3u : 2u)) return;
  path.move_to(points[0]);
  for (std::size_t i = 1; i < points.size(); ++i) path.line_to(points[i]);
  if (closed) path.close();
}

void append_fitted(Path& path, const Ring& points, bool closed, double tolerance) {
  const Ring clean = without_repeats(points, closed);
  const std::size_t n = clean.size();
  if (n < (closed ? 3u : 2u)) return;
  if (!closed) {
    path.move_to(clean[0]);
    return continue_along(path, clean, tolerance, true);
  }
  const std::vector<std::size_t> split = corners(clean, true);
  path.move_to(clean[split.empty() ? 0 : split[0]]);
  if (split.empty()) fit_smooth_ring(path, clean, tolerance);
  for (std::size_t c = 0; c < split.size(); ++c) {
    const std::size_t to = c + 1 < split.size() ? split[c + 1] : split[0] + n;
    Ring piece;
    for (std::size_t i = split[c]; i <= to; ++i) piece.push_back(clean[i % n]);
    fit_between_corners(path, piece, tolerance);
  }
  path.close();
}

void append_strip(Path& path, const Ring& points, const std::vector<double>& widths,
                  double tolerance, bool fitted) {
  const std::size_t n = points.size();
  Ring left, right;
  for (std::size_t i = 0; i < n; ++i) {
    const Point along = unit(points[std::min(n - 1, i + 1)] - points[i > 0 ? i - 1 : 0]);
    const Point aside = Point{-along.y, along.x} * (widths[i] / 2);
    left.push_back(points[i] + aside);
    right.push_back(points[i] - aside);
  }
  std::reverse(right.begin(), right.end());
  path.move_to(left[0]);
  continue_along(path, left, tolerance, fitted);
  append_cap(path, points[n - 1], left[n - 1], points[n - 1] - points[n - 2]);
  continue_along(path, right, tolerance, fitted);
  append_cap(path, points[0], right[n - 1], points[0] - points[1]);
  path.close();
}

}  // namespace kinescript
