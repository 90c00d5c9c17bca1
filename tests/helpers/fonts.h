// SPDX-License-Identifier: MIT
// The fonts that tests set text with: Noto Sans where Debian installs it.
#pragma once
#include <filesystem>
#include <vector>

#include "text/faces.h"

namespace kinescript {

inline std::vector<std::filesystem::path> font_folders() {
  return {"/usr/share/fonts/truetype/noto"};
}

inline const Faces& noto() {
  static const Faces faces = Faces::load(noto_sans_paths(font_folders()));
  return faces;
}

}  // namespace kinescript
