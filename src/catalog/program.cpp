// SPDX-License-Identifier: MIT
#include "catalog/program.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/read.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kWeekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

const Exercise& exercise_of(const TomlTable& table, const ExerciseId& id, const Catalog& catalog) {
  try {
    return catalog.exercise(id);
  } catch (const Error& error) {
    throw table.fault("one_of", error.message());
  }
}

Slot read_slot(const TomlTable& table, const Catalog& catalog) {
  table.allow({"id", "section", "one_of", "dose", "affected_side", "side", "note"});
  Slot slot;
  slot.id = table.text("id");
  slot.one_of = read_exercise_ids(table, "one_of");
  if (slot.one_of.empty())
    throw table.fault("one_of", "A slot needs an exercise. Write one_of = [\"bridge\"].");
  const auto dose = table.table("dose");
  if (dose) dose->allow(kDoseKeys);
  for (const auto& id : slot.one_of) {
    const Exercise& exercise = exercise_of(table, id, catalog);
    slot.doses.push_back(dose ? read_dose(*dose, exercise.dose) : exercise.dose);
    if (id == slot.one_of.front()) slot.section = exercise.section;
  }
  if (table.has("section"))
    slot.section = table.choice("section", section_from, all_words<Section>());
  slot.affected_side = table.flag("affected_side");
  slot.side = table.text_or("side", "");
  if (!slot.side.empty() && slot.side != "left" && slot.side != "right" && slot.side != "both")
    throw table.fault("side", "The side is left, right or both, not \"" + slot.side + "\".");
  slot.note = table.text_or("note", "");
  return slot;
}

std::vector<int> read_weekdays(const TomlTable& table) {
  std::vector<int> days;
  for (const auto& day : read_words(table, "weekdays", kWeekdays))
    days.push_back(1 + static_cast<int>(std::find(kWeekdays.begin(), kWeekdays.end(), day) -
                                        kWeekdays.begin()));
  std::sort(days.begin(), days.end());
  return days;
}

// Whose template it is, and its place in a protocol.
void read_protocol(const TomlTable& root, Program& program, const Catalog& catalog) {
  for (const auto& who : root.texts("for")) {
    if (catalog.find(PrecautionCode{who.substr(0, who.find(':'))}) == nullptr)
      throw root.fault("for", "There is no precaution \"" + who + "\".");
    program.for_patients.push_back(who);
  }
  program.protocol = root.text_or("protocol", "");
  program.after = root.text_or("after", "");
  const bool whole = root.has("weeks") && !program.protocol.empty() && !program.after.empty();
  if (!whole && (root.has("weeks") || !program.protocol.empty() || !program.after.empty()))
    throw root.fault("", "A phase of a protocol needs all of protocol, after and weeks.");
  if (!whole) return;
  const auto* precaution = catalog.find(PrecautionCode{program.after});
  if (precaution == nullptr || precaution->dating != Dating::date)
    throw root.fault("after", "\"" + program.after + "\" is no precaution that has a date.");
  try {
    program.weeks = parse_amount(root.amount_text("weeks"), "weeks");
  } catch (const Error& error) {
    throw root.fault("weeks", error.message());
  }
}

Program read_program(std::string_view text, const std::string& file, const Catalog& catalog) {
  const TomlTable root = TomlTable::parse(text, file);
  root.allow({"id", "name", "title", "problem", "region", "per_day", "days_per_week", "weekdays",
              "source", "note", "slot", "for", "protocol", "after", "weeks"});
  Program program;
  program.id = read_exercise_id(root, "id").text;
  program.name = root.text("name");
  program.title = root.text("title");
  program.problem = root.text("problem");
  program.regions = read_words(root, "region", kRegions);
  program.per_day = root.maybe_whole("per_day", 1, 12).value_or(1);
  if (root.has("days_per_week")) {
    const auto days = root.amount_text("days_per_week");
    try {
      program.days_per_week = parse_amount(days, "days_per_week");
    } catch (const Error& error) {
      throw root.fault("days_per_week", error.message());
    }
    if (program.days_per_week->min < 1 || program.days_per_week->max > 7)
      throw root.fault("days_per_week",
                       "days_per_week " + days + " is out of range: write 1 to 7.");
  }
  program.weekdays = read_weekdays(root);
  read_protocol(root, program, catalog);
  program.source = root.text_or("source", "");
  program.note = root.text_or("note", "");
  for (const auto& table : root.tables("slot")) {
    Slot slot = read_slot(table, catalog);
    for (const auto& known : program.slots)
      if (known.id == slot.id)
        throw table.fault("id", "The slot " + slot.id + " stands twice. Give each its own id.");
    program.slots.push_back(std::move(slot));
  }
  if (program.slots.empty()) throw root.fault("", "A program needs at least one [[slot]].");
  return program;
}

std::vector<fs::path> templates_in(const fs::path& folder) {
  std::error_code failure;
  std::vector<fs::path> files;
  fs::directory_iterator at(folder, failure), end;
  for (; !failure && at != end; at.increment(failure))
    if (at->path().extension() == ".toml") files.push_back(at->path());
  if (failure)
    throw Error(ErrorKind::io, folder.string(), "This folder of templates cannot be read.");
  std::sort(files.begin(), files.end());
  return files;
}

bool has_all(const TomlTable& root, const Catalog& catalog) {
  for (const auto& slot : root.tables("slot"))
    for (const auto& id : read_exercise_ids(slot, "one_of"))
      if (catalog.find(id) == nullptr) return false;
  return true;
}

void add(std::vector<Program>& programs, Program program, const std::string& file) {
  for (const auto& known : programs)
    if (known.id == program.id)
      throw Error(ErrorKind::invalid, file + ":1",
                  "The template id \"" + program.id + "\" stands twice. Give each its own id.");
  programs.push_back(std::move(program));
}

}  // namespace

const Dose& Slot::dose_of(const ExerciseId& exercise) const {
  const auto at = std::find(one_of.begin(), one_of.end(), exercise) - one_of.begin();
  return doses.at(static_cast<std::size_t>(at));
}

std::vector<Program> read_programs(const fs::path& folder, const Catalog& catalog) {
  std::vector<Program> programs;
  for (const auto& path : templates_in(folder))
    add(programs, read_program(read_file(path), path.filename().string(), catalog),
        path.filename().string());
  const auto waiting = folder / "waiting";
  std::error_code failure;
  if (!fs::is_directory(waiting, failure)) return programs;
  for (const auto& path : templates_in(waiting)) {
    const auto file = "waiting/" + path.filename().string();
    const auto text = read_file(path);
    if (has_all(TomlTable::parse(text, file), catalog))
      add(programs, read_program(text, file, catalog), file);
  }
  return programs;
}

}  // namespace kinescript
