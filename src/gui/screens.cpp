// SPDX-License-Identifier: MIT
#include "gui/screens.h"

#include <fmt/format.h>
#include <gtk/gtk.h>
#include <wx/app.h>
#include <wx/dialog.h>
#include <wx/evtloop.h>
#include <wx/timer.h>

#include <functional>
#include <utility>

#include "app/example.h"
#include "app/session.h"
#include "base/error.h"
#include "gui/first_run.h"
#include "gui/frame.h"
#include "gui/style.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

// Twice this is longer than every pause after which the window draws something new.
constexpr int kStill = 200;  // milliseconds

void settle(wxWindow* top) {
  wxGUIEventLoop loop;
  wxTimer still;
  auto* frame = dynamic_cast<Frame*>(top);
  bool was_idle = false;  // an answer may still have been on its way
  still.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
    const bool is_idle = !frame || frame->desk().typesetter.idle();
    if (is_idle && was_idle) loop.Exit();
    was_idle = is_idle;
  });
  still.Start(kStill);
  loop.Run();
}

// A plan of eight, issued, and on the table the next one with two changes.
void fill_plan(Session& session) {
  Editor editor(session);
  editor.open(session.store.find_patient("EX-0001").id);
  for (const char* id : {"march-in-place", "drawing-in", "bridge", "heel-slide", "sit-to-stand",
                         "clamshell", "heel-raise", "knee-to-chest"})
    editor.add(ExerciseId{id});
  if (!editor.issue().head)
    throw Error(ErrorKind::refused, "", "The example plan has an open finding.");
  editor.set(editor.plan().items[2].id, {.count = "12"});
  editor.set(editor.plan().items[4].id, {.sets = "3"});
}

constexpr const char* kFirstRun = "first-run";

struct State {
  const char* name;
  std::function<void(Frame&)> show;
};

void open_patient(Frame& frame, const char* record) {
  frame.editor().open(frame.editor().session().store.find_patient(record).id);
}

const std::vector<State>& states() {
  static const std::vector<State> kStates = {
      {"first-run-empty", [](Frame&) {}},
      {"patient-switcher", [](Frame& frame) { frame.desk().choose_patient(); }},
      {"patient-new", [](Frame& frame) { frame.desk().new_patient("Hale"); }},
      {"builder",
       [](Frame& frame) {
         frame.desk().close_form();
         open_patient(frame, "EX-0001");
       }},
      {"precaution", [](Frame& frame) { frame.desk().precaution(nullptr); }},
      {"template-dialog", [](Frame& frame) { frame.desk().choose_template(); }},
      {"save-template", [](Frame& frame) { frame.desk().save_template(); }},
      {"own-exercises", [](Frame& frame) { frame.desk().own_exercise(); }},
      {"reissue-progressions", [](Frame& frame) { frame.desk().reissue(); }},
      {"export-dialog", [](Frame& frame) { frame.desk().print(); }},
      {"settings", [](Frame& frame) { frame.open_settings(); }},
      {"import", [](Frame& frame) { frame.open_import(); }},
      {"safety-conflict",
       [](Frame& frame) {
         frame.desk().close_form();
         frame.editor().add(ExerciseId{"superman"});
       }},
      {"patient-history-diff", [](Frame& frame) { frame.desk().show_history(true); }},
      {"patient-record", [](Frame& frame) { frame.desk().edit_patient(); }},
      {"screening", [](Frame& frame) { frame.desk().screening(); }},
      {"unlock", [](Frame& frame) { frame.lock().now(); }},
  };
  return kStates;
}

void write(wxWindow* top, const fs::path& file) {
  if (!picture_of(top).SaveFile(words(file.string()), wxBITMAP_TYPE_PNG))
    throw Error(ErrorKind::io, file.string(),
                "This picture cannot be written. Name another folder.");
}

}  // namespace

std::vector<std::string> screen_states() {
  std::vector<std::string> names = {kFirstRun};
  for (const State& state : states()) names.push_back(state.name);
  return names;
}

wxImage picture_of(wxWindow* top) {
  GdkWindow* window = gtk_widget_get_window(top->GetHandle());
  GdkPixbuf* pixels = gdk_pixbuf_get_from_window(window, 0, 0, gdk_window_get_width(window),
                                                 gdk_window_get_height(window));
  return wxBitmap(pixels).ConvertToImage();
}

void write_screens(const Workspace& workspace, const fs::path& folder, const wxSize& size,
                   const ScreenLook& look) {
  if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);
  const fs::path to = folder / fmt::format("{}x{}", size.x, size.y);
  const fs::path clinic = to / "example.ksc";
  fs::remove_all(to);
  fs::create_directories(to);
  const auto keep = [&](const std::string& state, wxWindow* top) {
    settle(top);
    write(top, to / (state + ".png"));
    if (look) look(state, top);
  };
  const FirstRunOptions nothing_asked;
  wxDialog* dialog = make_first_run(workspace, clinic, nothing_asked);
  dialog->Show();
  keep(kFirstRun, dialog);
  delete dialog;
  {
    Session session = Session::begin(workspace,
                                     Store::create(clinic, example_clinic(), example_clinician(),
                                                   {.for_tests = true, .passphrase = "an example"},
                                                   workspace.clock(), workspace.randomness()),
                                     {});
    add_example(session);
    fill_plan(session);
    auto* frame = new Frame(session, {clinic, {}, nullptr});
    frame->SetSize(size);
    frame->Show();
    for (const State& state : states()) {
      state.show(*frame);
      keep(state.name, frame);
    }
    delete frame;  // Destroy() would wait for an idle moment, when the session is gone
  }
  fs::remove(clinic);
  fs::remove(to / "window.ini");
}

}  // namespace kinescript
