// SPDX-License-Identifier: MIT
// What a hand holds, a limb wears or a body rests on: bands, sticks, balls, rolls, pillows,
// weights. All of it goes with the figure's pose. Inside figure/ only.
//
//   if (add_equipment(out, prop, posed)) …       // false: not one of these kinds
#pragma once
#include <vector>

#include "figure/body.h"
#include "figure/scene.h"
#include "figure/shape.h"

namespace kinescript {

bool add_equipment(std::vector<Solid>& out, const Prop& prop, const Posed& posed);

}  // namespace kinescript
