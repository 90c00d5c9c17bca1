// SPDX-License-Identifier: MIT
// Settings, the clinic's header: what stands at the top of every handout, and its logo as it is
// printed in black.
#include <wx/dcmemory.h>
#include <wx/statbmp.h>

#include "base/translate.h"
#include "draw/decode.h"
#include "gui/form_parts.h"
#include "gui/painter.h"
#include "gui/settings_pages.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kLogoWidth = 200, kLogoHeight = 96, kMargin = 8;

// In greys on white, as large as it goes.
Drawing logo_drawing(const std::string& bytes) {
  if (bytes.empty()) return {};
  Image image = in_grey(decode_image(bytes));
  image.place = {0, 0, static_cast<double>(image.width), static_cast<double>(image.height)};
  return {image};
}

class ClinicPage : public SettingsPage {
 public:
  ClinicPage(wxWindow* parent, Settings& settings)
      : SettingsPage(parent, settings, tr("Clinic header"),
                     tr("Printed at the top of every handout.")) {
    add({tr("Clinic name")}, {&ClinicText::name});
    add({tr("Address line")}, {&ClinicText::address});
    add({tr("Phone"), tr("Hours"), tr("Emergency number")},
        {&ClinicText::phone, &ClinicText::hours, &ClinicText::emergency});
    make_logo();
    show_stored();
  }

  void save() override {
    for (Text& text : texts_) {
      const std::string typed = utf8(text.field->GetValue());
      if (typed == text.stored) continue;
      ClinicText said;
      said.*text.part = typed;
      if (!settings_.change(said)) return style(text.field, "bad");
      text.stored = typed;
      text.field->forget_steps();
      unstyle(text.field, "bad");
    }
  }

  void show_stored() override {
    const Clinic clinic = settings_.session().store.clinic();
    const std::string* stored[] = {&clinic.name, &clinic.address, &clinic.phone, &clinic.hours,
                                   &clinic.emergency_number};
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      texts_[i].stored = *stored[i];
      if (utf8(texts_[i].field->GetValue()) != *stored[i])
        texts_[i].field->ChangeValue(words(*stored[i]));
      texts_[i].field->forget_steps();
      unstyle(texts_[i].field, "bad");
    }
    show_logo(clinic.logo);
  }

 private:
  using Part = std::optional<std::string> ClinicText::*;
  struct Text {
    Entry* field;
    Part part;
    std::string stored;
  };

  void add(const std::vector<std::string>& names, const std::vector<Part>& parts) {
    const auto made = fields(names);
    for (std::size_t i = 0; i < made.size(); ++i) {
      made[i]->Enable(settings_.administers());
      made[i]->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        save();
      });
      texts_.push_back({made[i], parts[i], {}});
    }
  }

  void make_logo() {
    logo_ = new wxStaticBitmap(this, wxID_ANY, wxBitmap(px(kLogoWidth), px(kLogoHeight)));
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(path(
                   tr("Logo, a PNG or JPEG file; it prints in black"), "", false,
                   [this](const std::string& file) { set_logo(file); }, &file_),
               0, wxEXPAND);
    remove_ = make_button(this, tr("Remove the logo"), "ks", [this] { set_logo(""); });
    right->Add(remove_, 0, wxLEFT, px(16));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(logo_, 0, wxLEFT, px(16));
    row->Add(right, 1);
    column_->Add(row, 0, wxEXPAND);
  }

  void set_logo(const std::string& file) {
    if (!settings_.change({.logo = file})) return style(file_, "bad");
    unstyle(file_, "bad");
    file_->ChangeValue("");
    show_logo(settings_.session().store.clinic().logo);
  }

  void show_logo(const std::string& bytes) {
    const Drawing drawing = logo_drawing(bytes);
    Box bounds{0, 0, 1, 1};
    if (!drawing.empty()) bounds = std::get<Image>(drawing.front()).place;
    const double margin = bounds.width() * kMargin / kLogoWidth;
    bounds = {bounds.left - margin, bounds.top - margin, bounds.right + margin,
              bounds.bottom + margin};
    wxBitmap bitmap =
        thumbnail(drawing, bounds, px(kLogoWidth), px(kLogoHeight), GetContentScaleFactor());
    {
      wxMemoryDC dc(bitmap);
      dc.SetPen(tokens().control);
      dc.SetBrush(*wxTRANSPARENT_BRUSH);
      dc.DrawRectangle(0, 0, px(kLogoWidth), px(kLogoHeight));
    }
    logo_->SetBitmap(bitmap);
    name_it(logo_, bytes.empty() ? tr("No logo") : tr("The logo as it is printed in black"));
    remove_->Enable(!bytes.empty() && settings_.administers());
  }

  std::vector<Text> texts_;
  wxStaticBitmap* logo_ = nullptr;
  wxTextCtrl* file_ = nullptr;
  wxButton* remove_ = nullptr;
};

}  // namespace

SettingsPage* make_clinic_page(wxWindow* parent, Settings& settings) {
  return new ClinicPage(parent, settings);
}

}  // namespace kinescript
