// SPDX-License-Identifier: MIT
// Drawn figures in one file, made when the program is built: a process that prints one handout
// would spend two thirds of its time on drawing them. Only figure/drawn.h reads and writes it.
//
//   write_atomically("figures.pack", pack_figures({{"key", figure}}));
//   FigurePack pack("figures.pack");
//   std::optional<Figure> figure = pack.find("key");       // what was packed, to the last bit
//
// A key holds all that decides how a scene looks, its text with it, and is compared whole: another
// scene, side or size is never answered with a figure that is near it. The file names the sources
// that drew it (drawing_version); a file of others, one that is not there, and a record that is
// damaged answer nothing, and the figure is drawn as if there were no pack.
//
// Format: a line of text with the version; the number of records and the sum of their index; for
// each the sum of its key, its place, its length and the sum of its bytes; the records. Numbers are
// 64 bits, lowest byte first, but inside a record, where whole numbers take seven bits a byte and a
// point is what it moved by, in thousandths (draw_figure rounds to them): a panel takes some 9 KB.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "figure/figure.h"

namespace kinescript {

// Changes with every file that has a say in how a figure looks (cmake/drawing_version.cmake).
std::string_view drawing_version();

// REQUIRES figures of draw_figure.
std::string pack_figures(const std::vector<std::pair<std::string, const Figure*>>& figures);

class FigurePack {
 public:
  FigurePack() = default;  // empty
  explicit FigurePack(std::filesystem::path file);
  std::size_t size() const { return places_.size(); }
  std::optional<Figure> find(const std::string& key) const;

 private:
  struct Place {
    std::uint64_t offset, length, sum;
  };
  std::filesystem::path file_;
  std::unordered_map<std::uint64_t, Place> places_;  // by the sum of the key
};

}  // namespace kinescript
