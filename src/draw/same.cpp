// SPDX-License-Identifier: MIT
#include "draw/same.h"

#include <algorithm>

namespace kinescript {
namespace {

bool same(const Path& a, const Path& b) { return a.verbs == b.verbs && a.points == b.points; }

bool same(const std::optional<Path>& a, const std::optional<Path>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

bool same(const Glyph& a, const Glyph& b) {
  return a.id == b.id && a.advance == b.advance && a.x_offset == b.x_offset &&
         a.y_offset == b.y_offset;
}

bool same(const Fill& a, const Fill& b) {
  return a.colour == b.colour && a.even_odd == b.even_odd && same(a.path, b.path);
}

bool same(const Stroke& a, const Stroke& b) {
  return a.colour == b.colour && a.width == b.width && a.cap == b.cap && a.join == b.join &&
         a.dash == b.dash && same(a.path, b.path);
}

bool same(const GlyphRun& a, const GlyphRun& b) {
  return a.face == b.face && a.size == b.size && a.colour == b.colour && a.origin == b.origin &&
         std::equal(a.glyphs.begin(), a.glyphs.end(), b.glyphs.begin(), b.glyphs.end(),
                    [](const Glyph& x, const Glyph& y) { return same(x, y); });
}

bool same(const Box& a, const Box& b) {
  return a.left == b.left && a.top == b.top && a.right == b.right && a.bottom == b.bottom;
}

bool same(const Image& a, const Image& b) {
  return a.width == b.width && a.height == b.height && a.has_alpha == b.has_alpha &&
         same(a.place, b.place) && (a.pixels == b.pixels || *a.pixels == *b.pixels);
}

bool same(const std::shared_ptr<const Group>& a, const std::shared_ptr<const Group>& b) {
  if (a == b) return true;
  if (a->transform != b->transform || !same(a->clip, b->clip) || a->cache_key != b->cache_key)
    return false;
  return !a->cache_key.empty() || looks_same(a->children, b->children);
}

}  // namespace

bool looks_same(const Drawing& a, const Drawing& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Node& x, const Node& y) {
    return x.index() == y.index() && std::visit(
                                         [&y](const auto& one) {
                                           using Kind = std::decay_t<decltype(one)>;
                                           return same(one, std::get<Kind>(y));
                                         },
                                         x);
  });
}

}  // namespace kinescript
