// SPDX-License-Identifier: MIT
// What comes in is made fit to be set: well-formed UTF-8, composed (NFC), line breaks as '\n', tabs
// as blanks, without other control characters, soft hyphens and byte order marks. Everything in
// text/ goes through here first.
//
//   clean_text("e\u0301\r\n\tx")      // "é\n x"
//   clean_text("caf\xE9")             // throws Error{invalid}
#pragma once
#include <string>
#include <string_view>

namespace kinescript {

std::string clean_text(std::string_view utf8);

// True when the language (BCP 47) is written from right to left: "ar", "he", "fa", "ur" ...
bool right_to_left(std::string_view language);

}  // namespace kinescript
