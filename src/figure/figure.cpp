// SPDX-License-Identifier: MIT
#include "figure/figure.h"

#include <fmt/format.h>

#include <cmath>

#include "figure/fit.h"
#include "figure/panel.h"

namespace kinescript {
namespace {

constexpr double kMargin = 1.06;          // the tight box and 6 %
constexpr double kStandingHeight = 1.03;  // of a standing figure with its outline, in stature
constexpr double kMostLying = 1.5;        // times the standing scale, never more
constexpr double kFinest = 1000;          // coordinates are whole thousandths of a point

struct Layout {
  double points_per_stature = 100;
  Placement placement;
  Box bounds;
};

// One scale and one box for all panels, so that the floor lies at one height and an anchored joint
// at one place.
Layout lay_out_panels(const std::vector<PanelPainter>& panels, const FigureOptions& options) {
  const auto scale_for = [&options](const Extent& e) {
    const double most = kMostLying * options.panel_height / (kMargin * kStandingHeight);
    return std::min({most, options.panel_width / (e.width() * kMargin),
                     options.panel_height / (e.height() * kMargin)});
  };
  Extent shapes;
  for (const PanelPainter& panel : panels) shapes.add(panel.extent());
  // Line widths and arrow heads in stature need a scale: the one without them is near enough.
  const double first = scale_for(shapes);
  Extent arrows;
  for (const PanelPainter& panel : panels) arrows.add(panel.arrow_extent(first / kPointsPerMm));
  Extent whole = shapes.grown(kOuterLine * kPointsPerMm / first);
  whole.add(arrows.grown(kArrowHeadWidth / 2 * kPointsPerMm / first));
  Layout layout;
  const double s = layout.points_per_stature = scale_for(whole);
  const double width = whole.width() * kMargin * s, height = whole.height() * kMargin * s;
  layout.bounds = {0, 0, width, height};
  const double side = (kMargin - 1) / 2;
  layout.placement = {
      s, {(whole.width() * side - whole.left) * s, (whole.height() * side + whole.high) * s}};
  return layout;
}

// Not std::round: a call of the library for each coordinate was 2 % of a panel.
long long thousandths(double points) {
  return static_cast<long long>(points * kFinest + (points < 0 ? -.5 : .5));
}

// Two sums in the manner of FNV-1a, a number at a time, of all that is drawn: equal keys mean equal
// pictures.
class ContentHash {
 public:
  void add(long long number) {
    const auto bits = static_cast<std::uint64_t>(number);
    a_ = (a_ ^ bits) * 1099511628211u;
    b_ = (b_ ^ (bits + 1)) * 0x9E3779B97F4A7C15u;
  }
  void add(Colour c) { add(c.red << 16 | c.green << 8 | c.blue); }
  std::string text() const { return fmt::format("figure-{:016x}{:016x}", a_, b_); }

 private:
  std::uint64_t a_ = 14695981039346656037u, b_ = 1469598103934665603u;
};

// Thousandths of a point, turned about the panel's middle for the other side.
void finish(Path& path, bool mirrored, double width, ContentHash& hash) {
  for (const Verb verb : path.verbs) hash.add(static_cast<long long>(verb));
  for (Point& p : path.points) {
    const long long x = thousandths(mirrored ? width - p.x : p.x), y = thousandths(p.y);
    hash.add(x), hash.add(y);
    p = {static_cast<double>(x) / kFinest, static_cast<double>(y) / kFinest};
  }
}

FigurePanel finished(const PanelPainter& panel, const std::string& pose, const Layout& layout,
                     bool mirrored, bool fast) {
  auto group = std::make_shared<Group>();
  group->children = panel.canvas.drawing(layout.placement, !fast);
  ContentHash hash;
  for (Node& node : group->children) {
    if (auto* fill = std::get_if<Fill>(&node)) {
      finish(fill->path, mirrored, layout.bounds.width(), hash);
      hash.add(fill->colour);
    } else if (auto* stroke = std::get_if<Stroke>(&node)) {
      finish(stroke->path, mirrored, layout.bounds.width(), hash);
      hash.add(stroke->colour), hash.add(thousandths(stroke->width));
    }
  }
  group->cache_key = hash.text();
  group->bounds = layout.bounds;
  group->covers = extent(group->children);
  return {pose, {group}, layout.bounds, panel.parts};
}

}  // namespace

bool is_mirrored(const Scene& scene, const FigureOptions& options) {
  return options.side && scene.written_for && *options.side != *scene.written_for;
}

Figure draw_figure(const Scene& scene, const FigureOptions& options) {
  const CameraView view(scene.camera, zoom_of(scene.closeup));
  std::vector<Posed> poses;
  for (Skeleton& skeleton : solve(scene)) {
    Body body = build_body(skeleton, scene.closeup);
    poses.push_back({std::move(skeleton), std::move(body)});
  }
  std::vector<PanelPainter> panels;
  panels.reserve(poses.size());
  for (std::size_t i = 0; i < poses.size(); ++i)
    panels.emplace_back(scene, poses, i, view, options.look);
  const Layout layout = lay_out_panels(panels, options);
  const bool mirrored = is_mirrored(scene, options);
  Figure figure;
  for (std::size_t i = 0; i < panels.size(); ++i) {
    panels[i].paint({layout.points_per_stature / kPointsPerMm, options.palette, options.fast,
                     mirrored, options.look});
    figure.panels.push_back(
        finished(panels[i], scene.poses[i].name, layout, mirrored, options.fast));
  }
  return figure;
}

}  // namespace kinescript
