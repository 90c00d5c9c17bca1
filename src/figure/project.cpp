// SPDX-License-Identifier: MIT
#include "figure/project.h"

#include <bit>
#include <cassert>

namespace kinescript {
namespace {

std::size_t size(int n) { return static_cast<std::size_t>(n); }

// For two neighbours a, b of a chain: the last direction in which a reaches farther, and the last
// in which b does. False unless each has exactly one run of directions (then one contains the
// other).
struct Switches {
  int last_a = 0, last_b = 0;
};
bool find_switches(const EllipseOutline& a, const EllipseOutline& b, int count, Switches& found) {
  int to_b = 0, to_a = 0;
  for (int k = 0; k < count; ++k) {
    const std::size_t next = size((k + 1) % count);
    const bool here = a.support[size(k)] >= b.support[size(k)],
               there = a.support[next] >= b.support[next];
    if (here && !there) found.last_a = k, ++to_b;
    if (!here && there) found.last_b = k, ++to_a;
  }
  return to_b == 1 && to_a == 1;
}

class ChainWalk {
 public:
  ChainWalk(const std::vector<EllipseOutline>& ellipses, int count)
      : ellipses_(ellipses), count_(count) {}

  Ring walk(const std::vector<int>& nodes, const std::vector<Switches>& between) {
    ring_.clear();
    const int last = static_cast<int>(nodes.size()) - 1;
    const auto ellipse = [&](int n) -> const EllipseOutline& {
      return ellipses_[size(nodes[size(n)])];
    };
    cap(ellipse(last), between[size(last - 1)].last_a + 1, between[size(last - 1)].last_b);
    for (int n = last - 1; n >= 1; --n) {
      flank(ellipse(n), between[size(n)].last_b + 1, between[size(n - 1)].last_b);
    }
    cap(ellipse(0), between[0].last_b + 1, between[0].last_a);
    for (int n = 1; n <= last - 1; ++n) {
      flank(ellipse(n), between[size(n - 1)].last_a + 1, between[size(n)].last_a);
    }
    return ring_;
  }

 private:
  int steps(int from, int to) const { return ((to - from) % count_ + count_) % count_; }
  void put(Point p) {
    if (ring_.empty() || !(ring_.back() == p)) ring_.push_back(p);
  }
  void cap(const EllipseOutline& e, int from, int to) {
    for (int i = 0; i <= steps(from, to); ++i) put(e.point[size((from + i) % count_)]);
  }
  void flank(const EllipseOutline& e, int from, int to) {
    const int n = steps(from, to);
    if (n <= count_ / 2) return cap(e, from, to);
    // Concave: the arc would run backwards. One direction or two is rounding, more goes through the
    // centre.
    if (n >= count_ - 2) {
      put(e.point[size(to)]);
      put(e.point[size(from % count_)]);
    } else {
      put(e.point[size(from % count_)]);
      put(e.centre);
      put(e.point[size(to)]);
    }
  }

