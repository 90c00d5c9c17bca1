// SPDX-License-Identifier: MIT
// The check of a sitting: with what the clinic file knows beside plan and patient, the plan before
// and which exercises this clinic has given. Both are read when they are first needed and kept.
//
//   PlanCheck checks(session);
//   checks.run(plan, patient)        -> the findings
//   checks.forget();                 // something was issued, or another patient is on the table
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "plan/safety.h"

namespace kinescript {

// Of the clinic's newest plans so many are looked at for what it uses.
inline constexpr std::size_t kPlansForUses = 60;

class PlanCheck {
 public:
  explicit PlanCheck(const Session& session) : session_(session) {}
  std::vector<Finding> run(const Plan& plan, const Patient& patient);
  // All that could stand in an item's place, best first.
  std::vector<ExerciseId> substitutes(const Plan& plan, const Patient& patient, const ItemId& item,
                                      std::size_t most);
  void forget();

  // The plan that was given before for the same problem; null when there is none. Read once.
  const Plan* before(const Plan& plan);

 private:
  const Uses& uses();

  const Session& session_;
  std::optional<Uses> uses_;
  std::map<std::string, std::optional<Plan>> before_;  // by patient, problem and plan
};

// One check, of the patient as they are now.
std::vector<Finding> findings_of(const Session& session, const Plan& plan);
// What is open today on an issued plan: precautions or rules that came after it. Empty for a draft.
std::vector<Finding> conflicts_now(const Session& session, const PlanId& issued);

}  // namespace kinescript
