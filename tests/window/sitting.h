// SPDX-License-Identifier: MIT
// The window under test: a Frame on the example clinic, found and driven as a person would. Keys go
// in through the X server and are counted; nothing waits for a fixed time.
//
//   Sitting sitting("bridge", "EX-0001");          // "" = no patient yet
//   sitting.add("bridge", 1);
//   sitting.key('P', wxMOD_CONTROL);
//   BOOST_TEST(until([&] { return sitting.printed(); }));
#pragma once
#include <wx/textctrl.h>
#include <wx/window.h>

#include <filesystem>
#include <functional>
#include <string>

#include "app/printer.h"
#include "app/session.h"
#include "base/translate.h"
#include "gui/frame.h"
#include "helpers/surroundings.h"

namespace kinescript {

// Runs the event loop until it is so; false when it never was.
bool until(const std::function<bool()>& so);

// The window speaks this language while it lives: made before the Sitting.
struct Speaking {
  explicit Speaking(const std::string& language);
  ~Speaking();
};
// An empty folder of this name.
std::filesystem::path fresh_folder(const std::string& name);

std::string accessible_name(const wxWindow* window);
// The first window on the screen whose accessible name begins so; null: none.
wxWindow* named(wxWindow* from, const std::string& beginning);
// The control of that kind and name (a caption beside it may have the same name).
template <class Control>
Control* control(wxWindow* from, const std::string& beginning) {
  auto* found = dynamic_cast<Control*>(from);
  if (found && found->IsShownOnScreen() && accessible_name(found).starts_with(beginning))
    return found;
  for (wxWindow* child : from->GetChildren())
    if (Control* inside = control<Control>(child, beginning)) return inside;
  return nullptr;
}
inline wxTextCtrl* field(wxWindow* from, const std::string& beginning) {
  return control<wxTextCtrl>(from, beginning);
}
// The plan may have several fields of that beginning: it is the focused one that counts.
bool has_focus(const std::string& beginning);

// Paper, as far as a test needs it.
struct FilePrinter : Printer {
  explicit FilePrinter(std::filesystem::path to) : file(std::move(to)) {}
  void print(const std::string& pdf, int copies) override;
  std::filesystem::path file;
  int copies = 0;  // of the last job
  int jobs = 0;
};

struct Sitting {
  Sitting(const std::string& name, const std::string& record);
  ~Sitting();

  wxTextCtrl* search() const { return field(frame, tr("Search exercises")); }
  // The only road to the window; each key pressed counts.
  void type(const char* text);
  void key(int code, int modifiers = 0);
  // A click on the button of that name.
  void press(const std::string& button) const;
  void add(const char* text, std::size_t items);
  Editor& editor() const { return frame->editor(); }
  Plan stored() const { return session.store.draft(editor().plan().id).plan; }

  // Ctrl+O, a few letters, and what ends it.
  void choose(const char* letters, int ending, int modifiers = 0);
  // A plan of three exercises, issued before the sitting; the patient is not on the table.
  Plan issue_bridge_and_bird_dog(const std::string& record);
  bool printed() const { return std::filesystem::exists(printer.file); }
  std::string printed_text() const;
  // What has the frame's focus is of the frame: GTK keeps it by a bare pointer.
  bool focus_lives() const;

  std::filesystem::path folder;
  Workspace workspace;
  FilePrinter printer;
  Session session;
  int keys = 0;
  Frame* frame = nullptr;
};

// Chooses an entry of the choice of that name, as a click on it would.
void pick(const Sitting& sitting, const char* name, const char* value);
// Into the sitting's folder, to be looked at beside the drawing.
void save_picture(const Sitting& sitting, const char* name);

}  // namespace kinescript
