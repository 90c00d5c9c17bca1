// SPDX-License-Identifier: MIT
#include "plan/plan_findings.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "plan/fingerprint.h"

namespace kinescript {
namespace {

bool is_cleared(const Plan& plan, const std::string& rule, const std::string& fingerprint) {
  return std::any_of(plan.clearances.begin(), plan.clearances.end(),
                     [&](const Clearance& clearance) {
                       return clearance.rule == rule && clearance.fingerprint == fingerprint;
                     });
}

std::vector<const PatientPrecaution*> records_of(const LimitGroup& group) {
  std::vector<const PatientPrecaution*> records;
  for (const auto& limit : group.limits) records.push_back(&limit.record);
  return records;
}

// A red flag ends only by its outcome, with who and when.
bool has_outcome(const Limit& limit) {
  if (limit.precaution.detail("outcome") == nullptr) return false;
  return !limit.value("outcome").empty() && !limit.value("by").empty() &&
         !limit.value("on").empty();
}

class PlanFindings {
 public:
  PlanFindings(const Plan& plan, const Patient& patient, const PatientLimits& limits,
               const std::vector<GroupSummary>& summaries, Date today)
      : plan_(plan), patient_(patient), limits_(limits), summaries_(summaries), today_(today) {}

  std::vector<Finding> run() {
    red_flag();
    for (std::size_t i = 0; i < limits_.groups().size(); ++i)
      group(limits_.groups()[i], summaries_[i]);
    records();
    return std::move(findings_);
  }

 private:
  Finding& add(FindingLevel level, const std::string& code, const std::string& rule) {
    Finding finding;
    finding.level = level;
    finding.code = code;
    finding.rule = rule;
    findings_.push_back(std::move(finding));
    return findings_.back();
  }

  Finding& block(const std::string& code, const std::string& rule, const PrecautionCode& precaution,
                 const std::vector<const PatientPrecaution*>& records, const std::string& more) {
    auto& finding = add(FindingLevel::block, code, rule);
    finding.precaution = precaution;
    finding.fingerprint = fingerprint_of(rule, records, more);
    finding.overridden = is_cleared(plan_, rule, finding.fingerprint);
    return finding;
  }

  // The newest answer to each question; of two on one day, the one given later.
  std::vector<const ScreeningAnswer*> answers_with_yes() const {
    std::map<std::string, const ScreeningAnswer*> newest;
    for (const auto& answer : patient_.screening) {
      auto& known = newest[answer.question];
      if (known == nullptr || answer.on >= known->on) known = &answer;
    }
    std::vector<const ScreeningAnswer*> yes;
    for (const auto& [question, answer] : newest)
      if (answer->yes) yes.push_back(answer);
    return yes;
  }

  // A yes in the screening and a recorded red flag are one block.
  void red_flag() {
    std::vector<const PatientPrecaution*> flags;
    for (const auto& group : limits_.groups())
      for (const auto& limit : group.limits)
        if (is_red_flag(group) && !has_outcome(limit)) flags.push_back(&limit.record);
    std::vector<std::string> questions;
    std::string answers;
    for (const auto* answer : answers_with_yes()) {
      questions.push_back(answer->question);
      answers += answer->question + " " + iso(answer->on) + "; ";
    }
    if (flags.empty() && questions.empty()) return;
    auto& finding = block("red_flag", "plan:red_flag", PrecautionCode{"red_flag"}, flags, answers);
    finding.detail = join(questions, " ");
  }

  static bool is_red_flag(const LimitGroup& group) {
    return group.precaution->detail("outcome") != nullptr;
  }

  void group(const LimitGroup& group, const GroupSummary& summary) {
    const auto& code = group.precaution->code;
    auto missing = summary.missing;
    if (!is_red_flag(group)) effects(group, missing);
    for (const auto& field : missing)
      block("missing_detail", missing_rule(group, field), code, records_of(group), "").detail =
          field;
    windows(group, summary);
  }

  // All of a code's records must lie behind every window before one caution stands for them.
  void windows(const LimitGroup& group, const GroupSummary& summary) {
    const auto& code = group.precaution->code;
    bool over = !group.precaution->when_windows_over.empty() && !summary.in_window, ask = false;
    for (const auto& limit : group.limits) {
      const auto windows = windows_of(limit, group.rules);
      over = over && windows.over;
      ask = ask || windows.ask_cleared;
    }
    if (over) {
      auto& finding = add(FindingLevel::caution, "windows_over", "plan:over:" + code.text);
      finding.precaution = code;
      finding.reason = group.precaution->when_windows_over;
    }
    if (ask) add(FindingLevel::plan, "ask_cleared", "plan:cleared:" + code.text).precaution = code;
  }

