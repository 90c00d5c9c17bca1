// SPDX-License-Identifier: MIT
// People: patients with what limits them, the clinic, the clinician who acts.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"

namespace kinescript {

enum class BodySide : unsigned char { none, left, right, both };
std::optional<BodySide> body_side_from(std::string_view word);  // "left", "right", "both", ""
std::string_view word(BodySide side);

// A precaution of one patient. `code` is of the list, or "own": then `own_text` are the clinician's
// words and `own_line` is what the patient reads, and it is "not checked against exercises".
struct PatientPrecaution {
  std::string id;  // unique in the patient
  PrecautionCode code;
  BodySide side = BodySide::none;
  std::optional<Date> date;  // operation, injury, birth; due date for preg
  std::optional<Date> end;
  std::map<std::string, std::string> details;  // "approach" -> "posterior"
  std::string own_text, own_line;
  std::optional<Date> recorded_on;
  bool is_own() const { return code.text == "own"; }
  bool operator==(const PatientPrecaution&) const = default;
};

struct ScreeningAnswer {
  std::string question;  // id of a stop item
  bool yes = false;
  Date on{};
  bool operator==(const ScreeningAnswer&) const = default;
};

// How handouts are printed: what was chosen, as words and numbers; what is empty was not. The order
// in which what was chosen counts is print_job.h's.
struct PrintChoices {
  std::string layout;  // "standard", "large", "compact"
  std::string paper;   // "a4", "letter"
  std::string ink;     // "black_and_white", "colour"
  std::optional<int> diary_weeks, copies;
  bool operator==(const PrintChoices&) const = default;
};

struct Patient {
  PatientId id;
  std::string record_number;  // unique in the clinic; given by the clinic or counted ("P-0001")
  std::string family, given;
  Date born{};
  std::string language = "en";  // BCP 47, of the handout
  bool large_print = false;
  std::string phone, diagnosis;  // diagnosis: never printed, never in metadata
  std::vector<PatientPrecaution> precautions;
  std::vector<ScreeningAnswer> screening;
  std::optional<int> usual_pain;  // 0-10
  std::optional<PrintChoices> print;  // remembered for this patient
  bool archived = false;
  bool operator==(const Patient&) const = default;
};

struct Clinic {
  std::string name, phone, hours, address, emergency_number,
      country;               // country: ISO 3166 alpha-2, "GB"
  std::string paper = "a4";  // or "letter"
  std::string language = "en";
  std::string logo;  // bytes of a PNG or JPEG; "" = none
  // Whom the handout's figures show, in the words of look_from (figure/figure.h); "" = usual.
  std::string figure_person, figure_age, figure_skin;
  // Of patients for whom nothing is remembered; the paper is above.
  std::optional<PrintChoices> print;
  bool operator==(const Clinic&) const = default;
};

enum class ClinicianRole : unsigned char { clinician, administrator, reader };
struct Clinician {
  ClinicianId id;
  std::string name;   // as printed: "Elena Sorin, PT"
  std::string login;  // for --as
  ClinicianRole role = ClinicianRole::clinician;
  bool disabled = false;          // may not open the clinic file any more; their records stay
  bool operator==(const Clinician&) const = default;
};

}  // namespace kinescript
