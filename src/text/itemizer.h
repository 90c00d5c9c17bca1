// SPDX-License-Identifier: MIT
// One line of text into segments that can be shaped: one script, one direction, one face each.
// Direction by the Unicode bidirectional algorithm (ICU), script by the characters (marks, digits
// and signs go with their neighbours), face by the first of the weight's fonts that has all
// characters of what a reader takes for one letter.
//
// A letter that no font has is `missing`: it is shown as U+FFFD of the main face, never as nothing.
// Text that must be right can be asked about beforehand (text/measure.h, unprintable).
//
//   itemize(faces, Weight::regular, "Knee تمرين", false)   // "Knee " left to right, then "تمرين"
//   right to left
#pragma once
#include <string_view>
#include <vector>

#include "text/faces.h"
#include "text/shaper.h"

namespace kinescript {

struct TextSegment {
  std::size_t begin = 0, end = 0;  // bytes
  int face = 0;
  Script script;
  bool missing = false;
};

// In visual order, left to right. `right_to_left` is the direction of the paragraph. REQUIRES text
// out of clean_text().
std::vector<TextSegment> itemize(const Faces& faces, Weight weight, std::string_view text,
                             bool right_to_left);

}  // namespace kinescript
