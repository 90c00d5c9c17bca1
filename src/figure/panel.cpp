// SPDX-License-Identifier: MIT
#include "figure/panel.h"

#include "figure/lines.h"
#include "figure/order.h"
#include "figure/polygons.h"
#include "figure/tone.h"

namespace kinescript {
namespace {

constexpr double kFarDarker = .10, kShadeDarker = .13, kShadowDarker = .12, kGapDarker = .16;
constexpr double kFloorLineDepth = -.09;  // z of the floor line
constexpr double kSideView = 25;          // azimuth up to which the floor is a line
constexpr double kFloorBeyond = .06;      // it runs this far beyond the figure

const char* name_of(Segment segment) {
  switch (segment) {
    case Segment::pelvis:
      return "pelvis";
    case Segment::shirt:
      return "shirt";
    case Segment::neck:
      return "neck";
    case Segment::head:
      return "head";
    case Segment::upper_arm:
      return "upper_arm";
    case Segment::forearm:
      return "forearm";
    case Segment::sleeve:
      return "sleeve";
    case Segment::hand:
      return "hand";
    case Segment::thigh:
      return "thigh";
    case Segment::shank:
      return "shank";
    case Segment::ankle:
      return "ankle";
    case Segment::foot:
      return "foot";
    case Segment::sole:
      return "sole";
    case Segment::finger:
      return "finger";
    case Segment::toe:
      return "toe";
  }
  return "";
}

// The figure's own extent over all poses, across the picture.
Extent across(const std::vector<Posed>& poses, const CameraView& view) {
  Extent extent;
  for (const Posed& posed : poses) {
    for (const Part& part : posed.body.parts) {
      for (const Ellipsoid& e : part.ellipsoids) extent.add(view.flat(e.centre));
    }
  }
  return extent;
}

// The surface of the water and, below it, fewer and shorter waves.
Rings waves_at(double height, const Extent& figure, const CameraView& view) {
  constexpr double kLong = .055, kHigh = .007, kStep = .005, kDeeper = .085;
  const double left = figure.left - .10, right = figure.right + .10;
  Rings waves;
  for (int row = 0; row * kDeeper < height - .05 && row < 5; ++row) {
    const double y = view.flat({0, height - row * kDeeper, .12}).y;
    // Row 0 runs through; the others are pieces, every second one set off.
    const double piece = row == 0 ? right - left : .13, gap = row == 0 ? 1 : .16;
    for (double x = left + (row % 2) * .12; x < right - .04; x += piece + gap) {
      Ring wave;
      const double end = std::min(right, x + piece);
      for (double at = x; at <= end; at += kStep)
        wave.push_back({at, y + kHigh * std::sin(360 * (at - left) / kLong * kDegree)});
      waves.push_back(std::move(wave));
    }
  }
  return waves;
}

bool wears_bun(const Scene& scene, const Look& look) {
  return look.person == Look::Person::as_written ? scene.bun : look.person == Look::Person::woman;
}

bool shows_head(const Body& body) {
  return std::any_of(body.parts.begin(), body.parts.end(),
                     [](const Part& p) { return p.segment == Segment::head; });
}

// Faces of a block: upward ones lighter, the others darker the more they turn away.
Colour face_colour(Colour base, V3 normal) {
  if (normal.y > .1 && normal.z <= .8) return mix(base, .35, Colour::white());
  const bool top = normal.y > .5 && normal.z < .9;
  return mix(base, top ? 0 : .10 * (1 - normal.z) + .06, Colour::black());
}

}  // namespace

PanelPainter::PanelPainter(const Scene& scene, const std::vector<Posed>& poses, std::size_t which,
                           const CameraView& view, const Look& look)
    : poses_(poses), which_(which), view_(view), solids_(solids_of(scene, poses, which)) {
  const Posed& posed = poses[which];
  shapes_.reserve(posed.body.parts.size() + solids_.size());
  for (const Part& part : posed.body.parts)
    (part.segment == Segment::sole ? soles_ : shapes_).emplace_back(part, view);
  for (const Solid& solid : solids_)
    (solid.backdrop ? backdrops_ : shapes_).emplace_back(solid, view);
  if (shows_head(posed.body)) hair_ = hair_of(posed.skeleton, view, wears_bun(scene, look));
  far_ = far_limbs(posed.skeleton, view);
  mat_ = mat_of(scene, poses);
  if (!has_prop(scene, "bed") && !has_prop(scene, "water"))
    shadow_ = floor_shadow(posed.body, view);
  if (has_prop(scene, "floor") && std::abs(scene.camera.azimuth) < kSideView) {
    const double y = view.flat({0, 0, kFloorLineDepth}).y;
    const Extent all = across(poses, view);
    floor_line_ = Ring{{all.left - kFloorBeyond, y}, {all.right + kFloorBeyond, y}};
  }
  for (const Prop& prop : scene.props) {
    if (prop.kind == "water") waves_ = waves_at(water_height(prop), across(poses, view), view);
  }
  for (const Arrow& arrow : scene.arrows) {
    const std::size_t pose =
        arrow.pose < 0 ? poses.size() - 1 : static_cast<std::size_t>(arrow.pose);
    if (pose == which) arrows_.push_back(arrow_path(arrow, poses, which, view));
  }
}

Extent PanelPainter::extent() const {
  Extent all;
  for (const std::vector<Shape>* list : {&shapes_, &backdrops_}) {
    for (const Shape& shape : *list) all.add(shape.extent);
  }
  for (const Ring& ring : hair_.all()) all.add(Extent(ring));
  if (mat_) {
    for (const CuboidFace& face : visible_faces(*mat_, view_)) all.add(Extent(face.ring));
  } else {
    for (const Ring& ring : shadow_) all.add(Extent(ring));
  }
  if (floor_line_) all.add(Extent(*floor_line_));
  for (const Ring& wave : waves_) all.add(Extent(wave));
  return all;
}

Extent PanelPainter::arrow_extent(double mm_per_stature) const {
  Extent all;
  for (const ArrowPath& arrow : arrows_) {
    Extent line(with_least_length(arrow, mm_per_stature).line);
    // These reach farther than a head is wide.
    if (arrow.tighten || arrow.press) line = line.grown(1.6 / mm_per_stature);
    all.add(line);
    all.add(Extent(arrow.hidden));
  }
  return all;
}

void PanelPainter::paint(const PaintOptions& options) {
  options_ = options;
  outline_ = figure_outline(shapes_, hair_.all(), kOuterLine / options_.mm_per_stature);
  paint_ground();
  for (const ArrowPath& arrow : arrows_) paint_arrow_behind(canvas, arrow, options_.palette);
  for (const ArrowPath& arrow : arrows_) {
    if (arrow.on_floor) paint_arrow(canvas, arrow, options_.mm_per_stature, {}, options_.palette);
  }
  paint_figure();
  paint_water();
  for (const ArrowPath& arrow : arrows_) {
    if (arrow.on_floor) continue;
    paint_arrow(canvas, with_least_length(arrow, options_.mm_per_stature), options_.mm_per_stature,
                parted_from_arrows(), options_.palette);
  }
}

// The figure, and what would swallow an arrow: tubes, wheels, balls. Furniture keeps its edges
// whole.
Rings PanelPainter::parted_from_arrows() const {
  Rings all = outline_.rings;
  for (const Shape& shape : shapes_) {
    if (shape.is_prop() && !shape.solid->block) all.push_back(shape.light_ring);
  }
  return all;
}

// Wall, mat or floor, shadow, pillow.
void PanelPainter::paint_ground() {
  for (const Shape& shape : backdrops_) {
    if (shape.solid->block) paint_prop(shape);
  }
  if (mat_) {
    Ring top;
    for (const CuboidFace& face : visible_faces(*mat_, view_)) {
      const Colour colour = face_colour(tint(Tint::mat), face.normal);
      canvas.fill({face.ring}, colour);
      canvas.stroke(face.ring, kInnerLine, tint(Tint::ink), true);
      if (face.normal.y > .1) top = face.ring;
    }
    if (!top.empty()) {
      canvas.fill(intersect(shadow_, {top}),
                  mix(tint(Tint::mat), kShadowDarker, tone_of(options_.palette)));
    }
  } else {
    canvas.fill(shadow_, tint(Tint::shadow));
  }
  if (floor_line_) canvas.stroke(*floor_line_, kInnerLine, tint(Tint::floor_line), false);
  for (const Shape& shape : backdrops_) {
    if (!shape.solid->block) paint_prop(shape);
  }
}

void PanelPainter::paint_prop(const Shape& shape) {
  const Colour base = tint(shape.solid->tint);
  if (!shape.solid->block) {
    canvas.fill({shape.light_ring}, base);
    if (shape.backdrop()) {
      canvas.stroke(shape.ring, kInnerLine, tint(Tint::ink), true);
    } else {
      draw_lines(canvas, shape, painted_, first_figure_, tint(Tint::ink));
    }
    return;
  }
  for (const CuboidFace& face : visible_faces(*shape.solid->block, view_)) {
    canvas.fill({face.ring}, face_colour(base, face.normal));
    canvas.stroke(face.ring, shape.solid->line, tint(Tint::ink), true);
  }
}

void PanelPainter::paint_water() {
  for (const Ring& wave : waves_) canvas.stroke(wave, kInnerLine, tint(Tint::water), false);
}

void PanelPainter::paint_figure() {
  const std::vector<std::size_t> order = paint_order(shapes_);
  std::optional<Lighting> lighting;
  if (!options_.fast) lighting.emplace(shapes_, options_.light_from_right);
  bool outlined = false;
  first_figure_ = order.size();
  for (const std::size_t i : order) {
    const Shape& shape = shapes_[i];
    if (shape.is_prop()) {
      paint_prop(shape);
    } else {
      if (!outlined) {
        first_figure_ = painted_.size();
        canvas.stroke(outline_.rings, 2 * kOuterLine, tint(Tint::ink));
        outlined = true;
      }
      paint_part(shape, lighting ? &*lighting : nullptr);
    }
    painted_.push_back(&shape);
  }
  for (const Ring& gap : outline_.thin_gaps) {
    if (!behind_prop(gap)) paint_gap(gap);
  }
}

// A prop that stands among the parts hides the gap behind it.
bool PanelPainter::behind_prop(const Ring& gap) const {
  for (std::size_t i = first_figure_; i < painted_.size(); ++i) {
    if (painted_[i]->is_prop() && inside(painted_[i]->ring, gap[gap.size() / 2])) return true;
  }
  return false;
}

// A gap too thin to stay white between two outlines: darkened garment of the nearest part, and one
// fine line round it, which at the gap's pointed ends becomes a crease.
void PanelPainter::paint_gap(const Ring& gap) {
  const Shape* nearest = nullptr;
  double least = 1e18;
  for (const Shape& shape : shapes_) {
    if (shape.is_prop()) continue;
    for (const Point p : shape.ring) {
      const double d = dot(p - gap[0], p - gap[0]);
      if (d < least) least = d, nearest = &shape;
    }
  }
  if (!nearest) return;
  const Colour colour =
      mix(tint(tint_of(nearest->part->garment)), kGapDarker, tone_of(options_.palette));
  canvas.fill({gap}, colour);
  canvas.stroke(gap, kInnerLine, tint(Tint::ink), true);
}

void PanelPainter::paint_part(const Shape& shape, const Lighting* lighting) {
  const Part& part = *shape.part;
  const bool head = part.segment == Segment::head;
  if (head) paint_hair_behind(canvas, hair_, colours());
  Colour base = tint(tint_of(part.garment));
  if (is_far(part, far_)) base = mix(base, kFarDarker, tone_of(options_.palette));
  if (const auto number = canvas.fill({shape.light_ring}, base)) {
    parts.emplace_back(name_of(part.segment) + std::string(part.side > 0   ? "R"
                                                           : part.side < 0 ? "L"
                                                                           : ""),
                       *number);
  }
  if (lighting && part.shaded) {
    canvas.fill(lighting->shade(shape), mix(base, kShadeDarker, tone_of(options_.palette)));
  }
  if (part.segment == Segment::foot) paint_sole(shape);
  draw_lines(canvas, shape, painted_, first_figure_, tint(Tint::ink));
  if (head) {
    paint_face(canvas, hair_, shape, poses_[which_].skeleton, view_, outline_, colours());
  }
}

void PanelPainter::paint_sole(const Shape& foot) {
  for (const Shape& sole : soles_) {
    if (sole.part->side == foot.part->side) {
      canvas.fill(intersect({sole.light_ring}, {foot.light_ring}), tint(Tint::sole));
    }
  }
}

}  // namespace kinescript
