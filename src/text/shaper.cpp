// SPDX-License-Identifier: MIT
#include "text/shaper.h"

#include <hb.h>

#include <new>

namespace kinescript {
namespace {

// Some 5 MB of words; a catalog in two languages has fewer.
constexpr std::size_t kMostWords = 20000;
// Longer pieces (a pasted page without blanks) are shaped each time: they would crowd the others
// out.
constexpr std::size_t kLongestCached = 128;

}  // namespace

void Shaper::ReleaseBuffer::operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }

Shaper::Shaper() : buffer_(hb_buffer_create()) {
  hb_buffer_set_cluster_level(buffer_.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
}
Shaper::~Shaper() = default;

const ShapedWord& Shaper::word(int face_index, const Face& face, Script script,
                               std::string_view language, std::string_view utf8) {
  key_.clear();
  key_ += static_cast<char>(face_index & 0xFF);
  key_ += static_cast<char>(face_index >> 8);
  for (int shift = 0; shift < 32; shift += 8) key_ += static_cast<char>(script.tag >> shift & 0xFF);
  key_ += script.right_to_left ? '\1' : '\0';
  key_ += language;
  key_ += '\0';
  key_ += utf8;
  const auto known = words_.find(key_);
  if (known != words_.end()) return known->second;
  // A long piece takes the place of the one before it, under a key that no word can have.
  if (utf8.size() > kLongestCached) return words_[""] = shape(face, script, language, utf8);
  if (words_.size() >= kMostWords) words_.clear();
  return words_[key_] = shape(face, script, language, utf8);
}

void Shaper::clear() {
  words_.clear();
  key_.clear();
  key_.shrink_to_fit();
}

ShapedWord Shaper::shape(const Face& face, Script script, std::string_view language,
                         std::string_view utf8) {
  hb_buffer_t* buffer = buffer_.get();
  const int length = static_cast<int>(utf8.size());
  hb_buffer_add_utf8(buffer, utf8.data(), length, 0, length);
  hb_buffer_set_script(buffer, static_cast<hb_script_t>(script.tag));
  hb_buffer_set_direction(buffer, script.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_language(
      buffer, hb_language_from_string(language.data(), static_cast<int>(language.size())));
  hb_shape(face.font(), buffer, nullptr, 0);
  if (!hb_buffer_allocation_successful(buffer)) throw std::bad_alloc();

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  ShapedWord word;
  word.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    word.glyphs.push_back({infos[i].codepoint, positions[i].x_advance, positions[i].x_offset,
                           positions[i].y_offset, infos[i].cluster});
    word.width += positions[i].x_advance;
  }
  hb_buffer_clear_contents(buffer);
  return word;
}

}  // namespace kinescript
