// SPDX-License-Identifier: MIT
// The language of the window: which one, and its texts, read from the .mo files that po/ becomes.
// wx reads them, so no locale of the system has to be installed; wx's own texts follow where it has
// them in that language.
//
//   speak(workspace, window_language(preferences.language, environment,
//   window_languages(workspace)));
//
// To be called before the first window is made: what is there already keeps its words.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/workspace.h"

namespace kinescript {

// "en" first, then what there are texts for: "es".
std::vector<std::string> window_languages(const Workspace& workspace);
// The preferred one; else the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG, read as gettext
// reads them, that is available; else "en".
std::string window_language(const std::string& preferred,
                            const std::function<std::string(const char* name)>& environment,
                            const std::vector<std::string>& available);
// "Español"
std::string language_own_name(const std::string& language);
void speak(const Workspace& workspace, const std::string& language);

}  // namespace kinescript
