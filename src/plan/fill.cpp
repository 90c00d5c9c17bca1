// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "plan/plan.h"

namespace kinescript {
namespace {

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorKind::usage, "", what); }

bool offers(const Slot& slot, const ExerciseId& exercise) {
  return std::find(slot.one_of.begin(), slot.one_of.end(), exercise) != slot.one_of.end();
}

std::string offer_of(const Slot& slot) {
  std::vector<std::string> names;
  for (const auto& exercise : slot.one_of) names.push_back(exercise.text);
  return join(names, " or ");
}

std::vector<std::string> words_for_slots(const Program& program) {
  std::vector<std::string> words;
  for (const auto& slot : program.slots) words.push_back(slot.id);
  return words;
}

// Slots of a section, or slots that offer the exercise that `key` names; of several, those that
// offer `exercise`.
std::vector<const Slot*> slots_meant(const Program& program, const std::string& key,
                                     const ExerciseId& exercise) {
  std::vector<const Slot*> meant;
  for (const auto& slot : program.slots)
    if (word(slot.section) == key || offers(slot, ExerciseId{key})) meant.push_back(&slot);
  if (meant.size() > 1)
    std::erase_if(meant, [&exercise](const Slot* slot) { return !offers(*slot, exercise); });
  return meant;
}

const Slot& slot_for(const Program& program, const std::string& key, const ExerciseId& exercise) {
  for (const auto& slot : program.slots)
    if (slot.id == key) return slot;
  const auto meant = slots_meant(program, key, exercise);
  if (meant.size() == 1) return *meant.front();
  const auto words = words_for_slots(program);
  refuse("The template \"" + program.id + "\" has no one slot \"" + key + "\"." +
         did_you_mean(key, words) + " Its slots are " + join(words, ", ") + ".");
}

std::map<std::string, ExerciseId> chosen_by_slot(const Program& program,
                                                 const ProgramChoices& choices) {
  std::map<std::string, ExerciseId> chosen;
  for (const auto& [key, exercise] : choices.choose) {
    const auto& slot = slot_for(program, key, exercise);
    if (!offers(slot, exercise))
      refuse("The slot \"" + slot.id + "\" does not offer \"" + exercise.text + "\". Choose " +
             offer_of(slot) + ".");
    if (!chosen.emplace(slot.id, exercise).second)
      refuse("The slot \"" + slot.id + "\" was chosen twice. Choose one exercise for it.");
  }
  return chosen;
}

Amount at_strength(const Amount& amount, ProgramChoices::Strength strength) {
  if (strength == ProgramChoices::Strength::standard) return amount;
  auto one = exactly(strength == ProgramChoices::Strength::gentle ? amount.min : amount.max);
  one.goal = amount.goal;
  return one;
}

Dose at_strength(Dose dose, ProgramChoices::Strength strength) {
  dose.sets = at_strength(dose.sets, strength);
  dose.count = at_strength(dose.count, strength);
  if (dose.hold) dose.hold = at_strength(*dose.hold, strength);
  return dose;
}

Schedule schedule_of(const Program& program, ProgramChoices::Strength strength) {
  Schedule schedule;
  schedule.per_day = program.per_day;
  schedule.weekdays = program.weekdays;
  if (!program.weekdays.empty())
    schedule.days_per_week = static_cast<int>(program.weekdays.size());
  else if (program.days_per_week)
    schedule.days_per_week = at_strength(*program.days_per_week, strength).start;
  return schedule;
}

}  // namespace

std::optional<ProgramChoices::Strength> strength_from(std::string_view word) {
  if (word == "gentle") return ProgramChoices::Strength::gentle;
  if (word == "standard") return ProgramChoices::Strength::standard;
  if (word == "strong") return ProgramChoices::Strength::strong;
  return std::nullopt;
}

Plan fill_from_program(Plan empty, const Program& program, const Catalog& catalog,
                       const ProgramChoices& choices) {
  Plan plan = std::move(empty);
  const auto chosen = chosen_by_slot(program, choices);
  plan.program = program.id;
  if (plan.title.empty()) plan.title = program.title;
  if (plan.problem.empty()) plan.problem = program.problem;
  if (plan.regions.empty()) plan.regions = program.regions;
  plan.schedule = schedule_of(program, choices.strength);
  for (const auto& slot : program.slots) {
    const auto choice = chosen.find(slot.id);
    const auto& exercise =
        catalog.exercise(choice == chosen.end() ? slot.one_of.front() : choice->second);
    auto item = usual_item(exercise, at_strength(slot.dose_of(exercise.id), choices.strength));
    item.section = slot.section;
    if (exercise.side_mode == SideMode::left_right_choice && choices.side)
      item.side = side_after_swap(exercise, *choices.side);
    plan = append_item(std::move(plan), std::move(item));
  }
  return plan;
}

}  // namespace kinescript
