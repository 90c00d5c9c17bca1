// SPDX-License-Identifier: MIT
// Locks the window: after some minutes without a key or a click, or at once. The store drops its
// keys, all that the window shows is hidden, and the title says nothing; the draft is in the clinic
// file already. Who unlocks finds everything as it was: forms, typed text, focus, undo.
//
//   Lock lock(frame, session, {forget, refresh, warn});
//   lock.minutes = 5;
//   lock.now();                             // Ctrl+Shift+L
//
// Time is Workspace::real_clock(), looked at every kLockTick. A clinic file that opens without a
// passphrase cannot be locked: may_lock() is false and nothing happens.
#pragma once
#include <wx/eventfilter.h>
#include <wx/frame.h>
#include <wx/menu.h>
#include <wx/timer.h>
#include <wx/weakref.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "app/session.h"

namespace kinescript {

inline constexpr int kLockTick = 1000;                   // milliseconds
inline constexpr std::chrono::seconds kLockWarning{30};  // before it locks

class Lock : public wxEventFilter {
 public:
  struct Calls {
    std::function<void()> gone;  // the keys went
    std::function<void()> back;  // it is open again
    std::function<void()> warn;  // kLockWarning is left
  };
  Lock(wxFrame& frame, Session& session, Calls calls);
  ~Lock() override;

  bool may_lock() const;
  bool locked() const { return cover_ != nullptr; }
  void now();
  // Whether it is time. Called by its own timer.
  void look();

  int minutes = 15;

  int FilterEvent(wxEvent& event) override;

 private:
  void open(const Actor& actor);

  wxFrame& frame_;
  Session& session_;
  Calls calls_;
  wxTimer tick_;
  Moment last_input_;
  bool warned_ = false;
  wxWindow* cover_ = nullptr;
  wxWeakRef<wxWindow> focus_;
  std::vector<wxWindow*> hidden_;
  wxMenuBar* menus_ = nullptr;
  wxString title_;
};

}  // namespace kinescript
