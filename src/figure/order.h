// SPDX-License-Identifier: MIT
// What is painted before what. Each overlapping pair votes by the depth that is measured where both
// lie; anatomy settles a few pairs beforehand (the sleeve lies over the upper arm). The order is a
// topological sort of the votes, the farthest first; a circle of votes is broken where the weakest
// votes hold it together.
//
//   for (std::size_t i : paint_order(shapes)) paint(shapes[i]);
#pragma once
#include <vector>

#include "figure/shape.h"

namespace kinescript {

// Positive: a lies in front of b; the size is how clear that is (stature times samples). 0: they do
// not overlap.
double vote(const Shape& a, const Shape& b);

// Indices of the shapes, to be painted in this order.
std::vector<std::size_t> paint_order(const std::vector<Shape>& shapes);

}  // namespace kinescript
