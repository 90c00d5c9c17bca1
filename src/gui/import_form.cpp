// SPDX-License-Identifier: MIT
// Patients from a CSV file of another program: what was found in it is shown before anything is
// stored; then they are stored some at a time, with a bar, and Stop ends it in between.
#include <wx/filedlg.h>
#include <wx/gauge.h>
#include <wx/listbox.h>
#include <wx/timer.h>

#include "app/patient_import.h"
#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 620, kListHeight = 120;
// Milliseconds between two parts, in which clicks and painting have their turn.
constexpr int kPause = 10;
constexpr DateOrder kOrders[] = {DateOrder::day_month_year, DateOrder::month_day_year,
                                 DateOrder::year_month_day};

class ImportForm : public Form {
 public:
  ImportForm(wxWindow* parent, Desk& desk, Session& session)
      : Form(parent, desk, tr("Import patients"), kWidth), session_(session) {
    file_ = field(tr("CSV file"), tr("A file with a row for each patient"));
    column_->Add(make_button(this, tr("Choose…"), "ks", [this] { choose_file(); }), 0,
                 wxLEFT | wxBOTTOM, px(16));
    dates_ =
        choice(tr("Birth dates are written"), {tr("As they are found"), tr("Day, month, year"),
                                               tr("Month, day, year"), tr("Year, month, day")});
    found_ = line();
    counts_ = line();
    refused_ = new wxListBox(this, wxID_ANY);
    refused_->SetMinSize(wxSize(-1, px(kListHeight)));
    refused_->SetFont(font(13));
    name_it(refused_, tr("Rows that are not taken"));
    column_->Add(refused_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    bar_ = new wxGauge(this, wxID_ANY, 1, wxDefaultPosition, wxDefaultSize, wxGA_HORIZONTAL);
    name_it(bar_, tr("How far the import is"));
    column_->Add(bar_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    foot(tr("Import"), [this] { import_ready_ ? begin() : look(); });
    stop_ = foot_button(tr("Stop"), "ks danger", [this] { stop(); });
    dates_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
      if (!file_->GetValue().empty()) look();
    });
    file_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { import_ready_ = false; });
    step_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { go_on(); });
    for (wxWindow* each : {static_cast<wxWindow*>(refused_), static_cast<wxWindow*>(bar_),
                           static_cast<wxWindow*>(stop_)})
      each->Hide();
    fit();
    file_->SetFocus();
  }

 private:
  wxStaticText* line() {
    auto* made = make_text(this, "", font(13.5), tokens().text);
    column_->Add(made, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    return made;
  }

  void say(wxStaticText* where, const std::string& text) {
    where->SetLabel(words(text));
    where->Wrap(px(kWidth - 32));
    name_it(where, text);
  }

  void choose_file() {
    const wxString chosen =
        wxFileSelector(words(tr("Choose a CSV file")), "", "", "", "CSV (*.csv)|*.csv;*.CSV;*.txt",
                       wxFD_OPEN | wxFD_FILE_MUST_EXIST, this);
    if (chosen.empty()) return;
    file_->ChangeValue(chosen);
    look();
  }

  // What the import would do; nothing is stored.
  void look() {
    import_ready_ = false;
    say(found_, "");
    say(counts_, "");
    refused_->Clear();
    at_file([this] {
      CsvSaid said;
      if (dates_->GetSelection() > 0) said.dates = kOrders[dates_->GetSelection() - 1];
      const PatientCsv csv = read_patient_csv(read_file(utf8(file_->GetValue())), said);
      say(found_, found_in(csv.form));
      if (!csv.form.dates) return;
      import_ = prepare_import(csv, session_.store.patients(true), session_.store.clinic().language,
                               session_.workspace.clock().today);
      import_ready_ = true;
      say(counts_, trf("Would be: {}. Import stores it.", import_counts(import_)));
      for (const RefusedRow& row : import_.refused)
        refused_->Append(words(trf("Line {}: {}", row.line, row.reason)));
    });
    refused_->Show(!refused_->IsEmpty());
    fit();
  }

  void at_file(const std::function<void()>& action) {
    try_to([&] { at(file_, action); });
  }

  void begin() {
    storing_.emplace(session_, import_);
    import_ready_ = false;
    bar_->SetRange(std::max(1, static_cast<int>(storing_->all())));
    bar_->SetValue(0);
    bar_->Show();
    stop_->Show();
    stop_->SetFocus();
    fit();
    step_.StartOnce(kPause);
  }

  void go_on() {
    if (!storing_) return;
    if (storing_->finished()) return finish(trf("Imported: {}.", import_counts(import_)));
    if (!try_to([this] { storing_->go_on(); })) return storing_.reset();
    bar_->SetValue(static_cast<int>(storing_->done()));
    step_.StartOnce(kPause);
  }

  void stop() {
    if (!storing_) return;
    finish(trf("Stopped: {} of {} patients are stored. Import the file again to go on.",
               storing_->done(), storing_->all()));
  }

  void finish(const std::string& said) {
    storing_.reset();
    bar_->Hide();
    stop_->Hide();
    say(counts_, said);
    desk_.say(said);
    file_->SetFocus();
    fit();
  }

  Session& session_;
  PatientImport import_;
  bool import_ready_ = false;  // import_ is what the file and the choice say
  std::optional<StoringImport> storing_;
  wxTextCtrl* file_;
  wxChoice* dates_;
  wxStaticText *found_, *counts_;
  wxListBox* refused_;
  wxGauge* bar_;
  wxButton* stop_ = nullptr;
  wxTimer step_;
};

}  // namespace

wxWindow* make_import_form(wxWindow* parent, Desk& desk, Session& session) {
  return new ImportForm(parent, desk, session);
}

}  // namespace kinescript
