// SPDX-License-Identifier: MIT
// What this clinician and this clinic give most, for the order of the catalog: first by how many of
// the clinician's own plans of the last 90 days have an exercise, then by how many of the whole
// clinic's of the last year (older ones say little of what is usual now).
//
//   Usage usage(session);                               // counted from the clinic file
//   index.find(text, {.used = usage.ranks()});
//   usage.add(editor.plan());                           // it was issued just now
//
// Counts only; nothing in it is of a patient.
#pragma once
#include <map>

#include "app/session.h"
#include "plan/plan.h"

namespace kinescript {

inline constexpr int kOwnUseDays = 90, kClinicUseDays = 365;

class Usage {
 public:
  // Throws what Store::uses_since throws.
  explicit Usage(const Session& session);
  void add(const Plan& issued);

  // SearchOptions::used
  const std::map<ExerciseId, int>& ranks() const { return ranks_; }
  // "most used by you first", "most used in the clinic first", or "" when nothing was.
  std::string order() const;

 private:
  void count(const ExerciseId& exercise, bool own);

  bool own_ = false;  // some of it is the clinician's
  std::map<ExerciseId, int> ranks_;
};

}  // namespace kinescript
