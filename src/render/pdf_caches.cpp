// SPDX-License-Identifier: MIT
#include "render/pdf_caches.h"

#include "base/error.h"
#include "render/pdf_page.h"
#include "render/pdf_syntax.h"

namespace kinescript {
namespace {

// Deflated figures are 1 to 5 KB: a catalog of 500 exercises with two sides and four poses each
// fits.
constexpr std::size_t kMostFormBytes = 32u << 20;
constexpr std::size_t kMostImages = 16;
constexpr int kLargestSide = 20000;

void require_whole(const Image& image) {
  const bool sized = image.width > 0 && image.height > 0 && image.width <= kLargestSide &&
                     image.height <= kLargestSide;
  const std::size_t pixels =
      sized ? static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) : 0;
  if (!sized || !image.pixels || image.pixels->size() != pixels * (image.has_alpha ? 4 : 3))
    throw Error(ErrorKind::invalid, "",
                "A picture is damaged and cannot be printed. Choose the picture again.");
}

PdfObjects::Bytes share(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

PdfImagePart split_and_deflate(const Image& image) {
  const std::vector<std::uint8_t>& pixels = *image.pixels;
  PdfImagePart part{image.pixels, nullptr, nullptr};
  if (!image.has_alpha) {
    part.colours = share(deflated({reinterpret_cast<const char*>(pixels.data()), pixels.size()}));
    return part;
  }
  std::string colours, alpha;
  for (std::size_t at = 0; at < pixels.size(); at += 4) {
    for (std::size_t i = 0; i < 3; ++i) colours += static_cast<char>(pixels[at + i]);
    alpha += static_cast<char>(pixels[at + 3]);
  }
  part.colours = share(deflated(colours));
  part.alpha = share(deflated(alpha));
  return part;
}

}  // namespace

PdfObjects::Bytes PdfCaches::form(const Group& group, int level) {
  const std::string key = group.cache_key + "-" + std::to_string(level);
  const auto known = forms_.find(key);
  if (known != forms_.end()) return known->second;
  if (form_bytes_ > kMostFormBytes) {
    forms_.clear();
    form_bytes_ = 0;
  }
  const auto operators = form_operators(group);
  const PdfObjects::Bytes made = operators ? share(deflated(*operators, level)) : nullptr;
  form_bytes_ += key.size() + (made ? made->size() : 0);
  return forms_[key] = made;
}

const PdfImagePart& PdfCaches::image(const Image& image) {
  require_whole(image);
  const auto known = images_.find(image.pixels.get());
  if (known != images_.end()) return known->second;
  if (images_.size() >= kMostImages) images_.clear();
  return images_.emplace(image.pixels.get(), split_and_deflate(image)).first->second;
}

}  // namespace kinescript
