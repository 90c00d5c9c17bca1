// SPDX-License-Identifier: MIT
#include "figure/lines.h"

#include <array>

namespace kinescript {
namespace {

constexpr double kStep = .004;      // along the contour
constexpr double kOutside = .0010;  // where to look what lies beyond the contour
constexpr double kFaintest = .03;   // mm; thinner is not drawn
constexpr double kJointGap = .004,
                 kLimbGap = .030;  // depth from which a line starts, and until which it grows

bool neighbours(const Part& a, const Part& b) {
  static constexpr std::array<std::pair<Segment, Segment>, 9> kPairs = {{
      {Segment::thigh, Segment::pelvis},
      {Segment::shank, Segment::thigh},
      {Segment::sleeve, Segment::shirt},
      {Segment::forearm, Segment::upper_arm},
      {Segment::hand, Segment::forearm},
      {Segment::upper_arm, Segment::hand},
      {Segment::finger, Segment::hand},
      {Segment::finger, Segment::forearm},
      {Segment::toe, Segment::foot},
  }};
  const auto of_trunk = [](const Part& p) {
    return p.segment == Segment::pelvis || p.segment == Segment::shirt;
  };
  for (const auto& [x, y] : kPairs) {
    const bool match = (a.segment == x && b.segment == y) || (a.segment == y && b.segment == x);
    if (match && (of_trunk(a) || of_trunk(b) || a.side == b.side)) return true;
  }
  return false;
}

class Contour {
 public:
  Contour(const Shape& shape, const std::vector<const Shape*>& painted, std::size_t first_figure)
      : shape_(shape), painted_(painted), first_figure_(first_figure) {
    points_ = resample(shape.ring, kStep, 12);
    n_ = static_cast<int>(points_.size());
    for (int i = 0; i < n_; ++i)
      tangents_.push_back(unit(points_[index(i + 1)] - points_[index(i - 1)]));
    look_beyond();
  }

  void draw(Canvas& canvas, Colour ink) {
    for (int i = 0; i < n_; ++i) widths_.push_back(width_at(index(i)));
    if (!shape_.is_prop()) {
      add_creases();
      leave_to_outline();
    }
    emit(canvas, ink);
  }

 private:
  static constexpr int kOpen =
      -1;  // nothing of the picture lies beyond: the outer outline's business

  // Of a point not more than once round.
  std::size_t index(int i) const {
    return static_cast<std::size_t>(i < 0 ? i + n_ : i >= n_ ? i - n_ : i);
  }

  void look_beyond() {
    beyond_.assign(points_.size(), kOpen);
    gap_.assign(points_.size(), 0);
    const Extent around = shape_.extent.grown(kOutside);
    std::vector<std::size_t> near;  // of the painted ones
    for (std::size_t k = 0; k < painted_.size(); ++k) {
      if (!painted_[k]->backdrop() && painted_[k]->extent.meets(around)) near.push_back(k);
    }
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const Point out = points_[i] + Point{tangents_[i].y, -tangents_[i].x} * kOutside;
      double nearest = DepthField::kNowhere;
      for (const std::size_t k : near) {
        const double z = painted_[k]->front(out);
        if (z > nearest) nearest = z, beyond_[i] = static_cast<int>(k);
      }
      if (beyond_[i] != kOpen) gap_[i] = shape_.contour(points_[i]) - nearest;
    }
  }

  const Shape& under(std::size_t i) const {
    return *painted_[static_cast<std::size_t>(beyond_[i])];
  }

  double width_at(std::size_t i) {
    if (beyond_[i] == kOpen) return shape_.is_prop() ? shape_.solid->line : kOuterLine;
    const Shape& below = under(i);
    if (shape_.is_prop()) return shape_.solid->line;
    if (below.is_prop()) {
      if (static_cast<std::size_t>(beyond_[i]) < first_figure_)
        beyond_[i] = kOpen;  // stands against the outline
      return kOuterLine;
    }
    return kInnerLine * strength(i, *shape_.part, *below.part);
  }

