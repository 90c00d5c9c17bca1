// SPDX-License-Identifier: MIT
#include "plan/evaluate.h"

#include <algorithm>

namespace kinescript {
namespace {

using Op = ConditionTerm::Op;

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

int week_on(const Limit& limit, Date day) {
  if (!limit.record.date) return 0;
  if (limit.precaution.dating == Dating::due)
    return std::max(0, 40 - whole_weeks(day, *limit.record.date));
  return std::max(0, whole_weeks(*limit.record.date, day));
}

bool weeks_hold(const ConditionTerm& term, int week) {
  return term.op == Op::less ? week < term.weeks : week >= term.weeks;
}

bool equals(const ConditionTerm& term, const std::string& value) {
  return has(term.values, value) == (term.op == Op::is);
}

Verdict of_unrecorded(const ConditionTerm& term, const std::vector<std::string>& with_unknown) {
  if (has(with_unknown, term.field)) return {equals(term, "unknown") ? Truth::yes : Truth::no, {}};
  return {Truth::unless_known, term.field};
}

// A rule with all that decides about it.
struct Candidate {
  const Rule* rule;
  Limb limb;
  std::vector<std::string> with_unknown;
};

std::vector<std::string> unknowns_of(const std::vector<const Rule*>& rules) {
  std::vector<const Condition*> conditions;
  for (const auto* rule : rules) conditions.push_back(&rule->condition);
  return fields_with_unknown(conditions);
}

std::vector<Candidate> explicit_rules(const Exercise& exercise, const PrecautionCode& code) {
  std::vector<const Rule*> rules;
  for (const auto& rule : exercise.rules)
    if (rule.precaution == code) rules.push_back(&rule);
  std::vector<Candidate> found;
  for (const auto* rule : rules) found.push_back({rule, rule->limb, unknowns_of(rules)});
  return found;
}

std::vector<Candidate> tag_rules(const Exercise& exercise, const RulesOf& all) {
  std::vector<Candidate> found;
  for (const auto& tag : exercise.tags) {
    const auto& rules = all.of_tag(tag);
    for (const auto* rule : rules) found.push_back({rule, all.limb_of(tag), unknowns_of(rules)});
  }
  return found;
}

bool tests_weeks(const Rule& rule) {
  return rule.from_week || rule.to_week ||
         std::any_of(rule.condition.terms.begin(), rule.condition.terms.end(),
                     [](const ConditionTerm& term) { return term.field == "weeks"; });
}

// Recorded while the rule was in force, or nobody knows when: then only an answer ends it.
bool waits_for_answer(const Limit& limit, const Rule& rule) {
  if (!rule.until_cleared || limit.cleared()) return false;
  return !limit.record.recorded_on || week_on(limit, *limit.record.recorded_on) < *rule.to_week;
}

// The week from which the rule no longer acts, if it has one.
std::optional<int> end_week(const Rule& rule) {
  auto end = rule.to_week;
  for (const auto& term : rule.condition.terms)
    if (term.field == "weeks" && term.op == Op::less)
      end = std::min(end.value_or(term.weeks), term.weeks);
  return end;
}

class Evaluator {
 public:
  Evaluator(const PlanItem& item, const Exercise& exercise, const Limit& limit)
      : item_(item), exercise_(exercise), limit_(limit), week_(limit.week()) {}

  Evaluation run(const std::vector<Candidate>& candidates) {
    evaluation_.look_ups = static_cast<int>(candidates.size());
    if (limit_.cleared()) reach_cleared_week(candidates);
    for (const auto& candidate : candidates)
      if (touches(limit_, item_, exercise_, candidate.limb)) judge(candidate);
    return std::move(evaluation_);
  }

 private:
  Verdict verdict_of(const Candidate& candidate, bool ignore_weeks) const {
    return verdict(candidate.rule->condition, limit_, item_.support, week_, candidate.with_unknown,
                   ignore_weeks);
  }

