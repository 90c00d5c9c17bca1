// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "catalog/program.h"

namespace kinescript {
namespace {

// A basic string of TOML. REQUIRES no control characters, as the readers see to.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string list_of(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const auto& text : texts) all.push_back(in_quotes(text));
  return "[" + join(all, ", ") + "]";
}

std::string key(const char* name, const std::string& value) {
  return std::string(name) + " = " + value + "\n";
}

std::string amount(const Amount& a) {
  return a.is_range() ? in_quotes(to_text(a)) : std::to_string(a.min);
}

// What a dose says that `usual` does not.
std::vector<std::string> differences(const Dose& dose, const Dose& usual) {
  std::vector<std::string> says;
  const auto say = [&says](const char* name, const std::string& value) {
    says.push_back(std::string(name) + " = " + value);
  };
  if (dose.sets != usual.sets) say("sets", amount(dose.sets));
  if (dose.count != usual.count || dose.unit != usual.unit) {
    say("count", amount(dose.count));
    say("start", std::to_string(dose.count.start));
    if (dose.count.goal) say("goal", std::to_string(*dose.count.goal));
  }
  if (dose.unit != usual.unit) say("unit", in_quotes(word(dose.unit)));
  if (dose.hold != usual.hold || (dose.hold && dose.hold_unit != usual.hold_unit))
    say("hold", dose.hold ? in_quotes(to_text(*dose.hold) + " " + std::string(word(dose.hold_unit)))
                          : in_quotes("none"));
  if (dose.rest && dose.rest != usual.rest) say("rest", amount(*dose.rest));
  if (dose.load != usual.load) say("load", in_quotes(dose.load));
  if (dose.per_day && dose.per_day != usual.per_day) say("per_day", amount(*dose.per_day));
  if (dose.days_per_week && dose.days_per_week != usual.days_per_week)
    say("days_per_week", amount(*dose.days_per_week));
  if (dose.timing != usual.timing) say("timing", in_quotes(word(dose.timing)));
  return says;
}

std::string slot_text(const Slot& slot, const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const auto& id : slot.one_of) ids.push_back(id.text);
  const auto& first = catalog.exercise(slot.one_of.front());
  std::string text = "\n[[slot]]\n" + key("id", in_quotes(slot.id)) + key("one_of", list_of(ids));
  if (slot.section != first.section) text += key("section", in_quotes(word(slot.section)));
  if (slot.affected_side) text += key("affected_side", "true");
  if (!slot.side.empty()) text += key("side", in_quotes(slot.side));
  if (!slot.note.empty()) text += key("note", in_quotes(slot.note));
  const auto dose = differences(slot.doses.front(), first.dose);
  if (!dose.empty()) text += key("dose", "{ " + join(dose, ", ") + " }");
  return text;
}

}  // namespace

std::string program_text(const Program& program, const Catalog& catalog) {
  static const char* const kDays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::string text = key("id", in_quotes(program.id)) + key("name", in_quotes(program.name)) +
                     key("title", in_quotes(program.title)) + key("problem", in_quotes(program.problem)) +
                     key("region", list_of(program.regions)) +
                     key("per_day", std::to_string(program.per_day));
  if (program.days_per_week) text += key("days_per_week", amount(*program.days_per_week));
  if (!program.weekdays.empty()) {
    std::vector<std::string> days;
    for (const int day : program.weekdays) days.emplace_back(kDays[day - 1]);
    text += key("weekdays", list_of(days));
  }
  if (!program.for_patients.empty()) text += key("for", list_of(program.for_patients));
  if (program.weeks)
    text += key("protocol", in_quotes(program.protocol)) + key("after", in_quotes(program.after)) +
            key("weeks", amount(*program.weeks));
  if (!program.source.empty()) text += key("source", in_quotes(program.source));
  if (!program.note.empty()) text += key("note", in_quotes(program.note));
  for (const auto& slot : program.slots) text += slot_text(slot, catalog);
  return text;
}

}  // namespace kinescript
