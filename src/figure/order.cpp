// SPDX-License-Identifier: MIT
#include "figure/order.h"

#include <array>

namespace kinescript {
namespace {

constexpr int kGrid = 11;
constexpr double kLeastOverlap = 4e-5;  // stature squared
constexpr double kClearGap = .02;       // a deeper gap counts no more than this
constexpr double kSettled = 9;          // the weight of a pair that anatomy settles

struct Settled {
  Segment over, under;
};
constexpr std::array<Settled, 9> kSettledPairs = {{
    {Segment::sleeve, Segment::upper_arm},
    {Segment::shirt, Segment::pelvis},
    {Segment::shank, Segment::ankle},
    {Segment::thigh, Segment::ankle},
    {Segment::thigh, Segment::foot},
    {Segment::foot, Segment::ankle},
    {Segment::head, Segment::neck},
    {Segment::shirt, Segment::neck},
    {Segment::shank, Segment::foot},
}};

bool lies_over(const Part& a, const Part& b) {
  if (a.side && b.side && a.side != b.side) return false;
  for (const Settled& pair : kSettledPairs) {
    if (a.segment == pair.over && b.segment == pair.under) return true;
  }
  return false;
}

bool is_hem(const Part& a, const Part& b) {
  return (a.segment == Segment::shirt && b.segment == Segment::pelvis) ||
         (a.segment == Segment::pelvis && b.segment == Segment::shirt);
}

struct Overlap {
  double mean = 0;  // of the clamped depth of a over b
  int samples = 0;
};

Overlap measure(const Shape& a, const Shape& b) {
  if (!a.extent.meets(b.extent)) return {};
  const double left = std::max(a.extent.left, b.extent.left),
               right = std::min(a.extent.right, b.extent.right);
  const double low = std::max(a.extent.low, b.extent.low),
               high = std::min(a.extent.high, b.extent.high);
  const double box = (right - left) * (high - low);
  if (box < kLeastOverlap) return {};
  Overlap found;
  for (int row = 1; row <= kGrid; ++row) {
    for (int column = 1; column <= kGrid; ++column) {
      const Point p{left + (right - left) * column / (kGrid + 1),
                    low + (high - low) * row / (kGrid + 1)};
      const double za = a.front(p);
      if (za == DepthField::kNowhere) continue;
      const double zb = b.front(p);
      if (zb == DepthField::kNowhere) continue;
      found.mean += std::clamp(za - zb, -kClearGap, kClearGap);
      ++found.samples;
    }
  }
  if (found.samples == 0 || found.samples * box / (kGrid * kGrid) < kLeastOverlap) return {};
  found.mean /= found.samples;
  return found;
}

}  // namespace

double vote(const Shape& a, const Shape& b) {
  if (a.part && b.part) {
    const int settled = int{lies_over(*a.part, *b.part)} - int{lies_over(*b.part, *a.part)};
    // A hem yields when the camera looks at the hips from below: then the pelvis really hides the
    // shirt.
    if (settled && is_hem(*a.part, *b.part)) {
      const Overlap overlap = measure(a, b);
      if (overlap.mean * settled < -.4 * kClearGap) return overlap.mean * overlap.samples;
    }
    if (settled) return settled * kSettled;
  }
  const Overlap overlap = measure(a, b);
  if (overlap.samples == 0) return 0;
  const double least = 1e-12;
  return overlap.mean > 0 ? std::max(least, overlap.mean * overlap.samples)
                          : std::min(-least, overlap.mean * overlap.samples);
}

std::vector<std::size_t> paint_order(const std::vector<Shape>& shapes) {
  const std::size_t n = shapes.size();
  std::vector<std::vector<double>> over(
      n, std::vector<double>(n, 0));  // over[i][j]: i is painted after j
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      const double v = vote(shapes[i], shapes[j]);
      (v > 0 ? over[i][j] : over[j][i]) = std::abs(v);
    }
  }
  std::vector<std::size_t> order;
  std::vector<char> left(n, 1);
  while (order.size() < n) {
    std::size_t best = n;
    bool best_free = false;
    double best_key = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (!left[i]) continue;
      double blocked = 0;
      for (std::size_t j = 0; j < n; ++j) blocked += left[j] ? over[i][j] : 0;
      const bool free = blocked == 0;
      const double key = free ? shapes[i].mean_depth : blocked;
      if (best == n || (free && !best_free) || (free == best_free && key < best_key)) {
        best = i, best_free = free, best_key = key;
      }
    }
    order.push_back(best);
    left[best] = 0;
  }
  return order;
}

}  // namespace kinescript
