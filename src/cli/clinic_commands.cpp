// SPDX-License-Identifier: MIT
// setup, clinic set, clinic show
#include <CLI/CLI.hpp>
#include <memory>
#include <system_error>

#include "app/countries.h"
#include "app/example.h"
#include "app/patient_text.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/json_output.h"
#include "draw/decode.h"
#include "figure/figure.h"

namespace kinescript {
namespace {

constexpr std::size_t kMostLogoBytes = 2u << 20;

struct ClinicOptions {
  std::optional<std::string> name, phone, hours, address, emergency, country, paper, language, logo;
  std::optional<std::string> person, age, skin;  // of the figures
};

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
                what + " must be a telephone number: digits, blanks and + - ( ).");
  return number;
}

std::string read_logo(const std::string& file) {
  if (file.empty()) return {};
  std::string bytes = read_file(file);
  if (bytes.size() > kMostLogoBytes)
    throw Error(ErrorKind::invalid, file, "The logo is larger than 2 MB. Save it smaller.");
  if (!bytes.starts_with("\x89PNG\r\n\x1A\n") && !bytes.starts_with("\xFF\xD8\xFF"))
    throw Error(ErrorKind::invalid, file,
                "The logo must be a PNG or JPEG picture. Save it as one of these.");
  try {
    decode_image(bytes);
  } catch (const Error& error) {
    throw Error(error.kind(), file, error.what());
  }
  return bytes;
}

Clinic changed(Clinic clinic, const ClinicOptions& o) {
  if (o.country) set_country(clinic, *o.country);
  if (o.name) clinic.name = read_name(*o.name, "The clinic's name");
  if (o.phone) clinic.phone = read_number(*o.phone, "The clinic's phone");
  if (o.hours) clinic.hours = read_line(*o.hours, "The hours");
  if (o.address) clinic.address = read_line(*o.address, "The address");
  if (o.emergency) clinic.emergency_number = read_number(*o.emergency, "The emergency number");
  if (o.paper) {
    if (!paper_from(*o.paper))
      throw Error(ErrorKind::usage, "", "The paper is a4 or letter, not \"" + *o.paper + "\".");
    clinic.paper = *o.paper;
  }
  if (o.language) clinic.language = read_name(*o.language, "The language", 35);
  if (o.logo) clinic.logo = read_logo(*o.logo);
  if (o.person) clinic.figure_person = *o.person;
  if (o.age) clinic.figure_age = *o.age;
  if (o.skin) clinic.figure_skin = *o.skin;
  look_from(clinic.figure_person, clinic.figure_age, clinic.figure_skin);
  return clinic;
}

int set_clinic(Context& context, const ClinicOptions& options) {
  Session session = context.open_session(Right::administer);
  session.store.set_clinic(session.actor, changed(session.store.clinic(), options),
                           context.workspace.clock());
  return kDone;
}

int show_clinic(Context& context, bool json) {
  const Clinic clinic = context.open_session().store.clinic();
  if (json) {
    context.out << json_of_clinic(clinic);
    return kDone;
  }
  const auto line = [&](const char* what, const std::string& value) {
    context.out << what << (value.empty() ? "not set" : value) << '\n';
  };
  line("name:       ", clinic.name);
  line("phone:      ", clinic.phone);
  line("hours:      ", clinic.hours);
  line("address:    ", clinic.address);
  line("emergency:  ", clinic.emergency_number);
  line("country:    ", clinic.country);
  line("paper:      ", clinic.paper);
  line("language:   ", clinic.language);
  line("logo:       ", clinic.logo.empty() ? "" : "set");
  line("person:     ", clinic.figure_person);
  line("age:        ", clinic.figure_age);
  line("skin:       ", clinic.figure_skin);
  return kDone;
}

struct SetupWords {
  bool example = false, for_tests = false;
  std::optional<std::string> country, name, phone, clinician;
};

void make_folder_of(const std::filesystem::path& file) {
  std::error_code failed;
  std::filesystem::create_directories(file.parent_path(), failed);
  if (failed)
    throw Error(ErrorKind::io, file.parent_path().string(),
                "This folder cannot be made. Name another place with --clinic FILE.");
}

