// SPDX-License-Identifier: MIT
// What the panels of the window share. They know the Editor and this, never each other.
//
//   View make_program(wxWindow* parent, Desk& desk);
//   desk.attempt([&] { desk.editor.remove(item); });      // an Error becomes a line in the status
//   bar
//
// A View is a panel and how to show the Editor's state again; the frame calls refresh() after each
// change. Requests (search, new patient, a form over the window) go through the Desk's functions,
// which the frame sets.
#pragma once
#include <wx/window.h>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "app/editor.h"
#include "app/pictures.h"
#include "app/typesetter.h"
#include "gui/painter.h"

namespace kinescript {

struct View {
  wxWindow* window = nullptr;
  std::function<void()> refresh;
};

// One line to type: a reason, a name, a number that confirms.
struct Question {
  std::string title, text, field, button, typed = {};
};

struct Desk {
  explicit Desk(Editor& of);

  Editor& editor;
  Typesetter typesetter;
  std::function<void(const std::string&)> say;          // in the status bar
  std::function<void()> search;                         // to the search field
  std::function<void(const ItemId&)> dose;              // to an item's first cell
  std::function<void(const ItemId&)> reveal;            // scrolls the preview to an item's card
  std::function<void()> resolve;                        // to the safety strip
  std::function<void()> choose_patient;                 // opens the switcher
  std::function<void(const std::string&)> new_patient;  // opens the form, with a name typed before
  std::function<void(const PatientHead&)> archived;     // opens the form that offers to take back
  std::function<void()> own_precaution;                 // a new one in one's own words
  std::function<void(const PatientPrecaution*)> precaution;  // opens the form; null: a new one
  std::function<void()> edit_patient;  // the record, the questions: need a patient
  std::function<void()> screening;
  std::function<bool()> history_shown;
  std::function<void(bool)> show_history;  // in place of the builder
  std::function<void(const PlanId&)> reprint, save_again,
      void_plan;  // of an issued plan: its stored bytes; asks why
  std::function<void(const Question&, std::function<void(const std::string&)>)> ask;
  std::function<void()> close_form;
  std::function<void()> choose_template;
  std::function<void()> save_template, own_exercise;  // open the form; a template needs a patient
  std::function<void(const PlanId&)> reissue_from;
  std::function<void()> reissue;  // from A in the history, else the last plan; opens the pane, when
                                  // there is a plan to go on from
  std::function<void()> print;    // opens the form; goes to a conflict instead
  std::function<void(const PrintOptions&, int copies)> print_with;  // issues and prints
  std::function<void(const PrintOptions&)> save_with;               // the same, to a file
  std::function<void(int)> number;    // what Alt+1 to Alt+3 do while a form wants them
  std::function<void()> undo;         // what Ctrl+Z does while a form has changes of its own
  std::filesystem::path clinic_file;  // the clinic's templates lie beside it

  // "16 Nov 2026" (app/day_text.h).
  std::string day(Date day) const;
  // Why a finding is there, in words and with days as on the handout.
  std::string reason(const Finding& finding) const;
  // After an own exercise came or went; whatever pointed into the catalog is made anew.
  void catalog_changed();
  std::function<void()> renew_catalog;  // the panel's part of it
  // True when it went well; otherwise the person reads why.
  bool attempt(const std::function<void()>& action) const;
  // A finish pose in logical pixels, drawn once a size.
  const wxBitmap& thumbnail_of(const ExerciseId& exercise, int width, int height, double scale);

 private:
  std::optional<Pictures> pictures_;
  std::map<std::pair<ExerciseId, int>, wxBitmap> thumbnails_;
};

}  // namespace kinescript
