// SPDX-License-Identifier: MIT
// A paragraph in lines: broken where the language allows it, left aligned, never hyphenated. Drawn
// from the same shaped words that it is measured with.
//
//   Setter setter{faces, "en"};
//   Block steps = set_text(setter, {{"Lie on your back.", false}}, {12, 1.25}, 200);
//   steps.height      // lines * 15 points
//
// The origin is the top left corner of the first line's box; the capitals stand in the middle of a
// line's box, so that text sits level with discs and in cells. Lengths are points.
#pragma once
#include <string>
#include <vector>

#include "handout/handout.h"
#include "layout/block.h"
#include "layout/set_texts.h"
#include "text/faces.h"

namespace kinescript {

struct Setter {
  const Faces& faces;
  std::string language;
  SetTexts* kept = nullptr;  // those of these faces
};

struct TextStyle {
  double size = 12;
  double leading = 1.25;  // line pitch as a multiple of the size
  Colour colour = Colour::black();
  int longest_line = 70;      // letters; wide paper does not make long lines
  bool to_the_right = false;  // lines end at the width (page furniture only)
  // Text goes on in another block: a blank is written after it, for who hears or copies the words.
  // It takes no room.
  bool goes_on = false;
  double pitch() const { return size * leading; }
};

// Lines of at most `width`; a word that is longer is broken between letters. Block::width is that
// of the widest line.
Block set_text(const Setter& setter, const Paragraph& paragraph, const TextStyle& style,
               double width);

// One line, however wide.
Block set_line(const Setter& setter, const Paragraph& paragraph, const TextStyle& style);

Paragraph regular(std::string text);
Paragraph bold(std::string text);
// Steps as one paragraph, each with its number in bold; `then` closes it.
Paragraph numbered_sentences(const std::vector<std::string>& steps, const std::string& then);
// Sentences one after the other, with blanks between.
std::string sentences(const std::vector<std::string>& texts);

}  // namespace kinescript
