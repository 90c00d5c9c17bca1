// SPDX-License-Identifier: MIT
// A text field that takes back typing: wxGTK's own has no undo. It keeps its steps while it has the
// focus; letters typed in a row are one step, up to a blank. A passphrase field keeps none.
//
//   auto* text = new Entry(parent, wxTE_PROCESS_ENTER);
//   if (text->CanUndo()) text->Undo();         // Edit, Undo asks the focused field first
#pragma once
#include <wx/textctrl.h>

#include <vector>

namespace kinescript {

class Entry : public wxTextCtrl {
 public:
  Entry(wxWindow* parent, long flags);

  bool CanUndo() const override { return !before_.empty(); }
  bool CanRedo() const override { return !after_.empty(); }
  void Undo() override { go(before_, after_); }
  void Redo() override { go(after_, before_); }
  // What stands there now is where its steps begin: it was stored.
  void forget_steps();

 private:
  bool TryBefore(wxEvent& event) override;
  void note();
  void go(std::vector<wxString>& from, std::vector<wxString>& to);

  std::vector<wxString> before_, after_;
  wxString now_;
  int grown_ = 0;  // by how many letters the last change made it longer
  bool going_ = false;
};

}  // namespace kinescript
