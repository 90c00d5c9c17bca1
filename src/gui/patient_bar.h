// SPDX-License-Identifier: MIT
// Who is on the table: the switcher's button, precautions as chips, undo, redo and Print.
//
//   View bar = make_patient_bar(frame, desk);
#pragma once
#include "gui/desk.h"

namespace kinescript {

View make_patient_bar(wxWindow* parent, Desk& desk);

}  // namespace kinescript
