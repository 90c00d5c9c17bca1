// SPDX-License-Identifier: MIT
// A patient's precautions of the list, grouped by code, and what they do to one item.
//
//   PatientLimits limits(patient, catalog, today);
//   for (const auto& group : limits.groups()) for (const Hit& hit : limits.hits(item, exercise,
//   group).hits) …
//
// The patient and the catalog must outlive it.
#pragma once
#include <string>
#include <vector>

#include "plan/evaluate.h"

namespace kinescript {

// All records of one precaution code (a knee may be recorded left and right).
struct LimitGroup {
  LimitGroup(const Precaution& of, const Catalog& catalog)
      : precaution(&of), rules(of.code, catalog) {}
  const Precaution* precaution;
  std::vector<Limit> limits;
  RulesOf rules;
};

struct Hit {
  const Rule* rule = nullptr;
  std::string missing;        // fires only because this detail was not recorded
  bool date_missing = false;  // counted as week 0
};
struct Hits {
  std::vector<Hit> hits;  // each rule once, in the catalog's order
  bool in_window = false;
};

class PatientLimits {
 public:
  PatientLimits(const Patient& patient, const Catalog& catalog, Date today);
  const std::vector<LimitGroup>& groups() const { return groups_; }
  // Records whose code the list does not have.
  const std::vector<const PatientPrecaution*>& unknown() const { return unknown_; }
  Hits hits(const PlanItem& item, const Exercise& exercise, const LimitGroup& group) const;
  // Rules looked at so far: what a check costs, counted and not timed.
  long look_ups() const { return look_ups_; }
  const Catalog& catalog() const { return catalog_; }

 private:
  const Catalog& catalog_;
  std::vector<LimitGroup> groups_;
  mutable long look_ups_ = 0;
  std::vector<const PatientPrecaution*> unknown_;
};

// True when the effect closes this item's section (its own, or the one it stands in).
bool closes(const EffectCase& effect, const PlanItem& item, const Exercise& exercise);

}  // namespace kinescript
