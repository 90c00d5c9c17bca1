// SPDX-License-Identifier: MIT
// Figures that were drawn already, by their scene's text and the options: what a sitting prints and
// previews again and again. Bounded: it starts anew when full. Nothing in it is of a patient.
//
//   DrawnFigures drawn;
//   const Figure& f = drawn.figure(scene, exercise.scene, options);    // drawn at most once
//
// The answer is valid until the next call. For one thread.
#pragma once
#include <string>
#include <unordered_map>

#include "figure/figure.h"

namespace kinescript {

class DrawnFigures {
 public:
  explicit DrawnFigures(std::size_t most = 1000) : most_(most) {}
  // `text` is what `scene` was read from.
  const Figure& figure(const Scene& scene, const std::string& text, const FigureOptions& options);
  std::size_t size() const { return figures_.size(); }
  void clear() { figures_.clear(); }

 private:
  std::size_t most_;
  std::unordered_map<std::string, Figure> figures_;
};

}  // namespace kinescript
