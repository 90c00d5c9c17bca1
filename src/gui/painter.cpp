// SPDX-License-Identifier: MIT
#include "gui/painter.h"

#include <cairo.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace kinescript {
namespace {

void trace(cairo_t* cairo, const Path& path) {
  std::size_t at = 0;
  for (const Verb verb : path.verbs) {
    const Point* p = path.points.data() + at;
    switch (verb) {
      case Verb::move:
        cairo_move_to(cairo, p->x, p->y);
        ++at;
        break;
      case Verb::line:
        cairo_line_to(cairo, p->x, p->y);
        ++at;
        break;
      case Verb::cubic:
        cairo_curve_to(cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        at += 3;
        break;
      case Verb::close:
        cairo_close_path(cairo);
        break;
    }
  }
}

class Painter {
 public:
  Painter(cairo_t* cairo, const Faces* faces) : cairo_(cairo), faces_(faces) {}

  void operator()(const Fill& fill) {
    colour(fill.colour);
    cairo_set_fill_rule(cairo_, fill.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    cairo_new_path(cairo_);
    trace(cairo_, fill.path);
    cairo_fill(cairo_);
  }

  void operator()(const Stroke& stroke) {
    static constexpr cairo_line_cap_t kCaps[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
                                                 CAIRO_LINE_CAP_SQUARE};
    static constexpr cairo_line_join_t kJoins[] = {CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
                                                   CAIRO_LINE_JOIN_BEVEL};
    colour(stroke.colour);
    cairo_set_line_width(cairo_, stroke.width);
    cairo_set_line_cap(cairo_, kCaps[static_cast<int>(stroke.cap)]);
    cairo_set_line_join(cairo_, kJoins[static_cast<int>(stroke.join)]);
    cairo_set_dash(cairo_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
    cairo_new_path(cairo_);
    trace(cairo_, stroke.path);
    cairo_stroke(cairo_);
  }

  void operator()(const GlyphRun& run) {
    if (!faces_) return;
    const Face& face = faces_->face(run.face);
    const double unit = run.size / face.units_per_em();
    colour(run.colour);
    cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_WINDING);
    cairo_new_path(cairo_);
    double pen = 0;
    for (const Glyph& glyph : run.glyphs) {
      cairo_save(cairo_);
      cairo_translate(cairo_, run.origin.x + (pen + glyph.x_offset) * unit,
                      run.origin.y - glyph.y_offset * unit);
      cairo_scale(cairo_, unit, unit);
      trace(cairo_, face.outline(glyph.id));
      cairo_restore(cairo_);
      pen += glyph.advance;
    }
    cairo_fill(cairo_);
  }

  void operator()(const Image& image) {
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, image.width);
    std::vector<unsigned char> rows(static_cast<std::size_t>(stride) *
                                    static_cast<std::size_t>(image.height));
    fill_rows(image, stride, rows);
    cairo_surface_t* surface = cairo_image_surface_create_for_data(
        rows.data(), CAIRO_FORMAT_ARGB32, image.width, image.height, stride);
    cairo_save(cairo_);
    cairo_translate(cairo_, image.place.left, image.place.top);
    cairo_scale(cairo_, image.place.width() / image.width, image.place.height() / image.height);
    cairo_set_source_surface(cairo_, surface, 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
    cairo_surface_destroy(surface);
  }

  void operator()(const std::shared_ptr<const Group>& nested) {
    const Matrix& m = nested->transform;
    const cairo_matrix_t matrix{m.a, m.b, m.c, m.d, m.e, m.f};
    cairo_save(cairo_);
    cairo_transform(cairo_, &matrix);
    if (nested->clip) {
      cairo_new_path(cairo_);
      trace(cairo_, *nested->clip);
      cairo_clip(cairo_);
    }
    for (const Node& child : nested->children) std::visit(*this, child);
    cairo_restore(cairo_);
  }

 private:
  void colour(Colour c) {
    cairo_set_source_rgb(cairo_, c.red / 255., c.green / 255., c.blue / 255.);
  }

  // Cairo wants 32 bits a pixel in the machine's order, colours multiplied by alpha.
  static void fill_rows(const Image& image, int stride, std::vector<unsigned char>& rows) {
    const std::uint8_t* from = image.pixels->data();
    for (int y = 0; y < image.height; ++y) {
      auto* to =
          reinterpret_cast<std::uint32_t*>(rows.data() + static_cast<std::ptrdiff_t>(y) * stride);
      for (int x = 0; x < image.width; ++x) {
        const std::uint32_t alpha = image.has_alpha ? from[3] : 255;
        const auto part = [alpha](std::uint32_t value) { return value * alpha / 255; };
        to[x] = alpha << 24 | part(from[0]) << 16 | part(from[1]) << 8 | part(from[2]);
        from += image.has_alpha ? 4 : 3;
      }
    }
  }

  cairo_t* cairo_;
  const Faces* faces_;
};

}  // namespace

void paint(cairo_t* cairo, const Drawing& drawing, const Faces* faces) {
  Painter painter(cairo, faces);
  for (const Node& node : drawing) std::visit(painter, node);
}

wxBitmap thumbnail(const Drawing& drawing, const Box& bounds, int width, int height, double scale,
                   const Faces* faces) {
  wxBitmap bitmap;
  bitmap.CreateWithDIPSize(wxSize(width, height), scale, 24);
  wxMemoryDC dc(bitmap);
  dc.SetBackground(*wxWHITE_BRUSH);
  dc.Clear();
  if (drawing.empty() || bounds.width() <= 0 || bounds.height() <= 0) return bitmap;
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  const double fit = std::min(width / bounds.width(), height / bounds.height());
  cairo_save(cairo);
  cairo_translate(cairo, (width - fit * bounds.width()) / 2, (height - fit * bounds.height()) / 2);
  cairo_scale(cairo, fit, fit);
  cairo_translate(cairo, -bounds.left, -bounds.top);
  paint(cairo, drawing, faces);
  cairo_restore(cairo);
  return bitmap;
}

}  // namespace kinescript
