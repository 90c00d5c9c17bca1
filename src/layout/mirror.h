// SPDX-License-Identifier: MIT
// Pages of a language that is written from right to left: laid out as if it ran the other way, each
// line's runs in reading order (paragraph.h), and turned at the end. The grid is mirrored: columns,
// boxes, numbers, Start and Finish; what is in a figure is not: a right arm stays one.
//
//   if (right_to_left(pages.language)) mirror(pages, faces);
#pragma once
#include "layout/pages.h"

namespace kinescript {

class Faces;

void mirror(Pages& pages, const Faces& faces);

}  // namespace kinescript
