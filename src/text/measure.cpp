// SPDX-License-Identifier: MIT
#include "text/measure.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/text.h"
#include "text/breaks.h"
#include "text/clean.h"
#include "text/itemizer.h"

namespace kinescript {
namespace {

std::string one_line(std::string_view utf8) {
  std::string text = clean_text(utf8);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// What is set for a segment: its own text, or one U+FFFD for each letter that no font has.
std::string text_of(const TextSegment& segment, std::string_view line) {
  const std::string_view own = line.substr(segment.begin, segment.end - segment.begin);
  if (!segment.missing) return std::string(own);
  std::string signs;
  for (std::size_t count = letters(own).size(); count > 0; --count) append_utf8(signs, 0xFFFD);
  return signs;
}

struct Span {
  std::size_t begin = 0, end = 0;
};

// Words and single blanks of a segment, from left to right.
std::vector<Span> pieces_of(std::string_view text, bool right_to_left) {
  std::vector<Span> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == ' ' ? at + 1 : std::min(text.find(' ', at), text.size());
    pieces.push_back({at, end});
    at = end;
  }
  if (right_to_left) std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

// Calls begin(segment, text) for each segment and word(shaped, offset in that text) for each of its
// pieces, all from left to right.
template <class Begin, class Piece>
void walk(const Faces& faces, Weight weight, std::string_view line, std::string_view language,
          Begin begin, Piece piece) {
  for (const TextSegment& segment : itemize(faces, weight, line, right_to_left(language))) {
    const std::string text = text_of(segment, line);
    begin(segment, text);
    for (const Span span : pieces_of(text, segment.script.right_to_left))
      piece(faces.shaper().word(segment.face, faces.face(segment.face), segment.script, language,
                                std::string_view(text).substr(span.begin, span.end - span.begin)),
            span.begin);
  }
}

double points(const Faces& faces, int face, long units, double size) {
  return static_cast<double>(units) * size / faces.face(face).units_per_em();
}

}  // namespace

double width(const Faces& faces, Weight weight, double size, std::string_view utf8,
             std::string_view language) {
  const std::string line = one_line(utf8);
  double total = 0;
  int face = 0;
  walk(
      faces, weight, line, language,
      [&](const TextSegment& segment, const std::string&) { face = segment.face; },
      [&](const ShapedWord& word, std::size_t) { total += points(faces, face, word.width, size); });
  return total;
}

std::vector<GlyphRun> shape_line(const Faces& faces, Weight weight, double size, Colour colour,
                                 Point origin, std::string_view utf8, std::string_view language) {
  const std::string line = one_line(utf8);
  std::vector<GlyphRun> runs;
  std::size_t text_before = 0;  // bytes of the run's text that earlier segments gave
  Point at = origin;
  const auto begin = [&](const TextSegment& segment, const std::string& text) {
    const bool joins = !runs.empty() && runs.back().face == segment.face &&
                       !runs.back().right_to_left && !segment.script.right_to_left;
    if (!joins) {
      GlyphRun run;
      run.face = segment.face;
      run.size = size;
      run.colour = colour;
      run.origin = at;
      run.right_to_left = segment.script.right_to_left;
      runs.push_back(std::move(run));
    }
    text_before = runs.back().text.size();
    runs.back().text += text;
  };
  const auto piece = [&](const ShapedWord& word, std::size_t offset) {
    GlyphRun& run = runs.back();
    for (Glyph glyph : word.glyphs) {
      glyph.cluster += static_cast<std::uint32_t>(text_before + offset);
      run.glyphs.push_back(glyph);
    }
    at.x += points(faces, run.face, word.width, size);
  };
  walk(faces, weight, line, language, begin, piece);
  return runs;
}

double width(const Faces& faces, const std::vector<GlyphRun>& runs) {
  double total = 0;
  for (const GlyphRun& run : runs) {
    long units = 0;
    for (const Glyph& glyph : run.glyphs) units += glyph.advance;
    total += points(faces, run.face, units, run.size);
  }
  return total;
}

std::vector<char32_t> unprintable(const Faces& faces, Weight weight, std::string_view utf8) {
  const std::string line = one_line(utf8);
  std::vector<char32_t> found;
  for (const TextSegment& segment : itemize(faces, weight, line, false)) {
    if (!segment.missing) continue;
    for (std::size_t at = segment.begin; at < segment.end;) {
      const char32_t c = next_code_point(line, at);
      if (std::find(found.begin(), found.end(), c) == found.end()) found.push_back(c);
    }
  }
  return found;
}

std::string letter_name(char32_t letter) {
  char name[128] = "";
  UErrorCode status = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(letter), U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
  return fmt::format("U+{:04X} {}", static_cast<unsigned>(letter), name);
}

}  // namespace kinescript
