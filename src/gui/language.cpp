// SPDX-License-Identifier: MIT
#include "gui/language.h"

#include <wx/intl.h>
#include <wx/translation.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/shown_words.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/style.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDomain = "kinescript";

// Installed they lie with the other data; from the source tree, where they were built.
fs::path texts_folder(const Workspace& workspace) {
  std::error_code failed;
  const fs::path installed = workspace.data_folder() / "locale";
  return fs::is_directory(installed, failed) ? installed : fs::path(KINESCRIPT_BUILT_TEXTS);
}

// "es_ES.UTF-8" -> "es"
std::string language_part(const std::string& locale) {
  return lower_ascii(locale.substr(0, locale.find_first_of("_.@-")));
}

// Of wx, or "" when there is none.
std::string found(const char* english, const std::size_t* n) {
  const wxTranslations* texts = wxTranslations::Get();
  const wxString key = words(english);
  const wxString* text = n ? texts->GetTranslatedString(key, static_cast<unsigned>(*n), kDomain)
                           : texts->GetTranslatedString(key, kDomain);
  return text ? utf8(*text) : std::string();
}

}  // namespace

std::vector<std::string> window_languages(const Workspace& workspace) {
  std::vector<std::string> languages;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(texts_folder(workspace), failed))
    languages.push_back(entry.path().filename().string());
  std::sort(languages.begin(), languages.end());
  languages.insert(languages.begin(), "en");
  return languages;
}

std::string window_language(const std::string& preferred,
                            const std::function<std::string(const char* name)>& environment,
                            const std::vector<std::string>& available) {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (locale.empty()) locale = environment(name);
  std::vector<std::string> wanted = {preferred};
  // In the locale "C" the list of languages does not count.
  if (!locale.empty() && locale != "C" && locale != "POSIX")
    for (const std::string& each : split(environment("LANGUAGE"), ":")) wanted.push_back(each);
  wanted.push_back(locale);
  for (const std::string& each : wanted)
    if (std::find(available.begin(), available.end(), language_part(each)) != available.end())
      return language_part(each);
  return "en";
}

std::string language_own_name(const std::string& language) {
  const wxLanguageInfo* known = wxLocale::FindLanguageInfo(words(language));
  return known ? capital(utf8(known->DescriptionNative)) : language;
}

void speak(const Workspace& workspace, const std::string& language) {
  wxFileTranslationsLoader::AddCatalogLookupPathPrefix(words(texts_folder(workspace).string()));
  auto* texts = new wxTranslations;
  wxTranslations::Set(texts);  // owns them
  texts->SetLanguage(words(language));
  bool known = false;
  if (language != "en") {
    texts->AddStdCatalog();
    known = texts->AddCatalog(kDomain, wxLANGUAGE_ENGLISH);
  }
  set_translation(known ? language : "en", known ? TextSource(found) : TextSource());
}

}  // namespace kinescript
