// SPDX-License-Identifier: MIT
// A key press of the exercise search, 20 best, against SQLite FTS5's bm25 over the same texts. The
// records are the shipped ones and invented ones: named by numbers, described in the shipped words.
// A row counts only while both find the same records, and while the questions of tests/data/search
// are answered as they demand among the invented ones too.
//
// FTS5 as it was fastest of what its documentation offers (https://sqlite.org/fts5.html): prefix
// indexes of one to four letters, no content table, optimized, in memory, ORDER BY rank;
// detail=none and detail=column were slower with bm25.
#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <random>
#include <set>
#include <stdexcept>

#include "base/files.h"
#include "base/text.h"
#include "bench/measure.h"
#include "catalog/search.h"
#include "helpers/plans.h"

namespace kinescript::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShown = 20;
constexpr int kEveryKey = 8, kEveryCompared = 8;  // of the keys pressed; of those measured
constexpr double kAnsweredFirst = .95;            // as tests/search_test.cpp demands

Catalog with_invented(std::size_t records) {
  Catalog catalog;
  catalog.exercises = shipped_catalog().exercises;
  const std::vector<Exercise> shipped = catalog.exercises;
  std::minstd_rand random(1);
  const auto any = [&]() -> const Exercise& { return shipped[random() % shipped.size()]; };
  while (catalog.exercises.size() < records) {
    const std::string number = std::to_string(100000 + catalog.exercises.size());
    const Exercise& like = any();
    Exercise one;
    one.id = ExerciseId{"routine-" + number};
    one.name_clinician = one.name_patient = "Routine " + number;
    one.regions = like.regions, one.positions = like.positions, one.section = like.section;
    one.equipment = like.equipment, one.muscles = like.muscles, one.type = like.type;
    one.why = any().why;
    for (std::size_t step = 0; step < like.steps.size(); ++step) {
      const auto& steps = any().steps;
      one.steps.push_back(steps[random() % steps.size()]);
    }
    catalog.exercises.push_back(std::move(one));
  }
  return catalog;
}

struct Question {
  std::string record, text;
};
std::vector<Question> questions() {
  std::vector<Question> all;
  std::set<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(KINESCRIPT_SOURCE_DIR) / "tests/data/search"))
    files.insert(entry.path());
  for (const fs::path& file : files)
    for (const std::string& line : split(read_file(file), "\n"))
      if (const auto cells = split(line, "\t"); cells.size() == 3)
        all.push_back({cells[0], cells[2]});
  return all;
}

// The words that must be found: all but the little ones.
std::vector<std::string> asked_words(const std::string& typed) {
  static const std::set<std::string> kLittle = {"a",  "an", "and",  "at",  "for", "in",
                                                "my", "of", "off",  "on",  "or",  "the",
                                                "to", "up", "with", "your"};
  std::string letters = lower_ascii(typed);
  for (char& c : letters)
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) c = ' ';
  const auto all = split_words(letters);
  std::vector<std::string> asked;
  for (const std::string& word : all)
    if (!kLittle.contains(word)) asked.push_back(word);
  return asked.empty() ? all : asked;
}

// What stands in the field after each key of each question, some of them.
std::vector<std::string> key_presses() {
  std::vector<std::string> some;
  int key = 0;
  for (const Question& question : questions())
    for (std::size_t letters = 1; letters <= question.text.size(); ++letters)
      if (++key % kEveryKey == 0) {
        std::string typed = question.text.substr(0, letters);
        if (!asked_words(typed).empty()) some.push_back(std::move(typed));
      }
  return some;
}

class Fts5 {
 public:
  explicit Fts5(const Catalog& catalog) {
    if (sqlite3_open(":memory:", &database_) != SQLITE_OK) fail();
    run("CREATE VIRTUAL TABLE f USING fts5(t, content='', prefix='1 2 3 4'); BEGIN");
    sqlite3_stmt* insert = prepared("INSERT INTO f (rowid, t) VALUES (?, ?)");
    for (std::size_t i = 0; i < catalog.exercises.size(); ++i) {
      const std::string text = text_of(catalog.exercises[i]);
      sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(i));
      sqlite3_bind_text(insert, 2, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) fail();
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT; INSERT INTO f (f) VALUES ('optimize')");
    best_ =
        prepared(fmt::format("SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT {}", kShown));
    all_ = prepared("SELECT rowid FROM f WHERE f MATCH ?");
  }
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;
  ~Fts5() {
    sqlite3_finalize(best_);
    sqlite3_finalize(all_);
    sqlite3_close(database_);
  }

  // Every word begins one of the text's.
  static std::string match_of(const std::vector<std::string>& words) {
    std::string match;
    for (const std::string& word : words) match += "\"" + word + "\"* ";
    return match;
  }
  std::vector<std::size_t> best(const std::string& match) { return rows(best_, match); }
  std::vector<std::size_t> all(const std::string& match) { return rows(all_, match); }

