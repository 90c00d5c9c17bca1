// SPDX-License-Identifier: MIT
#include "app/record_text.h"

#include <algorithm>

#include "app/change_words.h"
#include "app/patient_text.h"
#include "app/shown_words.h"
#include "app/wording.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

constexpr std::size_t kColumns = 72;

std::string name_of(const ExerciseId& id, const Catalog& catalog) {
  const auto* exercise = catalog.find(id);
  return exercise == nullptr ? id.text : exercise->name_clinician;
}

// Breaks at blanks; further lines are indented by two more.
std::string wrapped(const std::string& line, const std::string& indent = "") {
  std::string text, row = indent;
  bool empty = true;
  for (const auto& word : split_words(line)) {
    if (!empty && code_points(row) + 1 + code_points(word) > kColumns) {
      text += row + "\n";
      row = indent + "  ";
      empty = true;
    }
    if (!empty) row += ' ';
    row += word;
    empty = false;
  }
  return text + row + "\n";
}

std::string day_of(Moment at) { return iso(at).substr(0, 10); }

class Record {
 public:
  Record(const PlanRecord& record, const Catalog& catalog) : record_(record), catalog_(catalog) {}

  std::string run() {
    head();
    precautions();
    items();
    decisions();
    changes();
    if (record_.plan.feedback)
      add(trf("Told of the plan before: {}", word_feedback(*record_.plan.feedback)));
    return std::move(text_);
  }

 private:
  void add(const std::string& line, const std::string& indent = "") {
    text_ += wrapped(line, indent);
  }

  void head() {
    const auto& head = record_.head;
    const auto& plan = record_.plan;
    add(head.number > 0
            ? trf("Home exercise program {}, {}, {}", head.number, iso(head.date), head.clinician)
            : trf("Home exercise program, draft, {}, {}", iso(head.date), head.clinician));
    const Patient& patient = record_.patient;
    add(trf("Patient: {}, {}, born {}, record {}", patient.family, patient.given, iso(patient.born),
            patient.record_number));
    if (head.state == PlanState::voided) add(trf("VOID, because: {}", head.void_because));
    add(trf("For: {}", plan.problem.empty() ? tr("not said") : plan.problem) +
        (plan.title.empty() ? "" : " (" + plan.title + ")"));
    const std::string times =
        trf("{} a day, {} days a week, about {} minutes, from {}", plan.schedule.per_day,
            plan.schedule.days_per_week, record_.minutes, iso(plan.start));
    add(plan.review ? trf("{}, review {}", times, iso(*plan.review)) : times);
  }

  void precautions() {
    if (record_.patient.precautions.empty()) add(tr("Precautions: none recorded"));
    for (const auto& precaution : record_.patient.precautions)
      add(trf("Precaution: {}", precaution_line(precaution, catalog_)));
  }

  void items() {
    int number = 0;
    for (const auto& item : record_.plan.items) {
      std::string line = std::to_string(++number) + ". " + name_of(item.exercise, catalog_);
      if (item.side != BodySide::none) line += ", " + shown(word(item.side));
      add(line + ": " + dose_text(item.dose));
      if (!item.note.empty()) add(trf("Note: {}", item.note), "   ");
      if (!item.modification.empty()) add(trf("Change: {}", item.modification), "   ");
      for (std::size_t i = 0; i < item.steps.size(); ++i)
        if (!item.steps[i].empty()) add(trf("Step {}: {}", i + 1, item.steps[i]), "   ");
      for (const auto& finding : record_.findings)
        if (finding.item == item.id && finding.level == FindingLevel::modify &&
            !finding.overridden && !finding.change.empty())
          add(trf("Modified: {}", as_sentence(finding.change)), "   ");
    }
  }

  void decisions() {
    for (const auto& kept : overrides_that_count(record_.plan, record_.findings))
      add(word_override(kept, record_.plan, catalog_));
    for (const auto& cleared : clearances_that_count(record_.plan, record_.findings))
      add(word_clearance(cleared));
  }

  void changes() {
    if (!record_.changes) return;
    add(trf("Since the plan before: {}", count_changes(*record_.changes)));
    for (const auto& line : word_changes(*record_.changes, catalog_)) add(line, "   ");
  }

  const PlanRecord& record_;
  const Catalog& catalog_;
  std::string text_;
};

}  // namespace

std::string record_text(const PlanRecord& record, const Catalog& catalog) {
  return Record(record, catalog).run();
}

std::string word_override(const Override& kept, const Plan& plan, const Catalog& catalog) {
  std::string name;
  for (const auto& item : plan.items)
    if (item.id == kept.item) name = " " + name_of(item.exercise, catalog);
  return trf("{} kept in spite of {}: {} {}, {}", kept.item.text + name, kept.rule,
             as_sentence(kept.because), kept.by, day_of(kept.at));
}

std::string word_clearance(const Clearance& cleared) {
  const std::string outcome = cleared.outcome == "referred"   ? tr("referred")
                              : cleared.outcome == "reviewed" ? tr("reviewed")
                                                              : tr("decided");
  return cleared.rule + " " + outcome + ": " + as_sentence(cleared.because) + " " + cleared.by +
         ", " + day_of(cleared.at);
}

std::vector<Override> overrides_that_count(const Plan& plan, const std::vector<Finding>& findings) {
  std::vector<Override> counting;
  for (const auto& kept : plan.overrides)
    if (std::any_of(findings.begin(), findings.end(), [&kept](const Finding& finding) {
          return finding.overridden && finding.item == kept.item && finding.rule == kept.rule &&
                 finding.fingerprint == kept.fingerprint;
        }))
      counting.push_back(kept);
  return counting;
}

std::vector<Clearance> clearances_that_count(const Plan& plan,
                                             const std::vector<Finding>& findings) {
  std::vector<Clearance> counting;
  for (const auto& cleared : plan.clearances)
    if (std::any_of(findings.begin(), findings.end(), [&cleared](const Finding& finding) {
          return finding.overridden && !finding.item && finding.rule == cleared.rule &&
                 finding.fingerprint == cleared.fingerprint;
        }))
      counting.push_back(cleared);
  return counting;
}

}  // namespace kinescript
