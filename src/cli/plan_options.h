// SPDX-License-Identifier: MIT
// Options that several plan commands share: a plan's settings ("plan new", "plan set").
#pragma once
#include "app/plan_text.h"

namespace CLI {
class App;
}

namespace kinescript {

void add_settings_options(CLI::App& command, SettingsText& settings);

}  // namespace kinescript
