// SPDX-License-Identifier: MIT
// The screening questions of this patient, each with its answer and the day it was given. A new
// answer is of today; a yes stops the plan until it is reviewed or referred (the safety strip
// asks).
#include <fmt/format.h>
#include <wx/choice.h>
#include <wx/scrolwin.h>

#include "app/screening.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 640, kHeight = 380, kTextWidth = 470;

class ScreeningForm : public Form {
 public:
  ScreeningForm(wxWindow* parent, Desk& desk)
      : Form(parent, desk, trf("Screening: {}", desk.editor.patient().given), kWidth) {
    paragraph(tr("A yes stops the plan until it is reviewed or referred, and says why."));
    auto* list =
        new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxSize(-1, px(kHeight)), wxVSCROLL);
    list->SetScrollRate(0, px(12));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    for (const StopEntry* question : screening_questions(desk.editor.catalog()))
      if (is_asked(*question, desk.editor.patient())) add(list, rows, *question);
    list->SetSizer(rows);
    list->FitInside();
    column_->Add(list, 0, wxEXPAND | wxBOTTOM, px(12));
    foot(tr("Keep the answers"), [this] { keep(); });
    foot_button(tr("All others: no"), "ks", [this] {
      for (const Row& row : rows_)
        if (row.answer->GetSelection() == 0) row.answer->SetSelection(2);
    });
    fit();
    if (!rows_.empty()) rows_.front().answer->SetFocus();
  }

 private:
  struct Row {
    std::string question;
    wxChoice* answer;
    int recorded;
  };

  void add(wxWindow* list, wxSizer* rows, const StopEntry& question) {
    const ScreeningAnswer* given = answer_to(question, desk_.editor.patient());
    const std::string& text = question.text;
    auto* told = make_text(list, text, font(13.5), tokens().text);
    told->Wrap(px(kTextWidth));
    const std::string day = given ? desk_.day(given->on) : "";
    auto* when = make_text(list,
                           !given       ? tr("not asked yet")
                           : given->yes ? trf("yes, {}", day)
                                        : trf("no, {}", day),
                           font(12.5, given && given->yes),
                           given && given->yes ? tokens().danger : tokens().text2);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(told);
    left->Add(when, 0, wxTOP, px(2));
    auto* answer = labelled_choice(list, text, {"–", tr("Yes"), tr("No")});
    const int recorded = !given ? 0 : given->yes ? 1 : 2;
    answer->SetSelection(recorded);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, 1, wxALIGN_CENTRE_VERTICAL);
    row->Add(answer, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, px(8));
    rows->Add(row, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    rows_.push_back({question.id, answer, recorded});
  }

  void keep() {
    const bool kept = try_to([&] {
      Patient patient = desk_.editor.patient();
      for (const Row& row : rows_) {
        const int answer = row.answer->GetSelection();
        if (answer == 0 || answer == row.recorded) continue;
        put_answer(patient, {row.question, answer == 1, desk_.editor.today()});
      }
      desk_.editor.set_patient(patient);
    });
    if (kept) desk_.close_form();
  }

  std::vector<Row> rows_;
};

}  // namespace

wxWindow* make_screening_form(wxWindow* parent, Desk& desk) {
  return new ScreeningForm(parent, desk);
}

}  // namespace kinescript
