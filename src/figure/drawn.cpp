// SPDX-License-Identifier: MIT
#include "figure/drawn.h"

#include <fmt/format.h>

namespace kinescript {
namespace {

// All that decides how a scene looks, in front of its text.
std::string key_of(const std::string& text, const FigureOptions& o) {
  return fmt::format("{} {} {:.6f} {:.6f} {} {} {} {}\n{}", o.side ? static_cast<int>(*o.side) : -1,
                     static_cast<int>(o.palette), o.panel_width, o.panel_height, o.fast,
                     static_cast<int>(o.look.person), o.look.older, o.look.skin, text);
}

}  // namespace

const Figure& DrawnFigures::figure(const Scene& scene, const std::string& text,
                                   const FigureOptions& options) {
  const std::string key = key_of(text, options);
  const auto known = figures_.find(key);
  if (known != figures_.end()) return known->second;
  Figure figure = draw_figure(scene, options);
  if (figures_.size() >= most_) figures_.clear();
  return figures_.emplace(key, std::move(figure)).first->second;
}

}  // namespace kinescript
