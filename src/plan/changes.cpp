// SPDX-License-Identifier: MIT
#include "plan/changes.h"

#include <algorithm>

#include "base/text.h"

namespace kinescript {
namespace {

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
  std::string days = std::to_string(schedule.days_per_week);
  for (const auto day : schedule.weekdays) days += " " + std::to_string(day);
  return days;
}

class Comparison {
 public:
  Comparison(const Plan& before, const Plan& after, const BaseOf& base_of)
      : before_(before), after_(after), partner_(after.items.size()), taken_(before.items.size()) {
    pair_up([](const PlanItem& a, const PlanItem& b) {
      return a.exercise == b.exercise && a.side == b.side;
    });
    pair_up([](const PlanItem& a, const PlanItem& b) { return a.exercise == b.exercise; });
    pair_up([&base_of](const PlanItem& a, const PlanItem& b) {
      return base_of(a.exercise) == base_of(b.exercise);
    });
  }

  std::vector<Change> run() {
    for (std::size_t i = 0; i < after_.items.size(); ++i) {
      if (partner_[i] == nullptr)
        changes_.push_back({Change::Kind::added, after_.items[i].exercise, "", "", ""});
      else
        compare(*partner_[i], after_.items[i]);
    }
    for (std::size_t i = 0; i < before_.items.size(); ++i)
      if (!taken_[i])
        changes_.push_back({Change::Kind::removed, before_.items[i].exercise, "", "", ""});
    settings();
    return std::move(changes_);
  }

 private:
  template <class Alike>
  void pair_up(const Alike& alike) {
    for (std::size_t i = 0; i < after_.items.size(); ++i)
      for (std::size_t j = 0; j < before_.items.size() && partner_[i] == nullptr; ++j)
        if (!taken_[j] && alike(before_.items[j], after_.items[i])) {
          partner_[i] = &before_.items[j];
          taken_[j] = true;
        }
  }

  void field(const ExerciseId& exercise, const char* name, std::string_view before,
             std::string_view after) {
    if (before != after)
      changes_.push_back(
          {Change::Kind::changed, exercise, name, std::string(before), std::string(after)});
  }

  void compare(const PlanItem& before, const PlanItem& after) {
    const auto known = changes_.size();
    const auto& id = after.exercise;
    field(id, "variant", before.exercise.text, after.exercise.text);
    field(id, "section", word(before.section), word(after.section));
    field(id, "side", word(before.side), word(after.side));
    field(id, "sets", to_text(before.dose.sets), to_text(after.dose.sets));
    field(id, "count", count_text(before.dose), count_text(after.dose));
    field(id, "goal", goal_text(before.dose), goal_text(after.dose));
    field(id, "hold", hold_text(before.dose), hold_text(after.dose));
    field(id, "rest", rest_text(before.dose), rest_text(after.dose));
    field(id, "load", before.dose.load, after.dose.load);
    field(id, "support", word(before.support), word(after.support));
    field(id, "note", before.note, after.note);
    if (changes_.size() == known) changes_.push_back({Change::Kind::same, id, "", "", ""});
  }

  void settings() {
    const ExerciseId none;
    field(none, "per_day", std::to_string(before_.schedule.per_day),
          std::to_string(after_.schedule.per_day));
    field(none, "days", days_text(before_.schedule), days_text(after_.schedule));
    field(none, "title", before_.title, after_.title);
  }

  const Plan& before_;
  const Plan& after_;
  std::vector<const PlanItem*> partner_;  // of each newer item
  std::vector<bool> taken_;               // older items that have a partner
  std::vector<Change> changes_;
};

}  // namespace

std::string_view word(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::added:
      return "added";
    case Change::Kind::removed:
      return "removed";
    case Change::Kind::changed:
      return "changed";
    case Change::Kind::same:
      break;
  }
  return "same";
}

BaseOf base_in(const Catalog& catalog) {
  return [&catalog](const ExerciseId& id) {
    const auto* exercise = catalog.find(id);
    return exercise != nullptr && exercise->variant_of ? *exercise->variant_of : id;
  };
}

std::vector<Change> changes_between(const Plan& before, const Plan& after) {
  return changes_between(before, after, [](const ExerciseId& id) { return id; });
}

std::vector<Change> changes_between(const Plan& before, const Plan& after, const BaseOf& base_of) {
  return Comparison(before, after, base_of).run();
}

}  // namespace kinescript
