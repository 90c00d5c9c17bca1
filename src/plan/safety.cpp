// SPDX-License-Identifier: MIT
#include "plan/safety.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "plan/fingerprint.h"
#include "plan/limits.h"
#include "plan/plan_findings.h"
#include "plan/session_notes.h"
#include "plan/substitutes.h"

namespace kinescript {
namespace {

constexpr std::size_t kSubstitutes = 3;

FindingLevel level_of(Level level) {
  switch (level) {
    case Level::prefer:
      return FindingLevel::prefer;
    case Level::caution:
      return FindingLevel::caution;
    case Level::modify:
      return FindingLevel::modify;
    case Level::avoid:
      break;
  }
  return FindingLevel::avoid;
}

Finding about(const PlanItem& item, FindingLevel level, const std::string& code,
              const std::string& rule) {
  Finding finding;
  finding.level = level;
  finding.item = item.id;
  finding.exercise = item.exercise;
  finding.code = code;
  finding.rule = rule;
  return finding;
}

bool is_kept(const Plan& plan, const Finding& finding) {
  return std::any_of(plan.overrides.begin(), plan.overrides.end(),
                     [&finding](const Override& kept) {
                       return kept.item == finding.item && kept.rule == finding.rule &&
                              kept.fingerprint == finding.fingerprint;
                     });
}

void sort_by_strictness(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.level > b.level; });
}

class Check {
 public:
  Check(const Plan& plan, const Patient& patient, const Catalog& catalog, Date today,
        const CheckOptions& options)
      : plan_(plan),
        patient_(patient),
        catalog_(catalog),
        today_(today),
        options_(options),
        limits_(patient, catalog, today),
        substitutes_(plan, limits_, options.uses),
        summaries_(limits_.groups().size()) {}

  std::vector<Finding> run() {
    for (const auto& item : plan_.items) append(of_item(item));
    auto of_plan = plan_findings(plan_, patient_, limits_, summaries_, today_);
    auto notes = session_notes(plan_, limits_, options_.before);
    of_plan.insert(of_plan.end(), notes.begin(), notes.end());
    append(std::move(of_plan));
    findings_.insert(findings_.end(), prefers_.begin(), prefers_.end());
    if (options_.look_ups != nullptr) *options_.look_ups = limits_.look_ups();
    return std::move(findings_);
  }

 private:
  void append(std::vector<Finding> found) {
    sort_by_strictness(found);
    for (auto& finding : found)
      (finding.level == FindingLevel::prefer ? prefers_ : findings_).push_back(std::move(finding));
  }

  std::vector<Finding> of_item(const PlanItem& item) {
    const auto* exercise = catalog_.find(item.exercise);
    if (exercise == nullptr)
      return {about(item, FindingLevel::not_checked, "unknown_exercise",
                    "exercise:" + item.exercise.text)};
    std::vector<Finding> found;
    for (std::size_t i = 0; i < limits_.groups().size(); ++i)
      of_group(item, *exercise, limits_.groups()[i], summaries_[i], found);
    for (const auto& tag : exercise->tags) {
      if (catalog_.find_tag(tag) != nullptr) continue;
      found.push_back(about(item, FindingLevel::not_checked, "unknown_tag", "tag:" + tag));
      found.back().detail = tag;
    }
    if (exercise->own())
      found.push_back(
          about(item, FindingLevel::not_checked, "own_exercise", "own:" + item.exercise.text));
    if (const auto* entry = discouraged_entry(plan_, *exercise, catalog_))
      discouraged(item, *exercise, *entry, found);
    return found;
  }

  // Rules that wait for a detail are left out and the detail is noted, until it is recorded or
  // cleared.
  std::vector<Hit> settled(const Hits& hits, const LimitGroup& group, GroupSummary& summary) const {
    std::vector<Hit> settled;
    for (const auto& hit : hits.hits) {
      if (hit.missing.empty()) {
        settled.push_back(hit);
        continue;
      }
      auto& missing = summary.missing;
      if (std::find(missing.begin(), missing.end(), hit.missing) == missing.end())
        missing.push_back(hit.missing);
      if (missing_is_cleared(plan_, group, hit.missing)) settled.push_back(hit);
    }
    return settled;
  }

