// SPDX-License-Identifier: MIT
#include "figure/drawn.h"

#include <fmt/format.h>

#include <algorithm>

namespace kinescript {
namespace {

// All that decides how a scene looks, in front of its text. A side is as written or turned.
std::string key_of(const Scene& scene, const std::string& text, const FigureOptions& o) {
  return fmt::format("{} {} {:.6f} {:.6f} {} {} {} {}\n{}", is_mirrored(scene, o),
                     static_cast<int>(o.palette), o.panel_width, o.panel_height, o.fast,
                     static_cast<int>(o.look.person), o.look.older, o.look.skin, text);
}

}  // namespace

Figure DrawnFigures::figure(const Scene& scene, const std::string& text,
                            const FigureOptions& options) {
  const std::string key = key_of(scene, text, options);
  {
    const std::lock_guard held(mutex_);
    const auto known = figures_.find(key);
    if (known != figures_.end()) return known->second;
  }
  // Nobody waits while it is drawn; two who want the same at once both draw it.
  Figure figure = made(key, scene, options);
  const std::lock_guard held(mutex_);
  if (figures_.size() >= most_) figures_.clear();
  return figures_.emplace(key, std::move(figure)).first->second;
}

Figure DrawnFigures::anew(const Scene& scene, const std::string& text,
                          const FigureOptions& options) const {
  return made(key_of(scene, text, options), scene, options);
}

Figure DrawnFigures::made(const std::string& key, const Scene& scene,
                          const FigureOptions& options) const {
  std::optional<Figure> packed = pack_.find(key);
  return packed ? std::move(*packed) : draw_figure(scene, options);
}

std::size_t DrawnFigures::size() const {
  const std::lock_guard held(mutex_);
  return figures_.size();
}

void DrawnFigures::clear() {
  const std::lock_guard held(mutex_);
  figures_.clear();
}

std::string DrawnFigures::packed() const {
  const std::lock_guard held(mutex_);
  std::vector<std::pair<std::string, const Figure*>> figures;
  for (const auto& [key, figure] : figures_) figures.emplace_back(key, &figure);
  std::sort(figures.begin(), figures.end());
  return pack_figures(figures);
}

}  // namespace kinescript
