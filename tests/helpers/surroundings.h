// SPDX-License-Identifier: MIT
// What a test hands in for a sitting: no environment, the fonts of Debian, a Monday in November
// 2026, real randomness.
//
//   const Workspace workspace(surroundings());
#pragma once
#include "app/workspace.h"
#include "helpers/fonts.h"

namespace kinescript {

inline Surroundings surroundings() {
  Surroundings made;
  made.environment = [](const char*) { return std::string(); };
  made.font_folders = font_folders();
  made.clock = {*parse_date("2026-11-23"), *parse_moment("2026-11-23T09:00:00Z")};
  made.randomness = system_randomness();
  return made;
}

}  // namespace kinescript
