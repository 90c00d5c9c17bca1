// SPDX-License-Identifier: MIT
// Panels that lie over the window, in place of dialogs and popups (popups may fail to appear under
// Wayland): the patient switcher, a new patient, a precaution, templates, re-issue,
// print. Each says its mistakes beside what
// was typed and stays until it could be stored; Escape closes it (the frame sees to that).
//
//   wxWindow* form = make_switcher(frame, desk);     // a child of the frame; has the focus
#pragma once
#include "app/session.h"
#include "gui/desk.h"

namespace kinescript {

wxWindow* make_switcher(wxWindow* parent, Desk& desk);
// `typed`: a name that the switcher did not find.
wxWindow* make_patient_form(wxWindow* parent, Desk& desk, const std::string& typed);
// `recorded`: what is changed or ended; null for a new one.
wxWindow* make_precaution_form(wxWindow* parent, Desk& desk, const PatientPrecaution* recorded);
wxWindow* make_own_precaution_form(wxWindow* parent, Desk& desk, const PatientPrecaution* recorded);
// A patient in the archive: to take back, or only to open.
wxWindow* make_archived_form(wxWindow* parent, Desk& desk, const PatientHead& archived);
// REQUIRE a patient.
wxWindow* make_record_form(wxWindow* parent, Desk& desk);
wxWindow* make_screening_form(wxWindow* parent, Desk& desk);
wxWindow* make_save_template_form(wxWindow* parent, Desk& desk);
wxWindow* make_template_form(wxWindow* parent, Desk& desk);
wxWindow* make_reissue_form(wxWindow* parent, Desk& desk, const PlanHead& from);
// Exercises of the clinic's own: a new one, and those that are there to take out.
wxWindow* make_own_exercise_form(wxWindow* parent, Desk& desk);
// `take` may throw Error: then the line stays, and what is wrong is said.
wxWindow* make_line_form(wxWindow* parent, Desk& desk, const Question& question,
                         std::function<void(const std::string&)> take);
// What speaks against an issued plan today; prints it all the same, or goes on from it.
wxWindow* make_reprint_form(wxWindow* parent, Desk& desk, const PlanHead& plan,
                            const std::string& conflicts, std::function<void()> anyway);
wxWindow* make_print_form(wxWindow* parent, Desk& desk);
// What the settings change; each may throw Error.
struct SettingsOptions {
  Session& session;
  int lock_minutes = 15;
  std::function<void(int minutes)> set_lock_minutes = {};
  std::string language = {};                // of the window; "" = the system's
  std::vector<std::string> languages = {};  // that it could be
  std::function<void(const std::string& language)> set_language = {};
  std::function<void(const Clinic& clinic)> set_clinic = {};
  std::function<void()> back_up = {};
  // Where to save to; nullopt when the person thought better of it.
  std::function<std::optional<std::filesystem::path>(wxWindow* parent, const std::string& name)>
      ask_file = {};
};
wxWindow* make_settings_form(wxWindow* parent, Desk& desk, const SettingsOptions& options);
// Patients from a CSV file: what was found in it, then the import, which can be stopped.
wxWindow* make_import_form(wxWindow* parent, Desk& desk, Session& session);
// Every key of the window, and what it does.
wxWindow* make_key_sheet(wxWindow* parent, Desk& desk);

}  // namespace kinescript
