// SPDX-License-Identifier: MIT
// The window's test program: needs a display (with_display.sh gives it one of its own). What wx or
// GTK take for a fault of the program fails the test that runs.
#define BOOST_TEST_MODULE kinescript_window
#define BOOST_TEST_NO_MAIN
#include <glib.h>
#include <wx/app.h>
#include <wx/debug.h>
#include <wx/evtloop.h>

#include <boost/test/unit_test.hpp>

#include "gui/style.h"

namespace {

void hear_gtk(const char* domain, GLogLevelFlags level, const char* message, gpointer data) {
  if (level & G_LOG_LEVEL_CRITICAL) BOOST_ERROR(domain << ": " << message);
  g_log_default_handler(domain, level, message, data);
}

void hear_wx(const wxString& file, int line, const wxString&, const wxString& condition,
             const wxString& message) {
  BOOST_ERROR(file << ":" << line << ": " << condition << " " << message);
}

}  // namespace

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
    g_log_set_default_handler(hear_gtk, nullptr);
    wxSetAssertHandler(hear_wx);
    failed = boost::unit_test::unit_test_main(&init_unit_test, argc, argv);
  }
  wxEntryCleanup();
  return failed;
}
