// SPDX-License-Identifier: MIT
#include "render/pdf_font.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "render/pdf_syntax.h"
#include "text/subset.h"

namespace kinescript {
namespace {

constexpr std::size_t kMostParts = 64;
constexpr std::size_t kMostInBlock =
    100;  // entries of one bfchar block (Adobe Technical Note 5014)

constexpr std::uint16_t kFirstLetter = 0x20, kLastLetter = 0x7E;  // of ASCII

// Six letters that differ when the glyphs differ (ISO 32000-1, 9.6.4): FNV-1a.
std::string tag_of(const std::vector<std::uint32_t>& glyphs) {
  std::uint64_t hash = 1469598103934665603u;
  for (const std::uint32_t glyph : glyphs) hash = (hash ^ glyph) * 1099511628211u;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

}  // namespace

const PdfSubsets::Part& PdfSubsets::get(int face_index, const Face& face,
                                        const std::vector<std::uint32_t>& glyphs) {
  auto key = std::make_pair(face_index, glyphs);
  const auto known = parts_.find(key);
  if (known != parts_.end()) return known->second;
  if (parts_.size() >= kMostParts) parts_.clear();
  FontSubset cut = subset(face, glyphs);
  Part part;
  part.length = cut.bytes.size();
  part.deflated = std::make_shared<const std::string>(deflated(cut.bytes));
  part.renumbered = std::move(cut.renumbered);
  return parts_.emplace(std::move(key), std::move(part)).first->second;
}

PdfFont::PdfFont(PdfObjects& pdf, const Face& face, int face_index)
    : pdf_(pdf), face_(face), face_index_(face_index), type0_(pdf.dictionary()) {
  codes_.assign(kLastLetter + 1, coded(0, ""));
  for (std::uint16_t letter = kFirstLetter; letter <= kLastLetter; ++letter) {
    const std::uint32_t glyph = face.glyph(letter);
    ascii_.push_back(glyph);
    if (glyph != 0) codes_[letter] = coded(glyph, std::string(1, static_cast<char>(letter)));
  }
}

std::uint16_t PdfFont::code(std::uint32_t glyph, std::string_view utf8) {
  if (utf8.size() == 1 && utf8[0] >= kFirstLetter && utf8[0] <= kLastLetter &&
      codes_[static_cast<std::size_t>(utf8[0])].glyph == glyph) {
    ascii_used_ = true;
    return static_cast<std::uint16_t>(utf8[0]);
  }
  key_.assign(reinterpret_cast<const char*>(&glyph), sizeof glyph);
  key_ += utf8;
  const auto known = known_.find(key_);
  if (known != known_.end()) return known->second;
  if (codes_.size() > 0xFFFF)
    throw Error(ErrorKind::invalid, "",
                "The document has too many different letters for one font. Print it in parts.");
  const auto code = static_cast<std::uint16_t>(codes_.size());
  codes_.push_back(coded(glyph, std::string(utf8)));
  known_.emplace(key_, code);
  return code;
}

PdfFont::Code PdfFont::coded(std::uint32_t glyph, std::string text) const {
  const double width = face_.advance(glyph) * 1000.0 / face_.units_per_em();
  return {glyph, std::move(text), static_cast<int>(std::lround(width))};
}

std::string PdfFont::thousandths(int units) const {
  return std::to_string(std::lround(units * 1000.0 / face_.units_per_em()));
}

std::string PdfFont::to_unicode() const {
  std::vector<std::size_t> said;
  const bool all_ascii = std::find(ascii_.begin(), ascii_.end(), 0u) == ascii_.end();
  for (std::size_t i = all_ascii ? kLastLetter + 1 : kFirstLetter; i < codes_.size(); ++i)
    if (!codes_[i].text.empty()) said.push_back(i);
  std::string map =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement "
      "0>>def\n/CMapName/Adobe-Identity-UCS def\n"
      "/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  if (all_ascii) map += "1 beginbfrange\n<0020><007E><0020>\nendbfrange\n";
  for (std::size_t from = 0; from < said.size(); from += kMostInBlock) {
    const std::size_t count = std::min(kMostInBlock, said.size() - from);
    map += std::to_string(count) + " beginbfchar\n";
    for (std::size_t i = from; i < from + count; ++i) {
      map += '<';
      append_hex4(map, static_cast<unsigned>(said[i]));
      map += "><";
      append_utf16_hex(map, codes_[said[i]].text);
      map += ">\n";
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend";
}

std::string PdfFont::descriptor(const std::string& name, const PdfSubsets::Part& part) {
  const FaceMetrics& m = face_.metrics();
  const auto file = pdf_.deflated_stream("/Length1 " + std::to_string(part.length), part.deflated);
  // Flags 4: the codes are the font's own. StemV is only for readers that replace fonts; ours are
  // inside.
  return "/Type/FontDescriptor/FontName/" + name + "/Flags 4/FontBBox[" + thousandths(m.left) +
         " " + thousandths(m.bottom) + " " + thousandths(m.right) + " " + thousandths(m.top) +
         "]/ItalicAngle 0/Ascent " + thousandths(m.ascent) + "/Descent " + thousandths(m.descent) +
         "/CapHeight " + thousandths(m.cap_height) + "/StemV 80/FontFile2 " + file.text;
}

std::vector<std::uint32_t> PdfFont::glyphs() const {
  std::vector<std::uint32_t> glyphs = {0};
  for (std::size_t i = ascii_used_ ? 0 : kLastLetter + 1; i < codes_.size(); ++i)
    glyphs.push_back(codes_[i].glyph);
  std::sort(glyphs.begin(), glyphs.end());
  glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
  return glyphs;
}

void PdfFont::finish(PdfSubsets& subsets) {
  const std::vector<std::uint32_t> kept = glyphs();
  const PdfSubsets::Part& part = subsets.get(face_index_, face_, kept);

  const std::string name = tag_of(kept) + "+" + face_.name();
  std::string widths = "/W[" + std::to_string(kFirstLetter) + "[", to_glyph;
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    if (i >= kFirstLetter) widths += std::to_string(codes_[i].width) + " ";
    const auto place = part.renumbered.find(codes_[i].glyph);
    const std::uint16_t glyph = place == part.renumbered.end() ? 0 : place->second;
    to_glyph += static_cast<char>(glyph >> 8);
    to_glyph += static_cast<char>(glyph & 0xFF);
  }
  widths.back() = ']';
  widths += ']';

  const auto stream = [&](const std::string& plain) {
    return pdf_.deflated_stream({}, std::make_shared<const std::string>(deflated(plain))).text;
  };
  const auto described = pdf_.dictionary(descriptor(name, part));
  const std::string codes_to_glyphs = stream(to_glyph);
  const auto descendant = pdf_.dictionary(
      "/Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap " +
      codes_to_glyphs + "/FontDescriptor " + described.text + widths);
  pdf_.set_body(type0_, "/Type/Font/Subtype/Type0/BaseFont/" + name +
                            "/Encoding/Identity-H/DescendantFonts[" + descendant.text +
                            "]/ToUnicode " + stream(to_unicode()));
}

}  // namespace kinescript
