// SPDX-License-Identifier: MIT
#include "base/translate.h"

#include <fmt/format.h>

#include <utility>

namespace kinescript {
namespace {

struct Spoken {
  std::string language = "en";
  TextSource source;
};

Spoken& spoken() {
  static Spoken one;
  return one;
}

}  // namespace

void set_translation(std::string language, TextSource source) {
  spoken() = {std::move(language), std::move(source)};
}

const std::string& text_language() { return spoken().language; }

std::string translated_text(fmt::string_view english, const std::size_t* n) {
  if (!spoken().source) return {};
  return spoken().source(std::string(english.data(), english.size()).c_str(), n);
}

std::string tr(const char* english) {
  std::string translated = translated_text(english, nullptr);
  return translated.empty() ? english : translated;
}

std::string format_translated(const std::string& translated, fmt::string_view english,
                              fmt::format_args fields) {
  if (!translated.empty()) try {
      return fmt::vformat(translated, fields);
    } catch (const fmt::format_error&) {
      // Another number or kind of fields: the English is right.
    }
  return fmt::vformat(english, fields);
}

}  // namespace kinescript
