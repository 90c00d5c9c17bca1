// SPDX-License-Identifier: MIT
#include "render/pdf_text.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/text.h"
#include "render/pdf_syntax.h"

namespace kinescript {
namespace {

constexpr double kSmallestMove = 1;  // thousandths of the size
// Says nothing and joins nothing: what the second and further glyphs of one letter say inside an
// /ActualText span.
constexpr std::string_view kWordJoiner = "\xE2\x81\xA0";

// Readers turn right-to-left text around glyph by glyph, so a glyph of several letters says them in
// visual order.
std::string turned(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    next_code_point(utf8, at);
    out.insert(0, utf8.substr(begin, at - begin));
  }
  return out;
}

class Text {
 public:
  Text(std::string& out, const GlyphRun& run, PdfFont& font) : out_(out), run_(run), font_(font) {
    for (const Glyph& glyph : run.glyphs) starts_.push_back(glyph.cluster);
    starts_.push_back(static_cast<std::uint32_t>(run.text.size()));
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    if (starts_.back() > run.text.size())
      throw Error(ErrorKind::invalid, "",
                  "Letters were set that are not in their text. Please report this.");
  }

  void write() {
    out_ += '[';
    for (std::size_t i = 0; i < run_.glyphs.size();) {
      std::size_t end = i + 1;
      while (end < run_.glyphs.size() && run_.glyphs[end].cluster == run_.glyphs[i].cluster) ++end;
      letter(i, end);
      i = end;
    }
    raise(0);
    close_string();
    out_ += "]TJ";
  }

 private:
  // Glyphs [from, to) say one piece of the text together.
  void letter(std::size_t from, std::size_t to) {
    const std::string_view said = text_of(run_.glyphs[from].cluster);
    if (to - from == 1) {
      put(run_.glyphs[from],
          run_.right_to_left && said.size() > 1 ? turned(said) : std::string(said));
      return;
    }
    leave_array();
    out_ += "/Span<</ActualText" + pdf_text(said) + ">>BDC[";
    for (std::size_t i = from; i < to; ++i) put(run_.glyphs[i], i == from ? said : kWordJoiner);
    leave_array();
    out_ += "EMC[";
  }

  void put(const Glyph& glyph, std::string_view said) {
    raise(glyph.y_offset);
    owed_ -= thousandths(glyph.x_offset);
    if (std::abs(owed_) >= kSmallestMove) {
      close_string();
      // Whole thousandths: the rest stays owed.
      const double paid = std::round(owed_);
      append_number(out_, paid, 0);
      owed_ -= paid;
    }
    if (!in_string_) out_ += '(';
    in_string_ = true;
    const std::uint16_t code = font_.code(glyph.id, said);
    append_string_byte(out_, static_cast<char>(code >> 8));
    append_string_byte(out_, static_cast<char>(code & 0xFF));
    owed_ += thousandths(glyph.x_offset - glyph.advance) + font_.told_width(code);
  }

  // Marks above and below the line.
  void raise(int units) {
    if (units == raised_) return;
    raised_ = units;
    leave_array();
    append_number(out_, units * run_.size / font_.face().units_per_em(), 3);
    out_ += " Ts[";
  }

  void close_string() {
    if (in_string_) out_ += ')';
    in_string_ = false;
  }
  void leave_array() {
    close_string();
    out_ += "]TJ ";
  }
  double thousandths(int units) const { return units * 1000.0 / font_.face().units_per_em(); }
  std::string_view text_of(std::uint32_t cluster) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), cluster);
    const std::size_t end = next == starts_.end() ? run_.text.size() : *next;
    return std::string_view(run_.text).substr(cluster, end - cluster);
  }

  std::string& out_;
  const GlyphRun& run_;
  PdfFont& font_;
  std::vector<std::uint32_t> starts_;  // of clusters, ascending, and the text's end
  double owed_ = 0;                    // thousandths to move left before the next glyph
  int raised_ = 0;
  bool in_string_ = false;
};

}  // namespace

void append_text(std::string& operators, const GlyphRun& run, PdfFont& font) {
  Text(operators, run, font).write();
  operators += '\n';
}

}  // namespace kinescript
