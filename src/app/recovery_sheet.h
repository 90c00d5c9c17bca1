// SPDX-License-Identifier: MIT
// The recovery key on paper: one page with the key in large letters, what it is for and where to
// keep it. Made for the safe, in English like the rest of what clinicians read.
//
//   std::string key = new_recovery_key();
//   write_atomically("recovery.pdf", recovery_sheet(workspace, clinic, key));
//   session.store.set_recovery_key(session.actor, key, workspace.clock());  // only once it is
//   printed
//
// The bytes hold the key in clear: whoever has the sheet and the clinic file can read everything.
#pragma once
#include <string>

#include "app/workspace.h"
#include "plan/people.h"

namespace kinescript {

std::string recovery_sheet(const Workspace& workspace, const Clinic& clinic,
                           const std::string& recovery_key);

}  // namespace kinescript
