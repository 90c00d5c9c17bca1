// SPDX-License-Identifier: MIT
#include "app/plan_history.h"

#include <algorithm>
#include <map>

#include "app/plan_check.h"
#include "app/print_job.h"
#include "base/text.h"
#include "plan/codec.h"
#include "plan/timing.h"

namespace kinescript {
namespace {

int minutes_of(const Plan& plan, const Session& session) {
  return plan.items.empty() ? 0
                            : printed_minutes(session_minutes(plan, session.workspace.catalog()));
}

HistoryEntry entry_of(const Session& session, const PlanHead& head) {
  HistoryEntry entry;
  entry.head = head;
  std::vector<Finding> findings;
  if (head.state == PlanState::draft) {
    entry.plan = session.store.draft(head.id).plan;
    findings = findings_of(session, entry.plan);
    entry.minutes = minutes_of(entry.plan, session);
  } else {
    Dossier dossier = decode_dossier(session.store.snapshot(head.id));
    entry.plan = std::move(dossier.plan);
    findings = std::move(dossier.findings);
    entry.minutes = dossier.minutes;
  }
  entry.overrides = overrides_that_count(entry.plan, findings);
  entry.clearances = clearances_that_count(entry.plan, findings);
  return entry;
}

}  // namespace

std::vector<HistoryEntry> history_of(const Session& session, const Patient& patient) {
  std::vector<HistoryEntry> entries;
  std::map<std::string, Plan> newest;  // of each problem
  for (const PlanHead& head : session.store.history(patient.id)) {
    HistoryEntry entry = entry_of(session, head);
    const auto problem = lower_ascii(head.problem);
    const auto before = newest.find(problem);
    if (before != newest.end())
      entry.changes = changes_between(before->second, entry.plan, session.workspace.catalog());
    if (entry.plan.feedback)
      for (HistoryEntry& earlier : entries)
        if (earlier.head.id == entry.plan.feedback->about) earlier.feedback = entry.plan.feedback;
    if (head.state != PlanState::voided) newest[problem] = entry.plan;
    entries.push_back(std::move(entry));
  }
  return entries;
}

int plan_minutes(const Session& session, const PlanId& plan) {
  const PlanHead head = session.store.head(plan);
  if (head.state == PlanState::draft) return minutes_of(session.store.draft(plan).plan, session);
  return decode_dossier(session.store.snapshot(plan)).minutes;
}

// An issued plan's record is of its day: patient and findings as they were then.
PlanRecord record_of(const Session& session, const PlanHead& head) {
  PlanRecord record;
  record.head = head;
  if (head.state == PlanState::draft) {
    record.plan = session.store.draft(head.id).plan;
    record.minutes = minutes_of(record.plan, session);
    record.patient = session.store.patient(head.patient);
    record.findings = findings_of(session, record.plan);
    if (const auto before = plan_before(session.store, record.plan))
      record.changes = changes_between(*before, record.plan, session.workspace.catalog());
    return record;
  }
  const Dossier dossier = decode_dossier(session.store.snapshot(head.id));
  record.plan = dossier.plan;
  record.minutes = dossier.minutes;
  record.patient = dossier.patient;
  record.findings = dossier.findings;
  if (dossier.previous)
    record.changes = changes_between(*dossier.previous, record.plan, session.workspace.catalog());
  return record;
}

Plan take_back(const Plan& before, const Plan& after, const ItemDifference& difference) {
  using Kind = ItemDifference::Kind;
  if (difference.kind == Kind::added) return remove_item(after, difference.item);
  const PlanItem& old = item_of(before, difference.item_was);
  if (difference.kind == Kind::removed) return append_item(after, old);
  Plan plan = after;
  const auto place = std::find_if(before.items.begin(), before.items.end(),
                                  [&](const PlanItem& item) { return item.id == old.id; });
  if (difference.kind == Kind::moved)
    return move_item(plan, difference.item,
                     std::min(static_cast<int>(place - before.items.begin()),
                              static_cast<int>(plan.items.size()) - 1) +
                         1);
  if (item_of(plan, difference.item).section != old.section)
    return append_item(remove_item(plan, difference.item), old);
  for (PlanItem& item : plan.items)
    if (item.id == difference.item) {
      item = old;
      item.id = difference.item;
    }
  return plan;
}

}  // namespace kinescript
