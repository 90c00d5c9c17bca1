// SPDX-License-Identifier: MIT
#include "text/itemizer.h"

#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <new>

#include "base/text.h"

namespace kinescript {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t at = 0;  // byte
  std::uint32_t script = 0;
  int face = 0;
  UBiDiLevel level = 0;
  bool shared = false;  // of no script of its own: blanks, signs, digits, marks
  bool missing = false;
};
using Line = std::vector<Character>;

constexpr int kNone = -1;

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool shares_neighbours_script(std::uint32_t script) {
  return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

// Joiners, direction marks, variation selectors: HarfBuzz obeys them and draws nothing.
bool invisible(char32_t c) {
  return u_hasBinaryProperty(icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
bool mark(char32_t c) { return (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0; }

void set_scripts(Line& line) {
  hb_unicode_funcs_t* functions = hb_unicode_funcs_get_default();
  std::uint32_t before = HB_SCRIPT_INVALID;
  for (Character& c : line) {
    c.script = hb_unicode_script(functions, c.code);
    c.shared = shares_neighbours_script(c.script);
    if (c.shared)
      c.script = before;
    else
      before = c.script;
  }
  std::uint32_t after = HB_SCRIPT_LATIN;
  for (auto c = line.rbegin(); c != line.rend(); ++c) {
    if (c->script == HB_SCRIPT_INVALID) c->script = after;
    after = c->script;
  }
}

// The first face that has all of [first, last); else the first that has its letter; else none.
int choose_face(const Faces& faces, Weight weight, const Character* first, const Character* last) {
  int has_letter = kNone;
  for (const int index : faces.order(weight)) {
    const Face& face = faces.face(index);
    if (!face.has(first->code)) continue;
    if (has_letter == kNone) has_letter = index;
    if (std::all_of(first + 1, last,
                    [&](const Character& c) { return invisible(c.code) || face.has(c.code); }))
      return index;
  }
  return has_letter;
}

// Blanks, signs and digits are set in the face of the letter before them in their direction, where
// it has them: the colon of an Arabic word is an Arabic colon, and no blank tears a line into
// segments.
void set_faces(const Faces& faces, Weight weight, Line& line) {
  const int main = faces.order(weight).front();
  const Character* letter = nullptr;
  for (std::size_t i = 0; i < line.size();) {
    const Character& first = line[i];
    std::size_t end = i + 1;
    while (end < line.size() && (mark(line[end].code) || invisible(line[end].code))) ++end;
    int face = kNone;
    if (first.shared && letter != nullptr && letter->level == first.level &&
        (invisible(first.code) || faces.face(letter->face).has(first.code)))
      face = letter->face;
    else
      face = invisible(first.code) ? main : choose_face(faces, weight, &first, line.data() + end);
    if (!first.shared && face != kNone) letter = &first;
    for (; i < end; ++i) {
      line[i].missing = face == kNone;
      line[i].face = face == kNone ? main : face;
    }
  }
}

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

bool turns(char32_t c) {
  switch (u_charDirection(icu(c))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
      return true;
    default:
      return false;
  }
}

void set_levels(Line& line, bool right_to_left) {
  if (!right_to_left &&
      std::none_of(line.begin(), line.end(), [](const Character& c) { return turns(c.code); }))
    return;
  std::u16string units;
  std::vector<std::size_t> first_unit;
  for (const Character& c : line) {
    first_unit.push_back(units.size());
    if (c.code > 0xFFFF) {
      units += static_cast<char16_t>(U16_LEAD(c.code));
      units += static_cast<char16_t>(U16_TRAIL(c.code));
    } else {
      units += static_cast<char16_t>(c.code);
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  if (!bidi) throw std::bad_alloc();
  ubidi_setPara(bidi.get(), units.data(), static_cast<int32_t>(units.size()), right_to_left ? 1 : 0,
                nullptr, &status);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status) || levels == nullptr) throw std::bad_alloc();
  for (std::size_t i = 0; i < line.size(); ++i) line[i].level = levels[first_unit[i]];
}

struct Levelled {
  TextSegment segment;
  UBiDiLevel level = 0;
};

// Rule L2 of the algorithm: from the highest level down to 1, turn every stretch at that level or
// above.
std::vector<TextSegment> in_visual_order(std::vector<Levelled> pieces) {
  UBiDiLevel highest = 0;
  for (const Levelled& piece : pieces) highest = std::max(highest, piece.level);
  for (UBiDiLevel level = highest; level >= 1; --level) {
    for (auto from = pieces.begin(); from != pieces.end();) {
      if (from->level < level) {
        ++from;
        continue;
      }
      const auto to =
          std::find_if(from, pieces.end(), [&](const Levelled& p) { return p.level < level; });
      std::reverse(from, to);
      from = to;
    }
  }
  std::vector<TextSegment> segments;
  segments.reserve(pieces.size());
  for (const Levelled& piece : pieces) segments.push_back(piece.segment);
  return segments;
}

}  // namespace

std::vector<TextSegment> itemize(const Faces& faces, Weight weight, std::string_view text,
                             bool right_to_left) {
  if (text.empty()) return {};
  if (!right_to_left && ascii(text))
    return {{0, text.size(), faces.order(weight).front(), {HB_SCRIPT_LATIN, false}, false}};

  Line line;
  for (std::size_t at = 0; at < text.size();) {
    Character c;
    c.at = at;
    c.code = next_code_point(text, at);
    line.push_back(c);
  }
  set_scripts(line);
  set_levels(line, right_to_left);
  set_faces(faces, weight, line);

  std::vector<Levelled> pieces;
  for (std::size_t i = 0; i < line.size();) {
    const Character& first = line[i];
    while (i < line.size() && line[i].level == first.level && line[i].script == first.script &&
           line[i].face == first.face && line[i].missing == first.missing)
      ++i;
    const std::size_t end = i < line.size() ? line[i].at : text.size();
    pieces.push_back(
        {{first.at, end, first.face, {first.script, (first.level & 1) != 0}, first.missing},
         first.level});
  }
  return in_visual_order(std::move(pieces));
}

}  // namespace kinescript
