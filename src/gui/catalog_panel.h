// SPDX-License-Identifier: MIT
// The catalog: a search field that keeps the focus, and what it found, with pictures. Enter adds
// the marked exercise, Up and Down mark another, and the typed text stays selected for the next
// word.
//
//   CatalogView catalog = make_catalog(splitter, desk);
//   catalog.field->SetFocus();
#pragma once
#include "gui/desk.h"

namespace kinescript {

struct CatalogView : View {
  wxWindow* field = nullptr;
  std::function<void()> renew;   // the catalog has other exercises
  std::function<void()> issued;  // the plan on the table was issued: its exercises are used
};
CatalogView make_catalog(wxWindow* parent, Desk& desk);

}  // namespace kinescript
