// SPDX-License-Identifier: MIT
// Where a line may end: Unicode line breaking as the language has it (ICU; Thai, Lao, Khmer and
// Burmese by dictionary), with one rule of ours: a range of numbers ("8–12") is never torn at its
// dash. What must stay together otherwise ("5 kg") is written with a no-break blank (U+00A0).
//
// A paragraph is its Words in order. A line is words joined with their blanks. It is measured
// without the last word's blank and drawn with it (but for a paragraph's last line), so that copied
// or spoken text keeps its words apart. Widths add up at blanks only; inside "follow-up" or between
// Thai words letters may be kerned: measure the line that is to be drawn.
//
//   break_opportunities("Keep your back flat.\nBreathe.", "en")
//       // "Keep" " ", "your" " ", "back" " ", "flat." ends_line, "Breathe."
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

struct Word {
  std::string text;        // without the blanks at its end; may be empty (an empty line)
  std::string blank;       // the blanks after it, dropped at a line's end
  bool ends_line = false;  // a line break was written after it
};

// Both clean the text first (text/clean.h) and throw Error{invalid} where that does.
std::vector<Word> break_opportunities(std::string_view utf8, std::string_view language);

// What a reader takes for letters, for words that are longer than a line.
std::vector<std::string> letters(std::string_view utf8);

}  // namespace kinescript
