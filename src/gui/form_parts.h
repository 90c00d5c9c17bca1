// SPDX-License-Identifier: MIT
// The frame of a form: a titled panel with a border, labelled fields under each other, a line for
// what is wrong, buttons at the foot. For the forms of forms.h.
//
//   class PatientForm : public Form { … family_ = field("Family name"); foot("Add patient", …); };
#pragma once
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <map>
#include <vector>

#include "gui/desk.h"
#include "gui/entry.h"

namespace kinescript {

// A coloured ground for texts: never takes the focus, whatever stands on it (a wxPanel without
// controls would, and a screen reader would stop at it).
class Ground : public wxPanel {
 public:
  Ground(wxWindow* parent, const wxColour& colour);
};

// A native choice; its first entry is chosen.
wxChoice* labelled_choice(wxWindow* parent, const std::string& name,
                          const std::vector<std::string>& texts);
wxStaticText* make_text(wxWindow* parent, const std::string& text, const wxFont& font,
                        const wxColour& colour);
// A caption, and a text field under it that a screen reader calls `name`, at the end of a column.
wxStaticText* add_caption(wxWindow* parent, wxSizer* column, const std::string& text);
Entry* make_entry(wxWindow* parent, const std::string& name, const std::string& hint = {},
                  long flags = 0);
wxTextCtrl* add_entry(wxWindow* parent, wxSizer* column, const std::string& name,
                      const std::string& hint = {}, long flags = 0);
wxButton* make_button(wxWindow* parent, const std::string& label, const char* classes,
                      std::function<void()> go);  // called once the click is over

// Escape leaves a dialog that has no button to cancel it with.
void end_on_escape(wxDialog& dialog);

class Form : public wxPanel {
 public:
  Form(wxWindow* parent, Desk& desk, const std::string& title, int width);

 protected:
  wxStaticText* caption(const std::string& text);
  void paragraph(const std::string& text);
  wxChoice* choice(const std::string& label, const std::vector<std::string>& texts);
  wxTextCtrl* field(const std::string& label, const std::string& hint = {});
  // What is wrong goes between the fields and the buttons; call after the last field.
  void foot(const std::string& label, std::function<void()> go);
  wxButton* foot_button(const std::string& label, const char* classes, std::function<void()> go);
  // Runs it; what it throws is shown in the form: under the field that it was about, else at the
  // foot.
  bool try_to(const std::function<void()>& action);
  // Inside try_to(): what the action throws is about this field, which gets the focus.
  void at(wxTextCtrl* field, const std::function<void()>& action);
  void fit();

  Desk& desk_;
  wxBoxSizer* column_;

 private:
  wxStaticText* fault_line();
  void complain(wxStaticText* where, const std::string& what);

  wxTextCtrl* about_ = nullptr;                  // the field that is being read
  std::map<wxTextCtrl*, wxStaticText*> faults_;  // under each field
  wxStaticText* wrong_ = nullptr;
  wxBoxSizer* buttons_ = nullptr;
  int width_;
};

}  // namespace kinescript
