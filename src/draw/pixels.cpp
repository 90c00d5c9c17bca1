// SPDX-License-Identifier: MIT
#include "draw/pixels.h"

#include <algorithm>

namespace kinescript {
namespace {

const std::uint8_t* at(const Pixels& pixels, int x, int y) {
  const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width);
  return pixels.bytes.data() +
         (row + static_cast<std::size_t>(x)) * static_cast<std::size_t>(pixels.channels);
}

Pixels empty(int width, int height, int channels) {
  Pixels made{width, height, channels, {}};
  made.bytes.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                     static_cast<std::size_t>(channels));
  return made;
}

// The mean of a square. Colours count as much as they are seen: what is transparent lends no colour
// to its edge.
void append_mean(Pixels& to, const Pixels& from, int left, int top, int side) {
  long colour[3] = {0, 0, 0}, alpha = 0, count = 0;
  for (int y = top; y < std::min(top + side, from.height); ++y)
    for (int x = left; x < std::min(left + side, from.width); ++x, ++count) {
      const std::uint8_t* pixel = at(from, x, y);
      const long weight = from.channels == 4 ? pixel[3] : 255;
      for (int i = 0; i < 3; ++i) colour[i] += pixel[i] * weight;
      alpha += weight;
    }
  for (const long sum : colour)
    to.bytes.push_back(static_cast<std::uint8_t>(alpha == 0 ? 255 : (sum + alpha / 2) / alpha));
  if (from.channels == 4)
    to.bytes.push_back(static_cast<std::uint8_t>((alpha + count / 2) / count));
}

}  // namespace

Pixels upright(Pixels pixels, int orientation) {
  if (orientation < 2 || orientation > 8) return pixels;
  const bool lying = orientation >= 5;
  Pixels turned = empty(lying ? pixels.height : pixels.width, lying ? pixels.width : pixels.height,
                        pixels.channels);
  const int right = pixels.width - 1, bottom = pixels.height - 1;
  for (int y = 0; y < turned.height; ++y)
    for (int x = 0; x < turned.width; ++x) {
      int from_x = lying ? y : x, from_y = lying ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
        from_x = right - from_x;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
        from_y = bottom - from_y;
      const std::uint8_t* pixel = at(pixels, from_x, from_y);
      turned.bytes.insert(turned.bytes.end(), pixel, pixel + pixels.channels);
    }
  return turned;
}

Pixels reduced(Pixels pixels, int longest_side) {
  const int longest = std::max(pixels.width, pixels.height);
  const int side = (longest + longest_side - 1) / longest_side;
  if (side <= 1) return pixels;
  Pixels small =
      empty((pixels.width + side - 1) / side, (pixels.height + side - 1) / side, pixels.channels);
  for (int y = 0; y < small.height; ++y)
    for (int x = 0; x < small.width; ++x) append_mean(small, pixels, x * side, y * side, side);
  return small;
}

}  // namespace kinescript
