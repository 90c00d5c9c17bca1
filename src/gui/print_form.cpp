// SPDX-License-Identifier: MIT
// Print, or save the PDF, with the pages as they will be beside the choices. Issuing is what both
// do: Enter prints and issues, Ctrl+S saves and issues. What is chosen is remembered for the
// patient, in their record, unless the tick is taken away.
#include <fmt/format.h>
#include <wx/checkbox.h>
#include <wx/dcmemory.h>
#include <wx/radiobut.h>
#include <wx/statbmp.h>

#include <algorithm>
#include <array>
#include <memory>

#include "app/print_choices.h"
#include "app/shown_words.h"
#include "base/error.h"
#include "base/translate.h"
#include "gui/form_parts.h"
#include "gui/forms.h"
#include "gui/page_view.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kWidth = 1060, kLeft = 440, kHeight = 640;
// With letters of 14 points the form just fits a screen of 768.
constexpr int kCardWidth = 74, kCardHeight = 104;

class PrintForm : public Form {
 public:
  PrintForm(wxWindow* parent, Desk& desk) : Form(parent, desk, title(desk.editor), kLeft) {
    const Session& session = desk.editor.session();
    const bool draft = desk.editor.number() == 0;
    plan_ = desk.editor.plan().id;
    dossier_ = std::make_shared<const Dossier>(
        draft ? dossier_of_draft(session, desk.editor.plan(), desk.editor.next_number())
              : dossier_of(session, plan_));
    languages_ = handout_languages(session.workspace);
    make_cards();
    make_choices();
    if (draft && may(session.actor.role, Right::write)) make_remember();
    foot(draft ? tr("Print and issue") : tr("Print"), [this] { go(true); });
    foot_button(tr("Save PDF…  Ctrl+S"), "ks", [this] { go(false); });
    show_choices(draft);
    put_beside(new PageView(this, desk.typesetter, PageView::Fit::page, tr("The pages to print")));
    bind_keys();
    renew();
    cards_[chosen_card()].button->SetFocus();
  }

 private:
  struct Card {
    wxStaticBitmap* picture = nullptr;
    wxRadioButton* button = nullptr;
    wxStaticText* count = nullptr;
    PagesOrWhy made;  // neither until set
  };

  static std::string title(const Editor& editor) {
    return editor.number() > 0 ? trf("Print plan {} again", editor.number())
                               : trf("Print plan {}", editor.next_number());
  }

  wxStaticText* small_text(const wxColour& colour) {
    return make_text(this, "", font(12.5), colour);
  }

