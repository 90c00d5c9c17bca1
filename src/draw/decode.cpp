// SPDX-License-Identifier: MIT
#include "draw/decode.h"

#include <png.h>

#include <csetjmp>
#include <cstdio>
// jpeglib.h needs size_t and FILE declared before it.
#include <jpeglib.h>

#include <memory>
#include <new>

#include "base/error.h"
#include "base/translate.h"
#include "draw/pixels.h"

namespace kinescript {
namespace {

[[noreturn]] void damaged() {
  throw Error(ErrorKind::damaged, "",
              tr("This picture file is damaged or ends early. Save the picture again."));
}

void require_size(unsigned long width, unsigned long height) {
  if (width == 0 || height == 0) damaged();
  if (width > kLargestPicture || height > kLargestPicture / width)
    throw Error(ErrorKind::invalid, "",
                tr("This picture is too large. Save it with at most 4000 pixels a side."));
}

struct FreePng {
  void operator()(png_image* image) const { png_image_free(image); }
};

Pixels decode_png(std::string_view bytes) {
  png_image image = {};
  image.version = PNG_IMAGE_VERSION;
  const std::unique_ptr<png_image, FreePng> freed_at_the_end(&image);
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) damaged();
  require_size(image.width, image.height);
  const bool alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  image.format = alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  // Deep pictures without a word about their brightness are meant like shallow ones.
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), alpha ? 4 : 3, {}};
  pixels.bytes.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, pixels.bytes.data(), 0, nullptr) == 0) damaged();
  return pixels;
}

// libjpeg leaves by longjmp, so what runs under it (run_header, run_pixels) holds nothing that must
// be destroyed.
struct Jpeg {
  jpeg_decompress_struct state;
  jpeg_error_mgr errors;
  std::jmp_buf exit;

  Jpeg() : state(), errors(), exit() {
    state.err = jpeg_std_error(&errors);
    state.client_data = this;
    errors.error_exit = [](j_common_ptr common) {
      std::longjmp(static_cast<Jpeg*>(common->client_data)->exit, 1);
    };
    errors.output_message = [](j_common_ptr) {};
  }
  ~Jpeg() { jpeg_destroy_decompress(&state); }
  Jpeg(const Jpeg&) = delete;
  Jpeg& operator=(const Jpeg&) = delete;
};

