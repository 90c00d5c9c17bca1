// SPDX-License-Identifier: MIT
// The display as somebody sees it who sits before it: nothing yet, or a window with something in
// it. Needs a display of its own (tests/window/with_display.sh) on which nothing else stands.
//
//   Screen screen;
//   start(program);
//   screen.wait_until_painted();
#pragma once

using Display = struct _XDisplay;

namespace kinescript::bench {

class Screen {
 public:
  Screen();  // throws std::runtime_error where there is no display
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  // A window is there, and its middle is no longer what was behind it.
  bool painted() const;
  void wait_until_painted() { wait_until(true); }
  void wait_until_bare() { wait_until(false); }

 private:
  void wait_until(bool so);

  Display* display_;
  unsigned long damage_;
};

}  // namespace kinescript::bench
