// SPDX-License-Identifier: MIT
// The fonts of a sitting: Noto Sans in two weights, and its sisters for other scripts and for
// symbols. An index into the set is what GlyphRun::face means; it depends on the files found and
// not on what is set with them.
//
// Fonts are handed in as files (app/workspace looks for them). A sister is opened when first
// needed; one that turns out to be damaged then throws Error{io} or Error{invalid}. The set also
// keeps the cache of shaped words, which may hold patients' names: forget_words() when the clinic
// file is locked. One set is for one thread.
//
//   const Faces faces = Faces::load(noto_sans_paths({"/usr/share/fonts/truetype/noto"}));
//   faces.metrics(Weight::bold, 12).ascent      // 12.83 points above the baseline
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "text/face.h"
#include "text/shaper.h"

namespace kinescript {

enum class Weight : std::uint8_t { regular, bold };

// The first file of each weight is the one that text is set with; the others serve what it lacks,
// in this order.
struct FontPaths {
  std::vector<std::filesystem::path> regular, bold;
};

// Looks for Noto Sans and its sisters, in each folder and its direct subfolders, earlier folders
// first. Sisters that are not installed are left out; where a sister has no bold file its regular
// one stands in. Throws Error{not_found} when Noto Sans itself (regular or bold) is not there.
FontPaths noto_sans_paths(const std::vector<std::filesystem::path>& folders);

// In points, for one size. All are positive; ascent + descent is the height of a line set solid.
struct LineMetrics {
  double ascent = 0, descent = 0, cap_height = 0, x_height = 0;
};

class Faces {
 public:
  // Opens the two main faces. Throws Error{invalid} when one is missing or lacks a letter of ASCII
  // or U+FFFD.
  static Faces load(const FontPaths& paths);
  Faces(Faces&&) noexcept = default;
  Faces& operator=(Faces&&) noexcept = default;

  int size() const { return static_cast<int>(files_.size()); }
  // REQUIRES 0 <= index < size().
  const Face& face(int index) const;
  const std::filesystem::path& file(int index) const {
    return files_[static_cast<std::size_t>(index)];
  }
  // Indices for a weight, the main face first.
  const std::vector<int>& order(Weight weight) const { return order_[static_cast<int>(weight)]; }
  LineMetrics metrics(Weight weight, double size) const;

  Shaper& shaper() const { return *shaper_; }
  void forget_words() const { shaper_->clear(); }

 private:
  Faces() : shaper_(std::make_unique<Shaper>()) {}
  std::vector<std::filesystem::path> files_;
  std::vector<int> order_[2];
  mutable std::vector<std::unique_ptr<Face>> open_;  // one a file; null until needed
  std::unique_ptr<Shaper> shaper_;
};

}  // namespace kinescript
