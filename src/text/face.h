// SPDX-License-Identifier: MIT
// One font file: its glyphs, widths and outlines, in font units (units_per_em() of them are the
// font's size). Immutable after opening; only fonts with TrueType outlines are taken, because only
// those are subset for print.
//
//   Face face = Face::open("NotoSans-Regular.ttf");   // Error{io} when unreadable, Error{invalid}
//   when not TrueType face.advance(face.glyph(U'A'))                    // 639 of 1000
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "draw/drawing.h"

struct hb_font_t;
struct hb_face_t;

namespace kinescript {

// Vertical measures in font units, up is positive (descent is negative), and what a font descriptor
// tells.
struct FaceMetrics {
  int ascent = 0, descent = 0, cap_height = 0, x_height = 0;
  int left = 0, bottom = 0, right = 0, top = 0;  // the box around all glyphs
};

class Face {
 public:
  static Face open(const std::filesystem::path& file);

  int units_per_em() const { return units_per_em_; }
  const std::string& name() const {
    return name_;
  }  // PostScript name, letters, digits and hyphens: "NotoSans-Bold"
  const FaceMetrics& metrics() const { return metrics_; }

  bool has(char32_t code_point) const { return glyph(code_point) != 0; }
  std::uint32_t glyph(char32_t code_point) const;  // 0 when the font has none
  int advance(std::uint32_t glyph) const;
  // The glyph's shape in font units, y DOWN as in Drawing; fill it non-zero. For outputs without
  // fonts, and for tests.
  Path outline(std::uint32_t glyph) const;

  hb_font_t* font() const { return font_.get(); }  // for text/shaper
  hb_face_t* face() const;                         // for text/subset

 private:
  Face() = default;
  struct Release {
    void operator()(hb_font_t* font) const;
  };
  std::unique_ptr<hb_font_t, Release> font_;
  int units_per_em_ = 0;
  std::string name_;
  FaceMetrics metrics_;
};

}  // namespace kinescript
