// SPDX-License-Identifier: MIT
#include "app/usage.h"

#include <set>

#include "base/translate.h"

namespace kinescript {
namespace {

// An own plan is more than all plans of a clinic in a year: the ranks are two numbers in one.
constexpr int kOwn = 1'000'000;

}  // namespace

Usage::Usage(const Session& session) {
  const Date today = session.workspace.clock().today;
  const Date own_from = today - std::chrono::days{kOwnUseDays};
  for (const PlanUse& use : session.store.uses_since(today - std::chrono::days{kClinicUseDays}))
    for (const ExerciseId& exercise : use.exercises)
      count(exercise, use.by == session.actor.id && use.on >= own_from);
}

void Usage::add(const Plan& issued) {
  std::set<ExerciseId> exercises;
  for (const PlanItem& item : issued.items) exercises.insert(item.exercise);
  for (const ExerciseId& exercise : exercises) count(exercise, true);
}

void Usage::count(const ExerciseId& exercise, bool own) {
  ranks_[exercise] += own ? kOwn + 1 : 1;
  own_ = own_ || own;
}

std::string Usage::order() const {
  return own_              ? tr("most used by you first")
         : !ranks_.empty() ? tr("most used in the clinic first")
                           : std::string();
}

}  // namespace kinescript
