// SPDX-License-Identifier: MIT
#include "window/hand.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <gtk/gtk.h>

#include <boost/test/unit_test.hpp>

#include "window/sitting.h"

namespace kinescript {
namespace {

constexpr guint kBeat = 20;  // milliseconds between two steps of the hand
constexpr int kSteps = 10;

struct Hand {
  Display* display;
  wxPoint from, to;
  std::function<void()> look;
  int step = 0;
  bool done = false;

  void move(double part) const {
    const wxPoint at = from + wxPoint(static_cast<int>((to.x - from.x) * part),
                                      static_cast<int>((to.y - from.y) * part));
    XTestFakeMotionEvent(display, -1, at.x, at.y, CurrentTime);
  }
  void press(bool down) const { XTestFakeButtonEvent(display, 1, down, CurrentTime); }
  // False when the drag is over.
  bool go_on() {
    const int at = step++;
    if (at == 0) move(0);
    if (at == 1) press(true);
    if (at >= 2 && at < 2 + kSteps) move((at - 1.0) / kSteps);
    if (at == 3 + kSteps && look) look();
    if (at == 4 + kSteps) press(false);
    XSync(display, False);
    done = at > 4 + kSteps;
    return !done;
  }
};

gboolean beat(gpointer hand) { return static_cast<Hand*>(hand)->go_on(); }

}  // namespace

void drag(const wxPoint& from, const wxPoint& to, const std::function<void()>& look) {
  Hand hand{XOpenDisplay(nullptr), from, to, look};
  BOOST_TEST_REQUIRE(hand.display);
  // Behind all that the window does: it has seen and drawn one step before the next is made.
  g_timeout_add_full(G_PRIORITY_LOW, kBeat, beat, &hand, nullptr);
  BOOST_TEST_REQUIRE(until([&hand] { return hand.done; }));
  XCloseDisplay(hand.display);
}

}  // namespace kinescript