  void reach_cleared_week(const std::vector<Candidate>& candidates) {
    for (const auto& candidate : candidates) {
      const auto& rule = *candidate.rule;
      if (rule.until_cleared && rule.to_week && verdict_of(candidate, true).truth != Truth::no)
        week_ = std::max(week_, *rule.to_week);
    }
  }

  bool window_holds(const Rule& rule) const {
    if (rule.until_cleared && limit_.cleared()) return false;
    if (rule.from_week && week_ < *rule.from_week) return false;
    return !rule.to_week || week_ < *rule.to_week || waits_for_answer(limit_, rule);
  }

  void judge(const Candidate& candidate) {
    const auto& rule = *candidate.rule;
    const auto found = verdict_of(candidate, false);
    if (found.truth == Truth::no || !window_holds(rule)) return;
    if (tests_weeks(rule)) evaluation_.in_window = true;
    evaluation_.fired.push_back({&rule, found.missing});
  }

  const PlanItem& item_;
  const Exercise& exercise_;
  const Limit& limit_;
  int week_;
  Evaluation evaluation_;
};

BodySide opposite(BodySide side) {
  return side == BodySide::left ? BodySide::right : BodySide::left;
}

// Which side of the body a limb of a one-sided item is on.
BodySide side_of(Limb limb, SideMeans means, BodySide named) {
  switch (limb) {
    case Limb::moving:
      return means == SideMeans::stance_leg || means == SideMeans::lower_side ? opposite(named)
                                                                              : named;
    case Limb::supporting:
      return means == SideMeans::stance_leg ? named : opposite(named);
    case Limb::underneath:
      return means == SideMeans::lower_side ? named : opposite(named);
    case Limb::none:
    case Limb::both:
      break;
  }
  return BodySide::both;
}

}  // namespace

int Limit::week() const { return week_on(*this, today); }

std::string Limit::value(const std::string& field) const {
  const auto recorded = record.details.find(field);
  if (recorded != record.details.end() && !recorded->second.empty() &&
      recorded->second != "unknown")
    return recorded->second;
  const auto* detail = precaution.detail(field);
  return detail == nullptr ? std::string() : detail->assumed;
}

std::vector<std::string> fields_with_unknown(const std::vector<const Condition*>& siblings) {
  std::vector<std::string> fields;
  for (const auto* condition : siblings)
    for (const auto& term : condition->terms)
      if (has(term.values, "unknown") && !has(fields, term.field)) fields.push_back(term.field);
  return fields;
}

Verdict verdict(const Condition& condition, const Limit& limit, Support support, int week,
                const std::vector<std::string>& with_unknown, bool ignore_weeks) {
  Verdict whole;
  for (const auto& term : condition.terms) {
    Verdict one;
    if (term.field == "weeks") {
      one.truth = ignore_weeks || weeks_hold(term, week) ? Truth::yes : Truth::no;
    } else if (term.field == "support") {
      one.truth = equals(term, std::string(word(support))) ? Truth::yes : Truth::no;
    } else if (const auto value = limit.value(term.field); value.empty()) {
      one = of_unrecorded(term, with_unknown);
    } else {
      one.truth = equals(term, value) ? Truth::yes : Truth::no;
    }
    if (one.truth == Truth::no) return one;
    if (one.truth == Truth::unless_known && whole.truth == Truth::yes) whole = one;
  }
  return whole;
}

bool touches(const Limit& limit, const PlanItem& item, const Exercise& exercise, Limb limb) {
  if (!limit.precaution.sided || limit.precaution.both_sides) return true;
  const auto recorded = limit.record.side;
  if (recorded != BodySide::left && recorded != BodySide::right) return true;
  if (item.side != BodySide::left && item.side != BodySide::right) return true;
  if (exercise.side_mode == SideMode::none || exercise.side_mode == SideMode::alternating ||
      exercise.side_means == SideMeans::turn_direction || exercise.side_means == SideMeans::none)
    return true;
  const auto loaded = side_of(limb, exercise.side_means, item.side);
  return loaded == BodySide::both || loaded == recorded;
}

RulesOf::RulesOf(const PrecautionCode& code, const Catalog& catalog) {
  for (const auto& exercise : catalog.exercises)
    for (const auto& rule : exercise.rules)
      if (rule.precaution == code) all_.push_back(&rule);
  for (const auto& row : catalog.tag_rules) {
    if (row.rule.precaution != code) continue;
    all_.push_back(&row.rule);
    const auto* tag = catalog.find_tag(row.tag);
    if (tag == nullptr || tag->neutral) continue;
    auto& of_tag = by_tag_[row.tag];
    of_tag.limb = tag->limb;
    of_tag.rules.push_back(&row.rule);
  }
}

const std::vector<const Rule*>& RulesOf::of_tag(const std::string& tag) const {
  static const std::vector<const Rule*> kNone;
  const auto found = by_tag_.find(tag);
  return found == by_tag_.end() ? kNone : found->second.rules;
}

Limb RulesOf::limb_of(const std::string& tag) const {
  const auto found = by_tag_.find(tag);
  return found == by_tag_.end() ? Limb::none : found->second.limb;
}

Evaluation evaluate(const PlanItem& item, const Exercise& exercise, const Limit& limit,
                    const RulesOf& rules) {
  auto candidates = explicit_rules(exercise, limit.precaution.code);
  if (candidates.empty()) candidates = tag_rules(exercise, rules);
  return Evaluator(item, exercise, limit).run(candidates);
}

// The weeks of a pregnancy end with the due date, and that is a date that passes ("ended").
Windows windows_of(const Limit& limit, const RulesOf& rules) {
  Windows windows;
  if (limit.precaution.dating != Dating::date || !limit.record.date) return windows;
  std::optional<int> last;
  for (const auto* rule : rules.all()) {
    const auto end = end_week(*rule);
    if (!end || verdict(rule->condition, limit, Support::none, 0, {}, true).truth == Truth::no)
      continue;
    last = std::max(last.value_or(*end), *end);
    if (rule->to_week && limit.week() >= *rule->to_week && waits_for_answer(limit, *rule))
      windows.ask_cleared = true;
  }
  windows.over = last && limit.week() >= *last && !windows.ask_cleared;
  return windows;
}

std::vector<std::string> details_to_ask(const Limit& limit, const RulesOf& rules) {
  std::vector<std::string> asked;
  const auto ask = [&asked](const std::string& field) {
    if (!field.empty() && !has(asked, field)) asked.push_back(field);
  };
  ask(effect_of(limit).missing);
  const auto with_unknown = unknowns_of(rules.all());
  for (const auto* rule : rules.all())
    ask(verdict(rule->condition, limit, Support::none, 0, with_unknown, true).missing);
  return asked;
}

std::vector<std::string> lines_for(const Limit& limit, const RulesOf& rules) {
  std::vector<const Condition*> conditions;
  for (const auto* rule : rules.all()) conditions.push_back(&rule->condition);
  for (const auto& line : limit.precaution.patient_lines) conditions.push_back(&line.condition);
  const auto with_unknown = fields_with_unknown(conditions);
  std::vector<std::string> lines;
  for (const auto& line : limit.precaution.patient_lines)
    if (verdict(line.condition, limit, Support::none, limit.week(), with_unknown).truth !=
        Truth::no)
      lines.push_back(line.text);
  return lines;
}

Effect effect_of(const Limit& limit) {
  std::vector<const Condition*> conditions;
  for (const auto& one : limit.precaution.effects) conditions.push_back(&one.condition);
  const auto with_unknown = fields_with_unknown(conditions);
  for (const auto& one : limit.precaution.effects) {
    const auto found = verdict(one.condition, limit, Support::none, limit.week(), with_unknown);
    if (found.truth == Truth::no) continue;
    Effect effect{&one, found.missing};
    for (const auto& term : one.condition.terms)
      if (has(term.values, "unknown") && limit.value(term.field).empty())
        effect.missing = term.field;
    return effect;
  }
  return {};
}

}  // namespace kinescript
