// SPDX-License-Identifier: MIT
// What changed between two plans of a patient. Codes and values, no sentences.
//
//   const PlanChanges changes = changes_between(before, after, catalog);
//   for (const ItemDifference& item : changes.items) …
//
// Items are paired by exercise and side, then by exercise, then by base exercise, then by id within
// one section (a swap keeps the id). What is left over was added or removed.
//
//   progressed, eased  every number that changed went up, or down; or the exercise is a step of the
//                      ladder (progress_to, regress_to) up, or down
//   swapped            another exercise in the same place
//   added, removed
//   moved              only its place among the others changed
//   changed            anything else: numbers both ways, side, support, note
//   same
//
// Order of the items: progressed, eased, swapped, changed, added, removed, moved, same; within a
// kind that of the newer plan (of the older one when removed). Values: "8-12 times", "3-5 breaths",
// "both"; a value that is not there is "".
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace kinescript {

// "variant" (the exercise itself), section, side, sets, count, goal, hold, rest, load, support,
// note, change (for this patient), place; of a plan: per_day, days, title, problem.
struct FieldChange {
  std::string field, before, after;
  bool operator==(const FieldChange&) const = default;
};

struct ItemDifference {
  enum class Kind : unsigned char {
    progressed,
    eased,
    swapped,
    changed,
    added,
    removed,
    moved,
    same
  } kind = Kind::same;
  ExerciseId exercise;  // of the newer plan; of the older one when removed
  ExerciseId was;       // of the older plan; "" when added
  std::vector<FieldChange> fields;
  ItemId item, item_was;  // in the newer and in the older plan; "" as with the exercises
};
std::string_view word(ItemDifference::Kind kind);  // "progressed", "eased", …

struct PlanChanges {
  std::vector<ItemDifference> items;
  std::vector<FieldChange> settings;
  bool none() const;
};

PlanChanges changes_between(const Plan& before, const Plan& after, const Catalog& catalog);
// Where there is no catalog (a dossier has its own exercises): nullptr = not known, and then
// neither its base nor its ladder is.
using ExerciseFinder = std::function<const Exercise*(const ExerciseId&)>;
PlanChanges changes_between(const Plan& before, const Plan& after, const ExerciseFinder& find);

// One text against another, word by word: the words of both in reading order.
struct WordChange {
  enum class Kind : unsigned char { same, removed, added } kind = Kind::same;
  std::string text;
  bool operator==(const WordChange&) const = default;
};
std::vector<WordChange> words_between(const std::string& before, const std::string& after);

}  // namespace kinescript
