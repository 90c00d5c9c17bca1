// SPDX-License-Identifier: MIT
// What no single file can say: that all the files agree. One fault a line, "file: what".
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "catalog/catalog.h"
#include "catalog/check.h"

namespace kinescript {
namespace {

using Faults = std::vector<std::string>;

bool has(const std::vector<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

// The file of an exercise and its id, as faults begin.
std::string who(const Exercise& exercise) {
  return exercise.scene_where + ": " + exercise.id.text + " ";
}

void check_family(const Catalog& catalog, const Exercise& exercise, Faults& faults) {
  if (!exercise.variant_of) return;
  const Exercise* base = catalog.find(*exercise.variant_of);
  if (!base)
    faults.push_back(who(exercise) + "is a variant of " + exercise.variant_of->text +
                     ", which is not there.");
  else if (base->variant_of)
    faults.push_back(who(exercise) + "is a variant of a variant. Name the base exercise.");
  if (exercise.variant_kind == VariantKind::base)
    faults.push_back(who(exercise) + "is a variant without a kind.");
}

// Lists of other exercises: each once, never itself. An id that the catalog does not have yet is
// allowed, but an id that is nearly one of the catalog's is a slip.
void check_links(const Exercise& exercise, const std::vector<std::string>& ids, Faults& faults) {
  const auto check = [&](const std::vector<ExerciseId>& list, const std::string& key) {
    std::set<ExerciseId> seen;
    for (const auto& id : list) {
      if (id == exercise.id) faults.push_back(who(exercise) + "names itself in " + key + ".");
      if (!seen.insert(id).second)
        faults.push_back(who(exercise) + "names " + id.text + " twice in " + key + ".");
      if (has(ids, id.text)) continue;
      for (const auto& known : ids)
        if (edit_distance(id.text, known) == 1)
          faults.push_back(who(exercise) + "names " + id.text + " in " + key + ". Did you mean " +
                           known + "?");
    }
  };
  check(exercise.progress_to, "progress_to");
  check(exercise.regress_to, "regress_to");
  check(exercise.alternatives, "alternatives");
  for (const Rule& rule : exercise.rules)
    check(rule.substitutes, "the substitutes of " + rule.code);
}

// A ladder of harder (or of easier) exercises must not lead back to where it began.
void check_ladder(const Catalog& catalog, std::vector<ExerciseId> Exercise::*steps,
                  const std::string& key, Faults& faults) {
  for (const Exercise& start : catalog.exercises) {
    std::set<ExerciseId> seen;
    std::vector<ExerciseId> open = start.*steps;
    while (!open.empty()) {
      const ExerciseId id = open.back();
      open.pop_back();
      if (id == start.id) {
        faults.push_back(who(start) + "comes back to itself through " + key +
                         ". Take one step out.");
        break;
      }
      if (!seen.insert(id).second) continue;
      if (const Exercise* next = catalog.find(id))
        open.insert(open.end(), (next->*steps).begin(), (next->*steps).end());
    }
  }
}

void check_names(const Catalog& catalog, Faults& faults) {
  std::map<std::string, const Exercise*> ids, names, patient_names;
  const auto check = [&](std::map<std::string, const Exercise*>& seen, const Exercise& exercise,
                         const std::string& name, const std::string& what) {
    const auto [at, fresh] = seen.emplace(lower_ascii(name), &exercise);
    if (!fresh)
      faults.push_back(who(exercise) + "has the " + what + " \"" + name + "\" of " +
                       at->second->id.text + " (" + at->second->scene_where + ").");
  };
  for (const Exercise& exercise : catalog.exercises) {
    check(ids, exercise, exercise.id.text, "id");
    check(names, exercise, exercise.name_clinician, "name");
    check(patient_names, exercise, exercise.name_patient, "name for patients");
  }
}

void check_steps(const Exercise& exercise, Faults& faults) {
  bool names_side = false;
  for (const Step& step : exercise.steps) {
    const std::string bare = replace_all(replace_all(step.text, "{side}", ""), "{other_side}", "");
    if (bare.find_first_of("{}") != std::string::npos)
      faults.push_back(who(exercise) +
                       "has a step with a brace that is not {side} or {other_side}: " + step.text);
    names_side = names_side || step.text.find("{side}") != std::string::npos;
  }
  if (names_side && exercise.side_mode == SideMode::none)
    faults.push_back(who(exercise) + "has {side} in its steps, but no side_mode.");
  if (!names_side && exercise.side_mode != SideMode::none)
    faults.push_back(who(exercise) + "has a side_mode, but no step with {side}.");
  if (exercise.steps.size() < 3 || exercise.steps.size() > 9)
    faults.push_back(who(exercise) + "has " + std::to_string(exercise.steps.size()) +
                     " steps. Write 3 to 9.");
}

void check_rule(const Catalog& catalog, const std::string& place, const Rule& rule,
                Faults& faults) {
  const std::string where = place + ": " + rule.code + " ";
  const Precaution* precaution = catalog.find(rule.precaution);
  if (!precaution) {
    faults.push_back(where + "names a precaution that is not there.");
    return;
  }
  if (const auto what = problem(rule.condition, *precaution); !what.empty())
    faults.push_back(where + "condition: " + what);
  if ((rule.from_week || rule.to_week) && precaution->dating == Dating::none)
    faults.push_back(where + "has weeks, but the precaution has no date.");
  if (rule.level == Level::modify && (rule.patient_line.empty() || rule.change.empty()))
    faults.push_back(where + "is a modify without change or patient_line.");
  if (rule.reason.empty()) faults.push_back(where + "has no reason.");
  if (rule.level == Level::prefer && !rule.substitutes.empty())
    faults.push_back(where + "is a prefer with substitutes.");
}

void check_exercise(const Catalog& catalog, const Exercise& exercise, Faults& faults) {
  check_family(catalog, exercise, faults);
  check_steps(exercise, faults);
  for (const auto& tag : exercise.tags)
    if (!catalog.find_tag(tag))
      faults.push_back(who(exercise) + "has the tag " + tag + ", which tags.toml does not have.");
  if (const auto what = problem(exercise.dose); !what.empty())
    faults.push_back(who(exercise) + "dose: " + what);
  for (const Rule& rule : exercise.rules) {
    check_rule(catalog, exercise.scene_where, rule, faults);
    const Precaution* precaution = catalog.find(rule.precaution);
    if (precaution && precaution->sided != (rule.limb != Limb::none))
      faults.push_back(exercise.scene_where + ": " + rule.code +
                       (precaution->sided ? " must say which limb it loads."
                                          : " has a limb, but the precaution has no side."));
  }
  for (const ModifiedForm& form : exercise.forms)
    if (std::none_of(exercise.rules.begin(), exercise.rules.end(),
                     [&](const Rule& rule) { return rule.form == form.name; }))
      faults.push_back(who(exercise) + "has the form " + form.name + ", which no rule names.");
  if (exercise.scene.empty()) faults.push_back(who(exercise) + "has no scene, so no picture.");
}

void check_tags(const Catalog& catalog, Faults& faults) {
  for (const Tag& tag : catalog.tags) {
    const bool ruled = std::any_of(catalog.tag_rules.begin(), catalog.tag_rules.end(),
                                   [&](const TagRule& rule) { return rule.tag == tag.name; });
    if (tag.neutral && ruled)
      faults.push_back("tags.toml: " + tag.name + " is neutral, but has rules.");
    if (!tag.neutral && !ruled)
      faults.push_back("tags.toml: " + tag.name + " has no rule, and is not called neutral.");
  }
  for (const TagRule& rule : catalog.tag_rules) check_rule(catalog, "tags.toml", rule.rule, faults);
}

// A precaution names its STOP items and they name it.
void check_precautions(const Catalog& catalog, Faults& faults) {
  std::map<std::string, const StopEntry*> items;
  for (const auto& entry : catalog.stop_box) items.emplace(entry.id, &entry);
  for (const auto& precaution : catalog.precautions) {
    const std::string where = "precautions.toml: " + precaution.code.text + " ";
    for (const auto& id : precaution.stop_addons) {
      const auto item = items.find(id);
      if (item == items.end())
        faults.push_back(where + "names the stop item " + id +
                         ", which stop_box.toml does not have.");
      else if (!has(item->second->precautions, precaution.code.text))
        faults.push_back(where + "names the stop item " + id + ", which does not name it.");
    }
    for (const auto& effect : precaution.effects)
      for (const auto& section : effect.sections)
        if (!section.second.empty() && !catalog.find_tag(section.second))
          faults.push_back(where + "blocks the tag " + section.second +
                           ", which tags.toml does not have.");
  }
  for (const auto& entry : catalog.stop_box)
    for (const auto& code : entry.precautions) {
      const Precaution* precaution = catalog.find(PrecautionCode{code});
      if (!entry.heading && precaution && !has(precaution->stop_addons, entry.id))
        faults.push_back("stop_box.toml: " + entry.id + " names " + code +
                         ", which does not name it.");
    }
}

void check_stop_box(const Catalog& catalog, Faults& faults) {
  for (const Tier tier : {Tier::emergency, Tier::doctor_today, Tier::doctor_soon, Tier::call_us}) {
    const auto for_all = [&](const StopEntry& e) {
      return !e.heading && e.tier == tier && e.for_all;
    };
    if (std::none_of(catalog.stop_box.begin(), catalog.stop_box.end(), for_all))
      faults.push_back("stop_box.toml: the tier " + std::string(word(tier)) +
                       " has no item that is for all.");
  }
  for (const bool above : {false, true}) {
    int next = 0;
    for (const auto& line : catalog.pain_rule)
      if (line.above_usual == above) next = line.from == next ? line.to + 1 : -1;
    if (next != 11)
      faults.push_back(
          "stop_box.toml: the pain bands do not go from 0 to 10 without gap or overlap.");
  }
}

}  // namespace

std::vector<std::string> check_catalog(const Catalog& catalog) {
  Faults faults;
  std::vector<std::string> ids;
  for (const auto& exercise : catalog.exercises) ids.push_back(exercise.id.text);
  for (const auto& exercise : catalog.exercises) {
    check_exercise(catalog, exercise, faults);
    check_links(exercise, ids, faults);
  }
  check_ladder(catalog, &Exercise::progress_to, "progress_to", faults);
  check_ladder(catalog, &Exercise::regress_to, "regress_to", faults);
  check_names(catalog, faults);
  check_tags(catalog, faults);
  check_rules_together(catalog, faults);
  check_printed_lines(catalog, faults);
  check_precautions(catalog, faults);
  check_stop_box(catalog, faults);
  for (const auto& family : catalog.discouraged)
    for (const auto& id : family.instead)
      if (!catalog.find(id))
        faults.push_back("session.toml: " + family.name + " offers " + id.text +
                         ", which is not there.");
  return faults;
}

}  // namespace kinescript
