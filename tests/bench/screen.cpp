// SPDX-License-Identifier: MIT
#include "bench/screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

#include <stdexcept>

namespace kinescript::bench {
namespace {

constexpr unsigned long kBehind = 0xff00ff;  // in no theme
constexpr int kLeast = 200;                  // pixels: no tooltip, no helper of the toolkit

// A window may be gone again before it was looked at.
int ignore(Display*, XErrorEvent*) { return 0; }

}  // namespace

Screen::Screen() : display_(XOpenDisplay(nullptr)) {
  if (!display_) throw std::runtime_error("no display: see tests/window/with_display.sh");
  XSetErrorHandler(ignore);
  XSetWindowBackground(display_, DefaultRootWindow(display_), kBehind);
  XClearWindow(display_, DefaultRootWindow(display_));
  int first_event = 0, first_error = 0;
  if (!XDamageQueryExtension(display_, &first_event, &first_error))
    throw std::runtime_error("this display does not tell what is drawn on it");
  damage_ = XDamageCreate(display_, DefaultRootWindow(display_), XDamageReportNonEmpty);
  XSelectInput(display_, DefaultRootWindow(display_), SubstructureNotifyMask);
  XSync(display_, False);
}

Screen::~Screen() { XCloseDisplay(display_); }

bool Screen::painted() const {
  const Window root = DefaultRootWindow(display_);
  Window ignored = 0, *children = nullptr;
  unsigned count = 0;
  if (!XQueryTree(display_, root, &ignored, &ignored, &children, &count)) return false;
  bool found = false;
  for (unsigned i = 0; i < count && !found; ++i) {
    XWindowAttributes at;
    if (!XGetWindowAttributes(display_, children[i], &at) || at.map_state != IsViewable ||
        at.c_class != InputOutput || at.width < kLeast || at.height < kLeast)
      continue;
    // The root's own image holds what its windows show.
    XImage* image = XGetImage(display_, root, at.x + at.width / 2, at.y + at.height / 2, 1, 1,
                              AllPlanes, ZPixmap);
    if (!image) continue;
    found = (XGetPixel(image, 0, 0) & 0xffffff) != kBehind;
    XDestroyImage(image);
  }
  if (children) XFree(children);
  return found;
}

// What is drawn or taken away after the look is told by an event.
void Screen::wait_until(bool so) {
  for (;;) {
    XDamageSubtract(display_, damage_, None, None);
    if (painted() == so) return;
    XEvent event;
    do XNextEvent(display_, &event);
    while (XPending(display_) > 0);
  }
}

}  // namespace kinescript::bench
