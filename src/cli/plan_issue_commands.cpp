// SPDX-License-Identifier: MIT
// plan check, keep, clear, issue, void
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "app/plan_check.h"
#include "app/findings_text.h"
#include "app/patient_text.h"
#include "app/wording.h"
#include "base/error.h"
#include "cli/context.h"
#include "cli/json_output.h"
#include "plan/codec.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

struct Words {
  std::string plan, item, rule, because, outcome = "reviewed";
  bool json = false;
};

void print(Context& context, const std::vector<Finding>& findings, const Plan& plan,
           const Patient& patient) {
  const Catalog& catalog = context.workspace.catalog();
  for (const std::string& line : summary_of(findings, plan, patient, catalog))
    context.out << line << '\n';
  if (findings.empty()) return;
  context.out << '\n';
  for (const std::string& line : details_of(findings, catalog)) context.out << line << '\n';
}

int check_plan(Context& context, const Words& words) {
  const Session session = context.open_session();
  const PlanId id = session.store.find_plan(words.plan);
  const Plan plan = plan_of(session.store, id);
  const bool draft = session.store.head(id).state == PlanState::draft;
  const auto findings =
      draft ? findings_of(session, plan) : decode_dossier(session.store.snapshot(id)).findings;
  const Patient patient = session.store.patient(plan.patient);
  const int open = open_count(findings);
  if (words.json)
    context.out << json_of_findings(findings, open, plan, patient, context.workspace.catalog());
  else
    print(context, findings, plan, patient);
  return open > 0 ? kRefused : kDone;
}

int keep_item(Context& context, const Words& words) {
  Session session = context.open_session();
  const std::string because = read_line(words.because, "The reason", kTextLength);
  edit_draft(session, words.plan, [&](const Plan& plan) {
    return keep(plan, findings_of(session, plan), ItemId{words.item}, words.rule, because,
                session.actor.name, context.workspace.clock().now);
  });
  return kDone;
}

int clear_plan(Context& context, const Words& words) {
  Session session = context.open_session();
  const std::string because = read_line(words.because, "The reason", kTextLength);
  edit_draft(session, words.plan, [&](const Plan& plan) {
    return clear_block(plan, findings_of(session, plan), words.rule, because, session.actor.name,
                       context.workspace.clock().now, words.outcome);
  });
  return kDone;
}

int issue(Context& context, const Words& words) {
  Session session = context.open_session();
  const PlanId id = session.store.find_plan(words.plan);
  const IssueResult result = issue_plan(session, id);
  if (!result.stopped.empty())
    throw Error(ErrorKind::refused, "",
                "The plan was not issued: its handout fails check " +
                    std::to_string(result.stopped.front().number) + " (" +
                    result.stopped.front().measured +
                    "). See all with: kinescript-cli handout-check " + words.plan + ".");
  if (!result.head) {
    const Plan plan = plan_of(session.store, id);
    print(context, result.findings, plan, session.store.patient(plan.patient));
    const auto open = std::find_if(result.findings.begin(), result.findings.end(),
                                   [](const Finding& f) { return f.open(); });
    throw Error(ErrorKind::refused, "",
                "The plan was not issued. First: " + way_out_of(*open, words.plan) + ".");
  }
  const std::string record = session.store.patient(result.head->patient).record_number;
  const std::string name = record + "/" + std::to_string(result.head->number);
  context.out << name << " is issued. Write the handout: kinescript-cli handout " << name
              << " -o handout.pdf\n";
  return kDone;
}

int make_void(Context& context, const Words& words) {
  Session session = context.open_session();
  session.store.void_plan(session.actor, session.store.find_plan(words.plan),
                          read_line(words.because, "The reason", kTextLength),
                          context.workspace.clock());
  return kDone;
}

}  // namespace

void add_plan_issue_commands(CLI::App& plan, Context& context) {
  const auto command = [&](const char* name, const char* says, int (*act)(Context&, const Words&)) {
    CLI::App* made = plan.add_subcommand(name, says);
    auto words = std::make_shared<Words>();
    made->add_option("PLAN", words->plan, "Id or RECORD/draft")->required();
    made->callback([&context, words, act] {
      context.action = [&context, words, act] { return act(context, *words); };
    });
    return std::pair(made, words);
  };
  const auto because = [](CLI::App* made, Words& words) {
    made->add_option("--because", words.because, "Why; it is kept with your name")->required();
  };

  const auto [check_command, c] = command(
      "check", "Findings against the patient's precautions; 3 while one is open", check_plan);
  check_command->add_flag("--json", c->json, "As JSON");

  const auto [keep_command, k] = command("keep", "Keep an item in spite of a finding", keep_item);
  keep_command->add_option("ITEM", k->item, "As a3")->required();
  keep_command->add_option("--rule", k->rule, "As \"plan check\" names it")->required();
  because(keep_command, *k);

  const auto [clear_command, l] = command("clear", "Lift a block of the whole plan", clear_plan);
  clear_command->add_option("--rule", l->rule, "As \"plan check\" names it")->required();
  clear_command->add_option("--outcome", l->outcome, "reviewed (usual) or referred");
  because(clear_command, *l);

  command("issue", "Check, print and keep for good", issue);

  const auto [void_command, v] = command("void", "Say that an issued plan is void", make_void);
  because(void_command, *v);
}

}  // namespace kinescript
