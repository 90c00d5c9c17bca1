// SPDX-License-Identifier: MIT
// Unlocking a clinic file that has a passphrase: who you are, the passphrase, Enter. It shows no
// patient's name and nothing of the file but its clinicians.
//
//   std::unique_ptr<Session> session = unlock(workspace, file, "");     // null: the person left
//
// A file that opens without a passphrase, by its only clinician, asks nothing. Throws what
// Session::open throws but Error{locked}, which stays on the screen as a line to read.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "app/session.h"

namespace kinescript {

std::unique_ptr<Session> unlock(const Workspace& workspace, const std::filesystem::path& file,
                                const std::string& login);

}  // namespace kinescript
