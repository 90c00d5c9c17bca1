// SPDX-License-Identifier: MIT
// Records of a CSV text, one at a time. RFC 4180, and what spreadsheets make of it: any of four
// delimiters, any line end, quotes around a cell with doubled quotes inside, line breaks in quotes.
//
//   CsvReader reader(utf8, find_delimiter(utf8));
//   for (CsvRecord r; reader.next(r);) use(r.line, r.cells);
//
// Lines that are blank are passed over. A quote that is never closed takes the rest of the text into
// one cell and says so. Of more than kMostCells cells in a record the rest is counted, not kept.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

inline constexpr std::size_t kMostCells = 100;

struct CsvRecord {
  std::size_t line = 0;            // where it begins, from 1
  std::vector<std::string> cells;  // trimmed
  std::size_t count = 0;           // of cells, kept or not
  bool unclosed = false;
};

class CsvReader {
 public:
  CsvReader(std::string_view utf8, char delimiter) : text_(utf8), delimiter_(delimiter) {}
  bool next(CsvRecord& record);  // false at the end

 private:
  void read_cell(CsvRecord& record, std::string& cell);
  void read_quoted(CsvRecord& record, std::string& cell);
  bool at_line_end() const;
  void pass_line_end();
  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0, line_ = 1;
};

// Of comma, semicolon, tab and bar the one that cuts the first records most evenly; comma when none
// cuts any.
char find_delimiter(std::string_view utf8);
std::string_view delimiter_word(char delimiter);  // "comma", "semicolon", "tab", "bar"

}  // namespace kinescript
