// SPDX-License-Identifier: MIT
#include "layout/mirror.h"

#include <algorithm>

#include "text/faces.h"

namespace kinescript {
namespace {

// Everything is mirrored at x = 0 of its own coordinates; a page is then moved back by its width.
class Mirror {
 public:
  explicit Mirror(const Faces& faces) : faces_(faces) {}

  Drawing operator()(const Drawing& drawing) const {
    Drawing turned;
    turned.reserve(drawing.size());
    for (const Node& node : drawing)
      turned.push_back(std::visit([this](const auto& thing) -> Node { return turn(thing); }, node));
    return turned;
  }

 private:
  static Path turn(Path path) {
    for (Point& p : path.points) p.x = -p.x;
    return path;
  }
  static Fill turn(Fill fill) {
    fill.path = turn(std::move(fill.path));
    return fill;
  }
  static Stroke turn(Stroke stroke) {
    stroke.path = turn(std::move(stroke.path));
    return stroke;
  }
  static Image turn(Image image) {
    image.place = {-image.place.right, image.place.top, -image.place.left, image.place.bottom};
    return image;
  }
  // The words keep their letters' order. A blank at a line's end takes no room, so the last letter
  // stands at the margin.
  GlyphRun turn(GlyphRun run) const {
    long units = 0;
    for (const Glyph& glyph : run.glyphs) units += glyph.advance;
    if (!run.right_to_left && !run.text.empty() && run.text.back() == ' ' && !run.glyphs.empty())
      units -= run.glyphs.back().advance;
    run.origin.x = -run.origin.x -
                   static_cast<double>(units) * run.size / faces_.face(run.face).units_per_em();
    return run;
  }
  std::shared_ptr<const Group> turn(const std::shared_ptr<const Group>& nested) const {
    Group turned = *nested;
    if (!nested->cache_key.empty()) {  // a figure: its box changes place, it does not
      const Point a = nested->transform({nested->bounds.left, 0}),
                  b = nested->transform({nested->bounds.right, 0});
      turned.transform.e -= a.x + b.x;
    } else {
      turned.children = (*this)(nested->children);
      turned.transform.e = -turned.transform.e;
      if (turned.clip) turned.clip = turn(*std::move(turned.clip));
    }
    return std::make_shared<const Group>(std::move(turned));
  }

  const Faces& faces_;
};

}  // namespace

void mirror(Pages& pages, const Faces& faces) {
  const Mirror mirrored(faces);
  for (Page& page : pages.pages)
    page.drawing = {group(mirrored(page.drawing), Matrix::translate(page.width, 0))};
}

}  // namespace kinescript
