// SPDX-License-Identifier: MIT
#include "text/face.h"

#include <hb-ot.h>
#include <hb.h>

#include "base/error.h"

namespace kinescript {
namespace {

constexpr const char* kWayOut = "Install the package fonts-noto-core again.";

struct ReleaseBlob {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using Blob = std::unique_ptr<hb_blob_t, ReleaseBlob>;

// Letters, digits and hyphens only: the name goes into a PDF as it is.
std::string postscript_name(hb_face_t* face) {
  char raw[128] = {};
  unsigned size = sizeof raw;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, raw);
  std::string name;
  for (const char* c = raw; *c != 0; ++c) {
    const bool letter =
        (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9');
    if (letter || *c == '-') name += *c;
  }
  return name.empty() ? "Unnamed" : name;
}

// xMin, yMin, xMax, yMax stand as big-endian 16-bit numbers at byte 36 of the head table (OpenType,
// "head").
void read_box(hb_face_t* face, FaceMetrics& metrics) {
  const Blob head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
  unsigned size = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head.get(), &size));
  if (size < 44) return;
  const auto at = [&](int i) {
    return static_cast<std::int16_t>(
        static_cast<std::uint16_t>(bytes[36 + 2 * i] << 8 | bytes[37 + 2 * i]));
  };
  metrics.left = at(0), metrics.bottom = at(1), metrics.right = at(2), metrics.top = at(3);
}

Path& path_of(void* pen) { return *static_cast<Path*>(pen); }
Point flip(float x, float y) { return {x, -static_cast<double>(y)}; }

// HarfBuzz raises quadratic curves to cubic ones where no function for them is set.
hb_draw_funcs_t* pen_functions() {
  static hb_draw_funcs_t* const functions = [] {
    hb_draw_funcs_t* made = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(
        made,
        [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
          path_of(pen).move_to(flip(x, y));
        },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        made,
        [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
          path_of(pen).line_to(flip(x, y));
        },
        nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(
        made,
        [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x1, float y1, float x2, float y2,
           float x, float y,
           void*) { path_of(pen).cubic_to(flip(x1, y1), flip(x2, y2), flip(x, y)); },
        nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(
        made, [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, void*) { path_of(pen).close(); },
        nullptr, nullptr);
    hb_draw_funcs_make_immutable(made);
    return made;
  }();
  return functions;
}

}  // namespace

void Face::Release::operator()(hb_font_t* font) const { hb_font_destroy(font); }

Face Face::open(const std::filesystem::path& file) {
  const Blob blob(hb_blob_create_from_file_or_fail(file.c_str()));
  if (!blob)
    throw Error(ErrorKind::io, file.filename().string(),
                std::string("This font cannot be read. ") + kWayOut);
  hb_face_t* face = hb_face_create(blob.get(), 0);
  Face made;
  made.font_.reset(hb_font_create(face));
  hb_face_destroy(face);  // the font keeps it

  const Blob outlines(hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f')));
  if (hb_blob_get_length(outlines.get()) == 0)
    throw Error(ErrorKind::invalid, file.filename().string(),
                std::string("This is not a font with TrueType outlines. ") + kWayOut);
  made.units_per_em_ = static_cast<int>(hb_face_get_upem(face));
  made.name_ = postscript_name(face);
  const auto metric = [&](hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(made.font(), tag, &value);
    return static_cast<int>(value);
  };
  made.metrics_.ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  made.metrics_.descent = metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  made.metrics_.cap_height = metric(HB_OT_METRICS_TAG_CAP_HEIGHT);
  made.metrics_.x_height = metric(HB_OT_METRICS_TAG_X_HEIGHT);
  read_box(face, made.metrics_);
  return made;
}

hb_face_t* Face::face() const { return hb_font_get_face(font_.get()); }

std::uint32_t Face::glyph(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(font(), code_point, &glyph);
  return glyph;
}

int Face::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font(), glyph); }

Path Face::outline(std::uint32_t glyph) const {
  Path path;
  hb_font_get_glyph_shape(font(), glyph, pen_functions(), &path);
  return path;
}

}  // namespace kinescript
