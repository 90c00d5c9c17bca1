// SPDX-License-Identifier: MIT
// What things cost, as ratios within one run on one machine: a table. Not a test.
//
//   cmake --build build --target bench         all but `million`, with --plots build/bench
//   build/bench/kinescript-bench [--plots FOLDER]
//   [catalog|figure|handout|process|search|store|window|million]…
//
// Without a name: all but `window`, which needs a display (tests/window/with_display.sh), and
// `million`, which takes minutes and 3 GB of disk. --plots writes the table as FOLDER/cost.txt and
// the curves of cost against size as FOLDER/cost-NAME.svg. Exit status 1 when a goal is
// missed or something could not be measured.
#include <fmt/format.h>
#include <hb.h>
#include <hpdf.h>
#include <libdeflate.h>
#include <sodium.h>
#include <sqlite3.h>
#include <unicode/uvernum.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>

#include "base/files.h"
#include "base/text.h"
#include "bench/measure.h"
#include "helpers/tool.h"

namespace kinescript::bench {

double percentile(std::vector<double> values, double share) {
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::min(at, values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

double median(std::vector<double> values) { return percentile(std::move(values), .5); }

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

namespace {

struct Group {
  const char* name;
  std::vector<Row> (*rows)(Plots&);
  bool usual = true;
};
const std::vector<Group> kGroups = {{"catalog", catalog_rows},       {"figure", figure_rows},
                                    {"handout", handout_rows},       {"process", process_rows},
                                    {"search", search_rows},         {"store", store_rows},
#ifdef KINESCRIPT_WINDOW
                                    {"window", window_rows, false},
#endif
                                    {"million", million_rows, false}};

// The first line of the file that begins with the word, behind its colon.
std::string line_of(const char* path, std::string_view word) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(word)) return std::string(trim(line.substr(line.find(':') + 1)));
  return "unknown";
}

std::string first_word(const char* path) {
  std::string word = "unknown";
  std::ifstream(path) >> word;
  return word;
}

std::string output_of(const std::string& command) {
  const ToolResult ran = run_tool(command);
  return ran.status == 0 ? std::string(trim(ran.out)) : "not there";
}

std::string head() {
#ifdef __clang__
  constexpr const char* kCompiler = "clang";
#else
  constexpr const char* kCompiler = "g++";
#endif
  return fmt::format("machine    {}, {} processors, load {} at the start\n",
                     line_of("/proc/cpuinfo", "model name"), std::thread::hardware_concurrency(),
                     first_word("/proc/loadavg")) +
         fmt::format("system     {}\n", split(output_of("uname -sr"), "-").front()) +
         fmt::format("compiler   {} {}\n", kCompiler, __VERSION__) +
         fmt::format(
             "libraries  SQLite {}, libharu {}, HarfBuzz {}, ICU {}, libdeflate {}, libsodium {}\n",
             sqlite3_libversion(), HPDF_GetVersion(), hb_version_string(), U_ICU_VERSION,
             LIBDEFLATE_VERSION_STRING, sodium_version_string()) +
         fmt::format("peers      {}, ReportLab {}, {}, {}\n\n", output_of("python3 --version"),
                     output_of("python3 -c 'import reportlab; print(reportlab.Version)'"),
                     output_of("weasyprint --version"), output_of("chromium --version")) +
         fmt::format("{:62} {:>10} {:>10}  {:4} {:>8} {:>8}  {}\n", "what", "ours", "theirs", "",
                     "ratio", "goal", "against");
}

std::string line_of(const Row& row) {
  return fmt::format("{:62} {:10.3f} {:10.3f}  {:4} {:8.4f} {:8.4f}  {}, {}\n", row.what, row.ours,
                     row.theirs, row.unit, row.ratio, row.goal, row.peer,
                     !row.fault.empty() ? "DOES NOT COUNT: " + row.fault
                     : row.met()        ? "met"
                                        : "MISSED");
}

int run(const std::vector<std::string>& words) {
  std::vector<std::string> names;
  std::string plots_folder;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto is = [&](const Group& group) { return group.name == words[i]; };
    if (words[i] == "--plots" && i + 1 < words.size()) {
      plots_folder = words[++i];
    } else if (std::any_of(kGroups.begin(), kGroups.end(), is)) {
      names.push_back(words[i]);
    } else {
      std::cerr << "There is no group of rows \"" << words[i] << "\". See tests/bench/bench.cpp.\n";
      return 2;
    }
  }
  bool met = true;
  Plots plots;
  std::string table;
  const auto say = [&table](const std::string& line) {
    table += line;
    std::cout << line << std::flush;
  };
  say(head());
  for (const Group& group : kGroups) {
    const bool wanted = names.empty()
                            ? group.usual
                            : std::find(names.begin(), names.end(), group.name) != names.end();
    if (!wanted) continue;
    try {
      for (const Row& row : group.rows(plots)) {
        met = met && row.met();
        say(line_of(row));
      }
    } catch (const std::exception& error) {
      met = false;
      say(fmt::format("{}: not measured, {}\n", group.name, error.what()));
    }
  }
  if (!plots_folder.empty()) {
    write_atomically(plots_folder + "/cost.txt", table);
    for (const Plot& plot : plots)
      write_atomically(plots_folder + "/cost-" + plot.name + ".svg", to_svg(plot));
  }
  return met ? 0 : 1;
}

}  // namespace
}  // namespace kinescript::bench

int main(int count, char** words) { return kinescript::bench::run({words + 1, words + count}); }
