// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "catalog/program.h"
#include "catalog/toml_text.h"

namespace kinescript {
namespace {

// What a dose says that `usual` does not.
std::vector<std::string> differences(const Dose& dose, const Dose& usual) {
  std::vector<std::string> says;
  const auto say = [&says](const char* name, const std::string& value) {
    says.push_back(std::string(name) + " = " + value);
  };
  if (dose.sets != usual.sets) say("sets", toml_amount(dose.sets));
  if (dose.count != usual.count || dose.unit != usual.unit) {
    say("count", toml_amount(dose.count));
    say("start", std::to_string(dose.count.start));
    if (dose.count.goal) say("goal", std::to_string(*dose.count.goal));
  }
  if (dose.unit != usual.unit) say("unit", toml_quoted(word(dose.unit)));
  if (dose.hold != usual.hold || (dose.hold && dose.hold_unit != usual.hold_unit))
    say("hold", dose.hold
                    ? toml_quoted(to_text(*dose.hold) + " " + std::string(word(dose.hold_unit)))
                    : toml_quoted("none"));
  if (dose.rest && dose.rest != usual.rest) say("rest", toml_amount(*dose.rest));
  if (dose.load != usual.load) say("load", toml_quoted(dose.load));
  if (dose.per_day && dose.per_day != usual.per_day) say("per_day", toml_amount(*dose.per_day));
  if (dose.days_per_week && dose.days_per_week != usual.days_per_week)
    say("days_per_week", toml_amount(*dose.days_per_week));
  if (dose.timing != usual.timing) say("timing", toml_quoted(word(dose.timing)));
  return says;
}

std::string slot_text(const Slot& slot, const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const auto& id : slot.one_of) ids.push_back(id.text);
  const auto& first = catalog.exercise(slot.one_of.front());
  std::string text =
      "\n[[slot]]\n" + toml_key("id", toml_quoted(slot.id)) + toml_key("one_of", toml_list(ids));
  if (slot.section != first.section) text += toml_key("section", toml_quoted(word(slot.section)));
  if (slot.affected_side) text += toml_key("affected_side", "true");
  if (!slot.side.empty()) text += toml_key("side", toml_quoted(slot.side));
  if (!slot.note.empty()) text += toml_key("note", toml_quoted(slot.note));
  const auto dose = differences(slot.doses.front(), first.dose);
  if (!dose.empty()) text += toml_key("dose", "{ " + join(dose, ", ") + " }");
  return text;
}

}  // namespace

std::string program_text(const Program& program, const Catalog& catalog) {
  static const char* const kDays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::string text = toml_key("id", toml_quoted(program.id)) +
                     toml_key("name", toml_quoted(program.name)) +
                     toml_key("title", toml_quoted(program.title)) +
                     toml_key("problem", toml_quoted(program.problem)) +
                     toml_key("region", toml_list(program.regions)) +
                     toml_key("per_day", std::to_string(program.per_day));
  if (program.days_per_week) text += toml_key("days_per_week", toml_amount(*program.days_per_week));
  if (!program.weekdays.empty()) {
    std::vector<std::string> days;
    for (const int day : program.weekdays) days.emplace_back(kDays[day - 1]);
    text += toml_key("weekdays", toml_list(days));
  }
  if (!program.for_patients.empty()) text += toml_key("for", toml_list(program.for_patients));
  if (program.weeks)
    text += toml_key("protocol", toml_quoted(program.protocol)) +
            toml_key("after", toml_quoted(program.after)) +
            toml_key("weeks", toml_amount(*program.weeks));
  if (!program.source.empty()) text += toml_key("source", toml_quoted(program.source));
  if (!program.note.empty()) text += toml_key("note", toml_quoted(program.note));
  for (const auto& slot : program.slots) text += slot_text(slot, catalog);
  return text;
}

}  // namespace kinescript
