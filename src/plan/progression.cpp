// SPDX-License-Identifier: MIT
#include "plan/progression.h"

#include <algorithm>

#include "base/text.h"
#include "plan/ladder.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

constexpr int kPainHolds = 3, kPainStepsBack = 6;

const PlanItem* find_item(const Plan& plan, const ItemId& id) {
  const auto found = std::find_if(plan.items.begin(), plan.items.end(),
                                  [&id](const PlanItem& item) { return item.id == id; });
  return found == plan.items.end() ? nullptr : &*found;
}

// What is progressed first when only half may be: work before mobility and rest.
int rank(Section section) {
  switch (section) {
    case Section::strength:
    case Section::core:
    case Section::balance:
      return 0;
    case Section::aerobic:
    case Section::stretch:
    case Section::mobility:
      return 1;
    case Section::warm_up:
    case Section::breathing:
    case Section::rest:
      break;
  }
  return 2;
}

class Progress {
 public:
  Progress(const Plan& next, const Plan* before, const std::set<ItemId>& gates,
           const Patient& patient, const Catalog& catalog, Date today)
      : before_(before), gates_(gates), patient_(patient), catalog_(catalog), today_(today) {
    result_.plan = next;
    for (const auto& item : next.items) {
      ItemStep step;
      step.item = item.id;
      step.before = step.after = item;
      result_.steps.push_back(std::move(step));
    }
  }

  void hold_all() {
    for (auto& step : result_.steps) step.because = "pain_holds";
  }
  void ease_all() {
    for (auto& step : result_.steps) ease(step);
  }
  void progress_up_to(std::size_t most) {
    std::size_t done = 0;
    for (auto* step : in_order_of_need()) {
      if (done == most) {
        step->because = "half";
        continue;
      }
      harder(*step);
      if (step->kind == ItemStep::Kind::progressed) ++done;
    }
  }
  Progression take() { return std::move(result_); }

