// SPDX-License-Identifier: MIT
// plan next
#include <CLI/CLI.hpp>
#include <memory>

#include "app/patient_text.h"
#include "app/plan_text.h"
#include "app/wording.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/json_output.h"
#include "plan/progression.h"

namespace kinescript {
namespace {

struct NextOptions {
  std::string plan, felt, remark;
  int pain = 0;
  std::optional<int> done;
  std::vector<std::string> gates;
  bool json = false;
};

Feedback read_feedback(const NextOptions& o) {
  Feedback feedback;
  const auto felt = felt_from(o.felt);
  if (!felt)
    throw Error(ErrorKind::usage, "", "--felt is hard, right or easy, not \"" + o.felt + "\".");
  if (o.pain < 0 || o.pain > 10) throw Error(ErrorKind::usage, "", "--pain is 0 to 10.");
  if (o.done && (*o.done < 0 || *o.done > 366))
    throw Error(ErrorKind::usage, "", "--done is how many days it was done: 0 to 366.");
  feedback.felt = *felt;
  feedback.pain = o.pain;
  feedback.days = o.done;
  feedback.remark = read_line(o.remark, "The remark");
  return feedback;
}

// The plan that was given before this one for the same problem.
std::optional<Plan> plan_before(const Session& session, const PlanHead& head) {
  std::optional<PlanId> before;
  for (const PlanHead& other : session.store.history(head.patient))
    if (other.number > 0 && other.number < head.number && other.state != PlanState::voided &&
        lower_ascii(other.problem) == lower_ascii(head.problem))
      before = other.id;
  if (!before) return std::nullopt;
  return plan_of(session.store, *before);
}

int make_next(Context& context, const NextOptions& o) {
  Session session = context.open_session();
  Feedback feedback = read_feedback(o);
  const PlanHead head = session.store.head(session.store.find_plan(o.plan));
  if (head.state == PlanState::draft)
    throw Error(ErrorKind::usage, "",
                "This plan is a draft: nobody has done it yet. Name an issued plan, as RECORD/1.");
  if (head.state == PlanState::voided)
    throw Error(ErrorKind::refused, "",
                "This plan is void. Go on from one that counts, or begin with \"plan new\".");
  feedback.about = head.id;
  feedback.by = session.actor.name;
  feedback.at = context.workspace.clock().now;
  const Date today = context.workspace.clock().today;
  const auto before = plan_before(session, head);
  std::set<ItemId> gates;
  for (const std::string& gate : o.gates) gates.insert(ItemId{gate});
  Progression next = progress(
      next_plan(plan_of(session.store, head.id), today), before ? &*before : nullptr, feedback,
      gates, session.store.patient(head.patient), context.workspace.catalog(), today);
  next.plan.feedback = feedback;
  const PlanId id =
      session.store.add_draft(session.actor, next.plan, context.workspace.clock()).plan.id;
  if (o.json) {
    context.out << json_of_steps(id, feedback, next.steps, context.workspace.catalog());
    return kDone;
  }
  context.out << id.text << '\n';
  for (const ItemStep& step : next.steps)
    context.err << word_step(step, context.workspace.catalog()) << '\n';
  return kDone;
}

}  // namespace

void add_plan_next_command(CLI::App& plan, Context& context) {
  CLI::App* command = plan.add_subcommand(
      "next",
      "A draft from what the patient tells of a plan; prints its id, and each step as a note");
  auto o = std::make_shared<NextOptions>();
  command->add_option("PLAN", o->plan, "An issued plan, as RECORD/3")->required();
  command->add_option("--felt", o->felt, "hard, right or easy")->required();
  command->add_option("--pain", o->pain, "Worst pain while doing it, 0 to 10")->required();
  command->add_option("--done", o->done, "Days on which it was done");
  command->add_option("--remark", o->remark, "Kept with the plan");
  command->add_option("--gate", o->gates, "ITEM whose gate question was answered with yes")
      ->allow_extra_args(false);
  command->add_flag("--json", o->json, "As JSON");
  command->callback(
      [&context, o] { context.action = [&context, o] { return make_next(context, *o); }; });
}

}  // namespace kinescript
