// SPDX-License-Identifier: MIT
#include "plan/plan.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorKind::usage, "", what); }

std::size_t index_of(const Plan& plan, const ItemId& id) {
  const auto found = std::find_if(plan.items.begin(), plan.items.end(),
                                  [&id](const PlanItem& item) { return item.id == id; });
  if (found == plan.items.end()) {
    std::vector<std::string> known;
    for (const auto& item : plan.items) known.push_back(item.id.text);
    throw Error(
        ErrorKind::not_found, "",
        "There is no item \"" + id.text + "\" in this plan. " +
            (known.empty() ? "It has no items yet." : "Its items are " + join(known, ", ") + "."));
  }
  return static_cast<std::size_t>(found - plan.items.begin());
}

bool grouped_by_section(const Plan& plan) {
  return std::is_sorted(plan.items.begin(), plan.items.end(),
                        [](const PlanItem& a, const PlanItem& b) { return a.section < b.section; });
}

// At the end of its section's group. In a hand-made order, after the last item of that section, or
// at the very end.
void insert_item(Plan& plan, PlanItem item) {
  auto after = plan.items.end();
  for (auto it = plan.items.begin(); it != plan.items.end(); ++it)
    if (plan.ordered_by_hand ? it->section == item.section : it->section <= item.section)
      after = it;
  if (after != plan.items.end())
    ++after;
  else if (!plan.ordered_by_hand)
    after = plan.items.begin();
  plan.items.insert(after, std::move(item));
}

// What a line of the clinician's own may hold. `what` names it ("The note").
void check_line(const std::string& text, std::size_t most, const std::string& what) {
  if (!valid_utf8(text)) refuse(trf("{} is not valid UTF-8. Write it again as plain text.", what));
  if (has_control_characters(text) || text.find_first_of("\n\r\t") != std::string::npos)
    refuse(trf("{} has a line break or another control character. Write it on one line.", what));
  const auto length = code_points(text);
  if (length > most) refuse(trf("{} has {} characters. Write {} at most.", what, length, most));
}

void check_dose(const Dose& dose) {
  const auto what = problem(dose);
  if (!what.empty()) refuse(what);
}

// The side that an item of this exercise may have; `wanted` is what was asked for.
BodySide side_for(const Exercise& exercise, std::optional<BodySide> wanted) {
  const auto side = wanted.value_or(BodySide::none);
  switch (exercise.side_mode) {
    case SideMode::none:
      if (side != BodySide::none)
        refuse(trf("\"{}\" has no left or right. Leave the side out.", exercise.name_clinician));
      return BodySide::none;
    case SideMode::left_right_choice:
      if (side == BodySide::both)
        refuse(trf("\"{}\" is done with one side. Choose left or right.", exercise.name_clinician));
      return side;
    case SideMode::each:
    case SideMode::alternating:
    case SideMode::each_way:
      break;
  }
  return side == BodySide::none ? BodySide::both : side;
}

void change_count(Amount& count, const ItemChange& change) {
  if (change.count) {
    const auto goal = count.goal;
    count = *change.count;
    if (!count.goal && goal && *goal > count.max) count.goal = goal;
  }
  if (!change.goal) return;
  if (*change.goal <= count.max)
    refuse(
        trf("The goal {} must be more than the count {}. Write a larger goal or a smaller count.",
            *change.goal, to_text(count)));
  count.goal = change.goal;
}

}  // namespace

Dose changed_dose(Dose dose, const ItemChange& change) {
  if (change.no_hold && change.hold)
    refuse(tr("A hold and no hold were asked for at once. Say one of them."));
  if (change.sets) dose.sets = *change.sets;
  change_count(dose.count, change);
  if (change.no_hold) dose.hold.reset();
  if (change.hold) dose.hold = change.hold;
  if (change.hold_unit) dose.hold_unit = *change.hold_unit;
  if (change.rest) dose.rest = change.rest;
  if (change.load) {
    check_line(*change.load, 40, tr("The load"));
    dose.load = *change.load;
  }
  check_dose(dose);
  return dose;
}

