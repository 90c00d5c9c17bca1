// SPDX-License-Identifier: MIT
#include "draw/encode.h"

// jpeglib.h needs size_t and FILE before it.
#include <jpeglib.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

constexpr int kQuality = 85;  // libjpeg's scale; above it files grow faster than they look better

std::vector<std::uint8_t> opaque_row(const Image& image, int y) {
  const std::size_t step = image.has_alpha ? 4 : 3;
  const auto width = static_cast<std::size_t>(image.width);
  const std::uint8_t* from = image.pixels->data() + static_cast<std::size_t>(y) * width * step;
  std::vector<std::uint8_t> row(width * 3);
  for (std::size_t x = 0; x < width; ++x) {
    const int alpha = image.has_alpha ? from[x * step + 3] : 255;
    for (std::size_t i = 0; i < 3; ++i)
      row[x * 3 + i] =
          static_cast<std::uint8_t>((from[x * step + i] * alpha + 255 * (255 - alpha)) / 255);
  }
  return row;
}

}  // namespace

std::string encode_jpeg(const Image& image) {
  if (image.width <= 0 || image.height <= 0 || !image.pixels)
    throw Error(ErrorKind::invalid, "", tr("The picture is empty. Choose another one."));
  jpeg_compress_struct state{};
  jpeg_error_mgr errors{};
  state.err = jpeg_std_error(&errors);
  jpeg_create_compress(&state);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&state, &buffer, &size);
  state.image_width = static_cast<JDIMENSION>(image.width);
  state.image_height = static_cast<JDIMENSION>(image.height);
  state.input_components = 3;
  state.in_color_space = JCS_RGB;
  jpeg_set_defaults(&state);
  jpeg_set_quality(&state, kQuality, TRUE);
  jpeg_start_compress(&state, TRUE);
  for (int y = 0; y < image.height; ++y) {
    auto row = opaque_row(image, y);
    JSAMPROW pointer = row.data();
    jpeg_write_scanlines(&state, &pointer, 1);
  }
  jpeg_finish_compress(&state);
  std::string bytes(reinterpret_cast<const char*>(buffer), size);
  jpeg_destroy_compress(&state);
  std::free(buffer);
  return bytes;
}

}  // namespace kinescript
