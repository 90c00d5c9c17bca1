// SPDX-License-Identifier: MIT
#include "gui/safety_strip.h"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/style.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

constexpr int kSubstitutes = 3;
constexpr int kCardWidth = 178;  // picture and button of a substitute

class StripPanel : public wxPanel {
 public:
  StripPanel(wxWindow* parent, Desk& desk) : wxPanel(parent), desk_(desk) {
    m_container.DisableSelfFocus();  // its buttons take it; often there are none
    SetSizer(new wxBoxSizer(wxVERTICAL));
  }

  // With buttons it is later: what is typed in a cell is stored as one of them takes the focus, and
  // GTK does not bear that the button goes meanwhile.
  void refresh() {
    const bool asked = std::exchange(due_, true);
    if (!first_way_)
      renew();
    else if (!asked)
      CallAfter([this] { renew(); });
  }

  void resolve() {
    renew();
    if (first_way_ && first_way_->HasFocus() && open_.size() > 1) next();
    if (first_way_) first_way_->SetFocus();
  }

  void swap(int n) {
    renew();
    if (open_.empty() || n < 0 || n >= static_cast<int>(substitutes_.size())) return;
    const ItemId item = *open_[at_].item;
    const ExerciseId substitute = substitutes_[static_cast<std::size_t>(n)];
    const std::string name = desk_.editor.catalog().exercise(substitute).name_clinician;
    if (desk_.attempt([&] { desk_.editor.swap(item, substitute); }))
      desk_.say(trf("Swapped in {}. Ctrl+Z brings the other back.", name));
  }

 private:
  void renew() {
    if (!std::exchange(due_, false)) return;
    auto calm = calm_line();
    std::vector<Finding> open;
    if (desk_.editor.has_patient())
      for (const Finding& finding : desk_.editor.findings())
        if (finding.open()) open.push_back(finding);
    const PatientId patient = desk_.editor.has_patient() ? desk_.editor.patient().id : PatientId{};
    if (patient == patient_ && calm == calm_ && open == open_ &&
        GetParent()->GetClientSize().x == width_)
      return;
    patient_ = patient;
    calm_ = std::move(calm);
    open_ = std::move(open);
    build();
  }

  void next() {
    ++at_;
    build();
  }

  void build() {
    const bool focused = IsDescendant(FindFocus());
    DestroyChildren();
    GetSizer()->Clear();
    first_way_ = nullptr;
    asked_ = nullptr;
    substitutes_.clear();
    width_ = GetParent()->GetClientSize().x;
    at_ = open_.empty() ? 0 : at_ % open_.size();
    if (!open_.empty())
      show_open();
    else if (calm_)
      show_calm();
    if (focused && first_way_) first_way_->SetFocus();
    InvalidateBestSize();
    GetParent()->Layout();
    Refresh();
  }

  // What it says when nothing is open.
  struct Calm {
    std::string text;
    wxColour colour, back;
    bool operator==(const Calm&) const = default;
  };

  wxStaticText* line(const std::string& text, double size, bool bold, const wxColour& colour) {
    return make_text(this, text, font(size, bold), colour);
  }

  void add_wrapped(wxStaticText* text) {
    text->Wrap(std::max(px(300), GetParent()->GetClientSize().x - px(24)));
    GetSizer()->Add(text, 0, wxLEFT | wxRIGHT | wxTOP, px(10));
  }

  // Nothing is open: one line, and what deserves a look.
  std::optional<Calm> calm_line() const {
    if (!desk_.editor.has_patient() || open_count(desk_.editor.findings()) > 0) return {};
    const Editor& editor = desk_.editor;
    const std::size_t precautions = editor.patient().precautions.size();
    const std::size_t exercises = editor.plan().items.size();
    const auto cautions =
        std::count_if(editor.findings().begin(), editor.findings().end(), [](const Finding& f) {
          return f.level != FindingLevel::prefer && f.level != FindingLevel::plan && !f.overridden;
        });
    const Tokens& t = tokens();
    if (precautions == 0)
      return Calm{trf("No precautions recorded for {}.", editor.patient().given), t.text2,
                  t.window};
    if (cautions > 0)
      return Calm{trf("{} to look at: {}", cautions, first_caution()), t.warning, t.warning_bg};
    return Calm{
        trf("✓ Nothing open. {} checked against {}.", trn("{} exercise", "{} exercises", exercises),
            trn("{} precaution", "{} precautions", precautions)),
        t.ok, t.ok_bg};
  }

  void show_calm() {
    const auto& [text, colour, back] = *calm_;
    SetBackgroundColour(back);
    name_it(this, text);
    auto* headline = line(text, 13, false, colour);
    headline->SetWindowStyle(wxST_ELLIPSIZE_END);
    headline->SetMinSize(wxSize(px(100), -1));
    headline->SetToolTip(words(text));
    GetSizer()->Add(headline, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP | wxBOTTOM, px(7));
  }

  std::string first_caution() const {
    for (const Finding& f : desk_.editor.findings())
      if (f.level != FindingLevel::prefer && f.level != FindingLevel::plan && !f.overridden)
        return desk_.reason(f);
    return {};
  }

