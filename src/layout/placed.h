// SPDX-License-Identifier: MIT
// What stands where on a laid-out page: every run of text with its box, and every figure's box, in
// points from the page's top left corner. For the checks of standards/ and for tests.
//
//   for (const PlacedText& run : placed_text(page, faces)) if (run.size < 12) …
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "handout/handout.h"
#include "layout/pages.h"

namespace kinescript {

class Faces;

struct PlacedText {
  std::string text;  // with the blank at a line's end, which takes no room
  std::string font;  // PostScript name
  double size = 0;   // points, on paper
  Colour colour;
  Box box;                 // from the capitals' top to the baseline
  Role role = Role::none;  // of the innermost element it belongs to
  int element = 0;         // counts the elements of the page: runs with the same are one paragraph
  bool furniture = false;  // header and footer of the pages after the first, rules, …
  bool in_figure = false;
};
std::vector<PlacedText> placed_text(const Page& page, const Faces& faces);

// Boxes of the figures (their frames, panels and labels).
std::vector<Box> placed_figures(const Page& page);

struct PlacedLine {
  Colour colour;
  double width = 0;
};
// Strokes outside figures.
std::vector<PlacedLine> placed_lines(const Page& page);

// A page's text without any blank: what can be searched for whole strings, however they are broken.
std::string squeezed_text(const Page& page);
std::string squeezed(const std::string& text);

// A text as it stands on the page: each letter that no installed font has is U+FFFD there.
std::string as_set(const std::string& text, const Faces& faces);

// Letters of the words and of the pages' furniture that no installed font has, by their Unicode
// names, each once: they stand on the pages as a question mark in a diamond.
std::vector<std::string> letters_without_font(const Handout& handout, const Faces& faces);

}  // namespace kinescript
