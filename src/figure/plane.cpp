// SPDX-License-Identifier: MIT
#include "figure/plane.h"

#include <utility>

#include "figure/vector3.h"

namespace kinescript {
namespace {

double distance_squared(Point p, Point a, Point b) {
  const Point v = b - a;
  const double t = std::clamp(dot(p - a, v) / (dot(v, v) + 1e-18), 0.0, 1.0);
  const Point d = p - (a + v * t);
  return dot(d, d);
}

}  // namespace

double area(const Ring& ring) {
  double twice = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    twice += cross(ring[j], ring[i]);
  return twice / 2;
}

double perimeter(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    sum += length(ring[i] - ring[j]);
  return sum;
}

bool inside(const Ring& ring, Point p) {
  bool in = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Point a = ring[i], b = ring[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) in = !in;
  }
  return in;
}

std::vector<Edge> edges_of(const Ring& ring) {
  std::vector<Edge> edges;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    edges.push_back({ring[j], ring[i]});
  return edges;
}

bool well_inside(const std::vector<Edge>& edges, Point p, double margin) {
  bool in = false;
  for (const Edge& edge : edges) {
    const Point a = edge.from, b = edge.to;
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) in = !in;
    if (std::max(a.x, b.x) < p.x - margin || std::min(a.x, b.x) > p.x + margin ||
        std::max(a.y, b.y) < p.y - margin || std::min(a.y, b.y) > p.y + margin) {
      continue;
    }
    if (distance_squared(p, a, b) < margin * margin) return false;
  }
  return in;
}

Ring resample(const Ring& ring, double step, int least) {
  const std::size_t n = ring.size();
  const double total = perimeter(ring);
  const int count = std::max(least, static_cast<int>(total / step));
  Ring out;
  out.reserve(static_cast<std::size_t>(count));
  double passed = 0, edge = length(ring[1 % n] - ring[0]);
  std::size_t i = 0;
  for (int k = 0; k < count; ++k) {
    const double at = total * k / count;
    while (passed + edge < at && i < n - 1) {
      passed += edge;
      ++i;
      edge = length(ring[(i + 1) % n] - ring[i]);
    }
    out.push_back(ring[i] + (ring[(i + 1) % n] - ring[i]) * (edge > 0 ? (at - passed) / edge : 0));
  }
  return out;
}

Ring smooth(const Ring& ring) {
  constexpr int kPasses = 6;
  constexpr std::size_t kReach = 3;
  constexpr double kCosine38 = .788;
  const Ring even = resample(ring, .003, 24);
  const std::size_t n = even.size();
  // With kReach points of the other end before and behind, so that no index goes round.
  Ring now(even.end() - kReach, even.end());
  now.insert(now.end(), even.begin(), even.end());
  now.insert(now.end(), even.begin(), even.begin() + kReach);
  std::vector<double> weight(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Point in = now[i + kReach] - now[i], out = now[i + 2 * kReach] - now[i + kReach];
    weight[i] = .5;
    if (!bends_more(in, out, kCosine38)) continue;
    const double bend = std::abs(turn(in, out));
    weight[i] = .5 * (1 - smoothstep((bend - 38) / 30));
  }
  Ring next(n + 2 * kReach);
  for (int pass = 0; pass < kPasses; ++pass) {
    for (std::size_t i = kReach; i < n + kReach; ++i) {
      const Point middle = (now[i - 1] + now[i + 1]) * .5;
      next[i] = now[i] + (middle - now[i]) * weight[i - kReach];
    }
    next[kReach - 1] = next[n + kReach - 1], next[n + kReach] = next[kReach];
    now.swap(next);
  }
  return Ring(now.begin() + kReach, now.end() - kReach);
}

Ring simplify(const Ring& ring, double tolerance) {
  const std::size_t n = ring.size();
  if (n < 8) return ring;
  std::size_t farthest = 0;
  for (std::size_t i = 1; i < n; ++i) {
    if (length(ring[i] - ring[0]) > length(ring[farthest] - ring[0])) farthest = i;
  }
  std::vector<char> keep(n, 0);
  keep[0] = keep[farthest] = 1;
  std::vector<std::pair<std::size_t, std::size_t>> open = {{0, farthest}, {farthest, n}};
  while (!open.empty()) {
    const std::size_t from = open.back().first, to = open.back().second;
    open.pop_back();
    const Point a = ring[from], v = ring[to % n] - a;
    const double squared = dot(v, v) + 1e-18;
    double worst = tolerance * tolerance;
    std::size_t split = from;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double c = cross(v, ring[i] - a), distance = c * c / squared;
      if (distance > worst) worst = distance, split = i;
    }
    if (split == from) continue;
    keep[split] = 1;
    open.push_back({from, split});
    open.push_back({split, to});
  }
  Ring out;
  for (std::size_t i = 0; i < n; ++i) {
    if (keep[i]) out.push_back(ring[i]);
  }
  return out.size() < 3 ? ring : out;
}

Ring circle(Point centre, double radius, int n) {
  Ring ring;
  for (int i = 0; i < n; ++i) {
    const double angle = 360.0 * i / n * kDegree;
    ring.push_back(centre + Point{std::cos(angle), std::sin(angle)} * radius);
  }
  return ring;
}

}  // namespace kinescript
