// SPDX-License-Identifier: MIT
// Until when the law wants a patient's record kept, so that nobody deletes one too early
// unknowingly. A figure to be shown, not advice: who deletes decides.
//
// GB: 8 years after the last entry, children until their 25th birthday, or the 26th when they were
// 17 at the last entry (NHS Records Management Code of Practice 2021, appendix II). DE: 10 years
// (BGB section 630f). Elsewhere 10 years after the last entry, and 10 after the 18th birthday: the
// longest that is common; the rule says that it is a guess.
#pragma once
#include <string>
#include <string_view>

#include "base/date.h"

namespace kinescript {

struct Retention {
  Date until{};
  std::string rule;
};
Retention retention(std::string_view country, Date born, Date last_entry);

}  // namespace kinescript
