// SPDX-License-Identifier: MIT
// A dose: how much of an exercise. Every number is a range with a start and, where given, a goal:
// "8 to 12 times, start with 8, goal 20".
//
//   Dose d; d.count = Amount{8, 12, 8}; d.unit = CountUnit::times; d.sets = Amount{2, 2, 2};
//
// Count is PER SIDE for SideMode each, alternating and each_way. Hold is per repetition. Limits are those a person
// could do at home; `problem` words what is out of range.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kinescript {

struct Amount {
  int min = 1, max = 1;     // 1 <= min <= max
  int start = 1;            // min <= start <= max
  std::optional<int> goal;  // > max when given
  bool operator==(const Amount&) const = default;
  bool is_range() const { return min != max; }
};
inline Amount exactly(int n) { return {n, n, n, {}}; }
inline Amount range(int min, int max) { return {min, max, min, {}}; }

enum class CountUnit : unsigned char { times, cycles, steps, breaths, swings, minutes, metres };
enum class HoldUnit : unsigned char { seconds, breaths };
enum class Timing : unsigned char {  // when, if it is not simply "so many times a day"
  none, before_session, with_session, when_sitting_long, as_needed, every_hour, every_2_3_hours
};

struct Dose {
  Amount sets = exactly(1);
  Amount count = exactly(1);
  CountUnit unit = CountUnit::times;
  std::optional<Amount> hold;   // absent: no hold
  HoldUnit hold_unit = HoldUnit::seconds;
  std::optional<Amount> rest;   // seconds between sets
  std::string load;             // "2 kg", "" = body weight
  std::optional<Amount> per_day;        // absent: as the plan
  std::optional<Amount> days_per_week;  // absent: as the plan
  Timing timing = Timing::none;
  bool operator==(const Dose&) const = default;
};

// Words as in files, database and command line ("times", "seconds", "before_session").
std::string_view word(CountUnit unit);
std::string_view word(HoldUnit unit);
std::string_view word(Timing timing);
std::optional<CountUnit> count_unit_from(std::string_view word);
std::optional<HoldUnit> hold_unit_from(std::string_view word);
std::optional<Timing> timing_from(std::string_view word);

// What is out of range, as a sentence with the way out ("count 300 is out of range: write 1 to 100."); "" when fine.
// Limits: sets 1-10, count 1-100 (minutes 1-120, metres 1-5000, steps 1-2000), hold 1-120 s or 1-20 breaths,
// rest 0-600 s, per day 1-12, days 1-7.
std::string problem(const Dose& dose);

// "8-12", "10", "8-12" with goal elsewhere; throws Error{usage} naming `what` for anything but "8", "8-12".
// A reversed range says so. Only the form is checked here; `problem` checks the limits.
Amount parse_amount(std::string_view text, std::string_view what);
std::string to_text(const Amount& amount);  // "8-12" or "10"

}  // namespace kinescript
