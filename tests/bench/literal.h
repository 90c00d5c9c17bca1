// SPDX-License-Identifier: MIT
// One panel of a figure the literal way, as the figure's description reads: every part the polygon
// union of its links' hulls, closed by offset; the outer outline the union of all, closed and
// offset; shade and shadow by unions, differences and offsets. What src/figure replaces by chain
// outlines, strokes and fillets. It leaves out arrows, face and soles, and takes hair, order and
// inner lines from src/figure, which all makes it cheaper than it would be.
#pragma once
#include <vector>

#include "draw/drawing.h"
#include "figure/body.h"
#include "figure/project.h"

namespace kinescript::bench {

Drawing literal_panel(const Scene& scene, const std::vector<Posed>& poses, std::size_t which,
                      const CameraView& view, double points_per_stature);

}  // namespace kinescript::bench
