// SPDX-License-Identifier: MIT
#include "handout/phrasebook.h"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <map>
#include <mutex>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace kinescript {

struct Phrasebook::Patterns {
  struct Phrase {
    std::string text;
    std::unique_ptr<icu::MessageFormat> format;
    // The text as a date pattern; made once, which takes twenty times as long as to use it.
    mutable std::once_flag first_date;
    mutable std::unique_ptr<icu::SimpleDateFormat> date;
  };
  std::string language;
  icu::Locale locale;
  std::map<std::string, Phrase, std::less<>> phrases;

  const Phrase& phrase(std::string_view key) const {
    const auto found = phrases.find(key);
    if (found != phrases.end()) return found->second;
    throw Error(
        ErrorKind::invalid, "phrases.toml",
        fmt::format("the phrase \"{}\" is missing. Add it to the language \"{}\".", key, language));
  }
};

namespace {

// Reads one table into patterns whose keys are joined with dots ("dose.start").
class PatternReader {
 public:
  PatternReader(Phrasebook::Patterns& patterns, std::string file)
      : patterns_(patterns), file_(std::move(file)) {}

  void read(const toml::table& table, const std::string& prefix) {
    for (const auto& entry : table) {
      const std::string key = prefix + std::string(entry.first.str());
      if (const toml::table* inner = entry.second.as_table()) {
        read(*inner, key + ".");
      } else if (const auto text = entry.second.value<std::string>()) {
        add(key, *text, entry.second.source().begin.line);
      } else {
        throw fault(entry.second.source().begin.line,
                    "\"" + key + "\" is not a text. Write it in quotes.");
      }
    }
  }

 private:
  void add(const std::string& key, const std::string& text, unsigned line) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    auto format = std::make_unique<icu::MessageFormat>(icu::UnicodeString::fromUTF8(text),
                                                       patterns_.locale, place, status);
    if (U_FAILURE(status))
      throw fault(line, "the pattern of \"" + key + "\" is damaged near character " +
                            std::to_string(place.offset + 1) +
                            ". Check its braces and plural forms.");
    Phrasebook::Patterns::Phrase& phrase = patterns_.phrases[key];
    phrase.text = text;
    phrase.format = std::move(format);
  }
  Error fault(unsigned line, const std::string& what) const {
    return Error(ErrorKind::invalid, file_ + ":" + std::to_string(line), what);
  }

  Phrasebook::Patterns& patterns_;
  std::string file_;
};

icu::Formattable formattable(const PhraseArgument& argument) {
  if (const int* number = std::get_if<int>(&argument.value)) return icu::Formattable(*number);
  return icu::Formattable(icu::UnicodeString::fromUTF8(std::get<std::string>(argument.value)));
}

}  // namespace

const std::string& Phrasebook::language() const { return patterns_->language; }

bool Phrasebook::has(std::string_view key) const { return patterns_->phrases.count(key) != 0; }

std::string Phrasebook::say(std::string_view key,
                            const std::vector<PhraseArgument>& arguments) const {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const PhraseArgument& argument : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(
        icu::StringPiece(argument.name.data(), static_cast<int32_t>(argument.name.size()))));
    values.push_back(formattable(argument));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString said;
  patterns_->phrase(key).format->format(names.data(), values.data(),
                                        static_cast<int32_t>(names.size()), said, status);
  if (U_FAILURE(status))
    throw Error(ErrorKind::invalid, "phrases.toml",
                fmt::format("the phrase \"{}\" cannot be filled in.", key));
  std::string text;
  return said.toUTF8String(text);
}

std::string Phrasebook::list(const std::vector<std::string>& things) const {
  if (things.empty()) return "";
  std::string text = things.front();
  for (std::size_t i = 1; i + 1 < things.size(); ++i)
    text = say("list.comma", {{"head", text}, {"next", things[i]}});
  return things.size() == 1 ? text : say("list.last", {{"head", text}, {"last", things.back()}});
}

std::string Phrasebook::date(Date day, std::string_view key) const {
  const Patterns::Phrase& phrase = patterns_->phrase(key);
  std::call_once(phrase.first_date, [&] {
    UErrorCode status = U_ZERO_ERROR;
    auto format = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString::fromUTF8(phrase.text),
                                                          patterns_->locale, status);
    if (U_FAILURE(status)) return;
    format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
    phrase.date = std::move(format);
  });
  if (!phrase.date)
    throw Error(ErrorKind::invalid, "phrases.toml",
                fmt::format("the date pattern \"{}\" is damaged.", key));
  const double milliseconds = 86400000.0 * static_cast<double>(day.time_since_epoch().count());
  icu::UnicodeString said;
  std::string text;
  return phrase.date->format(milliseconds, said).toUTF8String(text);
}

Phrasebook read_phrasebook(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "phrases.toml";
  const std::string where = file.filename().string(), text = read_file(file);
  auto patterns = std::make_shared<Phrasebook::Patterns>();
  try {
    const toml::table table = toml::parse(text, where);
    const auto language = table["book"]["language"].value<std::string>();
    if (!language)
      throw Error(ErrorKind::invalid, where, "[book] has no language. Write language = \"en\".");
    patterns->language = *language;
    UErrorCode status = U_ZERO_ERROR;
    patterns->locale = icu::Locale::forLanguageTag(*language, status);
    if (U_FAILURE(status))
      throw Error(ErrorKind::invalid, where,
                  "\"" + *language + "\" is not a language tag. Write one like \"en\".");
    PatternReader(*patterns, where).read(table, "");
  } catch (const toml::parse_error& fault) {
    throw Error(ErrorKind::invalid, where + ":" + std::to_string(fault.source().begin.line),
                std::string(fault.description()) + ".");
  }
  return Phrasebook(std::move(patterns));
}

}  // namespace kinescript
