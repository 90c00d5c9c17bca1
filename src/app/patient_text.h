// SPDX-License-Identifier: MIT
// What a clinician types about a patient, read and checked: names, days, precautions. Used by the
// command line and by the forms of the window, so that both say the same of the same mistake.
//
//   read_precaution("tha:left:approach=posterior@2026-09-01", catalog, today)
//
// A precaution is CODE[:left|:right|:both][:key=value]...[@YYYY-MM-DD[..YYYY-MM-DD]]; an old name
// of a code is understood. Throws Error{usage} (a value is wrong) or Error{not_found} (an unknown
// code), with the way out.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "catalog/catalog.h"
#include "plan/people.h"

namespace kinescript {

inline constexpr std::size_t kNameLength = 200;  // code points
inline constexpr std::size_t kTextLength = 2000;
inline constexpr int kOldestPatient = 120;  // years

// One line without control characters, trimmed, of at most `longest` letters; `what` names it in
// the message.
std::string read_line(std::string_view text, std::string_view what,
                      std::size_t longest = kNameLength);
// The same, and not empty.
std::string read_name(std::string_view text, std::string_view what,
                      std::size_t longest = kNameLength);
Date read_day(std::string_view text, std::string_view what);
Date read_born(std::string_view text, Date today);
int years_since(Date born, Date today);  // whole years: an age

PatientPrecaution read_precaution(std::string_view text, const Catalog& catalog, Date today);
// In the clinician's own words. As typed; absent = not said.
struct OwnText {
  std::string text, line;  // what the clinician reads, and the patient
  std::optional<std::string> side = {}, from = {}, until = {};
};
PatientPrecaution own_precaution(const OwnText& own, Date today);
// Gives it an id of its own ("1", "2", …) and puts it last; a precaution of the same code and side
// replaces the old one.
void put_precaution(Patient& patient, PatientPrecaution precaution);

// "Hip replacement, limits in force, right, approach posterior, from 2026-10-01"
std::string precaution_words(const PatientPrecaution& precaution, const Catalog& catalog);
// With its code, which the command line takes: "tha (Hip replacement, limits in force), right, …"
std::string precaution_line(const PatientPrecaution& precaution, const Catalog& catalog);

// Faults between the parts of a patient: a precaution dated before birth. Throws Error{usage}.
void check_patient(const Patient& patient);

}  // namespace kinescript
