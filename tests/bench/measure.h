// SPDX-License-Identifier: MIT
// A row of the table: what one thing costs against another, both measured in turn in this run.
//
//   Row row = in_turn("handout, warm", "ReportLab", 1 / 30.0, [&] { return milliseconds(ours); },
//                     [&] { return milliseconds(theirs); });
//
// The ratio is the median of the pairs' own ratios: what else the machine did meanwhile hit both.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "bench/plot.h"

namespace kinescript::bench {

inline constexpr int kPairs = 9;

struct Row {
  std::string what;
  double ours = 0, theirs = 0;  // medians, in `unit`
  double ratio = 0, goal = 0;   // met when ratio <= goal
  std::string unit = "ms";
  std::string peer;
  std::string fault = {};  // the row does not count, and why: ours was not the same work
  bool met() const { return fault.empty() && ratio <= goal; }
};

double median(std::vector<double> values);
// The value that `share` of them do not exceed.
double percentile(std::vector<double> values, double share);
double milliseconds(const std::function<void()>& act);
Row in_turn(const std::string& what, const std::string& peer, double goal,
            const std::function<double()>& ours, const std::function<double()>& theirs);
// One figure each, measured once (sizes, memory).
Row once(const std::string& what, const std::string& peer, double goal, double ours, double theirs,
         const std::string& unit);

// Each file of rows gives some, and adds its plots.
std::vector<Row> catalog_rows(Plots& plots);
std::vector<Row> figure_rows(Plots& plots);
std::vector<Row> handout_rows(Plots& plots);
std::vector<Row> million_rows(Plots& plots);  // minutes, and 3 GB of disk while it runs
std::vector<Row> process_rows(Plots& plots);
std::vector<Row> search_rows(Plots& plots);
std::vector<Row> store_rows(Plots& plots);
std::vector<Row> window_rows(Plots& plots);  // where the window is built; needs a display

}  // namespace kinescript::bench
