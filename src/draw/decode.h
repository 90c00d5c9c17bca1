// SPDX-License-Identifier: MIT
// A picture file (a clinic's logo, a photograph) as pixels: PNG of every kind and JPEG of every
// kind, 8 bits, red green blue and, where the file has it, alpha. What the file says besides
// (place, camera, comments) is left behind; a photograph that a camera marked as turned is turned.
//
// Sizes are checked before anything is allocated: at most kLargestPicture pixels. Pictures with a
// longer side than `longest_side` are reduced by a whole factor (mean of the pixels), because paper
// cannot show more.
//
// Throws Error{invalid} for other kinds of files and for pictures that are too large,
// Error{damaged} when the file ends early or is broken.
//
//   Image logo = decode_image(read_file("logo.png"));
//   logo.place = {50, 30, 170, 70};
#pragma once
#include <string_view>

#include "draw/drawing.h"

namespace kinescript {

inline constexpr long kLargestPicture =
    40'000'000;  // pixels; a telephone's camera makes 12 to 48 million

Image decode_image(std::string_view bytes, int longest_side = 1600);

// The same picture in greys of equal luma (Rec. 601).
Image in_grey(const Image& image);

}  // namespace kinescript
