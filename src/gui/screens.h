// SPDX-License-Identifier: MIT
// A picture of every state of the window, on an invented clinic in a folder of its own, to be held
// beside the drawings of the design and to be measured by a test.
//
//   write_screens(workspace, "screens", {1366, 768});      // screens/1366x768/unlock.png, …
//
// `look` is called while a state is on the screen. The pictures are the screen's own pixels: the
// window must not be covered. Throws what making the example throws, and Error{io} for a picture
// that cannot be written.
#pragma once
#include <wx/gdicmn.h>
#include <wx/image.h>
#include <wx/window.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/workspace.h"

namespace kinescript {

using ScreenLook = std::function<void(const std::string& state, wxWindow* top)>;

// The states, in the order in which they are written.
std::vector<std::string> screen_states();
void write_screens(const Workspace& workspace, const std::filesystem::path& folder,
                   const wxSize& size, const ScreenLook& look = {});

// What a top-level window shows, menu bar included, in device pixels.
wxImage picture_of(wxWindow* top);

}  // namespace kinescript
