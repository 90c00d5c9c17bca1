// SPDX-License-Identifier: MIT
#include "plan/fill.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "plan/safety.h"

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

// The plan's own words and schedule, still without items.
Plan begun(Plan plan, const Program& program, const ProgramChoices& choices) {
  plan.program = program.id;
  if (plan.title.empty()) plan.title = program.title;
  if (plan.problem.empty()) plan.problem = program.problem;
  if (plan.regions.empty()) plan.regions = program.regions;
  plan.schedule = schedule_of(program, choices.strength);
  return plan;
}

BodySide side_of(const Slot& slot, const Exercise& exercise, std::optional<BodySide> chosen) {
  if (const auto side = body_side_from(slot.side); side && *side != BodySide::none)
    return side_after_swap(exercise, *side);
  const bool one = slot.affected_side || exercise.side_mode == SideMode::left_right_choice;
  if (one && chosen) return side_after_swap(exercise, *chosen);
  return side_after_swap(exercise, exercise.side_mode == SideMode::left_right_choice
                                       ? BodySide::none
                                       : BodySide::both);
}

PlanItem item_for(const Slot& slot, const Exercise& exercise, const ProgramChoices& choices) {
  const bool offered = offers(slot, exercise.id);
  auto item = usual_item(
      exercise, at_strength(offered ? slot.dose_of(exercise.id) : exercise.dose, choices.strength));
  item.section = slot.section;
  item.side = side_of(slot, exercise, choices.side);
  item.note = slot.note;
  return item;
}

// The strictest rule that is open on the plan's newest item; "" = none. A side that is not chosen
// yet is the clinician's to choose and no reason to swap.
std::string open_on(const Plan& plan, const ItemId& item, const Patient& patient,
                    const Catalog& catalog, Date today) {
  for (const auto& finding : check(plan, patient, catalog, today)) {
    if (!finding.open() || finding.code == "side_missing") continue;
    if (finding.item == item) return finding.rule;
    if (finding.code != "block_sections") continue;
    const auto closed = split_words(finding.detail);
    if (std::find(closed.begin(), closed.end(), item.text) != closed.end()) return finding.rule;
  }
  return {};
}

class Filler {
 public:
  Filler(Plan plan, const Patient& patient, const Catalog& catalog, const ProgramChoices& choices,
         Date today, const Uses& uses)
      : patient_(patient), catalog_(catalog), choices_(choices), today_(today), uses_(uses) {
    filled_.plan = std::move(plan);
  }

  // As it is, open or not.
  void put(const Slot& slot, const ExerciseId& id) { filled_.plan = with(slot, id).plan; }

  void fit(const Slot& slot) {
    SlotOutcome outcome{slot.id, slot.one_of.front(), {}, {}, {}};
    for (const auto& id : slot.one_of)
      if (take(with(slot, id), outcome)) return;
    for (const auto& id : instead_of(slot))
      if (take(with(slot, id), outcome)) return;
    filled_.outcomes.push_back(std::move(outcome));
  }

  Filled done() { return std::move(filled_); }

 private:
  struct Try {
    Plan plan;
    ItemId item;
    ExerciseId exercise;
  };
  Try with(const Slot& slot, const ExerciseId& id) const {
    const ItemId item{"a" + std::to_string(filled_.plan.next_item)};
    return {append_item(filled_.plan, item_for(slot, catalog_.exercise(id), choices_)), item, id};
  }

  bool take(const Try& tried, SlotOutcome& outcome) {
    const auto rule = open_on(tried.plan, tried.item, patient_, catalog_, today_);
    if (!rule.empty()) {
      if (tried.exercise == outcome.wanted) outcome.rule = rule;
      return false;
    }
    filled_.plan = tried.plan;
    if (tried.exercise == outcome.wanted) return true;
    outcome.item = tried.item;
    outcome.swapped_in = tried.exercise;
    filled_.outcomes.push_back(outcome);
    return true;
  }

  // Within the slot's own section: a stretch does not stand in for strength here.
  std::vector<ExerciseId> instead_of(const Slot& slot) const {
    const auto usual = with(slot, slot.one_of.front());
    auto found = substitutes_for(usual.plan, patient_, catalog_, today_, usual.item,
                                 catalog_.exercises.size(), uses_);
    std::erase_if(
        found, [&](const ExerciseId& id) { return catalog_.exercise(id).section != slot.section; });
    return found;
  }

  const Patient& patient_;
  const Catalog& catalog_;
  const ProgramChoices& choices_;
  Date today_;
  const Uses& uses_;
  Filled filled_;
};

// The recorded side of a precaution that the template is for.
std::optional<BodySide> treated_side(const Program& program, const Patient& patient) {
  for (const auto& who : program.for_patients)
    for (const auto& record : patient.precautions)
      if (record.code.text == who.substr(0, who.find(':')) &&
          (record.side == BodySide::left || record.side == BodySide::right))
        return record.side;
  return std::nullopt;
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
  const auto chosen = chosen_by_slot(program, choices);
  Plan plan = begun(std::move(empty), program, choices);
  for (const auto& slot : program.slots) {
    const auto choice = chosen.find(slot.id);
    const auto& id = choice == chosen.end() ? slot.one_of.front() : choice->second;
    plan = append_item(std::move(plan), item_for(slot, catalog.exercise(id), choices));
  }
  return plan;
}

Filled fill_for_patient(Plan empty, const Program& program, const Patient& patient,
                        const Catalog& catalog, const ProgramChoices& choices, Date today,
                        const Uses& uses) {
  const auto chosen = chosen_by_slot(program, choices);
  auto sided = choices;
  if (!sided.side) sided.side = treated_side(program, patient);
  Filler filler(begun(std::move(empty), program, choices), patient, catalog, sided, today, uses);
  for (const auto& slot : program.slots) {
    const auto choice = chosen.find(slot.id);
    if (choice != chosen.end())
      filler.put(slot, choice->second);
    else
      filler.fit(slot);
  }
  return filler.done();
}

const Program& phase_for(const std::vector<Program>& programs, const std::string& protocol,
                         const Patient& patient, Date today) {
  const Program* any = nullptr;
  std::vector<std::string> phases;
  for (const auto& program : programs) {
    if (program.protocol != protocol || !program.weeks) continue;
    any = &program;
    phases.push_back(program.id + " (weeks " + to_text(*program.weeks) + ")");
  }
  if (any == nullptr) refuse("There is no protocol \"" + protocol + "\".");
  const auto ways = " Record it, or choose a phase: " + join(phases, ", ") + ".";
  for (const auto& record : patient.precautions) {
    if (record.code.text != any->after || !record.date) continue;
    if (*record.date > today)
      refuse("The date of " + any->after + " lies ahead. Choose a phase: " + join(phases, ", ") +
             ".");
    const int week = whole_weeks(*record.date, today) + 1;
    for (const auto& program : programs)
      if (program.protocol == protocol && program.weeks && program.weeks->min <= week &&
          week <= program.weeks->max)
        return program;
    refuse("Week " + std::to_string(week) + " after " + any->after +
           " is outside every phase of this protocol. Choose one: " + join(phases, ", ") + ".");
  }
  refuse("The protocol counts weeks from the date of " + any->after +
         ", and the patient has none." + ways);
}

}  // namespace kinescript
