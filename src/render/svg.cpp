// SPDX-License-Identifier: MIT
#include "render/svg.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kinescript {
namespace {

std::string hex(Colour c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

std::string data(const Path& path) {
  std::string d;
  std::size_t at = 0;
  const auto point = [&] {
    const Point p = path.points[at++];
    return number(p.x) + " " + number(p.y);
  };
  for (const Verb verb : path.verbs) {
    switch (verb) {
      case Verb::move: d += "M" + point(); break;
      case Verb::line: d += "L" + point(); break;
      case Verb::cubic: {
        const auto c1 = point(), c2 = point(), p = point();
        d += "C" + c1 + " " + c2 + " " + p;
        break;
      }
      case Verb::close: d += "Z"; break;
    }
  }
  return d;
}

class Writer {
 public:
  void operator()(const Fill& fill) {
    out += fmt::format("<path d=\"{}\" fill=\"{}\"{}/>\n", data(fill.path), hex(fill.colour),
                       fill.even_odd ? " fill-rule=\"evenodd\"" : "");
  }
  void operator()(const Stroke& stroke) {
    static constexpr const char* kCaps[] = {"butt", "round", "square"};
    static constexpr const char* kJoins[] = {"miter", "round", "bevel"};
    out += fmt::format(
        "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"{}\" stroke-linejoin=\"{}\"",
        data(stroke.path), hex(stroke.colour), number(stroke.width, 3), kCaps[static_cast<int>(stroke.cap)],
        kJoins[static_cast<int>(stroke.join)]);
    if (!stroke.dash.empty()) {
      out += " stroke-dasharray=\"";
      for (const double length : stroke.dash) out += number(length) + " ";
      out += "\"";
    }
    out += "/>\n";
  }
  void operator()(const GlyphRun&) {}
  void operator()(const Image&) {}
  void operator()(const std::shared_ptr<const Group>& nested) {
    const Matrix& m = nested->transform;
    out += fmt::format("<g transform=\"matrix({} {} {} {} {} {})\"", number(m.a, 6), number(m.b, 6), number(m.c, 6),
                       number(m.d, 6), number(m.e, 3), number(m.f, 3));
    if (nested->clip) {
      out += fmt::format(" clip-path=\"url(#c{})\"><clipPath id=\"c{}\"><path d=\"{}\"/></clipPath>\n", clips, clips,
                         data(*nested->clip));
      ++clips;
    } else {
      out += ">\n";
    }
    for (const Node& child : nested->children) std::visit(*this, child);
    out += "</g>\n";
  }
  std::string out;
  int clips = 0;
};

}  // namespace

std::string to_svg(const Drawing& drawing, const Box& view) {
  Writer writer;
  writer.out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" height=\"{}pt\" viewBox=\"{} {} {} {}\">\n",
      number(view.width()), number(view.height()), number(view.left), number(view.top), number(view.width()),
      number(view.height()));
  for (const Node& node : drawing) std::visit(writer, node);
  writer.out += "</svg>\n";
  return writer.out;
}

}  // namespace kinescript
