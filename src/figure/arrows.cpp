// SPDX-License-Identifier: MIT
#include "figure/arrows.h"

#include <array>
#include <cmath>

#include "figure/polygons.h"

namespace kinescript {
namespace {

constexpr double kShaft = .9, kCasing = .38;  // mm
constexpr double kTail = .45;                 // the shaft begins this thin
constexpr double kSwept = .18;                // the head's wings reach back
constexpr double kCasingMargin = .006;  // stature; the casing ends this far outside the figure

// The piece of an open line between two shares of its length, at equal steps.
Ring piece_of(const Ring& line, double from, double to, int count) {
  std::vector<double> way = {0};
  for (std::size_t i = 1; i < line.size(); ++i)
    way.push_back(way.back() + length(line[i] - line[i - 1]));
  Ring out;
  std::size_t i = 0;
  for (int k = 0; k < count; ++k) {
    const double at = way.back() * (from + (to - from) * k / (count - 1));
    while (i + 2 < line.size() && way[i + 1] < at) ++i;
    const double step = way[i + 1] - way[i];
    out.push_back(line[i] + (line[i + 1] - line[i]) *
                                (step > 0 ? std::clamp((at - way[i]) / step, 0.0, 1.0) : 0));
  }
  return out;
}

double length_of(const Ring& line) {
  double way = 0;
  for (std::size_t i = 1; i < line.size(); ++i) way += length(line[i] - line[i - 1]);
  return way;
}

Ring track(const Arrow& arrow, const Skeleton& from, const Skeleton& to, const CameraView& view) {
  constexpr int kSteps = 25;
  const bool knee = arrow.joint == "knR" || arrow.joint == "knL";
  Point centre = view.flat(knee ? to.joint(arrow.joint == "knR" ? "hipR" : "hipL") : to.pelvis);
  if (arrow.joint == "pelvis") centre = centre - Point{0, 1};
  Ring path;
  for (int i = 0; i < kSteps; ++i) {
    const Point p =
        view.flat(between(from, to, static_cast<double>(i) / (kSteps - 1)).joint(arrow.joint));
    path.push_back(p + unit(p - centre) * arrow.off);
  }
  const Ring arc = fit_polynomial(path, arrow.both ? 3 : 2, 61);
  return piece_of(arc, arrow.both ? .05 : .2, .95, 31);
}

M3 frame_of_limb(const Skeleton& s, const std::string& joint) {
  const auto i = static_cast<std::size_t>(joint.back() == 'L');
  const std::string kind = joint.substr(0, joint.size() - 1);
  if (kind == "el" || kind == "sh") return s.upper_arm_frame[i];
  if (kind == "wr") return s.forearm_frame[i];
  if (kind == "fing") return s.hand_frame[i];
  if (kind == "kn" || kind == "hip") return s.thigh_frame[i];
  if (kind == "an") return s.shank_frame[i];
  if (kind == "toe") return s.foot_frame[i];
  if (joint == "head" || joint == "mouth") return s.head_frame;
  return joint == "pelvis" ? s.pelvis_frame : s.thorax_frame;
}

ArrowPath ring(const Arrow& arrow, const Skeleton& skeleton, const CameraView& view) {
  constexpr int kSteps = 41;
  constexpr double kBehind = -.01;
  using Plane = Arrow::Plane;
  const M3 frame = arrow.plane == Plane::limb ? frame_of_limb(skeleton, arrow.joint) : M3{};
  const double outward = arrow.plane == Plane::limb && arrow.joint.back() == 'L' ? -1 : 1;
  const V3 shift = frame * V3{arrow.dx, 0, arrow.dz};
  const V3 centre = skeleton.joint(arrow.joint) + shift;
  ArrowPath path;
  int last_behind = -1;
  for (int i = 0; i < kSteps; ++i) {
    const double angle =
        (arrow.from_angle + (arrow.to_angle - arrow.from_angle) * i / (kSteps - 1)) * kDegree;
    const double along = arrow.ring_radius * std::cos(angle),
                 aside = arrow.ring_radius * std::sin(angle);
    const V3 off = arrow.plane == Plane::side    ? V3{along, arrow.dy + aside, 0}
                   : arrow.plane == Plane::front ? V3{0, arrow.dy + aside, along}
                                                 : frame * V3{along, arrow.dy, aside * outward};
    path.line.push_back(view.flat(centre + off));
    const bool about_limb = arrow.plane == Plane::limb;
    const V3 level = about_limb ? off - frame * V3{0, arrow.dy, 0} : off;
    if ((about_limb || arrow.plane == Plane::floor) && view(level).z < kBehind * view.zoom())
      last_behind = i;
  }
  if (last_behind >= 2 && last_behind < kSteps - 3) {
    const auto cut = path.line.begin() + last_behind + 1;
    path.hidden.assign(path.line.begin(), cut + 1);
    path.line.erase(path.line.begin(), cut);
  }
  return path;
}

// A smooth way through points of the floor (Catmull and Rom).
ArrowPath floor_path(const Arrow& arrow, const CameraView& view) {
  constexpr int kSteps = 12;
  const std::vector<V3>& p = arrow.points;
  const auto at = [&p](std::size_t i) { return p[std::min(i, p.size() - 1)]; };
  ArrowPath path;
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    const V3 before = at(i > 0 ? i - 1 : 0), from = at(i), to = at(i + 1), after = at(i + 2);
    for (int k = 0; k < kSteps; ++k) {
      const double t = static_cast<double>(k) / kSteps;
      const V3 slope = (to - before) * .5, arrival = (after - from) * .5;
      path.line.push_back(
          view.flat(from * (2 * t * t * t - 3 * t * t + 1) + slope * (t * t * t - 2 * t * t + t) +
                    to * (3 * t * t - 2 * t * t * t) + arrival * (t * t * t - t * t)));
    }
  }
  path.line.push_back(view.flat(p.back()));
  path.on_floor = true;
  return path;
}

Ring head(Point tip, Point back, double size, double width) {
  const Point ahead = unit(tip - back), aside{-ahead.y, ahead.x}, base = tip - ahead * size;
  return {tip, base + aside * (width / 2), base + ahead * (size * kSwept),
          base - aside * (width / 2)};
}

Ring shaft(const Ring& line, double tail, double full) {
  Ring left, right;
  const std::size_t n = line.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Point along = unit(line[std::min(n - 1, i + 1)] - line[i > 0 ? i - 1 : 0]);
    const double width =
        full * (tail + (1 - tail) * static_cast<double>(i) / static_cast<double>(n - 1));
    const Point aside = Point{-along.y, along.x} * (width / 2);
    left.push_back(line[i] - aside);
    right.push_back(line[i] + aside);
  }
  left.insert(left.end(), right.rbegin(), right.rend());
  return left;
}

