// SPDX-License-Identifier: MIT
#include "plan/dossier.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "plan/limits.h"
#include "plan/substitutes.h"
#include "plan/timing.h"

namespace kinescript {
namespace {

constexpr int kUsualPain =
    4;  // from here on the pain rule counts from the usual pain (db/stop_box.toml)

template <class T>
bool has(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

const Exercise* find_in(const std::vector<Exercise>& exercises, const ExerciseId& id) {
  const auto found = std::find_if(exercises.begin(), exercises.end(),
                                  [&id](const Exercise& e) { return e.id == id; });
  return found == exercises.end() ? nullptr : &*found;
}

class Maker {
 public:
  Maker(Dossier& dossier, const Catalog& catalog)
      : dossier_(dossier), catalog_(catalog), limits_(dossier.patient, catalog, dossier.date) {}

  void run() {
    exercises();
    CheckOptions options;
    options.before = dossier_.previous ? &*dossier_.previous : nullptr;
    dossier_.findings = check(dossier_.plan, dossier_.patient, catalog_, dossier_.date, options);
    precaution_lines();
    stop_box();
    pain_rule();
    for (const auto& rule : catalog_.session_rules)
      if (rule.where == "handout") dossier_.session_rules.push_back(rule);
    dossier_.minutes = printed_minutes(session_minutes(dossier_.plan, catalog_));
    review();
  }

 private:
  void keep(const Exercise& exercise) {
    if (find_in(dossier_.exercises, exercise.id) != nullptr) return;
    auto copy = exercise;
    std::erase_if(copy.rules, [this](const Rule& rule) {
      return std::none_of(
          limits_.groups().begin(), limits_.groups().end(),
          [&rule](const LimitGroup& group) { return group.precaution->code == rule.precaution; });
    });
    std::erase_if(copy.forms, [&copy](const ModifiedForm& form) {
      return std::none_of(copy.rules.begin(), copy.rules.end(),
                          [&form](const Rule& rule) { return rule.form == form.name; });
    });
    dossier_.exercises.push_back(std::move(copy));
  }

  // An easier version is printed without lines of its own and is decided on by nobody: it must be
  // one that no rule changes, cautions or bars for this patient.
  void exercises() {
    for (const auto& item : dossier_.plan.items) keep(catalog_.exercise(item.exercise));
    const Uses no_uses;
    Substitutes substitutes(dossier_.plan, limits_, no_uses);
    for (const auto& item : dossier_.plan.items) {
      const auto& exercise = catalog_.exercise(item.exercise);
      for (const auto& id : exercise.regress_to) {
        const auto* easier = catalog_.find(id);
        if (easier == nullptr || !substitutes.fits_as_it_is(item, *easier)) continue;
        keep(*easier);
        break;
      }
    }
  }

  int severity(const PrecautionCode& code) const {
    int strictest = 0;
    for (const auto& finding : dossier_.findings) {
      if (finding.precaution != code) continue;
      if (finding.level == FindingLevel::block) strictest = std::max(strictest, 4);
      if (finding.level == FindingLevel::avoid) strictest = std::max(strictest, 3);
      if (finding.level == FindingLevel::modify) strictest = std::max(strictest, 2);
      if (finding.level == FindingLevel::caution) strictest = std::max(strictest, 1);
    }
    return strictest;
  }

  bool windows_over(const PrecautionCode& code) const {
    return std::any_of(dossier_.findings.begin(), dossier_.findings.end(),
                       [&code](const Finding& finding) {
                         return finding.code == "windows_over" && finding.precaution == code;
                       });
  }

  const LimitGroup* group_of(const PrecautionCode& code) const {
    for (const auto& group : limits_.groups())
      if (group.precaution->code == code) return &group;
    return nullptr;
  }

  struct Lines {
    int severity = 0;
    std::vector<std::string> lines;
  };

  std::vector<Lines> lines_by_precaution() const {
    std::vector<Lines> all;
    for (const auto& record : dossier_.patient.precautions) {
      if (record.is_own()) {
        if (!record.own_line.empty()) all.push_back({3, {record.own_line}});
        continue;
      }
      const auto* group = group_of(record.code);
      if (group == nullptr || windows_over(record.code)) continue;
      all.push_back({severity(record.code),
                     lines_for(Limit{*group->precaution, record, dossier_.date}, group->rules)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Lines& a, const Lines& b) { return a.severity > b.severity; });
    return all;
  }

  void precaution_lines() {
    for (const auto& one : lines_by_precaution())
      for (const auto& line : one.lines)
        if (!has(dossier_.precaution_lines, line)) dossier_.precaution_lines.push_back(line);
  }

  std::set<std::string> regions() const {
    std::set<std::string> all(dossier_.plan.regions.begin(), dossier_.plan.regions.end());
    for (const auto& item : dossier_.plan.items) {
      const auto& its = catalog_.exercise(item.exercise).regions;
      all.insert(its.begin(), its.end());
    }
    return all;
  }

  bool applies(const StopEntry& entry, const std::set<std::string>& regions) const {
    if (entry.for_all) return true;
    if (std::any_of(entry.regions.begin(), entry.regions.end(),
                    [&regions](const std::string& region) { return regions.contains(region); }))
      return true;
    return std::any_of(limits_.groups().begin(), limits_.groups().end(),
                       [&entry](const LimitGroup& group) {
                         return has(entry.precautions, group.precaution->code.text) ||
                                has(group.precaution->stop_addons, entry.id);
                       });
  }

  // Items that apply; a heading stands only where one of its items does.
  void stop_box() {
    const auto where = regions();
    std::set<std::string> headings;
    for (const auto& entry : catalog_.stop_box)
      if (!entry.heading && applies(entry, where)) headings.insert(entry.under);
    for (const auto& entry : catalog_.stop_box)
      if (entry.heading ? headings.contains(entry.id) : applies(entry, where))
        dossier_.stop_box.push_back(entry);
  }

  void pain_rule() {
    const bool above_usual = dossier_.patient.usual_pain.value_or(0) >= kUsualPain;
    for (const auto& line : catalog_.pain_rule)
      if (line.above_usual == above_usual) dossier_.pain_rule.push_back(line);
  }

  void review() {
    std::set<std::string> reviewers;
    bool all = !dossier_.exercises.empty();
    for (const auto& exercise : dossier_.exercises) {
      dossier_.content_version = std::max(dossier_.content_version, exercise.content_version);
      all = all && !exercise.reviewed_by.empty();
      reviewers.insert(exercise.reviewed_by);
    }
    if (!all) {
      dossier_.reviewed = "awaits a physiotherapist's sign-off";
      return;
    }
    for (const auto& reviewer : reviewers)
      dossier_.reviewed += (dossier_.reviewed.empty() ? "" : ", ") + reviewer;
  }

  Dossier& dossier_;
  const Catalog& catalog_;
  PatientLimits limits_;
};

}  // namespace

const Exercise& Dossier::exercise(const ExerciseId& id) const {
  const auto* found = find_in(exercises, id);
  if (found == nullptr)
    throw Error(ErrorKind::not_found, "", "This plan has no exercise \"" + id.text + "\".");
  return *found;
}

const Exercise* Dossier::easier_of(const ExerciseId& id) const {
  for (const auto& easier : exercise(id).regress_to) {
    const bool in_plan =
        std::any_of(plan.items.begin(), plan.items.end(),
                    [&easier](const PlanItem& item) { return item.exercise == easier; });
    const auto* found = find_in(exercises, easier);
    if (found != nullptr && !in_plan) return found;
  }
  return nullptr;
}

Dossier make_dossier(const Plan& plan, int number, Date date, const Patient& patient,
                     const Clinic& clinic, const std::string& clinician, const Catalog& catalog,
                     const std::optional<Plan>& previous) {
  Dossier dossier;
  dossier.plan = plan;
  dossier.number = number;
  dossier.date = date;
  dossier.patient = patient;
  dossier.clinic = clinic;
  dossier.clinician = clinician;
  dossier.previous = previous;
  Maker(dossier, catalog).run();
  return dossier;
}

}  // namespace kinescript
