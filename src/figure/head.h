// SPDX-License-Identifier: MIT
// Hair and face. The hair is an ellipsoid a little larger than the skull, kept where one formula
// over its surface is positive: a tilted hairline with a parting (without it the front view wears a
// swimming cap). Its far half is painted behind the face, its near half over it. Ear, eye, brow,
// mouth: only what the camera sees, in the thinnest line.
//
//   Hair hair = hair_of(skeleton, view, scene.bun);
//   paint_hair_behind(canvas, hair, palette);  …the head's fill and lines…  paint_face(canvas, …);
#pragma once
#include <optional>

#include "figure/canvas.h"
#include "figure/outline.h"
#include "figure/shape.h"
#include "figure/skeleton.h"
#include "figure/tints.h"

namespace kinescript {

struct Hair {
  Rings near, far;
  std::optional<Ring> bun;
  bool bun_near = false;
  Rings all() const;
};
Hair hair_of(const Skeleton& skeleton, const CameraView& view, bool bun);

void paint_hair_behind(Canvas& canvas, const Hair& hair, const Colours& colours);
// Near hair, bun, ear, eye, brow and mouth, over the head's fill.
void paint_face(Canvas& canvas, const Hair& hair, const Shape& head, const Skeleton& skeleton,
                const CameraView& view, const FigureOutline& outline, const Colours& colours);

}  // namespace kinescript
