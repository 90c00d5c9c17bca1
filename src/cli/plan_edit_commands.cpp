// SPDX-License-Identifier: MIT
// plan add, set, remove, move, order, swap: each makes the next value of a draft.
#include <CLI/CLI.hpp>
#include <memory>

#include "app/plan_text.h"
#include "base/error.h"
#include "cli/context.h"
#include "cli/plan_options.h"

namespace kinescript {
namespace {

struct EditOptions {
  std::string plan, item, exercise, by = "section";
  int position = 0;
  ItemText text;
  SettingsText settings;
};

bool says_nothing(const ItemText& t) {
  return !t.section && !t.side && !t.sets && !t.count && !t.hold && !t.rest && !t.load && !t.note &&
         !t.change && !t.support && !t.goal && t.steps.empty();
}

int add(Context& context, const EditOptions& o) {
  Session session = context.open_session();
  const ItemChange change = read_item(o.text);
  ItemId added;
  edit_draft(session, o.plan, [&](const Plan& plan) {
    added = ItemId{"a" + std::to_string(plan.next_item)};
    return add_item(plan, context.workspace.catalog(), ExerciseId{o.exercise}, change);
  });
  context.out << added.text << '\n';
  return kDone;
}

int set(Context& context, const EditOptions& o) {
  if (o.item.empty() && !says_nothing(o.text))
    throw Error(ErrorKind::usage, "",
                "Name the item whose dose, side or note changes: plan set PLAN ITEM … . Look with "
                "\"plan show\".");
  if (says_nothing(o.text) && o.settings.empty())
    throw Error(ErrorKind::usage, "",
                "Say what to set, as --count 10 for an item or --days daily for the plan.");
  Session session = context.open_session();
  edit_draft(session, o.plan, [&](Plan plan) {
    if (!o.item.empty())
      plan = set_item(plan, context.workspace.catalog(), ItemId{o.item}, read_item(o.text));
    return set_settings(plan, o.settings, context.workspace.clock().today);
  });
  return kDone;
}

int edit(Context& context, const EditOptions& o, const std::function<Plan(const Plan&)>& next) {
  Session session = context.open_session();
  edit_draft(session, o.plan, next);
  return kDone;
}

Plan ordered(const Plan& plan, const std::string& by, const Catalog& catalog) {
  if (by == "section") return order_by_section(plan);
  if (by != "position")
    throw Error(ErrorKind::usage, "", "Order --by position or --by section, not \"" + by + "\".");
  return order_by_position(plan, catalog);
}

void add_item_options(CLI::App& command, ItemText& t) {
  command.add_option("--section", t.section, "Where it stands");
  command.add_option("--side", t.side, "left, right or both");
  command.add_option("--sets", t.sets, "As 2");
  command.add_option("--count", t.count, "As 8-12");
  command.add_option("--goal", t.goal, "As 20");
  command.add_option("--hold", t.hold, "As 5s, 3-5breaths or none");
  command.add_option("--rest", t.rest, "As 60s");
  command.add_option("--load", t.load, "As \"2 kg\"");
  command.add_option("--note", t.note, "The patient reads it");
  command.add_option("--change", t.change,
                     "How this patient does it differently; the patient reads it");
  command
      .add_option("--step", t.steps,
                  "A step in other words for this patient, as \"2=Lift your heel a little.\"")
      ->allow_extra_args(false);
  command.add_option("--support", t.support, "none or held");
}

}  // namespace

void add_plan_edit_commands(CLI::App& plan, Context& context) {
  const auto command = [&](const char* name, const char* says, auto o) {
    CLI::App* made = plan.add_subcommand(name, says);
    made->add_option("PLAN", o->plan, "Id or RECORD/draft")->required();
    return made;
  };
  const auto options = [] { return std::make_shared<EditOptions>(); };

  auto a = options();
  CLI::App* add_command = command("add", "Put an exercise in; prints the item's id", a);
  add_command->add_option("EXERCISE", a->exercise, "Its id")->required();
  add_item_options(*add_command, a->text);
  add_command->callback(
      [&context, a] { context.action = [&context, a] { return add(context, *a); }; });

  auto s = options();
  CLI::App* set_command = command("set", "Change an item, or the plan itself", s);
  set_command->add_option("ITEM", s->item, "As a3; without it, the plan's settings");
  add_item_options(*set_command, s->text);
  add_settings_options(*set_command, s->settings);
  set_command->callback(
      [&context, s] { context.action = [&context, s] { return set(context, *s); }; });

  auto r = options();
  CLI::App* remove_command = command("remove", "Take an item out", r);
  remove_command->add_option("ITEM", r->item, "As a3")->required();
  remove_command->callback([&context, r] {
    context.action = [&context, r] {
      return edit(context, *r, [&](const Plan& p) { return remove_item(p, ItemId{r->item}); });
    };
  });

  auto m = options();
  CLI::App* move_command = command("move", "Put an item at another place", m);
  move_command->add_option("ITEM", m->item, "As a3")->required();
  move_command->add_option("POSITION", m->position, "1 is the first")->required();
  move_command->callback([&context, m] {
    context.action = [&context, m] {
      return edit(context, *m,
                  [&](const Plan& p) { return move_item(p, ItemId{m->item}, m->position); });
    };
  });

  auto b = options();
  CLI::App* order_command =
      command("order", "By section, or so that the patient gets down to the floor once", b);
  order_command->add_option("--by", b->by, "position or section")->required();
  order_command->callback([&context, b] {
    context.action = [&context, b] {
      return edit(context, *b,
                  [&](const Plan& p) { return ordered(p, b->by, context.workspace.catalog()); });
    };
  });

  auto w = options();
  CLI::App* swap_command = command("swap", "Put another exercise in an item's place", w);
  swap_command->add_option("ITEM", w->item, "As a3")->required();
  swap_command->add_option("EXERCISE", w->exercise, "Its id")->required();
  swap_command->callback([&context, w] {
    context.action = [&context, w] {
      return edit(context, *w, [&](const Plan& p) {
        return swap_item(p, context.workspace.catalog(), ItemId{w->item}, ExerciseId{w->exercise});
      });
    };
  });
}

}  // namespace kinescript
