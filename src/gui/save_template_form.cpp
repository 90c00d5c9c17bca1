// SPDX-License-Identifier: MIT
// The plan on the table as a template of the clinic. What of it would not be in the template, since
// it is of this patient, is listed before it is saved.
#include <wx/checkbox.h>

#include "app/clinic_templates.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 460;

class SaveTemplateForm : public Form {
 public:
  SaveTemplateForm(wxWindow* parent, Desk& desk)
      : Form(parent, desk, tr("Save as template"), kWidth) {
    name_ = field(tr("Name of the template"), tr("Knees, first weeks"));
    sides_ = box(tr("Keep the sides, left or right"));
    notes_ = box(tr("Keep the notes, but those that name the patient"));
    left_out_ = caption("");
    left_out_->SetForegroundColour(tokens().text);
    column_->AddSpacer(px(16));
    foot(tr("Save template"), [this] { save(); });
    show_left_out();
    name_->SetFocus();
  }

 private:
  wxCheckBox* box(const std::string& label) {
    auto* made = new wxCheckBox(this, wxID_ANY, words(label));
    made->SetFont(font(13.5));
    name_it(made, label);
    made->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { show_left_out(); });
    column_->Add(made, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(12));
    return made;
  }

  SaveOptions options() const { return {sides_->GetValue(), notes_->GetValue()}; }

  void show_left_out() {
    const Editor& editor = desk_.editor;
    const std::string told =
        trf("Left out: {}.",
            join(left_out_of_template(editor.plan(), editor.patient(), options(), editor.catalog()),
                 ", "));
    left_out_->SetLabel(words(told));
    left_out_->Wrap(px(kWidth - 32));
    name_it(left_out_, told);
    fit();
  }

  void save() {
    Desk& desk = desk_;
    const std::string name(trim(utf8(name_->GetValue())));
    const bool saved = try_to([&] {
      const Editor& editor = desk.editor;
      save_template(editor.plan(), editor.patient(), name, options(), editor.session().workspace,
                    desk.clinic_file);
    });
    if (!saved) return;
    desk.close_form();
    desk.say(trf("Saved as template “{}”.", name));
  }

  wxTextCtrl* name_;
  wxCheckBox *sides_, *notes_;
  wxStaticText* left_out_;
};

}  // namespace

wxWindow* make_save_template_form(wxWindow* parent, Desk& desk) {
  return new SaveTemplateForm(parent, desk);
}

}  // namespace kinescript
