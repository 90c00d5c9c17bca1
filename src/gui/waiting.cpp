// SPDX-License-Identifier: MIT
#include "gui/waiting.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/evtloop.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include <utility>

#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 380, kSteps = 1000;

}  // namespace

class Waiting::Box : public wxDialog {
 public:
  Box(wxWindow* parent, const std::string& what)
      : wxDialog(parent, wxID_ANY, "Kinescript", wxDefaultPosition, wxDefaultSize,
                 wxCAPTION | wxSTAY_ON_TOP) {
    SetBackgroundColour(tokens().pane);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->SetMinSize(wxSize(px(kWidth), -1));
    column->Add(make_text(this, what, font(14), tokens().text), 0, wxEXPAND | wxALL, px(16));
    bar_ = new wxGauge(this, wxID_ANY, kSteps);
    name_it(bar_, tr("How far it is"));
    column->Add(bar_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    // Not make_button: what it calls later waits until the work is over.
    auto* stop = new wxButton(this, wxID_ANY, words(tr("Stop")));
    style(stop, "ks");
    stop->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { stopped = true; });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_ESCAPE) stopped = true;
      event.Skip();
    });
    column->Add(stop, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    SetSizerAndFit(column);
    CentreOnParent();
    Show();
    stop->SetFocus();
  }

  void set(double share) {
    const int step = static_cast<int>(share * kSteps);
    if (step != bar_->GetValue()) bar_->SetValue(step);
    wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_UI | wxEVT_CATEGORY_USER_INPUT);
  }

  bool stopped = false;

 private:
  wxGauge* bar_;
  wxWindowDisabler others_{this};
};

Waiting::Waiting(wxWindow* parent, std::string what, std::chrono::milliseconds soon)
    : parent_(parent),
      what_(std::move(what)),
      shown_from_(std::chrono::steady_clock::now() + soon) {}

Waiting::~Waiting() = default;

bool Waiting::told(double share) {
  if (!box_ && std::chrono::steady_clock::now() < shown_from_) return true;
  if (!box_) box_ = std::make_unique<Box>(parent_, what_);
  box_->set(share);
  return !box_->stopped;
}

}  // namespace kinescript
