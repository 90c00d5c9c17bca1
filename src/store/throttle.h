// SPDX-License-Identifier: MIT
// How long to wait after wrong passphrases. Pure: count and time of the failures stand in the
// clinic file, so that a restart does not help; the clock is handed in, and nothing here sleeps.
//
// Two slips are free; from the third on 2, 4, 8, … seconds, 15 minutes at most. At the cap a
// guesser gets 96 tries a day through the program; Argon2id (store/keyring.h) is what slows one
// down who copies the file and works without it.
//
//   const auto wait = wait_before_next_try(failures, last_failure, clock.now);
//   if (wait.count() > 0) refuse(wait);
#pragma once
#include <algorithm>
#include <chrono>

#include "base/date.h"

namespace kinescript {

inline constexpr int kFreeFailures = 2;
inline constexpr std::chrono::seconds kLongestWait{900};

inline std::chrono::seconds delay_after(int failures) {
  if (failures <= kFreeFailures) return std::chrono::seconds{0};
  const int doublings = std::min(failures - kFreeFailures, 10);  // 2^10 s is past the cap
  return std::min(std::chrono::seconds{1LL << doublings}, kLongestWait);
}

// What is left of the delay; zero when the next try may be made. A clock that was set back never
// waits longer than the whole delay.
inline std::chrono::seconds wait_before_next_try(int failures, Moment last_failure, Moment now) {
  const auto delay = delay_after(failures);
  return std::clamp(std::chrono::seconds{last_failure + delay - now}, std::chrono::seconds{0},
                    delay);
}

}  // namespace kinescript
