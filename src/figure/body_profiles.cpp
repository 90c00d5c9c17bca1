// SPDX-License-Identifier: MIT
#include "figure/body_profiles.h"

#include <algorithm>

namespace kinescript {
namespace {

using Rows = std::vector<std::array<double, 4>>;

// Slopes at the rows: second order inside (uneven spacing), one-sided at the ends.
Rows slopes_of(const Rows& rows) {
  const int last = int(rows.size()) - 1;
  Rows slopes(rows.size());
  for (int j = 1; j <= 3; ++j) {
    slopes[0][j] = (rows[1][j] - rows[0][j]) / (rows[1][0] - rows[0][0]);
    slopes[last][j] = (rows[last][j] - rows[last - 1][j]) / (rows[last][0] - rows[last - 1][0]);
    for (int i = 1; i < last; ++i) {
      const double before = rows[i][0] - rows[i - 1][0], after = rows[i + 1][0] - rows[i][0];
      slopes[i][j] =
          (before * before * rows[i + 1][j] + (after * after - before * before) * rows[i][j] -
           after * after * rows[i - 1][j]) /
          (before * after * (before + after));
    }
  }
  return slopes;
}

}  // namespace

Profile::Profile(Rows rows, int samples) : first_(rows.front()[0]), last_(rows.back()[0]) {
  const Rows slopes = slopes_of(rows);
  std::size_t i = 0;
  for (int k = 0; k < samples; ++k) {
    const double t = first_ + (last_ - first_) * k / (samples - 1);
    while (i + 2 < rows.size() && rows[i + 1][0] < t) ++i;
    const double h = rows[i + 1][0] - rows[i][0], s = (t - rows[i][0]) / h;
    auto value = [&](int j) {
      return (2 * s * s * s - 3 * s * s + 1) * rows[i][j] +
             (s * s * s - 2 * s * s + s) * h * slopes[i][j] +
             (-2 * s * s * s + 3 * s * s) * rows[i + 1][j] +
             (s * s * s - s * s) * h * slopes[i + 1][j];
    };
    samples_.push_back({value(1), value(2), value(3)});
  }
}

Thickness Profile::at(double t) const {
  const double last = double(samples_.size() - 1);
  const double at = std::clamp((t - first_) / (last_ - first_) * last, 0., last);
  const int below = std::min(int(at), int(samples_.size()) - 2);
  const Thickness &a = samples_[below], &b = samples_[below + 1];
  const double share = at - below;
  return {a.depth + (b.depth - a.depth) * share, a.width + (b.width - a.width) * share,
          a.forward + (b.forward - a.forward) * share};
}

const Profile& thigh_profile() {
  static const Profile profile({{0, .060, .055, -.002},
                                {.15, .059, .054, 0},
                                {.35, .053, .048, .003},
                                {.6, .044, .041, .003},
                                {.85, .035, .034, .001},
                                {1, .0325, .032, 0}},
                               40);
  return profile;
}

const Profile& shank_profile() {
  static const Profile profile({{0, .0325, .032, 0},
                                {.12, .0315, .0315, -.003},
                                {.30, .0345, .034, -.008},
                                {.5, .031, .030, -.006},
                                {.75, .0225, .022, -.002},
                                {1, .0195, .019, 0}},
                               40);
  return profile;
}

const Profile& upper_arm_profile() {
  static const Profile profile({{0, .037, .034, 0},
                                {.18, .035, .033, 0},
                                {.42, .0300, .0285, .002},
                                {.75, .0255, .025, 0},
                                {1, .0235, .023, 0}},
                               40);
  return profile;
}

const Profile& forearm_profile() {
  static const Profile profile({{0, .0235, .023, 0},
                                {.2, .0262, .025, .001},
                                {.45, .0235, .0225, 0},
                                {.8, .0175, .0155, 0},
                                {1, .0162, .0140, 0}},
                               40);
  return profile;
}

const Profile& torso_profile() {
  // (height, half-depth, half-width, forward)
  static const Profile profile({{-.055, .050, .060, -.004},
                                {-.02, .062, .086, -.006},
                                {.01, .067, .093, -.008},
                                {.05, .062, .088, -.007},
                                {.095, .054, .077, -.002},
                                {.13, .053, .077, 0},
                                {.17, .058, .083, .001},
                                {.215, .064, .092, .003},
                                {.250, .062, .092, .001},
                                {.280, .049, .070, -.005},
                                {.305, .036, .046, -.009}},
                               60);
  return profile;
}

}  // namespace kinescript
