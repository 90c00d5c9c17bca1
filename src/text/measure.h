// SPDX-License-Identifier: MIT
// How wide a line is, and its glyphs: what layout/ needs of text/. Both go the same way through the
// same shaped words, so what is drawn is as wide as what was measured. Lengths in points. The texts
// are cleaned first (text/clean.h); a line break in them counts as a blank. They throw
// Error{invalid} for ill-formed UTF-8.
//
// `language` (BCP 47) chooses letter forms and the direction of the paragraph. Letters that no font
// has are set as U+FFFD (a question mark in a diamond): a handout with a name in a script without a
// font can still be printed, and nothing vanishes unseen. unprintable() names them, for a check to
// report.
//
//   width(faces, Weight::regular, 11, "Knee bend", "en")                                    // 54.6
//   shape_line(faces, Weight::regular, 11, Colour::black(), {72, 90}, "Knee bend", "en")    // one
//   GlyphRun
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "draw/drawing.h"
#include "text/faces.h"

namespace kinescript {

double width(const Faces& faces, Weight weight, double size, std::string_view utf8,
             std::string_view language);

// The runs from left to right; `origin` is the left end of the baseline, also for a right-to-left
// line.
std::vector<GlyphRun> shape_line(const Faces& faces, Weight weight, double size, Colour colour,
                                 Point origin, std::string_view utf8, std::string_view language);

// How wide runs of one line are together.
double width(const Faces& faces, const std::vector<GlyphRun>& runs);

// Letters of the text that no font of the weight has, each once, in order of appearance.
std::vector<char32_t> unprintable(const Faces& faces, Weight weight, std::string_view utf8);
// "U+1200 ETHIOPIC SYLLABLE HA": as Unicode calls it, for whoever looks for its font.
std::string letter_name(char32_t letter);

}  // namespace kinescript
