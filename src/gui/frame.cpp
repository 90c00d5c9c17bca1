// SPDX-License-Identifier: MIT
#include "gui/frame.h"

#include <fmt/format.h>
#include <wx/app.h>
#include <wx/filedlg.h>
#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "gui/forms.h"
#include "gui/patient_bar.h"
#include "gui/preview_panel.h"
#include "gui/style.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

constexpr int kLeastWidth = 1180, kLeastHeight = 680;
constexpr int kCatalogWidth = 318, kProgramWidth = 632;  // of 1366

// No diagnosis in a file's name.
std::string file_name(const Patient& patient, int number, Date today) {
  std::string name = patient.family + "-" + patient.given.substr(0, 1);
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x80 && !std::isalnum(static_cast<unsigned char>(c)))
      c = '-';
  return fmt::format("{}_plan-{}_{}.pdf", name, number, iso(today));
}

}  // namespace

std::optional<std::filesystem::path> ask_for_file(wxWindow* parent, const std::string& name) {
  wxFileDialog dialog(parent, "Save as", "", words(name), "PDF (*.pdf)|*.pdf",
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return {};
  return std::filesystem::path(utf8(dialog.GetPath()));
}

std::optional<std::filesystem::path> ask_for_backup(wxWindow* parent) {
  wxFileDialog dialog(parent, "Choose a backup", "", "", "Kinescript (*.ksc)|*.ksc",
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return {};
  return std::filesystem::path(utf8(dialog.GetPath()));
}

Frame::Frame(Session& session, FrameOptions options)
    : wxFrame(nullptr, wxID_ANY, "Kinescript", wxDefaultPosition, wxSize(1366, 768)),
      editor_(session),
      desk_(editor_),
      options_(std::move(options)),
      preferences_(read_preferences(options_.clinic_file)),
      lock_(
          *this, session, [this] { refresh(); },
          [this] { desk_.say("Locking in 30 s. Any key keeps it open."); }) {
  lock_.minutes = preferences_.lock_minutes;
  desk_.clinic_file = options_.clinic_file;
  SetMinSize(wxSize(kLeastWidth, kLeastHeight));
  SetBackgroundColour(tokens().window);
  connect_desk();
  make_menus();
  make_panels();
  editor_.on_change([this] { refresh(); });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (form_ && !lock_.locked() && event.GetKeyCode() == WXK_ESCAPE) return close_form();
    event.Skip();
  });
  refresh();
  catalog_.field->SetFocus();
  pick_up();
}

Frame::~Frame() { remember_patient({}); }

// Whose plan was on the table when the program was killed; every edit is in the clinic file.
void Frame::pick_up() {
  if (preferences_.patient.text.empty()) return;
  const PatientId left = preferences_.patient;
  desk_.attempt([&] {
    editor_.open(left);
    desk_.say(fmt::format("Kinescript closed unexpectedly. {} {}’s plan is as you left it.",
                          editor_.patient().given, editor_.patient().family));
  });
}

// A window that cannot write its own file works on: nothing of a patient hangs on it.
void Frame::remember_patient(const PatientId& patient) {
  if (preferences_.patient == patient) return;
  preferences_.patient = patient;
  try {
    write_preferences(options_.clinic_file, preferences_);
  } catch (const Error&) {
    return;
  }
}

void Frame::connect_desk() {
  desk_.say = [this](const std::string& text) {
    status_->SetLabel(words(text));
    name_it(status_, text);
  };
  desk_.search = [this] { catalog_.field->SetFocus(); };
  desk_.dose = [this](const ItemId& item) { program_.focus(item); };
  desk_.resolve = [this] { program_.resolve(); };
  desk_.choose_patient = [this] { open_form(make_switcher(this, desk_)); };
  desk_.new_patient = [this](const std::string& typed) {
    open_form(make_patient_form(this, desk_, typed));
  };
  desk_.precaution = [this](const PatientPrecaution* recorded) {
    if (editor_.has_patient()) open_form(make_precaution_form(this, desk_, recorded));
  };
  desk_.close_form = [this] { close_form(); };
  desk_.choose_template = [this] {
    if (editor_.has_patient()) open_form(make_template_form(this, desk_));
  };
  desk_.reissue = [this] {
    if (!editor_.has_patient()) return;
    if (editor_.last_issued())
      open_form(make_reissue_form(this, desk_));
    else
      desk_.say("No plan was issued yet. Type an exercise name, or choose a template (Ctrl+T).");
  };
  desk_.print = [this] {
    if (may_print()) open_form(make_print_form(this, desk_));
  };
  desk_.print_now = [this] { print_now(); };
  desk_.save_now = [this] { save_now(); };
}

