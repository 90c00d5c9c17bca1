// SPDX-License-Identifier: MIT
// What the window keeps for itself: the file "window.ini" beside the clinic file. Nothing in it
// names a patient; `patient` is an id that says nothing without the clinic file.
//
//   Preferences preferences = read_preferences(clinic_file);
//   preferences.lock_minutes = 5;
//   write_preferences(clinic_file, preferences);
//
// What is missing or cannot be read is as in a new Preferences: a window never stays shut for it.
// Writing throws Error{io}.
#pragma once
#include <filesystem>
#include <string>

#include "base/id.h"

namespace kinescript {

inline constexpr int kLeastLockMinutes = 1, kMostLockMinutes = 60;

struct Preferences {
  int lock_minutes = 15;  // without a key or a click; kLeastLockMinutes … kMostLockMinutes
  // Who is on the table while a window is open; left standing when it was killed.
  PatientId patient;
  // The window as it was left, in pixels; 0 = as a new one.
  int width = 0, height = 0, catalog_width = 0, program_width = 0;
  bool maximized = false;
  std::string language;  // what the window speaks: "es"; "" = the system's (gui/language.h)
  bool operator==(const Preferences&) const = default;
};

Preferences read_preferences(const std::filesystem::path& clinic_file);
void write_preferences(const std::filesystem::path& clinic_file, const Preferences& preferences);

}  // namespace kinescript