  void show_open() {
    const Finding& finding = open_[at_];
    SetBackgroundColour(tokens().danger_bg);
    const std::string given = desk_.editor.patient().given;
    const std::string headline =
        open_.size() == 1
            ? trf("⚠ 1 conflict to resolve for {}", given)
            : trf("⚠ {} conflicts to resolve for {} · this is {}", open_.size(), given, at_ + 1);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(line(headline, 14, true, tokens().danger), 1, wxALIGN_CENTRE_VERTICAL);
    if (open_.size() > 1) top->Add(way(tr("Next (F8)"), "ks", [this] { next(); }), 0);
    GetSizer()->Add(top, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, px(10));
    const Exercise* exercise = desk_.editor.catalog().find(finding.exercise);
    const std::string about = finding.item && exercise ? exercise->name_clinician + ": " : "";
    const Precaution* precaution = desk_.editor.catalog().find(finding.precaution);
    const std::string sentence =
        about + desk_.reason(finding) + (precaution ? " (" + precaution->label + ")" : "");
    name_it(this, headline + ". " + sentence);
    add_wrapped(line(sentence, 13, false, tokens().text));
    first_way_ = nullptr;
    if (finding.item && finding.code != "side_missing") show_substitutes(finding);
    show_ways(finding);
  }

  void show_substitutes(const Finding& finding) {
    substitutes_ = finding.substitutes;
    if (substitutes_.size() > std::size_t{kSubstitutes}) substitutes_.resize(kSubstitutes);
    if (substitutes_.empty()) return;
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    // With large letters there is no room beside the buttons; the names say enough.
    const bool pictures = GetParent()->GetClientSize().x >= kSubstitutes * px(kCardWidth);
    for (std::size_t n = 0; n < substitutes_.size(); ++n) {
      const Exercise& exercise = desk_.editor.catalog().exercise(substitutes_[n]);
      const int width = px(62), height = px(42);
      auto* text = line(exercise.name_clinician, 13, true, tokens().text);
      text->SetWindowStyle(wxST_ELLIPSIZE_END);
      text->SetToolTip(words(exercise.name_clinician));
      auto* column = new wxBoxSizer(wxVERTICAL);
      column->Add(text, 0, wxEXPAND);
      auto* button = way(trf("Swap  Alt+{}", n + 1), n == 0 ? "ks primary" : "ks",
                         [this, n] { swap(static_cast<int>(n)); });
      name_it(button, trf("Swap for {}", exercise.name_clinician));
      column->Add(button, 0, wxTOP, px(3));
      auto* card = new wxBoxSizer(wxHORIZONTAL);
      if (pictures)
        card->Add(new wxStaticBitmap(
                      this, wxID_ANY,
                      desk_.thumbnail_of(exercise.id, width, height, GetContentScaleFactor())),
                  0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, px(6));
      card->Add(column, 1, wxALIGN_CENTRE_VERTICAL);
      row->Add(card, 1, wxRIGHT, px(10));
    }
    GetSizer()->Add(row, 0, wxEXPAND | wxLEFT | wxTOP, px(10));
  }

  void show_ways(const Finding& finding) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [row](wxWindow* window) { row->Add(window, 0, wxRIGHT, px(8)); };
    if (finding.code == "side_missing") {
      for (const char* side : {"left", "right"})
        add(way(side == std::string("left") ? tr("Left") : tr("Right"), "ks",
                [this, side, finding] {
                  desk_.attempt([&] { desk_.editor.set(*finding.item, {.side = side}); });
                }));
    } else if (finding.level == FindingLevel::modify) {
      add(way(tr("Write the change…"), "ks", [this, finding] {
        ask(tr("What is changed for this patient? The patient reads it."),
            [this, finding](const std::string& text) {
              desk_.editor.set(*finding.item, {.change = text});
            });
      }));
    } else {
      const std::string keep =
          finding.item ? tr("Keep and record why…") : tr("Reviewed or referred, and why…");
      add(way(keep, "ks", [this, finding] {
        ask(trf("Why is it right for {}? Kept in the record, not printed.",
                desk_.editor.patient().given),
            [this, finding](const std::string& text) { desk_.editor.keep(finding, text); });
      }));
    }
    if (finding.item)
      add(way(tr("Remove it"), "ks",
              [this, finding] { desk_.attempt([&] { desk_.editor.remove(*finding.item); }); }));
    GetSizer()->Add(row, 0, wxALL, px(10));
  }

  // A line to type into, in place of a dialog.
  void ask(const std::string& question, std::function<void(const std::string&)> take) {
    if (asked_) return asked_->SetFocus();
    auto* label = line(question, 13, true, tokens().text);
    auto* text = make_entry(this, question);
    asked_ = text;
    text->Bind(wxEVT_TEXT_ENTER, [this, text, take](wxCommandEvent&) {
      const std::string answer = utf8(text->GetValue());
      text->CallAfter([this, answer, take] { desk_.attempt([&] { take(answer); }); });
    });
    GetSizer()->Add(label, 0, wxLEFT | wxRIGHT, px(10));
    GetSizer()->Add(text, 0, wxEXPAND | wxALL, px(10));
    InvalidateBestSize();
    GetParent()->Layout();
    text->SetFocus();
  }

  // The button's own handler is over before the strip is built anew.
  wxButton* way(const std::string& label, const char* classes, std::function<void()> go) {
    auto* button = make_button(this, label, classes, std::move(go));
    if (!first_way_) first_way_ = button;
    return button;
  }

  Desk& desk_;
  bool due_ = false;
  // What is shown.
  PatientId patient_;
  std::optional<Calm> calm_;
  std::vector<Finding> open_;
  int width_ = 0;
  std::size_t at_ = 0;
  std::vector<ExerciseId> substitutes_;
  wxButton* first_way_ = nullptr;
  wxWindow* asked_ = nullptr;  // the line to type into
};

}  // namespace

SafetyStrip make_safety_strip(wxWindow* parent, Desk& desk) {
  auto* panel = new StripPanel(parent, desk);
  SafetyStrip strip;
  strip.window = panel;
  strip.refresh = [panel] { panel->refresh(); };
  strip.resolve = [panel] { panel->resolve(); };
  strip.swap = [panel](int n) { panel->swap(n); };
  return strip;
}

}  // namespace kinescript
