// SPDX-License-Identifier: MIT
// Print, or save the PDF. Issuing is what both do: Enter prints and issues, Ctrl+S saves and
// issues. What is chosen here holds for this patient until the program is closed.
#include <fmt/format.h>
#include <wx/app.h>

#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 420;
constexpr const char* kLayouts[] = {"", "standard", "large", "compact"};

class PrintForm : public Form {
 public:
  PrintForm(wxWindow* parent, Desk& desk) : Form(parent, desk, title(desk.editor), kWidth) {
    const PrintOptions& remembered = desk.print_options();
    layout_ = choice(
        "Layout", {"As recorded for the patient", "Standard", "Large print", "Compact, one sheet"});
    paper_ = choice("Paper", {"As the clinic uses", "A4", "Letter"});
    ink_ = choice("Ink", {"Black and white", "Colour"});
    for (int i = 1; i < 4; ++i)
      if (remembered.layout == kLayouts[i]) layout_->SetSelection(i);
    if (remembered.paper) paper_->SetSelection(*remembered.paper == Paper::a4 ? 1 : 2);
    ink_->SetSelection(remembered.palette == Palette::colour ? 1 : 0);
    const bool draft = desk.editor.number() == 0;
    foot(draft ? "Print and issue" : "Print", [this] { go(&Desk::print_now); });
    foot_button("Save PDF…  Ctrl+S", "ks", [this] { go(&Desk::save_now); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      const int key = event.GetKeyCode();
      if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) {
        wxTheApp->CallAfter([this] { go(&Desk::print_now); });
      } else if (key == 'S' && event.ControlDown()) {
        wxTheApp->CallAfter([this] { go(&Desk::save_now); });
      } else {
        event.Skip();
      }
    });
    fit();
    layout_->SetFocus();
  }

 private:
  static std::string title(const Editor& editor) {
    return editor.number() > 0 ? fmt::format("Print plan {} again", editor.number())
                               : fmt::format("Print plan {}", editor.next_number());
  }

  void go(std::function<void()> Desk::*what) {
    PrintOptions& options = desk_.print_options();
    const int layout = layout_->GetSelection(), paper = paper_->GetSelection();
    options.layout.reset();
    if (layout > 0) options.layout = kLayouts[layout];
    options.paper.reset();
    if (paper > 0) options.paper = paper == 1 ? Paper::a4 : Paper::letter;
    options.palette = ink_->GetSelection() == 1 ? Palette::colour : Palette::black_and_white;
    Desk& desk = desk_;
    desk.close_form();
    (desk.*what)();
  }

  wxChoice *layout_, *paper_, *ink_;
};

}  // namespace

wxWindow* make_print_form(wxWindow* parent, Desk& desk) { return new PrintForm(parent, desk); }

}  // namespace kinescript
