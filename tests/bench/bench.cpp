// SPDX-License-Identifier: MIT
// What things cost, as ratios within one run on one machine; exit status 1 when one is too large.
//
//   cmake --build build --target bench && build/tests/bench
#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>

#include "helpers/sheet.h"

using namespace kinescript;

namespace {

constexpr int kRounds = 7;

// The least of several rounds, in milliseconds: the others waited for somebody else.
double milliseconds(const std::function<void()>& act) {
  double least = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    act();
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - begin;
    least = std::min(least, took.count());
  }
  return least;
}

bool report(const std::string& what, double cost, double bound) {
  const double ratio = cost / bound;
  std::cout << what << ": " << cost << " ms to " << bound << " ms, ratio " << ratio << '\n';
  return ratio <= 1;
}

// 100 checks of the article's routine for a patient with five precautions and one conflict, against
// composing the same handout once (words and figures, no pages).
bool checks_against_compose() {
  auto who = sheet_patient();
  for (const char* text : {"osteoporosis", "htn", "knee:right", "falls", "ext_intol"})
    who.precautions.push_back(given(text));
  const auto plan = sheet_plan({{"walk-easy"},
                                {"drawing-in"},
                                {"dead-bug"},
                                {"bridge"},
                                {"superman"},
                                {"bodyweight-squat"},
                                {"knee-to-chest"},
                                {"floor-rotation"},
                                {"cat-camel"}});
  const auto dossier = sheet_dossier(plan, who);
  const double checks = milliseconds([&] {
    for (int i = 0; i < 100; ++i) check(plan, who, shipped_catalog(), kToday);
  });
  const double compose_once = milliseconds([&] { composed(dossier); });
  return report("100 checks to composing one handout", checks, compose_once);
}

}  // namespace

int main() { return checks_against_compose() ? 0 : 1; }
