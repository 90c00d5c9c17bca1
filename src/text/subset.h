// SPDX-License-Identifier: MIT
// A font with only the glyphs that were drawn, to go into a document: TrueType, renumbered, without
// hinting and without the tables that only shaping needs. Parts of composite glyphs come along at
// any depth (libharu's own subsetter stops at the first, and prints Vietnamese without its
// accents). Equal faces and glyphs give equal bytes.
//
//   FontSubset part = subset(face, {3, 36, 57});
//   part.renumbered.at(36)     // the glyph's number in part.bytes
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "text/face.h"

namespace kinescript {

struct FontSubset {
  std::string bytes;
  std::map<std::uint32_t, std::uint16_t> renumbered;  // glyph of the face -> glyph of the subset
};

// Throws Error{invalid} when the font is too damaged for it.
FontSubset subset(const Face& face, const std::vector<std::uint32_t>& glyphs);

}  // namespace kinescript
