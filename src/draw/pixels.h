// SPDX-License-Identifier: MIT
// Pixels in memory, and the two things that are done to them before they become an Image: turning
// and reducing.
#pragma once
#include <cstdint>
#include <vector>

namespace kinescript {

struct Pixels {
  int width = 0, height = 0;
  int channels = 3;  // red green blue, or these and alpha
  std::vector<std::uint8_t> bytes;
};

// As EXIF numbers it (tag 0x0112): 1 is upright, 2 to 8 are mirrored or turned; other numbers
// change nothing.
Pixels upright(Pixels pixels, int orientation);

// Means over squares of whole pixels, so that no side is longer than `longest_side`. REQUIRES
// longest_side > 0.
Pixels reduced(Pixels pixels, int longest_side);

}  // namespace kinescript
