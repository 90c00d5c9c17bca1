// SPDX-License-Identifier: MIT
// A Drawing on the screen: one switch over Node, as in every output. Letters are filled as outlines
// of the same faces that the PDF embeds, so that preview and paper have the same text at the same
// place.
//
//   paint(cairo, page.drawing, &faces);
//   wxBitmap small = thumbnail(picture.drawing, picture.bounds, px(72), px(60), 1.0);
#pragma once
#include <wx/bitmap.h>

#include "draw/drawing.h"
#include "text/faces.h"

using cairo_t = struct _cairo;

namespace kinescript {

// In the context's own units, points if it was scaled so. `faces` may be null where there is no
// text.
void paint(cairo_t* cairo, const Drawing& drawing, const Faces* faces);

// The drawing fitted into width × height logical pixels on white, `scale` device pixels to one.
wxBitmap thumbnail(const Drawing& drawing, const Box& bounds, int width, int height, double scale,
                   const Faces* faces = nullptr);

}  // namespace kinescript
