// SPDX-License-Identifier: MIT
// Whole figures: what stands in the drawing of every scene.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "base/error.h"
#include "base/text.h"
#include "figure/fit.h"
#include "figure/head.h"
#include "figure/order.h"
#include "figure/outline.h"
#include "figure/props.h"
#include "helpers/figures.h"

using namespace kinescript;

namespace {

std::vector<Posed> pose_all(const Scene& scene) {
  std::vector<Posed> poses;
  for (const Skeleton& s : solve(scene)) poses.push_back({s, build_body(s)});
  return poses;
}
std::vector<Shape> shapes_of(const Body& body, const CameraView& view) {
  std::vector<Shape> shapes;
  for (const Part& part : body.parts) {
    if (part.segment != Segment::sole) shapes.emplace_back(part, view);
  }
  return shapes;
}
const Stroke& outer_outline(const Group& group) {
  for (const Node& node : group.children) {
    const auto* stroke = std::get_if<Stroke>(&node);
    if (stroke && std::abs(stroke->width - 2 * kOuterLine * kPointsPerMm) < 1e-9) return *stroke;
  }
  throw std::runtime_error("no outer outline");
}
bool stays_in_its_box(const FigurePanel& panel) {
  for (const Node& node : group_of(panel).children) {
    const auto* stroke = std::get_if<Stroke>(&node);
    const double half = stroke ? stroke->width / 2 : 0;
    for (const Point p : points_along(stroke ? stroke->path : std::get<Fill>(node).path)) {
      if (p.x < half || p.y < half || p.x > panel.bounds.right - half ||
          p.y > panel.bounds.bottom - half)
        return false;
    }
  }
  return true;
}
Side other(Side side) { return side == Side::right ? Side::left : Side::right; }
// Degrees between two directions of lines, 0 to 90.
double between_lines(double a, double b) { return std::abs(std::remainder(a - b, 180)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(paint_test)

BOOST_AUTO_TEST_CASE(every_figure_hangs_together_as_one_polygon) {
  for (const auto& scene_text : scene_texts()) {
    const Scene scene = parse_scene(scene_text.second, scene_text.first);
    for (const double turned : {-15.0, 0.0, 15.0}) {
      const CameraView view({scene.camera.azimuth + turned, scene.camera.elevation});
      for (const Posed& posed : pose_all(scene)) {
        const Hair hair = hair_of(posed.skeleton, view, scene.bun);
        const FigureOutline outline = figure_outline(shapes_of(posed.body, view), hair.all(), .009);
        const auto outer = std::count_if(outline.rings.begin(), outline.rings.end(),
                                         [](const Ring& r) { return area(r) > 0; });
        BOOST_TEST(outer == 1,
                   scene_text.first << " " << posed.skeleton.pose.name << " turned " << turned);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_degree_of_camera_does_not_swap_parts_whose_depth_is_clear) {
  constexpr double kClear = .3;
  int compared = 0, swapped = 0;
  for (const auto& scene_text : scene_texts()) {
    const Scene scene = parse_scene(scene_text.second, scene_text.first);
    const CameraView here(scene.camera), there({scene.camera.azimuth + 1, scene.camera.elevation});
    for (const Posed& posed : pose_all(scene)) {
      const std::vector<Shape> a = shapes_of(posed.body, here), b = shapes_of(posed.body, there);
      const auto place = [](const std::vector<Shape>& shapes) {
        std::vector<std::size_t> at(shapes.size()), order = paint_order(shapes);
        for (std::size_t i = 0; i < order.size(); ++i) at[order[i]] = i;
        return at;
      };
      const std::vector<std::size_t> first = place(a), second = place(b);
      for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = i + 1; j < a.size(); ++j) {
          const double before = vote(a[i], a[j]), after = vote(b[i], b[j]);
          if (std::min(std::abs(before), std::abs(after)) < kClear || before * after < 0) continue;
          ++compared;
          swapped += (first[i] < first[j]) != (second[i] < second[j]);
        }
      }
    }
  }
  BOOST_TEST(compared > 1000);
  BOOST_TEST(swapped * 1000 <= compared,
             swapped << " of " << compared);  // circles of votes break anew
}

BOOST_AUTO_TEST_CASE(the_other_side_is_the_mirrored_drawing_with_the_light_kept) {
  int mirrored = 0, light_differs = 0;
  for (const auto& scene_text : scene_texts()) {
    const Scene scene = parse_scene(scene_text.second, scene_text.first);
    if (!scene.written_for) continue;
    const Figure written = draw_figure(scene, {.side = *scene.written_for});
    const Figure turned = draw_figure(scene, {.side = other(*scene.written_for)});
    for (std::size_t i = 0; i < written.panels.size(); ++i) {
      const Group &a = group_of(written.panels[i]), &b = group_of(turned.panels[i]);
      const Stroke &line = outer_outline(a), &mirror = outer_outline(b);
      BOOST_REQUIRE(line.path.points.size() == mirror.path.points.size());
      double worst = 0;
      for (std::size_t k = 0; k < line.path.points.size(); ++k) {
        const Point p = line.path.points[k], q = mirror.path.points[k];
        worst = std::max({worst, std::abs(p.x + q.x - a.bounds.width()), std::abs(p.y - q.y)});
      }
      BOOST_TEST(worst < .0011, scene_text.first);
      BOOST_TEST(a.cache_key != b.cache_key);
      ++mirrored;
      light_differs += a.children.size() != b.children.size() ||
                       svg_of(written.panels[i]).size() != svg_of(turned.panels[i]).size();
    }
  }
  BOOST_TEST(mirrored > 10);
  BOOST_TEST(light_differs * 10 > mirrored * 9);
}

BOOST_AUTO_TEST_CASE(a_panel_is_made_of_cubics_fits_its_box_and_stays_small) {
  const FigureOptions options;
  for (const auto& scene_text : scene_texts()) {
    for (const FigurePanel& panel :
         draw_figure(parse_scene(scene_text.second, scene_text.first), options).panels) {
      long cubics = 0, lines = 0;
      for (const Node& node : group_of(panel).children) {
        const Path& path = std::holds_alternative<Fill>(node) ? std::get<Fill>(node).path
                                                              : std::get<Stroke>(node).path;
        BOOST_TEST(!path.empty());
        cubics += std::count(path.verbs.begin(), path.verbs.end(), Verb::cubic);
        lines += std::count(path.verbs.begin(), path.verbs.end(), Verb::line);
      }
      const bool part = parse_scene(scene_text.second, "").closeup.part != CloseUp::Part::none;
      BOOST_TEST(cubics > (part ? 60 : 200), scene_text.first << " " << cubics);  // a close-up: few
      BOOST_TEST(cubics > lines, scene_text.first << " " << cubics << " " << lines);
      BOOST_TEST(svg_of(panel).size() < 60000u, scene_text.first);
      BOOST_TEST(panel.bounds.width() <= options.panel_width + .01);
      BOOST_TEST(panel.bounds.height() <= options.panel_height + .01);
      BOOST_TEST(stays_in_its_box(panel), scene_text.first);
    }
  }
}

BOOST_AUTO_TEST_CASE(drawing_twice_gives_equal_bytes_and_other_poses_other_keys) {
  for (const auto& scene_text : scene_texts()) {
    const Scene scene = parse_scene(scene_text.second, scene_text.first);
    const Figure once = draw_figure(scene, {}), twice = draw_figure(scene, {});
    for (std::size_t i = 0; i < once.panels.size(); ++i) {
      BOOST_TEST((svg_of(once.panels[i]) == svg_of(twice.panels[i])), scene_text.first);
      BOOST_TEST(group_of(once.panels[i]).cache_key == group_of(twice.panels[i]).cache_key);
      if (i > 0)
        BOOST_TEST(group_of(once.panels[i]).cache_key != group_of(once.panels[0]).cache_key);
    }
  }
}

BOOST_AUTO_TEST_CASE(panels_of_a_scene_share_one_box_and_the_mat_stays_where_it_is) {
  for (const auto& scene_text : scene_texts()) {
    const Scene scene = parse_scene(scene_text.second, scene_text.first);
    const Figure figure = draw_figure(scene, {});
    for (const FigurePanel& panel : figure.panels) {
      BOOST_TEST(panel.bounds.width() == figure.panels[0].bounds.width());
      BOOST_TEST(panel.bounds.height() == figure.panels[0].bounds.height());
      if (!has_prop(scene, "mat")) continue;
      const auto& mat = std::get<Fill>(group_of(panel).children[0]).path.points;
      BOOST_TEST((mat == std::get<Fill>(group_of(figure.panels[0]).children[0]).path.points),
                 scene_text.first);
    }
  }
}

BOOST_AUTO_TEST_CASE(black_and_white_is_grey_and_colour_differs_in_nothing_but_colour) {
  const auto colour = [](const Node& n) {
    return std::holds_alternative<Fill>(n) ? std::get<Fill>(n).colour : std::get<Stroke>(n).colour;
  };
  for (const auto& scene_text : scene_texts()) {
    const Scene scene = parse_scene(scene_text.second, scene_text.first);
    const Figure grey = draw_figure(scene, {}),
                 tinted = draw_figure(scene, {.palette = Palette::colour});
    bool any_tint = false;
    for (std::size_t i = 0; i < grey.panels.size(); ++i) {
      const Drawing &a = group_of(grey.panels[i]).children,
                    &b = group_of(tinted.panels[i]).children;
      BOOST_REQUIRE(a.size() == b.size());
      for (std::size_t k = 0; k < a.size(); ++k) {
        BOOST_TEST(
            (colour(a[k]).red == colour(a[k]).green && colour(a[k]).green == colour(a[k]).blue));
        any_tint = any_tint || colour(b[k]).red != colour(b[k]).blue;
      }
    }
    BOOST_TEST(any_tint);
  }
}

BOOST_AUTO_TEST_CASE(a_quick_preview_has_the_same_box_and_no_curves_or_shade) {
  const Scene scene = parse_scene(scene_texts()[0].second, "scene");
  const Figure full = draw_figure(scene, {}), quick = draw_figure(scene, {.fast = true});
  BOOST_TEST(full.panels[0].bounds.width() == quick.panels[0].bounds.width());
  BOOST_TEST(group_of(quick.panels[0]).children.size() < group_of(full.panels[0]).children.size());
  BOOST_TEST((outer_outline(group_of(quick.panels[0])).path.verbs[1] == Verb::line));
}

// "No drawing is stored": the knee is bent less in the scene's text, and the shank in the SVG turns
// by as much against its thigh. The camera looks along the knee's axis, so that the angle is seen
// in full; the long axis of a part is that of the area its fill encloses, which a constant bulge of
// the calf tilts alike in both drawings.
BOOST_AUTO_TEST_CASE(
    bending_a_knee_30_degrees_less_in_the_text_turns_the_drawn_shank_by_30_degrees) {
  constexpr double kLess = 30, kMerged = 38;
  const auto straightened = [&](const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t word = std::min(text.find("knee ", at), text.size());
      const std::size_t number = std::min(word + 5, text.size());
      out += text.substr(at, number - at);
      const std::size_t end = std::min(text.find_first_of(" \n", number), text.size());
      const auto bend = parse_double(text.substr(number, end - number));
      out += bend && *bend >= kMerged + kLess ? kinescript::number(*bend - kLess)
                                              : text.substr(number, end - number);
      at = end;
    }
    return out;
  };
  const auto drawn_bend = [](Scene scene, std::size_t pose, Side side) {
    const Skeleton s = solve(scene)[pose];
    const V3 axis = s.thigh_frame[std::size_t(side)].column(2);
    scene.camera = {std::atan2(axis.x, axis.z) / kDegree,
                    std::asin(std::clamp(axis.y, -1.0, 1.0)) / kDegree};
    const FigurePanel panel = draw_figure(scene, {}).panels[pose];
    const std::string svg = svg_of(panel), letter = side == Side::right ? "R" : "L";
    const auto axis_of = [&](const std::string& name) {
      for (const auto& part : panel.parts) {
        if (part.first == name + letter) return long_axis(nth_path(svg, part.second));
      }
      throw std::runtime_error("no " + name + letter);
    };
    return axis_of("shank") - axis_of("thigh");
  };
  int scenes = 0, knees = 0;
  for (const auto& scene_text : scene_texts()) {
    const Scene bent = parse_scene(scene_text.second, scene_text.first);
    const Scene less = parse_scene(straightened(scene_text.second), scene_text.first);
    const int before = knees;
    for (std::size_t i = 0; i < bent.poses.size(); ++i) {
      for (const Side side : kSides) {
        const LegPose &a = bent.poses[i].leg[std::size_t(side)],
                      &b = less.poses[i].leg[std::size_t(side)];
        if (a.knee - b.knee != kLess || !a.reach_joint.empty() || a.keep_ankle) continue;
        if (bent.closeup.part != CloseUp::Part::none) continue;  // draws no thigh to measure against
        BOOST_TEST_CHECKPOINT(scene_text.first);
        const double turned = between_lines(drawn_bend(bent, i, side), drawn_bend(less, i, side));
        BOOST_TEST(std::abs(turned - kLess) < 1,
                   scene_text.first << " " << bent.poses[i].name << " turns by " << turned);
        ++knees;
      }
    }
    scenes += knees > before;
  }
  BOOST_TEST(scenes >= 70);  // 220 knees of 73 scenes on 2026-11-25
  BOOST_TEST(knees >= 200);
  BOOST_TEST_MESSAGE(knees << " knees of " << scenes << " scenes");
}

BOOST_AUTO_TEST_CASE(a_prop_that_nobody_knows_is_refused_with_its_line) {
  const Scene scene =
      parse_scene("prop ball nose 0 0 0 .06\npose start\n body base stand\n", "test");
  try {
    draw_figure(scene, {});
    BOOST_TEST(false);
  } catch (const Error& e) {
    BOOST_TEST(std::string(e.what()).find("nose") != std::string::npos);
    BOOST_TEST(std::string(e.what()).find(":1:") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(every_camera_and_every_bend_is_drawn_without_a_fault) {
  for (const auto& scene_text : scene_texts()) {
    Scene scene = parse_scene(scene_text.second, scene_text.first);
    // A bust is chest, neck, head and two sleeves.
    const std::size_t least = scene.closeup.part == CloseUp::Part::bust ? 5 : 7;
    for (const Camera camera : {Camera{0, 90}, Camera{180, 0}, Camera{90, -89}, Camera{-120, 45}}) {
      scene.camera = camera;
      const Figure figure = draw_figure(scene, {});
      for (const FigurePanel& panel : figure.panels) {
        const Box shown = *extent(panel.drawing);
        BOOST_TEST((std::isfinite(shown.left) && std::isfinite(shown.bottom)));
        BOOST_TEST(panel.parts.size() >= least, scene_text.first);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
