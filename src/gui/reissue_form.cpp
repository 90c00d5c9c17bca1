// SPDX-License-Identifier: MIT
// Going on from the last issued plan: what was it like, and one step for each exercise.
//
// Keys in the list: 1 2 3 too hard, about right, too easy; Alt+1 2 3 the band of pain; + - = one
// step for the marked exercise; Del drops it; A all harder, S all the same; Enter creates the plan.
#include <fmt/format.h>
#include <wx/dc.h>
#include <wx/vlbox.h>

#include <algorithm>
#include <map>

#include "app/wording.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

using Way = Reissue::Way;

constexpr int kWidth = 640, kRowHeight = 47, kRowsShown = 9;
constexpr int kPictureWidth = 62, kPictureHeight = 42;

std::string reason(const std::string& because) {
  static const std::map<std::string, const char*> kReasons = {
      {"pain_holds", to_translate("Held: pain 3 to 5")},
      {"half", to_translate("Held: enough others go up")},
      {"top", to_translate("Top of its ladder")},
      {"bottom", to_translate("Easiest already")},
      {"conflict", to_translate("Held: the next step conflicts")},
      {"unknown_exercise", to_translate("Not in the catalog any more")}};
  const auto found = kReasons.find(because);
  return found == kReasons.end() ? std::string() : tr(found->second);
}

std::string remark(const Reissue::Row& row) {
  if (row.way == Way::dropped) return tr("Dropped");
  if (row.because == "gate") return trf("Ask first; + is yes: {}", row.step.gate);
  return reason(row.because);
}

const char* sign_of(Way way) {
  switch (way) {
    case Way::harder:
      return "▲";
    case Way::easier:
      return "▼";
    case Way::dropped:
      return "−";
    case Way::same:
      break;
  }
  return "=";
}

class Rows : public wxVListBox {
 public:
  Rows(wxWindow* parent, Desk& desk, const Reissue& reissue)
      : wxVListBox(parent, wxID_ANY), desk_(desk), reissue_(reissue) {
    SetBackgroundColour(tokens().pane);
    SetMinSize(wxSize(-1, px(kRowHeight * kRowsShown)));
    SetItemCount(reissue.rows().size());
    if (!reissue.rows().empty()) SetSelection(0);
  }

  // For who hears the list: its marked row.
  void renew() {
    if (GetSelection() != wxNOT_FOUND) {
      const auto& row = reissue_.rows()[static_cast<std::size_t>(GetSelection())];
      name_it(this, trf("{} {}: {}, new dose {} {}", sign_of(row.way), name(row),
                        dose_text(row.before.dose), dose_text(row.after.dose), remark(row)));
    }
    Refresh();
  }

 private:
  wxCoord OnMeasureItem(std::size_t) const override { return px(kRowHeight); }

  void OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t at) const override {
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(static_cast<int>(at) == GetSelection() ? tokens().selection : tokens().pane);
    dc.DrawRectangle(rect);
    dc.SetBrush(tokens().line);
    dc.DrawRectangle(rect.x, rect.GetBottom(), rect.width, 1);
  }

  void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t at) const override {
    const Reissue::Row& row = reissue_.rows()[at];
    const int width = px(kPictureWidth), height = px(kPictureHeight);
    dc.DrawBitmap(desk_.thumbnail_of(row.before.exercise, width, height, GetContentScaleFactor()),
                  rect.x + px(8), rect.y + (rect.height - height) / 2);
    const int name_at = rect.x + width + px(18), last_at = rect.x + rect.width - px(280),
              sign_at = rect.x + rect.width - px(150), new_at = rect.x + rect.width - px(128);
    const std::string told = remark(row);
    const int y = rect.y + px(told.empty() ? 14 : 5);
    text(dc, name(row), font(14, true), tokens().text, name_at, y, last_at - name_at - px(8));
    text(dc, told, font(12.5), tokens().text2, name_at, rect.y + px(25), last_at - name_at - px(8));
    text(dc, short_dose(row.before.dose), font(13), tokens().text2, last_at, rect.y + px(14),
         px(126));
    const bool changed = row.way != Way::same;
    text(dc, sign_of(row.way), font(14, true), changed ? tokens().accent : tokens().text2, sign_at,
         rect.y + px(13), px(20));
    if (row.way != Way::dropped)
      text(dc, short_dose(row.after.dose), font(13, changed),
           changed ? tokens().accent : tokens().text2, new_at, rect.y + px(14), px(124));
  }

  static void text(wxDC& dc, const std::string& what, const wxFont& type, const wxColour& colour,
                   int x, int y, int room) {
    dc.SetFont(type);
    dc.SetTextForeground(colour);
    dc.DrawText(wxControl::Ellipsize(words(what), dc, wxELLIPSIZE_END, room), x, y);
  }

  std::string name(const Reissue::Row& row) const {
    const Exercise* exercise = desk_.editor.catalog().find(row.after.exercise);
    return exercise ? exercise->name_clinician : row.after.exercise.text;
  }

  static std::string short_dose(const Dose& dose) {
    const std::string line = to_text(dose.count) + " × " + to_text(dose.sets);
    if (!dose.hold) return line;
    const std::string hold = to_text(*dose.hold);
    return dose.hold_unit == HoldUnit::seconds ? trf("{}, {} s", line, hold)
                                               : trf("{}, {} br", line, hold);
  }

  Desk& desk_;
  const Reissue& reissue_;
};

