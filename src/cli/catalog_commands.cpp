// SPDX-License-Identifier: MIT
// catalog list, catalog show, catalog check
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "catalog/search.h"
#include "cli/context.h"
#include "cli/json_output.h"
#include "figure/figure.h"
#include "figure/scene.h"

namespace kinescript {
namespace {

struct ListOptions {
  std::string search;
  std::optional<std::string> region, position, equipment;
  bool json = false;
};

std::string as_word(std::string text) {
  return replace_all(replace_all(lower_ascii(text), " ", "_"), "-", "_");
}

bool has(const std::vector<std::string>& words, const std::string& wanted) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return as_word(word) == as_word(wanted); });
}

// A filter that no record knows is a slip, not an empty answer.
void check_filter(const Catalog& catalog, const char* option,
                  const std::optional<std::string>& wanted,
                  std::vector<std::string> Exercise::*field) {
  if (!wanted) return;
  std::vector<std::string> words;
  for (const Exercise& exercise : catalog.exercises)
    words.insert(words.end(), (exercise.*field).begin(), (exercise.*field).end());
  if (has(words, *wanted)) return;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  throw Error(ErrorKind::not_found, "",
              "No exercise has " + std::string(option) + " \"" + *wanted + "\"." +
                  did_you_mean(*wanted, words) + " There is: " + join(words, ", ") + ".");
}

std::vector<const Exercise*> chosen(const Catalog& catalog, const ListOptions& o) {
  const bool no_equipment = o.equipment && as_word(*o.equipment) == "none";
  check_filter(catalog, "the region", o.region, &Exercise::regions);
  check_filter(catalog, "the position", o.position, &Exercise::positions);
  if (!no_equipment) check_filter(catalog, "the equipment", o.equipment, &Exercise::equipment);
  std::vector<const Exercise*> found = SearchIndex(catalog).find(o.search);
  std::erase_if(found, [&](const Exercise* e) {
    return (o.region && !has(e->regions, *o.region)) ||
           (o.position && !has(e->positions, *o.position)) ||
           (o.equipment &&
            (no_equipment ? !e->equipment.empty() : !has(e->equipment, *o.equipment)));
  });
  return found;
}

int list(Context& context, const ListOptions& o) {
  const Catalog& catalog = context.workspace.catalog();
  const auto found = chosen(catalog, o);
  if (o.json) {
    context.out << json_of_exercises(found);
    return kDone;
  }
  for (const Exercise* e : found) {
    context.out << e->id.text << "  " << e->name_clinician << " (" << word(e->section) << ", "
                << join(e->positions, " or ") << ")";
    if (e->variant_of) context.out << "  variant of " << e->variant_of->text;
    context.out << '\n';
  }
  const Discouraged* discouraged = o.search.empty() ? nullptr : find_discouraged(catalog, o.search);
  if (discouraged) {
    std::vector<std::string> instead;
    for (const ExerciseId& id : discouraged->instead) instead.push_back(id.text);
    context.out << discouraged->name << " are discouraged: " << discouraged->reason
                << " Instead: " << join(instead, ", ") << ".\n";
  }
  return kDone;
}

std::string dose_line(const Dose& dose) {
  std::string line =
      to_text(dose.sets) + " x " + to_text(dose.count) + " " + std::string(word(dose.unit));
  if (dose.count.goal) line += " (goal " + std::to_string(*dose.count.goal) + ")";
  if (dose.hold) line += ", hold " + to_text(*dose.hold) + " " + std::string(word(dose.hold_unit));
  if (dose.rest) line += ", rest " + to_text(*dose.rest) + " seconds";
  return line;
}

int show(Context& context, const std::string& id, bool json) {
  const Exercise& e = context.workspace.catalog().exercise(ExerciseId{id});
  if (json) {
    context.out << json_of_exercise(e);
    return kDone;
  }
  context.out << e.name_clinician << " (" << e.id.text << ")\n"
              << "the patient reads: " << e.name_patient << '\n'
              << "section: " << word(e.section) << "; position: " << join(e.positions, ", ")
              << "; equipment: " << (e.equipment.empty() ? "none" : join(e.equipment, ", ")) << '\n'
              << "usual dose: " << dose_line(e.dose) << '\n'
              << "why: " << e.why << '\n';
  int number = 0;
  for (const Step& step : e.steps) context.out << "  " << ++number << ". " << step.text << '\n';
  context.out << "stop cue: " << e.stop_cue << '\n';
  if (!e.gate.empty()) context.out << "before choosing it: " << e.gate << '\n';
  context.out << "tags: " << join(e.tags, ", ") << '\n';
  for (const Rule& rule : e.rules)
    context.out << "rule " << rule.code << ": " << word(rule.level) << ", " << rule.reason << '\n';
  return kDone;
}

