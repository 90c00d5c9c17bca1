// SPDX-License-Identifier: MIT
// patient import-csv FILE [--columns …] [--dates …] [--yes]
#include <CLI/CLI.hpp>
#include <memory>

#include "app/patient_import.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "cli/context.h"
#include "exchange/csv.h"

namespace kinescript {
namespace {

struct Typed {
  std::string file, columns, dates;
  bool yes = false;
};

CsvSaid read_said(const Typed& typed) {
  CsvSaid said;
  for (const std::string& name : split(typed.columns, ",")) {
    const auto column = csv_column_from(name);
    if (!column)
      throw Error(ErrorKind::usage, "",
                  "There is no column \"" + name +
                      "\". There is: family, given, born, record, phone, diagnosis, -.");
    said.columns.push_back(*column);
  }
  if (!typed.dates.empty()) said.dates = date_order_from(typed.dates);
  if (!typed.dates.empty() && !said.dates)
    throw Error(ErrorKind::usage, "", "--dates is dmy, mdy or ymd, not \"" + typed.dates + "\".");
  return said;
}

std::string in_words(DateOrder order) {
  switch (order) {
    case DateOrder::year_month_day:
      return "year, month, day";
    case DateOrder::day_month_year:
      return "day, month, year: 03/04/1961 is 3 April";
    case DateOrder::month_day_year:
      return "month, day, year: 03/04/1961 is March 4";
  }
  return "";
}

void show_form(std::ostream& out, const CsvForm& form) {
  std::vector<std::string> columns;
  for (const CsvColumn column : form.columns) columns.emplace_back(word(column));
  out << "encoding:  " << word(form.encoding) << "\ndelimiter: " << delimiter_word(form.delimiter)
      << "\nheader:    " << (form.header ? "yes" : "none") << "\ncolumns:   " << join(columns, ", ")
      << "\ndates:     "
      << (form.dates ? in_words(*form.dates)
                     : "cannot be told: say --dates dmy or --dates mdy")
      << '\n';
}

std::string counted(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

int import_csv(Context& context, const Typed& typed) {
  const CsvSaid said = read_said(typed);
  Session session = context.open_session(Right::write);
  const std::string bytes = read_file(typed.file);
  PatientCsv csv;
  try {
    csv = read_patient_csv(bytes, said);
  } catch (const Error& error) {
    throw Error(error.kind(), typed.file, error.message());
  }
  show_form(context.out, csv.form);
  if (!csv.form.dates)
    throw Error(ErrorKind::invalid, typed.file,
                "The order of the dates cannot be told from the file. Say --dates dmy or --dates "
                "mdy; nothing was stored.");
  const Clock& clock = context.workspace.clock();
  const PatientImport import = prepare_import(csv, session.store.patients(true),
                                              session.store.clinic().language, clock.today);
  for (const RefusedRow& row : import.refused)
    context.out << "line " << row.line << ": not taken: " << row.reason << '\n';
  if (typed.yes) session.store.put_patients(session.actor, import.to_store(), clock);
  context.out << (typed.yes ? "stored:    " : "would be:  ")
              << counted(import.fresh.size(), "new patient", "new patients") << ", "
              << import.changed.size() << " changed, " << import.same << " the same, "
              << counted(import.refused.size(), "row", "rows") << " not taken\n";
  if (!typed.yes) context.out << "Nothing was stored yet. Write --yes when this is right.\n";
  return import.refused.empty() ? kDone : kFailed;
}

}  // namespace

void add_patient_csv_command(CLI::App& patient, Context& context) {
  CLI::App* command = patient.add_subcommand(
      "import-csv", "Patients of another program: shows what was found, stores it with --yes");
  auto typed = std::make_shared<Typed>();
  command->add_option("FILE", typed->file, "A CSV file")->required();
  command->add_option("--columns", typed->columns,
                      "From left to right: family, given, born, record, phone, diagnosis, -");
  command->add_option("--dates", typed->dates, "dmy, mdy or ymd");
  command->add_flag("--yes", typed->yes, "Store it");
  command->callback([&context, typed] {
    context.action = [&context, typed] { return import_csv(context, *typed); };
  });
}

}  // namespace kinescript
