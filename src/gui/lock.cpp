// SPDX-License-Identifier: MIT
#include "gui/lock.h"

#include <wx/panel.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

#include "base/translate.h"
#include "gui/style.h"
#include "gui/unlock.h"

namespace kinescript {

Lock::Lock(wxFrame& frame, Session& session, Calls calls)
    : frame_(frame),
      session_(session),
      calls_(std::move(calls)),
      last_input_(session.workspace.real_clock().now) {
  wxEvtHandler::AddFilter(this);
  tick_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
  tick_.Start(kLockTick);
}

Lock::~Lock() {
  wxEvtHandler::RemoveFilter(this);
  delete menus_;
}

int Lock::FilterEvent(wxEvent& event) {
  const wxEventType type = event.GetEventType();
  if (type == wxEVT_KEY_DOWN || type == wxEVT_CHAR_HOOK || type == wxEVT_LEFT_DOWN ||
      type == wxEVT_RIGHT_DOWN || type == wxEVT_MOUSEWHEEL) {
    last_input_ = session_.workspace.real_clock().now;
    warned_ = false;
  }
  return Event_Skip;
}

bool Lock::may_lock() const {
  return !session_.store.locked() && session_.store.needs_passphrase(session_.actor.id);
}

void Lock::look() {
  if (locked() || !may_lock()) return;
  const auto still = session_.workspace.real_clock().now - last_input_;
  const auto end = std::chrono::minutes{minutes};
  if (still >= end) return now();
  if (still >= end - kLockWarning && !warned_) {
    warned_ = true;
    calls_.warn();
  }
}

void Lock::now() {
  if (locked() || !may_lock()) return;
  focus_ = wxWindow::FindFocus();
  std::string login;
  for (const Clinician& clinician : session_.store.clinicians())
    if (clinician.id == session_.actor.id) login = clinician.login;
  auto* cover = new wxPanel(&frame_);
  cover->SetBackgroundColour(tokens().window);
  frame_.GetSizer()->Add(cover, 1, wxEXPAND);
  cover->SetSize(frame_.GetClientSize());
  // The card takes the focus, so that what was typed in a cell is stored before the keys go.
  wxWindow* card = make_unlock_panel(cover, session_.workspace, session_.store, login, tr("Locked"),
                                     [this](const Actor& actor) { open(actor); });
  cover->Bind(wxEVT_SIZE, [cover, card](wxSizeEvent&) {
    card->Move((cover->GetClientSize().x - card->GetSize().x) / 2,
               (cover->GetClientSize().y - card->GetSize().y) / 3);
  });
  for (wxWindow* child : frame_.GetChildren()) {
    if (child == cover || !child->IsShown() || child->IsTopLevel() || child == frame_.GetMenuBar())
      continue;
    child->Hide();
    hidden_.push_back(child);
  }
  menus_ = frame_.GetMenuBar();
  frame_.SetMenuBar(nullptr);
  title_ = frame_.GetTitle();
  frame_.SetTitle("Kinescript");
  cover_ = cover;
  frame_.SendSizeEvent();
  frame_.CallAfter([this] {
    session_.store.lock();
    calls_.gone();
  });
}

void Lock::open(const Actor& actor) {
  session_.actor = actor;
  last_input_ = session_.workspace.real_clock().now;
  warned_ = false;
  wxWindow* gone = std::exchange(cover_, nullptr);
  gone->Hide();
  gone->Destroy();
  frame_.SetMenuBar(std::exchange(menus_, nullptr));
  frame_.SetTitle(title_);
  for (wxWindow* child : hidden_) child->Show();
  hidden_.clear();
  frame_.SendSizeEvent();
  calls_.back();
  if (focus_) focus_->SetFocus();
  focus_ = nullptr;
}

}  // namespace kinescript
