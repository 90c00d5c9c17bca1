// SPDX-License-Identifier: MIT
#include "figure/outline.h"

#include <optional>

#include "figure/polygons.h"

namespace kinescript {
namespace {

constexpr double kCosine20 = .93969;
constexpr double kFillet = .006;  // radius
constexpr double kReach = .022;   // how far along the outline a tangent point may lie
constexpr double kLargestFillet =
    2.5e-5;  // stature squared; a bigger one would black out the gap between two legs
constexpr double kLargestThinGap = 6e-3;

// An edge of the ring, moved inward-out by the fillet's radius: where the circle's centre may lie.
struct MovedEdge {
  Point from, along, outward;
  int index;  // of the ring's point it starts at
};
struct Fillet {
  int first, last;  // ring points that stay; those between are replaced
  Ring arc;
};

class CornerRounding {
 public:
  explicit CornerRounding(const Ring& ring) : ring_(ring), n_(static_cast<int>(ring.size())) {}

  Ring rounded() const {
    std::vector<Fillet> fillets;
    for (int i = 0; i < n_; ++i) {
      if (!sharp(i)) continue;
      if (auto found = fillet_at(i)) fillets.push_back(std::move(*found));
    }
    return fillets.empty() ? ring_ : splice(fillets);
  }

 private:
  Point at(int i) const { return ring_[static_cast<std::size_t>(((i % n_) + n_) % n_)]; }

  bool sharp(int i) const {
    const Point in = at(i) - at(i - 1), out = at(i + 1) - at(i);
    if (cross(in, out) >= 0 || !bends_more(in, out, kCosine20)) return false;
    int before = i, after = i;
    for (double way = 0; way < .004 && i - before < n_ / 3; --before)
      way += length(at(before - 1) - at(before));
    for (double way = 0; way < .004 && after - i < n_ / 3; ++after)
      way += length(at(after + 1) - at(after));
    return turn(at(i) - at(before), at(after) - at(i)) <= -25;
  }

  std::vector<MovedEdge> edges(int corner, int step) const {
    std::vector<MovedEdge> found;
    double way = 0;
    for (int k = corner; way < kReach && std::abs(k - corner) < n_ / 3; k += step) {
      const int from = step < 0 ? k - 1 : k;
      const Point along = at(from + 1) - at(from);
      const double size = length(along);
      way += size;
      if (size < 1e-7) continue;
      found.push_back({at(from), along, Point{along.y, -along.x} * (1 / size), from});
    }
    return found;
  }

  std::optional<Fillet> fillet_at(int corner) const {
    const std::vector<MovedEdge> before = edges(corner, -1), after = edges(corner, 1);
    // Nearest pairs of edges first: sum of the two indices.
    for (std::size_t sum = 0; sum < before.size() + after.size(); ++sum) {
      for (std::size_t x = 0; x <= sum; ++x) {
        const std::size_t y = sum - x;
        if (x >= before.size() || y >= after.size()) continue;
        if (auto fillet = touching(before[x], after[y])) {
          if (!small_enough(*fillet, before[x].index, after[y].index)) return {};
          return fillet;
        }
      }
    }
    return {};
  }

  std::optional<Fillet> touching(const MovedEdge& a, const MovedEdge& b) const {
    const double determinant = cross(a.along, b.along);
    if (std::abs(determinant) < 1e-14) return {};
    const Point gap = (b.from + b.outward * kFillet) - (a.from + a.outward * kFillet);
    double t = cross(gap, b.along) / determinant, u = cross(gap, a.along) / determinant;
    constexpr double kSlack = .08;
    if (t < -kSlack || t > 1 + kSlack || u < -kSlack || u > 1 + kSlack) return {};
    t = std::clamp(t, 0.0, 1.0), u = std::clamp(u, 0.0, 1.0);
    const Point touch_a = a.from + a.along * t, touch_b = b.from + b.along * u;
    const Point centre = touch_a + a.outward * kFillet;
    const double start = std::atan2(touch_a.y - centre.y, touch_a.x - centre.x);
    const double end = std::atan2(touch_b.y - centre.y, touch_b.x - centre.x);
    const double sweep = std::remainder(end - start, 360 * kDegree);
    const int steps = std::max(2, static_cast<int>(std::abs(sweep) / .35));
    Fillet fillet{a.index, b.index + 1, {}};
    for (int i = 0; i <= steps; ++i) {
      const double angle = start + sweep * i / steps;
      fillet.arc.push_back(centre + Point{std::cos(angle), std::sin(angle)} * kFillet);
    }
    return fillet;
  }

  bool small_enough(const Fillet& fillet, int before, int after) const {
    Ring piece = fillet.arc;
    for (int i = after; i > before; --i) piece.push_back(at(i));
    return std::abs(area(piece)) < kLargestFillet;
  }

  Ring splice(const std::vector<Fillet>& fillets) const {
    std::vector<char> dropped(ring_.size(), 0);
    std::vector<const Fillet*> arc_after(ring_.size(), nullptr);
    int end = -n_;
    const auto index = [this](int i) { return static_cast<std::size_t>(((i % n_) + n_) % n_); };
    for (const Fillet& f : fillets) {
      if (f.first < end || (&f != &fillets[0] && f.last >= fillets[0].first + n_)) continue;
      end = f.last;
      for (int i = f.first + 1; i < f.last; ++i) dropped[index(i)] = 1;
      arc_after[index(f.first)] = &f;
    }
    Ring out;
    for (std::size_t i = 0; i < ring_.size(); ++i) {
      if (!dropped[i]) out.push_back(ring_[i]);
      if (arc_after[i]) out.insert(out.end(), arc_after[i]->arc.begin(), arc_after[i]->arc.end());
    }
    return out;
  }

  const Ring& ring_;
  int n_;
};

}  // namespace

Ring with_fillets(const Ring& ring) {
  return ring.size() < 8 ? ring : CornerRounding(ring).rounded();
}

FigureOutline figure_outline(const std::vector<Shape>& shapes, const Rings& hair, double line) {
  Rings all = hair;
  for (const Shape& shape : shapes) {
    if (!shape.is_prop() && !shape.light_ring.empty()) all.push_back(shape.light_ring);
  }
  FigureOutline outline;
  for (const Ring& raw : unite(all)) {
    const Ring ring = with_fillets(raw);
    const double size = area(ring);
    const bool thin =
        size < 0 && -size < kLargestThinGap && grow({anticlockwise(ring)}, -line * 1.15).empty();
    (thin ? outline.thin_gaps : outline.rings).push_back(thin ? anticlockwise(ring) : ring);
  }
  return outline;
}

}  // namespace kinescript
