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

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& word) { return has(b, word); });
}

bool same_aim(const Exercise& a, const Exercise& b) {
  return a.type == b.type && shares(a.regions, b.regions);
}

const ExerciseId& base_of(const Exercise& exercise) {
  return exercise.variant_of ? *exercise.variant_of : exercise.id;
}

bool is_easier(const Exercise& candidate, const Exercise& than) {
  return has(than.regress_to, candidate.id) ||
         (base_of(candidate) == base_of(than) && candidate.variant_kind == VariantKind::easier);
}

bool is_linked(const Exercise& candidate, const Exercise& to) {
  return is_easier(candidate, to) || has(to.alternatives, candidate.id);
}

bool is_step_up(const Exercise& candidate, const Exercise& from) {
  return !candidate.gate.empty() || has(from.progress_to, candidate.id) ||
         (base_of(candidate) == base_of(from) && candidate.variant_kind == VariantKind::harder);
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

// Left or right would have to be chosen first.
bool asks_for_a_side(const Exercise& candidate, const PlanItem& item) {
  return candidate.side_mode == SideMode::left_right_choice &&
         side_after_swap(candidate, item.side) == BodySide::none;
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

Substitutes::Judgement Substitutes::judged(const PlanItem& stand_in,
                                           const Exercise& exercise) const {
  Judgement judgement;
  bool unchanged = true;
  for (const auto& group : limits_.groups()) {
    for (const auto& hit : limits_.hits(stand_in, exercise, group).hits) {
      if (hit.rule->level == Level::avoid) return {};
      if (hit.rule->level == Level::modify &&
          (hit.rule->change.empty() || hit.rule->patient_line.empty()))
        return {};
      if (hit.rule->level == Level::prefer)
        judgement.preferred = true;
      else
        unchanged = false;
    }
    for (const auto& limit : group.limits) {
      const auto effect = effect_of(limit);
      if (effect.effect != nullptr && closes(*effect.effect, stand_in, exercise)) return {};
    }
  }
  judgement.fits = discouraged_entry(plan_, exercise, limits_.catalog()) == nullptr;
  judgement.as_it_is = judgement.fits && unchanged;
  return judgement;
}

const Substitutes::Judgement& Substitutes::judge(const PlanItem& item, const Exercise& candidate) {
  auto stand_in = usual_item(candidate, candidate.dose);
  stand_in.section = item.section;
  stand_in.side = side_after_swap(candidate, item.side);
  const auto key = std::make_tuple(candidate.id, stand_in.side, stand_in.section);
  const auto known = judged_.find(key);
  if (known != judged_.end()) return known->second;
  return judged_[key] = judged(stand_in, candidate);
}

bool Substitutes::fits(const PlanItem& item, const Exercise& candidate) {
  return !in_plan(plan_, candidate.id) && judge(item, candidate).fits;
}

bool Substitutes::fits_as_it_is(const PlanItem& item, const Exercise& candidate) {
  return !in_plan(plan_, candidate.id) && judge(item, candidate).as_it_is;
}

std::vector<const Exercise*> Substitutes::ranked(const PlanItem& item, const Exercise& exercise) {
  using Rank = std::tuple<bool, bool, bool, bool, int, bool, bool>;  // the smaller, the earlier
  std::vector<std::pair<Rank, const Exercise*>> fitting;
  for (const auto& candidate : limits_.catalog().exercises) {
    const bool linked = is_linked(candidate, exercise);
    if (candidate.id == exercise.id || in_plan(plan_, candidate.id)) continue;
    if (!linked && (!same_aim(candidate, exercise) || is_step_up(candidate, exercise))) continue;
    const auto& judgement = judge(item, candidate);
    if (!judgement.fits) continue;
    const auto used = uses_.find(candidate.id);
    fitting.emplace_back(
        Rank{!judgement.preferred, !same_aim(candidate, exercise), asks_for_a_side(candidate, item),
             !shares(candidate.positions, exercise.positions),
             used == uses_.end() ? 0 : -used->second, !is_easier(candidate, exercise), !linked},
        &candidate);
  }
  std::stable_sort(fitting.begin(), fitting.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Exercise*> all;
  for (const auto& [rank, candidate] : fitting) all.push_back(candidate);
  return all;
}

std::vector<ExerciseId> Substitutes::named(const PlanItem& item,
                                           const std::vector<const Rule*>& fired,
                                           std::size_t most) {
  std::vector<ExerciseId> found;
  for (const auto* rule : fired)
    for (const auto& id : rule->substitutes) {
      const auto* candidate = limits_.catalog().find(id);
      if (found.size() < most && candidate != nullptr && !has(found, id) && fits(item, *candidate))
        found.push_back(id);
    }
  return found;
}

std::vector<ExerciseId> Substitutes::of(const PlanItem& item, const Exercise& exercise,
                                        const std::vector<const Rule*>& fired, std::size_t most) {
  auto found = named(item, fired, most);
  if (found.size() == most) return found;
  for (const auto* candidate : ranked(item, exercise))
    if (found.size() < most && !has(found, candidate->id)) found.push_back(candidate->id);
  return found;
}

}  // namespace kinescript
