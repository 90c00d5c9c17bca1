// SPDX-License-Identifier: MIT
// What limits exercise: the list of precautions, the demand tags, the STOP box and the pain rule, as read from
// db/precautions.toml, db/tags.toml and db/stop_box.toml. Meaning of every field: clinical README, kept in
// db/README.md. Labels are for the clinician and are never printed.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "catalog/condition.h"
#include "catalog/rule.h"

namespace kinescript {

enum class Dating : unsigned char { none, date, due };  // due: weeks = week of pregnancy

// One typed field of a precaution's details ("approach=posterior|lateral|anterior", "percent=int").
struct DetailField {
  enum class Type : unsigned char { choice, text, whole, decimal, date } type = Type::text;
  std::string name;
  std::vector<std::string> choices;   // Type::choice
  std::string assumed;                // the `*` value: counts when nothing was recorded; "" = none
  std::optional<int> min, max;        // "0..10"
};

enum class PlanEffect : unsigned char { none, block_plan, block_sections, confirm };
struct EffectCase {          // the first case whose condition holds counts
  Condition condition;       // empty = always
  PlanEffect effect = PlanEffect::none;
  // block_sections: section word, or section + tag ("core+iap_mod" blocks core items that have the tag)
  std::vector<std::pair<std::string, std::string>> sections;
};
struct ConditionalLine {
  Condition condition;
  std::string text;  // what the patient reads, starts with "Do"
};

struct Precaution {
  PrecautionCode code;
  std::vector<std::pair<std::string, std::string>> aliases;  // old name -> "tha:approach=posterior"
  std::string label;       // clinician only
  bool sided = false;
  bool both_sides = false;  // the side is recorded, but its rules count for both (radic, pgp)
  Dating dating = Dating::none;
  std::vector<DetailField> details;
  std::vector<EffectCase> effects;
  std::vector<ConditionalLine> patient_lines;
  std::vector<std::string> stop_addons;  // ids of stop items
  std::optional<int> review_after_weeks;
  std::string when_windows_over;  // the one caution when a date lies outside every window; "" = none
  std::string note;
  const DetailField* detail(std::string_view name) const;
};

// What is wrong with a condition on this precaution ("tha has no detail "aproach". Did you mean …"); "" when nothing.
std::string problem(const Condition& condition, const Precaution& precaution);

enum class Limb : unsigned char { none, moving, supporting, underneath, both };
std::optional<Limb> limb_from(std::string_view word);
std::string_view word(Limb limb);

struct Tag {
  std::string name, meaning;
  Limb limb = Limb::none;
  bool neutral = false;  // limits nobody, needs no rules
};

enum class Tier : unsigned char { emergency, doctor_today, doctor_soon, call_us };
struct StopEntry {
  std::string id;
  bool heading = false;
  Tier tier = Tier::emergency;
  std::string under;  // id of the heading it prints under
  bool for_all = false;
  std::vector<std::string> regions, precautions;  // any match
  std::string text;   // may hold {emergency_number}, {clinic_phone}
};

enum class PainBand : unsigned char { go_on, watch, stop };
struct PainLine {
  PainBand band = PainBand::go_on;
  bool above_usual = false;  // counted from the patient's usual pain (4 or more)
  int from = 0, to = 0;
  std::string text;
};

std::string_view word(Dating dating);
std::string_view word(PlanEffect effect);
std::string_view word(Tier tier);
std::string_view word(PainBand band);
std::optional<Dating> dating_from(std::string_view word);
std::optional<PlanEffect> plan_effect_from(std::string_view word);
std::optional<Tier> tier_from(std::string_view word);
std::optional<PainBand> pain_band_from(std::string_view word);

}  // namespace kinescript
