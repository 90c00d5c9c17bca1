// SPDX-License-Identifier: MIT
// Paths, colours and placing as PDF operators, for pages and for forms. Coordinates are written as
// they come; whoever begins a page turns its axis over (y of a Drawing runs down).
//
// Only what changes is written: the painter remembers colours, line styles and fonts over save()
// and restore(), and runs of text that follow each other share one text object. At the start it
// supposes nothing, because a form begins with the state of whoever draws it; a page begins with
// PDF's own (begin_page).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "draw/drawing.h"

namespace kinescript {

class PdfPaint {
 public:
  std::string operators;

  void begin_page();
  // What was painted since the part before; the next supposes nothing of its state.
  std::string end_part();
  void save();
  void restore();  // REQUIRES a save() before
  int depth() const { return static_cast<int>(saved_.size()); }
  void transform(const Matrix& matrix);
  void clip(const Path& path);

  void fill(const Fill& fill);
  void stroke(const Stroke& stroke);
  void fill_colour(Colour colour);

  // Text begins at `origin`, upright on a page whose y axis was turned down; the caller appends
  // what is shown. Opens a text object where none is open. Whatever is painted next ends it: marks
  // that were opened in it must be closed before (in_text).
  void begin_text(const std::string& font_name, double size, Point origin);
  void open_text();
  bool in_text() const { return in_text_; }
  void end_text();

 private:
  struct State {
    std::optional<Colour> fill, stroke;
    std::optional<double> width;
    std::optional<Cap> cap;
    std::optional<Join> join;
    std::optional<std::vector<double>> dash;
    std::string font;
    double size = 0;
  };
  // Hundredths of a point: steps between rounded places do not add up.
  struct Place {
    long x = 0, y = 0;
  };
  bool rectangle(const Path& path);
  void path(const Path& path);
  void style(const Stroke& stroke);
  void number(double value, const char* after, int decimals = 2);

  State state_;
  bool in_text_ = false;
  std::optional<Place> line_;  // where the line of the open text object begins, once it has one
  std::vector<State> saved_;
};

}  // namespace kinescript
