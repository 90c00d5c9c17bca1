// SPDX-License-Identifier: MIT
// A page's Drawing as operators: the one switch over its nodes. Knows the document around it only
// through PdfDocument, which hands out fonts, forms and images, and the tags.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "draw/drawing.h"
#include "render/pdf_paint.h"
#include "render/pdf_tags.h"

namespace kinescript {

// What pages of one document share.
class PdfDocument {
 public:
  virtual ~PdfDocument() = default;
  virtual void text(PdfPaint& paint, const GlyphRun& run, int page) = 0;
  // The page's name of the form or image; "" when the group cannot be a form (it holds text,
  // pictures or meanings).
  virtual std::string form(const Group& group, int page) = 0;
  virtual std::string image(const Image& image, int page) = 0;
  virtual PdfTags& tags() = 0;
};

// The operators of one page, a part for each node of its drawing. A part begins with no state taken
// over from the one before, and marks and saved states close within it: an equal block at an equal
// place has equal operators, whatever stands before it, and a clinic file keeps them once. Throws
// Error{invalid} for numbers and pictures that cannot be printed.
std::vector<std::string> page_operators(const Drawing& drawing, double page_height, int page,
                                        PdfDocument& document);

// The operators of a form, in the group's own coordinates. nullopt when the group cannot be a form.
std::optional<std::string> form_operators(const Group& group);

}  // namespace kinescript
