// SPDX-License-Identifier: MIT
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 460;

class LineForm : public Form {
 public:
  LineForm(wxWindow* parent, Desk& desk, const Question& question,
           std::function<void(const std::string&)> take)
      : Form(parent, desk, question.title, kWidth), take_(std::move(take)) {
    if (!question.text.empty()) paragraph(question.text);
    line_ = field(question.field);
    line_->ChangeValue(words(question.typed));
    foot(question.button, [this] { done(); });
    fit();
    line_->SetFocus();
  }

 private:
  void done() {
    // The form may be gone once it was taken.
    Desk& desk = desk_;
    const auto take = take_;
    const std::string text = utf8(line_->GetValue());
    if (try_to([&] { take(text); })) desk.close_form();
  }

  std::function<void(const std::string&)> take_;
  wxTextCtrl* line_;
};

class ReprintForm : public Form {
 public:
  ReprintForm(wxWindow* parent, Desk& desk, const PlanHead& plan, const std::string& conflicts,
              std::function<void()> anyway)
      : Form(parent, desk, trf("Plan {} conflicts today", plan.number), kWidth) {
    paragraph(tr("It was issued before this was recorded:"));
    paragraph(conflicts);
    foot(tr("Re-issue with changes"), [&desk, plan] { desk.reissue_from(plan.id); });
    foot_button(tr("Reprint anyway"), "ks danger", [&desk, anyway = std::move(anyway)] {
      desk.close_form();
      anyway();
    });
    fit();
    SetFocus();
  }
};

}  // namespace

wxWindow* make_line_form(wxWindow* parent, Desk& desk, const Question& question,
                         std::function<void(const std::string&)> take) {
  return new LineForm(parent, desk, question, std::move(take));
}

wxWindow* make_reprint_form(wxWindow* parent, Desk& desk, const PlanHead& plan,
                            const std::string& conflicts, std::function<void()> anyway) {
  return new ReprintForm(parent, desk, plan, conflicts, std::move(anyway));
}

}  // namespace kinescript
