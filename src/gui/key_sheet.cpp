// SPDX-License-Identifier: MIT
// The keys of the window on one sheet (F1).
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <vector>

#include "base/translate.h"
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
      {"Ctrl+O", to_translate("switch patient")},
      {"Ctrl+N", to_translate("new patient")},
      {"Ctrl+H", to_translate("record and history")},
      {to_translate("Space"), to_translate("mark two plans to compare")},
      {"Ctrl+R", to_translate("re-issue the last plan")},
      {"Ctrl+T", to_translate("template")},
      {"Ctrl+Shift+T", to_translate("save as template")},
      {"Ctrl+F", to_translate("search exercises")},
      {to_translate("Up, Down"), to_translate("in the exercises found")},
      {to_translate("Enter"), to_translate("add the exercise")},
      {to_translate("Shift+Enter"), to_translate("add it and go to its dose")},
      {"*", to_translate("favourite, or no longer")},
      {to_translate("Tab, digits, Enter"), to_translate("through the cells of a dose")},
      {to_translate("Ctrl+Up, Ctrl+Down"), to_translate("one more, one less")},
      {to_translate("Alt+Up, Alt+Down"), to_translate("move the exercise")},
      {to_translate("Alt+Shift+Up, Down"), to_translate("its whole section")},
      {"V", to_translate("next variant")},
      {"N", to_translate("note")},
      {to_translate("L, R, B"), to_translate("left, right, both sides")},
      {to_translate("Ctrl+Delete"), to_translate("remove the exercise")},
      {"F8", to_translate("next conflict")},
      {"Alt+1", to_translate("swap for the first substitute")},
      {"Alt+2", to_translate("for the second")},
      {"Alt+3", to_translate("for the third")},
      {"Ctrl+Z", to_translate("undo")},
      {"Ctrl+Y", to_translate("redo")},
      {"Ctrl+P", to_translate("print")},
      {"Ctrl+Shift+P", to_translate("print at once, as last time")},
      {"Ctrl+E", to_translate("save PDF")},
      {"Ctrl+,", to_translate("settings")},
      {"Ctrl+Shift+L", to_translate("lock")},
      {"Ctrl+Q", to_translate("quit")},
      {to_translate("Esc"), to_translate("close a form; from a cell to the search")},
      {"F1", to_translate("this sheet")},
  };
  return all;
}

class KeySheet : public Form {
 public:
  KeySheet(wxWindow* parent, Desk& desk) : Form(parent, desk, tr("Keys"), kWidth) {
    auto* table = new wxFlexGridSizer(2 * kPairsInARow, px(6), px(16));
    const std::size_t rows = (keys().size() + 1) / kPairsInARow;
    for (std::size_t row = 0; row < rows; ++row)  // read down, then right
      for (std::size_t at = row; at < keys().size(); at += rows) {
        table->Add(word(tr(keys()[at].keys), true));
        table->Add(word(tr(keys()[at].does), false));
      }
    column_->Add(table, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    auto* close = make_button(this, tr("Close"), "ks primary", [this] { desk_.close_form(); });
    column_->Add(close, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    fit();
    close->SetFocus();
  }

 private:
  wxStaticText* word(const std::string& text, bool is_key) {
    auto* made = make_text(this, text, font(13, is_key), is_key ? tokens().text : tokens().text2);
    name_it(made, text);
    return made;
  }
};

}  // namespace

wxWindow* make_key_sheet(wxWindow* parent, Desk& desk) { return new KeySheet(parent, desk); }

}  // namespace kinescript