void Frame::make_menus() {
  auto* bar = new wxMenuBar;
  const auto entry = [this](wxMenu* menu, const char* label, std::function<void()> go) {
    const int id = wxWindow::NewControlId();
    menu->Append(id, words(label));
    Bind(
        wxEVT_MENU, [go = std::move(go)](wxCommandEvent&) { go(); }, id);
  };
  auto* file = new wxMenu;
  entry(file, "&Print…\tCtrl+P", [this] { desk_.print(); });
  entry(file, "Print at &once\tCtrl+Shift+P", [this] { print_now(); });
  entry(file, "Save &PDF…\tCtrl+E", [this] { save_now(); });
  entry(file, "&Lock\tCtrl+Shift+L", [this] { lock_now(); });
  entry(file, "&Quit\tCtrl+Q", [this] { Close(); });
  bar->Append(file, "&File");
  auto* edit = new wxMenu;
  entry(edit, "&Undo\tCtrl+Z", [this] { desk_.attempt([this] { editor_.undo(); }); });
  entry(edit, "&Redo\tCtrl+Y", [this] { desk_.attempt([this] { editor_.redo(); }); });
  bar->Append(edit, "&Edit");
  auto* patient = new wxMenu;
  entry(patient, "&Switch patient…\tCtrl+O", [this] { desk_.choose_patient(); });
  entry(patient, "&New patient…\tCtrl+N", [this] { desk_.new_patient({}); });
  entry(patient, "Add a &precaution…", [this] { desk_.precaution(nullptr); });
  bar->Append(patient, "&Patient");
  auto* program = new wxMenu;
  entry(program, "&Template…\tCtrl+T", [this] { desk_.choose_template(); });
  entry(program, "&Re-issue the last plan…\tCtrl+R", [this] { desk_.reissue(); });
  entry(program, "&Search exercises\tCtrl+F", [this] { desk_.search(); });
  entry(program, "&Next conflict\tF8", [this] { desk_.resolve(); });
  for (int n = 0; n < 3; ++n)
    entry(program, fmt::format("Swap for substitute {0}\tAlt+{0}", n + 1).c_str(),
          [this, n] { number(n); });
  bar->Append(program, "P&rogram");
  SetMenuBar(bar);
}

void Frame::make_panels() {
  View patient = make_patient_bar(this, desk_);
  outer_ = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  catalog_ = make_catalog(outer_, desk_);
  inner_ = new wxSplitterWindow(outer_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  program_ = make_program(inner_, desk_);
  View preview = make_preview(inner_, desk_);
  inner_->SetMinimumPaneSize(px(320));
  outer_->SetMinimumPaneSize(px(280));
  inner_->SplitVertically(program_.window, preview.window, px(kProgramWidth));
  outer_->SplitVertically(catalog_.window, inner_, px(kCatalogWidth));

  auto* foot = new wxPanel(this);
  foot->SetBackgroundColour(tokens().window);
  const auto text = [foot] {
    auto* made = new wxStaticText(foot, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                                  wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    made->SetFont(font(12.5));
    made->SetForegroundColour(tokens().text2);
    return made;
  };
  status_ = text();
  actor_ = text();
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(status_, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, px(10));
  line->Add(actor_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(12));
  foot->SetSizer(line);
  foot->SetMinSize(wxSize(-1, px(26)));

  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(patient.window, 0, wxEXPAND);
  column->Add(outer_, 1, wxEXPAND);
  column->Add(foot, 0, wxEXPAND);
  SetSizer(column);
  views_ = {patient, catalog_, program_, preview};
  desk_.say("Choose a patient: Ctrl+O. A new one: Ctrl+N.");
}

void Frame::refresh() {
  for (const View& view : views_) view.refresh();
  actor_->SetLabel(words(editor_.session().actor.name));
  actor_->SetMinSize(actor_->GetBestSize());
  if (editor_.has_patient()) remember_patient(editor_.patient().id);
}

void Frame::open_form(wxWindow* form) {
  close_form();
  form_ = form;
  form_->Move(px(12), px(50));
  form_->Raise();
}

void Frame::close_form() {
  if (!form_) return;
  wxWindow* gone = form_;
  form_ = nullptr;
  desk_.number = nullptr;
  gone->Hide();
  gone->Destroy();
  catalog_.field->SetFocus();
}

void Frame::lock_now() {
  if (lock_.may_lock()) return lock_.now();
  desk_.say("There is no passphrase to lock with. Settings, Clinicians sets one.");
}

void Frame::number(int at) {
  if (desk_.number)
    desk_.number(at);
  else
    program_.swap(at);
}

// A conflict never reaches paper without a recorded reason: the strip gets the focus instead.
bool Frame::may_print() {
  if (!editor_.has_patient()) return false;
  if (editor_.number() == 0 && open_count(editor_.findings()) > 0) {
    desk_.say("Resolve what is open first: F8 goes to it.");
    program_.resolve();
    return false;
  }
  if (editor_.plan().items.empty()) {
    desk_.say("The plan has no exercise yet. Type a name to add one.");
    return false;
  }
  return true;
}

// Issues what is not issued yet, then hands the PDF on. The plan stays issued when that fails.
void Frame::finish(Action why, const std::function<void(const std::string& pdf)>& deliver) {
  desk_.attempt([&] {
    const PrintOptions options = desk_.print_options();
    if (!editor_.issue().head) return program_.resolve();
    deliver(editor_.pdf(options, why));
  });
}

void Frame::print_now() {
  if (!may_print()) return;
  finish(Action::print, [this](const std::string& pdf) {
    options_.printer->print(pdf);
    desk_.say(fmt::format("Plan {} is issued and printed.", editor_.number()));
  });
}

void Frame::save_now() {
  if (!may_print()) return;
  const int number = editor_.number() > 0 ? editor_.number() : editor_.next_number();
  const auto path = options_.ask(this, file_name(editor_.patient(), number, editor_.today()));
  if (!path) return;
  finish(Action::export_data, [this, &path](const std::string& pdf) {
    write_atomically(*path, pdf);
    desk_.say(fmt::format("Plan {} is issued and saved as {}.", editor_.number(),
                          path->filename().string()));
  });
}

}  // namespace kinescript
