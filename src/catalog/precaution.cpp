// SPDX-License-Identifier: MIT
#include "catalog/precaution.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

constexpr WordTable<Level, 4> kLevels{{{Level::prefer, "prefer"},
                                       {Level::caution, "caution"},
                                       {Level::modify, "modify"},
                                       {Level::avoid, "avoid"}}};
constexpr WordTable<Limb, 5> kLimbs{{{Limb::none, "none"},
                                     {Limb::moving, "moving"},
                                     {Limb::supporting, "supporting"},
                                     {Limb::underneath, "underneath"},
                                     {Limb::both, "both"}}};
constexpr WordTable<Dating, 3> kDatings{
    {{Dating::none, "none"}, {Dating::date, "date"}, {Dating::due, "due"}}};
constexpr WordTable<PlanEffect, 4> kEffects{{{PlanEffect::none, "none"},
                                             {PlanEffect::block_plan, "block_plan"},
                                             {PlanEffect::block_sections, "block_sections"},
                                             {PlanEffect::confirm, "confirm"}}};
constexpr WordTable<Tier, 4> kTiers{{{Tier::emergency, "emergency"},
                                     {Tier::doctor_today, "doctor_today"},
                                     {Tier::doctor_soon, "doctor_soon"},
                                     {Tier::call_us, "call_us"}}};
constexpr WordTable<PainBand, 3> kBands{
    {{PainBand::go_on, "go_on"}, {PainBand::watch, "watch"}, {PainBand::stop, "stop"}}};

// A term's fault, or "".
std::string problem_of(const ConditionTerm& term, const Precaution& precaution) {
  if (term.field == "support") return {};
  if (term.field == "weeks")
    return precaution.dating == Dating::none
               ? precaution.code.text + " has no date, so it cannot have weeks."
               : "";
  std::vector<std::string> fields;
  for (const auto& field : precaution.details) fields.push_back(field.name);
  const DetailField* field = precaution.detail(term.field);
  if (!field)
    return precaution.code.text + " has no detail \"" + term.field + "\"." +
           did_you_mean(term.field, fields);
  for (const auto& value : term.values) {
    const bool known =
        std::find(field->choices.begin(), field->choices.end(), value) != field->choices.end();
    if (value == "unknown" || known) continue;
    return precaution.code.text + ": " + term.field + " cannot be \"" + value + "\"." +
           did_you_mean(value, field->choices);
  }
  return {};
}

}  // namespace

const DetailField* Precaution::detail(std::string_view name) const {
  const auto found = std::find_if(details.begin(), details.end(),
                                  [&](const auto& field) { return field.name == name; });
  return found == details.end() ? nullptr : &*found;
}

std::string problem(const Condition& condition, const Precaution& precaution) {
  for (const auto& term : condition.terms)
    if (auto what = problem_of(term, precaution); !what.empty()) return what;
  return {};
}

std::string_view word(Level level) { return word_in(kLevels, level); }
std::string_view word(Limb limb) { return word_in(kLimbs, limb); }
std::string_view word(Dating dating) { return word_in(kDatings, dating); }
std::string_view word(PlanEffect effect) { return word_in(kEffects, effect); }
std::string_view word(Tier tier) { return word_in(kTiers, tier); }
std::string_view word(PainBand band) { return word_in(kBands, band); }
std::optional<Level> level_from(std::string_view word) { return value_in(kLevels, word); }
std::optional<Limb> limb_from(std::string_view word) { return value_in(kLimbs, word); }
std::optional<Dating> dating_from(std::string_view word) { return value_in(kDatings, word); }
std::optional<PlanEffect> plan_effect_from(std::string_view word) {
  return value_in(kEffects, word);
}
std::optional<Tier> tier_from(std::string_view word) { return value_in(kTiers, word); }
std::optional<PainBand> pain_band_from(std::string_view word) { return value_in(kBands, word); }

}  // namespace kinescript