 private:
  // Work first; within it more of the same before another exercise; then the plan's order.
  std::vector<ItemStep*> in_order_of_need() {
    std::vector<std::pair<int, ItemStep*>> ranked;
    for (auto& step : result_.steps) {
      const auto* exercise = catalog_.find(step.before.exercise);
      const bool by_dose = exercise != nullptr && step_up(*exercise, step.before.dose).has_value();
      ranked.emplace_back(2 * rank(step.before.section) + (by_dose ? 0 : 1), &step);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ItemStep*> steps;
    for (const auto& [unused, step] : ranked) steps.push_back(step);
    return steps;
  }

  void harder(ItemStep& step) {
    const auto* exercise = catalog_.find(step.before.exercise);
    if (exercise == nullptr) {
      step.because = "unknown_exercise";
    } else if (const auto dose = step_up(*exercise, step.before.dose)) {
      auto item = step.before;
      item.dose = *dose;
      take(step, with(item), ItemStep::Kind::progressed);
    } else {
      into_one_of(step, exercise->progress_to, ItemStep::Kind::progressed);
      if (step.kind == ItemStep::Kind::same && step.because.empty()) step.because = "top";
    }
  }

  void ease(ItemStep& step) {
    const auto* exercise = catalog_.find(step.before.exercise);
    if (exercise == nullptr) {
      step.because = "unknown_exercise";
      return;
    }
    if (const auto* earlier = one_step_ago(step, *exercise)) {
      take(step, with(*earlier), ItemStep::Kind::eased);
    } else if (const auto dose = step_down(*exercise, step.before.dose)) {
      auto item = step.before;
      item.dose = *dose;
      take(step, with(item), ItemStep::Kind::eased);
    }
    if (step.kind == ItemStep::Kind::eased) return;
    into_one_of(step, exercise->regress_to, ItemStep::Kind::eased);
    if (step.kind == ItemStep::Kind::same && step.because.empty()) step.because = "bottom";
  }

  // The item of the plan before, when one step up leads from there to where it is now.
  const PlanItem* one_step_ago(const ItemStep& step, const Exercise& exercise) const {
    const auto* earlier = before_ == nullptr ? nullptr : find_item(*before_, step.item);
    if (earlier == nullptr) return nullptr;
    if (earlier->exercise == step.before.exercise)
      return step_up(exercise, earlier->dose) == step.before.dose ? earlier : nullptr;
    const auto* source = catalog_.find(earlier->exercise);
    if (source == nullptr) return nullptr;
    const auto& up = source->progress_to;
    return std::find(up.begin(), up.end(), exercise.id) == up.end() ? nullptr : earlier;
  }

  // The first of these that the catalog has, the plan has not, and nothing speaks against.
  void into_one_of(ItemStep& step, const std::vector<ExerciseId>& ids, ItemStep::Kind kind) {
    for (const auto& id : ids) {
      const auto* exercise = catalog_.find(id);
      if (exercise == nullptr || in_plan(id)) continue;
      const auto swapped = swap_item(result_.plan, catalog_, step.item, id);
      if (!conflict_in(swapped, step.item).empty()) {
        take(step, swapped, kind);
        continue;
      }
      step.rule.clear();
      step.into = id;
      if (kind == ItemStep::Kind::progressed && !exercise->gate.empty() &&
          gates_.count(step.item) == 0) {
        step.because = "gate";
        step.gate = exercise->gate;
      } else {
        take(step, swapped, kind);
      }
      return;
    }
  }

  bool in_plan(const ExerciseId& id) const {
    return std::any_of(result_.plan.items.begin(), result_.plan.items.end(),
                       [&id](const PlanItem& item) { return item.exercise == id; });
  }

  Plan with(const PlanItem& item) const {
    Plan plan = result_.plan;
    for (auto& old : plan.items)
      if (old.id == item.id) old = item;
    return plan;
  }

  // The rule that would be open on the item; "" = none. A side still to be chosen is a question for
  // the clinician, not a conflict.
  std::string conflict_in(const Plan& plan, const ItemId& id) const {
    for (const auto& finding : check(plan, patient_, catalog_, today_)) {
      if (!finding.open() || finding.code == "side_missing") continue;
      if (finding.item == id) return finding.rule;
      if (finding.code != "block_sections") continue;
      const auto closed = split_words(finding.detail);
      if (std::find(closed.begin(), closed.end(), id.text) != closed.end()) return finding.rule;
    }
    return {};
  }

  void take(ItemStep& step, const Plan& plan, ItemStep::Kind kind) {
    step.rule = conflict_in(plan, step.item);
    if (!step.rule.empty()) {
      step.because = "conflict";
      return;
    }
    step.kind = kind;
    step.because.clear();
    result_.plan = plan;
    step.after = item_of(plan, step.item);
  }

  const Plan* before_;
  const std::set<ItemId>& gates_;
  const Patient& patient_;
  const Catalog& catalog_;
  Date today_;
  Progression result_;
};

}  // namespace

std::string_view word(ItemStep::Kind kind) {
  switch (kind) {
    case ItemStep::Kind::progressed:
      return "progressed";
    case ItemStep::Kind::eased:
      return "eased";
    case ItemStep::Kind::same:
      break;
  }
  return "same";
}

Progression progress(const Plan& next, const Plan* before, const Feedback& feedback,
                     const std::set<ItemId>& gates, const Patient& patient, const Catalog& catalog,
                     Date today) {
  for (const auto& gate : gates) item_of(next, gate);
  Progress steps(next, before, gates, patient, catalog, today);
  const int pain = feedback.pain.value_or(0);
  if (feedback.felt == Felt::hard || pain >= kPainStepsBack)
    steps.ease_all();
  else if (pain >= kPainHolds)
    steps.hold_all();
  else
    steps.progress_up_to(feedback.felt == Felt::easy ? next.items.size() : next.items.size() / 2);
  return steps.take();
}

}  // namespace kinescript
