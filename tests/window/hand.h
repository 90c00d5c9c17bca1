// SPDX-License-Identifier: MIT
// A hand with a mouse, for what wxUIActionSimulator cannot do: a drag has an event loop of its own,
// which that one's wxYield must not be called from. The hand speaks to the X server over its own
// connection and goes one step further at each beat of whatever loop runs.
//
//   drag({200, 300}, {700, 250});      // pressed, moved in steps, let go
//   drag(from, to, [&] { look(); });   // looked at before it is let go
#pragma once
#include <wx/gdicmn.h>

#include <functional>

namespace kinescript {

// From one point of the screen to another; returns when the drag is over.
void drag(const wxPoint& from, const wxPoint& to, const std::function<void()>& look = {});

}  // namespace kinescript
