// SPDX-License-Identifier: MIT
// The hair's edge is traced on the unit disc that the ellipsoid's outline becomes by an affine map:
// marching squares over a grid, each crossing found by bisection.
#include <array>

#include "figure/head.h"

namespace kinescript {
namespace {

constexpr double kHead = 1.06;  // the head is drawn a little larger than life
constexpr V3 kHairCentre{-.008, .009, 0};
constexpr V3 kHairRadii{.0605, .0585, .0505};
constexpr V3 kBunCentre{-.064, .022, 0};
constexpr double kBunRadius = .024;

// Positive where hair grows; p in the head's frame, before enlarging.
double growth(V3 p) {
  double v = -.79 * p.x + .61 * p.y + .0085 - .14 * p.z * std::clamp(p.y / .02, 0.0, 1.0);
  if (p.y > .02) {
    const double off = (p.z - .008) / .016;
    v -= .004 * std::exp(-off * off);  // the parting
  }
  return v;
}

// One half (near or far) of the hair ellipsoid as a scalar field on the unit disc.
class HalfField {
 public:
  HalfField(const Skeleton& skeleton, const CameraView& view, double side) : side_(side) {
    const M3 frame = view(skeleton.head_frame);
    to_head_ = transpose(view.turned(skeleton.head_frame));
    to_head_ = scale_columns(to_head_, 1 / view.zoom(), 1 / view.zoom(), 1 / view.zoom());
    const V3 centre = view(skeleton.head) + frame * (kHairCentre * kHead);
    centre_ = {centre.x, centre.y};
    const M3 axes =
        scale_columns(frame, kHairRadii.x * kHead, kHairRadii.y * kHead, kHairRadii.z * kHead);
    const double m00 = dot(axes.row0, axes.row0), m01 = dot(axes.row0, axes.row1),
                 m11 = dot(axes.row1, axes.row1);
    l00_ = std::sqrt(m00), l10_ = m01 / l00_, l11_ = std::sqrt(m11 - l10_ * l10_);
    const double determinant = m00 * m11 - m01 * m01, z0 = dot(axes.row2, axes.row0),
                 z1 = dot(axes.row2, axes.row1);
    slope_ = {(z0 * m11 - z1 * m01) / determinant, (z1 * m00 - z0 * m01) / determinant};
    bulge_ = std::max(0.0, dot(axes.row2, axes.row2) - slope_.x * z0 - slope_.y * z1);
  }

  double at(Point disc) const {
    const double r = length(disc);
    if (r > .999999) disc = disc * (.999999 / r);
    const Point q = offset(disc);
    const double z = dot(slope_, q) + side_ * std::sqrt((1 - dot(disc, disc)) * bulge_);
    const V3 local = to_head_ * V3{q.x, q.y, z};
    return std::min(growth(local * (1 / kHead) + kHairCentre) * 16, 1 - r);
  }
  Point picture(Point disc) const { return centre_ + offset(disc); }

 private:
  Point offset(Point d) const { return {l00_ * d.x, l10_ * d.x + l11_ * d.y}; }

  double side_;
  M3 to_head_;
  Point centre_, slope_;
  double l00_, l10_, l11_, bulge_;
};

class MarchingSquares {
 public:
  explicit MarchingSquares(const HalfField& field)
      : field_(field), next_(2 * kNodes * kNodes, kNone) {
    for (int j = 0; j < kNodes; ++j) {
      for (int i = 0; i < kNodes; ++i) value_[index(i, j)] = field.at({place(i), place(j)});
    }
    for (int j = 0; j + 1 < kNodes; ++j) {
      for (int i = 0; i + 1 < kNodes; ++i) join_cell(i, j);
    }
  }

  Rings trace() {
    Rings rings;
    for (std::size_t start = 0; start < next_.size(); ++start) {
      Ring ring;
      for (std::size_t edge = start; next_[edge] != kNone;) {
        ring.push_back(field_.picture(crossing(edge)));
        const std::size_t following = next_[edge];
        next_[edge] = kNone;
        edge = following;
      }
      if (ring.size() > 2 && std::abs(area(ring)) > 1e-6) rings.push_back(smooth(ring));
    }
    return rings;
  }

 private:
  static constexpr int kNodes = 33;
  static constexpr std::size_t kNone = ~std::size_t{0};

  static std::size_t index(int i, int j) { return static_cast<std::size_t>(j * kNodes + i); }
  static double place(int i) { return -1.06 + 2.12 * i / (kNodes - 1); }
  static std::size_t edge(int i, int j, bool up) { return 2 * index(i, j) + (up ? 1 : 0); }

  // Directed so that hair is on the left: from the edge where the boundary enters the cell to where
  // it leaves.
  void join_cell(int i, int j) {
    const std::array<bool, 4> in = {value_[index(i, j)] >= 0, value_[index(i + 1, j)] >= 0,
                                    value_[index(i + 1, j + 1)] >= 0, value_[index(i, j + 1)] >= 0};
    const std::array<std::size_t, 4> side = {edge(i, j, false), edge(i + 1, j, true),
                                             edge(i, j + 1, false), edge(i, j, true)};
    // Walking round the cell's corners: the boundary leaves through a side that goes from in to
    // out.
    for (std::size_t k = 0; k < 4; ++k) {
      if (!(in[k] && !in[(k + 1) % 4])) continue;
      std::size_t back = k;
      while (in[(back + 3) % 4] && back != (k + 1) % 4) back = (back + 3) % 4;
      next_[side[k]] = side[(back + 3) % 4];
    }
  }

  Point crossing(std::size_t id) const {
    const int node = static_cast<int>(id / 2), i = node % kNodes, j = node / kNodes;
    const bool up = id % 2 == 1;
    Point in{place(i), place(j)},
        out = up ? Point{place(i), place(j + 1)} : Point{place(i + 1), place(j)};
    if (value_[index(i, j)] < 0) std::swap(in, out);
    for (int k = 0; k < 10; ++k) {
      const Point middle = (in + out) * .5;
      (field_.at(middle) >= 0 ? in : out) = middle;
    }
    return (in + out) * .5;
  }

  const HalfField& field_;
  std::array<double, static_cast<std::size_t>(kNodes* kNodes)> value_{};
  std::vector<std::size_t> next_;
};

}  // namespace

Rings Hair::all() const {
  Rings rings = near;
  rings.insert(rings.end(), far.begin(), far.end());
  if (bun) rings.push_back(*bun);
  return rings;
}

Hair hair_of(const Skeleton& skeleton, const CameraView& view, bool bun) {
  Hair hair;
  const HalfField near(skeleton, view, 1), far(skeleton, view, -1);
  hair.near = MarchingSquares(near).trace();
  hair.far = MarchingSquares(far).trace();
  if (bun) {
    const V3 centre = view(skeleton.head + skeleton.head_frame * (kBunCentre * kHead));
    hair.bun = circle({centre.x, centre.y}, kBunRadius * kHead * view.zoom());
    hair.bun_near = centre.z >= view(skeleton.head).z;
  }
  return hair;
}

}  // namespace kinescript
