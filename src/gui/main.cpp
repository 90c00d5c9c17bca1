// SPDX-License-Identifier: MIT
// kinescript [--clinic FILE] [--as CLINICIAN]: the window on a clinic file.
// kinescript --screens FOLDER: a picture of every state of the window, on an invented clinic.
#include <wx/app.h>
#include <wx/cmdline.h>
#include <wx/evtloop.h>
#include <wx/msgdlg.h>
#include <wx/timer.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/error.h"
#include "base/process.h"
#include "gui/first_run.h"
#include "gui/frame.h"
#include "gui/language.h"
#include "gui/preferences.h"
#include "gui/screens.h"
#include "gui/style.h"
#include "gui/unlock.h"

namespace kinescript {
namespace {

constexpr int kTick = 1000;  // milliseconds

// The day of the clinic's own time zone.
Clock system_clock() {
  using namespace std::chrono;
  const auto now = floor<seconds>(std::chrono::system_clock::now());
  const std::time_t moment = std::chrono::system_clock::to_time_t(now);
  const std::tm local = *std::localtime(&moment);
  return {sys_days{year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday}, now};
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

Surroundings surroundings() {
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  Surroundings made;
  made.program_folder = failed ? std::filesystem::path() : program.parent_path();
  made.environment = environment;
  made.font_folders = {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto",
                       "/usr/share/fonts", "/usr/local/share/fonts"};
  made.clock = system_clock();
  made.randomness = system_randomness();
  return made;
}

class WindowApp : public wxApp {
 public:
  bool OnInit() override {
    forbid_core_dumps();
    SetAppName("kinescript");
    if (!wxApp::OnInit()) return false;
    load_style();
    workspace_ = std::make_unique<Workspace>(surroundings());
    if (!screens_.empty()) {
      speak({});
      return true;
    }
    // A sitting may last past midnight.
    tick_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { workspace_->set_clock(system_clock()); });
    tick_.Start(kTick);
    return start();
  }

  int OnRun() override {
    if (screens_.empty()) return wxApp::OnRun();
    SetExitOnFrameDelete(false);
    wxGUIEventLoop loop;
    wxEventLoopActivator active(&loop);
    try {
      for (const wxSize& size : {wxSize(1366, 768), wxSize(1440, 900)})
        write_screens(*workspace_, std::filesystem::path(utf8(screens_)), size);
      return 0;
    } catch (const Error& error) {
      std::fprintf(stderr, "kinescript: %s\n", error.what());
      return 1;
    }
  }

  void OnInitCmdLine(wxCmdLineParser& parser) override {
    wxApp::OnInitCmdLine(parser);
    parser.AddLongOption("clinic", "The clinic file");
    parser.AddLongOption("as", "Who you are, when the file has several clinicians");
    parser.AddLongOption("screens", "A folder for a picture of every state of the window");
  }

  bool OnCmdLineParsed(wxCmdLineParser& parser) override {
    parser.Found("clinic", &clinic_);
    parser.Found("as", &login_);
    parser.Found("screens", &screens_);
    return wxApp::OnCmdLineParsed(parser);
  }

 private:
  void speak(const std::string& preferred) {
    kinescript::speak(*workspace_,
                      window_language(preferred, environment, window_languages(*workspace_)));
  }

  bool start() {
    try {
      file_ =
          clinic_.empty() ? workspace_->usual_clinic_file() : std::filesystem::path(utf8(clinic_));
      speak(read_preferences(file_).language);
      session_ =
          std::filesystem::exists(file_)
              ? unlock(*workspace_, Store::open(file_, workspace_->randomness()), utf8(login_))
              : first_run(*workspace_, file_, {ask_for_file, ask_for_backup});
      if (!session_) return false;
      (new Frame(*session_, {file_, ask_for_file, printer_.get()}))->Show();
      return true;
    } catch (const Error& error) {
      wxMessageBox(words(error.what()), "Kinescript", wxOK | wxICON_INFORMATION);
      return false;
    }
  }

  std::filesystem::path file_;
  wxString clinic_, login_, screens_;
  std::unique_ptr<Workspace> workspace_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<Printer> printer_ = system_printer();
  wxTimer tick_;
};

}  // namespace
}  // namespace kinescript

wxIMPLEMENT_APP(kinescript::WindowApp);
