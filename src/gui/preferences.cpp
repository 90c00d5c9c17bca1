// SPDX-License-Identifier: MIT
#include "gui/preferences.h"

#include <wx/fileconf.h>
#include <wx/log.h>
#include <wx/sstream.h>

#include <algorithm>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kMostPixels = 20000;  // of a screen; what says more is no size

std::filesystem::path file_of(const std::filesystem::path& clinic_file) {
  return clinic_file.parent_path() / "window.ini";
}

}  // namespace

Preferences read_preferences(const std::filesystem::path& clinic_file) {
  Preferences read;
  std::string text;
  try {
    text = read_file(file_of(clinic_file));
  } catch (const Error&) {
    return read;
  }
  const wxLogNull quiet;  // lines that are none
  wxStringInputStream stream(words(text));
  const wxFileConfig config(stream);
  read.lock_minutes =
      std::clamp(static_cast<int>(config.ReadLong("lock_minutes", read.lock_minutes)),
                 kLeastLockMinutes, kMostLockMinutes);
  read.patient = PatientId{utf8(config.Read("patient", ""))};
  const auto pixels = [&config](const char* key) {
    return std::clamp(static_cast<int>(config.ReadLong(key, 0)), 0, kMostPixels);
  };
  read.width = pixels("width"), read.height = pixels("height");
  read.catalog_width = pixels("catalog_width"), read.program_width = pixels("program_width");
  read.maximized = config.ReadBool("maximized", false);
  read.language = utf8(config.Read("language", ""));
  return read;
}

void write_preferences(const std::filesystem::path& clinic_file, const Preferences& preferences) {
  wxStringInputStream nothing("");
  wxFileConfig config(nothing);
  config.Write("lock_minutes", preferences.lock_minutes);
  config.Write("patient", words(preferences.patient.text));
  config.Write("width", preferences.width);
  config.Write("height", preferences.height);
  config.Write("catalog_width", preferences.catalog_width);
  config.Write("program_width", preferences.program_width);
  config.Write("maximized", preferences.maximized);
  config.Write("language", words(preferences.language));
  wxStringOutputStream stream;
  config.Save(stream);
  write_atomically(file_of(clinic_file), utf8(stream.GetString()));
}

}  // namespace kinescript
