// SPDX-License-Identifier: MIT
// Small things of the PDF language: numbers, hexadecimal text, deflated bytes. Nothing here depends
// on the C locale.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "draw/drawing.h"

namespace kinescript {

// Rounded to `decimals` (0 to 5) without trailing zeros. Throws Error{invalid} for NaN, infinity
// and what no page can hold (a million points): such a number would otherwise print as garbage or
// be cut without a word.
void append_number(std::string& out, double value, int decimals = 2);
void append_point(std::string& out, Point point);            // "x y "
void append_matrix(std::string& out, const Matrix& matrix);  // "a b c d e f "
// The number of `decimals` units that append_number would write: 12.345 is 1235 hundredths.
long rounded(double value, int decimals = 2);
void append_hex4(std::string& out, unsigned value);
void append_utf16_hex(std::string& out, std::string_view utf8);  // REQUIRES valid UTF-8

// A byte of a literal string, "(...)", with the backslash that some need.
void append_string_byte(std::string& out, char byte);

// A text string as PDF writes it: "(...)" for ASCII, else "<FEFF...>". REQUIRES valid UTF-8.
std::string pdf_text(std::string_view utf8);

// zlib format. Levels of libdeflate: 12 is a tenth smaller than 6 on operators and objects, at a
// tenth of the speed.
constexpr int kQuickDeflate = 6, kSmallDeflate = 12;
std::string deflated(std::string_view bytes, int level = kQuickDeflate);

}  // namespace kinescript
