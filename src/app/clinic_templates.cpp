// SPDX-License-Identifier: MIT
#include "app/clinic_templates.h"

#include <algorithm>
#include <system_error>

#include "app/patient_text.h"
#include "base/error.h"
#include "base/files.h"
#include "base/fold.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

// Words by which a person could be found again.
bool tells_of(const Patient& patient, const std::string& text) {
  const auto all = folded(text);
  for (const auto& name :
       {patient.family, patient.given, patient.record_number, patient.phone, patient.diagnosis})
    if (!trim(name).empty() && all.find(folded(trim(name))) != std::string::npos) return true;
  return false;
}

class Stripper {
 public:
  Stripper(const Plan& plan, const Patient& patient, const Catalog& catalog,
           const SaveOptions& options)
      : plan_(plan), patient_(patient), catalog_(catalog), options_(options) {}

  Program run(const std::string& id, const std::string& name) {
    Program program;
    program.id = id;
    program.name = name;
    program.title = own_words(plan_.title, name, tr("the title"));
    program.problem = own_words(plan_.problem, name, tr("the problem"));
    program.regions = regions();
    program.per_day = plan_.schedule.per_day;
    program.weekdays = plan_.schedule.weekdays;
    if (program.weekdays.empty()) program.days_per_week = exactly(plan_.schedule.days_per_week);
    for (const auto& item : plan_.items) slot(program, item);
    return program;
  }

  std::vector<std::string> left_out() const {
    std::vector<std::string> all = {tr("the patient"), tr("the dates")};
    all.insert(all.end(), words_.begin(), words_.end());
    const auto decisions = plan_.overrides.size() + plan_.clearances.size();
    if (notes_ > 0) all.push_back(trn("{} note", "{} notes", notes_));
    if (changes_ > 0)
      all.push_back(trn("{} change for this patient", "{} changes for this patient", changes_));
    if (sides_ > 0) all.push_back(trn("{} side", "{} sides", sides_));
    if (decisions > 0)
      all.push_back(trn("{} recorded decision", "{} recorded decisions", decisions));
    if (plan_.feedback) all.push_back(tr("what the patient told"));
    return all;
  }

 private:
  std::string own_words(const std::string& text, const std::string& usual,
                        const std::string& what) {
    if (!text.empty() && !tells_of(patient_, text)) return text;
    if (!text.empty()) words_.push_back(what);
    return usual;
  }

  std::vector<std::string> regions() const {
    auto regions = plan_.regions;
    if (regions.empty() && !plan_.items.empty())
      regions = catalog_.exercise(plan_.items.front().exercise).regions;
    return regions;
  }

  void slot(Program& program, const PlanItem& item) {
    Slot slot;
    slot.section = item.section;
    const auto of_section =
        1 + std::count_if(program.slots.begin(), program.slots.end(),
                          [&item](const Slot& s) { return s.section == item.section; });
    slot.id = std::string(word(item.section)) + "_" + std::to_string(of_section);
    slot.one_of = {item.exercise};
    slot.doses = {item.dose};
    const bool one_side = item.side == BodySide::left || item.side == BodySide::right;
    if (one_side && options_.keep_sides) slot.side = word(item.side);
    if (one_side && !options_.keep_sides) {
      ++sides_;
      slot.affected_side = true;
    }
    const bool keeps = options_.keep_notes && !tells_of(patient_, item.note);
    if (keeps) slot.note = item.note;
    if (!keeps && !item.note.empty()) ++notes_;
    if (!item.modification.empty()) ++changes_;
    program.slots.push_back(std::move(slot));
  }

  const Plan& plan_;
  const Patient& patient_;
  const Catalog& catalog_;
  const SaveOptions& options_;
  std::size_t notes_ = 0, sides_ = 0, changes_ = 0;
  std::vector<std::string> words_;
};

}  // namespace

std::string id_from(const std::string& name, const std::string& what) {
  std::string id;
  for (const char c : lower_ascii(name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.empty() || id.front() < 'a')
    throw Error(ErrorKind::usage, "", trf("{} must begin with a letter from a to z.", what));
  return id;
}

fs::path template_folder(const fs::path& clinic_file) {
  return fs::path(clinic_file).replace_extension(".templates");
}

std::vector<Program> all_programs(const Workspace& workspace, const fs::path& clinic_file) {
  auto programs = workspace.programs();
  std::error_code failed;
  if (!fs::is_directory(template_folder(clinic_file), failed)) return programs;
  for (auto& program : read_programs(template_folder(clinic_file), workspace.catalog()))
    programs.push_back(std::move(program));
  return programs;
}

Program program_of(const std::vector<Program>& programs, const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& program : programs) {
    if (program.id == id) return program;
    ids.push_back(program.id);
  }
  throw Error(ErrorKind::not_found, "",
              "There is no template \"" + id + "\"." + did_you_mean(id, ids) +
                  " Look with \"kinescript-cli template list\".");
}

Program program_for(const std::vector<Program>& programs, const std::string& id,
                    const Patient& patient, Date today) {
  const bool is_protocol = std::any_of(programs.begin(), programs.end(),
                                       [&id](const Program& p) { return p.protocol == id; });
  return is_protocol ? phase_for(programs, id, patient, today) : program_of(programs, id);
}

std::vector<std::string> left_out_of_template(const Plan& plan, const Patient& patient,
                                              const SaveOptions& options, const Catalog& catalog) {
  Stripper stripper(plan, patient, catalog, options);
  stripper.run("", "");
  return stripper.left_out();
}

SavedTemplate save_template(const Plan& plan, const Patient& patient, const std::string& name,
                            const SaveOptions& options, const Workspace& workspace,
                            const fs::path& clinic_file) {
  if (plan.items.empty())
    throw Error(ErrorKind::usage, "",
                tr("The plan has no exercise yet: there is nothing to save."));
  const auto title = read_name(name, tr("The template's name"), 80);
  if (tells_of(patient, title))
    throw Error(ErrorKind::usage, "",
                tr("The template's name tells of the patient. Name it after what it is for."));
  SavedTemplate saved{id_from(title, tr("The template's name")), {}};
  for (const auto& known : all_programs(workspace, clinic_file))
    if (known.id == saved.id || known.protocol == saved.id)
      throw Error(ErrorKind::conflict, "",
                  trf("There is a template \"{}\" already. Choose another name.", saved.id));
  Stripper stripper(plan, patient, workspace.catalog(), options);
  const auto program = stripper.run(saved.id, title);
  const auto folder = template_folder(clinic_file);
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed)
    throw Error(ErrorKind::io, folder.string(), tr("The folder of templates cannot be made."));
  write_atomically(folder / (saved.id + ".toml"), program_text(program, workspace.catalog()));
  saved.left_out = stripper.left_out();
  return saved;
}

}  // namespace kinescript
