// SPDX-License-Identifier: MIT
#include "app/plan_check.h"

#include <algorithm>
#include <set>

#include "app/print_job.h"
#include "base/text.h"

namespace kinescript {
namespace {

// Heads of all issued plans, newest first.
std::vector<PlanHead> issued_plans(const Store& store) {
  std::vector<PlanHead> heads;
  for (const PatientHead& patient : store.patient_heads(true))
    for (PlanHead& head : store.history(patient.id))
      if (head.number > 0 && head.state != PlanState::voided) heads.push_back(std::move(head));
  std::stable_sort(heads.begin(), heads.end(),
                   [](const PlanHead& a, const PlanHead& b) { return a.date > b.date; });
  return heads;
}

}  // namespace

void PlanCheck::forget() {
  uses_.reset();
  before_.clear();
}

const Plan* PlanCheck::before(const Plan& plan) {
  // A plan that was issued is before the next one, and not before itself.
  const auto key = plan.patient.text + " " + lower_ascii(plan.problem) + " " + plan.id.text;
  const auto known = before_.find(key);
  auto& found = known == before_.end()
                    ? before_.emplace(key, plan_before(session_.store, plan)).first->second
                    : known->second;
  return found ? &*found : nullptr;
}

const Uses& PlanCheck::uses() {
  if (uses_) return *uses_;
  uses_.emplace();
  auto heads = issued_plans(session_.store);
  if (heads.size() > kPlansForUses) heads.resize(kPlansForUses);
  for (const PlanHead& head : heads) {
    std::set<ExerciseId> given;
    for (const PlanItem& item : plan_of(session_.store, head.id).items) given.insert(item.exercise);
    for (const ExerciseId& exercise : given) ++(*uses_)[exercise];
  }
  return *uses_;
}

std::vector<Finding> PlanCheck::run(const Plan& plan, const Patient& patient) {
  CheckOptions options;
  options.before = before(plan);
  const Catalog& catalog = session_.workspace.catalog();
  const Date today = session_.workspace.clock().today;
  auto findings = check(plan, patient, catalog, today, options);
  // Only where there is something to rank is it worth reading the clinic's plans.
  if (std::none_of(findings.begin(), findings.end(),
                   [](const Finding& finding) { return finding.substitutes.size() > 1; }))
    return findings;
  options.uses = uses();
  return check(plan, patient, catalog, today, options);
}

std::vector<ExerciseId> PlanCheck::substitutes(const Plan& plan, const Patient& patient,
                                               const ItemId& item, std::size_t most) {
  return substitutes_for(plan, patient, session_.workspace.catalog(),
                         session_.workspace.clock().today, item, most, uses());
}

std::vector<Finding> findings_of(const Session& session, const Plan& plan) {
  return PlanCheck(session).run(plan, session.store.patient(plan.patient));
}

std::vector<Finding> conflicts_now(const Session& session, const PlanId& issued) {
  const PlanHead head = session.store.head(issued);
  if (head.state == PlanState::draft || head.state == PlanState::voided) return {};
  auto findings = check(plan_of(session.store, issued), session.store.patient(head.patient),
                        session.workspace.catalog(), session.workspace.clock().today);
  std::erase_if(findings, [](const Finding& finding) { return !finding.open(); });
  return findings;
}

}  // namespace kinescript
