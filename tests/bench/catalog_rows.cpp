// SPDX-License-Identifier: MIT
// The catalog and the safety check.
#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "base/text.h"
#include "bench/measure.h"
#include "catalog/toml_table.h"
#include "helpers/sheet.h"

namespace kinescript::bench {
namespace {

namespace fs = std::filesystem;

// 100 checks of the article's routine for a patient with five precautions and one conflict, against
// composing the same handout once (words and figures, no pages).
Row checks_against_compose() {
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
  const HandoutOptions options{Paper::a4, Palette::black_and_white, 0};
  return in_turn(
      "100 safety checks of the routine, 5 precautions", "composing its handout once", 1,
      [&] {
        return milliseconds([&] {
          for (int i = 0; i < 100; ++i) check(plan, who, shipped_catalog(), kToday);
        });
      },
      [&] {
        return milliseconds([&] { compose(dossier, standard_stationery(), english(), options); });
      });
}

const fs::path& shipped_folder() {
  static const fs::path kFolder = fs::path(KINESCRIPT_SOURCE_DIR) / "db";
  return kFolder;
}

Row loading_against_parsing() {
  return in_turn(
      "loading the catalog", "reading and parsing its TOML", 2,
      [] { return milliseconds([] { read_catalog(shipped_folder()); }); },
      [] {
        return milliseconds([] {
          for (const auto& entry : fs::recursive_directory_iterator(shipped_folder()))
            if (entry.path().extension() == ".toml")
              TomlTable::parse(read_file(entry.path()), entry.path().filename().string());
        });
      });
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

Row ten_thousand_against_a_thousand() {
  const fs::path scratch = fs::path(KINESCRIPT_TEST_SCRATCH) / "bench-catalog";
  fs::remove_all(scratch);
  const fs::path small = copies_of_one_exercise(scratch, 1000),
                 large = copies_of_one_exercise(scratch, 10000);
  const Row row = in_turn(
      "loading 10,000 records", "loading 1,000", 11,
      [&] { return milliseconds([&] { read_catalog(large); }); },
      [&] { return milliseconds([&] { read_catalog(small); }); });
  fs::remove_all(scratch);
  return row;
}

}  // namespace

std::vector<Row> catalog_rows(Plots&) {
  return {checks_against_compose(), loading_against_parsing(), ten_thousand_against_a_thousand()};
}

}  // namespace kinescript::bench
