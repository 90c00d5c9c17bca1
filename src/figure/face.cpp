// SPDX-License-Identifier: MIT
#include <array>

#include "figure/head.h"

namespace kinescript {
namespace {

constexpr double kHead = 1.06;
constexpr double kEdge =
    .0025;  // nearer to the outline than this, the hair's own line would double it

class FacePainter {
 public:
  FacePainter(Canvas& canvas, const Shape& head, const Skeleton& skeleton, const CameraView& view,
              const Colours& colours)
      : canvas_(canvas),
        head_(head),
        view_(view),
        skull_(skeleton.head),
        frame_(skeleton.head_frame),
        lips_round_(skeleton.pose.lips > .5),
        ink_(colour_of(Tint::ink, colours)),
        skin_(colour_of(Tint::skin, colours)),
        hair_(colour_of(Tint::hair, colours)) {}

  void paint() {
    for (const double side : {1.0, -1.0}) {
      paint_ear(side);
      paint_eye(side);
    }
    paint_mouth();
    paint_nose();
  }

 private:
  Point at(double x, double y, double z) const {
    return view_.flat(skull_ + frame_ * (V3{x, y, z} * kHead));
  }
  // How far a direction of the head points to the viewer, 1 = straight (for a unit vector).
  double facing(double x, double y, double z) const {
    return view_.turned(frame_).row2.x * x + view_.turned(frame_).row2.y * y +
           view_.turned(frame_).row2.z * z;
  }
  Ring disc(Point centre, double x, double y, double z) const {
    const M3 axes = view_(scale_columns(frame_, x * kHead, y * kHead, z * kHead));
    return EllipseOutline(fine_directions(), centre, axes).ring(fine_directions());
  }

  void paint_ear(double side) {
    if (facing(.15, 0, side) <= .12) return;
    const Ring ear = disc(at(-.004, -.012, side * .0475), .0105, .0165, .004);
    canvas_.fill({ear}, skin_);
    canvas_.stroke(ear, kDetailLine, ink_, true);
  }
  void paint_eye(double side) {
    const Point eye = at(.0475, .004, side * .0165);
    if (facing(.8, 0, side * .45) <= .18 || !well_inside(edges_of(head_.ring), eye, .003)) return;
    canvas_.fill({disc(eye, .003, .0050, .0036)}, ink_);
    canvas_.stroke(Ring{at(.0498, .0200, side * .0095), at(.0515, .0215, side * .0165),
                        at(.0498, .0180, side * .0235)},
                   kDetailLine, hair_, false);
  }
  void paint_mouth() {
    if (facing(1, -.1, 0) <= -.35) return;
    if (lips_round_) {
      canvas_.fill({disc(at(.0465, -.0410, 0), .004, .0060, .0060)}, ink_);
      return;
    }
    Ring mouth;
    for (const double side : {-1.0, 0.0, 1.0}) {
      if (facing(.9, 0, side * .5) <= -.02) continue;
      mouth.push_back(side == 0 ? at(.0455, -.0420, 0) : at(.0425, -.0385, side * .011));
    }
    canvas_.stroke(mouth, kDetailLine, mix(skin_, .55, Colour::black()), false);
  }
  void paint_nose() {
    if (facing(1, -.1, 0) <= .6) return;
    const Point tip = at(.0635, -.021, 0) - Point{0, .003 * kHead};
    canvas_.stroke(Ring{at(.0635, -.021, -.006), tip, at(.0635, -.021, .006)}, kDetailLine,
                   mix(skin_, .45, Colour::black()), false);
  }

  Canvas& canvas_;
  const Shape& head_;
  const CameraView& view_;
  V3 skull_;
  M3 frame_;
  bool lips_round_;
  Colour ink_, skin_, hair_;
};

// The few edges of the outline that matter to points of the hair: those at their height and not to
// the left of them.
std::vector<Edge> edges_near(const Rings& outline, const Extent& hair) {
  std::vector<Edge> edges;
  for (const Ring& ring : outline) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const Edge e{ring[j], ring[i]};
      const bool beside = std::max(e.from.y, e.to.y) < hair.low - kEdge ||
                          std::min(e.from.y, e.to.y) > hair.high + kEdge;
      if (!beside && std::max(e.from.x, e.to.x) >= hair.left - kEdge) edges.push_back(e);
    }
  }
  return edges;
}

// The point between a (inside) and b (not) where the hair's edge comes too near to the outline.
Point last_inside(const std::vector<Edge>& outline, Point a, Point b) {
  for (int k = 0; k < 8; ++k) {
    const Point middle = (a + b) * .5;
    (well_inside(outline, middle, kEdge) ? a : b) = middle;
  }
  return a;
}

// The hair's edge, as far as it runs inside the figure.
void paint_hairline(Canvas& canvas, const Ring& hair, const Rings& figure, Colour ink) {
  const std::vector<Edge> outline = edges_near(figure, Extent(hair));
  const int n = static_cast<int>(hair.size());
  const auto at = [&](int i) { return hair[static_cast<std::size_t>((i + n) % n)]; };
  std::vector<char> in;
  for (const Point p : hair) in.push_back(well_inside(outline, p, kEdge));
  const auto inner = [&](int i) { return in[static_cast<std::size_t>((i + n) % n)] != 0; };
  if (std::all_of(in.begin(), in.end(), [](char c) { return c != 0; })) {
    canvas.stroke(hair, kInnerLine, ink, true);
    return;
  }
  for (int i = 0; i < n; ++i) {
    if (!inner(i) || inner(i - 1)) continue;
    Ring line = {last_inside(outline, at(i), at(i - 1))};
    int j = i;
    for (; inner(j); ++j) line.push_back(at(j));
    line.push_back(last_inside(outline, line.back(), at(j)));
    double way = 0;
    for (std::size_t k = 1; k < line.size(); ++k) way += length(line[k] - line[k - 1]);
    if (way > .004) canvas.stroke(std::move(line), kInnerLine, ink, false);
  }
}

void paint_bun(Canvas& canvas, const Ring& bun, const Colours& colours) {
  canvas.fill({bun}, colour_of(Tint::hair, colours));
  canvas.stroke(bun, kInnerLine, colour_of(Tint::ink, colours), true);
}

}  // namespace

void paint_hair_behind(Canvas& canvas, const Hair& hair, const Colours& colours) {
  if (hair.bun && !hair.bun_near) paint_bun(canvas, *hair.bun, colours);
  canvas.fill(hair.far, colour_of(Tint::hair, colours));
}

void paint_face(Canvas& canvas, const Hair& hair, const Shape& head, const Skeleton& skeleton,
                const CameraView& view, const FigureOutline& outline, const Colours& colours) {
  canvas.fill(hair.near, colour_of(Tint::hair, colours));
  for (const Ring& ring : hair.near)
    paint_hairline(canvas, ring, outline.rings, colour_of(Tint::ink, colours));
  if (hair.bun && hair.bun_near) paint_bun(canvas, *hair.bun, colours);
  FacePainter(canvas, head, skeleton, view, colours).paint();
}

}  // namespace kinescript
