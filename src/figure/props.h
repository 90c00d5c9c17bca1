// SPDX-License-Identifier: MIT
// What a figure lies on, holds or leans on, as solids. Props that stand on the floor are placed
// once for all poses of a scene; what a hand holds goes with the hand (figure/equipment.h). The
// words of each kind are in scenes.md beside this file; one that is not listed throws
// Error{invalid} with the scene's line.
//
//   std::vector<Solid> solids = solids_of(scene, poses, 1);
#pragma once
#include <vector>

#include "figure/body.h"
#include "figure/scene.h"
#include "figure/shape.h"
#include "figure/skeleton.h"

namespace kinescript {

// Every solid of the panel that shows `poses[which]`, except mat and floor line.
std::vector<Solid> solids_of(const Scene& scene, const std::vector<Posed>& poses,
                             std::size_t which);

// The mat under all poses, if the scene has one.
std::optional<Cuboid> mat_of(const Scene& scene, const std::vector<Posed>& poses);
// Of the surface, over the floor.
double water_height(const Prop& water);
bool has_prop(const Scene& scene, const char* kind);

}  // namespace kinescript
