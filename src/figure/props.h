// SPDX-License-Identifier: MIT
// What a figure lies on, holds or leans on, as solids. Props that stand on the floor are placed
// once for all poses of a scene; what a hand holds goes with the hand. Words of the scene text
// (lengths in stature, `x z` on the floor):
//
//   mat | floor                      under everything; their size follows the poses
//   pillow [head]                    fills the gap under the head
//   chair | stool [x z yaw]          without numbers: under the hips
//   chairback | chairside x z yaw    a chair for support, its back at x z
//   wall x | counter x z yaw | table x z yaw | step x h
//   ball knees|pelvis|at dx dy dz r  between the knees, at the pelvis, or at a place
//   dowel [hands]                    on the shoulders, or in both hands
//   towel [hands|knees|head]         a roll under the elbow; else spanned or rolled there
//   band hands|knees|ankles          a loop between the two;  bandanchor: from the right hand to a
//   post box hands | box x y z            carried between both hands, or standing weight
//   hands|chest|handR|handL   a dumbbell bike                             an exercise bike under
//   the hips, hands and feet of all poses
//
// A word that is not listed throws Error{invalid} with the scene's line.
#pragma once
#include <vector>

#include "figure/body.h"
#include "figure/scene.h"
#include "figure/shape.h"
#include "figure/skeleton.h"

namespace kinescript {

struct Posed {
  Skeleton skeleton;
  Body body;
};

// Every solid of the panel that shows `poses[which]`, except mat and floor line.
std::vector<Solid> solids_of(const Scene& scene, const std::vector<Posed>& poses,
                             std::size_t which);

// The mat under all poses, if the scene has one.
std::optional<Cuboid> mat_of(const Scene& scene, const std::vector<Posed>& poses);
bool has_prop(const Scene& scene, const char* kind);

}  // namespace kinescript
