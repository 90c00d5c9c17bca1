// SPDX-License-Identifier: MIT
// Unlocking a clinic file: who you are, the passphrase, Enter; or the key of the recovery sheet and
// a new passphrase. It shows no patient's name and nothing of the file but its clinicians. Wrong
// passphrases are counted and slowed down by the store.
//
//   std::unique_ptr<Session> session = unlock(workspace, Store::open(…), "");   // null: they left
//
// A file that opens without a passphrase, by its only clinician, asks nothing. Throws what
// Session::begin throws but Error{locked}, which stays on the screen as a line to read.
//
//   wxWindow* card = make_unlock_panel(parent, workspace, store, "", title, done);
//
// is the same card for a window that locked itself: `done` is called, from the event loop, once
// the store is open.
#pragma once
#include <wx/window.h>

#include <functional>
#include <memory>
#include <string>

#include "app/session.h"

namespace kinescript {

std::unique_ptr<Session> unlock(const Workspace& workspace, Store store, const std::string& login,
                                const std::string& title = "Kinescript");

// `login`: who is chosen at first ("" = the first). `workspace` and `store` must outlive the panel.
wxWindow* make_unlock_panel(wxWindow* parent, const Workspace& workspace, Store& store,
                            const std::string& login, const std::string& title,
                            std::function<void(const Actor&)> done);

}  // namespace kinescript
