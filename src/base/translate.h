// SPDX-License-Identifier: MIT
// Texts for a person at the window, in that person's language. The English is the key: where the
// language has no text, and where no language was set (the command line), it is shown as it stands.
//
//   caption(tr("Family name"));
//   say(trf("Plan {} is issued and saved as {}.", number, file));
//   trn("{} page", "{} pages", n);           // n fills the first field; more arguments the others
//   constexpr const char* kNames[] = {to_translate("Sets"), …};   tr(kNames[i])
//
// A text is a whole sentence with fields: never glued from pieces, whose order another language
// would want otherwise. {0}, {1} may change places in a translation. po/README.md says how a text
// gets to the translators and back.
//
// Fields are checked at compile time on the English. A translation whose fields do not fit is not
// shown: the English is. Nothing here throws.
#pragma once
#include <fmt/core.h>

#include <functional>
#include <string>

namespace kinescript {

// The translation of a text; "" = there is none. `n` chooses the plural form; null for a text that
// has none.
using TextSource = std::function<std::string(const char* english, const std::size_t* n)>;

// From now on, for the whole program; before there is a second thread. `language`: "es"; what is
// written by it besides texts (days, names of countries) follows.
void set_translation(std::string language, TextSource source);
const std::string& text_language();  // "en" at first

// Marks a text of a table for the translators; tr() at its use shows it.
constexpr const char* to_translate(const char* english) { return english; }

std::string tr(const char* english);
// Formats `translated`, or `english` when there is none or its fields do not fit.
std::string format_translated(const std::string& translated, fmt::string_view english,
                              fmt::format_args fields);
// REQUIRES a text without end inside: the format string is the key.
std::string translated_text(fmt::string_view english, const std::size_t* n);

template <class... A>
std::string trf(fmt::format_string<A...> english, A&&... fields) {
  return format_translated(translated_text(english, nullptr), english,
                           fmt::make_format_args(fields...));
}

template <class... A>
std::string trn(fmt::format_string<const std::size_t&, A...> one,
                fmt::format_string<const std::size_t&, A...> many, std::size_t n, A&&... fields) {
  return format_translated(translated_text(one, &n), n == 1 ? one : many,
                           fmt::make_format_args(n, fields...));
}

}  // namespace kinescript
