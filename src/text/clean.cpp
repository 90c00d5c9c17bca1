// SPDX-License-Identifier: MIT
#include "text/clean.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/text.h"

namespace kinescript {
namespace {

bool plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= ' ' && c <= '~') || c == '\n'; });
}

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == '\r') {
      if (at >= text.size() || text[at] != '\n') out += '\n';
    } else if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\v' || c == '\f') {
      out += '\n';
    } else if (c == '\t') {
      out += ' ';
    } else if (c == '\n' ||
               (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0xAD && c != 0xFEFF)) {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

}  // namespace

std::string clean_text(std::string_view utf8) {
  if (plain_ascii(utf8)) return std::string(utf8);
  if (!valid_utf8(utf8))
    throw Error(ErrorKind::invalid, "",
                "A text is not well-formed UTF-8 and cannot be set. Type or import it again.");
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status))
    composed->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())),
                            sink, nullptr, status);
  if (U_FAILURE(status))
    throw Error(ErrorKind::io, "",
                "The tables of ICU cannot be read. Install the package libicu again.");
  return without_controls(out);
}

bool right_to_left(std::string_view language) {
  // Asked for every line, and a document has one language or two: ICU looks it up in a table of
  // files.
  thread_local std::pair<std::string, bool> last;
  if (last.first != language)
    last = {std::string(language), uloc_isRightToLeft(std::string(language).c_str()) != 0};
  return last.second;
}

}  // namespace kinescript
