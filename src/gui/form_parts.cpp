// SPDX-License-Identifier: MIT
#include "gui/form_parts.h"

#include <wx/dcclient.h>

#include <algorithm>

#include "base/error.h"
#include "base/translate.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kFieldGap = 12;
// wx measures what has no size as soon as it is made, in a font that it will not have.
const wxSize kNotYet(1, 1);

}  // namespace

wxStaticText* make_text(wxWindow* parent, const std::string& text, const wxFont& font,
                        const wxColour& colour) {
  auto* made = new wxStaticText(parent, wxID_ANY, words(text), wxDefaultPosition, kNotYet,
                                wxST_NO_AUTORESIZE);
  made->SetMinSize(wxDefaultSize);
  made->SetFont(font);
  made->SetForegroundColour(colour);
  made->ToggleWindowStyle(wxST_NO_AUTORESIZE);
  return made;
}

wxStaticText* add_caption(wxWindow* parent, wxSizer* column, const std::string& text) {
  auto* made = make_text(parent, text, font(13), tokens().text2);
  column->Add(made, 0, wxEXPAND | wxLEFT | wxRIGHT, px(16));
  return made;
}

Entry* make_entry(wxWindow* parent, const std::string& name, const std::string& hint, long flags) {
  auto* text = new Entry(parent, flags | wxTE_PROCESS_ENTER);
  style(text, "ks");
  text->SetHint(words(hint));
  name_it(text, name);
  return text;
}

wxTextCtrl* add_entry(wxWindow* parent, wxSizer* column, const std::string& name,
                      const std::string& hint, long flags) {
  auto* text = make_entry(parent, name, hint, flags);
  column->Add(text, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  return text;
}

wxButton* make_button(wxWindow* parent, const std::string& label, const char* classes,
                      std::function<void()> go) {
  auto* button = new wxButton(parent, wxID_ANY, words(label), wxDefaultPosition, kNotYet);
  button->SetMinSize(wxDefaultSize);
  style(button, classes);
  name_it(button, label);
  // Later, since it may take the button away; with the button, so that pressed twice it is done
  // once.
  button->Bind(wxEVT_BUTTON,
               [button, go = std::move(go)](wxCommandEvent&) { button->CallAfter(go); });
  return button;
}

void end_on_escape(wxDialog& dialog) {
  dialog.Bind(wxEVT_CHAR_HOOK, [&dialog](wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_ESCAPE) return event.Skip();
    dialog.CallAfter([&dialog] {
      if (dialog.IsModal()) dialog.EndModal(wxID_CANCEL);
    });
  });
}

Form::Form(wxWindow* parent, Desk& desk, const std::string& title, int width)
    : wxPanel(parent), desk_(desk), column_(new wxBoxSizer(wxVERTICAL)), width_(px(width)) {
  SetBackgroundColour(tokens().pane);
  auto* heading = make_text(this, title, font(16.5, true), tokens().text);
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

void Form::paragraph(const std::string& text) {
  auto* made = make_text(this, text, font(13.5), tokens().text);
  made->Wrap(width_ - px(32));
  column_->Add(made, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
}

Ground::Ground(wxWindow* parent, const wxColour& colour) : wxPanel(parent) {
  m_container.DisableSelfFocus();
  SetBackgroundColour(colour);
}

wxChoice* labelled_choice(wxWindow* parent, const std::string& name,
                          const std::vector<std::string>& texts) {
  wxArrayString entries;
  for (const std::string& text : texts) entries.Add(words(text));
  auto* made = new wxChoice(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, entries);
  made->SetSelection(0);
  style(made, "ks");
  name_it(made, name);
  return made;
}

wxChoice* Form::choice(const std::string& label, const std::vector<std::string>& texts) {
  caption(label);
  auto* made = labelled_choice(this, label, texts);
  column_->Add(made, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  return made;
}

wxTextCtrl* Form::field(const std::string& label, const std::string& hint) {
  caption(label);
  auto* text = make_entry(this, label, hint);
  column_->Add(text, 0, wxEXPAND | wxLEFT | wxRIGHT, px(16));
  auto* fault = faults_[text] = fault_line();
  column_->Add(fault, 0, wxEXPAND | wxLEFT | wxRIGHT, px(16));
  column_->AddSpacer(px(kFieldGap));
  return text;
}

wxStaticText* Form::fault_line() {
  auto* made = make_text(this, "", font(13, true), tokens().danger);
  made->Hide();
  return made;
}

void Form::foot(const std::string& label, std::function<void()> go) {
  wrong_ = fault_line();
  column_->Add(wrong_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  buttons_ = new wxBoxSizer(wxHORIZONTAL);
  buttons_->AddStretchSpacer();
  column_->Add(buttons_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  Bind(wxEVT_TEXT_ENTER, [this, go](wxCommandEvent&) { CallAfter(go); });
  foot_button(tr("Cancel"), "ks", [this] { desk_.close_form(); });
  foot_button(label, "ks primary", std::move(go));
}

wxButton* Form::foot_button(const std::string& label, const char* classes,
                            std::function<void()> go) {
  auto* button = make_button(this, label, classes, std::move(go));
  buttons_->Add(button, 0, wxLEFT, px(8));
  return button;
}

void Form::at(wxTextCtrl* field, const std::function<void()>& action) {
  about_ = field;
  action();
  about_ = nullptr;
}

void Form::complain(wxStaticText* where, const std::string& what) {
  where->SetLabel(words("⚠ " + what));
  where->Wrap(width_ - px(32));
  where->Show();
  name_it(where, what);
}

bool Form::try_to(const std::function<void()>& action) {
  about_ = nullptr;
  wrong_->Hide();
  for (const auto& [text, fault] : faults_) {
    fault->Hide();
    unstyle(text, "bad");
  }
  try {
    action();
    return true;
  } catch (const Error& error) {
    complain(about_ ? faults_.at(about_) : wrong_, error.message());
    if (about_) {
      style(about_, "bad");
      about_->SetFocus();
    }
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
