// SPDX-License-Identifier: MIT
// Our pages drawn by libharu as it comes, from their exported commands: its path calls, its UTF-8
// fonts, its compression of everything. For the size of its file.
//
//   write_atomically(path, stock_libharu(drawing_json(pages, noto())));
//
// Throws std::runtime_error with libharu's own number.
#pragma once
#include <string>

namespace kinescript::bench {

std::string stock_libharu(const std::string& drawing);

}  // namespace kinescript::bench
