// SPDX-License-Identifier: MIT
#include "handout/boxes.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace kinescript {
namespace {

constexpr std::size_t kMostSevere = 3;

void add_once(std::vector<std::string>& lines, const std::string& line) {
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
}

void add_rules(std::vector<std::string>& lines, const std::vector<std::string>& ids,
               const Dossier& dossier) {
  for (const std::string& id : ids)
    for (const SessionRule& rule : dossier.session_rules)
      if (rule.id == id) add_once(lines, rule.text);
}

std::string fill_numbers(std::string text, const Clinic& clinic) {
  const auto fill = [&](std::string_view place, const std::string& value, const char* setting) {
    if (text.find(place) == std::string::npos) return;
    if (value.empty())
      throw Error(
          ErrorKind::refused, "",
          std::string("The STOP box needs a number that is not set. Set it with: clinic set --") +
              setting + ".");
    text = replace_all(std::move(text), place, value);
  };
  fill("{emergency_number}", clinic.emergency_number, "emergency");
  fill("{clinic_phone}", clinic.phone, "phone");
  return text;
}

}  // namespace

std::vector<StopGroup> make_stop_box(const Dossier& dossier) {
  std::vector<StopGroup> groups;
  for (const StopEntry& heading : dossier.stop_box) {
    if (!heading.heading) continue;
    StopGroup group{heading.tier, fill_numbers(heading.text, dossier.clinic), {}};
    for (const StopEntry& item : dossier.stop_box)
      if (!item.heading && item.under == heading.id)
        group.items.push_back(fill_numbers(item.text, dossier.clinic));
    if (!group.items.empty()) groups.push_back(std::move(group));
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const StopGroup& a, const StopGroup& b) { return a.tier < b.tier; });
  return groups;
}

PrecautionBoxes make_precautions(const Dossier& dossier, const std::vector<std::string>& shared,
                                 const Phrasebook& phrasebook) {
  std::vector<std::string> lines;
  for (const std::string& line : dossier.precaution_lines) add_once(lines, line);
  for (const std::string& line : shared) add_once(lines, line);
  PrecautionBoxes boxes;
  boxes.first.heading = phrasebook.say("precautions.heading");
  boxes.rest.heading = phrasebook.say("precautions.more");
  for (std::size_t i = 0; i < lines.size(); ++i)
    (i < kMostSevere ? boxes.first : boxes.rest).lines.push_back(lines[i]);
  return boxes;
}

TextBox make_pain_rule(const Dossier& dossier, const Stationery& stationery,
                       const Phrasebook& phrasebook) {
  TextBox box;
  box.heading = phrasebook.say("pain.heading");
  const bool usual = std::any_of(dossier.pain_rule.begin(), dossier.pain_rule.end(),
                                 [](const PainLine& line) { return line.above_usual; });
  box.lead = usual && dossier.patient.usual_pain
                 ? phrasebook.say("pain.lead_usual", {{"usual", *dossier.patient.usual_pain}})
                 : phrasebook.say("pain.lead");
  for (const PainLine& line : dossier.pain_rule) box.lines.push_back(line.text);
  add_rules(box.lines, stationery.pain_rules, dossier);
  return box;
}

TextBox make_reminders(const Dossier& dossier, const Stationery& stationery,
                       const Phrasebook& phrasebook) {
  TextBox box;
  box.heading = phrasebook.say("reminders.heading");
  add_rules(box.lines, stationery.reminders, dossier);
  return box;
}

std::string word_equipment(const Dossier& dossier, const Phrasebook& phrasebook) {
  std::vector<std::string> wanted;
  for (const PlanItem& item : dossier.plan.items)
    for (const std::string& thing : dossier.exercise(item.exercise).equipment)
      add_once(wanted, thing);
  for (const PlanItem& item : dossier.plan.items)
    if (const Exercise* easier = dossier.easier_of(item.exercise))
      for (const std::string& thing : easier->equipment) add_once(wanted, thing);
  // What one can do without comes last.
  std::stable_partition(wanted.begin(), wanted.end(), [](const std::string& thing) {
    return thing.find("optional") == std::string::npos;
  });
  // "mat or bed" asks for nothing more where another exercise needs the mat itself, nor "chair"
  // beside "firm chair".
  const auto covered = [&wanted](const std::string& thing) {
    const std::vector<std::string> either = split(thing, " or ");
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& other) {
      if (other == thing) return false;
      if (std::find(either.begin(), either.end(), other) != either.end()) return true;
      const std::vector<std::string> words = split_words(other);
      return other.find(" or ") == std::string::npos &&
             std::find(words.begin(), words.end(), thing) != words.end();
    });
  };
  std::vector<std::string> things;
  for (const std::string& thing : wanted) {
    if (covered(thing)) continue;
    const std::string key = "equipment." + thing;
    add_once(things, phrasebook.has(key) ? phrasebook.say(key) : thing);
  }
  return things.empty() ? ""
                        : phrasebook.say("session.needs", {{"things", phrasebook.list(things)}});
}

}  // namespace kinescript
