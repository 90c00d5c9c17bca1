// SPDX-License-Identifier: MIT
#include "plan/limits.h"

#include <algorithm>

namespace kinescript {
namespace {

void merge(Hits& into, const Evaluation& found, bool date_missing) {
  into.in_window |= found.in_window;
  for (const auto& fired : found.fired) {
    const auto known = std::find_if(into.hits.begin(), into.hits.end(),
                                    [&fired](const Hit& hit) { return hit.rule == fired.rule; });
    if (known == into.hits.end()) {
      into.hits.push_back({fired.rule, fired.missing, date_missing});
    } else {
      if (fired.missing.empty()) known->missing.clear();
      known->date_missing |= date_missing;
    }
  }
}

}  // namespace

PatientLimits::PatientLimits(const Patient& patient, const Catalog& catalog, Date today)
    : catalog_(catalog) {
  for (const auto& record : patient.precautions) {
    if (record.is_own()) continue;
    const auto* precaution = catalog.find(record.code);
    if (precaution == nullptr) {
      unknown_.push_back(&record);
      continue;
    }
    auto group = std::find_if(groups_.begin(), groups_.end(), [precaution](const LimitGroup& g) {
      return g.precaution == precaution;
    });
    if (group == groups_.end())
      group = groups_.insert(groups_.end(), LimitGroup(*precaution, catalog));
    group->limits.push_back(Limit{*precaution, record, today});
  }
}

Hits PatientLimits::hits(const PlanItem& item, const Exercise& exercise,
                         const LimitGroup& group) const {
  Hits all;
  for (const auto& limit : group.limits) {
    const auto found = evaluate(item, exercise, limit, group.rules);
    look_ups_ += found.look_ups;
    merge(all, found, limit.date_missing());
  }
  return all;
}

bool closes(const EffectCase& effect, const PlanItem& item, const Exercise& exercise) {
  if (effect.effect != PlanEffect::block_sections) return false;
  return std::any_of(effect.sections.begin(), effect.sections.end(), [&](const auto& closed) {
    const auto& [section, tag] = closed;
    if (section != word(item.section) && section != word(exercise.section)) return false;
    return tag.empty() ||
           std::find(exercise.tags.begin(), exercise.tags.end(), tag) != exercise.tags.end();
  });
}

}  // namespace kinescript
