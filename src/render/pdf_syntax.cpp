// SPDX-License-Identifier: MIT
#include "render/pdf_syntax.h"

#include <libdeflate.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>

#include "base/error.h"
#include "base/text.h"

namespace kinescript {
namespace {

constexpr double kLargest = 1e6;
constexpr long kPowers[] = {1, 10, 100, 1000, 10000, 100000};

struct ReleaseCompressor {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

}  // namespace

long rounded(double value, int decimals) {
  if (!std::isfinite(value) || std::abs(value) > kLargest)
    throw Error(ErrorKind::invalid, "",
                "A length on the page is not a number that can be printed. Please report what was "
                "on the page.");
  return std::lround(value * kPowers[decimals]);
}

void append_number(std::string& out, double value, int decimals) {
  long units = rounded(value, decimals);
  if (units < 0) {
    out += '-';
    units = -units;
  }
  out += std::to_string(units / kPowers[decimals]);
  long fraction = units % kPowers[decimals];
  if (fraction == 0) return;
  out += '.';
  for (int digit = decimals - 1; fraction != 0; --digit) {
    out += static_cast<char>('0' + fraction / kPowers[digit]);
    fraction %= kPowers[digit];
  }
}

void append_point(std::string& out, Point point) {
  append_number(out, point.x);
  out += ' ';
  append_number(out, point.y);
  out += ' ';
}

void append_matrix(std::string& out, const Matrix& m) {
  for (const double factor : {m.a, m.b, m.c, m.d}) {
    append_number(out, factor, 5);
    out += ' ';
  }
  append_point(out, {m.e, m.f});
}

void append_hex4(std::string& out, unsigned value) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[value >> shift & 15];
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    auto c = static_cast<unsigned>(next_code_point(utf8, at));
    if (c > 0xFFFF) {
      c -= 0x10000;
      append_hex4(out, 0xD800 | c >> 10);
      append_hex4(out, 0xDC00 | (c & 0x3FF));
    } else {
      append_hex4(out, c);
    }
  }
}

void append_string_byte(std::string& out, char byte) {
  if (byte == '\r') {  // readers take a bare one for a line's end
    out += "\\r";
    return;
  }
  if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
  out += byte;
}

std::string pdf_text(std::string_view utf8) {
  const bool ascii =
      std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (ascii) {
    std::string out = "(";
    for (const char c : utf8) append_string_byte(out, c);
    return out + ")";
  }
  std::string out = "<FEFF";
  append_utf16_hex(out, utf8);
  return out + ">";
}

std::string deflated(std::string_view bytes, int level) {
  const std::unique_ptr<libdeflate_compressor, ReleaseCompressor> compressor(
      libdeflate_alloc_compressor(level));
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                      out.size()));
  return out;
}

}  // namespace kinescript
