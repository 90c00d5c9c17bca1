// SPDX-License-Identifier: MIT
// Settings, the clinicians: who may open the clinic file. A passphrase is set for the one who is
// chosen in the list; adding and disabling are an administrator's. None of it can be taken back.
#include <wx/listbox.h>

#include "app/clinicians.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/settings_pages.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kListHeight = 108;
constexpr ClinicianRole kRoles[] = {ClinicianRole::clinician, ClinicianRole::administrator,
                                    ClinicianRole::reader};

class CliniciansPage : public SettingsPage {
 public:
  CliniciansPage(wxWindow* parent, Settings& settings)
      : SettingsPage(parent, settings, tr("Clinicians"),
                     tr("Who may open the clinic file. What they wrote stays theirs.")) {
    list_ = new wxListBox(this, wxID_ANY);
    list_->SetMinSize(wxSize(-1, px(kListHeight)));
    list_->SetFont(font(13.5));
    name_it(list_, tr("Clinicians"));
    column_->Add(list_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto button = [&](const std::string& label, std::function<void()> go) {
      auto* made = make_button(this, label, "ks", std::move(go));
      row->Add(made, 0, wxLEFT, px(16));
      return made;
    };
    change_ = button(tr("Set the passphrase…"), [this] { open(false); });
    disable_ = button(tr("Disable"), [this] { disable(); });
    add_ = button(tr("Add a clinician…"), [this] { open(true); });
    column_->Add(row, 0, wxBOTTOM, px(16));
    make_fields();
    column_->SetMinSize(column_->CalcMin());  // as large as with all its fields
    fill();
    Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
      if (done_->IsShown()) adding_ ? add() : change();
    });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { enable(); });
  }

 private:
  void make_fields() {
    const std::size_t from = column_->GetItemCount();
    const auto who = fields({tr("Name, as printed"), tr("Login")});
    name_ = who[0], login_ = who[1];
    role_ = choice(tr("Role"),
                   {tr("Clinician: patients and plans"), tr("Administrator: the clinic too"),
                    tr("Reader: looks and prints")},
                   [](int) {});
    newcomer_ = {column_->GetItem(from), column_->GetItem(from + 1)};
    const auto twice = fields({tr("Passphrase"), tr("Once more")}, wxTE_PASSWORD);
    first_ = twice[0], again_ = twice[1];
    for (Entry* each : twice) each->SetMaxLength(Passphrase::kLongest / 4);  // as UTF-8 it fits
    done_ = make_button(this, tr("Add"), "ks primary", [this] { adding_ ? add() : change(); });
    column_->Add(done_, 0, wxLEFT, px(16));
    passphrases_ = {column_->GetItem(from + 2), column_->GetItem(done_)};
  }

  void show_fields(bool passphrase, bool newcomer) {
    for (wxSizerItem* each : newcomer_) each->Show(newcomer);
    for (wxSizerItem* each : passphrases_) each->Show(passphrase);
    Layout();
  }

  const Clinician* chosen() const {
    const int at = list_->GetSelection();
    return at == wxNOT_FOUND ? nullptr : &clinicians_[static_cast<std::size_t>(at)];
  }

  void fill() {
    const ClinicianId before = chosen() ? chosen()->id : settings_.session().actor.id;
    clinicians_ = settings_.session().store.clinicians();
    list_->Clear();
    for (const Clinician& one : clinicians_) {
      list_->Append(words(clinician_line(settings_.session(), one)));
      if (one.id == before) list_->SetSelection(static_cast<int>(list_->GetCount()) - 1);
    }
    enable();
  }

  void enable() {
    const Clinician* one = chosen();
    const bool self = one && one->id == settings_.session().actor.id;
    const bool active = one && !one->disabled;
    change_->Enable(active && (self || settings_.administers()));
    disable_->Enable(active && !self && settings_.administers());
    add_->Enable(settings_.administers());
    if (!adding_) show_fields(false, false);
  }

  void open(bool adding) {
    adding_ = adding;
    for (Entry* each : {name_, login_, first_, again_}) each->ChangeValue("");
    const std::string label = adding ? tr("Add") : trf("Set the passphrase of {}", chosen()->login);
    done_->SetLabel(words(label));
    name_it(done_, label);
    show_fields(true, adding);
    (adding ? name_ : first_)->SetFocus();
  }

  void close() {
    adding_ = false;
    for (Entry* each : {first_, again_}) each->ChangeValue("");
    show_fields(false, false);
    fill();
    list_->SetFocus();
  }

  static Passphrase read(const Entry* field) { return Passphrase(utf8(field->GetValue())); }

  void add() {
    const NewClinician typed{utf8(name_->GetValue()), utf8(login_->GetValue()),
                             kRoles[std::max(0, role_->GetSelection())]};
    if (settings_.tell(
            [&] { add_clinician(settings_.session(), typed, read(first_), read(again_)); }))
      close();
  }

  void change() {
    if (!chosen()) return;
    if (settings_.tell([&] {
          change_passphrase(settings_.session(), chosen()->id, read(first_), read(again_));
        }))
      close();
  }

  void disable() {
    if (chosen() && settings_.tell([&] { disable_clinician(settings_.session(), chosen()->id); }))
      close();
  }

  wxListBox* list_;
  std::vector<Clinician> clinicians_;
  wxButton *change_, *disable_, *add_, *done_ = nullptr;
  Entry *name_ = nullptr, *login_ = nullptr, *first_ = nullptr, *again_ = nullptr;
  wxChoice* role_ = nullptr;
  std::vector<wxSizerItem*> newcomer_, passphrases_;
  bool adding_ = false;
};

}  // namespace

SettingsPage* make_clinicians_page(wxWindow* parent, Settings& settings) {
  return new CliniciansPage(parent, settings);
}

}  // namespace kinescript
