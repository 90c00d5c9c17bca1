// SPDX-License-Identifier: MIT
#include "window/sitting.h"

#include <gtk/gtk.h>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/evtloop.h>
#include <wx/image.h>
#include <wx/uiaction.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string_view>

#include "app/example.h"
#include "base/files.h"
#include "gui/language.h"
#include "gui/screens.h"
#include "gui/style.h"
#include "helpers/tool.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kPatience{20};

bool holds(GtkWidget* from, const GtkWidget* sought) {
  if (from == sought) return true;
  if (!GTK_IS_CONTAINER(from)) return false;
  std::pair<const GtkWidget*, bool> search{sought, false};
  gtk_container_forall(
      GTK_CONTAINER(from),
      [](GtkWidget* child, gpointer asked) {
        auto& one = *static_cast<std::pair<const GtkWidget*, bool>*>(asked);
        one.second = one.second || holds(child, one.first);
      },
      &search);
  return search.second;
}

}  // namespace

bool until(const std::function<bool()>& so) {
  const guint heart = g_timeout_add(
      5, [](gpointer) -> gboolean { return TRUE; }, nullptr);
  const auto end = std::chrono::steady_clock::now() + kPatience;
  bool reached = false;
  while (!(reached = so()) && std::chrono::steady_clock::now() < end) {
    g_main_context_iteration(nullptr, TRUE);
    wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_ALL);
  }
  g_source_remove(heart);
  return reached;
}

Speaking::Speaking(const std::string& language) {
  speak(Workspace(surroundings()), language);
  BOOST_TEST_REQUIRE(text_language() == language);
}

Speaking::~Speaking() { speak(Workspace(surroundings()), "en"); }

fs::path fresh_folder(const std::string& name) {
  const fs::path made = fs::path(KINESCRIPT_TEST_SCRATCH) / "window_test" / name;
  fs::remove_all(made);
  fs::create_directories(made);
  return made;
}

std::string accessible_name(const wxWindow* window) {
  const char* name = atk_object_get_name(gtk_widget_get_accessible(window->GetHandle()));
  return name ? name : "";
}

wxWindow* named(wxWindow* from, const std::string& beginning) {
  if (from->IsShownOnScreen() && accessible_name(from).starts_with(beginning)) return from;
  for (wxWindow* child : from->GetChildren())
    if (wxWindow* found = named(child, beginning)) return found;
  return nullptr;
}

bool has_focus(const std::string& beginning) {
  const wxWindow* focused = wxWindow::FindFocus();
  return focused && accessible_name(focused).starts_with(beginning);
}

bool Sitting::focus_lives() const {
  GtkWidget* focus = gtk_window_get_focus(GTK_WINDOW(frame->GetHandle()));
  return !focus || holds(frame->GetHandle(), focus);
}

void FilePrinter::print(const std::string& pdf, int asked) {
  copies = asked;
  ++jobs;
  write_atomically(file, pdf);
}

Sitting::Sitting(const std::string& name, const std::string& record)
    : folder(fresh_folder(name)),
      workspace(surroundings()),
      printer(folder / "printed.pdf"),
      session(Session::begin(
          workspace,
          Store::create(folder / "clinic.ksc", example_clinic(), example_clinician(),
                        {.for_tests = true}, workspace.clock(), workspace.randomness()),
          {})) {
  add_example(session);
  Patient ruth;  // nothing speaks against anything
  ruth.family = "Hale";
  ruth.given = "Ruth";
  ruth.born = *parse_date("1951-02-03");
  if (record.empty()) session.store.add_patient(session.actor, ruth, workspace.clock());
  frame = new Frame(session, {folder / "clinic.ksc",
                              [this](wxWindow*, const std::string&) {
                                return std::optional<fs::path>(folder / "handout.pdf");
                              },
                              &printer});
  if (!record.empty()) frame->editor().open(session.store.find_patient(record).id);
  frame->Show();
  // Without a window manager keys go where the pointer is, and that begins in the screen's middle.
  frame->WarpPointer(frame->GetSize().x / 2, 4);
  BOOST_TEST_REQUIRE(until([this] { return frame->IsShownOnScreen() && search()->HasFocus(); }));
}

Sitting::~Sitting() {
  wxTheApp->ProcessPendingEvents();
  delete frame;  // Destroy() would wait for an idle moment, when the session is gone
}

void Sitting::type(const char* text) {
  keys += static_cast<int>(std::string_view(text).size());
  wxUIActionSimulator().Text(text);
}

void Sitting::key(int code, int modifiers) {
  ++keys;
  wxUIActionSimulator().Char(code, modifiers);
}

void Sitting::press(const std::string& button) const {
  wxWindow* found = control<wxButton>(frame, button);
  BOOST_TEST_REQUIRE(found, button);
  const wxRect place = found->GetScreenRect();
  wxUIActionSimulator mouse;
  mouse.MouseMove(place.x + place.width / 2, place.y + place.height / 2);
  mouse.MouseClick();
}

void Sitting::add(const char* text, std::size_t items) {
  type(text);
  BOOST_TEST_REQUIRE(until([&] { return search()->GetValue() == text; }));
  key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return editor().plan().items.size() == items; }));
}

void Sitting::choose(const char* letters, int ending, int modifiers) {
  key('O', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Name, birth year"); }));
  type(letters);
  auto* name = field(frame, "Name, birth year");
  BOOST_TEST_REQUIRE(until([&] { return name->GetValue() == letters; }));
  key(ending, modifiers);
}

Plan Sitting::issue_bridge_and_bird_dog(const std::string& record) {
  Editor before(session);
  before.open(session.store.find_patient(record).id);
  for (const char* id : {"drawing-in", "bridge", "bird-dog"}) before.add(ExerciseId{id});
  BOOST_TEST_REQUIRE(before.issue().head.has_value());
  return before.plan();
}

std::string Sitting::printed_text() const {
  return run_tool("pdftotext '" + printer.file.string() + "' -").out;
}

void pick(const Sitting& sitting, const char* name, const char* value) {
  auto* choice = control<wxChoice>(sitting.frame, name);
  BOOST_TEST_REQUIRE(choice, name);
  BOOST_TEST_REQUIRE(choice->SetStringSelection(words(value)), value);
  wxCommandEvent event(wxEVT_CHOICE, choice->GetId());
  event.SetEventObject(choice);
  choice->GetEventHandler()->ProcessEvent(event);
}

void save_picture(const Sitting& sitting, const char* name) {
  wxYield();
  if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);
  picture_of(sitting.frame).SaveFile(words((sitting.folder / name).string()), wxBITMAP_TYPE_PNG);
}

}  // namespace kinescript
