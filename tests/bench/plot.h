// SPDX-License-Identifier: MIT
// A small plot of cost against size, both axes logarithmic: one line a way of doing it, named at
// its end. What is ours is ink, the others are grey.
//
//   to_svg({"search", "Search, a key press", "records", "ms", {{"Kinescript", {{1000, .02}, …}}}})
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace kinescript::bench {

struct Series {
  std::string name;
  std::vector<std::pair<double, double>> points;  // size, cost; both > 0, sizes rising
};
struct Plot {
  std::string name;  // of its file
  std::string title, sizes, costs;
  std::vector<Series> series;  // ours first
};
using Plots = std::vector<Plot>;

// REQUIRES two points in some series.
std::string to_svg(const Plot& plot);

}  // namespace kinescript::bench
