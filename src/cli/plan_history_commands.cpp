// SPDX-License-Identifier: MIT
// plan history, diff, substitutes
#include <CLI/CLI.hpp>
#include <memory>

#include "app/change_words.h"
#include "app/plan_check.h"
#include "app/plan_history.h"
#include "app/record_text.h"
#include "app/wording.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/json_output.h"

namespace kinescript {
namespace {

void print(Context& context, const HistoryEntry& entry) {
  const PlanHead& head = entry.head;
  const Catalog& catalog = context.workspace.catalog();
  const auto say = [&context](const std::string& line) { context.out << "    " << line << '\n'; };
  context.out << (head.number ? std::to_string(head.number) : std::string("draft")) << "  "
              << word(head.state) << "  " << iso(head.date) << "  " << head.title << "  "
              << head.clinician << "  " << head.id.text << '\n';
  if (!head.void_because.empty()) say("void, because: " + head.void_because);
  if (entry.feedback) say(word_feedback(*entry.feedback));
  for (const Override& kept : entry.overrides) say(word_override(kept, entry.plan, catalog));
  for (const Clearance& cleared : entry.clearances) say(word_clearance(cleared));
  if (!entry.changes) return;
  for (const std::string& line : word_changes(*entry.changes, catalog)) say(line);
}

int history(Context& context, const std::string& text, bool json) {
  const Session session = context.open_session();
  const auto entries = history_of(session, session.store.find_patient(text));
  if (json) {
    context.out << json_of_history(entries, context.workspace.catalog());
    return kDone;
  }
  for (const HistoryEntry& entry : entries) print(context, entry);
  return kDone;
}

int diff(Context& context, const std::string& before, const std::string& after, bool json) {
  const Session session = context.open_session();
  const Catalog& catalog = context.workspace.catalog();
  const Plan newer =
      plan_of(session.store, session.store.find_plan(after.empty() ? before : after));
  const auto older = after.empty()
                         ? plan_before(session.store, newer)
                         : std::optional(plan_of(session.store, session.store.find_plan(before)));
  if (!older)
    throw Error(ErrorKind::not_found, "", "There is no plan before this one for its problem.");
  const PlanChanges changes = changes_between(*older, newer, catalog);
  if (json) {
    context.out << json_of_changes(changes, catalog);
    return kDone;
  }
  for (const std::string& line : word_changes(changes, catalog)) context.out << line << '\n';
  return kDone;
}

int substitutes(Context& context, const std::string& text, const std::string& item, bool all,
                bool json) {
  const Session session = context.open_session();
  const Catalog& catalog = context.workspace.catalog();
  const Plan plan = plan_of(session.store, session.store.find_plan(text));
  const auto found = PlanCheck(session).substitutes(
      plan, session.store.patient(plan.patient), ItemId{item}, all ? catalog.exercises.size() : 3);
  if (json) {
    context.out << json_of_substitutes(found, catalog);
    return kDone;
  }
  for (const ExerciseId& id : found)
    context.out << id.text << "  " << catalog.exercise(id).name_clinician << '\n';
  if (found.empty()) context.out << "No substitute here.\n";
  return kDone;
}

}  // namespace

void add_plan_history_commands(CLI::App& plan, Context& context) {
  auto first = std::make_shared<std::string>(), second = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false), all = std::make_shared<bool>(false);

  CLI::App* history_command = plan.add_subcommand("history", "A patient's plans and what changed");
  history_command->add_option("PATIENT", *first, "Id or record number")->required();
  history_command->add_flag("--json", *json, "As JSON");
  history_command->callback([&context, first, json] {
    context.action = [&context, first, json] { return history(context, *first, *json); };
  });

  CLI::App* diff_command = plan.add_subcommand("diff", "What changed between two plans");
  diff_command->add_option("BEFORE", *first, "A plan; alone, it is compared with the one before it")
      ->required();
  diff_command->add_option("AFTER", *second, "A plan");
  diff_command->add_flag("--json", *json, "As JSON");
  diff_command->callback([&context, first, second, json] {
    context.action = [&context, first, second, json] {
      return diff(context, *first, *second, *json);
    };
  });

  CLI::App* substitutes_command =
      plan.add_subcommand("substitutes", "What could stand in an item's place, best first");
  substitutes_command->add_option("PLAN", *first, "Id or RECORD/draft")->required();
  substitutes_command->add_option("ITEM", *second, "As a3")->required();
  substitutes_command->add_flag("--all", *all, "All, not only the best three");
  substitutes_command->add_flag("--json", *json, "As JSON");
  substitutes_command->callback([&context, first, second, all, json] {
    context.action = [&context, first, second, all, json] {
      return substitutes(context, *first, *second, *all, *json);
    };
  });
}

}  // namespace kinescript
