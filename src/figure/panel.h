// SPDX-License-Identifier: MIT
// One panel: a posed figure with its props and arrows, projected once (so that all panels of a
// scene can be measured and share one scale) and then painted from back to front. Inside figure/
// only; figure.h is the door.
//
//   PanelPainter panel(scene, poses, 1, view);
//   panel.paint({.mm_per_stature = 35, .palette = Palette::colour});
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "figure/arrows.h"
#include "figure/canvas.h"
#include "figure/head.h"
#include "figure/props.h"
#include "figure/tone.h"

namespace kinescript {

struct PaintOptions {
  double mm_per_stature = 35;
  Palette palette = Palette::black_and_white;
  bool fast = false;
  bool light_from_right = false;
  Look look = {};
};

class PanelPainter {
 public:
  // Poses and view outlive the panel.
  PanelPainter(const Scene& scene, const std::vector<Posed>& poses, std::size_t which,
               const CameraView& view, const Look& look = {});

  // Of figure, props, mat and floor line; arrows apart, since their heads are measured in
  // millimetres.
  Extent extent() const;
  Extent arrow_extent(double mm_per_stature) const;

  void paint(const PaintOptions& options);

  Canvas canvas;
  // The fills of the body's parts: name ("thighR") and number of the operation, in the order
  // painted.
  std::vector<std::pair<std::string, std::size_t>> parts;

 private:
  void paint_ground();
  void paint_prop(const Shape& shape);
  void paint_water();
  bool behind_prop(const Ring& gap) const;
  void paint_gap(const Ring& gap);
  void paint_figure();
  void paint_part(const Shape& shape, const Lighting* lighting);
  void paint_sole(const Shape& foot);
  Rings parted_from_arrows() const;
  Colour tint(Tint tint) const { return colour_of(tint, colours()); }
  Colours colours() const { return {options_.palette, options_.look}; }

  const std::vector<Posed>& poses_;
  std::size_t which_;
  const CameraView& view_;
  PaintOptions options_;
  std::vector<Solid> solids_;
  std::vector<Shape>
      shapes_;  // the body but for soles and hair, and props that stand among its parts
  std::vector<Shape> backdrops_;  // props behind everything
  std::vector<Shape> soles_;
  Hair hair_;
  std::optional<Cuboid> mat_;
  Rings shadow_;
  std::optional<Ring> floor_line_;
  Rings waves_;  // open lines over the figure: the water it stands in
  std::vector<ArrowPath> arrows_;
  FarLimbs far_;
  FigureOutline outline_;
  std::vector<const Shape*> painted_;
  std::size_t first_figure_ = 0;
};

}  // namespace kinescript
