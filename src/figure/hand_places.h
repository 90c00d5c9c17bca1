// SPDX-License-Identifier: MIT
// Where hands often rest, by one word of a scene: `hands hips`, `handR thigh`. Each stands for the
// reach, the elbow's pole and the way the hand lies there; later lines of the scene may change
// them. Inside figure/ only.
//
//   put_hand("hips", Side::left, pose.arm[1], pose.reach[1]);
#pragma once
#include <string>
#include <vector>

#include "figure/scene.h"

namespace kinescript {

// none flat wall, and the places.
const std::vector<std::string>& hand_place_names();
// REQUIRES a name of the above.
void put_hand(const std::string& place, Side side, ArmPose& arm, Reach& reach);

}  // namespace kinescript
