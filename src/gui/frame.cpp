// SPDX-License-Identifier: MIT
#include "gui/frame.h"

#include <fmt/format.h>
#include <wx/app.h>
#include <wx/dcclient.h>
#include <wx/filedlg.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include "app/print_choices.h"
#include "app/wording.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/language.h"
#include "gui/patient_bar.h"
#include "gui/preview_panel.h"
#include "gui/style.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

constexpr int kLeastWidth = 1180, kLeastHeight = 680;
constexpr int kCatalogWidth = 318, kProgramWidth = 632;  // of 1366

// wxSplitterWindow draws its sash at once when the pointer comes or goes or it is dragged, also
// over a form that lies above it and while it is hidden. Here it is only painted in its turn.
class Splitter : public wxSplitterWindow {
 public:
  explicit Splitter(wxWindow* parent)
      : wxSplitterWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                         wxSP_LIVE_UPDATE | wxSP_NOBORDER) {}

 private:
  void DrawSash(wxDC& dc) override {
    if (dynamic_cast<wxPaintDC*>(&dc)) return wxSplitterWindow::DrawSash(dc);
    RefreshRect(wxRect(GetSashPosition(), 0, GetSashSize(), GetClientSize().y));
  }
};

std::string how_to_begin() { return tr("Choose a patient: Ctrl+O. A new one: Ctrl+N."); }

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
  wxFileDialog dialog(parent, words(tr("Save as")), "", words(name), "PDF (*.pdf)|*.pdf",
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return {};
  return std::filesystem::path(utf8(dialog.GetPath()));
}

std::optional<std::filesystem::path> ask_for_backup(wxWindow* parent) {
  wxFileDialog dialog(parent, words(tr("Choose a backup")), "", "", "Kinescript (*.ksc)|*.ksc",
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return {};
  return std::filesystem::path(utf8(dialog.GetPath()));
}

Frame::Frame(Session& session, FrameOptions options)
    : wxFrame(nullptr, wxID_ANY, "Kinescript", wxDefaultPosition, wxSize(1366, 768)),
      session_(session),
      editor_(session),
      desk_(editor_),
      options_(std::move(options)),
      preferences_(read_preferences(options_.clinic_file)),
      lock_(*this, session,
            {[this] { forget_words(); }, [this] { refresh(); },
             [this] { desk_.say(tr("Locking in 30 s. Any key keeps it open.")); }}) {
  lock_.minutes = preferences_.lock_minutes;
  desk_.clinic_file = options_.clinic_file;
  SetMinSize(wxSize(kLeastWidth, kLeastHeight));
  take_place();
  SetBackgroundColour(tokens().window);
  connect_desk();
  make_menus();
  make_panels();
  editor_.on_change([this] { refresh(); });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE && !lock_.locked()) {
      if (form_) return close_form();
      if (history_.window->IsShown()) return show_history(false);
    }
    event.Skip();
  });
  refresh();
  catalog_.field->SetFocus();
  pick_up();
}

Frame::~Frame() {
  preferences_.patient = {};
  preferences_.maximized = IsMaximized();
  if (!preferences_.maximized) preferences_.width = GetSize().x, preferences_.height = GetSize().y;
  preferences_.catalog_width = outer_->GetSashPosition();
  preferences_.program_width = inner_->GetSashPosition();
  keep_preferences();
}

// As it was left, and no larger than the screen is now.
void Frame::take_place() {
  if (preferences_.width > 0 && preferences_.height > 0) {
    const wxSize screen = wxGetClientDisplayRect().GetSize();
    SetSize(std::min(preferences_.width, screen.x), std::min(preferences_.height, screen.y));
  }
  if (preferences_.maximized) Maximize();
}

// Whose plan was on the table when the program was killed; every edit is in the clinic file.
void Frame::pick_up() {
  if (preferences_.patient.text.empty()) return;
  const PatientId left = preferences_.patient;
  desk_.attempt([&] {
    editor_.open(left);
    desk_.say(trf("Kinescript closed unexpectedly. {} {}’s plan is as you left it.",
                  editor_.patient().given, editor_.patient().family));
  });
}

void Frame::remember_patient(const PatientId& patient) {
  if (preferences_.patient == patient) return;
  preferences_.patient = patient;
  keep_preferences();
}

