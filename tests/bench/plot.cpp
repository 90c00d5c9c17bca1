// SPDX-License-Identifier: MIT
#include "bench/plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kinescript::bench {
namespace {

constexpr double kWidth = 420, kHeight = 230;
constexpr double kLeft = 52, kRight = 300, kTop = 36, kBottom = 188;  // of the field
constexpr double kNextLine = 13;
constexpr const char *kInk = "#1c3d5a", *kGrey = "#8a8a8a", *kGrid = "#e3e3e3", *kText = "#444444";

struct Axis {
  int low = 0, high = 1;  // powers of ten
  double from = 0, to = 1;
  double operator()(double value) const {
    return from + (to - from) * (std::log10(value) - low) / (high - low);
  }
};

Axis axis_of(const std::vector<double>& values, double from, double to) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  Axis axis{static_cast<int>(std::floor(std::log10(*least) + 1e-9)),
            static_cast<int>(std::ceil(std::log10(*most) - 1e-9)), from, to};
  if (axis.high == axis.low) ++axis.high;
  return axis;
}

std::string number(double value) {
  if (value >= 1000) {
    const auto whole = static_cast<long>(std::lround(value));
    return whole >= 1000000 ? fmt::format("{} million", whole / 1000000)
                            : fmt::format("{},{:03}", whole / 1000, whole % 1000);
  }
  return fmt::format("{:g}", value);
}

std::string text(double x, double y, const char* anchor, const char* colour, int size,
                 const std::string& words) {
  return fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" fill=\"{}\" font-size=\"{}\">{}</text>\n",
      x, y, anchor, colour, size, words);
}

std::string grid(const Axis& x, const Axis& y) {
  std::string out;
  for (int power = x.low; power <= x.high; ++power) {
    const double at = x(std::pow(10, power));
    out += fmt::format("<path d=\"M{0:.1f} {1}V{2}\" stroke=\"{3}\"/>\n", at, kTop, kBottom, kGrid);
    out += text(at, kBottom + 14, "middle", kText, 10, number(std::pow(10, power)));
  }
  for (int power = y.low; power <= y.high; ++power) {
    const double at = y(std::pow(10, power));
    out += fmt::format("<path d=\"M{1} {0:.1f}H{2}\" stroke=\"{3}\"/>\n", at, kLeft, kRight, kGrid);
    out += text(kLeft - 6, at + 3.5, "end", kText, 10, number(std::pow(10, power)));
  }
  return out;
}

std::string line(const Series& series, const Axis& x, const Axis& y, const char* colour) {
  std::string way, dots;
  for (const auto& [size, cost] : series.points) {
    way += fmt::format("{}{:.1f} {:.1f}", way.empty() ? "M" : "L", x(size), y(cost));
    dots += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.5\" fill=\"{}\"/>\n", x(size),
                        y(cost), colour);
  }
  return fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\"/>\n{}", way,
                     colour, dots);
}

// Names stand at the ends of their lines, moved apart where those lie close.
std::vector<double> name_places(const Plot& plot, const Axis& y) {
  std::vector<std::size_t> order(plot.series.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto end = [&](std::size_t i) { return y(plot.series[i].points.back().second); };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return end(a) < end(b); });
  std::vector<double> places(order.size());
  double free = 0;
  for (const std::size_t i : order) {
    places[i] = std::max(free, end(i));
    free = places[i] + kNextLine;
  }
  return places;
}

}  // namespace

std::string to_svg(const Plot& plot) {
  std::vector<double> sizes, costs;
  for (const Series& series : plot.series)
    for (const auto& [size, cost] : series.points) sizes.push_back(size), costs.push_back(cost);
  const Axis x = axis_of(sizes, kLeft, kRight), y = axis_of(costs, kBottom, kTop);
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" font-family=\"Noto Sans, sans-serif\">\n<title>{2}</title>\n"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n",
      kWidth, kHeight, plot.title);
  out += text(kLeft, 16, "start", kInk, 13, plot.title);
  out += text(kLeft, 29, "start", kText, 10, plot.costs);
  out += grid(x, y);
  out += text(kRight, kBottom + 30, "end", kText, 10, plot.sizes);
  const std::vector<double> places = name_places(plot, y);
  for (std::size_t i = plot.series.size(); i-- > 0;) {  // ours last, over the others
    const char* colour = i == 0 ? kInk : kGrey;
    const Series& series = plot.series[i];
    out += line(series, x, y, colour);
    out +=
        text(x(series.points.back().first) + 8, places[i] + 3.5, "start", colour, 10, series.name);
  }
  return out + "</svg>\n";
}

}  // namespace kinescript::bench
