// SPDX-License-Identifier: MIT
// Text files of other programs as UTF-8. What an encoding is, is read from the bytes: a mark at the
// beginning, zeros in every second byte, or that all of it is well-formed UTF-8; what is left is
// Windows-1252, of which Latin-1 is the part without 0x80 to 0x9F.
//
//   DecodedText text = decode_text(bytes);    // text.encoding, text.utf8
//
// A byte or half of a pair that stands for nothing becomes U+FFFD, so that the row it is in can be
// refused and the others not. Source of the table: Unicode, mappings, CP1252.TXT.
#pragma once
#include <string>
#include <string_view>

namespace kinescript {

enum class TextEncoding : unsigned char { utf8, utf16_le, utf16_be, latin1, windows_1252 };
std::string_view word(TextEncoding encoding);  // "UTF-8", "UTF-16 (little-endian)", …

struct DecodedText {
  TextEncoding encoding = TextEncoding::utf8;
  std::string utf8;
};
DecodedText decode_text(std::string_view bytes);

}  // namespace kinescript
