// SPDX-License-Identifier: MIT
// What the documents of a sitting share, deflated once: font files, figures by their cache key,
// pictures. Each part is bounded and starts anew when full. Nothing in it depends on the order of
// documents, so that it never shows in a file.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "draw/drawing.h"
#include "render/pdf_font.h"
#include "render/pdf_objects.h"

namespace kinescript {

struct PdfImagePart {
  std::shared_ptr<const std::vector<std::uint8_t>>
      pixels;  // kept, so that its address stays its name
  PdfObjects::Bytes colours;
  PdfObjects::Bytes alpha;  // null without one
};

class PdfCaches {
 public:
  PdfSubsets subsets;

  // The operators of the group's form, deflated at that level; null when the group cannot be one.
  // REQUIRES a cache key.
  PdfObjects::Bytes form(const Group& group, int level);
  // Throws Error{invalid} when the pixels are not as many as the picture's size says. Valid until
  // the next call.
  const PdfImagePart& image(const Image& image);

 private:
  std::unordered_map<std::string, PdfObjects::Bytes> forms_;
  std::size_t form_bytes_ = 0;
  std::map<const void*, PdfImagePart> images_;
};

}  // namespace kinescript
