// SPDX-License-Identifier: MIT
// Text as bytes of UTF-8, numbers without the C locale, and "did you mean".
//
//   valid_utf8("caf\xe9")            -> false
//   parse_int("12")                  -> 12;  parse_int("12x") -> nullopt
//   closest("brigde", {"bridge"})    -> "bridge"
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

// True for well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
bool valid_utf8(std::string_view text);
// True when the text has a control character other than a line break or a tab.
bool has_control_characters(std::string_view text);
// Number of code points. REQUIRES valid UTF-8.
std::size_t code_points(std::string_view text);
// Steps through code points: returns the one at `at` and moves `at` past it. REQUIRES valid UTF-8 and at < size.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& text, char32_t code_point);

std::string_view trim(std::string_view text);  // ASCII white space at both ends
// Pieces between separators, trimmed; empty pieces are dropped.
std::vector<std::string> split(std::string_view text, std::string_view separator);
std::vector<std::string> split_words(std::string_view text);  // at ASCII white space
std::string join(const std::vector<std::string>& pieces, std::string_view separator);
std::string lower_ascii(std::string_view text);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

// The whole text must be a number; no sign but '-', no blanks.
std::optional<int> parse_int(std::string_view text);
std::optional<double> parse_double(std::string_view text);
// At most `decimals` digits after the point, no trailing zeros, never "-0". REQUIRES finite.
std::string number(double value, int decimals = 2);

// Edits (insert, delete, replace, swap of neighbours) between two ASCII words.
int edit_distance(std::string_view a, std::string_view b);
// The candidate nearest to `word`, when it is near enough to be a slip of the finger; else "".
std::string closest(std::string_view word, const std::vector<std::string>& candidates);
// "Did you mean "bridge"?" or "" — with a leading blank when there is something to say.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace kinescript
