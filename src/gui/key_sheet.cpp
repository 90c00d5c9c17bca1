// SPDX-License-Identifier: MIT
// The keys of the window on one sheet (F1).
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <vector>

#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 760, kPairsInARow = 2;

struct Key {
  const char *keys, *does;
};

// In the order of a visit: the patient, the exercises, their doses, what is open, the handout.
const std::vector<Key>& keys() {
  static const std::vector<Key> all = {
      {"Ctrl+O", "switch patient"},
      {"Ctrl+N", "new patient"},
      {"Ctrl+H", "record and history"},
      {"Space", "mark two plans to compare"},
      {"Ctrl+R", "re-issue the last plan"},
      {"Ctrl+T", "template"},
      {"Ctrl+Shift+T", "save as template"},
      {"Ctrl+F", "search exercises"},
      {"Up, Down", "in the exercises found"},
      {"Enter", "add the exercise"},
      {"Shift+Enter", "add it and go to its dose"},
      {"*", "favourite, or no longer"},
      {"Tab, digits, Enter", "through the cells of a dose"},
      {"Ctrl+Up, Ctrl+Down", "one more, one less"},
      {"Alt+Up, Alt+Down", "move the exercise"},
      {"Alt+Shift+Up, Down", "its whole section"},
      {"V", "next variant"},
      {"N", "note"},
      {"L, R, B", "left, right, both sides"},
      {"Ctrl+Delete", "remove the exercise"},
      {"F8", "next conflict"},
      {"Alt+1", "swap for the first substitute"},
      {"Alt+2", "for the second"},
      {"Alt+3", "for the third"},
      {"Ctrl+Z", "undo"},
      {"Ctrl+Y", "redo"},
      {"Ctrl+P", "print"},
      {"Ctrl+Shift+P", "print at once, as last time"},
      {"Ctrl+E", "save PDF"},
      {"Ctrl+,", "settings"},
      {"Ctrl+Shift+L", "lock"},
      {"Ctrl+Q", "quit"},
      {"Esc", "close a form; from a cell to the search"},
      {"F1", "this sheet"},
  };
  return all;
}

class KeySheet : public Form {
 public:
  KeySheet(wxWindow* parent, Desk& desk) : Form(parent, desk, "Keys", kWidth) {
    auto* table = new wxFlexGridSizer(2 * kPairsInARow, px(6), px(16));
    const std::size_t rows = (keys().size() + 1) / kPairsInARow;
    for (std::size_t row = 0; row < rows; ++row)  // read down, then right
      for (std::size_t at = row; at < keys().size(); at += rows) {
        table->Add(word(keys()[at].keys, true));
        table->Add(word(keys()[at].does, false));
      }
    column_->Add(table, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    auto* close = make_button(this, "Close", "ks primary", [this] { desk_.close_form(); });
    column_->Add(close, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    fit();
    close->SetFocus();
  }

 private:
  wxStaticText* word(const char* text, bool is_key) {
    auto* made = new wxStaticText(this, wxID_ANY, words(text));
    made->SetFont(font(13, is_key));
    made->SetForegroundColour(is_key ? tokens().text : tokens().text2);
    name_it(made, text);
    return made;
  }
};

}  // namespace

wxWindow* make_key_sheet(wxWindow* parent, Desk& desk) { return new KeySheet(parent, desk); }

}  // namespace kinescript
