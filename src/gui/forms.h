// SPDX-License-Identifier: MIT
// Panels that lie over the window, in place of dialogs and popups (popups may fail to appear under
// Wayland): the patient switcher, a new patient, a precaution, templates, re-issue,
// print. Each says its mistakes beside what
// was typed and stays until it could be stored; Escape closes it (the frame sees to that).
//
//   wxWindow* form = make_switcher(frame, desk);     // a child of the frame; has the focus
#pragma once
#include "gui/desk.h"

namespace kinescript {

wxWindow* make_switcher(wxWindow* parent, Desk& desk);
// `typed`: a name that the switcher did not find.
wxWindow* make_patient_form(wxWindow* parent, Desk& desk, const std::string& typed);
// `recorded`: what is changed or ended; null for a new one.
wxWindow* make_precaution_form(wxWindow* parent, Desk& desk, const PatientPrecaution* recorded);
// REQUIRE a patient; the second a plan that was issued.
wxWindow* make_template_form(wxWindow* parent, Desk& desk);
wxWindow* make_reissue_form(wxWindow* parent, Desk& desk);
wxWindow* make_print_form(wxWindow* parent, Desk& desk);

}  // namespace kinescript
