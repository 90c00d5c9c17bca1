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

// zlib format. Levels of libdeflate: quick for a document that somebody waits for, usual for parts
// that are deflated once for many documents, small for documents that are kept. Of the 33 figures
// of an example (896 KB of operators) 1 makes 337 KB in 6 ms, 6 makes 314 KB in 21 ms, 10 makes
// 295 KB in 105 ms, 12 makes 294 KB in 161 ms.
constexpr int kQuickDeflate = 1, kUsualDeflate = 6, kSmallDeflate = 10;
std::string deflated(std::string_view bytes, int level = kUsualDeflate);

}  // namespace kinescript
