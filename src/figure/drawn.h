// SPDX-License-Identifier: MIT
// Figures that were drawn already, by their scene's text and the options: what a sitting prints and
// previews again and again. Bounded: it starts anew when full. Nothing in it is of a patient. What
// stands in a pack (figure/pack.h) is read from there instead of being drawn: the same figure.
//
//   DrawnFigures drawn;
//   const Figure& f = drawn.figure(scene, exercise.scene, options);    // drawn at most once
//   write_atomically("figures.pack", drawn.packed());
//
// The answer is valid until the next call. For one thread.
#pragma once
#include <string>
#include <unordered_map>

#include "figure/figure.h"
#include "figure/pack.h"

namespace kinescript {

class DrawnFigures {
 public:
  explicit DrawnFigures(std::size_t most = 1000) : most_(most) {}
  explicit DrawnFigures(FigurePack pack) : pack_(std::move(pack)) {}
  // `text` is what `scene` was read from.
  const Figure& figure(const Scene& scene, const std::string& text, const FigureOptions& options);
  std::size_t size() const { return figures_.size(); }
  void clear() { figures_.clear(); }
  // Those that are kept, as a pack's bytes.
  std::string packed() const;

 private:
  std::size_t most_ = 1000;
  FigurePack pack_;
  std::unordered_map<std::string, Figure> figures_;
};

}  // namespace kinescript