 private:
  // The texts that src/catalog/search.cpp reads.
  static std::string text_of(const Exercise& exercise) {
    std::vector<std::string> all = {exercise.id.text,
                                    exercise.name_clinician,
                                    exercise.name_patient,
                                    exercise.type,
                                    std::string(word(exercise.section)),
                                    exercise.why};
    for (const auto* list : {&exercise.aliases, &exercise.regions, &exercise.positions,
                             &exercise.equipment, &exercise.muscles})
      all.insert(all.end(), list->begin(), list->end());
    for (const Step& step : exercise.steps) all.push_back(step.text);
    return join(all, "\n");
  }
  [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(database_)); }
  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  sqlite3_stmt* prepared(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
    return statement;
  }
  std::vector<std::size_t> rows(sqlite3_stmt* statement, const std::string& match) {
    std::vector<std::size_t> found;
    sqlite3_bind_text(statement, 1, match.data(), static_cast<int>(match.size()), SQLITE_STATIC);
    int state = SQLITE_ROW;
    while ((state = sqlite3_step(statement)) == SQLITE_ROW)
      found.push_back(static_cast<std::size_t>(sqlite3_column_int64(statement, 0)));
    if (state != SQLITE_DONE) fail();
    sqlite3_reset(statement);
    return found;
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt *best_ = nullptr, *all_ = nullptr;
};

// Where only beginnings decide: no ending that our search would take off, and nothing misspelt.
bool plainly_typed(const std::vector<std::string>& words) {
  return std::none_of(words.begin(), words.end(), [](const std::string& word) {
    return word.ends_with("s") || word.ends_with("ing") || word.ends_with("ed");
  });
}

// "" when both found the same.
std::string unlike(const SearchIndex& index, const Catalog& catalog, Fts5& fts,
                   const std::vector<std::string>& keys) {
  int compared = 0, key = 0;
  for (const std::string& typed : keys) {
    const auto words = asked_words(typed);
    if (!plainly_typed(words) || ++key % kEveryCompared != 0) continue;
    const auto rows = fts.all(Fts5::match_of(words));
    if (rows.empty()) continue;
    std::set<std::size_t> ours;
    for (const Exercise* one : index.find(typed))
      ours.insert(static_cast<std::size_t>(one - catalog.exercises.data()));
    if (ours != std::set<std::size_t>(rows.begin(), rows.end()))
      return fmt::format("\"{}\" found {} records, FTS5 {}", typed, ours.size(), rows.size());
    ++compared;
  }
  std::cout << fmt::format("search, {} records: the same ones found after {} keys compared\n",
                           catalog.exercises.size(), compared);
  return compared == 0 ? "nothing was compared" : "";
}

std::string unanswered(const SearchIndex& index, std::size_t records) {
  int first = 0;
  const auto all = questions();
  for (const Question& question : all) {
    const auto found = index.find(question.text, {.most = 1, .used = {}});
    first += !found.empty() && found.front()->id.text == question.record;
  }
  const std::string said = fmt::format("{} of {} questions answered first", first, all.size());
  std::cout << fmt::format("search, {} records: {}\n", records, said);
  return first < kAnsweredFirst * static_cast<double>(all.size()) ? said : "";
}

Row search_among(std::size_t records, Plot& plot) {
  const Catalog catalog = with_invented(records);
  const SearchIndex index(catalog);
  Fts5 fts(catalog);
  const auto keys = key_presses();
  std::vector<double> ours, theirs;
  for (const std::string& typed : keys) {
    ours.push_back(milliseconds([&] { index.find(typed, {.most = kShown, .used = {}}); }));
    const std::string match = Fts5::match_of(asked_words(typed));
    theirs.push_back(milliseconds([&] { fts.best(match); }));
  }
  std::cout << fmt::format(
      "search, {} records, {} keys: half take less than {:.3f} ms, FTS5 {:.3f}\n", records,
      keys.size(), median(ours), median(theirs));
  Row row = once(fmt::format("search, {} records, 20 best, a key press, p99", records),
                 "SQLite FTS5 bm25, prefix indexes, in memory", 1 / 20.0, percentile(ours, .99),
                 percentile(theirs, .99), "ms");
  row.fault = unlike(index, catalog, fts, keys);
  if (row.fault.empty()) row.fault = unanswered(index, records);
  plot.series[0].points.emplace_back(records, row.ours);
  plot.series[1].points.emplace_back(records, row.theirs);
  return row;
}

}  // namespace

std::vector<Row> search_rows(Plots& plots) {
  Plot plot{"search",
            "Search: a key press, 20 best",
            "records",
            "ms, slowest of 100 (p99)",
            {{"Kinescript", {}}, {"SQLite FTS5 bm25", {}}}};
  search_among(1000, plot);  // for the plot; the goal is about the larger ones
  std::vector<Row> rows = {search_among(10000, plot), search_among(100000, plot)};
  plots.push_back(std::move(plot));
  return rows;
}

}  // namespace kinescript::bench