// A window that cannot write its own file works on: nothing of a patient hangs on it.
void Frame::keep_preferences() {
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
  desk_.archived = [this](const PatientHead& archived) {
    open_form(make_archived_form(this, desk_, archived));
  };
  desk_.edit_patient = [this] {
    if (editor_.has_patient()) open_form(make_record_form(this, desk_));
  };
  desk_.screening = [this] {
    if (editor_.has_patient()) open_form(make_screening_form(this, desk_));
  };
  desk_.own_precaution = [this] {
    if (editor_.has_patient()) open_form(make_own_precaution_form(this, desk_, nullptr));
  };
  desk_.precaution = [this](const PatientPrecaution* recorded) {
    if (!editor_.has_patient()) return;
    const bool own = recorded && recorded->is_own();
    open_form(own ? make_own_precaution_form(this, desk_, recorded)
                  : make_precaution_form(this, desk_, recorded));
  };
  desk_.close_form = [this] { close_form(); };
  desk_.choose_template = [this] {
    if (editor_.has_patient()) open_form(make_template_form(this, desk_));
  };
  desk_.own_exercise = [this] { open_form(make_own_exercise_form(this, desk_)); };
  desk_.renew_catalog = [this] { catalog_.renew(); };
  desk_.save_template = [this] {
    if (!editor_.has_patient()) return desk_.say(tr("Choose a patient first (Ctrl+O)."));
    if (editor_.plan().items.empty())
      return desk_.say(tr("The plan has no exercise yet: there is nothing to save."));
    open_form(make_save_template_form(this, desk_));
  };
  desk_.reissue = [this] {
    if (!editor_.has_patient()) return;
    const auto marked = history_.window->IsShown() ? history_.marked() : std::nullopt;
    const auto last = editor_.last_issued();
    if (marked)
      reissue(*marked);
    else if (last)
      reissue(last->id);
    else
      desk_.say(
          tr("No plan was issued yet. Type an exercise name, or choose a template (Ctrl+T)."));
  };
  desk_.ask = [this](const Question& question, std::function<void(const std::string&)> take) {
    open_form(make_line_form(this, desk_, question, std::move(take)));
  };
  desk_.reissue_from = [this](const PlanId& plan) { reissue(plan); };
  desk_.history_shown = [this] { return history_.window->IsShown(); };
  desk_.show_history = [this](bool shown) { show_history(shown); };
  desk_.reprint = [this](const PlanId& plan) { reprint(plan); };
  desk_.save_again = [this](const PlanId& plan) { save_again(plan); };
  desk_.void_plan = [this](const PlanId& plan) { void_plan(plan); };
  desk_.print = [this] {
    if (may_print()) open_form(make_print_form(this, desk_));
  };
  desk_.print_with = [this](const PrintOptions& options, int copies) {
    print_with(options, copies);
  };
  desk_.save_with = [this](const PrintOptions& options) { save_with(options); };
}

void Frame::make_panels() {
  View patient = make_patient_bar(this, desk_);
  outer_ = new Splitter(this);
  catalog_ = make_catalog(outer_, desk_);
  inner_ = new Splitter(outer_);
  program_ = make_program(inner_, desk_);
  View preview = make_preview(inner_, desk_);
  inner_->SetMinimumPaneSize(px(320));
  outer_->SetMinimumPaneSize(px(280));
  const auto width = [](int kept, int usual) { return kept > 0 ? kept : px(usual); };
  inner_->SplitVertically(program_.window, preview.window,
                          width(preferences_.program_width, kProgramWidth));
  outer_->SplitVertically(catalog_.window, inner_,
                          width(preferences_.catalog_width, kCatalogWidth));

  history_ = make_history(this, desk_);
  history_.window->Hide();
  auto* foot = new Ground(this, tokens().window);
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
  column->Add(history_.window, 1, wxEXPAND);
  column->Add(foot, 0, wxEXPAND);
  SetSizer(column);
  views_ = {patient, catalog_, program_, preview, history_};
  desk_.say(how_to_begin());
}

void Frame::refresh() {
  for (const View& view : views_) view.refresh();
  actor_->SetLabel(words(editor_.session().actor.name));
  actor_->SetMinSize(actor_->GetBestSize());
  if (!editor_.has_patient()) return;
  remember_patient(editor_.patient().id);
  if (status_->GetLabel() == words(how_to_begin())) desk_.say("");
}

// The new form has the focus already and keeps it.
void Frame::open_form(wxWindow* form) {
  drop_form();
  form_ = form;
  form_->Move(px(12), px(50));
  form_->Raise();
}

void Frame::drop_form() {
  if (!form_) return;
  wxWindow* gone = form_;
  form_ = nullptr;
  desk_.number = nullptr;
  desk_.undo = nullptr;
  gone->Hide();
  gone->Destroy();
}

void Frame::close_form() {
  if (!form_) return;
  drop_form();
  history_.window->IsShown() ? history_.focus() : catalog_.field->SetFocus();
}

void Frame::show_history(bool shown) {
  if (shown && !editor_.has_patient()) return desk_.say(tr("Choose a patient first (Ctrl+O)."));
  if (shown == history_.window->IsShown()) return;
  outer_->Show(!shown);
  history_.window->Show(shown);
  history_.refresh();
  Layout();
  shown ? history_.focus() : catalog_.field->SetFocus();
}

