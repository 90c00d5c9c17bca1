// SPDX-License-Identifier: MIT
// A run of glyphs as text operators. Each glyph lands where it was measured: the difference between
// the width that the font tells (whole thousandths) and the true advance is carried along and
// written when it reaches a thousandth of the size, so that it never adds up.
#pragma once
#include <string>

#include "draw/drawing.h"
#include "render/pdf_font.h"

namespace kinescript {

// Appends what shows the run; the text object, font and place are the painter's (pdf_paint.h).
// Throws Error{invalid} for a size that is not a number, and for clusters outside the run's text.
void append_text(std::string& operators, const GlyphRun& run, PdfFont& font);

}  // namespace kinescript
