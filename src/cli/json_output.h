// SPDX-License-Identifier: MIT
// What `--json` prints: one document each, keys as the map of the command line names them (never
// fewer). The key names are an interface: scripts rely on them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/plan_history.h"
#include "catalog/catalog.h"
#include "catalog/program.h"
#include "plan/changes.h"
#include "plan/finding.h"
#include "plan/plan.h"
#include "plan/progression.h"
#include "store/store.h"

namespace kinescript {

std::string json_of_exercises(const std::vector<const Exercise*>& exercises);
std::string json_of_exercise(const Exercise& exercise);
std::string json_of_precautions(const Catalog& catalog);
std::string json_of_programs(const std::vector<Program>& programs);
std::string json_of_program(const Program& program);
std::string json_of_clinic(const Clinic& clinic);
std::string json_of_patients(const std::vector<Patient>& patients);
std::string json_of_patient(const Patient& patient);
std::string json_of_findings(const std::vector<Finding>& findings, int open, const Plan& plan,
                             const Patient& patient, const Catalog& catalog);
std::string json_of_substitutes(const std::vector<ExerciseId>& substitutes, const Catalog& catalog);
std::string json_of_plan(const PlanHead& head, const Plan& plan, int minutes);
std::string json_of_changes(const PlanChanges& changes, const Catalog& catalog);

std::string json_of_steps(const PlanId& plan, const Feedback& feedback,
                          const std::vector<ItemStep>& steps, const Catalog& catalog);
std::string json_of_history(const std::vector<HistoryEntry>& entries, const Catalog& catalog);

}  // namespace kinescript
