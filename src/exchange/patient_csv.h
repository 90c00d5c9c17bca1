// SPDX-License-Identifier: MIT
// Patients from a CSV file of another program. How the file is written is found and told, so that a
// person can look at it before anything is stored; what was found can be overruled.
//
//   PatientCsv csv = read_patient_csv(bytes, {});
//   csv.form         // encoding, delimiter, header, which column is what, order of dates
//   csv.rows         // what stands in each row
//   csv.refused      // rows that cannot be taken, each with line and reason
//
// Columns are known by the header's words (English, German, French, Spanish), else by what stands in
// them: dates are birth dates, unique cells with digits are record numbers, then family and given
// name. The order of dates is the one that fits all; when two do (03/04/1961 and no day past 12),
// it stays open and nothing may be stored before somebody says it.
//
// A reason never repeats a cell: it is a patient's. Throws Error{invalid} for a file in which family
// name, given name or birth date are not found, of more than kMostRows rows or kMostBytes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "exchange/encoding.h"

namespace kinescript {

inline constexpr std::size_t kMostRows = 100000;
inline constexpr std::size_t kMostBytes = 64 << 20;

enum class CsvColumn : unsigned char { other, family, given, born, record, phone, diagnosis };
std::string_view word(CsvColumn column);  // "family", …, "-" for other
std::optional<CsvColumn> csv_column_from(std::string_view word);

enum class DateOrder : unsigned char { year_month_day, day_month_year, month_day_year };
std::string_view word(DateOrder order);  // "ymd", "dmy", "mdy"
std::optional<DateOrder> date_order_from(std::string_view word);

struct CsvForm {
  TextEncoding encoding = TextEncoding::utf8;
  char delimiter = ',';
  bool header = false;
  std::vector<CsvColumn> columns;
  std::optional<DateOrder> dates;  // absent: it cannot be told
};

// What a person says instead of what was found.
struct CsvSaid {
  std::vector<CsvColumn> columns;
  std::optional<DateOrder> dates;
};

// An empty text is a cell that is empty, or a column that is not there.
struct CsvPatient {
  std::size_t line = 0;
  std::string family, given, record, phone, diagnosis;
  Date born{};
};
struct RefusedRow {
  std::size_t line = 0;
  std::string reason;
};

struct PatientCsv {
  CsvForm form;
  std::vector<CsvPatient> rows;
  std::vector<RefusedRow> refused;
};
PatientCsv read_patient_csv(std::string_view bytes, const CsvSaid& said);

// "3.4.1961", "03/04/1961", "1961-04-03" in this order; years have four digits.
std::optional<Date> parse_date_in(std::string_view text, DateOrder order);

}  // namespace kinescript
