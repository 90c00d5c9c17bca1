// SPDX-License-Identifier: MIT
#include "app/day_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "app/patient_text.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

constexpr std::size_t kIsoLength = 10;

// "14th Mar. 1948" -> 14, mar, 1948; digits and letters never in one piece. What ends a number
// ("st", "nd", "rd", "th") is left out, and so is the "de" of "14 de marzo".
std::vector<std::string> pieces_of(std::string_view text) {
  const auto kind = [](char c) {
    const bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'z';
    return digit ? 1 : letter || static_cast<unsigned char>(c) >= 0x80 ? 2 : 0;
  };
  std::vector<std::string> pieces;
  int last = 0;
  for (const char c : lower_ascii(text)) {
    const int now = kind(c);
    if (now != 0 && now != last) pieces.emplace_back();
    if (now != 0) pieces.back() += c;
    last = now;
  }
  std::erase_if(pieces, [](const std::string& piece) {
    return piece == "st" || piece == "nd" || piece == "rd" || piece == "th" || piece == "de";
  });
  return pieces;
}

// 1 to 12 for "mar", "March", "enero"; 0 for what begins no month's name. Of no two languages here
// does one beginning mean two months, so what the window shows can be typed back in any of them.
int month_named(const std::string& word) {
  static constexpr std::array kMonths = {
      "january", "february", "march",      "april",   "may",       "june",
      "july",    "august",   "september",  "october", "november",  "december",
      "enero",   "febrero",  "marzo",      "abril",   "mayo",      "junio",
      "julio",   "agosto",   "septiembre", "octubre", "noviembre", "diciembre"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (std::string_view(kMonths[i]).starts_with(word)) return static_cast<int>(i % 12) + 1;
  return 0;
}

std::optional<Date> real_day(int year, int month, int day) {
  return parse_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

std::optional<Date> day_of_short_year(int year, int month, int day, const DayTyping& typing) {
  const int century = year_of(typing.today) / 100 * 100;
  for (const int from : {century + 100, century, century - 100}) {
    if (typing.past ? from + year > year_of(typing.today)
                    : from + year - year_of(typing.today) >= kFarthestTyped)
      continue;
    const auto found = real_day(from + year, month, day);
    if (typing.past && found && *found > typing.today) continue;
    return found;
  }
  return {};
}

}  // namespace

std::string day_text(Date day, const Workspace& workspace) {
  return workspace.phrasebook(text_language()).date(day, "date.dated");
}

std::string with_day_texts(const std::string& text, const Workspace& workspace) {
  std::string all;
  for (std::size_t at = 0; at < text.size();) {
    const auto day = parse_date(std::string_view(text).substr(at, kIsoLength));
    all += day ? day_text(*day, workspace) : text.substr(at, 1);
    at += day ? kIsoLength : 1;
  }
  return all;
}

DayTyping typing_of(const Session& session) {
  return {session.workspace.clock().today, session.store.clinic().country == "US"};
}

std::optional<Date> parse_typed_day(std::string_view text, const DayTyping& typing) {
  const std::vector<std::string> pieces = pieces_of(text);
  if (pieces.size() != 3) return {};
  // Day, month, year as they stand; a named month shows where the day is.
  std::size_t day = typing.month_first ? 1 : 0, month = typing.month_first ? 0 : 1, year = 2;
  if (pieces[0].size() == 4) year = 0, month = 1, day = 2;
  if (month_named(pieces[0]) > 0) month = 0, day = 1, year = 2;
  if (month_named(pieces[1]) > 0) month = 1, day = year == 0 ? 2 : 0;
  const int named = month_named(pieces[month]);
  const auto m = named > 0 ? std::optional(named) : parse_int(pieces[month]),
             d = parse_int(pieces[day]), y = parse_int(pieces[year]);
  const bool sizes = pieces[day].size() <= 2 && (named > 0 || pieces[month].size() <= 2);
  if (!m || !d || !y || !sizes) return {};
  if (pieces[year].size() == 4) return real_day(*y, *m, *d);
  return pieces[year].size() == 2 ? day_of_short_year(*y, *m, *d, typing) : std::nullopt;
}

Date read_typed_day(std::string_view text, std::string_view what, const Session& session) {
  const auto day = parse_typed_day(text, typing_of(session));
  if (!day)
    throw Error(ErrorKind::usage, "",
                trf("{} is not a day of the calendar. Write it like 14 Mar 2026.", what));
  return *day;
}

Date read_typed_born(std::string_view text, const Session& session) {
  DayTyping typing = typing_of(session);
  typing.past = true;
  const auto day = parse_typed_day(text, typing);
  if (!day)
    throw Error(ErrorKind::usage, "",
                tr("The birth date is not a day of the calendar. Write it like 14 Mar 1948."));
  return read_born(iso(*day), typing.today);
}

}  // namespace kinescript
