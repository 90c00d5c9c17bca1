// SPDX-License-Identifier: MIT
#include "exchange/patient_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "exchange/csv.h"

namespace kinescript {
namespace {

constexpr std::size_t kLooked = 200;  // records that say what is in a column

constexpr std::array<std::pair<CsvColumn, std::string_view>, 7> kColumns{
    {{CsvColumn::other, "-"},
     {CsvColumn::family, "family"},
     {CsvColumn::given, "given"},
     {CsvColumn::born, "born"},
     {CsvColumn::record, "record"},
     {CsvColumn::phone, "phone"},
     {CsvColumn::diagnosis, "diagnosis"}}};

constexpr std::array<std::pair<DateOrder, std::string_view>, 3> kOrders{
    {{DateOrder::year_month_day, "ymd"},
     {DateOrder::day_month_year, "dmy"},
     {DateOrder::month_day_year, "mdy"}}};

// Headers as other programs write them, small letters, blanks for all that is no letter.
const std::vector<std::pair<CsvColumn, std::vector<std::string>>>& headers() {
  static const std::vector<std::pair<CsvColumn, std::vector<std::string>>> all{
      {CsvColumn::family,
       {"family", "family name", "familyname", "last name", "lastname", "surname", "last",
        "nachname", "familienname", "name", "nom", "nom de famille", "apellido", "apellidos"}},
      {CsvColumn::given,
       {"given", "given name", "givenname", "first name", "firstname", "forename", "first",
        "vorname", "pr\xC3\xA9nom", "prenom", "nombre"}},
      {CsvColumn::born,
       {"born", "birth date", "birthdate", "date of birth", "dob", "birthday", "d o b",
        "geburtsdatum", "geboren", "geb datum", "date de naissance", "fecha de nacimiento"}},
      {CsvColumn::record,
       {"record", "record number", "record no", "id", "patient id", "patientid", "patient no",
        "patient number", "mrn", "no", "number", "nummer", "patientennummer", "patnr",
        "num\xC3\xA9ro", "numero"}},
      {CsvColumn::phone,
       {"phone", "phone number", "telephone", "tel", "mobile", "cell", "telefon",
        "t\xC3\xA9l\xC3\xA9phone", "tel\xC3\xA9" "fono", "telefono"}},
      {CsvColumn::diagnosis,
       {"diagnosis", "diagnose", "dx", "diagnostic", "diagn\xC3\xB3stico"}}};
  return all;
}

std::string plain_header(const std::string& cell) {
  std::string text = lower_ascii(cell);
  for (char& c : text)
    if (c == '_' || c == '-' || c == '.' || c == ':' || c == '/') c = ' ';
  return join(split_words(text), " ");
}

CsvColumn column_named(const std::string& cell) {
  const std::string name = plain_header(cell);
  for (const auto& [column, names] : headers())
    if (std::find(names.begin(), names.end(), name) != names.end()) return column;
  return CsvColumn::other;
}

bool is_date(const std::string& cell) {
  return std::any_of(kOrders.begin(), kOrders.end(), [&](const auto& order) {
    return parse_date_in(cell, order.first).has_value();
  });
}

bool is_header(const CsvRecord& record) {
  const auto known =
      std::count_if(record.cells.begin(), record.cells.end(),
                    [](const auto& cell) { return column_named(cell) != CsvColumn::other; });
  return known >= 2 && std::none_of(record.cells.begin(), record.cells.end(), is_date);
}

// Each kind of column once: the first that is named so.
std::vector<CsvColumn> columns_of_header(const CsvRecord& header) {
  std::vector<CsvColumn> columns;
  for (const std::string& cell : header.cells) {
    const CsvColumn column = column_named(cell);
    const bool taken = std::find(columns.begin(), columns.end(), column) != columns.end();
    columns.push_back(taken ? CsvColumn::other : column);
  }
  return columns;
}

bool has_digit(const std::string& cell) {
  return std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_phone(const std::string& cell) {
  const auto digits =
      std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 7 && cell.find_first_not_of("0123456789 +-/().") == std::string::npos &&
         (cell[0] == '+' || cell[0] == '0' || cell.find(' ') != std::string::npos);
}

// The share of the cells of a column, in percent, for which `fits` is true; empty cells do not count.
template <class Fits>
std::size_t share(std::span<const CsvRecord> records, std::size_t column, const Fits& fits) {
  std::size_t all = 0, good = 0;
  for (const CsvRecord& record : records) {
    if (column >= record.cells.size() || record.cells[column].empty()) continue;
    ++all;
    good += fits(record.cells[column]) ? 1 : 0;
  }
  return all == 0 ? 0 : good * 100 / all;
}

bool all_differ(std::span<const CsvRecord> records, std::size_t column) {
  std::set<std::string> seen;
  return std::all_of(records.begin(), records.end(), [&](const CsvRecord& record) {
    return column < record.cells.size() && !record.cells[column].empty() &&
           seen.insert(record.cells[column]).second;
  });
}

std::vector<CsvColumn> columns_by_content(std::span<const CsvRecord> records) {
  std::size_t width = 0;
  for (const CsvRecord& record : records) width = std::max(width, record.cells.size());
  std::vector<CsvColumn> columns(width, CsvColumn::other);
  const auto has = [&](CsvColumn column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  for (std::size_t at = 0; at < width; ++at)
    if (!has(CsvColumn::born) && share(records, at, is_date) > 60) columns[at] = CsvColumn::born;
  for (std::size_t at = 0; at < width; ++at) {
    if (columns[at] != CsvColumn::other) continue;
    if (!has(CsvColumn::phone) && share(records, at, is_phone) > 60)
      columns[at] = CsvColumn::phone;
    else if (!has(CsvColumn::record) && share(records, at, has_digit) > 90 &&
             all_differ(records, at))
      columns[at] = CsvColumn::record;
    else if (share(records, at, has_digit) < 10 && share(records, at, [](auto&) { return true; }))
      columns[at] = !has(CsvColumn::family)  ? CsvColumn::family
                    : !has(CsvColumn::given) ? CsvColumn::given
                                             : CsvColumn::other;
  }
  return columns;
}

std::size_t place_of(const std::vector<CsvColumn>& columns, CsvColumn column) {
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) -
                                  columns.begin());
}

// Which orders fit how many of the birth dates.
struct DatesSeen {
  std::array<std::size_t, 3> fits{};
  bool dotted = false;  // 3.4.1961: nobody writes the month first with points
  void see(const std::string& cell) {
    for (std::size_t i = 0; i < kOrders.size(); ++i)
      if (parse_date_in(cell, kOrders[i].first)) ++fits[i];
    dotted = dotted || cell.find('.') != std::string::npos;
  }
  std::optional<DateOrder> order() const {
    const auto most = *std::max_element(fits.begin(), fits.end());
    if (most == 0) return {};
    if (std::count(fits.begin(), fits.end(), most) == 1)
      return kOrders[static_cast<std::size_t>(
                         std::find(fits.begin(), fits.end(), most) - fits.begin())]
          .first;
    if (dotted) return DateOrder::day_month_year;
    return {};
  }
};

void require_columns(const std::vector<CsvColumn>& columns) {
  for (const CsvColumn needed : {CsvColumn::family, CsvColumn::given, CsvColumn::born})
    if (std::count(columns.begin(), columns.end(), needed) != 1)
      throw Error(ErrorKind::invalid, "",
                  fmt::format("The column \"{}\" was not found. Name the columns from left to "
                              "right: --columns family,given,born,record (- for one that is not "
                              "to be read).",
                              word(needed)));
}

std::string fault_of(const CsvRecord& record, std::size_t width) {
  if (record.unclosed)
    return "a quotation mark is opened here and never closed; close it or take it away";
  if (record.count != width)
    return fmt::format("it has {} cells, the file has {} columns", record.count, width);
  for (std::size_t at = 0; at < record.cells.size(); ++at) {
    const std::string& cell = record.cells[at];
    if (!valid_utf8(cell) || cell.find("\xEF\xBF\xBD") != std::string::npos ||
        cell.find('\0') != std::string::npos)
      return fmt::format("cell {} has a letter that cannot be read; save the file as UTF-8",
                         at + 1);
  }
  return {};
}

// One record as a patient, or why not.
std::string read_row(const CsvRecord& record, const CsvForm& form, CsvPatient& patient) {
  if (auto fault = fault_of(record, form.columns.size()); !fault.empty()) return fault;
  patient = {};
  patient.line = record.line;
  for (std::size_t at = 0; at < record.cells.size(); ++at) {
    const std::string& cell = record.cells[at];
    switch (form.columns[at]) {
      case CsvColumn::family:
        patient.family = cell;
        break;
      case CsvColumn::given:
        patient.given = cell;
        break;
      case CsvColumn::record:
        patient.record = cell;
        break;
      case CsvColumn::phone:
        patient.phone = cell;
        break;
      case CsvColumn::diagnosis:
        patient.diagnosis = cell;
        break;
      case CsvColumn::born: {
        if (cell.empty()) return "the birth date is missing";
        const auto born = form.dates ? parse_date_in(cell, *form.dates) : std::nullopt;
        if (form.dates && !born)
          return fmt::format(
              "the birth date is no day in the order {} with a year of four digits",
              word(*form.dates));
        patient.born = born.value_or(Date{});
        break;
      }
      case CsvColumn::other:
        break;
    }
  }
  if (patient.family.empty()) return "the family name is missing";
  if (patient.given.empty()) return "the given name is missing";
  return {};
}

}  // namespace

std::string_view word(CsvColumn column) {
  return kColumns[static_cast<std::size_t>(column)].second;
}

std::optional<CsvColumn> csv_column_from(std::string_view text) {
  for (const auto& [column, name] : kColumns)
    if (name == text) return column;
  return {};
}

std::string_view word(DateOrder order) { return kOrders[static_cast<std::size_t>(order)].second; }

std::optional<DateOrder> date_order_from(std::string_view text) {
  for (const auto& [order, name] : kOrders)
    if (name == text) return order;
  return {};
}

std::optional<Date> parse_date_in(std::string_view text, DateOrder order) {
  std::array<std::string_view, 3> parts;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto end = text.find_first_not_of("0123456789");
    parts[i] = text.substr(0, end);
    text.remove_prefix(parts[i].size());
    if (i == 2) break;
    if (text.empty() || (text[0] != '.' && text[0] != '/' && text[0] != '-' && text[0] != ' '))
      return {};
    text.remove_prefix(1);
    while (!text.empty() && text[0] == ' ') text.remove_prefix(1);
  }
  // What a spreadsheet exports after a day: the midnight that it added.
  if (!text.empty() && text != " 00:00:00" && text != "T00:00:00" && text != " 00:00") return {};
  if (order == DateOrder::day_month_year) std::swap(parts[0], parts[2]);
  if (order == DateOrder::month_day_year) parts = {parts[2], parts[0], parts[1]};
  if (parts[0].size() != 4 || parts[1].empty() || parts[1].size() > 2 || parts[2].empty() ||
      parts[2].size() > 2)
    return {};
  return parse_date(fmt::format("{}-{:0>2}-{:0>2}", parts[0], parts[1], parts[2]));
}