// Shaft and heads as one outline, in stature.
Rings arrow_outline(const ArrowPath& path, double mm) {
  const double total = length_of(path.line), size = std::min(kArrowHeadLength * mm, total * .5);
  const double width = kArrowHeadWidth * mm * std::min(1.0, size / (kArrowHeadLength * mm)),
               share = size / total;
  const Ring whole = piece_of(path.line, 0, 1, 81);
  const auto near_end = piece_of(path.line, 0, 1 - share, 2).back(),
             near_start = piece_of(path.line, share, 1, 2).front();
  Rings pieces = {anticlockwise(head(whole.back(), near_end, size, width))};
  if (path.both) pieces.push_back(anticlockwise(head(whole.front(), near_start, size, width)));
  const Ring stem = piece_of(path.line, path.both ? share * .55 : 0, 1 - share * .55, 41);
  const double tail = path.both || !path.hidden.empty() ? 1.0 : kTail;
  pieces.push_back(anticlockwise(shaft(stem, tail, kShaft * mm)));
  return unite(pieces);
}

}  // namespace

Ring fit_polynomial(const Ring& points, int degree, int count) {
  constexpr std::size_t kMost = 4;
  const std::size_t n = static_cast<std::size_t>(degree) + 1;
  std::array<std::array<double, kMost>, kMost> a{};
  std::array<Point, kMost> b{};
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double t = static_cast<double>(i) / static_cast<double>(points.size() - 1);
    std::array<double, kMost> power = {1, t, t * t, t * t * t};
    for (std::size_t r = 0; r < n; ++r) {
      for (std::size_t c = 0; c < n; ++c) a[r][c] += power[r] * power[c];
      b[r] = b[r] + points[i] * power[r];
    }
  }
  // The matrix is symmetric and positive: elimination needs no exchange of rows.
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t r = k + 1; r < n; ++r) {
      const double f = a[r][k] / a[k][k];
      for (std::size_t c = k; c < n; ++c) a[r][c] -= f * a[k][c];
      b[r] = b[r] - b[k] * f;
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    for (std::size_t c = k + 1; c < n; ++c) b[k] = b[k] - b[c] * a[k][c];
    b[k] = b[k] * (1 / a[k][k]);
  }
  Ring out;
  for (int i = 0; i < count; ++i) {
    const double t = static_cast<double>(i) / (count - 1);
    Point p = b[n - 1];
    for (std::size_t k = n - 1; k-- > 0;) p = p * t + b[k];
    out.push_back(p);
  }
  return out;
}