bool run_header(Jpeg& jpeg, std::string_view bytes) {
  if (setjmp(jpeg.exit) != 0) return false;
  jpeg_create_decompress(&jpeg.state);
  jpeg_mem_src(&jpeg.state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_save_markers(&jpeg.state, JPEG_APP0 + 1, 0xFFFF);
  jpeg_read_header(&jpeg.state, TRUE);
  return true;
}

// `rows` has room for all pixels. False when the data is broken; libjpeg fills up what is missing
// with grey and warns.
bool run_pixels(Jpeg& jpeg, std::uint8_t* rows, std::size_t row_bytes) {
  if (setjmp(jpeg.exit) != 0) return false;
  jpeg_start_decompress(&jpeg.state);
  while (jpeg.state.output_scanline < jpeg.state.output_height) {
    JSAMPROW row = rows + jpeg.state.output_scanline * row_bytes;
    jpeg_read_scanlines(&jpeg.state, &row, 1);
  }
  jpeg_finish_decompress(&jpeg.state);
  return jpeg.errors.num_warnings == 0;
}

// The orientation that a camera wrote: entry 0x0112 of the first directory of the EXIF block
// (TIFF 6.0, section 2).
int orientation(const jpeg_decompress_struct& state) {
  for (const jpeg_marker_struct* marker = state.marker_list; marker != nullptr;
       marker = marker->next) {
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (data.substr(0, 6) != std::string_view("Exif\0\0", 6)) continue;
    const std::string_view tiff = data.substr(6);
    const bool big = tiff.substr(0, 2) == "MM";
    const auto number = [&](std::size_t at, std::size_t size) -> std::size_t {
      std::size_t value = 0;
      for (std::size_t i = 0; i < size; ++i) {
        const std::size_t place = at + (big ? i : size - 1 - i);
        value = value << 8 | (place < tiff.size() ? static_cast<unsigned char>(tiff[place]) : 0u);
      }
      return value;
    };
    const std::size_t directory = number(4, 4);
    const std::size_t entries = directory < tiff.size() ? number(directory, 2) : 0;
    for (std::size_t i = 0; i < entries; ++i) {
      const std::size_t entry = directory + 2 + 12 * i;
      if (entry >= tiff.size()) break;
      if (number(entry, 2) == 0x0112) return static_cast<int>(number(entry + 8, 2));
    }
  }
  return 1;
}

// Ink to light. Files by Adobe's programs count ink downwards, and nearly all four-colour files are
// by them.
Pixels without_black(const Pixels& inks, bool counted_down) {
  Pixels pixels{inks.width, inks.height, 3, {}};
  pixels.bytes.reserve(inks.bytes.size() / 4 * 3);
  for (std::size_t at = 0; at < inks.bytes.size(); at += 4)
    for (std::size_t i = 0; i < 3; ++i) {
      const int ink = inks.bytes[at + i], black = inks.bytes[at + 3];
      const int light = counted_down ? ink * black : (255 - ink) * (255 - black);
      pixels.bytes.push_back(static_cast<std::uint8_t>((light + 127) / 255));
    }
  return pixels;
}

Pixels decode_jpeg(std::string_view bytes) {
  Jpeg jpeg;
  if (!run_header(jpeg, bytes)) damaged();
  require_size(jpeg.state.image_width, jpeg.state.image_height);
  const int turned = orientation(jpeg.state);  // libjpeg forgets the markers when it has finished
  const bool four_inks = jpeg.state.num_components == 4;
  jpeg.state.out_color_space = four_inks ? JCS_CMYK : JCS_RGB;
  const int channels = four_inks ? 4 : 3;
  Pixels pixels{static_cast<int>(jpeg.state.image_width),
                static_cast<int>(jpeg.state.image_height),
                channels,
                {}};
  const std::size_t row_bytes =
      static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(channels);
  pixels.bytes.resize(row_bytes * static_cast<std::size_t>(pixels.height));
  if (!run_pixels(jpeg, pixels.bytes.data(), row_bytes)) damaged();
  if (four_inks) pixels = without_black(pixels, jpeg.state.saw_Adobe_marker != 0);
  return upright(std::move(pixels), turned);
}

}  // namespace

Image decode_image(std::string_view bytes, int longest_side) {
  const bool png = bytes.substr(0, 8) == "\x89PNG\r\n\x1A\n",
             jpeg = bytes.substr(0, 3) == "\xFF\xD8\xFF";
  if (!png && !jpeg)
    throw Error(ErrorKind::invalid, "",
                tr("This is not a picture that can be used. Save it as PNG or JPEG."));
  Pixels pixels = reduced(png ? decode_png(bytes) : decode_jpeg(bytes), longest_side);
  Image image;
  image.width = pixels.width;
  image.height = pixels.height;
  image.has_alpha = pixels.channels == 4;
  image.pixels = std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels.bytes));
  return image;
}

Image in_grey(const Image& image) {
  auto grey = std::make_shared<std::vector<std::uint8_t>>(*image.pixels);
  const std::size_t step = image.has_alpha ? 4 : 3;
  for (std::size_t at = 0; at + step <= grey->size(); at += step) {
    std::uint8_t* p = grey->data() + at;
    p[0] = p[1] = p[2] = static_cast<std::uint8_t>((299 * p[0] + 587 * p[1] + 114 * p[2]) / 1000);
  }
  Image copy = image;
  copy.pixels = std::move(grey);
  return copy;
}

}  // namespace kinescript
