// SPDX-License-Identifier: MIT
#include "figure/drawn.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/at_once.h"

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
  return figures({{scene, text, options}}).front();
}

std::vector<Figure> DrawnFigures::figures(const std::vector<AskedFigure>& asked) {
  std::vector<std::string> keys;
  for (const AskedFigure& each : asked) keys.push_back(key_of(each.scene, each.text, each.options));
  std::vector<Figure> figures(asked.size());
  std::vector<std::size_t> missing;
  {
    const std::lock_guard held(mutex_);
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const auto known = figures_.find(keys[i]);
      if (known != figures_.end())
        figures[i] = known->second;
      else
        missing.push_back(i);
    }
  }
  // Nobody waits while they are drawn; two who want the same at once both draw it.
  at_once(missing.size(), [&](std::size_t nth) {
    const std::size_t i = missing[nth];
    figures[i] = made(keys[i], asked[i].scene, asked[i].options);
  });
  const std::lock_guard held(mutex_);
  for (const std::size_t i : missing) {
    if (figures_.size() >= most_) figures_.clear();
    figures_.emplace(keys[i], figures[i]);
  }
  return figures;
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
