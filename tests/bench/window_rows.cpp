// SPDX-License-Identifier: MIT
// The window: how soon it is seen, against an empty wx window; what a key and an edit cost the
// thread that draws, against drawing the page once. Needs a display on which nothing else stands:
//
//   tests/window/with_display.sh build/bench/kinescript-bench window
//
// Times of the first kind are seconds of the clock, of the second processor time of the thread.
#include <cairo.h>
#include <fmt/format.h>
#include <gtk/gtk.h>
#include <sys/wait.h>
#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/textctrl.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>

#include "app/example.h"
#include "bench/measure.h"
#include "bench/screen.h"
#include "gui/frame.h"
#include "gui/page_view.h"
#include "gui/painter.h"
#include "gui/style.h"
#include "helpers/sheet.h"
#include "helpers/surroundings.h"
#include "helpers/tool.h"

namespace kinescript::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kPatients = 10000, kEvents = 1000, kDrawings = 50;
const Clock kNow{kToday, *parse_moment("2026-11-23T09:00:00Z")};

// A clinic of 10,000 patients; the first has the article's routine on the table.
struct ClinicFile {
  ClinicFile(const std::string& name, const std::string& passphrase) : path(scratch_path(name)) {
    remove();
    Store store =
        Store::create(path, example_clinic(), example_clinician(),
                      {.for_tests = true, .passphrase = passphrase}, kNow, system_randomness());
    const Clinician clinician = store.clinicians().front();
    const Actor actor{clinician.id, clinician.name, clinician.role};
    std::vector<Patient> people;
    for (int i = 0; i < kPatients; ++i) {
      people.push_back(sheet_patient());
      people.back().family = fmt::format("Invented{}", i);
      people.back().record_number.clear();
    }
    store.put_patients(actor, people, kNow);
    Plan plan = routine_dossier().plan;
    plan.patient = patient = store.patients().front().id;
    store.add_draft(actor, plan, kNow);
  }
  ClinicFile(const ClinicFile&) = delete;
  ClinicFile& operator=(const ClinicFile&) = delete;
  ~ClinicFile() { remove(); }
  void remove() const {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path + ending);
    fs::remove(fs::path(path).parent_path() / "window.ini");
  }

  std::string path;
  PatientId patient;
};

double now() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

double thread_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// With the figures that were drawn when it was built.
Surroundings surroundings_of_the_build() {
  Surroundings made = surroundings();
  made.program_folder = fs::path(KINESCRIPT_WINDOW).parent_path();
  return made;
}

// From the start of a program until its window has something in its middle.
double first_pixels(Screen& screen, const std::vector<std::string>& command) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  GPid program = 0;
  const double begin = now();
  if (!g_spawn_async(nullptr, words.data(), nullptr, G_SPAWN_DO_NOT_REAP_CHILD, nullptr, nullptr,
                     &program, nullptr))
    throw std::runtime_error(command.front() + " does not start");
  screen.wait_until_painted();
  const double time = now() - begin;
  ::kill(program, SIGKILL);
  ::waitpid(program, nullptr, 0);
  screen.wait_until_bare();
  return time;
}

class Desk {
 public:
  explicit Desk(const ClinicFile& file)
      : file_(file.path),
        workspace_(surroundings_of_the_build()),
        store_(Store::open(file.path, workspace_.randomness())) {
    workspace_.catalog();  // read while the passphrase is typed (gui/unlock.cpp)
  }
  ~Desk() {
    delete frame;
    gdk_display_sync(gdk_display_get_default());
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // From the unlocked file to the window with everything drawn once.
  double open(const Screen& screen) {
    const double begin = now();
    session_.emplace(Session::begin(workspace_, std::move(store_), {}));
    frame = new Frame(*session_, {file_, {}, nullptr});
    frame->Show();
    while (!screen.painted()) turn();
    return now() - begin;
  }

  // The thread's time for `act` and all that is drawn of it: until `view` was painted when it was
  // `ready`, and the frame with it.
  double spent(
      wxWindow* view, const std::function<void()>& act,
      const std::function<bool()>& ready = [] { return true; }) {
    bool reached = false, drawn = false;
    const auto seen = [&](wxPaintEvent& event) {
      reached = reached || ready();
      event.Skip();
    };
    view->Bind(wxEVT_PAINT, seen);
    GdkFrameClock* clock = gtk_widget_get_frame_clock(frame->GetHandle());
    struct Watch {
      bool *reached, *drawn;
    } watch{&reached, &drawn};
    const gulong handler = g_signal_connect(
        clock, "after-paint",
        G_CALLBACK(+[](GdkFrameClock*, Watch* w) { *w->drawn = *w->reached; }), &watch);
    const double begin = thread_time();
    act();
    while (!drawn) turn();
    const double time = thread_time() - begin;
    g_signal_handler_disconnect(clock, handler);
    view->Unbind(wxEVT_PAINT, seen);
    return time;
  }

  const Workspace& workspace() const { return workspace_; }
  Frame* frame = nullptr;

 private:
  static void turn() {
    g_main_context_iteration(nullptr, TRUE);
    wxTheApp->ProcessPendingEvents();
  }

  fs::path file_;  // its neighbour window.ini is the frame's
  Workspace workspace_;
  Store store_;
  std::optional<Session> session_;
};

template <class Wanted>
Wanted* find(wxWindow* from) {
  if (auto* found = dynamic_cast<Wanted*>(from)) return found;
  for (wxWindow* child : from->GetChildren())
    if (Wanted* found = find<Wanted>(child)) return found;
  return nullptr;
}

wxWindow* spoken(wxWindow* from, const std::string& name) {
  const char* its = atk_object_get_name(gtk_widget_get_accessible(from->GetHandle()));
  if (its && name == its) return from;
  for (wxWindow* child : from->GetChildren())
    if (wxWindow* found = spoken(child, name)) return found;
  return nullptr;
}

// The page as the preview draws it.
double draw_page(const Desk& desk, const PageView& view) {
  const Page& page = view.pages().pages.front();
  const double scale = (view.GetClientSize().x - 2 * px(14)) / page.width;
  const double begin = thread_time();
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(page.width * scale),
                                 static_cast<int>(page.height * scale));
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, scale, scale);
  paint(cairo, page.drawing, &desk.workspace().faces());
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return thread_time() - begin;
}

