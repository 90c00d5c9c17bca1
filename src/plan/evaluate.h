// SPDX-License-Identifier: MIT
// One item against one precaution of one patient: which rules fire. The clinical README is the
// truth ("How to evaluate one item and one precaution", "Sides"); this file is that page in code
// and nothing else.
//
//   RulesOf rules(hip.code, catalog);
//   for (const Fired& f : evaluate(item, exercise, {hip, record, today}, rules).fired) …
//
// 1. Any explicit rule of the exercise for the precaution, in whatever window: only explicit rules
//    count. Else the rules of its tags.
// 2. Rules whose window and condition hold.
// 3. Not those whose limb is not on the recorded side.
//
// Weeks are whole, rounded down, never below 0; `from <= week < to`. A dated precaution without its
// date is in week 0. due: the week of pregnancy, 40 minus the whole weeks left. "cleared" counts as
// having reached to_week of the rules that act until cleared; such a rule goes on after its to_week
// until someone answers, unless the precaution was recorded later.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "plan/plan.h"

namespace kinescript {

// A precaution of the list as one patient has it, on one day.
struct Limit {
  const Precaution& precaution;
  const PatientPrecaution& record;
  Date today{};
  bool dated() const { return precaution.dating != Dating::none; }
  bool date_missing() const { return dated() && !record.date; }
  int week() const;
  // The recorded value, else the assumed one, else "" (not recorded).
  std::string value(const std::string& field) const;
  bool cleared() const { return value("cleared") == "yes"; }
};

enum class Truth : unsigned char {
  no,
  yes,
  unless_known  // holds only because a detail was not recorded
};
struct Verdict {
  Truth truth = Truth::yes;
  std::string missing;  // the detail, when unless_known
};
// Fields for which a condition of a group of siblings lists `unknown`: only those count while the
// detail is missing.
std::vector<std::string> fields_with_unknown(const std::vector<const Condition*>& siblings);
// Weeks are not looked at when `ignore_weeks`.
Verdict verdict(const Condition& condition, const Limit& limit, Support support, int week,
                const std::vector<std::string>& with_unknown, bool ignore_weeks = false);

struct Fired {
  const Rule* rule = nullptr;
  std::string missing;  // fires only because this detail was not recorded; "" = fires in any case
};
struct Evaluation {
  std::vector<Fired> fired;
  bool in_window = false;  // a rule with a window is in force
  int look_ups = 0;        // rules that were looked at
};

// The rules of one precaution, sorted once, so that an item looks up only its own. The catalog must
// outlive it.
class RulesOf {
 public:
  RulesOf(const PrecautionCode& code, const Catalog& catalog);
  // Of a tag that limits somebody, in the catalog's order.
  const std::vector<const Rule*>& of_tag(const std::string& tag) const;
  Limb limb_of(const std::string& tag) const;
  // Every rule of the precaution: of exercises, then of tags.
  const std::vector<const Rule*>& all() const { return all_; }

 private:
  struct OfTag {
    Limb limb{};
    std::vector<const Rule*> rules;
  };
  std::map<std::string, OfTag> by_tag_;
  std::vector<const Rule*> all_;
};

Evaluation evaluate(const PlanItem& item, const Exercise& exercise, const Limit& limit,
                    const RulesOf& rules);

// Where the precaution's date lies among all of its windows, whatever the plan holds.
struct Windows {
  bool over = false;         // past the end of each window that has one
  bool ask_cleared = false;  // a rule is kept after its to_week until "cleared" is answered
};
Windows windows_of(const Limit& limit, const RulesOf& rules);

// True when the limb that a rule is about is on the recorded side, or when sides say nothing here.
bool touches(const Limit& limit, const PlanItem& item, const Exercise& exercise, Limb limb);

// Details that were not recorded and on which rules or blocks hang, whatever the plan holds: to be
// asked for when the precaution is entered.
std::vector<std::string> details_to_ask(const Limit& limit, const RulesOf& rules);

// The precaution's lines for the patient whose condition holds, in their order. A detail that was
// not recorded and for which some rule of the precaution lists `unknown` holds no line that does
// not: "Do not kneel." must not stand beside "Kneel on a thick, soft pad."
std::vector<std::string> lines_for(const Limit& limit, const RulesOf& rules);
// The first effect case whose condition holds, with the detail that was missing to say so for
// certain; nullptr = none.
struct Effect {
  const EffectCase* effect = nullptr;
  std::string missing;
};
Effect effect_of(const Limit& limit);

}  // namespace kinescript
