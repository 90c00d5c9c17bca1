// SPDX-License-Identifier: MIT
#include "app/clinic_text.h"

#include "app/countries.h"
#include "app/patient_text.h"
#include "app/print_choices.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "base/translate.h"
#include "draw/decode.h"
#include "figure/figure.h"
#include "handout/stationery.h"

namespace kinescript {
namespace {

constexpr std::size_t kMostLogoBytes = 2u << 20;

void set_country(Clinic& clinic, const std::string& code) {
  const auto found = country(trim(code));
  if (!found)
    throw Error(
        ErrorKind::usage, "",
        "The country \"" + code + "\" is not known here." + did_you_mean(code, country_codes()) +
            " Write its two letters, or EU, or give the number with \"clinic set --emergency\".");
  clinic.country = found->code;
  clinic.emergency_number = found->emergency_number;
  clinic.paper = found->paper;
}

// A number that a telephone can call: digits, with the signs people put between them.
std::string read_number(const std::string& text, const std::string& what) {
  const std::string number = read_name(text, what, 40);
  if (number.find_first_not_of("0123456789 +-()./") != std::string::npos ||
      number.find_first_of("0123456789") == std::string::npos)
    throw Error(ErrorKind::usage, "",
                trf("{} must be a telephone number: digits, blanks and + - ( ).", what));
  return number;
}

std::string read_logo(const std::string& file) {
  if (file.empty()) return {};
  std::string bytes = read_file(file);
  if (bytes.size() > kMostLogoBytes)
    throw Error(ErrorKind::invalid, file, tr("The logo is larger than 2 MB. Save it smaller."));
  if (!bytes.starts_with("\x89PNG\r\n\x1A\n") && !bytes.starts_with("\xFF\xD8\xFF"))
    throw Error(ErrorKind::invalid, file,
                tr("The logo must be a PNG or JPEG picture. Save it as one of these."));
  try {
    decode_image(bytes);
  } catch (const Error& error) {
    throw Error(error.kind(), file, error.message());
  }
  return bytes;
}

}  // namespace

Clinic with_text(Clinic clinic, const ClinicText& o) {
  if (o.country) set_country(clinic, *o.country);
  if (o.name) clinic.name = read_name(*o.name, tr("The clinic's name"));
  if (o.phone) clinic.phone = read_number(*o.phone, tr("The clinic's phone"));
  if (o.hours) clinic.hours = read_line(*o.hours, tr("The hours"));
  if (o.address) clinic.address = read_line(*o.address, tr("The address"));
  if (o.emergency) clinic.emergency_number = read_number(*o.emergency, tr("The emergency number"));
  if (o.paper) {
    if (!paper_from(*o.paper))
      throw Error(ErrorKind::usage, "", "The paper is a4 or letter, not \"" + *o.paper + "\".");
    clinic.paper = *o.paper;
  }
  if (o.language) clinic.language = read_name(*o.language, "The language", 35);
  if (o.person) clinic.figure_person = *o.person;
  if (o.age) clinic.figure_age = *o.age;
  if (o.skin) clinic.figure_skin = *o.skin;
  look_from(clinic.figure_person, clinic.figure_age, clinic.figure_skin);
  if (o.layout || o.ink || o.diary) {
    PrintChoices& print = clinic.print ? *clinic.print : clinic.print.emplace();
    if (o.layout) print.layout = read_layout(*o.layout);
    if (o.ink) print.ink = read_ink(*o.ink);
    if (o.diary) print.diary_weeks = read_diary_weeks(*o.diary);
  }
  if (o.logo) clinic.logo = read_logo(*o.logo);
  return clinic;
}

}  // namespace kinescript