PatientCsv read_patient_csv(std::string_view bytes, const CsvSaid& said) {
  if (bytes.size() > kMostBytes)
    throw Error(ErrorKind::invalid, "", "The file is larger than 64 MB. Split it.");
  const DecodedText text = decode_text(bytes);
  PatientCsv csv;
  CsvForm& form = csv.form;
  form.encoding = text.encoding;
  form.delimiter = find_delimiter(text.utf8);
  std::vector<CsvRecord> first;
  CsvReader looking(text.utf8, form.delimiter);
  for (CsvRecord record; first.size() < kLooked && looking.next(record);) first.push_back(record);
  if (first.empty()) throw Error(ErrorKind::invalid, "", "The file is empty.");
  form.header = is_header(first.front());
  form.columns = !said.columns.empty() ? said.columns
                 : form.header         ? columns_of_header(first.front())
                                       : columns_by_content(first);
  require_columns(form.columns);

  const std::size_t born = place_of(form.columns, CsvColumn::born);
  const auto each_row = [&](const auto& use) {
    CsvReader reader(text.utf8, form.delimiter);
    std::size_t rows = 0;
    for (CsvRecord record; reader.next(record);) {
      if (rows++ == 0 && form.header) continue;
      if (rows > kMostRows + 1)
        throw Error(ErrorKind::invalid, "", "The file has more than 100,000 rows. Split it.");
      use(record);
    }
  };
  DatesSeen seen;
  each_row([&](const CsvRecord& record) {
    if (born < record.cells.size()) seen.see(record.cells[born]);
  });
  form.dates = said.dates ? said.dates : seen.order();
  each_row([&](const CsvRecord& record) {
    CsvPatient patient;
    if (auto reason = read_row(record, form, patient); !reason.empty())
      csv.refused.push_back({record.line, std::move(reason)});
    else
      csv.rows.push_back(std::move(patient));
  });
  return csv;
}

}  // namespace kinescript
