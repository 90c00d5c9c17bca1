// SPDX-License-Identifier: MIT
// From scene text to a picture: the only header of this folder that the rest of the program needs,
// beside scene.h.
//
//   Figure f = draw_figure(parse_scene(text, "bridge.toml"), {.side = Side::left, .height = 74});
//   f.panels[0].drawing     // in points, y down; all panels share scale and baseline
//   to_svg(f.panels[1].drawing, f.panels[1].bounds)
//
// Line widths are millimetres on paper (figure.md 5.4) and do not grow with the picture. The
// drawing of one side is the mirrored drawing of the other (RIGHT in a title always moves the
// figure's right limb).
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draw/drawing.h"
#include "figure/scene.h"

namespace kinescript {

enum class Palette : unsigned char { black_and_white, colour };

// Whom the figure shows; the clinic chooses. The usual one is as each scene has it.
struct Look {
  enum class Person : unsigned char { as_written, woman, man } person = Person::as_written;
  bool older = false;  // grey hair
  int skin = 0;        // 1 lightest to 5 darkest; 0: light, and white in black and white
  bool operator==(const Look&) const = default;
};
// From words: person "woman", "man"; age "younger", "older"; skin "1" to "5"; "" each time = the
// usual one. Throws Error{usage} for other words.
Look look_from(const std::string& person, const std::string& age, const std::string& skin);

struct FigureOptions {
  std::optional<Side> side = {};  // absent: as written
  Palette palette = Palette::black_and_white;
  double panel_width = 125;  // points available for one panel
  double panel_height = 74;  // points
  bool fast = false;         // previews: no curve fitting, no shade
  Look look = {};
};

struct FigurePanel {
  std::string pose;  // "start", "end", …
  Drawing drawing;   // one Group with a cache key (hash of what it shows)
  Box bounds;        // extent, points; the floor lies at the same y in all panels
  // Which node of the group fills which part of the body ("shankR"; a merged part has the name of
  // its upper segment): what a test measures, and what a click may find.
  std::vector<std::pair<std::string, std::size_t>> parts = {};
};

struct Figure {
  std::vector<FigurePanel> panels;
};

Figure draw_figure(const Scene& scene, const FigureOptions& options);
// Whether these options show the other side than the scene was written for.
bool is_mirrored(const Scene& scene, const FigureOptions& options);

// Faults a clinician would laugh at, one line each: floating or sunk contacts, parts below the
// floor, hands off their targets (figure.md section 4, "Lint for authors"). Empty = none.
std::vector<std::string> lint(const Scene& scene);

// Limbs that move between the first and the last pose by more than .03 of stature, by their joints'
// names, for the side asked for ("wrR", "anL"): RIGHT must move the right limb.
std::vector<std::string> moving_joints(const Scene& scene, std::optional<Side> side);

}  // namespace kinescript
