// SPDX-License-Identifier: MIT
#include "layout/block.h"

#include <algorithm>

namespace kinescript {

void place(Drawing& into, Block block, double x, double y, Meaning meaning) {
  into.push_back(group(std::move(block.drawing), Matrix::translate(x, y), std::move(meaning)));
}

void Column::add(Block block, Meaning meaning, double x) {
  if (block.empty()) return;
  const double y = empty() ? 0 : block_.height + gap_;
  gap_ = 0;
  block_.width = std::max(block_.width, x + block.width);
  block_.height = y + block.height;
  place(block_.drawing, std::move(block), x, y, std::move(meaning));
}

}  // namespace kinescript
