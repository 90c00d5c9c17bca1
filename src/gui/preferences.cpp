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
  return read;
}

void write_preferences(const std::filesystem::path& clinic_file, const Preferences& preferences) {
  wxStringInputStream nothing("");
  wxFileConfig config(nothing);
  config.Write("lock_minutes", preferences.lock_minutes);
  config.Write("patient", words(preferences.patient.text));
  wxStringOutputStream stream;
  config.Save(stream);
  write_atomically(file_of(clinic_file), utf8(stream.GetString()));
}

}  // namespace kinescript
