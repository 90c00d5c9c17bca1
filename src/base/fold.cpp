// SPDX-License-Identifier: MIT
#include "base/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace kinescript {
namespace {

// What has no mark to take away.
constexpr std::pair<char32_t, const char*> kLetters[] = {{U'ø', "o"},  {U'ł', "l"},  {U'đ', "d"},
                                                         {U'æ', "ae"}, {U'œ', "oe"}, {U'ı', "i"}};

}  // namespace

std::string folded(std::string_view text) {
  const bool ascii = std::none_of(text.begin(), text.end(), [](char c) { return c & 0x80; });
  if (ascii) return lower_ascii(text);
  UErrorCode failed = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKDInstance(failed);
  if (U_FAILURE(failed)) return lower_ascii(text);
  const icu::UnicodeString apart = form->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())}).foldCase(),
      failed);
  std::string made;
  for (int at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const auto letter = static_cast<char32_t>(apart.char32At(at));
    const auto* plain = std::find_if(std::begin(kLetters), std::end(kLetters),
                                     [&](const auto& each) { return each.first == letter; });
    if (plain != std::end(kLetters))
      made += plain->second;
    else if (u_charType(static_cast<UChar32>(letter)) != U_NON_SPACING_MARK)
      append_utf8(made, letter);
  }
  return made;
}

}  // namespace kinescript
