// SPDX-License-Identifier: MIT
// The window's test program: needs a display (with_display.sh gives it one of its own).
#define BOOST_TEST_MODULE kinescript_window
#define BOOST_TEST_NO_MAIN
#include <wx/app.h>
#include <wx/evtloop.h>

#include <boost/test/unit_test.hpp>

#include "gui/style.h"

int main(int argc, char** argv) {
  wxApp::SetInstance(new wxApp);
  int none = 1;
  char* name[] = {argv[0], nullptr};
  if (!wxEntryStart(none, name)) return 1;
  wxTheApp->CallOnInit();
  wxTheApp->SetExitOnFrameDelete(false);
  kinescript::load_style();
  int failed = 0;
  {
    wxGUIEventLoop loop;
    wxEventLoopActivator active(&loop);
    failed = boost::unit_test::unit_test_main(&init_unit_test, argc, argv);
  }
  wxEntryCleanup();
  return failed;
}
