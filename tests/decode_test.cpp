// SPDX-License-Identifier: MIT
#include <png.h>

#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <cstdlib>
// jpeglib.h needs size_t and FILE declared before it.
#include <jpeglib.h>

#include <functional>

#include "base/error.h"
#include "draw/decode.h"
#include "draw/pixels.h"

using namespace kinescript;

namespace {

struct PngKind {
  int depth = 8, colour = PNG_COLOR_TYPE_RGB;
  bool interlaced = false;
  bool transparent_black = false;  // by a tRNS chunk
};

// A picture of 4 by 2 whose left half is black and whose right half is white.
std::string png(const PngKind& kind, unsigned width = 4, unsigned height = 2) {
  std::string out;
  png_structp write = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(write);
  png_set_write_fn(
      write, &out,
      [](png_structp p, png_bytep data, size_t size) {
        static_cast<std::string*>(png_get_io_ptr(p))->append(reinterpret_cast<char*>(data), size);
      },
      nullptr);
  png_set_IHDR(write, info, width, height, kind.depth, kind.colour,
               kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  const png_color palette[] = {{0, 0, 0}, {255, 255, 255}};
  if (kind.colour == PNG_COLOR_TYPE_PALETTE) png_set_PLTE(write, info, palette, 2);
  if (kind.transparent_black) {
    png_color_16 black = {};
    png_byte clear = 0;
    png_set_tRNS(write, info, &clear, 1, &black);
  }
  png_write_info(write, info);
  const std::size_t row_bytes = png_get_rowbytes(write, info);
  std::vector<png_byte> row(row_bytes, 0);
  if (kind.depth == 1)
    row[0] = 0x30;
  else if (kind.colour == PNG_COLOR_TYPE_PALETTE)
    row[2] = row[3] = 1;
  else
    for (std::size_t i = row_bytes / 2; i < row_bytes; ++i) row[i] = 0xFF;
  if (kind.colour == PNG_COLOR_TYPE_RGBA) row[3] = row[7] = 0xFF;
  std::vector<png_bytep> rows(height, row.data());
  png_write_image(write, rows.data());
  png_write_end(write, info);
  png_destroy_write_struct(&write, &info);
  return out;
}

// 16 by 8, left half black, right half white; `markers` writes what goes before the pixels.
std::string jpeg(J_COLOR_SPACE space,
                 const std::function<void(jpeg_compress_struct&)>& markers = nullptr) {
  jpeg_compress_struct state = {};
  jpeg_error_mgr errors = {};
  state.err = jpeg_std_error(&errors);
  jpeg_create_compress(&state);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&state, &memory, &size);
  state.image_width = 16;
  state.image_height = 8;
  state.input_components = space == JCS_GRAYSCALE ? 1 : space == JCS_CMYK ? 4 : 3;
  state.in_color_space = space;
  jpeg_set_defaults(&state);
  jpeg_set_quality(&state, 100, TRUE);
  if (space == JCS_RGB) jpeg_simple_progression(&state);
  jpeg_start_compress(&state, TRUE);
  if (markers) markers(state);
  std::vector<unsigned char> row(16 * static_cast<std::size_t>(state.input_components), 0);
  for (std::size_t i = row.size() / 2; i < row.size(); ++i) row[i] = 255;
  for (int y = 0; y < 8; ++y) {
    JSAMPROW pointer = row.data();
    jpeg_write_scanlines(&state, &pointer, 1);
  }
  jpeg_finish_compress(&state);
  jpeg_destroy_compress(&state);
  std::string out(reinterpret_cast<char*>(memory), size);
  std::free(memory);
  return out;
}

void turned_by_camera(jpeg_compress_struct& state, unsigned char orientation) {
  const unsigned char exif[] = {'E', 'x', 'i', 'f',         0, 0,    'M',  'M', 0, 42, 0,
                                0,   0,   8,   0,           1, 0x01, 0x12, 0,   3, 0,  0,
                                0,   1,   0,   orientation, 0, 0,    0,    0,   0, 0};
  jpeg_write_marker(&state, JPEG_APP0 + 1, exif, sizeof exif);
}

int red(const Image& image, int x, int y) {
  const int channels = image.has_alpha ? 4 : 3;
  return (*image.pixels)[static_cast<std::size_t>((y * image.width + x) * channels)];
}

ErrorKind failure(std::string_view bytes) {
  try {
    decode_image(bytes);
  } catch (const Error& error) {
    return error.kind();
  }
  BOOST_ERROR("no error");
  return ErrorKind::io;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decode_test)

BOOST_AUTO_TEST_CASE(png_of_every_kind_gives_the_same_picture) {
  for (const bool interlaced : {false, true})
    for (const PngKind kind : {PngKind{8, PNG_COLOR_TYPE_RGB}, PngKind{16, PNG_COLOR_TYPE_RGB},
                               PngKind{8, PNG_COLOR_TYPE_GRAY}, PngKind{1, PNG_COLOR_TYPE_GRAY},
                               PngKind{16, PNG_COLOR_TYPE_GRAY}, PngKind{8, PNG_COLOR_TYPE_PALETTE},
                               PngKind{8, PNG_COLOR_TYPE_RGBA}}) {
      PngKind each = kind;
      each.interlaced = interlaced;
      const Image image = decode_image(png(each));
      BOOST_TEST(image.width == 4);
      BOOST_TEST(image.height == 2);
      BOOST_TEST(image.has_alpha == (kind.colour == PNG_COLOR_TYPE_RGBA));
      BOOST_TEST(red(image, 0, 1) == 0);
      BOOST_TEST(red(image, 3, 1) == 255);
    }
}

BOOST_AUTO_TEST_CASE(a_transparent_colour_becomes_alpha) {
  for (const int colour : {PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_PALETTE}) {
    const Image image = decode_image(png({8, colour, false, true}));
    BOOST_TEST(image.has_alpha);
    BOOST_TEST((*image.pixels)[3] == 0);
    BOOST_TEST((*image.pixels)[15] == 255);
  }
}

BOOST_AUTO_TEST_CASE(jpeg_in_colour_grey_and_four_inks_gives_black_and_white) {
  for (const J_COLOR_SPACE space : {JCS_RGB, JCS_GRAYSCALE, JCS_CMYK}) {
    const Image image = decode_image(jpeg(space));
    BOOST_TEST(image.width == 16);
    BOOST_TEST(!image.has_alpha);
    BOOST_TEST(red(image, 1, 4) < 8, "space " << static_cast<int>(space));
    BOOST_TEST(red(image, 14, 4) > 247, "space " << static_cast<int>(space));
  }
}

BOOST_AUTO_TEST_CASE(a_photograph_that_the_camera_marked_is_turned) {
  const Image image = decode_image(jpeg(JCS_RGB, [](auto& state) { turned_by_camera(state, 6); }));
  BOOST_REQUIRE(image.width == 8);
  BOOST_REQUIRE(image.height == 16);
  BOOST_TEST(red(image, 4, 1) < 8);  // left became top
  BOOST_TEST(red(image, 4, 14) > 247);
}

BOOST_AUTO_TEST_CASE(each_orientation_puts_the_first_pixel_where_exif_says) {
  // 3 by 2, numbered in reading order; where the pixel that is first in the file lies when upright.
  const Pixels file{3, 2, 3, {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5}};
  const auto order = [&](int orientation) {
    std::string text;
    const Pixels turned = upright(file, orientation);
    for (std::size_t i = 0; i < turned.bytes.size(); i += 3)
      text += static_cast<char>('0' + turned.bytes[i]);
    return text;
  };
  BOOST_TEST(order(1) == "012345");
  BOOST_TEST(order(2) == "210543");
  BOOST_TEST(order(3) == "543210");
  BOOST_TEST(order(4) == "345012");
  BOOST_TEST(order(5) == "031425");
  BOOST_TEST(order(6) == "304152");
  BOOST_TEST(order(7) == "524130");
  BOOST_TEST(order(8) == "251403");
  BOOST_TEST(order(77) == "012345");
}

BOOST_AUTO_TEST_CASE(large_pictures_are_reduced_to_means) {
  const Image image = decode_image(png({}), 2);
  BOOST_TEST(image.width == 2);
  BOOST_TEST(image.height == 1);
  BOOST_TEST(red(image, 0, 0) == 0);
  BOOST_TEST(red(image, 1, 0) == 255);
  BOOST_TEST(red(decode_image(png({}), 1), 0, 0) == 128);
  // What is transparent lends no colour: black and clear beside white stays white.
  BOOST_TEST(red(decode_image(png({8, PNG_COLOR_TYPE_RGB, false, true}), 1), 0, 0) == 255);
}

BOOST_AUTO_TEST_CASE(sizes_are_refused_before_memory_is_taken) {
  std::string huge = png({});
  // 60,000 by 60,000 in the header; the header's checksum is at byte 29.
  huge[18] = static_cast<char>(0xEA);
  huge[19] = 0x60;
  huge[22] = static_cast<char>(0xEA);
  huge[23] = 0x60;
  const auto crc = [](std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char c : bytes) {
      sum ^= static_cast<unsigned char>(c);
      for (int i = 0; i < 8; ++i) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    return ~sum;
  }(std::string_view(huge).substr(12, 17));
  for (int i = 0; i < 4; ++i)
    huge[static_cast<std::size_t>(29 + i)] = static_cast<char>(crc >> (24 - 8 * i));
  BOOST_TEST((failure(huge) == ErrorKind::invalid));
}

BOOST_AUTO_TEST_CASE(files_that_end_anywhere_are_damaged_and_nothing_worse) {
  for (const std::string& whole :
       {png({}), png({16, PNG_COLOR_TYPE_RGB, true}), jpeg(JCS_RGB), jpeg(JCS_CMYK)})
    for (std::size_t length = 8; length + 20 < whole.size(); ++length)
      BOOST_TEST((failure(std::string_view(whole).substr(0, length)) == ErrorKind::damaged),
                 length);
}

BOOST_AUTO_TEST_CASE(changed_bytes_never_crash_the_decoder) {
  for (const std::string& whole : {png({8, PNG_COLOR_TYPE_PALETTE, true, true}),
                                   jpeg(JCS_RGB, [](auto& state) { turned_by_camera(state, 3); })})
    for (std::size_t at = 8; at < whole.size(); ++at)
      for (const int change : {1, 0x80, 0xFF}) {
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ change);
        try {
          const Image image = decode_image(broken);
          BOOST_REQUIRE(image.pixels->size() == static_cast<std::size_t>(image.width) *
                                                    static_cast<std::size_t>(image.height) *
                                                    (image.has_alpha ? 4u : 3u));
        } catch (const Error&) {
        }
      }
}

BOOST_AUTO_TEST_CASE(other_files_are_refused) {
  BOOST_TEST((failure("") == ErrorKind::invalid));
  BOOST_TEST((failure("GIF89a") == ErrorKind::invalid));
  BOOST_TEST((failure("<svg/>") == ErrorKind::invalid));
}

BOOST_AUTO_TEST_SUITE_END()
