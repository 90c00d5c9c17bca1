// SPDX-License-Identifier: MIT
#include "plan/changes.h"

#include <algorithm>

#include "base/text.h"

namespace kinescript {
namespace {

using Kind = ItemDifference::Kind;

std::string hold_text(const Dose& dose) {
  return dose.hold ? to_text(*dose.hold) + " " + std::string(word(dose.hold_unit)) : std::string();
}

std::string count_text(const Dose& dose) {
  return to_text(dose.count) + " " + std::string(word(dose.unit));
}

std::string goal_text(const Dose& dose) {
  return dose.count.goal ? std::to_string(*dose.count.goal) : std::string();
}

std::string rest_text(const Dose& dose) { return dose.rest ? to_text(*dose.rest) : std::string(); }

std::string days_text(const Schedule& schedule) {
  static const char* const kNames[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  if (schedule.weekdays.empty()) return std::to_string(schedule.days_per_week) + " days a week";
  if (schedule.weekdays.size() == 7) return "daily";
  std::vector<std::string> days;
  for (const auto day : schedule.weekdays) days.emplace_back(kNames[day - 1]);
  return join(days, ",");
}

void compare(std::vector<FieldChange>& changes, const char* field, std::string_view before,
             std::string_view after) {
  if (before != after) changes.push_back({field, std::string(before), std::string(after)});
}

std::vector<FieldChange> fields_of(const PlanItem& before, const PlanItem& after) {
  std::vector<FieldChange> changes;
  compare(changes, "variant", before.exercise.text, after.exercise.text);
  compare(changes, "section", word(before.section), word(after.section));
  compare(changes, "side", word(before.side), word(after.side));
  compare(changes, "sets", to_text(before.dose.sets), to_text(after.dose.sets));
  compare(changes, "count", count_text(before.dose), count_text(after.dose));
  compare(changes, "goal", goal_text(before.dose), goal_text(after.dose));
  compare(changes, "hold", hold_text(before.dose), hold_text(after.dose));
  compare(changes, "rest", rest_text(before.dose), rest_text(after.dose));
  compare(changes, "load", before.dose.load, after.dose.load);
  compare(changes, "support", word(before.support), word(after.support));
  compare(changes, "note", before.note, after.note);
  compare(changes, "change", before.modification, after.modification);
  compare(changes, "steps", join(before.steps, " "), join(after.steps, " "));
  return changes;
}

int kilograms(const std::string& load) {
  const auto words = split_words(load);
  return words.empty() ? 0 : parse_int(words.front()).value_or(0);
}

// Which ways the numbers went.
struct Ways {
  bool up = false, down = false;
  void go(int by) { (by > 0 ? up : down) |= by != 0; }
  void go(const Amount& before, const Amount& after) {
    go(after.min - before.min);
    go(after.max - before.max);
  }
};

Ways ways_of(const PlanItem& before, const PlanItem& after) {
  Ways ways;
  const auto &was = before.dose, &is = after.dose;
  ways.go(was.sets, is.sets);
  if (was.unit == is.unit) ways.go(was.count, is.count);
  ways.go(int(is.hold.has_value()) - int(was.hold.has_value()));
  if (was.hold && is.hold && was.hold_unit == is.hold_unit) ways.go(*was.hold, *is.hold);
  ways.go(kilograms(is.load) - kilograms(was.load));
  ways.go(int(before.support == Support::held) - int(after.support == Support::held));
  return ways;
}

bool names(const ExerciseFinder& find, const ExerciseId& from, const ExerciseId& to,
           std::vector<ExerciseId> Exercise::*ladder) {
  const auto* exercise = find(from);
  if (exercise == nullptr) return false;
  const auto& steps = exercise->*ladder;
  return std::find(steps.begin(), steps.end(), to) != steps.end();
}

Kind kind_of(const PlanItem& before, const PlanItem& after, const std::vector<FieldChange>& fields,
             const ExerciseFinder& find) {
  if (fields.empty()) return Kind::same;
  const auto &was = before.exercise, &is = after.exercise;
  if (was != is) {
    if (names(find, was, is, &Exercise::progress_to) || names(find, is, was, &Exercise::regress_to))
      return Kind::progressed;
    if (names(find, was, is, &Exercise::regress_to) || names(find, is, was, &Exercise::progress_to))
      return Kind::eased;
    return Kind::swapped;
  }
  const auto ways = ways_of(before, after);
  if (ways.up != ways.down) return ways.up ? Kind::progressed : Kind::eased;
  const bool only_place = fields.size() == 1 && fields.front().field == "place";
  return only_place ? Kind::moved : Kind::changed;
}

class Comparison {
 public:
  Comparison(const Plan& before, const Plan& after, const ExerciseFinder& find)
      : before_(before),
        after_(after),
        find_(find),
        partner_(after.items.size(), kNone),
        taken_(before.items.size()) {
    pair_up([](const PlanItem& a, const PlanItem& b) {
      return a.exercise == b.exercise && a.side == b.side;
    });
    pair_up([](const PlanItem& a, const PlanItem& b) { return a.exercise == b.exercise; });
    pair_up([this](const PlanItem& a, const PlanItem& b) {
      return base_of(a.exercise) == base_of(b.exercise);
    });
    pair_up([](const PlanItem& a, const PlanItem& b) {
      return a.id == b.id && a.section == b.section;
    });
  }

  PlanChanges run() {
    const auto kept = kept_in_order();
    for (std::size_t i = 0; i < after_.items.size(); ++i) {
      const auto& item = after_.items[i];
      if (partner_[i] == kNone) {
        changes_.items.push_back({Kind::added, item.exercise, {}, {}, item.id, {}});
        continue;
      }
      const auto& old = before_.items[partner_[i]];
      auto fields = fields_of(old, item);
      if (std::find(kept.begin(), kept.end(), i) == kept.end())
        fields.push_back({"place", std::to_string(partner_[i] + 1), std::to_string(i + 1)});
      const auto kind = kind_of(old, item, fields, find_);
      changes_.items.push_back(
          {kind, item.exercise, old.exercise, std::move(fields), item.id, old.id});
    }
    for (std::size_t j = 0; j < before_.items.size(); ++j)
      if (!taken_[j])
        changes_.items.push_back({Kind::removed,
                                  before_.items[j].exercise,
                                  before_.items[j].exercise,
                                  {},
                                  {},
                                  before_.items[j].id});
    std::stable_sort(
        changes_.items.begin(), changes_.items.end(),
        [](const ItemDifference& a, const ItemDifference& b) { return a.kind < b.kind; });
    settings();
    return std::move(changes_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const ExerciseId& base_of(const ExerciseId& id) const {
    const auto* exercise = find_(id);
    return exercise != nullptr && exercise->variant_of ? *exercise->variant_of : id;
  }

  template <class Alike>
  void pair_up(const Alike& alike) {
    for (std::size_t i = 0; i < after_.items.size(); ++i)
      for (std::size_t j = 0; j < before_.items.size() && partner_[i] == kNone; ++j)
        if (!taken_[j] && alike(before_.items[j], after_.items[i])) {
          partner_[i] = j;
          taken_[j] = true;
        }
  }

  // The most of the paired items whose order among each other is the old one: the others moved.
  std::vector<std::size_t> kept_in_order() const {
    std::vector<std::vector<std::size_t>> ending(after_.items.size());
    std::vector<std::size_t> longest;
    for (std::size_t i = 0; i < after_.items.size(); ++i) {
      if (partner_[i] == kNone) continue;
      for (std::size_t k = 0; k < i; ++k)
        if (partner_[k] != kNone && partner_[k] < partner_[i] &&
            ending[k].size() > ending[i].size())
          ending[i] = ending[k];
      ending[i].push_back(i);
      if (ending[i].size() > longest.size()) longest = ending[i];
    }
    return longest;
  }

  void settings() {
    auto& all = changes_.settings;
    compare(all, "per_day", std::to_string(before_.schedule.per_day),
            std::to_string(after_.schedule.per_day));
    compare(all, "days", days_text(before_.schedule), days_text(after_.schedule));
    compare(all, "title", before_.title, after_.title);
    compare(all, "problem", before_.problem, after_.problem);
  }

  const Plan& before_;
  const Plan& after_;
  const ExerciseFinder& find_;
  std::vector<std::size_t> partner_;  // index of each newer item's older one
  std::vector<bool> taken_;           // older items that have a partner
  PlanChanges changes_;
};

}  // namespace

std::string_view word(ItemDifference::Kind kind) {
  switch (kind) {
    case Kind::progressed:
      return "progressed";
    case Kind::eased:
      return "eased";
    case Kind::swapped:
      return "swapped";
    case Kind::changed:
      return "changed";
    case Kind::added:
      return "added";
    case Kind::removed:
      return "removed";
    case Kind::moved:
      return "moved";
    case Kind::same:
      break;
  }
  return "same";
}

bool PlanChanges::none() const {
  return settings.empty() && std::all_of(items.begin(), items.end(), [](const ItemDifference& i) {
           return i.kind == Kind::same;
         });
}

PlanChanges changes_between(const Plan& before, const Plan& after, const Catalog& catalog) {
  return changes_between(before, after,
                         [&catalog](const ExerciseId& id) { return catalog.find(id); });
}

PlanChanges changes_between(const Plan& before, const Plan& after, const ExerciseFinder& find) {
  return Comparison(before, after, find).run();
}

// Longest common subsequence; of two ways, what was removed stands before what was added.
std::vector<WordChange> words_between(const std::string& before, const std::string& after) {
  const auto old = split_words(before), now = split_words(after);
  std::vector<std::vector<std::size_t>> common(old.size() + 1,
                                               std::vector<std::size_t>(now.size() + 1));
  for (std::size_t i = old.size(); i-- > 0;)
    for (std::size_t j = now.size(); j-- > 0;)
      common[i][j] = old[i] == now[j] ? common[i + 1][j + 1] + 1
                                      : std::max(common[i + 1][j], common[i][j + 1]);
  std::vector<WordChange> words;
  std::size_t i = 0, j = 0;
  while (i < old.size() || j < now.size()) {
    if (i < old.size() && j < now.size() && old[i] == now[j]) {
      words.push_back({WordChange::Kind::same, old[i++]});
      ++j;
    } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
      words.push_back({WordChange::Kind::removed, old[i++]});
    } else {
      words.push_back({WordChange::Kind::added, now[j++]});
    }
  }
  return words;
}

}  // namespace kinescript
