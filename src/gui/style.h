// SPDX-License-Identifier: MIT
// How the window looks: colours for light and dark, fonts that follow the system's, one style sheet
// for native controls, names for screen readers.
//
//   load_style();                                   // once there is a display
//   style(button, "ks primary");                    // classes of the style sheet in style.cpp
//   name_it(cell, "Repetitions of Bridge");         // SetName() is not what assistive tools read
//   label->SetFont(font(14, true));
//
// Lengths and font sizes are logical pixels at a system font of 11 pt and grow with it: px(),
// font(). Texts of the core are UTF-8: words() and utf8() convert whatever the C locale is.
#pragma once
#include <wx/bmpbndl.h>
#include <wx/colour.h>
#include <wx/font.h>
#include <wx/listbox.h>
#include <wx/string.h>
#include <wx/textctrl.h>
#include <wx/window.h>

#include <string>

namespace kinescript {

struct Tokens {
  wxColour window, pane, text, text2, hint, line, control, accent, accent_bg, on_accent, selection,
      danger, danger_bg, danger_line, warning, warning_bg, warning_line, ok, ok_bg, desk;
};

void load_style();
const Tokens& tokens();
int px(double length);
const wxFont& font(double size, bool bold = false);

wxString words(const std::string& utf8);
std::string utf8(const wxString& text);

void style(wxWindow* window, const char* classes);
void unstyle(wxWindow* window, const char* css_class);
void name_it(wxWindow* window, const std::string& name);
// The boxes to tick of a wxCheckListBox are read with the text beside them; call after each change.
void name_rows(wxListBox* list);

// undo, redo, print, remove, add, down: line icons in the text's colour.
wxBitmapBundle icon(const std::string& name, const wxColour& colour);

}  // namespace kinescript
