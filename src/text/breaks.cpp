// SPDX-License-Identifier: MIT
#include "text/breaks.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

#include "base/error.h"
#include "text/clean.h"

namespace kinescript {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

[[noreturn]] void no_tables() {
  throw Error(ErrorKind::io, "",
              "The tables of ICU cannot be read. Install the package libicu again.");
}

// Making one reads its rules anew, which took a sixth of a handout's time: each thread keeps the
// one of the language it last wrote.
icu::BreakIterator& line_iterator(std::string_view language) {
  thread_local std::string of;
  thread_local Iterator kept;
  if (kept && of == language) return *kept;
  UErrorCode status = U_ZERO_ERROR;
  of = language;
  kept.reset(
      icu::BreakIterator::createLineInstance(icu::Locale::createFromName(of.c_str()), status));
  if (U_FAILURE(status)) kept.reset();
  if (!kept) no_tables();
  return *kept;
}

// Byte positions at which `iterator` stops, the end included.
std::vector<std::size_t> stops(icu::BreakIterator& iterator, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> opened(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
  iterator.setText(opened.get(), status);
  if (U_FAILURE(status)) no_tables();
  std::vector<std::size_t> ends;
  iterator.first();
  for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next())
    ends.push_back(static_cast<std::size_t>(at));
  return ends;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

bool inside_number_range(std::string_view text, std::size_t at) {
  constexpr std::string_view kEnDash = "\xE2\x80\x93";
  if (at < kEnDash.size() + 1 || at >= text.size() || !digit(text[at])) return false;
  const std::size_t dash = at - kEnDash.size();
  return text.substr(dash, kEnDash.size()) == kEnDash && digit(text[dash - 1]);
}

Word word_of(std::string_view piece) {
  Word word;
  if (!piece.empty() && piece.back() == '\n') {
    word.ends_line = true;
    piece.remove_suffix(1);
  }
  const std::size_t last = piece.find_last_not_of(' ');
  const std::size_t length = last == std::string_view::npos ? 0 : last + 1;
  word.text = piece.substr(0, length);
  word.blank = piece.substr(length);
  return word;
}

}  // namespace

std::vector<Word> break_opportunities(std::string_view utf8, std::string_view language) {
  const std::string text = clean_text(utf8);
  std::vector<Word> words;
  std::size_t begin = 0;
  for (const std::size_t end : stops(line_iterator(language), text)) {
    if (inside_number_range(text, end)) continue;
    words.push_back(word_of(std::string_view(text).substr(begin, end - begin)));
    begin = end;
  }
  return words;
}

std::vector<std::string> letters(std::string_view utf8) {
  const std::string text = clean_text(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const Iterator characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) no_tables();
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (const std::size_t end : stops(*characters, text)) {
    all.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return all;
}

}  // namespace kinescript
