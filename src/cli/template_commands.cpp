// SPDX-License-Identifier: MIT
// template list, show, save
#include <CLI/CLI.hpp>
#include <memory>

#include "app/clinic_templates.h"
#include "app/print_job.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/json_output.h"

namespace kinescript {
namespace {

std::string phase_of(const Program& program) {
  if (!program.weeks) return {};
  return ", weeks " + to_text(*program.weeks) + " of " + program.protocol;
}

int list(Context& context, bool json) {
  const auto programs = all_programs(context.workspace, context.clinic_path());
  if (json) {
    context.out << json_of_programs(programs);
    return kDone;
  }
  for (const Program& program : programs)
    context.out << program.id << "  " << program.name << " (" << program.slots.size()
                << (program.slots.size() == 1 ? " exercise)" : " exercises)") << phase_of(program)
                << '\n';
  return kDone;
}

int show(Context& context, const std::string& id, bool json) {
  const Program program = program_of(all_programs(context.workspace, context.clinic_path()), id);
  if (json) {
    context.out << json_of_program(program);
    return kDone;
  }
  context.out << program.name << " (" << program.id << ")" << phase_of(program)
              << "\ntitle: " << program.title << "\nproblem: " << program.problem << '\n';
  for (const Slot& slot : program.slots) {
    std::vector<std::string> names;
    for (const ExerciseId& id_of : slot.one_of) names.push_back(id_of.text);
    context.out << slot.id << "  " << join(names, " or ") << '\n';
  }
  if (!program.note.empty()) context.out << program.note << '\n';
  return kDone;
}

int save(Context& context, const std::string& plan_text, const std::string& name,
         const SaveOptions& options) {
  const Session session = context.open_session(Right::write);
  const Plan plan = plan_of(session.store, session.store.find_plan(plan_text));
  const SavedTemplate saved = save_template(plan, session.store.patient(plan.patient), name,
                                            options, context.workspace, context.clinic_path());
  context.out << saved.id << '\n';
  context.err << "Not in the template: " << join(saved.left_out, ", ") << ".\n";
  return kDone;
}

}  // namespace

void add_template_commands(CLI::App& app, Context& context) {
  CLI::App* group =
      app.add_subcommand("template", "Plans without a patient")->require_subcommand(1);
  auto json = std::make_shared<bool>(false);
  CLI::App* list_command = group->add_subcommand("list", "All of them");
  list_command->add_flag("--json", *json, "As JSON");
  list_command->callback(
      [&context, json] { context.action = [&context, json] { return list(context, *json); }; });

  auto id = std::make_shared<std::string>();
  CLI::App* show_command = group->add_subcommand("show", "Its slots");
  show_command->add_option("TEMPLATE", *id, "Its id")->required();
  show_command->add_flag("--json", *json, "As JSON");
  show_command->callback([&context, id, json] {
    context.action = [&context, id, json] { return show(context, *id, *json); };
  });

  auto plan = std::make_shared<std::string>(), name = std::make_shared<std::string>();
  auto options = std::make_shared<SaveOptions>();
  CLI::App* save_command = group->add_subcommand(
      "save", "Keep a plan as a template of this clinic, without the patient; prints its id");
  save_command->add_option("PLAN", *plan, "Id, RECORD/3 or RECORD/draft")->required();
  save_command->add_option("NAME", *name, "What it is for")->required();
  save_command->add_flag("--keep-sides", options->keep_sides, "Left and right stay");
  save_command->add_flag("--keep-notes", options->keep_notes, "Notes stay, but none with a name");
  save_command->callback([&context, plan, name, options] {
    context.action = [&context, plan, name, options] {
      return save(context, *plan, *name, *options);
    };
  });
}

}  // namespace kinescript
