// SPDX-License-Identifier: MIT
// Figures that were drawn already, by their scene's text and the options: what a sitting prints and
// previews again and again. Bounded: it starts anew when full. Nothing in it is of a patient. What
// stands in a pack (figure/pack.h) is read from there instead of being drawn: the same figure.
//
//   DrawnFigures drawn;
//   Figure f = drawn.figure(scene, exercise.scene, options);    // the second time without drawing
//   std::vector<Figure> all = drawn.figures({{scene, text, options}, …});   // new ones side by side
//   write_atomically("figures.pack", drawn.packed());
//
// For any number of threads.
#pragma once
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "figure/figure.h"
#include "figure/pack.h"

namespace kinescript {

struct AskedFigure {
  const Scene& scene;  // both outlive it
  const std::string& text;  // that `scene` was read from
  FigureOptions options;
};

class DrawnFigures {
 public:
  explicit DrawnFigures(std::size_t most = 1000) : most_(most) {}
  explicit DrawnFigures(FigurePack pack) : pack_(std::move(pack)) {}
  Figure figure(const Scene& scene, const std::string& text, const FigureOptions& options);
  // In the order that they are asked in; those that are not kept are drawn on all processors.
  std::vector<Figure> figures(const std::vector<AskedFigure>& asked);
  // The same, but what is drawn is not kept: for who keeps it in a form of their own.
  Figure anew(const Scene& scene, const std::string& text, const FigureOptions& options) const;
  std::size_t size() const;
  void clear();
  // Those that are kept, as a pack's bytes.
  std::string packed() const;

 private:
  Figure made(const std::string& key, const Scene& scene, const FigureOptions& options) const;
  std::size_t most_ = 1000;
  const FigurePack pack_ = {};
  mutable std::mutex mutex_;  // of figures_
  std::unordered_map<std::string, Figure> figures_;
};

}  // namespace kinescript
