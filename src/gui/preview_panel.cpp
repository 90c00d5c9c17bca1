// SPDX-License-Identifier: MIT
#include "gui/preview_panel.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "gui/page_view.h"
#include "gui/style.h"

namespace kinescript {
namespace {

class Preview : public PageView {
 public:
  Preview(wxWindow* parent, Desk& desk)
      : PageView(parent, desk.typesetter, Fit::width, tr("Preview of the handout")), desk_(desk) {
    on_show = [this] {
      if (desk_.editor.has_patient() && shown_.first == desk_.editor.plan().id)
        reveal(shown_.second);
    };
    on_click = [this](std::size_t page, double y) { to_dose(page, y); };
    tell(nothing());
  }

  // Several changes in a moment are one.
  void refresh() {
    if (!std::exchange(due_, true)) CallAfter([this] { renew(); });
  }

  // The card of the item whose row is being worked on: the pages begin with what to take care of.
  void reveal(const ItemId& item) {
    shown_ = {desk_.editor.plan().id, item};
    const auto& items = desk_.editor.plan().items;
    const auto at = std::find_if(items.begin(), items.end(),
                                 [&](const PlanItem& one) { return one.id == item; });
    const auto number = static_cast<std::size_t>(at - items.begin());
    if (at == items.end() || number >= pages().outline.size()) return;
    const OutlineEntry& card = pages().outline[number];
    PageView::reveal(static_cast<std::size_t>(card.page), card.y);
  }

 private:
  static std::string nothing() { return tr("The handout appears here\nas you build it."); }

  void renew() {
    due_ = false;
    if (!desk_.editor.has_patient() || desk_.editor.plan().items.empty()) return tell(nothing());
    // Nobody's pages under another's name, not for a moment either.
    if (std::exchange(patient_, desk_.editor.patient().id) != desk_.editor.patient().id) tell("");
    try {
      set(desk_.editor.dossier(), {});
    } catch (const Error& error) {
      tell(error.what());
    }
  }

  // To the dose of the exercise whose card was clicked: the last bookmark above the pointer. The
  // bookmarks are numbered as the plan's items are.
  void to_dose(std::size_t page, double y) {
    const OutlineEntry* card = nullptr;
    for (const OutlineEntry& entry : pages().outline)
      if (entry.page == static_cast<int>(page) && entry.y <= y) card = &entry;
    const auto& items = desk_.editor.plan().items;
    const auto number =
        card ? parse_int(card->title.substr(0, card->title.find('.'))) : std::optional<int>();
    if (number && *number >= 1 && *number <= static_cast<int>(items.size()))
      desk_.dose(items[static_cast<std::size_t>(*number - 1)].id);
  }

  Desk& desk_;
  std::pair<PlanId, ItemId> shown_;  // items of two plans may have the same id
  PatientId patient_;                // whose pages are shown
  bool due_ = false;
};

}  // namespace

View make_preview(wxWindow* parent, Desk& desk) {
  auto* preview = new Preview(parent, desk);
  desk.reveal = [preview](const ItemId& item) { preview->reveal(item); };
  return {preview, [preview] { preview->refresh(); }};
}

}  // namespace kinescript
