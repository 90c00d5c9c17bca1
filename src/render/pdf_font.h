// SPDX-License-Identifier: MIT
// One font in one document: a composite TrueType font (Type0, Identity-H) of our own making. Each
// pair of a glyph and what it says gets its own code, so that text copied or read aloud is exactly
// the text that was set: "ﬁ" says "fi", Arabic ligatures say their letters, and one glyph may say
// two things in two places.
//
// The letters of ASCII always have their own numbers as codes, and a document that uses any of them
// carries them all: so the font files, maps and widths of documents that differ in a patient's name
// are equal bytes, cut once a sitting and stored once in a clinic file.
//
// Widths are whole thousandths of the size, because readers round others; what is lost by rounding
// the text operators make good (pdf_text.h).
//
//   PdfFont font(pdf, face, index);  // at the first use: objects are numbered in drawing order
//   font.code(36, "A")               // 65
//   font.finish(subsets);            // after the last page
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "render/pdf_objects.h"
#include "text/face.h"

namespace kinescript {

// Font files of glyph sets, deflated; for all documents of a process. Bounded: starts anew when
// full.
class PdfSubsets {
 public:
  struct Part {
    PdfObjects::Bytes deflated;
    std::size_t length = 0;
    std::map<std::uint32_t, std::uint16_t> renumbered;
  };
  // `glyphs` in ascending order, each once. Valid until the next call.
  const Part& get(int face_index, const Face& face, const std::vector<std::uint32_t>& glyphs);
  void clear() { parts_.clear(); }

 private:
  std::map<std::pair<int, std::vector<std::uint32_t>>, Part> parts_;
};

class PdfFont {
 public:
  PdfFont(PdfObjects& pdf, const Face& face, int face_index);

  const PdfObjects::Ref& ref() const { return type0_; }
  const Face& face() const { return face_; }
  // The code of a glyph that says `utf8` ("" when another glyph says it). Throws Error{invalid}
  // after 65,535 of them.
  std::uint16_t code(std::uint32_t glyph, std::string_view utf8);
  // What /W tells readers of a code: the advance in whole thousandths of the size.
  int told_width(std::uint16_t code) const { return codes_[code].width; }
  // Writes the objects. No code may be asked for afterwards.
  void finish(PdfSubsets& subsets);

 private:
  struct Code {
    std::uint32_t glyph = 0;
    std::string text;
    int width = 0;
  };
  Code coded(std::uint32_t glyph, std::string text) const;
  std::string thousandths(int units) const;
  std::string to_unicode() const;
  std::vector<std::uint32_t> glyphs() const;
  std::string descriptor(const std::string& name, const PdfSubsets::Part& part);

  PdfObjects& pdf_;
  const Face& face_;
  int face_index_;
  PdfObjects::Ref type0_;
  std::vector<Code> codes_;  // by code; those without a glyph are .notdef
  std::unordered_map<std::string, std::uint16_t> known_;
  std::string key_;
  std::vector<std::uint32_t> ascii_;  // the glyphs of the first to the last letter of ASCII
  bool ascii_used_ = false;
};

}  // namespace kinescript
