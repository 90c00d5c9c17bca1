// SPDX-License-Identifier: MIT
// A patient's plans, oldest first, each with what changed since the one before of the same problem,
// what was told of it and what was decided for it. An issued plan is of its day: its items,
// findings and minutes are those of its snapshot.
//
//   for (const HistoryEntry& entry : history_of(session, patient)) …
//   out << record_text(record_of(session, entry.head), catalog);
//   plan = take_back(before, plan, difference);        // that one change, undone
#pragma once
#include <optional>
#include <vector>

#include "app/record_text.h"
#include "app/session.h"
#include "plan/changes.h"

namespace kinescript {

struct HistoryEntry {
  PlanHead head;
  std::optional<PlanChanges> changes;
  std::vector<Override> overrides;
  std::vector<Clearance> clearances;
  std::optional<Feedback> feedback;  // what was told of this plan
  Plan plan;
  int minutes = 0;
};
std::vector<HistoryEntry> history_of(const Session& session, const Patient& patient);

int plan_minutes(const Session& session, const PlanId& plan);
PlanRecord record_of(const Session& session, const PlanHead& head);

// `after` with one difference from `before` undone. REQUIRES a difference of these two plans.
Plan take_back(const Plan& before, const Plan& after, const ItemDifference& difference);

}  // namespace kinescript
