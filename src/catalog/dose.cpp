// SPDX-License-Identifier: MIT
#include "catalog/dose.h"

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

constexpr WordTable<CountUnit, 7> kCountUnits{{{CountUnit::times, "times"},
                                               {CountUnit::cycles, "cycles"},
                                               {CountUnit::steps, "steps"},
                                               {CountUnit::breaths, "breaths"},
                                               {CountUnit::swings, "swings"},
                                               {CountUnit::minutes, "minutes"},
                                               {CountUnit::metres, "metres"}}};
constexpr WordTable<HoldUnit, 2> kHoldUnits{
    {{HoldUnit::seconds, "seconds"}, {HoldUnit::breaths, "breaths"}}};
constexpr WordTable<Timing, 7> kTimings{{{Timing::none, "none"},
                                         {Timing::before_session, "before_session"},
                                         {Timing::with_session, "with_session"},
                                         {Timing::when_sitting_long, "when_sitting_long"},
                                         {Timing::as_needed, "as_needed"},
                                         {Timing::every_hour, "every_hour"},
                                         {Timing::every_2_3_hours, "every_2_3_hours"}}};

int most_of(CountUnit unit) {
  switch (unit) {
    case CountUnit::minutes:
      return 120;
    case CountUnit::metres:
      return 5000;
    case CountUnit::steps:
      return 2000;
    default:
      return 100;
  }
}

// "" when the amount is well-formed and inside min to max.
std::string problem_of(const std::string& what, const Amount& amount, int min, int max) {
  const std::string name = tr(what.c_str());
  if (amount.max < amount.min)
    return trf("{} is reversed ({}-{}). Write the smaller number first.", name, amount.min,
               amount.max);
  for (const int n : {amount.min, amount.max, amount.goal.value_or(min)})
    if (n < min || n > max) return trf("{} {} is out of range: write {} to {}.", name, n, min, max);
  if (amount.start < amount.min || amount.start > amount.max)
    return trf("{} starts with {}, outside {}. Start inside the range.", name, amount.start,
               to_text(amount));
  if (amount.goal && *amount.goal <= amount.max)
    return trf("goal {} is not above {}. Write a higher goal or none.", *amount.goal,
               to_text(amount));
  return {};
}

}  // namespace

std::string_view word(CountUnit unit) { return word_in(kCountUnits, unit); }
std::string_view word(HoldUnit unit) { return word_in(kHoldUnits, unit); }
std::string_view word(Timing timing) { return word_in(kTimings, timing); }
std::optional<CountUnit> count_unit_from(std::string_view word) {
  return value_in(kCountUnits, word);
}
std::optional<HoldUnit> hold_unit_from(std::string_view word) { return value_in(kHoldUnits, word); }
std::optional<Timing> timing_from(std::string_view word) { return value_in(kTimings, word); }

std::string problem(const Dose& dose) {
  std::vector<std::string> found = {problem_of("sets", dose.sets, 1, 10),
                                    problem_of("count", dose.count, 1, most_of(dose.unit))};
  if (dose.hold)
    found.push_back(
        problem_of("hold", *dose.hold, 1, dose.hold_unit == HoldUnit::seconds ? 120 : 20));
  if (dose.rest) found.push_back(problem_of("rest", *dose.rest, 0, 600));
  if (dose.per_day) found.push_back(problem_of("per_day", *dose.per_day, 1, 12));
  if (dose.days_per_week) found.push_back(problem_of("days_per_week", *dose.days_per_week, 1, 7));
  for (const auto& what : found)
    if (!what.empty()) return what;
  return {};
}

Amount parse_amount(std::string_view text, std::string_view what) {
  const auto dash = text.find('-');
  const auto min = parse_int(text.substr(0, dash));
  const auto max = dash == std::string_view::npos ? min : parse_int(text.substr(dash + 1));
  const std::string name(what);
  if (!min || !max || *min < 0 || *max < 0)
    throw Error(ErrorKind::usage, "",
                trf("{} \"{}\" is not a number or a range. Write 8 or 8-12.", name, text));
  if (*max < *min)
    throw Error(
        ErrorKind::usage, "",
        trf("{} is reversed ({}). Write the smaller number first: {}-{}.", name, text, *max, *min));
  return range(*min, *max);
}

std::string to_text(const Amount& amount) {
  const std::string min = std::to_string(amount.min);
  return amount.is_range() ? min + "-" + std::to_string(amount.max) : min;
}

}  // namespace kinescript