  const std::vector<EllipseOutline>& ellipses_;
  int count_;
  Ring ring_;
};

// One run of links a-b, b-c, c-d … as nodes, cut where one ellipse hides its neighbour.
void outline_run(const std::vector<EllipseOutline>& ellipses, const std::vector<int>& nodes,
                 const Directions& directions, Rings& out) {
  const int count = directions.count();
  ChainWalk chain(ellipses, count);
  std::size_t first = 0;
  while (first + 1 < nodes.size()) {
    std::vector<int> run = {nodes[first]};
    std::vector<Switches> between;
    std::size_t last = first;
    Switches found;
    while (
        last + 1 < nodes.size() &&
        find_switches(ellipses[size(nodes[last])], ellipses[size(nodes[last + 1])], count, found)) {
      between.push_back(found);
      run.push_back(nodes[++last]);
    }
    if (last == first) {
      out.push_back(
          hull(directions, {ellipses[size(nodes[first])], ellipses[size(nodes[first + 1])]}));
      ++first;
    } else {
      out.push_back(chain.walk(run, between));
      first = last;
    }
  }
}

}  // namespace

CameraView::CameraView(const Camera& camera, double zoom) : zoom_(zoom) {
  const double a = camera.azimuth * kDegree, e = camera.elevation * kDegree;
  const V3 toward{std::sin(a) * std::cos(e), std::sin(e), std::cos(a) * std::cos(e)};
  const V3 right{std::cos(a), 0, -std::sin(a)};
  rows_ = {right, cross(toward, right), toward};
}

Directions::Directions(int count) {
  assert(count % 2 == 0);
  for (int k = 0; k < count; ++k) {
    at_.push_back({std::cos(360.0 * k / count * kDegree), std::sin(360.0 * k / count * kDegree)});
  }
}
const Directions& fine_directions() {
  static const Directions directions(EllipseOutline::kMost);
  return directions;
}
const Directions& coarse_directions() {
  static const Directions directions(24);
  return directions;
}

EllipseOutline::EllipseOutline(const Directions& directions, Point at, const M3& axes,
                               double margin)
    : centre(at) {
  // The outline's matrix; the small addition keeps a disc seen edge-on from vanishing.
  const double m00 = dot(axes.row0, axes.row0) + 1e-9, m01 = dot(axes.row0, axes.row1);
  const double m11 = dot(axes.row1, axes.row1) + 1e-9;
  const int half = directions.count() / 2;
  for (int k = 0; k < half; ++k) {
    const Point d = directions[k], v{m00 * d.x + m01 * d.y, m01 * d.x + m11 * d.y};
    const double reach = std::sqrt(dot(d, v)), across = dot(d, at);
    const Point out = v * (1 / reach) + d * margin;
    point[size(k)] = at + out, point[size(k + half)] = at - out;
    support[size(k)] = reach + margin + across, support[size(k + half)] = reach + margin - across;
  }
}

Ring EllipseOutline::ring(const Directions& directions) const {
  return Ring(point.begin(), point.begin() + directions.count());
}

Ring hull(const Directions& directions, const std::vector<EllipseOutline>& ellipses) {
  Ring ring;
  for (std::size_t k = 0; k < size(directions.count()); ++k) {
    const auto farthest = std::max_element(ellipses.begin(), ellipses.end(),
                                           [k](const EllipseOutline& a, const EllipseOutline& b) {
                                             return a.support[k] < b.support[k];
                                           });
    if (ring.empty() || !(ring.back() == farthest->point[k])) ring.push_back(farthest->point[k]);
  }
  return ring;
}

Rings chain_outlines(const Directions& directions, const std::vector<EllipseOutline>& ellipses,
                     const Links& links, bool singles) {
  Rings out;
  std::vector<char> linked(ellipses.size(), 0);
  for (std::size_t i = 0; i < links.size();) {
    std::vector<int> nodes = {links[i].first, links[i].second};
    while (i + 1 < links.size() && links[i + 1].first == links[i].second)
      nodes.push_back(links[++i].second);
    ++i;
    for (const int node : nodes) linked[size(node)] = 1;
    outline_run(ellipses, nodes, directions, out);
  }
  for (std::size_t i = 0; singles && i < ellipses.size(); ++i) {
    if (!linked[i]) out.push_back(ellipses[i].ring(directions));
  }
  return out;
}

void DepthField::add(V3 centre, const M3& axes) {
  const V3 &r0 = axes.row0, &r1 = axes.row1, &r2 = axes.row2;
  const double m00 = dot(r0, r0) + 1e-8, m01 = dot(r0, r1), m11 = dot(r1, r1) + 1e-8;
  const double determinant = m00 * m11 - m01 * m01, z0 = dot(r2, r0), z1 = dot(r2, r1);
  Record r{};
  r.x = centre.x, r.y = centre.y, r.z = centre.z;
  r.i00 = m11 / determinant, r.i01 = -m01 / determinant, r.i11 = m00 / determinant;
  r.slope_x = z0 * r.i00 + z1 * r.i01, r.slope_y = z0 * r.i01 + z1 * r.i11;
  r.bulge = std::max(0.0, dot(r2, r2) - r.slope_x * z0 - r.slope_y * z1);
  const double x = std::sqrt(1.02 * m00), y = std::sqrt(1.02 * m11);
  records_.push_back(r);
  reach_.push_back({r.x - x, r.x + x, r.y - y, r.y + y});
}

void DepthField::sort() {
  area_ = {};
  for (const Reach& r : reach_) area_.add({r.left, r.low}), area_.add({r.right, r.high});
  columns_.assign(kStrips * words(), 0), rows_.assign(kStrips * words(), 0);
  const auto enter = [this](std::vector<std::uint64_t>& strips, std::size_t from, std::size_t to,
                            std::size_t record) {
    for (std::size_t strip = from; strip <= to; ++strip)
      strips[strip * words() + record / 64] |= std::uint64_t{1} << record % 64;
  };
  for (std::size_t i = 0; i < reach_.size(); ++i) {
    const Reach& r = reach_[i];
    enter(columns_, column(r.left), column(r.right), i);
    enter(rows_, row(r.low), row(r.high), i);
  }
}

std::size_t DepthField::column(double x) const {
  return std::min(kStrips - 1,
                  static_cast<std::size_t>((x - area_.left) / area_.width() * kStrips));
}
std::size_t DepthField::row(double y) const {
  return std::min(kStrips - 1,
                  static_cast<std::size_t>((y - area_.low) / area_.height() * kStrips));
}

double DepthField::front(Point p) const {
  double best = kNowhere;
  if (!area_.contains(p)) return best;
  const std::size_t across = column(p.x) * words(), up = row(p.y) * words();
  for (std::size_t word = 0; word < words(); ++word) {
    for (std::uint64_t near = columns_[across + word] & rows_[up + word]; near; near &= near - 1) {
      const Record& r = records_[word * 64 + static_cast<std::size_t>(std::countr_zero(near))];
      const double x = p.x - r.x, y = p.y - r.y;
      const double m = r.i00 * x * x + 2 * r.i01 * x * y + r.i11 * y * y;
      if (m > 1.02) continue;
      best = std::max(
          best, r.z + x * r.slope_x + y * r.slope_y + std::sqrt(std::max(0.0, 1 - m) * r.bulge));
    }
  }
  return best;
}

double DepthField::contour(Point p) const {
  double nearest = 1e18, depth = 0;
  for (const Record& r : records_) {
    const double x = p.x - r.x, y = p.y - r.y,
                 m = r.i00 * x * x + 2 * r.i01 * x * y + r.i11 * y * y;
    if (m < nearest) nearest = m, depth = r.z + x * r.slope_x + y * r.slope_y;
  }
  return depth;
}

}  // namespace kinescript