  void of_group(const PlanItem& item, const Exercise& exercise, const LimitGroup& group,
                GroupSummary& summary, std::vector<Finding>& found) {
    const auto hits = limits_.hits(item, exercise, group);
    summary.in_window |= hits.in_window;
    const auto counted = settled(hits, group, summary);
    if (counted.empty()) return;
    const auto fingerprint = fingerprint_of(item, exercise, counted, group);
    for (const auto& hit : counted) {
      auto finding = of_rule(item, *hit.rule);
      finding.date_missing = hit.date_missing;
      finding.fingerprint = fingerprint;
      finding.overridden = is_kept(plan_, finding);
      finding.substitutes = substitutes(item, exercise, finding, *hit.rule);
      found.push_back(std::move(finding));
    }
  }

  // What is open gets the best three. A Modify that says how names only what its rule names (the
  // chair, the counter): there is nothing to solve.
  std::vector<ExerciseId> substitutes(const PlanItem& item, const Exercise& exercise,
                                      const Finding& finding, const Rule& rule) {
    if (finding.level == FindingLevel::avoid ||
        (finding.level == FindingLevel::modify &&
         (finding.change.empty() || finding.patient_line.empty())))
      return substitutes_.of(item, exercise, {&rule}, kSubstitutes);
    if (finding.level == FindingLevel::modify)
      return substitutes_.named(item, {&rule}, kSubstitutes);
    return {};
  }

  static Finding of_rule(const PlanItem& item, const Rule& rule) {
    auto finding = about(item, level_of(rule.level), "rule", rule.code);
    finding.precaution = rule.precaution;
    finding.reason = rule.reason;
    finding.change = rule.change;
    finding.patient_line = rule.patient_line;
    if (rule.level == Level::modify) {
      if (finding.change.empty()) finding.change = item.modification;
      if (finding.patient_line.empty()) finding.patient_line = item.modification;
    }
    return finding;
  }

  void discouraged(const PlanItem& item, const Exercise& exercise, const Discouraged& entry,
                   std::vector<Finding>& found) {
    auto finding = about(item, FindingLevel::caution, "discouraged", "discouraged:" + entry.name);
    finding.reason = entry.reason;
    Rule instead;
    instead.substitutes = entry.instead;
    finding.substitutes = substitutes_.of(item, exercise, {&instead}, kSubstitutes);
    found.push_back(std::move(finding));
  }

  const Plan& plan_;
  const Patient& patient_;
  const Catalog& catalog_;
  Date today_;
  const CheckOptions& options_;
  PatientLimits limits_;
  Substitutes substitutes_;
  std::vector<GroupSummary> summaries_;
  std::vector<Finding> findings_, prefers_;
};

void check_reason(const std::string& because) {
  if (!valid_utf8(because) || has_control_characters(because) ||
      because.find_first_of("\n\t\r") != std::string::npos)
    throw Error(ErrorKind::usage, "", tr("The reason is not plain text. Write it on one line."));
  const auto length = code_points(trim(because));
  if (length < 10)
    throw Error(ErrorKind::usage, "", tr("The reason is too short. Write 10 characters or more."));
  if (length > 300)
    throw Error(ErrorKind::usage, "", tr("The reason is too long. Write 300 characters at most."));
}

[[noreturn]] void no_such_rule(const std::string& rule, const std::string& where,
                               const std::vector<std::string>& known) {
  throw Error(ErrorKind::not_found, "",
              "Nothing of the rule \"" + rule + "\" was found on " + where + "." +
                  did_you_mean(rule, known) +
                  (known.empty() ? "" : " Found: " + join(known, ", ") + "."));
}

}  // namespace

