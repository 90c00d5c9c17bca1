// SPDX-License-Identifier: MIT
// What cards and boxes are put together from: lists, bars, frames, signs.
//
//   Block steps = numbered_list(setter, {"Lie down.", "Breathe."}, style, 240, 15);
//   Block box = framed(std::move(steps), {.line = 1, .padding = 7, .radius = 4});
#pragma once
#include <string>
#include <vector>

#include "layout/paragraph.h"

namespace kinescript {

// A list element with its items; labels (numbers in bold, or bullets) hang `hang` points left of
// the text.
Block numbered_list(const Setter& setter, const std::vector<std::string>& items,
                    const TextStyle& style, double width, double hang);
Block bulleted_list(const Setter& setter, const std::vector<std::string>& items,
                    const TextStyle& style, double width, double hang);
// One list in two columns of the same width, read down the left one first, as even as its items
// allow.
Block two_column_list(const Setter& setter, const std::vector<std::string>& items,
                      const TextStyle& style, double width, double gutter, double hang);

// A paragraph with a bar at its left, for what must not be missed.
Block barred(const Setter& setter, const Paragraph& text, const TextStyle& style, double width,
             double bar, double gap);

struct FrameStyle {
  double line = 1, padding = 0, radius = 0;
  double width = 0;  // of the whole frame
};
// Drawn around the content; the padding is between the line's middle and the content.
Block framed(Block content, const FrameStyle& frame);

// A line from the left to `width`, `thickness` high.
Block rule(double width, double thickness);

// The stop sign: a black octagon with the word in white; as high as wide.
Block stop_sign(const Setter& setter, const std::string& word, double size, double type_size);
// A triangle with an exclamation mark, drawn, not set.
Block warning_sign(double size);
// A number in white on a disc.
Block disc(const Setter& setter, int number, double diameter, double type_size, Colour colour);

}  // namespace kinescript
