// SPDX-License-Identifier: MIT
// patient add, list, show, set
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "app/patient_text.h"
#include "app/print_choices.h"
#include "app/wording.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/json_output.h"
#include "plan/evaluate.h"

namespace kinescript {
namespace {

struct PatientOptions {
  std::string patient;
  std::optional<std::string> family, given, born, record, language, phone, diagnosis, own, tell,
      own_side, own_from, own_until;
  std::optional<int> usual_pain;
  std::vector<std::string> precautions, ended;
  bool large_print = false, standard_print = false;
};

void add_options(CLI::App& command, PatientOptions& o) {
  command.add_option("--family", o.family, "Family name");
  command.add_option("--given", o.given, "Given name");
  command.add_option("--born", o.born, "YYYY-MM-DD");
  command.add_option("--record", o.record, "The clinic's record number; counted when not given");
  command
      .add_option("--precaution", o.precautions,
                  "CODE[:left|:right][:key=value]...[@YYYY-MM-DD[..YYYY-MM-DD]]")
      ->allow_extra_args(false);
  command.add_option("--own-precaution", o.own, "In your own words; not checked against exercises");
  command.add_option("--tell", o.tell, "What the patient reads of the own precaution");
  command.add_option("--own-side", o.own_side, "left, right or both");
  command.add_option("--own-from", o.own_from, "YYYY-MM-DD");
  command.add_option("--own-until", o.own_until, "YYYY-MM-DD; then you are asked: keep or end?");
  command.add_option("--language", o.language, "Of the handout");
  command.add_flag("--large-print", o.large_print, "The patient needs large letters");
  command.add_option("--phone", o.phone, "Telephone");
  command.add_option("--diagnosis", o.diagnosis, "For you; never printed");
  command.add_option("--usual-pain", o.usual_pain, "0 to 10");
}

void set_names(Patient& patient, const PatientOptions& o, Date today) {
  if (o.family) patient.family = read_name(*o.family, "The family name");
  if (o.given) patient.given = read_name(*o.given, "The given name");
  if (o.born) patient.born = read_born(*o.born, today);
  if (o.record) patient.record_number = read_name(*o.record, "The record number", 40);
  if (patient.record_number.find('/') != std::string::npos)
    throw Error(
        ErrorKind::usage, "",
        "A record number has no slash: RECORD/3 means the third plan. Write it with a dash.");
  if (o.phone) patient.phone = read_line(*o.phone, "The phone");
  if (o.diagnosis) patient.diagnosis = read_line(*o.diagnosis, "The diagnosis", kTextLength);
}

Patient changed(Patient patient, const PatientOptions& o, const Workspace& workspace) {
  const Date today = workspace.clock().today;
  set_names(patient, o, today);
  if (o.language) {
    patient.language = read_name(*o.language, "The language", 35);
    workspace.phrasebook(patient.language);  // says now what printing would say later
  }
  if (o.large_print || o.standard_print) need_large_print(patient, o.large_print);
  if (o.usual_pain && (*o.usual_pain < 0 || *o.usual_pain > 10))
    throw Error(ErrorKind::usage, "",
                "The usual pain is 0 to 10, not " + std::to_string(*o.usual_pain) + ".");
  if (o.usual_pain) patient.usual_pain = o.usual_pain;
  for (const std::string& text : o.precautions)
    put_precaution(patient, read_precaution(text, workspace.catalog(), today));
  if (o.own.has_value() != o.tell.has_value())
    throw Error(ErrorKind::usage, "",
                "Write --own-precaution TEXT and --tell TEXT together: you read the one, the "
                "patient the other.");
  if (!o.own && (o.own_side || o.own_from || o.own_until))
    throw Error(ErrorKind::usage, "",
                "--own-side, --own-from and --own-until need --own-precaution TEXT.");
  if (o.own)
    put_precaution(patient,
                   own_precaution({*o.own, *o.tell, o.own_side, o.own_from, o.own_until}, today));
  for (const std::string& code : o.ended)
    if (std::erase_if(patient.precautions,
                      [&](const auto& p) { return p.code.text == code || p.id == code; }) == 0)
      throw Error(ErrorKind::not_found, "",
                  "The patient has no precaution \"" + code + "\". Look with \"patient show\".");
  check_patient(patient);
  return patient;
}

// What changes much and was not said is asked for at once.
void ask_details(Context& context, const Patient& patient) {
  const Catalog& catalog = context.workspace.catalog();
  for (const PatientPrecaution& record : patient.precautions) {
    const Precaution* precaution = catalog.find(record.code);
    if (precaution == nullptr) continue;
    const Limit limit{*precaution, record, context.workspace.clock().today};
    for (const std::string& detail : details_to_ask(limit, RulesOf(record.code, catalog)))
      context.err << word_question(record.code, detail, catalog) << " patient set "
                  << patient.record_number << " --precaution " << record.code.text
                  << (record.side == BodySide::none ? "" : ":" + std::string(word(record.side)))
                  << ':' << detail << "=…\n";
  }
}

int add(Context& context, const PatientOptions& o) {
  for (const auto& [given, name] :
       {std::pair(o.family.has_value(), "--family"), std::pair(o.given.has_value(), "--given"),
        std::pair(o.born.has_value(), "--born")})
    if (!given)
      throw Error(ErrorKind::usage, "",
                  std::string("A patient needs ") + name + ". Write --family, --given and --born.");
  Session session = context.open_session();
  Patient patient;
  patient.language = session.store.clinic().language;
  patient = session.store.add_patient(session.actor, changed(patient, o, context.workspace),
                                      context.workspace.clock());
  context.out << patient.record_number << '\n';
  ask_details(context, patient);
  return kDone;
}

int set(Context& context, const PatientOptions& o) {
  Session session = context.open_session();
  const Patient before = session.store.find_patient(o.patient);
  const Patient after = changed(before, o, context.workspace);
  if (after != before) session.store.set_patient(session.actor, after, context.workspace.clock());
  ask_details(context, after);
  return kDone;
}

bool found_in(const Patient& patient, const std::vector<std::string>& words) {
  const std::string all =
      lower_ascii(patient.family + " " + patient.given + " " + patient.record_number);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

int list(Context& context, const std::string& search, bool archived, bool json) {
  std::vector<Patient> patients = context.open_session().store.patients(archived);
  if (archived) std::erase_if(patients, [](const Patient& patient) { return !patient.archived; });
  const auto words = split_words(lower_ascii(search));
  std::erase_if(patients, [&](const Patient& patient) { return !found_in(patient, words); });
  if (json) {
    context.out << json_of_patients(patients);
    return kDone;
  }
  for (const Patient& patient : patients)
    context.out << patient.record_number << "  " << patient.family << ", " << patient.given
                << "  born " << iso(patient.born) << '\n';
  return kDone;
}

int show(Context& context, const std::string& text, bool json) {
  const Session session = context.open_session();
  const Patient p = session.store.find_patient(text);
  if (json) {
    context.out << json_of_patient(p);
    return kDone;
  }
  context.out << p.record_number << "  " << p.family << ", " << p.given << "  born " << iso(p.born)
              << "\nid: " << p.id.text << "\nlanguage: " << p.language
              << (p.large_print ? ", large print" : "") << '\n';
  if (!p.phone.empty()) context.out << "phone: " << p.phone << '\n';
  if (!p.diagnosis.empty()) context.out << "diagnosis (never printed): " << p.diagnosis << '\n';
  if (p.usual_pain) context.out << "usual pain: " << *p.usual_pain << '\n';
  for (const auto& precaution : p.precautions)
    context.out << "precaution " << precaution.id << ": "
                << precaution_line(precaution, context.workspace.catalog()) << '\n';
  for (const auto& answer : p.screening)
    if (answer.yes)
      context.out << "screening: " << answer.question << " yes, " << iso(answer.on) << '\n';
  return kDone;
}

}  // namespace

void add_patient_commands(CLI::App& app, Context& context) {
  CLI::App* patient =
      app.add_subcommand("patient", "People and what limits them")->require_subcommand(1);
  const auto named = [](CLI::App* command, std::string& place) {
    command->add_option("PATIENT", place, "Id or record number")->required();
  };
  CLI::App* add_command = patient->add_subcommand("add", "A new patient; prints the record number");
  auto added = std::make_shared<PatientOptions>();
  add_options(*add_command, *added);
  add_command->callback(
      [&context, added] { context.action = [&context, added] { return add(context, *added); }; });

  CLI::App* set_command = patient->add_subcommand("set", "Change what is recorded");
  auto changes = std::make_shared<PatientOptions>();
  named(set_command, changes->patient);
  add_options(*set_command, *changes);
  set_command->add_flag("--standard-print", changes->standard_print, "No large letters any more");
  set_command->add_option("--end-precaution", changes->ended, "CODE or number of one that is over")
      ->allow_extra_args(false);
  set_command->callback([&context, changes] {
    context.action = [&context, changes] { return set(context, *changes); };
  });

  CLI::App* list_command = patient->add_subcommand("list", "All, or those that fit");
  auto text = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  list_command->add_option("--search", *text, "Parts of names or of the record number");
  list_command->add_flag("--json", *json, "As JSON");
  auto archived = std::make_shared<bool>(false);
  list_command->add_flag("--archived", *archived, "Those that are hidden");
  list_command->callback([&context, text, archived, json] {
    context.action = [&context, text, archived, json] {
      return list(context, *text, *archived, *json);
    };
  });

  CLI::App* show_command = patient->add_subcommand("show", "One patient");
  named(show_command, *text);
  show_command->add_flag("--json", *json, "As JSON");
  show_command->callback([&context, text, json] {
    context.action = [&context, text, json] { return show(context, *text, *json); };
  });

  add_patient_screen_command(*patient, context);
  add_patient_csv_command(*patient, context);
  add_patient_move_commands(*patient, context);
}

}  // namespace kinescript
