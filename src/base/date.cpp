// SPDX-License-Identifier: MIT
#include "base/date.h"

#include <fmt/compile.h>

namespace kinescript {
namespace {

using std::chrono::year_month_day;

// The number in text[from, from+n), or -1 when a character there is no digit.
int digits(std::string_view text, std::size_t from, std::size_t n) {
  int value = 0;
  for (std::size_t i = from; i < from + n; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (y < 1880 || y > 2199 || m < 1 || d < 1) return std::nullopt;
  const year_month_day date{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                            std::chrono::day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

std::string iso(Date date) { return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), year_of(date), month_of(date), day_of(date)); }

int iso_weekday(Date date) { return static_cast<int>(std::chrono::weekday{date}.iso_encoding()); }

int whole_weeks(Date from, Date to) {
  const auto days = (to - from).count();
  return static_cast<int>(days >= 0 ? days / 7 : -((-days + 6) / 7));
}

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }
unsigned month_of(Date date) { return static_cast<unsigned>(year_month_day{date}.month()); }
unsigned day_of(Date date) { return static_cast<unsigned>(year_month_day{date}.day()); }

std::string iso(Moment moment) {
  const Date day = std::chrono::floor<std::chrono::days>(moment);
  const auto s = (moment - day).count();
  return fmt::format(FMT_COMPILE("{}T{:02}:{:02}:{:02}Z"), iso(day), s / 3600, s / 60 % 60, s % 60);
}

std::optional<Moment> parse_moment(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  const auto day = parse_date(text.substr(0, 10));
  const int h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2);
  if (!day || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59) return std::nullopt;
  return Moment{*day} + std::chrono::hours{h} + std::chrono::minutes{m} + std::chrono::seconds{s};
}

}  // namespace kinescript
