// SPDX-License-Identifier: MIT
// Whether two drawings would look the same: to keep what was drawn of the one for the other.
//
//   if (looks_same(before.drawing, now.drawing)) keep(surface);
//
// What groups mean is not compared, nor how a drawing was put together: equal drawings that were
// grouped differently count as different.
#pragma once
#include "draw/drawing.h"

namespace kinescript {

bool looks_same(const Drawing& a, const Drawing& b);

}  // namespace kinescript