class ReissueForm : public Form {
 public:
  ReissueForm(wxWindow* parent, Desk& desk, const PlanHead& from)
      : Form(parent, desk, trf("Re-issue plan {}", from.number), kWidth),
        reissue_(desk.editor.reissue(from.id)) {
    caption(tr("What was it like, and how much did it hurt? Nothing changes without an answer."));
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    const std::string kFelt[] = {tr("1 Too hard"), tr("2 About right"), tr("3 Too easy")};
    const std::string kPain[] = {tr("Pain 0–2"), tr("Pain 3–5"), tr("Pain 6+")};
    for (int i = 0; i < 3; ++i) felt_[i] = answer(answers, kFelt[i], [this, i] { felt(i); });
    answers->AddSpacer(px(16));
    for (int i = 0; i < 3; ++i) pain_[i] = answer(answers, kPain[i], [this, i] { pain(i); });
    column_->Add(answers, 0, wxEXPAND | wxALL, px(12));
    rows_ = new Rows(this, desk, reissue_);
    column_->Add(rows_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(8));
    foot(trf("Create plan {}", desk.editor.next_number()), [this] { create(); });
    rows_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { key(event); });
    rows_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { rows_->renew(); });
    desk_.number = [this](int at) { pain(at); };
    fit();
    renew();
    rows_->SetFocus();
  }

 private:
  wxButton* answer(wxSizer* into, const std::string& label, std::function<void()> go) {
    auto* made = new wxButton(this, wxID_ANY, words(label));
    style(made, "ks");
    made->Bind(wxEVT_BUTTON, [go = std::move(go)](wxCommandEvent&) { go(); });
    into->Add(made, 0, wxRIGHT, px(4));
    return made;
  }

  void felt(int at) {
    reissue_.answer(static_cast<Felt>(at));
    renew();
  }
  void pain(int at) {
    reissue_.answer(static_cast<PainBand>(at));
    renew();
  }

  // The answer is told by a check mark too, not by colour alone.
  static void mark(wxButton* button, bool chosen) {
    std::string label = utf8(button->GetLabel());
    if (label.starts_with("✓ ")) label.erase(0, std::string("✓ ").size());
    button->SetLabel(words((chosen ? "✓ " : "") + label));
    name_it(button, chosen ? trf("{}, chosen", label) : label);
    unstyle(button, chosen ? "off" : "primary");
    if (chosen) style(button, "primary");
  }

  void renew() {
    for (int i = 0; i < 3; ++i) {
      mark(felt_[i], reissue_.felt() == static_cast<Felt>(i));
      mark(pain_[i], reissue_.pain() == static_cast<PainBand>(i));
    }
    Layout();
    rows_->renew();
  }

  void choose(Way way) {
    if (rows_->GetSelection() == wxNOT_FOUND) return;
    reissue_.choose(static_cast<std::size_t>(rows_->GetSelection()), way);
    renew();
  }

  void key(wxKeyEvent& event) {
    if (event.HasModifiers() && !event.ShiftDown()) return event.Skip();
    switch (event.GetKeyCode()) {
      case '1':
      case '2':
      case '3':
        return felt(event.GetKeyCode() - '1');
      case '+':
      case WXK_NUMPAD_ADD:
        return choose(Way::harder);
      case '-':
      case WXK_NUMPAD_SUBTRACT:
        return choose(Way::easier);
      case '=':  // with Shift it is the + of many keyboards
        return choose(event.ShiftDown() ? Way::harder : Way::same);
      case WXK_DELETE:
        return choose(Way::dropped);
      case 'A':
        reissue_.choose_all(Way::harder);
        return renew();
      case 'S':
        reissue_.choose_all(Way::same);
        return renew();
      case WXK_RETURN:
      case WXK_NUMPAD_ENTER:
        CallAfter([this] { create(); });
        return;
      default:
        event.Skip();
    }
  }

  void create() {
    Desk& desk = desk_;
    const PlanItem first = reissue_.rows().front().before;
    const bool made = try_to([&] {
      desk.editor.begin(reissue_.plan(desk.editor.session().actor.name,
                                      desk.editor.session().workspace.clock().now),
                        tr("re-issue"));
    });
    if (!made) return;
    desk.close_form();
    desk.show_history(false);
    desk.dose(first.id);
  }

  Reissue reissue_;
  wxButton *felt_[3] = {}, *pain_[3] = {};
  Rows* rows_ = nullptr;
};

}  // namespace

wxWindow* make_reissue_form(wxWindow* parent, Desk& desk, const PlanHead& from) {
  return new ReissueForm(parent, desk, from);
}

}  // namespace kinescript
