// SPDX-License-Identifier: MIT
#include "gui/entry.h"

#include <cstdlib>

namespace kinescript {

Entry::Entry(wxWindow* parent, long flags)
    : wxTextCtrl(parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, flags) {}

// Before any handler, of which one may keep the event for itself.
bool Entry::TryBefore(wxEvent& event) {
  if (event.GetEventObject() == this && !HasFlag(wxTE_PASSWORD)) {
    if (event.GetEventType() == wxEVT_TEXT) note();
    if (event.GetEventType() == wxEVT_SET_FOCUS) forget_steps();
  }
  return wxTextCtrl::TryBefore(event);
}

void Entry::forget_steps() {
  before_.clear();
  after_.clear();
  now_ = GetValue();
  grown_ = 0;
}

void Entry::note() {
  const wxString value = GetValue();
  if (going_ || value == now_) return;
  const int grown = static_cast<int>(value.length()) - static_cast<int>(now_.length());
  const bool same_run = grown == grown_ && std::abs(grown) == 1 && !now_.EndsWith(" ");
  if (before_.empty() || !same_run) before_.push_back(now_);
  after_.clear();
  now_ = value;
  grown_ = grown;
}

void Entry::go(std::vector<wxString>& from, std::vector<wxString>& to) {
  if (from.empty()) return;
  to.push_back(now_);
  now_ = from.back();
  from.pop_back();
  grown_ = 0;
  going_ = true;
  SetValue(now_);  // with its event: a list beside the field follows
  going_ = false;
  SetInsertionPointEnd();
}

}  // namespace kinescript
