// SPDX-License-Identifier: MIT
// exercise add, remove: an exercise of the clinic's own
#include <CLI/CLI.hpp>
#include <memory>

#include "app/own_exercises.h"
#include "app/plan_text.h"
#include "cli/context.h"

namespace kinescript {
namespace {

struct OwnOptions {
  std::string title, photo, photo_finish;
  std::vector<std::string> steps;
  bool each_side = false;
  ItemText text;
};

int add(Context& context, const OwnOptions& o) {
  const Session session = context.open_session(Right::write);
  OwnExercise own;
  own.title = o.title;
  own.steps = o.steps;
  own.each_side = o.each_side;
  own.photo = o.photo;
  own.photo_finish = o.photo_finish;
  const ItemChange change = read_item(o.text);
  own.section = change.section.value_or(own.section);
  own.dose = changed_dose(own.dose, change);
  context.out << add_own_exercise(own, context.workspace, context.clinic_path()).text << '\n';
  context.err << "Not checked for safety: no rule knows an own exercise.\n";
  return kDone;
}

int remove(Context& context, const std::string& id) {
  const Session session = context.open_session(Right::write);
  remove_own_exercise(ExerciseId{id}, session, context.clinic_path());
  return kDone;
}

}  // namespace

void add_exercise_commands(CLI::App& app, Context& context) {
  CLI::App* group =
      app.add_subcommand("exercise", "Exercises of this clinic's own")->require_subcommand(1);
  auto o = std::make_shared<OwnOptions>();
  CLI::App* command = group->add_subcommand("add", "Write one; prints its id");
  command->add_option("TITLE", o->title, "Its name, as the patient reads it")->required();
  command->add_option("--step", o->steps, "One step; again for the next")
      ->required()
      ->allow_extra_args(false);
  command->add_option("--photo", o->photo, "PNG or JPEG: the start, or the only one");
  command->add_option("--photo-finish", o->photo_finish, "The finish");
  command->add_flag("--each-side", o->each_side, "It is done with one side, then the other");
  command->add_option("--section", o->text.section, "Where it stands in a session");
  command->add_option("--sets", o->text.sets, "As 2");
  command->add_option("--count", o->text.count, "As 8-12");
  command->add_option("--hold", o->text.hold, "As 5s, 3-5breaths or none");
  command->add_option("--rest", o->text.rest, "As 60s");
  command->callback([&context, o] { context.action = [&context, o] { return add(context, *o); }; });
  auto id = std::make_shared<std::string>();
  command = group->add_subcommand("remove", "Take one out; issued plans keep it");
  command->add_option("ID", *id, "As own-towel-squeeze")->required();
  command->callback(
      [&context, id] { context.action = [&context, id] { return remove(context, *id); }; });
}

}  // namespace kinescript
