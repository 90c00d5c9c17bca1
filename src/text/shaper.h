// SPDX-License-Identifier: MIT
// Words to glyphs: kerning, ligatures, joined and reordered letters, by HarfBuzz, in font units; so
// a word is shaped once for every size, and what is measured is what is drawn.
//
// A word here is a piece of text without a blank, of one script and direction, in one face. Shaping
// word by word loses only kerning against the blank; letters never join across one. Clusters are as
// fine as characters allow (HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS), so that each glyph knows
// its own text.
//
// The cache is bounded (it starts anew when full) and holds what was set, names of patients too:
// clear() forgets it.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "draw/drawing.h"
#include "text/face.h"

struct hb_buffer_t;

namespace kinescript {

struct ShapedWord {
  std::vector<Glyph> glyphs;  // visual order; clusters count from the word's first byte
  int width = 0;              // sum of the advances, font units
};

// How a word is to be read.
struct Script {
  std::uint32_t tag = 0;  // ISO 15924 as four bytes ('L' << 24 ...), as HarfBuzz has it
  bool right_to_left = false;
};

class Shaper {
 public:
  Shaper();
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  // The answer is valid until the next call. `face_index` names `face` in the cache. REQUIRES valid
  // UTF-8.
  const ShapedWord& word(int face_index, const Face& face, Script script, std::string_view language,
                         std::string_view utf8);
  void clear();
  std::size_t cached() const { return words_.size(); }

 private:
  ShapedWord shape(const Face& face, Script script, std::string_view language,
                   std::string_view utf8);

  struct ReleaseBuffer {
    void operator()(hb_buffer_t* buffer) const;
  };
  std::unique_ptr<hb_buffer_t, ReleaseBuffer> buffer_;
  std::unordered_map<std::string, ShapedWord> words_;
  std::string key_;
};

}  // namespace kinescript
