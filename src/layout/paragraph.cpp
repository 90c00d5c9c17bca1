// SPDX-License-Identifier: MIT
#include "layout/paragraph.h"

#include <algorithm>

#include "base/text.h"
#include "text/breaks.h"
#include "text/clean.h"
#include "text/measure.h"

namespace kinescript {
namespace {

Weight weight_of(bool is_bold) { return is_bold ? Weight::bold : Weight::regular; }

// Text of one weight inside a line.
struct Piece {
  std::string text;
  bool bold = false;
};
using Line = std::vector<Piece>;

void append(Line& line, std::string_view text, bool is_bold) {
  if (text.empty()) return;
  if (line.empty() || line.back().bold != is_bold) line.push_back({"", is_bold});
  line.back().text += text;
}

// A paragraph as one text, and the weight of each of its bytes.
struct Flat {
  std::string text;
  std::vector<bool> bold;
  explicit Flat(const Paragraph& paragraph) {
    for (const Span& span : paragraph) {
      text += clean_text(span.text);
      bold.resize(text.size(), span.bold);
    }
  }
  // The bytes [from, to) as pieces of one weight each, after what the line has.
  void append_to(Line& line, std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to;) {
      std::size_t end = at + 1;
      while (end < to && bold[end] == bold[at]) ++end;
      append(line, std::string_view(text).substr(at, end - at), bold[at]);
      at = end;
    }
  }
};

double line_width(const Setter& setter, const Line& line, double size) {
  double total = 0;
  for (const Piece& piece : line)
    total += width(setter.faces, weight_of(piece.bold), size, piece.text, setter.language);
  return total;
}

class Breaker {
 public:
  Breaker(const Setter& setter, const TextStyle& style, double limit)
      : setter_(setter), style_(style), limit_(limit) {}

