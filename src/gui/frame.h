// SPDX-License-Identifier: MIT
// The window: patient bar, catalog, program, preview, status bar. It makes the panels, calls their
// refresh() after each change of the Editor, and holds menus and keys.
//
//   auto* frame = new Frame(session, {file, ask_for_file, printer.get()});
//   frame->Show();
//
// The session must outlive it. Where a PDF is saved is asked through FrameOptions, so that a test
// can answer.
#pragma once
#include <wx/frame.h>
#include <wx/stattext.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "app/printer.h"
#include "app/session.h"
#include "gui/catalog_panel.h"
#include "gui/desk.h"
#include "gui/history_panel.h"
#include "gui/lock.h"
#include "gui/preferences.h"
#include "gui/program_panel.h"

class wxSplitterWindow;

namespace kinescript {

struct FrameOptions {
  std::filesystem::path clinic_file;
  // The file to save to; nullopt when the person thought better of it.
  std::function<std::optional<std::filesystem::path>(wxWindow* parent, const std::string& name)>
      ask;
  Printer* printer = nullptr;  // must outlive the frame
};

// The system's own dialogs: where to save a PDF, and a backup to open.
std::optional<std::filesystem::path> ask_for_file(wxWindow* parent, const std::string& name);
std::optional<std::filesystem::path> ask_for_backup(wxWindow* parent);

class Frame : public wxFrame {
 public:
  Frame(Session& session, FrameOptions options);
  ~Frame() override;

  Editor& editor() { return editor_; }
  Desk& desk() { return desk_; }
  void open_settings();
  void open_import();
  Lock& lock() { return lock_; }

 private:
  void make_menus();
  void undo();
  void redo();
  void make_panels();
  void connect_desk();
  void refresh();
  void open_form(wxWindow* form);
  void drop_form();
  void close_form();
  bool may_print();
  void finish(const PrintOptions& options, Action why,
              const std::function<void(const std::string& pdf)>& deliver);
  void show_history(bool shown);
  void reissue(const PlanId& from);
  // Today's conflicts of an issued plan are shown first; `go` prints it all the same.
  void before_reprint(const PlanId& plan, const std::function<void()>& go);
  void reprint(const PlanId& plan);
  void save_again(const PlanId& plan);
  void void_plan(const PlanId& plan);
  void print_with(const PrintOptions& options, int copies);
  void print_as_remembered();
  void print_plan(const PrintOptions& options, int copies);
  void save_with(const PrintOptions& options);
  void number(int at);
  void forget_words();
  void lock_now();
  void remember_patient(const PatientId& patient);
  void keep_preferences();
  void take_place();
  void pick_up();

  Session& session_;
  Editor editor_;
  Desk desk_;
  FrameOptions options_;
  Preferences preferences_;
  Lock lock_;
  std::vector<View> views_;
  CatalogView catalog_;
  ProgramView program_;
  HistoryView history_;
  wxStaticText *status_ = nullptr, *actor_ = nullptr;
  wxWindow* form_ = nullptr;
  wxSplitterWindow *outer_ = nullptr, *inner_ = nullptr;
};

}  // namespace kinescript
