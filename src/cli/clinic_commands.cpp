// SPDX-License-Identifier: MIT
// setup, clinic set, clinic show
#include <CLI/CLI.hpp>
#include <memory>
#include <system_error>

#include "app/clinic_text.h"
#include "app/example.h"
#include "app/patient_text.h"
#include "base/error.h"
#include "cli/context.h"
#include "cli/json_output.h"

namespace kinescript {
namespace {

int set_clinic(Context& context, const ClinicText& options) {
  Session session = context.open_session(Right::administer);
  session.store.set_clinic(session.actor, with_text(session.store.clinic(), options),
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
  const PrintChoices print = clinic.print.value_or(PrintChoices());
  line("layout:     ", print.layout);
  line("ink:        ", print.ink);
  line("diary:      ", print.diary_weeks ? std::to_string(*print.diary_weeks) : "");
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
  const Clinic clinic =
      with_text(words.example ? example_clinic() : Clinic{},
                {.name = words.name, .phone = words.phone, .country = words.country});
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
  auto o = std::make_shared<ClinicText>();
  set->add_option("--name", o->name, "The clinic's name");
  set->add_option("--phone", o->phone, "Whom patients call with questions");
  set->add_option("--hours", o->hours, "When the phone is answered: \"Mon–Fri 8–18\"");
  set->add_option("--address", o->address, "In one line");
  set->add_option("--emergency", o->emergency, "The emergency number of the country");
  set->add_option("--country", o->country,
                  "Two letters: settles the emergency number and the paper");
  set->add_option("--paper", o->paper, "a4 or letter");
  set->add_option("--layout", o->layout, "Of handouts: standard, large or compact");
  set->add_option("--ink", o->ink, "Of handouts: black_and_white or colour");
  set->add_option("--diary", o->diary, "Weeks of the diary with a handout; 0 for none");
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
