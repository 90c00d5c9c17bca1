// SPDX-License-Identifier: MIT
#include "render/pdf_paint.h"

#include <utility>

#include "render/pdf_syntax.h"

namespace kinescript {
namespace {

void append_colour(std::string& out, Colour c, const char* grey, const char* rgb) {
  if (c.red == c.green && c.green == c.blue) {
    append_number(out, c.red / 255.0, 3);
    out += grey;
    return;
  }
  for (const auto part : {c.red, c.green, c.blue}) {
    append_number(out, part / 255.0, 3);
    out += ' ';
  }
  out += rgb;
}

}  // namespace

// The state that every page begins with (ISO 32000-1, 8.4.1).
void PdfPaint::begin_page() {
  state_.fill = state_.stroke = Colour::black();
  state_.width = 1;
  state_.cap = Cap::butt;
  state_.join = Join::miter;
  state_.dash.emplace();
}

std::string PdfPaint::end_part() {
  end_text();
  state_ = {};
  return std::exchange(operators, {});
}

void PdfPaint::save() {
  end_text();
  saved_.push_back(state_);
  operators += "q\n";
}

void PdfPaint::restore() {
  end_text();
  state_ = saved_.back();
  saved_.pop_back();
  operators += "Q\n";
}

void PdfPaint::number(double value, const char* after, int decimals) {
  append_number(operators, value, decimals);
  operators += after;
}

void PdfPaint::transform(const Matrix& matrix) {
  end_text();
  append_matrix(operators, matrix);
  operators += "cm\n";
}

// "x y width height re" where the path is an upright rectangle.
bool PdfPaint::rectangle(const Path& path) {
  static const std::vector<Verb> kVerbs = {Verb::move, Verb::line, Verb::line, Verb::line,
                                           Verb::close};
  if (path.verbs != kVerbs) return false;
  const Point a = path.points[0], b = path.points[1], c = path.points[2], d = path.points[3];
  if (a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x) return false;
  append_point(operators, a);
  number(static_cast<double>(rounded(c.x) - rounded(a.x)) / 100, " ");
  number(static_cast<double>(rounded(c.y) - rounded(a.y)) / 100, " re\n");
  return true;
}

void PdfPaint::path(const Path& path) {
  end_text();
  if (rectangle(path)) return;
  std::size_t at = 0;
  for (const Verb verb : path.verbs) {
    switch (verb) {
      case Verb::move:
        append_point(operators, path.points[at++]);
        operators += "m\n";
        break;
      case Verb::line:
        append_point(operators, path.points[at++]);
        operators += "l\n";
        break;
      case Verb::cubic:
        for (int i = 0; i < 3; ++i) append_point(operators, path.points[at++]);
        operators += "c\n";
        break;
      case Verb::close:
        operators += "h\n";
        break;
    }
  }
}

void PdfPaint::clip(const Path& outline) {
  path(outline);
  operators += "W n\n";
}

void PdfPaint::fill_colour(Colour colour) {
  if (state_.fill == colour) return;
  state_.fill = colour;
  append_colour(operators, colour, " g\n", "rg\n");
}

void PdfPaint::fill(const Fill& fill) {
  if (fill.path.empty()) return;
  fill_colour(fill.colour);
  path(fill.path);
  operators += fill.even_odd ? "f*\n" : "f\n";
}

void PdfPaint::begin_text(const std::string& font_name, double size, Point origin) {
  const Place place{rounded(origin.x), rounded(origin.y)};
  open_text();
  if (state_.font != font_name || state_.size != size) {
    state_.font = font_name;
    state_.size = size;
    operators += "/" + font_name + ' ';
    number(size, " Tf", 3);
  }
  operators += ' ';
  if (!line_) {
    operators += "1 0 0 -1 ";
    append_point(operators, origin);
    operators += "Tm";
  } else {
    number(static_cast<double>(place.x - line_->x) / 100, " ");
    number(static_cast<double>(line_->y - place.y) / 100, " Td");
  }
  line_ = place;
}

void PdfPaint::open_text() {
  if (in_text_) return;
  operators += "BT\n";
  in_text_ = true;
}

void PdfPaint::end_text() {
  if (!in_text_) return;
  operators += "ET\n";
  in_text_ = false;
  line_.reset();
}

void PdfPaint::style(const Stroke& stroke) {
  if (state_.stroke != stroke.colour) {
    state_.stroke = stroke.colour;
    append_colour(operators, stroke.colour, " G\n", "RG\n");
  }
  if (state_.width != stroke.width) {
    state_.width = stroke.width;
    number(stroke.width, " w\n", 3);
  }
  if (state_.cap != stroke.cap) {
    state_.cap = stroke.cap;
    number(static_cast<int>(stroke.cap), " J\n");
  }
  if (state_.join != stroke.join) {
    state_.join = stroke.join;
    number(static_cast<int>(stroke.join), " j\n");
  }
  if (state_.dash != stroke.dash) {
    state_.dash = stroke.dash;
    operators += '[';
    for (const double length : stroke.dash) number(length, " ");
    operators += "]0 d\n";
  }
}

void PdfPaint::stroke(const Stroke& stroke) {
  if (stroke.path.empty()) return;
  style(stroke);
  path(stroke.path);
  operators += "S\n";
}

}  // namespace kinescript
