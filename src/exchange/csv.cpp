// SPDX-License-Identifier: MIT
#include "exchange/csv.h"

#include <map>

#include "base/text.h"

namespace kinescript {
namespace {

constexpr std::string_view kDelimiters = ",;\t|";
constexpr int kLooked = 100;  // records

// How many records have the most frequent number of cells, when that is more than one.
int evenness(std::string_view utf8, char delimiter) {
  CsvReader reader(utf8, delimiter);
  std::map<std::size_t, int> counts;
  CsvRecord record;
  for (int i = 0; i < kLooked && reader.next(record); ++i) ++counts[record.count];
  int most = 0;
  for (const auto& [cells, times] : counts)
    if (cells > 1) most = std::max(most, times);
  return most;
}

}  // namespace

bool CsvReader::at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

void CsvReader::pass_line_end() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
}

// From the quote to the one that closes it.
void CsvReader::read_quoted(CsvRecord& record, std::string& cell) {
  ++at_;
  while (at_ < text_.size()) {
    if (text_[at_] == '"') {
      ++at_;
      if (at_ >= text_.size() || text_[at_] != '"') return;
      cell += text_[at_++];
    } else if (at_line_end()) {
      cell += ' ';  // a name is one line
      pass_line_end();
    } else {
      cell += text_[at_++];
    }
  }
  record.unclosed = true;
}

void CsvReader::read_cell(CsvRecord& record, std::string& cell) {
  while (at_ < text_.size() && text_[at_] == ' ' && delimiter_ != ' ') ++at_;
  if (at_ < text_.size() && text_[at_] == '"') read_quoted(record, cell);
  while (at_ < text_.size() && text_[at_] != delimiter_ && !at_line_end()) cell += text_[at_++];
}

bool CsvReader::next(CsvRecord& record) {
  for (;;) {
    if (at_ >= text_.size()) return false;
    record = {};
    record.line = line_;
    bool blank = true;
    for (;;) {
      std::string cell;
      read_cell(record, cell);
      const std::string_view trimmed = trim(cell);
      blank = blank && trimmed.empty();
      if (record.cells.size() < kMostCells) record.cells.emplace_back(trimmed);
      ++record.count;
      if (at_ >= text_.size() || text_[at_] != delimiter_) break;
      ++at_;
    }
    if (at_ < text_.size()) pass_line_end();
    if (!blank) return true;
  }
}

char find_delimiter(std::string_view utf8) {
  char best = ',';
  int evenest = 0;
  for (const char delimiter : kDelimiters)
    if (const int even = evenness(utf8, delimiter); even > evenest) {
      evenest = even;
      best = delimiter;
    }
  return best;
}

std::string_view delimiter_word(char delimiter) {
  switch (delimiter) {
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    case '|':
      return "bar";
    default:
      return "comma";
  }
}

}  // namespace kinescript
