// SPDX-License-Identifier: MIT
// plan new, show, history, diff
#include <CLI/CLI.hpp>
#include <memory>

#include "app/plan_text.h"
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
  Plan plan;
  try {
    plan = next_plan(decode_plan(read_file(file)), workspace.clock().today);
  } catch (const Error& error) {
    throw Error(error.kind(), file, error.message());
  }
  plan.patient = patient.id;
  for (const PlanItem& item : plan.items) {
    workspace.catalog().exercise(item.exercise);
    if (const std::string fault = problem(item.dose); !fault.empty())
      throw Error(ErrorKind::invalid, file, "Item " + item.id.text + ": " + fault);
  }
  return plan;
}

Plan first_value(const Session& session, const Patient& patient, const NewOptions& o) {
  const Date today = session.workspace.clock().today;
  if (o.program) {
    const ProgramChoices choices = read_choices(o.choose, o.side, o.strength);
    return fill_from_program(begin_plan(patient, today), session.workspace.program(*o.program),
                             session.workspace.catalog(), choices);
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
  const Plan plan =
      set_settings(first_value(session, patient, o), o.settings, context.workspace.clock().today);
  context.out
      << session.store.add_draft(session.actor, plan, context.workspace.clock()).plan.id.text
      << '\n';
  return kDone;
}

int minutes_of(const Session& session, const PlanHead& head, const Plan& plan) {
  if (head.state != PlanState::draft)
    return decode_dossier(session.store.snapshot(head.id)).minutes;
  return plan.items.empty() ? 0
                            : printed_minutes(session_minutes(plan, session.workspace.catalog()));
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
  return line;
}

int show(Context& context, const std::string& text, bool json) {
  const Session session = context.open_session();
  const PlanHead head = session.store.head(session.store.find_plan(text));
  const Plan plan = plan_of(session.store, head.id);
  const int minutes = minutes_of(session, head, plan);
  if (json) {
    context.out << json_of_plan(head, plan, minutes);
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

std::vector<HistoryEntry> entries_of(const Session& session, const Patient& patient) {
  std::vector<HistoryEntry> entries;
  const BaseOf base_of = base_in(session.workspace.catalog());
  std::map<std::string, Plan> newest;  // of each problem
  for (const PlanHead& head : session.store.history(patient.id)) {
    const Plan plan = plan_of(session.store, head.id);
    const auto before = newest.find(lower_ascii(head.problem));
    entries.push_back({head, before == newest.end() ? std::vector<Change>()
                                                    : changes_between(before->second, plan, base_of),
                       {}});
    if (plan.feedback)
      for (HistoryEntry& entry : entries)
        if (entry.head.id == plan.feedback->about) entry.feedback = plan.feedback;
    if (head.state != PlanState::voided) newest[lower_ascii(head.problem)] = plan;
  }
  return entries;
}

int history(Context& context, const std::string& text, bool json) {
  const Session session = context.open_session();
  const auto entries = entries_of(session, session.store.find_patient(text));
  if (json) {
    context.out << json_of_history(entries);
    return kDone;
  }
  for (const HistoryEntry& entry : entries) {
    const PlanHead& head = entry.head;
    context.out << (head.number ? std::to_string(head.number) : std::string("draft")) << "  "
                << word(head.state) << "  " << iso(head.date) << "  " << head.title << "  "
                << head.clinician << "  " << head.id.text << '\n';
    if (!head.void_because.empty())
      context.out << "    void, because: " << head.void_because << '\n';
    if (entry.feedback) context.out << "    " << word_feedback(*entry.feedback) << '\n';
    for (const Change& change : entry.changes)
      if (change.kind != Change::Kind::same) context.out << "    " << word_change(change) << '\n';
  }
  return kDone;
}

int diff(Context& context, const std::string& before, const std::string& after, bool json) {
  const Session session = context.open_session();
  const auto changes = changes_between(plan_of(session.store, session.store.find_plan(before)),
                                       plan_of(session.store, session.store.find_plan(after)),
                                       base_in(context.workspace.catalog()));
  if (json) {
    context.out << json_of_changes(changes);
    return kDone;
  }
  for (const Change& change : changes) context.out << word_change(change) << '\n';
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

  auto first = std::make_shared<std::string>(), second = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false), as_text = std::make_shared<bool>(false);
  CLI::App* show_command = plan.add_subcommand("show", "One plan");
  show_command->add_option("PLAN", *first, "Id, RECORD/3 or RECORD/draft")->required();
  CLI::Option* json_flag = show_command->add_flag("--json", *json, "As JSON");
  show_command->add_flag("--text", *as_text, "As text; the usual")->excludes(json_flag);
  show_command->callback([&context, first, json] {
    context.action = [&context, first, json] { return show(context, *first, *json); };
  });

  CLI::App* history_command = plan.add_subcommand("history", "A patient's plans and what changed");
  history_command->add_option("PATIENT", *first, "Id or record number")->required();
  history_command->add_flag("--json", *json, "As JSON");
  history_command->callback([&context, first, json] {
    context.action = [&context, first, json] { return history(context, *first, *json); };
  });

  CLI::App* diff_command = plan.add_subcommand("diff", "What changed between two plans");
  diff_command->add_option("BEFORE", *first, "A plan")->required();
  diff_command->add_option("AFTER", *second, "A plan")->required();
  diff_command->add_flag("--json", *json, "As JSON");
  diff_command->callback([&context, first, second, json] {
    context.action = [&context, first, second, json] {
      return diff(context, *first, *second, *json);
    };
  });
}

}  // namespace kinescript
