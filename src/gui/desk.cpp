// SPDX-License-Identifier: MIT
#include "gui/desk.h"

#include <wx/app.h>

#include <utility>

#include "app/day_text.h"
#include "app/wording.h"
#include "base/error.h"

namespace kinescript {

Desk::Desk(Editor& of)
    : editor(of),
      typesetter(of.session().workspace,
                 [](Typesetter::Answer answer) { wxTheApp->CallAfter(std::move(answer)); }),
      pictures_(std::in_place, of.session().workspace) {}

std::string Desk::day(Date day) const { return day_text(day, editor.session().workspace); }

std::string Desk::reason(const Finding& finding) const {
  return with_day_texts(reason_of(finding, editor.catalog()), editor.session().workspace);
}

void Desk::catalog_changed() {
  pictures_.emplace(editor.session().workspace);
  thumbnails_.clear();
  renew_catalog();
  editor.catalog_changed();
}

bool Desk::attempt(const std::function<void()>& action) const {
  try {
    action();
    return true;
  } catch (const Error& error) {
    say(error.what());
    return false;
  }
}

const wxBitmap& Desk::thumbnail_of(const ExerciseId& exercise, int width, int height,
                                   double scale) {
  wxBitmap& bitmap = thumbnails_[{exercise, width}];
  if (!bitmap.IsOk()) {
    const Picture& picture = pictures_->of(exercise);
    bitmap = thumbnail(picture.drawing, picture.bounds, width, height, scale);
  }
  return bitmap;
}

}  // namespace kinescript
