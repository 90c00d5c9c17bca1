// SPDX-License-Identifier: MIT
// A block: something laid out that has a size and no place yet. Its origin is its top left corner,
// y runs down, points.
//
//   Column column;
//   column.add(heading, Role::heading2);
//   column.gap(4);
//   column.add(steps);
//   Block card = column.block();
#pragma once
#include <utility>

#include "draw/drawing.h"

namespace kinescript {

struct Block {
  double width = 0, height = 0;
  Drawing drawing;
  bool empty() const { return drawing.empty(); }
};

// Puts a block's drawing at (x, y), as one group with that meaning.
void place(Drawing& into, Block block, double x, double y, Meaning meaning = {});

// Blocks one below the other.
class Column {
 public:
  // Nothing is added for an empty block.
  void add(Block block, Meaning meaning = {}, double x = 0);
  void add(Block block, Role role) { add(std::move(block), Meaning{role}); }
  // Space before the next block; at the top and below the last block there is none.
  void gap(double points) { gap_ = points; }
  double height() const { return block_.height; }
  bool empty() const { return block_.drawing.empty(); }
  Block block() && { return std::move(block_); }

 private:
  Block block_;
  double gap_ = 0;
};

}  // namespace kinescript
