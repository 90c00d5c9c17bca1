// SPDX-License-Identifier: MIT
// template list, template show
#include <CLI/CLI.hpp>
#include <memory>

#include "base/text.h"
#include "cli/context.h"
#include "cli/json_output.h"

namespace kinescript {
namespace {

int list(Context& context, bool json) {
  const auto& programs = context.workspace.programs();
  if (json) {
    context.out << json_of_programs(programs);
    return kDone;
  }
  for (const Program& program : programs)
    context.out << program.id << "  " << program.name << " (" << program.slots.size()
                << (program.slots.size() == 1 ? " exercise)\n" : " exercises)\n");
  return kDone;
}

int show(Context& context, const std::string& id, bool json) {
  const Program& program = context.workspace.program(id);
  if (json) {
    context.out << json_of_program(program);
    return kDone;
  }
  context.out << program.name << " (" << program.id << ")\ntitle: " << program.title
              << "\nproblem: " << program.problem << '\n';
  for (const Slot& slot : program.slots) {
    std::vector<std::string> names;
    for (const ExerciseId& id_of : slot.one_of) names.push_back(id_of.text);
    context.out << slot.id << "  " << join(names, " or ") << '\n';
  }
  if (!program.note.empty()) context.out << program.note << '\n';
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
}

}  // namespace kinescript