namespace {

void reword(PlanItem& item, const Exercise& exercise, const StepWording& wording) {
  const std::string which = trf("Step {}", wording.number);
  if (wording.number < 1 || wording.number > exercise.steps.size())
    refuse(trf("\"{}\" has no step {}. Choose 1 to {}.", exercise.name_clinician, wording.number,
               exercise.steps.size()));
  if (exercise.steps[wording.number - 1].kind != StepKind::normal)
    refuse(trf("{} keeps the patient from harm: its words stay. Write a note instead.", which));
  check_line(wording.text, kNoteLength, which);
  if (item.steps.size() < wording.number) item.steps.resize(wording.number);
  item.steps[wording.number - 1] = wording.text;
  while (!item.steps.empty() && item.steps.back().empty()) item.steps.pop_back();
}

void change_item(PlanItem& item, const Exercise& exercise, const ItemChange& change) {
  if (change.section) item.section = *change.section;
  if (change.side) item.side = side_for(exercise, change.side);
  item.dose = changed_dose(item.dose, change);
  if (change.note) {
    check_line(*change.note, kNoteLength, tr("The note"));
    item.note = *change.note;
  }
  if (change.modification) {
    check_line(*change.modification, kNoteLength, tr("The change for this patient"));
    item.modification = *change.modification;
  }
  if (change.support) item.support = *change.support;
  for (const StepWording& wording : change.steps) reword(item, exercise, wording);
}

std::vector<int> weekdays_from(std::string_view text) {
  static const std::vector<std::string> kNames = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::vector<int> days;
  for (const auto& piece : split(text, ",")) {
    const auto name = std::find(kNames.begin(), kNames.end(), lower_ascii(piece));
    if (name == kNames.end())
      refuse(tr(
          "The days are not understood. Write mon,wed,fri, or daily, or how many days a week (1 to "
          "7)."));
    days.push_back(static_cast<int>(name - kNames.begin()) + 1);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace

Schedule parse_days(std::string_view text, int per_day) {
  if (per_day < 1 || per_day > 12)
    refuse(trf("{} times a day is out of range. Write 1 to 12.", per_day));
  Schedule schedule;
  schedule.per_day = per_day;
  const auto trimmed = trim(text);
  if (lower_ascii(trimmed) == "daily") {
    schedule.weekdays = {1, 2, 3, 4, 5, 6, 7};
  } else if (const auto count = parse_int(trimmed)) {
    if (*count < 1 || *count > 7)
      refuse(trf("{} days a week is out of range. Write 1 to 7.", *count));
    schedule.days_per_week = *count;
    return schedule;
  } else {
    schedule.weekdays = weekdays_from(trimmed);
  }
  if (schedule.weekdays.empty())
    refuse(tr("No day was given. Write mon,wed,fri, or daily, or how many days a week (1 to 7)."));
  schedule.days_per_week = static_cast<int>(schedule.weekdays.size());
  return schedule;
}

std::string_view word(PlanState state) {
  switch (state) {
    case PlanState::issued:
      return "issued";
    case PlanState::replaced:
      return "replaced";
    case PlanState::voided:
      return "void";
    case PlanState::draft:
      break;
  }
  return "draft";
}

std::string_view word(Felt felt) {
  switch (felt) {
    case Felt::hard:
      return "hard";
    case Felt::easy:
      return "easy";
    case Felt::right:
      break;
  }
  return "right";
}

std::optional<Felt> felt_from(std::string_view text) {
  for (const auto felt : {Felt::hard, Felt::right, Felt::easy})
    if (word(felt) == text) return felt;
  return std::nullopt;
}

const PlanItem& item_of(const Plan& plan, const ItemId& id) {
  return plan.items[index_of(plan, id)];
}

PlanItem usual_item(const Exercise& exercise, const Dose& dose) {
  PlanItem item;
  item.exercise = exercise.id;
  item.section = exercise.section;
  item.side = side_for(exercise, {});
  item.dose = dose;
  item.support = exercise.support;
  return item;
}

Plan append_item(Plan plan, PlanItem item) {
  item.id = ItemId{"a" + std::to_string(plan.next_item++)};
  insert_item(plan, std::move(item));
  return plan;
}

Plan add_item(const Plan& plan, const Catalog& catalog, const ExerciseId& exercise,
              const ItemChange& change) {
  const auto& record = catalog.exercise(exercise);
  auto item = usual_item(record, record.dose);
  change_item(item, record, change);
  return append_item(plan, std::move(item));
}

Plan set_item(const Plan& plan, const Catalog& catalog, const ItemId& item,
              const ItemChange& change) {
  Plan next = plan;
  const auto at = index_of(next, item);
  const auto section = next.items[at].section;
  change_item(next.items[at], catalog.exercise(next.items[at].exercise), change);
  if (next.items[at].section != section) {
    auto moved = next.items[at];
    next.items.erase(next.items.begin() + static_cast<std::ptrdiff_t>(at));
    insert_item(next, std::move(moved));
  }
  return next;
}

Plan remove_item(const Plan& plan, const ItemId& item) {
  Plan next = plan;
  next.items.erase(next.items.begin() + static_cast<std::ptrdiff_t>(index_of(next, item)));
  return next;
}

Plan move_item(const Plan& plan, const ItemId& item, int position) {
  Plan next = plan;
  const auto from = index_of(next, item);
  const auto count = static_cast<int>(next.items.size());
  if (position < 1 || position > count)
    refuse("There is no place " + std::to_string(position) + " in this plan. Write 1 to " +
           std::to_string(count) + ".");
  auto moved = next.items[from];
  next.items.erase(next.items.begin() + static_cast<std::ptrdiff_t>(from));
  next.items.insert(next.items.begin() + (position - 1), std::move(moved));
  if (!grouped_by_section(next)) next.ordered_by_hand = true;
  return next;
}

BodySide side_after_swap(const Exercise& substitute, BodySide side) {
  if (substitute.side_mode == SideMode::none) return BodySide::none;
  if (substitute.side_mode == SideMode::left_right_choice && side == BodySide::both)
    return BodySide::none;
  return side_for(substitute, side);
}

Plan swap_item(const Plan& plan, const Catalog& catalog, const ItemId& item,
               const ExerciseId& exercise) {
  Plan next = plan;
  auto& old = next.items[index_of(next, item)];
  const auto& record = catalog.exercise(exercise);
  auto fresh = usual_item(record, record.dose);
  fresh.id = old.id;
  fresh.section = old.section;
  fresh.side = side_after_swap(record, old.side);
  fresh.note = old.note;
  old = std::move(fresh);
  return next;
}

}  // namespace kinescript