void Frame::reissue(const PlanId& from) {
  desk_.attempt(
      [&] { open_form(make_reissue_form(this, desk_, editor_.session().store.head(from))); });
}

void Frame::before_reprint(const PlanId& plan, const std::function<void()>& go) {
  desk_.attempt([&] {
    const auto conflicts = conflicts_now(editor_.session(), plan);
    if (conflicts.empty()) return go();
    std::string told;
    for (const Finding& finding : conflicts) {
      const Exercise* exercise = editor_.catalog().find(finding.exercise);
      told += (told.empty() ? "" : "\n") + (exercise ? exercise->name_clinician + ": " : "") +
              desk_.reason(finding);
    }
    open_form(make_reprint_form(this, desk_, editor_.session().store.head(plan), told, go));
  });
}

void Frame::reprint(const PlanId& plan) {
  before_reprint(plan, [this, plan] {
    desk_.attempt([&] {
      options_.printer->print(editor_.pdf(plan, {}, Action::print), 1);
      desk_.say(tr("Printed again, as it was issued."));
    });
  });
}

void Frame::save_again(const PlanId& plan) {
  before_reprint(plan, [this, plan] {
    const int number = editor_.session().store.head(plan).number;
    const auto path = options_.ask(this, file_name(editor_.patient(), number, editor_.today()));
    if (!path) return;
    desk_.attempt([&] {
      write_atomically(*path, editor_.pdf(plan, {}, Action::export_data));
      desk_.say(trf("Saved as {}, as it was issued.", path->filename().string()));
    });
  });
}

void Frame::void_plan(const PlanId& plan) {
  const std::string name = trf("Void plan {}", editor_.session().store.head(plan).number);
  desk_.ask(
      {name,
       tr("It stays in the history and is printed as VOID from now on. What was handed out must "
          "be taken back by you."),
       tr("Why is it void?"), name},
      [this, plan](const std::string& why) { editor_.void_plan(plan, why); });
}

// The fonts keep words that were set, names among them.
void Frame::forget_words() {
  session_.workspace.forget_words();
  desk_.typesetter.ask(&lock_, [](const Workspace& own) {
    own.forget_words();
    return [] {};
  });
}

void Frame::lock_now() {
  if (lock_.may_lock()) return lock_.now();
  desk_.say(tr("There is no passphrase to lock with. Settings, Clinicians sets one."));
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
    desk_.say(tr("Resolve what is open first: F8 goes to it."));
    program_.resolve();
    return false;
  }
  if (editor_.plan().items.empty()) {
    desk_.say(tr("The plan has no exercise yet. Type a name to add one."));
    return false;
  }
  return true;
}

// Issues what is not issued yet, then hands the PDF on. The plan stays issued when that fails.
void Frame::finish(const PrintOptions& options, Action why,
                   const std::function<void(const std::string& pdf)>& deliver) {
  desk_.attempt([&] {
    const bool draft = editor_.number() == 0;
    const IssueResult result = editor_.issue(options);
    if (!result.stopped.empty())
      throw Error(ErrorKind::refused, "",
                  trf("Not issued: the handout fails check {} ({}).", result.stopped.front().number,
                      result.stopped.front().measured));
    if (!result.head) return program_.resolve();
    if (draft) catalog_.issued();
    deliver(editor_.pdf(options, why));
  });
}

void Frame::print_with(const PrintOptions& options, int copies) {
  if (!may_print()) return;
  if (editor_.number() == 0) return print_plan(options, copies);
  before_reprint(editor_.plan().id, [this, options, copies] { print_plan(options, copies); });
}

void Frame::print_as_remembered() {
  if (may_print()) print_with({}, copies_of(editor_.patient()));
}

void Frame::print_plan(const PrintOptions& options, int copies) {
  finish(options, Action::print, [this, copies](const std::string& pdf) {
    options_.printer->print(pdf, copies);
    desk_.say(copies == 1
                  ? trf("Plan {} is issued and printed.", editor_.number())
                  : trf("Plan {} is issued and printed, {} copies.", editor_.number(), copies));
  });
}

void Frame::save_with(const PrintOptions& options) {
  if (!may_print()) return;
  const int number = editor_.number() > 0 ? editor_.number() : editor_.next_number();
  const auto path = options_.ask(this, file_name(editor_.patient(), number, editor_.today()));
  if (!path) return;
  finish(options, Action::export_data, [this, &path](const std::string& pdf) {
    write_atomically(*path, pdf);
    desk_.say(
        trf("Plan {} is issued and saved as {}.", editor_.number(), path->filename().string()));
  });
}

}  // namespace kinescript
