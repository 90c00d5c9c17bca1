// SPDX-License-Identifier: MIT
// A plan as plain text for the clinic's own record: lines of at most 72 columns, nothing but
// letters and line breaks. For the record and not for the patient: it names precautions and
// decisions.
//
//   out << record_text({head, plan, patient, findings, changes, 25}, catalog);
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plan/changes.h"
#include "plan/finding.h"
#include "store/store.h"

namespace kinescript {

struct PlanRecord {
  PlanHead head;
  Plan plan;
  Patient patient;
  std::vector<Finding> findings;
  std::optional<PlanChanges> changes;  // since the plan before, if there is one
  int minutes = 0;
};
std::string record_text(const PlanRecord& record, const Catalog& catalog);

// An override of a finding or a block that was lifted: "a3 Superman kept (rule …): why. Who, when."
std::string word_override(const Override& kept, const Plan& plan, const Catalog& catalog);
std::string word_clearance(const Clearance& cleared);
// Those that count in these findings.
std::vector<Override> overrides_that_count(const Plan& plan, const std::vector<Finding>& findings);
std::vector<Clearance> clearances_that_count(const Plan& plan,
                                             const std::vector<Finding>& findings);

}  // namespace kinescript