int set_up(Context& context, const SetupWords& words) {
  const auto file = context.clinic_path();
  Clinic clinic = words.example ? example_clinic() : Clinic{};
  if (words.country) set_country(clinic, *words.country);
  if (words.name) clinic.name = read_name(*words.name, "The clinic's name");
  if (words.phone) clinic.phone = read_number(*words.phone, "The clinic's phone");
  Clinician first = words.example
                        ? example_clinician()
                        : Clinician{{}, "Clinician", "clinician", ClinicianRole::administrator};
  if (words.clinician) first.name = read_name(*words.clinician, "The clinician's name");
  if (!context.login.empty()) first.login = read_name(context.login, "--as", 40);
  if (context.clinic_file.empty()) make_folder_of(file);
  // The example is invented and tests have nothing to protect: nobody is asked then.
  const bool asked = context.passphrase_fd >= 0 || !(words.example || words.for_tests);
  const auto passphrase = asked ? context.new_passphrase(context.passphrase_fd, first.login)
                                : std::optional<Passphrase>();
  const SetupOptions options{words.for_tests, passphrase ? passphrase->text() : std::string_view()};
  Store store = Store::create(file, clinic, first, options, context.workspace.clock(),
                              context.workspace.randomness());
  Session session = Session::begin(context.workspace, std::move(store), {first.login, {}});
  if (words.example) add_example(session);
  context.out << "Made " << file.string() << '\n';
  if (options.passphrase.empty())
    context.out << "No passphrase is set: whoever has the file can read it. Set one with "
                   "kinescript-cli clinician passphrase\n";
  if (clinic.emergency_number.empty() || clinic.phone.empty())
    context.out << "Before the first plan is issued, say whom patients call: kinescript-cli clinic "
                   "set --emergency NUMBER "
                   "--phone NUMBER\n";
  return kDone;
}

}  // namespace

void add_setup_command(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("setup", "Make a clinic file");
  auto words = std::make_shared<SetupWords>();
  command->add_flag("--example", words->example, "With an invented clinic, patients and history");
  command->add_option("--country", words->country,
                      "Two letters, or EU: settles the emergency number and the paper");
  command->add_flag("--for-tests", words->for_tests, "The smallest key derivation: for tests only");
  command->add_option("--name", words->name, "The clinic's name");
  command->add_option("--phone", words->phone, "The clinic's telephone number");
  command->add_option("--clinician", words->clinician, "Your name as it is printed");
  command->callback([&context, words] {
    context.action = [&context, words] { return set_up(context, *words); };
  });
}

void add_clinic_commands(CLI::App& app, Context& context) {
  CLI::App* clinic =
      app.add_subcommand("clinic", "What is printed about the clinic")->require_subcommand(1);
  CLI::App* set = clinic->add_subcommand("set", "Change it");
  auto o = std::make_shared<ClinicOptions>();
  set->add_option("--name", o->name, "The clinic's name");
  set->add_option("--phone", o->phone, "Whom patients call with questions");
  set->add_option("--hours", o->hours, "When the phone is answered: \"Mon–Fri 8–18\"");
  set->add_option("--address", o->address, "In one line");
  set->add_option("--emergency", o->emergency, "The emergency number of the country");
  set->add_option("--country", o->country,
                  "Two letters: settles the emergency number and the paper");
  set->add_option("--paper", o->paper, "a4 or letter");
  set->add_option("--language", o->language, "Of new patients' handouts");
  set->add_option("--logo", o->logo, "A PNG or JPEG file; \"\" takes it away");
  set->add_option("--figure-person", o->person,
                  "Whom handouts' figures show: woman or man; \"\" as each is drawn");
  set->add_option("--figure-age", o->age, "younger or older");
  set->add_option("--figure-skin", o->skin,
                  "1 (lightest) to 5 (darkest); \"\" white on a black and white sheet");
  set->callback(
      [&context, o] { context.action = [&context, o] { return set_clinic(context, *o); }; });
  CLI::App* show = clinic->add_subcommand("show", "Show it");
  auto json = std::make_shared<bool>(false);
  show->add_flag("--json", *json, "As JSON");
  show->callback([&context, json] {
    context.action = [&context, json] { return show_clinic(context, *json); };
  });
}

}  // namespace kinescript
