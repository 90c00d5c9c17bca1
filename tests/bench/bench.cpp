// SPDX-License-Identifier: MIT
// What things cost, as ratios within one run on one machine: a table, and exit status 1 when a goal
// is missed. Not a test.
//
//   cmake --build build --target bench && build/tests/bench [catalog|handout|store]…
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>

#include "bench/measure.h"

namespace kinescript::bench {

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double milliseconds(const std::function<void()>& act) {
  const auto begin = std::chrono::steady_clock::now();
  act();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

Row in_turn(const std::string& what, const std::string& peer, double goal,
            const std::function<double()>& ours, const std::function<double()>& theirs) {
  std::vector<double> a, b, ratios;
  for (int pair = 0; pair < kPairs; ++pair) {
    a.push_back(ours());
    b.push_back(theirs());
    ratios.push_back(a.back() / b.back());
  }
  return {what, median(a), median(b), median(ratios), goal, "ms", peer};
}

Row once(const std::string& what, const std::string& peer, double goal, double ours, double theirs,
         const std::string& unit) {
  return {what, ours, theirs, ours / theirs, goal, unit, peer};
}

}  // namespace kinescript::bench

int main(int count, char** words) {
  using namespace kinescript::bench;
  const std::map<std::string, std::vector<Row> (*)()> all = {
      {"catalog", catalog_rows}, {"handout", handout_rows}, {"store", store_rows}};
  bool met = true;
  std::cout << fmt::format("{:58} {:>10} {:>10}  {:4} {:>7} {:>7}  {}\n", "what", "ours", "theirs",
                           "", "ratio", "goal", "against");
  for (const auto& [name, rows] : all) {
    if (count > 1 && std::none_of(words + 1, words + count,
                                  [&name = name](const char* word) { return name == word; }))
      continue;
    for (const Row& row : rows()) {
      const bool good = row.ratio <= row.goal;
      met = met && good;
      std::cout << fmt::format("{:58} {:10.3f} {:10.3f}  {:4} {:7.4f} {:7.4f}  {}, {}\n", row.what,
                               row.ours, row.theirs, row.unit, row.ratio, row.goal, row.peer,
                               good ? "met" : "MISSED");
    }
  }
  return met ? 0 : 1;
}