// `of`: whose picture, "bridge" or "bridge, form half".
void lint_scene(const std::string& of, const std::string& scene, const std::string& file, int line,
                std::vector<std::string>& faults) {
  try {
    for (const std::string& fault : lint(parse_scene(scene, file, line)))
      faults.push_back(file + ": " + of + ": " + fault);
  } catch (const Error& error) {
    faults.push_back(error.what());
  }
}

int check_all(Context& context, const std::string& folder) {
  const Catalog own = folder.empty() ? Catalog{} : read_catalog(folder);
  const Catalog& catalog = folder.empty() ? context.workspace.catalog() : own;
  std::vector<std::string> faults = check_catalog(catalog);
  for (const Exercise& e : catalog.exercises) {
    lint_scene(e.id.text, e.scene, e.scene_where, e.scene_line, faults);
    for (const ModifiedForm& form : e.forms)
      if (!form.scene.empty())
        lint_scene(e.id.text + ", form " + form.name, form.scene, e.scene_where, form.scene_line,
                   faults);
  }
  for (const std::string& fault : faults) context.out << fault << '\n';
  context.out << catalog.exercises.size() << " exercises, " << catalog.precautions.size()
              << " precautions, " << faults.size()
              << (faults.size() == 1 ? " fault\n" : " faults\n");
  return faults.empty() ? kDone : kFailed;
}

int list_precautions(Context& context, bool json) {
  const Catalog& catalog = context.workspace.catalog();
  if (json) {
    context.out << json_of_precautions(catalog);
    return kDone;
  }
  for (const Precaution& p : catalog.precautions) {
    std::string form = p.code.text + (p.sided ? "[:left|:right]" : "");
    for (const DetailField& field : p.details)
      form +=
          "[:" + field.name + "=" + (field.choices.empty() ? "…" : join(field.choices, "|")) + "]";
    if (p.dating != Dating::none) form += p.dating == Dating::due ? "[@due date]" : "[@date]";
    context.out << form << "  " << p.label << '\n';
  }
  return kDone;
}

}  // namespace

void add_catalog_commands(CLI::App& app, Context& context) {
  CLI::App* catalog = app.add_subcommand("catalog", "The exercises")->require_subcommand(1);
  CLI::App* list_command = catalog->add_subcommand("list", "All of them, or what fits");
  auto o = std::make_shared<ListOptions>();
  list_command->add_option("--search", o->search,
                           "Words of names, regions, positions; best match first");
  list_command->add_option("--region", o->region, "As low_back");
  list_command->add_option("--position", o->position, "As supine");
  list_command->add_option("--equipment", o->equipment, "As chair, or none");
  list_command->add_flag("--json", o->json, "As JSON");
  list_command->callback(
      [&context, o] { context.action = [&context, o] { return list(context, *o); }; });

  CLI::App* show_command = catalog->add_subcommand("show", "One exercise");
  auto id = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  show_command->add_option("EXERCISE", *id, "Its id")->required();
  show_command->add_flag("--json", *json, "As JSON");
  show_command->callback([&context, id, json] {
    context.action = [&context, id, json] { return show(context, *id, *json); };
  });

  CLI::App* check_command =
      catalog->add_subcommand("check", "Look for faults in records, links and scenes");
  auto folder = std::make_shared<std::string>();
  check_command->add_option("FOLDER", *folder, "Another folder like db/");
  check_command->callback([&context, folder] {
    context.action = [&context, folder] { return check_all(context, *folder); };
  });
}

void add_precaution_commands(CLI::App& app, Context& context) {
  CLI::App* precaution =
      app.add_subcommand("precaution", "What limits exercise")->require_subcommand(1);
  CLI::App* list_command =
      precaution->add_subcommand("list", "All codes, with side, details and date");
  auto json = std::make_shared<bool>(false);
  list_command->add_flag("--json", *json, "As JSON");
  list_command->callback([&context, json] {
    context.action = [&context, json] { return list_precautions(context, *json); };
  });
}

}  // namespace kinescript
