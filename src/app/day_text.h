// SPDX-License-Identifier: MIT
// Days as a clinician reads and types them in the window: read as on the handout, typed as one is
// used to. On the command line and in JSON a day is ISO 8601.
//
//   day_text(day, workspace)                        -> "16 Nov 2026"
//   with_day_texts("from 2026-10-19", workspace)    -> "from 19 Oct 2026"
//   parse_typed_day("14/3/48", {.today = today})    -> 1948-03-14
//
// Typed: 2026-11-16, 16 Nov 2026, Nov 16 2026, 16.11.2026, 16/11/26, with any signs between; the
// day before the month, but in the country "US". Of two digits of a year the century is the nearest
// to today of those that are not kFarthestTyped years ahead or more.
//
// read_* throw Error{usage} with the way out.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "app/session.h"
#include "base/date.h"

namespace kinescript {

inline constexpr int kFarthestTyped = 20;

std::string day_text(Date day, const Workspace& workspace);
// A text of the core in which days are ISO.
std::string with_day_texts(const std::string& text, const Workspace& workspace);

struct DayTyping {
  Date today{};
  bool month_first = false;
  bool past = false;  // a birth date: of two digits the century is the last one that has been
};
DayTyping typing_of(const Session& session);
std::optional<Date> parse_typed_day(std::string_view text, const DayTyping& typing);
Date read_typed_day(std::string_view text, std::string_view what, const Session& session);
Date read_typed_born(std::string_view text, const Session& session);

}  // namespace kinescript