  void make_cards() {
    caption(tr("Layout"));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (std::size_t at = 0; at < cards_.size(); ++at) {
      Card& card = cards_[at];
      auto* column = new wxBoxSizer(wxVERTICAL);
      card.picture = new wxStaticBitmap(this, wxID_ANY, blank());
      card.button = new wxRadioButton(this, wxID_ANY, words(tr(kLayoutNames[at].name)),
                                      wxDefaultPosition, wxDefaultSize, at == 0 ? wxRB_GROUP : 0);
      card.button->SetFont(font(13.5));
      name_it(card.button, tr(kLayoutNames[at].name));
      card.count = small_text(tokens().text2);
      card.picture->Bind(wxEVT_LEFT_UP, [this, at](wxMouseEvent&) {
        cards_[at].button->SetValue(true);
        cards_[at].button->SetFocus();
        show_chosen();
      });
      card.button->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { show_chosen(); });
      column->Add(card.picture, 0, wxALIGN_CENTRE_HORIZONTAL | wxBOTTOM, px(4));
      column->Add(card.button, 0, wxALIGN_CENTRE_HORIZONTAL);
      column->Add(card.count, 0, wxALIGN_CENTRE_HORIZONTAL);
      row->Add(column, 1);
    }
    column_->Add(row, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, px(12));
    note_ = small_text(tokens().warning);
    column_->Add(note_, 0, wxALIGN_CENTRE_HORIZONTAL | wxTOP, px(8));
    column_->AddSpacer(px(12));
  }

  // Two choices beside each other.
  std::array<wxChoice*, 2> pair_of(const std::array<std::string, 2>& labels,
                                   const std::array<std::vector<std::string>, 2>& texts) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    std::array<wxChoice*, 2> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
      auto* side = new wxBoxSizer(wxVERTICAL);
      add_caption(this, side, labels[i]);
      made[i] = labelled_choice(this, labels[i], texts[i]);
      made[i]->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { renew(); });
      side->Add(made[i], 0, wxEXPAND | wxLEFT | wxRIGHT, px(16));
      row->Add(side, 1);
    }
    column_->Add(row, 0, wxEXPAND | wxBOTTOM, px(12));
    return made;
  }

  void make_choices() {
    std::vector<std::string> tongues, weeks = {tr("No diary")}, copies;
    for (const HandoutLanguage& language : languages_) tongues.push_back(capital(language.name));
    for (std::size_t n = 1; n <= std::size_t{kMostDiaryWeeks}; ++n)
      weeks.push_back(trn("{} week", "{} weeks", n));
    for (int n = 1; n <= kMostCopies; ++n) copies.push_back(std::to_string(n));
    const auto paper_ink = pair_of({tr("Paper"), tr("Ink")},
                                   {{{"A4", tr("Letter")}, {tr("Black and white"), tr("Colour")}}});
    const auto diary_copies = pair_of({tr("Exercise diary"), tr("Copies")}, {{weeks, copies}});
    paper_ = paper_ink[0], ink_ = paper_ink[1];
    diary_ = diary_copies[0], copies_ = diary_copies[1];
    language_ = choice(tr("Language for the patient"), tongues);
    language_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { renew(); });
    lacking_ = small_text(tokens().warning);
    column_->Add(lacking_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  }

  void make_remember() {
    const std::string label =
        trf("Remember for {} {}", dossier_->patient.given, dossier_->patient.family);
    remember_ = new wxCheckBox(this, wxID_ANY, words(label));
    remember_->SetFont(font(13.5));
    remember_->SetValue(true);
    name_it(remember_, label);
    column_->Add(remember_, 0, wxLEFT | wxRIGHT | wxBOTTOM, px(16));
  }

  void show_choices(bool draft) {
    const PrintOptions now = settled(dossier_->patient, dossier_->clinic, {});
    const std::string note =
        draft ? large_print_note(dossier_->patient, desk_.editor.today()) : std::string();
    const std::string layout = note.empty() ? *now.layout : "large";
    for (std::size_t at = 0; at < cards_.size(); ++at)
      cards_[at].button->SetValue(layout == kLayoutNames[at].code);
    note_->SetLabel(words(note));
    name_it(note_, note);
    note_->Show(!note.empty());
    paper_->SetSelection(*now.paper == Paper::a4 ? 0 : 1);
    ink_->SetSelection(*now.palette == Palette::colour ? 1 : 0);
    diary_->SetSelection(*now.diary_weeks);
    copies_->SetSelection(std::clamp(copies_of(dossier_->patient), 1, kMostCopies) - 1);
    for (std::size_t at = 0; at < languages_.size(); ++at)
      if (languages_[at].code == now.language->substr(0, now.language->find('-')))
        language_->SetSelection(static_cast<int>(at));
  }

  void put_beside(PageView* view) {
    view_ = view;
    count_ = small_text(tokens().text2);
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(count_, 0, wxEXPAND | wxALL, px(16));
    right->Add(view_, 1, wxEXPAND);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    SetSizer(row, false);
    row->Add(column_, 0, wxEXPAND);
    row->Add(right, 1, wxEXPAND | wxALL, 2);
    column_->SetMinSize(wxSize(px(kLeft), -1));
    const wxSize room = GetParent()->GetClientSize() - wxSize(px(24), px(62));
    SetSize(wxSize(std::min(px(kWidth), room.x), std::min(px(kHeight), room.y)));
    Layout();
  }

  void bind_keys() {
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      const int key = event.GetKeyCode();
      const bool enter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
      if (enter && !dynamic_cast<wxButton*>(FindFocus()))
        CallAfter([this] { go(true); });
      else if (key == 'S' && event.ControlDown())
        CallAfter([this] { go(false); });
      else
        event.Skip();
    });
  }

  std::size_t chosen_card() const {
    for (std::size_t at = 0; at < cards_.size(); ++at)
      if (cards_[at].button->GetValue()) return at;
    return 0;
  }

  PrintOptions options(std::size_t card) const {
    PrintOptions made;
    made.layout = std::string(kLayoutNames[card].code);
    made.paper = paper_->GetSelection() == 0 ? Paper::a4 : Paper::letter;
    made.palette = ink_->GetSelection() == 1 ? Palette::colour : Palette::black_and_white;
    made.diary_weeks = diary_->GetSelection();
    // A regional form stays what it is while its language does.
    const std::string& code =
        languages_[static_cast<std::size_t>(std::max(0, language_->GetSelection()))].code;
    const std::string& own = dossier_->patient.language;
    made.language = own.substr(0, own.find('-')) == code ? own : code;
    return made;
  }

  void renew() {
    for (std::size_t at = 0; at < cards_.size(); ++at) {
      cards_[at].made = {};
      cards_[at].count->SetLabel("");
      name_it(cards_[at].button, tr(kLayoutNames[at].name));
    }
    std::string lacking;
    desk_.attempt([&] {
      lacking = untranslated_note(desk_.editor.session(), plan_, options(chosen_card()));
    });
    lacking_->SetLabel(words(lacking));
    lacking_->Wrap(px(kLeft - 32));
    name_it(lacking_, lacking);
    lacking_->Show(!lacking.empty());
    Layout();
    const std::size_t chosen = chosen_card();
    ask_for(chosen);
    for (std::size_t at = 0; at < cards_.size(); ++at)
      if (at != chosen) ask_for(at);
  }

  void ask_for(std::size_t at) {
    desk_.typesetter.ask(&cards_[at],
                         [self = std::weak_ptr<PrintForm*>(self_), at, dossier = dossier_,
                          chosen = options(at)](const Workspace& own) -> Typesetter::Answer {
                           return [self, at, made = try_pages(own, *dossier, chosen)] {
                             if (const auto form = self.lock()) (*form)->take(at, made);
                           };
                         });
  }

  void take(std::size_t at, const PagesOrWhy& made) {
    cards_[at].made = made;
    if (made.pages)
      show_card(cards_[at], at);
    else
      count_pages(at, tr("not possible"));
    if (at == chosen_card()) show_chosen();
  }

  wxBitmap blank() const { return framed({}, {}); }

  wxBitmap framed(const Drawing& drawing, const Box& bounds) const {
    wxBitmap bitmap = thumbnail(drawing, bounds, px(kCardWidth), px(kCardHeight),
                                GetContentScaleFactor(), &desk_.editor.session().workspace.faces());
    wxMemoryDC dc(bitmap);
    dc.SetPen(tokens().control);
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(0, 0, px(kCardWidth), px(kCardHeight));
    return bitmap;
  }

  void show_card(Card& card, std::size_t at) {
    const Page& first = card.made.pages->pages.front();
    card.picture->SetBitmap(framed(first.drawing, {0, 0, first.width, first.height}));
    count_pages(at, counted(*card.made.pages));
  }

  void count_pages(std::size_t at, const std::string& count) {
    cards_[at].count->SetLabel(words(count));
    name_it(cards_[at].button, tr(kLayoutNames[at].name) + ", " + count);
    Layout();
  }

  static std::string counted(const Pages& pages) {
    return trn("{} page", "{} pages", pages.pages.size());
  }

  // What is not set yet is shown when it is.
  void show_chosen() {
    const PagesOrWhy& made = cards_[chosen_card()].made;
    if (!made.why.empty()) return view_->tell(made.why);
    if (!made.pages) return;
    count_->SetLabel(words(trf("{}, as they will be printed", counted(*made.pages))));
    view_->show(made.pages);
  }

  void go(bool print) {
    Desk& desk = desk_;
    const PrintOptions chosen = options(chosen_card());
    const int copies = copies_->GetSelection() + 1;
    if (remember_ && remember_->GetValue()) {
      const Patient& patient = desk.editor.patient();
      const Patient kept = remembering(patient, dossier_->clinic, chosen, copies);
      if (kept != patient && !try_to([&] { desk.editor.set_patient(kept); })) return;
    }
    desk.close_form();
    print ? desk.print_with(chosen, copies) : desk.save_with(chosen);
  }

  PlanId plan_;
  std::shared_ptr<const Dossier> dossier_;
  std::vector<HandoutLanguage> languages_;
  std::array<Card, kLayoutNames.size()> cards_;
  wxChoice *paper_ = nullptr, *ink_ = nullptr, *diary_ = nullptr, *copies_ = nullptr,
           *language_ = nullptr;
  wxCheckBox* remember_ = nullptr;
  wxStaticText *note_ = nullptr, *lacking_ = nullptr, *count_ = nullptr;
  PageView* view_ = nullptr;
  std::shared_ptr<PrintForm*> self_ = std::make_shared<PrintForm*>(this);  // for late answers
};

}  // namespace

wxWindow* make_print_form(wxWindow* parent, Desk& desk) { return new PrintForm(parent, desk); }

}  // namespace kinescript
