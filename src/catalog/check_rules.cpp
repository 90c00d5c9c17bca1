// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catalog/check.h"

namespace kinescript {
namespace {

using Op = ConditionTerm::Op;

bool has(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

// When a rule acts: weeks from <= week < to, and its condition without the weeks.
struct Reach {
  int from = 0, to = 9999;
  std::vector<ConditionTerm> terms;
};

Reach reach_of(const Rule& rule) {
  Reach reach{rule.from_week.value_or(0), rule.to_week.value_or(9999), {}};
  for (const auto& term : rule.condition.terms) {
    if (term.op == Op::less)
      reach.to = std::min(reach.to, term.weeks);
    else if (term.op == Op::at_least)
      reach.from = std::max(reach.from, term.weeks);
    else
      reach.terms.push_back(term);
  }
  if (rule.until_cleared) reach.terms.push_back({Op::is, "cleared", {"no"}, 0});
  return reach;
}

bool terms_meet(const ConditionTerm& a, const ConditionTerm& b) {
  if (a.field != b.field) return true;
  const auto in = [](const ConditionTerm& term) {
    return [&term](const std::string& value) { return has(term.values, value); };
  };
  if (a.op == Op::is && b.op == Op::is) return std::any_of(a.values.begin(), a.values.end(), in(b));
  if (a.op == Op::is && b.op == Op::is_not)
    return !std::all_of(a.values.begin(), a.values.end(), in(b));
  if (a.op == Op::is_not && b.op == Op::is)
    return !std::all_of(b.values.begin(), b.values.end(), in(a));
  return true;
}

bool conditions_meet(const Reach& a, const Reach& b) {
  return std::all_of(a.terms.begin(), a.terms.end(), [&](const ConditionTerm& x) {
    return std::all_of(b.terms.begin(), b.terms.end(),
                       [&](const ConditionTerm& y) { return terms_meet(x, y); });
  });
}

// True when some patient in some week meets both.
bool meet(const Reach& a, const Reach& b) {
  return a.from < b.to && b.from < a.to && conditions_meet(a, b);
}

// One level at a time: two rules of one owner and precaution never hold at once.
void check_overlaps(const std::string& file, const std::vector<const Rule*>& rules,
                    std::vector<std::string>& faults) {
  for (std::size_t i = 0; i < rules.size(); ++i)
    for (std::size_t j = i + 1; j < rules.size(); ++j)
      if (rules[i]->precaution == rules[j]->precaution &&
          meet(reach_of(*rules[i]), reach_of(*rules[j])))
        faults.push_back(file + ": " + rules[i]->code + " and " + rules[j]->code +
                         " hold at once. Part their weeks or conditions.");
}

// An Avoid for some weeks goes on as another rule or is cleared by a person.
void check_silence(const Exercise& exercise, std::vector<std::string>& faults) {
  for (const Rule& rule : exercise.rules) {
    if (rule.level != Level::avoid || !rule.to_week || rule.until_cleared) continue;
    const bool goes_on =
        std::any_of(exercise.rules.begin(), exercise.rules.end(), [&](const Rule& next) {
          return next.precaution == rule.precaution && next.from_week == rule.to_week &&
                 conditions_meet(reach_of(next), reach_of(rule));
        });
    if (!goes_on)
      faults.push_back(exercise.scene_where + ": " + rule.code +
                       " is an avoid that ends in silence at week " +
                       std::to_string(*rule.to_week) + ". Write what follows, or until_cleared.");
  }
}

// The rules that count for an exercise and a precaution: its own, or else those of its tags.
std::vector<const Rule*> counting(const Catalog& catalog, const Exercise& exercise,
                                  const PrecautionCode& precaution) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : exercise.rules)
    if (rule.precaution == precaution) rules.push_back(&rule);
  if (!rules.empty()) return rules;
  for (const TagRule& one : catalog.tag_rules)
    if (one.rule.precaution == precaution && has(exercise.tags, one.tag))
      rules.push_back(&one.rule);
  return rules;
}

// `rule` offers `instead`; is that avoided, too, for a patient whom the rule is for?
void check_substitute(const Catalog& catalog, const Exercise& owner, const Rule& rule,
                      const Exercise& instead, std::vector<std::string>& faults) {
  const ConditionTerm usual_support{Op::is, "support", {std::string(word(instead.support))}, 0};
  for (const Rule* other : counting(catalog, instead, rule.precaution)) {
    if (other->level != Level::avoid) continue;
    Reach reach = reach_of(*other);
    const bool usual = std::all_of(reach.terms.begin(), reach.terms.end(), [&](const auto& term) {
      return terms_meet(term, usual_support);
    });
    std::erase_if(reach.terms, [](const auto& term) { return term.field == "support"; });
    if (usual && meet(reach, reach_of(rule)))
      faults.push_back(owner.scene_where + ": " + rule.code + " offers " + instead.id.text +
                       ", which is itself avoided (" + other->code + ").");
  }
}

}  // namespace

void check_rules_together(const Catalog& catalog, std::vector<std::string>& faults) {
  for (const Exercise& exercise : catalog.exercises) {
    std::vector<const Rule*> rules;
    for (const Rule& rule : exercise.rules) rules.push_back(&rule);
    check_overlaps(exercise.scene_where, rules, faults);
    check_silence(exercise, faults);
    for (const Rule& rule : exercise.rules)
      for (const auto& id : rule.substitutes)
        if (const Exercise* instead = catalog.find(id))
          check_substitute(catalog, exercise, rule, *instead, faults);
  }
  for (const Tag& tag : catalog.tags) {
    std::vector<const Rule*> rules;
    for (const TagRule& one : catalog.tag_rules)
      if (one.tag == tag.name) rules.push_back(&one.rule);
    check_overlaps("tags.toml", rules, faults);
  }
}

}  // namespace kinescript
