// SPDX-License-Identifier: MIT
#include "gui/form_parts.h"

#include <wx/app.h>
#include <wx/dcclient.h>

#include <algorithm>

#include "base/error.h"
#include "gui/style.h"

namespace kinescript {

wxStaticText* add_caption(wxWindow* parent, wxSizer* column, const std::string& text) {
  auto* made = new wxStaticText(parent, wxID_ANY, words(text));
  made->SetFont(font(13));
  made->SetForegroundColour(tokens().text2);
  column->Add(made, 0, wxEXPAND | wxLEFT | wxRIGHT, px(16));
  return made;
}

wxTextCtrl* add_entry(wxWindow* parent, wxSizer* column, const std::string& name,
                      const std::string& hint, long flags) {
  auto* text = new wxTextCtrl(parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                              flags | wxTE_PROCESS_ENTER);
  style(text, "ks");
  text->SetHint(words(hint));
  name_it(text, name);
  column->Add(text, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  return text;
}

wxButton* make_button(wxWindow* parent, const std::string& label, const char* classes,
                      std::function<void()> go) {
  auto* button = new wxButton(parent, wxID_ANY, words(label));
  style(button, classes);
  name_it(button, label);
  button->Bind(wxEVT_BUTTON, [go = std::move(go)](wxCommandEvent&) { wxTheApp->CallAfter(go); });
  return button;
}

Form::Form(wxWindow* parent, Desk& desk, const std::string& title, int width)
    : wxPanel(parent), desk_(desk), column_(new wxBoxSizer(wxVERTICAL)), width_(px(width)) {
  SetBackgroundColour(tokens().pane);
  auto* heading = new wxStaticText(this, wxID_ANY, words(title));
  heading->SetFont(font(16.5, true));
  heading->SetForegroundColour(tokens().text);
  heading->SetMinSize(wxSize(-1, heading->GetCharHeight()));  // GTK learns of the font too late
  column_->Add(heading, 0, wxEXPAND | wxALL, px(16));
  SetSizer(column_);
  name_it(this, title);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxPaintDC dc(this);
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.SetPen(wxPen(tokens().accent, 2));
    dc.DrawRectangle(1, 1, GetClientSize().x - 1, GetClientSize().y - 1);
  });
}

wxStaticText* Form::caption(const std::string& text) { return add_caption(this, column_, text); }

wxTextCtrl* Form::field(const std::string& label, const std::string& hint) {
  caption(label);
  return add_entry(this, column_, label, hint);
}

void Form::foot(const std::string& label, std::function<void()> go) {
  wrong_ = new wxStaticText(this, wxID_ANY, "");
  wrong_->SetFont(font(13, true));
  wrong_->SetForegroundColour(tokens().danger);
  column_->Add(wrong_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  wrong_->Hide();
  buttons_ = new wxBoxSizer(wxHORIZONTAL);
  buttons_->AddStretchSpacer();
  column_->Add(buttons_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  Bind(wxEVT_TEXT_ENTER, [go](wxCommandEvent&) { wxTheApp->CallAfter(go); });
  foot_button("Cancel", "ks", [this] { desk_.close_form(); });
  foot_button(label, "ks primary", std::move(go));
}

wxButton* Form::foot_button(const std::string& label, const char* classes,
                            std::function<void()> go) {
  auto* button = make_button(this, label, classes, std::move(go));
  buttons_->Add(button, 0, wxLEFT, px(8));
  return button;
}

bool Form::try_to(const std::function<void()>& action) {
  try {
    action();
    return true;
  } catch (const Error& error) {
    wrong_->SetLabel(words("⚠ " + error.message()));
    wrong_->Wrap(width_ - px(32));
    wrong_->Show();
    name_it(wrong_, error.message());
    fit();
    return false;
  }
}

void Form::fit() {
  Layout();
  const wxSize best = column_->GetMinSize();
  SetSize(wxSize(std::max(width_, best.x), best.y));
  Layout();
}

}  // namespace kinescript
