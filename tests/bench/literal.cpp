// SPDX-License-Identifier: MIT
#include "bench/literal.h"

#include "figure/fit.h"
#include "figure/head.h"
#include "figure/lines.h"
#include "figure/order.h"
#include "figure/polygons.h"
#include "figure/props.h"
#include "figure/tints.h"

namespace kinescript::bench {
namespace {

// In stature, as figure.md and src/figure have them.
constexpr double kClosing = .0012, kFillet = .006, kThinShade = .0006, kShadow = .003;
constexpr Palette kPalette = Palette::black_and_white;

Rings closed(const Rings& rings, double by) { return grow(grow(rings, by), -by); }
Rings opened(const Rings& rings, double by) { return grow(grow(rings, -by), by); }

// The hull of each two linked ellipses, and the ellipses that no link names.
Rings hulls(const std::vector<EllipseOutline>& ellipses, const Links& links) {
  Rings all;
  std::vector<char> linked(ellipses.size(), 0);
  for (const auto& [a, b] : links) {
    linked[static_cast<std::size_t>(a)] = linked[static_cast<std::size_t>(b)] = 1;
    for (Ring& hull : chain_outlines(
             fine_directions(),
             {ellipses[static_cast<std::size_t>(a)], ellipses[static_cast<std::size_t>(b)]},
             {{0, 1}}, false))
      all.push_back(std::move(hull));
  }
  for (std::size_t i = 0; i < ellipses.size(); ++i)
    if (!linked[i]) all.push_back(ellipses[i].ring(fine_directions()));
  return all;
}

// Of a shape's ellipses, each made smaller and moved.
Rings hulls_of(const Shape& shape, double smaller, double moved) {
  const Point light = unit(Point{-.5, .85}) * moved;
  std::vector<EllipseOutline> ellipses;
  for (std::size_t i = 0; i < shape.axes.size(); ++i)
    ellipses.emplace_back(fine_directions(), Point{shape.centres[i].x, shape.centres[i].y} + light,
                          scale_columns(shape.axes[i], smaller, smaller, smaller));
  return hulls(ellipses, shape.part ? shape.part->links : shape.solid->links);
}

Rings shadow_of(const Body& body, const CameraView& view) {
  Rings all;
  for (const Part& part : body.parts) {
    std::vector<EllipseOutline> ellipses;
    for (const Ellipsoid& e : part.ellipsoids) {
      M3 flat = e.axes;
      flat.row1 = {};
      ellipses.emplace_back(fine_directions(), view.flat({e.centre.x, 0, e.centre.z}), view(flat));
    }
    for (Ring& hull : hulls(ellipses, part.links)) all.push_back(std::move(hull));
  }
  return grow(unite(all), kShadow);
}

void paint_block(Canvas& canvas, const Shape& shape, const CameraView& view, Colour ink) {
  for (const CuboidFace& face : visible_faces(*shape.solid->block, view)) {
    canvas.fill({face.ring}, colour_of(shape.solid->tint, kPalette));
    canvas.stroke(face.ring, shape.solid->line, ink, true);
  }
}

}  // namespace

Drawing literal_panel(const Scene& scene, const std::vector<Posed>& poses, std::size_t which,
                      const CameraView& view, double points_per_stature) {
  const std::vector<Solid> solids = solids_of(scene, poses, which);
  std::vector<Shape> shapes;
  for (const Part& part : poses[which].body.parts) shapes.emplace_back(part, view);
  for (const Solid& solid : solids) shapes.emplace_back(solid, view);
  const Hair hair = hair_of(poses[which].skeleton, view, scene.bun);
  const Colour ink = colour_of(Tint::ink, kPalette);
  Rings body = hair.all(), lit;
  for (Shape& shape : shapes) {
    if (shape.axes.empty()) continue;
    Rings part = closed(unite(hulls_of(shape, 1, 0)), kClosing);
    if (part.empty()) continue;
    shape.ring = smooth(part.front());
    if (shape.is_prop()) continue;
    body.push_back(shape.ring);
    for (Ring& ring : hulls_of(shape, .93, .02)) lit.push_back(std::move(ring));
  }
  Canvas canvas;
  canvas.fill(shadow_of(poses[which].body, view), colour_of(Tint::shadow, kPalette));
  const double line = kOuterLine * kPointsPerMm / points_per_stature;
  canvas.fill(grow(closed(unite(body), kFillet), line), ink);
  lit = unite(lit);
  std::vector<const Shape*> painted;
  for (const std::size_t i : paint_order(shapes)) {
    const Shape& shape = shapes[i];
    if (shape.is_prop() && shape.solid->block) {
      paint_block(canvas, shape, view, ink);
    } else {
      const Colour colour =
          colour_of(shape.part ? tint_of(shape.part->garment) : shape.solid->tint, kPalette);
      canvas.fill({shape.ring}, colour);
      if (shape.part)
        canvas.fill(opened(subtract({shape.ring}, lit), kThinShade), mix(colour, .13, ink));
      draw_lines(canvas, shape, painted, 0, ink);
    }
    painted.push_back(&shape);
  }
  return canvas.drawing({points_per_stature, {}}, true);
}

}  // namespace kinescript::bench
