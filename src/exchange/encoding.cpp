// SPDX-License-Identifier: MIT
#include "exchange/encoding.h"

#include <array>

#include "base/text.h"

namespace kinescript {
namespace {

constexpr char32_t kNothing = 0xFFFD;

// 0x80 to 0x9F; 0 where the page has nothing.
constexpr std::array<char16_t, 32> kWindows{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::string from_windows(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char byte = byte_at(bytes, at);
    if (byte < 0x80 || byte >= 0xA0) {
      append_utf8(text, byte);
      continue;
    }
    const char16_t letter = kWindows[byte - 0x80U];
    append_utf8(text, letter ? letter : kNothing);
  }
  return text;
}

std::string from_utf16(std::string_view bytes, bool little) {
  const auto unit = [&](std::size_t at) {
    const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    return static_cast<char32_t>(little ? second << 8 | first : first << 8 | second);
  };
  std::string text;
  text.reserve(bytes.size());
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    const char32_t first = unit(at);
    at += 2;
    if (first < 0xD800 || first > 0xDFFF) {
      append_utf8(text, first);
      continue;
    }
    const char32_t second = first < 0xDC00 && at + 1 < bytes.size() ? unit(at) : 0;
    if (second >= 0xDC00 && second <= 0xDFFF) {
      append_utf8(text, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
      at += 2;
    } else {
      append_utf8(text, kNothing);
    }
  }
  if (at < bytes.size()) append_utf8(text, kNothing);  // half a unit
  return text;
}

// Which of the two places of each pair holds the zeros of Latin letters; -1 when neither does.
int place_of_zeros(std::string_view bytes) {
  std::size_t zeros[2] = {0, 0};
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (bytes[at] == '\0') ++zeros[at % 2];
  for (const int place : {0, 1})
    if (zeros[place] * 4 > bytes.size() && zeros[1 - place] * 10 < zeros[place]) return place;
  return -1;
}

bool has_windows_letters(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (byte_at(bytes, at) >= 0x80 && byte_at(bytes, at) < 0xA0) return true;
  return false;
}

}  // namespace

std::string_view word(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf8:
      return "UTF-8";
    case TextEncoding::utf16_le:
      return "UTF-16 (little-endian)";
    case TextEncoding::utf16_be:
      return "UTF-16 (big-endian)";
    case TextEncoding::latin1:
      return "Latin-1";
    case TextEncoding::windows_1252:
      return "Windows-1252";
  }
  return "";
}

DecodedText decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE"))
    return {TextEncoding::utf16_le, from_utf16(bytes.substr(2), true)};
  if (bytes.starts_with("\xFE\xFF"))
    return {TextEncoding::utf16_be, from_utf16(bytes.substr(2), false)};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const int zeros = place_of_zeros(bytes);
  if (zeros == 1) return {TextEncoding::utf16_le, from_utf16(bytes, true)};
  if (zeros == 0) return {TextEncoding::utf16_be, from_utf16(bytes, false)};
  if (valid_utf8(bytes)) return {TextEncoding::utf8, std::string(bytes)};
  return {has_windows_letters(bytes) ? TextEncoding::windows_1252 : TextEncoding::latin1,
          from_windows(bytes)};
}

}  // namespace kinescript