  std::vector<Line> break_lines(const Paragraph& paragraph) {
    const Flat flat(paragraph);
    std::size_t at = 0;
    for (const Word& word : break_opportunities(flat.text, setter_.language)) {
      add_word(flat, at, word);
      at += word.text.size() + word.blank.size() + (word.ends_line ? 1 : 0);
      if (word.ends_line) end_line();
    }
    if (!line_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void add_word(const Flat& flat, std::size_t at, const Word& word) {
    Line whole;
    flat.append_to(whole, at, at + word.text.size());
    const double needed = width_of(whole);
    const int count = static_cast<int>(code_points(word.text));
    if (!line_.empty() &&
        (used_ + blank_width_ + needed > limit_ || letters_ + count > style_.longest_line))
      end_line();
    letters_ += count + static_cast<int>(word.blank.size());
    if (needed > limit_) {
      add_by_letters(whole);
    } else {
      add_piece(whole, needed);
    }
    blank_.clear();
    flat.append_to(blank_, at + word.text.size(), at + word.text.size() + word.blank.size());
    blank_width_ = width_of(blank_);
  }
  void add_piece(const Line& pieces, double width) {
    for (const Piece& piece : blank_) append(line_, piece.text, piece.bold);
    for (const Piece& piece : pieces) append(line_, piece.text, piece.bold);
    used_ += blank_width_ + width;
    blank_.clear();
    blank_width_ = 0;
  }
  // A word longer than the line: broken between letters.
  void add_by_letters(const Line& pieces) {
    for (const Piece& piece : pieces)
      for (const std::string& letter : letters(piece.text)) {
        const Line one = {{letter, piece.bold}};
        const double needed = width_of(one);
        if (!line_.empty() && used_ + blank_width_ + needed > limit_) end_line();
        add_piece(one, needed);
      }
  }
  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    blank_.clear();
    used_ = blank_width_ = 0;
    letters_ = 0;
  }
  double width_of(const Line& line) const { return line_width(setter_, line, style_.size); }

  const Setter& setter_;
  const TextStyle& style_;
  double limit_;
  std::vector<Line> lines_;
  Line line_, blank_;  // the line being filled; the blanks after its last word
  double used_ = 0, blank_width_ = 0;
  int letters_ = 0;
};

// The runs of a line that is read from right to left, put down as if it were read the other way:
// the pages are mirrored at the end (mirror.h).
void in_reading_order(const Faces& faces, std::vector<GlyphRun>& runs) {
  if (runs.empty()) return;
  Point at = runs.front().origin;
  std::reverse(runs.begin(), runs.end());
  for (GlyphRun& run : runs) {
    run.origin = at;
    at.x += width(faces, {run});
  }
}

// A line that is not the last ends with a blank that is drawn but takes no room, so that its last
// word and the next line's first one stay two words when the page is read aloud or copied.
Block draw_lines(const Setter& setter, const std::vector<Line>& lines, const TextStyle& style,
                 double limit) {
  Block block;
  block.height = static_cast<double>(lines.size()) * style.pitch();
  const double cap_height = setter.faces.metrics(Weight::regular, style.size).cap_height;
  double baseline = (style.pitch() + cap_height) / 2;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double line_length = line_width(setter, lines[i], style.size);
    double x = style.to_the_right ? limit - line_length : 0;
    block.width = std::max(block.width, x + line_length);
    Line line = lines[i];
    if (!line.empty() && (i + 1 < lines.size() || style.goes_on)) line.back().text += ' ';
    for (const Piece& piece : line) {
      std::vector<GlyphRun> runs =
          shape_line(setter.faces, weight_of(piece.bold), style.size, style.colour, {x, baseline},
                     piece.text, setter.language);
      x += width(setter.faces, runs);
      if (right_to_left(setter.language)) in_reading_order(setter.faces, runs);
      for (GlyphRun& run : runs) block.drawing.emplace_back(std::move(run));
    }
    baseline += style.pitch();
  }
  return block;
}

Block set_anew(const Setter& setter, const Paragraph& paragraph, const TextStyle& style,
               double width) {
  // A hair of room: sums of word widths and the drawn line may differ in the last digit.
  return draw_lines(setter, Breaker(setter, style, width + 0.01).break_lines(paragraph), style,
                    width);
}

// All that decides how a text looks when it is set, every string after its length.
std::string key_of(const std::string& language, const Paragraph& paragraph, const TextStyle& style,
                   double width) {
  std::string key;
  const auto add = [&key](const auto& value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  add(width), add(style.size), add(style.leading), add(style.longest_line);
  add(style.colour.red), add(style.colour.green), add(style.colour.blue);
  add(style.to_the_right), add(style.goes_on);
  const auto add_text = [&](const std::string& text) { add(text.size()), key += text; };
  add_text(language);
  for (const Span& span : paragraph) add(span.bold), add_text(span.text);
  return key;
}

}  // namespace

Block set_text(const Setter& setter, const Paragraph& paragraph, const TextStyle& style,
               double width) {
  if (!setter.kept) return set_anew(setter, paragraph, style, width);
  std::string key = key_of(setter.language, paragraph, style, width);
  if (const Block* known = setter.kept->find(key)) return *known;
  return setter.kept->keep(std::move(key), set_anew(setter, paragraph, style, width));
}

Block set_line(const Setter& setter, const Paragraph& paragraph, const TextStyle& style) {
  return set_text(setter, paragraph, style, 1e6);
}

Paragraph regular(std::string text) { return {{std::move(text), false}}; }
Paragraph bold(std::string text) { return {{std::move(text), true}}; }

Paragraph numbered_sentences(const std::vector<std::string>& steps, const std::string& then) {
  Paragraph run;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    run.push_back({(i == 0 ? "" : " ") + std::to_string(i + 1) + ".\u00A0", true});
    run.push_back({steps[i], false});
  }
  if (!then.empty()) run.push_back({" " + then, true});
  return run;
}

std::string sentences(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) {
    if (!joined.empty() && !text.empty()) joined += ' ';
    joined += text;
  }
  return joined;
}

}  // namespace kinescript
