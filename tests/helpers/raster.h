// SPDX-License-Identifier: MIT
// A figure as a one-bit picture, as a black-and-white printer leaves it: what is darker than
// half grey is ink. For tests that compare pictures.
//
//   Bitmap a = one_bit(draw_figure(scene, options));       // both panels side by side
//   double apart = distance(a, b);                         // 0 the same, 1 nothing in common
#pragma once
#include <cstdint>
#include <vector>

#include "figure/figure.h"

namespace kinescript {

struct Bitmap {
  int width = 0, height = 0;
  std::vector<std::uint8_t> ink;  // 0 or 1, row by row from the top
  bool at(int x, int y) const {
    return x >= 0 && y >= 0 && x < width && y < height && ink[std::size_t(y) * width + x] != 0;
  }
};

// The first and the last panel, each centred in its own half of the same frame.
Bitmap one_bit(const Figure& figure);
// The share of ink in either that has none within a pixel in the other. REQUIRES equal sizes.
double distance(const Bitmap& a, const Bitmap& b);

}  // namespace kinescript