ArrowPath arrow_path(const Arrow& arrow, const std::vector<Posed>& poses, std::size_t which,
                     const CameraView& view) {
  const Skeleton& here = poses[which].skeleton;
  if (arrow.kind == Arrow::Kind::ring || arrow.kind == Arrow::Kind::path) {
    ArrowPath path =
        arrow.kind == Arrow::Kind::ring ? ring(arrow, here, view) : floor_path(arrow, view);
    path.both = arrow.both;
    path.press = arrow.press;
    return path;
  }
  if (arrow.kind == Arrow::Kind::tighten) {
    const Point at = view.flat(here.joint(arrow.joint) + arrow.from);
    ArrowPath mark;
    mark.line = {at, at, at};
    mark.tighten = true;
    return mark;
  }
  if (arrow.kind == Arrow::Kind::straight) {
    const V3 joint = here.joint(arrow.joint);
    const Point tail = view.flat(joint + arrow.from), tip = view.flat(joint + arrow.to);
    ArrowPath path;
    path.line = {tail, (tail + tip) * .5, tip};
    path.both = arrow.both, path.press = arrow.press, path.straight = true;
    path.leaves_joint = length(arrow.from) < length(arrow.to);
    return path;
  }
  const bool first = which == 0 && poses.size() > 1;
  const Skeleton& from = first ? here : poses[which > 0 ? which - 1 : 0].skeleton;
  ArrowPath path;
  path.line = track(arrow, from, first ? poses[1].skeleton : here, view);
  path.both = arrow.both, path.press = arrow.press;
  return path;
}

ArrowPath with_least_length(const ArrowPath& path, double mm_per_stature) {
  if (!path.straight || path.line.size() != 3) return path;
  const double least = 2 * kArrowHeadLength * .8 / mm_per_stature;
  const Point tail = path.line[0], tip = path.line[2], way = tip - tail;
  if (length(way) >= least || length(way) == 0) return path;
  ArrowPath longer = path;
  if (path.leaves_joint) {
    longer.line[2] = tail + unit(way) * least;
  } else {
    longer.line[0] = tip - unit(way) * least;
  }
  longer.line[1] = (longer.line[0] + longer.line[2]) * .5;
  return longer;
}

void paint_arrow_behind(Canvas& canvas, const ArrowPath& path, Palette palette) {
  std::vector<double> widths;
  for (std::size_t i = 0; i < path.hidden.size(); ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(path.hidden.size() - 1);
    widths.push_back(kShaft * (kTail + (1 - kTail) * share));
  }
  canvas.strip(path.hidden, std::move(widths), colour_of(Tint::arrow, palette));
}

namespace {

// Eight short strokes round the place, as a muscle that tightens is often marked.
void paint_tightening(Canvas& canvas, Point at, double mm, Palette palette) {
  constexpr double kInner = .9, kOuter = 1.9, kWidth = .5;
  for (const bool halo : {true, false}) {
    for (int k = 0; k < 8; ++k) {
      const double angle = (45 * k + 22.5) * kDegree;
      const Point way{std::cos(angle), std::sin(angle)};
      canvas.stroke(Ring{at + way * (kInner * mm), at + way * (kOuter * mm)},
                    kWidth + (halo ? 2 * kCasing : 0),
                    colour_of(halo ? Tint::halo : Tint::arrow, palette), false);
    }
  }
}

Ring box_round(const Rings& rings, double by) {
  Extent all;
  for (const Ring& ring : rings) all.add(Extent(ring));
  const Extent e = all.grown(by);
  return {{e.left, e.low}, {e.right, e.low}, {e.right, e.high}, {e.left, e.high}};
}

void paint_bar(Canvas& canvas, const ArrowPath& path, double mm, Palette palette) {
  constexpr double kHalf = 1.5, kWidth = .7, kBeyond = .5;
  const Point tip = path.line.back(), along = unit(tip - path.line[path.line.size() - 2]);
  const Point middle = tip + along * (kBeyond * mm),
              aside = Point{-along.y, along.x} * (kHalf * mm);
  canvas.stroke(Ring{middle - aside, middle + aside}, kWidth + 2 * kCasing,
                colour_of(Tint::halo, palette), false);
  canvas.stroke(Ring{middle - aside, middle + aside}, kWidth, colour_of(Tint::arrow, palette),
                false);
}

}  // namespace

void paint_arrow(Canvas& canvas, const ArrowPath& path, double mm_per_stature, const Rings& parted,
                 Palette palette) {
  const double mm = 1 / mm_per_stature;
  if (path.tighten) return paint_tightening(canvas, path.line[0], mm, palette);
  if (path.line.size() < 3 || length_of(path.line) < 2 * mm) return;
  const Rings arrow = arrow_outline(path, mm);
  Rings simple;
  for (const Ring& ring : parted) simple.push_back(simplify(ring, 5e-4));
  // Of the figure only what lies near is grown: all of it was most of an arrow's time.
  const Rings casing = grow(arrow, kCasing * mm),
              near = intersect(simple, {box_round(casing, 2 * kCasingMargin)});
  canvas.fill(intersect(casing, grow(near, kCasingMargin)), colour_of(Tint::halo, palette));
  if (path.press) paint_bar(canvas, path, mm, palette);
  canvas.fill(arrow, colour_of(Tint::arrow, palette));
}

}  // namespace kinescript
