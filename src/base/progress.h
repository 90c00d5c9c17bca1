// SPDX-License-Identifier: MIT
// Long work that says how far it is and can be stopped: a backup of years, its way back.
//
//   Progress progress = [&](double share) { bar.set(share); return !stop_was_pressed; };
//   go_on(progress, 0.4);                        // throws Stopped when it says no
//   copy(from, to, part(progress, 0, 0.5));      // the first half of the whole
//
// A share is 0 to 1 and never falls. An empty Progress is told nothing and stops nothing. Work that
// throws Stopped has changed nothing that lasts; it is no Error, since nothing is wrong.
#pragma once
#include <exception>
#include <functional>

namespace kinescript {

using Progress = std::function<bool(double share)>;

class Stopped : public std::exception {
 public:
  const char* what() const noexcept override { return "stopped"; }
};

inline void go_on(const Progress& progress, double share) {
  if (progress && !progress(share)) throw Stopped();
}

inline Progress part(const Progress& progress, double from, double to) {
  if (!progress) return {};
  return [=](double share) { return progress(from + (to - from) * share); };
}

}  // namespace kinescript
