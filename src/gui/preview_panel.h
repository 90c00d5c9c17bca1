// SPDX-License-Identifier: MIT
// The handout as it would be printed now: the real Pages, as wide as the panel, each drawn once
// into a picture and again when plan or width changed.
//
//   View preview = make_preview(splitter, desk);
#pragma once
#include "gui/desk.h"

namespace kinescript {

View make_preview(wxWindow* parent, Desk& desk);

}  // namespace kinescript
