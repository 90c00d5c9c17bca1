// SPDX-License-Identifier: MIT
#include "app/retention.h"

#include <algorithm>

#include "base/translate.h"

namespace kinescript {
namespace {

Date years_after(Date day, int years) {
  const std::chrono::year_month_day date{day};
  const auto later = date + std::chrono::years{years};
  // 29 February becomes 1 March.
  return later.ok() ? std::chrono::sys_days{later}
                    : std::chrono::sys_days{later.year() / std::chrono::March / 1};
}

}  // namespace

Retention retention(std::string_view country, Date born, Date last_entry) {
  if (country == "GB") {
    const bool at_17 = last_entry >= years_after(born, 17) && last_entry < years_after(born, 18);
    return {std::max(years_after(last_entry, 8), years_after(born, at_17 ? 26 : 25)),
            at_17 ? tr("8 years after the last entry, at least until the 26th birthday")
                  : tr("8 years after the last entry, at least until the 25th birthday")};
  }
  if (country == "DE") return {years_after(last_entry, 10), tr("10 years after the last entry")};
  return {
      std::max(years_after(last_entry, 10), years_after(born, 28)),
      tr("10 years after the last entry, at least until the 28th birthday; a cautious guess, ask "
         "what holds for you")};
}

}  // namespace kinescript
