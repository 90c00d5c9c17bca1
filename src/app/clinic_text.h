// SPDX-License-Identifier: MIT
// What is typed about the clinic, read and checked: by the command line and by the window, so that
// both say the same of the same mistake.
//
//   clinic = with_text(clinic, {.phone = "01632 960 145", .country = "GB"});
//
// A country settles emergency number and paper (app/countries.h); what is given besides wins.
// Throws Error{usage} for a value that is wrong, Error{invalid} for a logo that is no picture or
// too large, with the way out.
#pragma once
#include <optional>
#include <string>

#include "plan/people.h"

namespace kinescript {

// As typed; absent = stays as it is.
struct ClinicText {
  std::optional<std::string> name = {}, phone = {}, hours = {}, address = {}, emergency = {},
                             country = {}, paper = {}, language = {};
  std::optional<std::string> person = {}, age = {}, skin = {};  // of the figures: look_from
  std::optional<std::string> layout = {}, ink = {};  // of handouts, where nothing is remembered
  std::optional<int> diary = {};                     // weeks; 0 = none
  std::optional<std::string> logo = {};  // a PNG or JPEG file; "" takes the logo away
};
Clinic with_text(Clinic clinic, const ClinicText& text);

}  // namespace kinescript