  double strength(std::size_t i, const Part& over, const Part& below) const {
    double s = smoothstep((gap_[i] - kJointGap) / kLimbGap);
    const double from_joint = length(points_[i] - shape_.joint);
    if (over.garment != below.garment) return std::max(s, .62);  // hems
    const bool trunk = below.segment == Segment::shirt || below.segment == Segment::pelvis;
    if (over.fades_at_joint && trunk) {
      return s * smoothstep((from_joint - over.fade_from) / (over.fade_to - over.fade_from));
    }
    if (!neighbours(over, below) &&
        gap_[i] > -.03) {  // two limbs in one garment must not melt together
      const bool thigh = over.segment == Segment::thigh && over.fades_at_joint;
      s = std::max(s, .9 * (thigh ? smoothstep((from_joint - .07) / .05) : 1.0));
    }
    return s;
  }

  // Where a line runs into a neighbour of the same garment it goes on as a crease, tapering out:
  // longer the more the joint bends and the more squarely the contours cross.
  void add_creases() {
    constexpr double kLine = .15;
    const double longest = 9 * smoothstep((shape_.part->flexion - 15) / 75);
    const std::vector<double> before = widths_;
    for (int i = 0; i < n_; ++i) {
      if (before[index(i)] <= kLine) continue;
      for (const int step : {1, -1}) {
        const std::size_t next = index(i + step);
        if (before[next] > kLine || beyond_[next] == kOpen) continue;
        const Shape& below = under(next);
        if (below.is_prop() || below.part->garment != shape_.part->garment) continue;
        const double crossing =
            std::abs(cross(tangents_[next], tangent_near(below.ring, points_[next])));
        const int reach =
            static_cast<int>(std::lround(std::max(0.0, (crossing - .35) / .65) * longest));
        for (int m = 1; m <= reach && before[index(i + step * m)] <= kLine; ++m) {
          double& width = widths_[index(i + step * m)];
          width = std::max(width, kInnerLine * .9 * (1 - static_cast<double>(m) / (reach + 1)));
        }
      }
    }
  }

  static Point tangent_near(const Ring& ring, Point p) {
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
      if (dot(ring[i] - p, ring[i] - p) < dot(ring[nearest] - p, ring[nearest] - p)) nearest = i;
    }
    const std::size_t n = ring.size();
    return unit(ring[(nearest + 1) % n] - ring[(nearest + n - 1) % n]);
  }

  // The outer outline is drawn elsewhere; a line runs two samples into it so that no gap opens.
  void leave_to_outline() {
    std::vector<char> inner(widths_.size());
    for (std::size_t i = 0; i < widths_.size(); ++i)
      inner[i] = beyond_[i] != kOpen && widths_[i] > kFaintest;
    for (int i = 0; i < n_; ++i) {
      if (beyond_[index(i)] != kOpen) continue;
      const bool joins =
          inner[index(i + 1)] || inner[index(i + 2)] || inner[index(i - 1)] || inner[index(i - 2)];
      widths_[index(i)] = joins ? kInnerLine * .9 : 0;
    }
  }

  void emit(Canvas& canvas, Colour ink) const {
    std::vector<double> width(widths_.size());
    for (int i = 0; i < n_; ++i) {
      width[index(i)] = (widths_[index(i - 1)] + 2 * widths_[index(i)] + widths_[index(i + 1)]) / 4;
    }
    const auto drawn = [&](int i) { return width[index(i)] > kFaintest; };
    int start = 0;
    while (start < n_ && !(drawn(start) && !drawn(start - 1))) ++start;
    if (start == n_) {
      if (drawn(0))
        canvas.stroke(points_, shape_.is_prop() ? shape_.solid->line : width[0], ink, true);
      return;
    }
    for (int i = start; i < start + n_; ++i) {
      if (!drawn(i) || drawn(i - 1)) continue;
      Ring points;
      std::vector<double> widths;
      for (int j = i; drawn(j); ++j) {
        points.push_back(points_[index(j)]);
        widths.push_back(width[index(j)]);
      }
      canvas.strip(std::move(points), std::move(widths), ink);
    }
  }

  const Shape& shape_;
  const std::vector<const Shape*>& painted_;
  std::size_t first_figure_;
  int n_ = 0;
  Ring points_;
  std::vector<Point> tangents_;
  std::vector<int> beyond_;     // index into painted_, or kOpen
  std::vector<double> gap_;     // depth between the contour and what lies beyond
  std::vector<double> widths_;  // mm
};

}  // namespace

void draw_lines(Canvas& canvas, const Shape& shape, const std::vector<const Shape*>& painted,
                std::size_t first_figure, Colour ink) {
  if (shape.ring.size() < 3) return;
  Contour(shape, painted, first_figure).draw(canvas, ink);
}

}  // namespace kinescript
