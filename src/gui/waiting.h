// SPDX-License-Identifier: MIT
// A window over long work: what is done, a bar, and Stop. It comes up when the work is not over
// soon, and takes all keys and clicks until it is.
//
//   Waiting waiting(this, tr("Making the backup…"));
//   back_up_now(session, file, [&](double share) { return waiting.told(share); });
//
// REQUIRES the window's thread; nothing else runs there meanwhile but painting.
#pragma once
#include <chrono>
#include <memory>
#include <string>

class wxWindow;

namespace kinescript {

class Waiting {
 public:
  // `soon`: what is over by then needs no window.
  Waiting(wxWindow* parent, std::string what,
          std::chrono::milliseconds soon = std::chrono::milliseconds{400});
  ~Waiting();
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

  // False after Stop or Esc.
  bool told(double share);

 private:
  class Box;

  wxWindow* parent_;
  std::string what_;
  std::chrono::steady_clock::time_point shown_from_;
  std::unique_ptr<Box> box_;
};

}  // namespace kinescript