std::string_view word(FindingLevel level) {
  switch (level) {
    case FindingLevel::prefer:
      return "prefer";
    case FindingLevel::caution:
      return "caution";
    case FindingLevel::plan:
      return "plan";
    case FindingLevel::not_checked:
      return "not_checked";
    case FindingLevel::modify:
      return "modify";
    case FindingLevel::avoid:
      return "avoid";
    case FindingLevel::block:
      break;
  }
  return "block";
}

bool Finding::open() const {
  if (overridden) return false;
  if (level == FindingLevel::modify) return change.empty() || patient_line.empty();
  return level == FindingLevel::avoid || level == FindingLevel::block || code == "side_missing";
}

std::vector<Finding> check(const Plan& plan, const Patient& patient, const Catalog& catalog,
                           Date today, const CheckOptions& options) {
  return Check(plan, patient, catalog, today, options).run();
}

int open_count(const std::vector<Finding>& findings) {
  return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                        [](const Finding& finding) { return finding.open(); }));
}

std::vector<ExerciseId> substitutes_for(const Plan& plan, const Patient& patient,
                                        const Catalog& catalog, Date today, const ItemId& item,
                                        std::size_t most, const Uses& uses) {
  const auto& old = item_of(plan, item);
  const auto* exercise = catalog.find(old.exercise);
  if (exercise == nullptr) return {};
  const PatientLimits limits(patient, catalog, today);
  std::vector<const Rule*> fired;
  for (const auto& group : limits.groups())
    for (const auto& hit : limits.hits(old, *exercise, group).hits) fired.push_back(hit.rule);
  std::stable_sort(fired.begin(), fired.end(),
                   [](const Rule* a, const Rule* b) { return a->level > b->level; });
  return Substitutes(plan, limits, uses).of(old, *exercise, fired, most);
}

Plan keep(const Plan& plan, const std::vector<Finding>& findings, const ItemId& item,
          const std::string& rule, const std::string& because, const std::string& by, Moment at) {
  item_of(plan, item);
  check_reason(because);
  const Finding* kept = nullptr;
  std::vector<std::string> known;
  for (const auto& finding : findings) {
    if (finding.level == FindingLevel::block && finding.rule == rule)
      throw Error(
          ErrorKind::refused, "",
          "\"" + rule + "\" blocks the plan, not one item. Record the decision with plan clear.");
    if (finding.item != item || finding.fingerprint.empty()) continue;
    known.push_back(finding.rule);
    if (finding.rule == rule) kept = &finding;
  }
  if (kept == nullptr) no_such_rule(rule, "item " + item.text, known);
  Plan next = plan;
  std::erase_if(next.overrides, [&](const Override& old) {
    return old.item == item && old.rule == rule && old.fingerprint == kept->fingerprint;
  });
  next.overrides.push_back({item, rule, std::string(trim(because)), by, at, kept->fingerprint});
  return next;
}

Plan clear_block(const Plan& plan, const std::vector<Finding>& findings, const std::string& rule,
                 const std::string& because, const std::string& by, Moment at,
                 const std::string& outcome) {
  check_reason(because);
  if (outcome != "reviewed" && outcome != "referred")
    throw Error(ErrorKind::usage, "",
                "The outcome is reviewed or referred, not \"" + outcome + "\".");
  const Finding* block = nullptr;
  std::vector<std::string> known;
  for (const auto& finding : findings) {
    if (finding.level != FindingLevel::block) continue;
    known.push_back(finding.rule);
    if (finding.rule == rule) block = &finding;
  }
  if (block == nullptr) no_such_rule(rule, "the plan as a block", known);
  Plan next = plan;
  std::erase_if(next.clearances, [&](const Clearance& old) {
    return old.rule == rule && old.fingerprint == block->fingerprint;
  });
  next.clearances.push_back(
      {rule, std::string(trim(because)), by, at, block->fingerprint, outcome});
  return next;
}

}  // namespace kinescript
