// SPDX-License-Identifier: MIT
// What things cost, as ratios within one run on one machine; exit status 1 when one is too large.
//
//   cmake --build build --target bench && build/tests/bench
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>

#include "base/files.h"
#include "base/text.h"
#include "catalog/toml_table.h"
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
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
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

namespace fs = std::filesystem;

const fs::path& shipped_folder() {
  static const fs::path kFolder = fs::path(KINESCRIPT_SOURCE_DIR) / "db";
  return kFolder;
}

// Reading the catalog against reading and parsing the same files.
bool loading_against_parsing() {
  const double loading = milliseconds([] { read_catalog(shipped_folder()); });
  const double parsing = milliseconds([] {
    for (const auto& entry : fs::recursive_directory_iterator(shipped_folder()))
      if (entry.path().extension() == ".toml")
        TomlTable::parse(read_file(entry.path()), entry.path().filename().string());
  });
  return report("loading the catalog to twice reading and parsing it", loading, 2 * parsing);
}

// A folder with `records` copies of one exercise, each with an id of its own.
fs::path copies_of_one_exercise(const fs::path& scratch, int records) {
  const fs::path folder = scratch / std::to_string(records);
  fs::create_directories(folder / "catalog" / "copies");
  for (const char* file : {"precautions.toml", "tags.toml", "stop_box.toml", "session.toml"})
    fs::copy_file(shipped_folder() / file, folder / file);
  const std::string text = read_file(shipped_folder() / "catalog" / "hip" / "clamshell.toml");
  for (int i = 0; i < records; ++i) {
    const std::string id = "clamshell-" + std::to_string(i);
    std::ofstream(folder / "catalog" / "copies" / (id + ".toml"))
        << replace_all(text, "id = \"clamshell\"", "id = \"" + id + "\"");
  }
  return folder;
}

bool ten_thousand_against_a_thousand() {
  const fs::path scratch = fs::path("bench-scratch");
  fs::remove_all(scratch);
  const fs::path small = copies_of_one_exercise(scratch, 1000),
                 large = copies_of_one_exercise(scratch, 10000);
  const double thousand = milliseconds([&] { read_catalog(small); });
  const double ten_thousand = milliseconds([&] { read_catalog(large); });
  fs::remove_all(scratch);
  return report("10,000 records to 11 times 1,000", ten_thousand, 11 * thousand);
}

}  // namespace

int main() {
  const bool checks = checks_against_compose(), loading = loading_against_parsing(),
             size = ten_thousand_against_a_thousand();
  return checks && loading && size ? 0 : 1;
}
