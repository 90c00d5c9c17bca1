// SPDX-License-Identifier: MIT
// A row of the table: what one thing costs against another, both measured in turn in this run.
//
//   Row row = in_turn("handout, warm", [&] { return milliseconds(ours); },
//                     [&] { return milliseconds(theirs); }, 1 / 30.0);
//
// The ratio is the median of the pairs' own ratios: what else the machine did meanwhile hit both.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace kinescript::bench {

inline constexpr int kPairs = 9;

struct Row {
  std::string what;
  double ours = 0, theirs = 0;  // medians, in `unit`
  double ratio = 0, goal = 0;   // met when ratio <= goal
  std::string unit = "ms";
  std::string peer;
};

double median(std::vector<double> values);
double milliseconds(const std::function<void()>& act);
Row in_turn(const std::string& what, const std::string& peer, double goal,
            const std::function<double()>& ours, const std::function<double()>& theirs);
// One figure each, measured once (sizes, memory).
Row once(const std::string& what, const std::string& peer, double goal, double ours, double theirs,
         const std::string& unit);

// Each file of rows gives some.
std::vector<Row> catalog_rows();
std::vector<Row> handout_rows();
std::vector<Row> store_rows();

}  // namespace kinescript::bench