  // The strictest effect of a code's records; those that hang on a detail become a question for it.
  void effects(const LimitGroup& group, std::vector<std::string>& missing) {
    const EffectCase* strictest = nullptr;
    for (const auto& limit : group.limits) {
      const auto found = effect_of(limit);
      if (found.effect == nullptr || found.effect->effect == PlanEffect::none) continue;
      if (!found.missing.empty()) {
        if (std::find(missing.begin(), missing.end(), found.missing) == missing.end())
          missing.push_back(found.missing);
      } else if (strictest == nullptr || strictness(*found.effect) > strictness(*strictest)) {
        strictest = found.effect;
      }
    }
    if (strictest != nullptr) effect(group, *strictest);
  }

  static int strictness(const EffectCase& effect) {
    switch (effect.effect) {
      case PlanEffect::block_plan:
        return 3;
      case PlanEffect::block_sections:
        return 2;
      case PlanEffect::confirm:
        return 1;
      case PlanEffect::none:
        break;
    }
    return 0;
  }

  void effect(const LimitGroup& group, const EffectCase& effect) {
    const auto& code = group.precaution->code;
    const auto rule = "plan:" + code.text;
    if (effect.effect != PlanEffect::block_sections) {
      block(effect.effect == PlanEffect::confirm ? "confirm" : "block_plan", rule, code,
            records_of(group), "");
      return;
    }
    std::vector<std::string> closed;
    for (const auto& item : plan_.items) {
      const auto* exercise = limits_.catalog().find(item.exercise);
      if (exercise != nullptr && closes(effect, item, *exercise)) closed.push_back(item.id.text);
    }
    if (!closed.empty())
      block("block_sections", rule, code, records_of(group), "").detail = join(closed, " ");
  }

  // An end in the record, in a detail ("until", "end"), or a due date.
  static std::optional<Date> end_of(const PatientPrecaution& record, const Precaution* precaution) {
    if (record.end) return record.end;
    for (const char* field : {"end", "until"}) {
      const auto detail = record.details.find(field);
      if (detail == record.details.end()) continue;
      if (const auto date = parse_date(detail->second)) return date;
    }
    if (precaution != nullptr && precaution->dating == Dating::due) return record.date;
    return std::nullopt;
  }

  void ended(const PatientPrecaution& record, const Precaution* precaution) {
    const auto end = end_of(record, precaution);
    if (!end || *end >= today_) return;
    auto& finding = add(FindingLevel::plan, "ended", "plan:ended:" + record.id);
    finding.precaution = record.code;
    finding.detail = iso(*end);
    if (precaution != nullptr) finding.reason = precaution->when_windows_over;
  }

  void records() {
    for (const auto& record : patient_.precautions) {
      if (record.is_own()) own(record);
      const auto* precaution = record.is_own() ? nullptr : limits_.catalog().find(record.code);
      ended(record, precaution);
      if (precaution != nullptr) review(*precaution, record);
    }
    for (const auto* record : limits_.unknown())
      add(FindingLevel::not_checked, "unknown_precaution", "plan:unknown:" + record->id)
          .precaution = record->code;
  }

  void own(const PatientPrecaution& record) {
    auto& finding = add(FindingLevel::not_checked, "own", "own:" + record.id);
    finding.precaution = record.code;
    finding.reason = record.own_text;
    finding.patient_line = record.own_line;
  }

  void review(const Precaution& precaution, const PatientPrecaution& record) {
    if (!precaution.review_after_weeks || !record.recorded_on) return;
    const auto due = *record.recorded_on + std::chrono::days{7 * *precaution.review_after_weeks};
    if (due > today_) return;
    auto& finding = add(FindingLevel::plan, "review_due", "plan:review:" + record.id);
    finding.precaution = record.code;
    finding.detail = iso(Date{due});
  }

  const Plan& plan_;
  const Patient& patient_;
  const PatientLimits& limits_;
  const std::vector<GroupSummary>& summaries_;
  Date today_;
  std::vector<Finding> findings_;
};

}  // namespace

std::string missing_rule(const LimitGroup& group, const std::string& field) {
  return "plan:" + group.precaution->code.text + ":" + field;
}

bool missing_is_cleared(const Plan& plan, const LimitGroup& group, const std::string& field) {
  const auto rule = missing_rule(group, field);
  return is_cleared(plan, rule, fingerprint_of(rule, records_of(group), ""));
}

std::vector<Finding> plan_findings(const Plan& plan, const Patient& patient,
                                   const PatientLimits& limits,
                                   const std::vector<GroupSummary>& summaries, Date today) {
  return PlanFindings(plan, patient, limits, summaries, today).run();
}

}  // namespace kinescript
