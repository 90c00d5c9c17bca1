// SPDX-License-Identifier: MIT
// Paths, colours and placing as PDF operators, for pages and for forms. Coordinates are written as
// they come; whoever begins a page turns its axis over (y of a Drawing runs down).
//
// Only what changes is written: the painter remembers colours and line styles over save() and
// restore(). At the start it supposes nothing, because a form begins with the state of whoever
// draws it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "draw/drawing.h"

namespace kinescript {

class PdfPaint {
 public:
  std::string operators;

  void save();
  void restore();  // REQUIRES a save() before
  int depth() const { return static_cast<int>(saved_.size()); }
  void transform(const Matrix& matrix);
  void clip(const Path& path);

  void fill(const Fill& fill);
  void stroke(const Stroke& stroke);
  void fill_colour(Colour colour);

 private:
  struct State {
    std::optional<Colour> fill, stroke;
    std::optional<double> width;
    std::optional<Cap> cap;
    std::optional<Join> join;
    std::optional<std::vector<double>> dash;
  };
  void path(const Path& path);
  void style(const Stroke& stroke);
  void number(double value, const char* after, int decimals = 2);

  State state_;
  std::vector<State> saved_;
};

}  // namespace kinescript
