// SPDX-License-Identifier: MIT
// Days and moments, without the C locale and without a clock: "today" is handed in. A Date is always a real day
// between 1880 and 2199; text is ISO 8601 only (the person's own formats are app/wording's business).
//
//   Date d = parse_date("2026-11-23").value();
//   iso(d + std::chrono::days{7})            -> "2026-11-30"
//   iso_weekday(d)                           -> 1 (Monday) .. 7 (Sunday)
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kinescript {

using Date = std::chrono::sys_days;

// nullopt for anything but an existing day written YYYY-MM-DD within the range above.
std::optional<Date> parse_date(std::string_view text);
std::string iso(Date date);
int iso_weekday(Date date);
// Whole weeks from `from` to `to`, rounded down; negative when `to` is earlier.
int whole_weeks(Date from, Date to);
int year_of(Date date);
unsigned month_of(Date date);
unsigned day_of(Date date);

// A moment in UTC, to the second; text is "2026-11-23T20:49:00Z".
using Moment = std::chrono::sys_seconds;
std::string iso(Moment moment);
std::optional<Moment> parse_moment(std::string_view text);

// The clock is handed in.
struct Clock {
  Date today;
  Moment now;
};

}  // namespace kinescript
