// SPDX-License-Identifier: MIT
#include "cli/drawing_json.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

namespace kinescript {
namespace {

using Json = nlohmann::json;

Json colour_json(Colour colour) { return {colour.red, colour.green, colour.blue}; }

std::string path_text(const Path& path, const Matrix& at) {
  static constexpr const char* kVerbs[] = {"m", "l", "c", "h"};
  static constexpr std::size_t kPoints[] = {1, 1, 3, 0};
  std::string text;
  std::size_t next = 0;
  for (const Verb verb : path.verbs) {
    const auto index = static_cast<std::size_t>(verb);
    text += (text.empty() ? "" : " ") + std::string(kVerbs[index]);
    for (std::size_t i = 0; i < kPoints[index]; ++i) {
      const Point p = at(path.points[next++]);
      text += fmt::format(" {:.3f} {:.3f}", p.x, p.y);
    }
  }
  return text;
}

class Commands {
 public:
  Commands(const Faces& faces, std::map<std::string, std::string>& fonts)
      : faces_(faces), fonts_(fonts) {}

  void add(const Drawing& drawing, const Matrix& at) {
    for (const Node& node : drawing) std::visit([&](const auto& thing) { put(thing, at); }, node);
  }
  Json take() { return std::move(list_); }

 private:
  void put(const Fill& fill, const Matrix& at) {
    list_.push_back({"fill", path_text(fill.path, at), colour_json(fill.colour), fill.even_odd});
  }
  void put(const Stroke& stroke, const Matrix& at) {
    Json dash = Json::array();
    for (const double length : stroke.dash) dash.push_back(length * at.d);
    list_.push_back({"stroke", path_text(stroke.path, at), colour_json(stroke.colour),
                     stroke.width * at.d, static_cast<int>(stroke.cap),
                     static_cast<int>(stroke.join), std::move(dash)});
  }
  void put(const Image& image, const Matrix& at) {
    const Point a = at({image.place.left, image.place.top}),
                b = at({image.place.right, image.place.bottom});
    list_.push_back({"image", a.x, a.y, b.x, b.y, image.width, image.height});
  }
  // A word begins at the first glyph after a blank.
  void put(const GlyphRun& run, const Matrix& at) {
    const Face& face = faces_.face(run.face);
    fonts_[face.name()] = faces_.file(run.face).string();
    const double scale = run.size / face.units_per_em();
    double x = run.origin.x;
    for (std::size_t i = 0; i < run.glyphs.size();) {
      const std::size_t begin = run.glyphs[i].cluster;
      const double start = x;
      std::size_t end = run.text.find(' ', begin);
      if (end == begin) ++end;
      end = std::min(end, run.text.size());
      for (; i < run.glyphs.size() && run.glyphs[i].cluster < end; ++i)
        x += run.glyphs[i].advance * scale;
      const std::string word = run.text.substr(begin, end - begin);
      if (word == " ") continue;
      const Point p = at({start, run.origin.y});
      list_.push_back(
          {"text", p.x, p.y, run.size * at.d, face.name(), colour_json(run.colour), word});
    }
  }
  void put(const std::shared_ptr<const Group>& group, const Matrix& at) {
    const Matrix inner = at * group->transform;
    if (group->clip) {
      list_.push_back({"save"});
      list_.push_back({"clip", path_text(*group->clip, inner)});
    }
    add(group->children, inner);
    if (group->clip) list_.push_back({"restore"});
  }

  const Faces& faces_;
  std::map<std::string, std::string>& fonts_;
  Json list_ = Json::array();
};

}  // namespace

std::string drawing_json(const Pages& pages, const Faces& faces) {
  std::map<std::string, std::string> fonts;
  Json list = Json::array();
  for (const Page& page : pages.pages) {
    Commands commands(faces, fonts);
    commands.add(page.drawing, {});
    list.push_back({{"width", page.width}, {"height", page.height}, {"commands", commands.take()}});
  }
  return Json{{"fonts", fonts}, {"pages", std::move(list)}}.dump();
}

}  // namespace kinescript
