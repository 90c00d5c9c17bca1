// SPDX-License-Identifier: MIT
#include "plan/substitutes.h"

#include <algorithm>

#include "base/text.h"

namespace kinescript {
namespace {

template <class T>
bool has(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool in_plan(const Plan& plan, const ExerciseId& exercise) {
  return std::any_of(plan.items.begin(), plan.items.end(),
                     [&exercise](const PlanItem& item) { return item.exercise == exercise; });
}

// In the order of preference; may name one twice and exercises that the catalog does not have.
std::vector<ExerciseId> candidates_for(const Exercise& exercise,
                                       const std::vector<const Rule*>& fired,
                                       const Catalog& catalog) {
  std::vector<ExerciseId> all;
  for (const auto* rule : fired)
    all.insert(all.end(), rule->substitutes.begin(), rule->substitutes.end());
  all.insert(all.end(), exercise.regress_to.begin(), exercise.regress_to.end());
  all.insert(all.end(), exercise.alternatives.begin(), exercise.alternatives.end());
  for (const auto* variant : catalog.variants_of(exercise.variant_of.value_or(exercise.id)))
    if (variant->variant_kind == VariantKind::easier) all.push_back(variant->id);
  return all;
}

bool same_name(const std::string& a, const std::string& b) {
  return lower_ascii(a) == lower_ascii(b);
}

bool named_by(const Discouraged& entry, const Exercise& exercise) {
  auto names = exercise.aliases;
  names.push_back(exercise.name_clinician);
  names.push_back(exercise.name_patient);
  auto listed = entry.aliases;
  listed.push_back(entry.name);
  return std::any_of(names.begin(), names.end(), [&listed](const std::string& name) {
    return std::any_of(listed.begin(), listed.end(),
                       [&name](const std::string& l) { return same_name(name, l); });
  });
}

bool concerns(const Discouraged& entry, const Plan& plan, const Exercise& exercise) {
  return std::any_of(entry.regions.begin(), entry.regions.end(), [&](const std::string& region) {
    return has(plan.regions, region) || has(exercise.regions, region);
  });
}

}  // namespace

const Discouraged* discouraged_entry(const Plan& plan, const Exercise& exercise,
                                     const Catalog& catalog) {
  for (const auto& entry : catalog.discouraged)
    if (!has(entry.exempt, exercise.id) && named_by(entry, exercise) &&
        concerns(entry, plan, exercise))
      return &entry;
  return nullptr;
}

bool Substitutes::conflicts(const PlanItem& item, const Exercise& exercise) const {
  for (const auto& group : limits_.groups()) {
    for (const auto& hit : limits_.hits(item, exercise, group).hits) {
      if (hit.rule->level == Level::avoid) return true;
      if (hit.rule->level == Level::modify &&
          (hit.rule->change.empty() || hit.rule->patient_line.empty()))
        return true;
    }
    for (const auto& limit : group.limits) {
      const auto effect = effect_of(limit);
      if (effect.effect != nullptr && closes(*effect.effect, item, exercise)) return true;
    }
  }
  return discouraged_entry(plan_, exercise, limits_.catalog()) != nullptr;
}

bool Substitutes::fits(const PlanItem& item, const Exercise& candidate) {
  if (in_plan(plan_, candidate.id)) return false;
  auto stand_in = usual_item(candidate, candidate.dose);
  stand_in.section = item.section;
  stand_in.side = side_after_swap(candidate, item.side);
  const auto key = std::make_tuple(candidate.id, stand_in.side, stand_in.section);
  const auto known = judged_.find(key);
  if (known != judged_.end()) return known->second;
  return judged_[key] = !conflicts(stand_in, candidate);
}

std::vector<ExerciseId> Substitutes::of(const PlanItem& item, const Exercise& exercise,
                                        const std::vector<const Rule*>& fired, std::size_t most) {
  std::vector<ExerciseId> found;
  for (const auto& id : candidates_for(exercise, fired, limits_.catalog())) {
    if (found.size() == most) break;
    const auto* candidate = limits_.catalog().find(id);
    if (candidate != nullptr && !has(found, id) && fits(item, *candidate)) found.push_back(id);
  }
  return found;
}

}  // namespace kinescript
