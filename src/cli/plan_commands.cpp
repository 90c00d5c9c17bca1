// SPDX-License-Identifier: MIT
// plan new, show
#include <CLI/CLI.hpp>
#include <memory>

#include "app/clinic_templates.h"
#include "app/plan_history.h"
#include "app/plan_text.h"
#include "app/record_text.h"
#include "app/wording.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/json_output.h"
#include "cli/plan_options.h"
#include "plan/codec.h"
#include "plan/timing.h"

namespace kinescript {
namespace {

struct NewOptions {
  std::string patient;
  std::optional<std::string> program, file, side, strength;
  std::vector<std::string> choose;
  bool from_last = false;
  SettingsText settings;
};

// The newest issued plan; of the named problem when one is named.
Plan last_plan(const Session& session, const Patient& patient,
               const std::optional<std::string>& problem) {
  std::optional<PlanId> newest;
  for (const PlanHead& head : session.store.history(patient.id))
    if (head.number > 0 && head.state != PlanState::voided &&
        (!problem || lower_ascii(head.problem) == lower_ascii(trim(*problem))))
      newest = head.id;
  if (!newest)
    throw Error(
        ErrorKind::not_found, "",
        "This patient has no issued plan to go on from. Begin with --template, or without both.");
  return plan_of(session.store, *newest);
}

Plan plan_from_file(const std::string& file, const Patient& patient, const Workspace& workspace) {
  Plan plan = next_plan(plan_from_json(read_file(file), file), workspace.clock().today);
  plan.patient = patient.id;
  for (const PlanItem& item : plan.items) {
    workspace.catalog().exercise(item.exercise);
    if (const std::string fault = problem(item.dose); !fault.empty())
      throw Error(ErrorKind::invalid, file, "Item " + item.id.text + ": " + fault);
  }
  return plan;
}

Plan first_value(Context& context, const Session& session, const Patient& patient,
                 const NewOptions& o) {
  const Date today = session.workspace.clock().today;
  if (o.program) {
    const ProgramChoices choices = read_choices(o.choose, o.side, o.strength);
    const Program program = program_for(all_programs(session.workspace, context.clinic_path()),
                                        *o.program, patient, today);
    Filled filled = fill_for_patient(begin_plan(patient, today), program, patient,
                                     session.workspace.catalog(), choices, today);
    for (const SlotOutcome& outcome : filled.outcomes)
      context.err << word_slot(outcome, session.workspace.catalog()) << '\n';
    return std::move(filled.plan);
  }
  if (!o.choose.empty() || o.side || o.strength)
    throw Error(ErrorKind::usage, "", "--choose, --side and --strength need --template T.");
  if (o.from_last) return next_plan(last_plan(session, patient, o.settings.problem), today);
  if (o.file) return plan_from_file(*o.file, patient, session.workspace);
  return begin_plan(patient, today);
}

int make(Context& context, const NewOptions& o) {
  if (int(o.program.has_value()) + int(o.from_last) + int(o.file.has_value()) > 1)
    throw Error(ErrorKind::usage, "", "Choose one of --template, --from-last and --file.");
  Session session = context.open_session();
  const Patient patient = session.store.find_patient(o.patient);
  const Plan plan = set_settings(first_value(context, session, patient, o), o.settings,
                                 context.workspace.clock().today);
  context.out
      << session.store.add_draft(session.actor, plan, context.workspace.clock()).plan.id.text
      << '\n';
  return kDone;
}

std::string item_line(const PlanItem& item) {
  std::string line =
      item.id.text + "  " + item.exercise.text + "  (" + std::string(word(item.section)) + ")";
  if (item.side != BodySide::none) line += "  " + std::string(word(item.side));
  line += "  " + to_text(item.dose.sets) + " x " + to_text(item.dose.count) + " " +
          std::string(word(item.dose.unit));
  if (item.dose.hold)
    line += ", hold " + to_text(*item.dose.hold) + " " + std::string(word(item.dose.hold_unit));
  if (!item.note.empty()) line += "\n      note: " + item.note;
  if (!item.modification.empty()) line += "\n      change: " + item.modification;
  for (std::size_t i = 0; i < item.steps.size(); ++i)
    if (!item.steps[i].empty())
      line += "\n      step " + std::to_string(i + 1) + ": " + item.steps[i];
  return line;
}

enum class Form { lines, json, text };

int show(Context& context, const std::string& text, Form form) {
  const Session session = context.open_session();
  const PlanHead head = session.store.head(session.store.find_plan(text));
  const Plan plan = plan_of(session.store, head.id);
  const int minutes = plan_minutes(session, head.id);
  if (form == Form::json) {
    context.out << json_of_plan(head, plan, minutes);
    return kDone;
  }
  if (form == Form::text) {
    context.out << record_text(record_of(session, head), context.workspace.catalog());
    return kDone;
  }
  context.out << (head.number ? "plan " + std::to_string(head.number) : std::string("draft"))
              << "  " << word(head.state) << "  " << iso(head.date) << "\nid: " << head.id.text
              << "\nproblem: " << plan.problem << "\ntitle: " << plan.title << "\n"
              << plan.schedule.per_day << " a day, " << plan.schedule.days_per_week
              << " days a week, from " << iso(plan.start)
              << (plan.review ? ", review " + iso(*plan.review) : "") << "; about " << minutes
              << " minutes\n";
  for (const PlanItem& item : plan.items) context.out << item_line(item) << '\n';
  if (head.state == PlanState::voided)
    context.out << "void, because: " << head.void_because << '\n';
  return kDone;
}

}  // namespace

void add_settings_options(CLI::App& command, SettingsText& settings) {
  command.add_option("--problem", settings.problem, "What the plan is for; one draft a problem");
  command.add_option("--title", settings.title, "On the handout");
  command.add_option("--per-day", settings.per_day, "Times a day");
  command.add_option("--days", settings.days, "mon,wed,fri, daily, or a number of days");
  command.add_option("--start", settings.start, "YYYY-MM-DD; usual: today");
  command.add_option("--review", settings.review, "YYYY-MM-DD; usual: a week after the start");
  command.add_option("--next-visit", settings.next_visit, "\"YYYY-MM-DD HH:MM\"");
  command.add_option("--teach-back", settings.teach_back,
                     "done or not-done: the patient showed each exercise back");
}

void add_plan_commands(CLI::App& plan, Context& context) {
  CLI::App* make_command = plan.add_subcommand("new", "Begin a draft; prints its id");
  auto o = std::make_shared<NewOptions>();
  make_command->add_option("PATIENT", o->patient, "Id or record number")->required();
  make_command->add_option("--template", o->program, "As low-back-mini");
  make_command
      ->add_option("--choose", o->choose, "SLOT=EXERCISE, where the template offers several")
      ->allow_extra_args(false);
  make_command->add_option("--side", o->side, "left, right or both, for exercises that need one");
  make_command->add_option("--strength", o->strength, "gentle, standard or strong");
  make_command->add_flag("--from-last", o->from_last, "Go on from the last issued plan");
  make_command->add_option("--file", o->file, "A plan as JSON");
  add_settings_options(*make_command, o->settings);
  make_command->callback(
      [&context, o] { context.action = [&context, o] { return make(context, *o); }; });

  plan.add_subcommand("schema", "What a plan as JSON holds, as a JSON Schema")
      ->callback([&context] {
        context.action = [&context] {
          context.out << plan_schema();
          return kDone;
        };
      });

  auto shown = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false), as_text = std::make_shared<bool>(false);
  CLI::App* show_command = plan.add_subcommand("show", "One plan");
  show_command->add_option("PLAN", *shown, "Id, RECORD/3 or RECORD/draft")->required();
  CLI::Option* json_flag = show_command->add_flag("--json", *json, "As JSON");
  show_command->add_flag("--text", *as_text, "Plain text for the clinic's record")
      ->excludes(json_flag);
  show_command->callback([&context, shown, json, as_text] {
    context.action = [&context, shown, json, as_text] {
      return show(context, *shown, *json ? Form::json : *as_text ? Form::text : Form::lines);
    };
  });
}

}  // namespace kinescript