Row against_the_page(const std::string& what, std::vector<double> spent, double page) {
  const double slowest = percentile(std::move(spent), .95);
  return {what, slowest, page, slowest / page, 1.5, "ms", "drawing the page once"};
}

std::vector<Row> event_rows(const ClinicFile& file, const Screen& screen) {
  Desk desk(file);
  desk.open(screen);
  auto* view = find<PageView>(desk.frame);
  Editor& editor = desk.frame->editor();
  const Pages* before = nullptr;
  const auto has_new_pages = [&] { return &view->pages() != before && view->current(); };
  const auto change = [&](const std::function<void()>& act) {
    before = &view->pages();
    return desk.spent(view, act, has_new_pages);
  };
  change([&] { editor.open(file.patient); });
  std::vector<double> pages, keys, edits;
  for (int i = 0; i < kDrawings; ++i) pages.push_back(draw_page(desk, *view));
  auto* field = dynamic_cast<wxTextCtrl*>(spoken(desk.frame, "Search exercises"));
  wxWindow* results = spoken(desk.frame, "Exercises found");
  const std::string typed = "bridge calf hip shoulder squat ";
  for (int i = 0; i < kEvents; ++i) {
    const char letter = typed[static_cast<std::size_t>(i) % typed.size()];
    keys.push_back(desk.spent(
        results, [&] { letter == ' ' ? field->Clear() : field->WriteText(wxString(letter)); }));
  }
  const OutlineEntry& card = view->pages().outline.front();  // of the exercise that is edited
  view->reveal(static_cast<std::size_t>(card.page), card.y);
  for (int i = 0; i < kEvents; ++i)
    edits.push_back(change([&] {
      editor.set(editor.plan().items.front().id, {.count = std::to_string(5 + i % 10)});
    }));
  const double page = median(std::move(pages));
  return {against_the_page("a key in the search until its results are drawn, p95", keys, page),
          against_the_page("an edit until its page is drawn, p95", edits, page)};
}

}  // namespace

std::vector<Row> window_rows(Plots&) {
  wxApp::SetInstance(new wxApp);
  int none = 0;
  if (!wxEntryStart(none, static_cast<char**>(nullptr))) throw std::runtime_error("no display");
  wxTheApp->CallOnInit();
  wxTheApp->SetExitOnFrameDelete(false);
  load_style();
  wxGUIEventLoop loop;
  const wxEventLoopActivator active(&loop);
  Screen screen;
  g_setenv("KINESCRIPT_DATA", KINESCRIPT_SOURCE_DIR, TRUE);
  const ClinicFile locked("bench_locked.ksc", "an example"), open("bench_open.ksc", "");
  const auto empty = [&] { return first_pixels(screen, {KINESCRIPT_EMPTY_WINDOW}); };
  std::vector<Row> rows = {
      in_turn(
          "unlock window, from the start to its first pixels", "an empty wx window", 1.5,
          [&] {
            return first_pixels(screen, {KINESCRIPT_WINDOW, "--clinic", locked.path});
          },
          empty),
      in_turn(
          "builder, from key in hand to painted, 10,000 patients", "an empty wx window", 2,
          [&] {
            double time = 0;
            {
              Desk desk(open);
              time = desk.open(screen);
            }
            screen.wait_until_bare();
            return time;
          },
          empty)};
  for (Row& row : event_rows(open, screen)) rows.push_back(std::move(row));
  return rows;
}

}  // namespace kinescript::bench
