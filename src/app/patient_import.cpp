// SPDX-License-Identifier: MIT
#include "app/patient_import.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/patient_text.h"
#include "app/shown_words.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

std::string person_key(const Patient& patient) {
  return folded(patient.family) + "\n" + folded(patient.given) + "\n" + iso(patient.born);
}

// A tenth of a second's work, so that a window answers in between.
constexpr std::size_t kAtOnce = 100;

class Import {
 public:
  Import(const std::vector<Patient>& present, const std::string& language, Date today)
      : language_(language), today_(today) {
    for (const Patient& patient : present) {
      by_record_[lower_ascii(patient.record_number)] = &patient;
      people_.insert(person_key(patient));
    }
  }

  // "" or the reason why this row is not taken.
  std::string take(const CsvPatient& row, PatientImport& import) {
    if (!row.record.empty() && !records_.insert(lower_ascii(row.record)).second)
      return "an earlier row has the same record number";
    const auto known = by_record_.find(lower_ascii(row.record));
    if (row.record.empty() || known == by_record_.end()) return add(row, import);
    return change(*known->second, row, import);
  }

 private:
  std::string add(const CsvPatient& row, PatientImport& import) {
    Patient patient;
    patient.language = language_;
    if (auto reason = put(row, patient); !reason.empty()) return reason;
    if (!people_.insert(person_key(patient)).second)
      return "a patient of this name and birth date is there already; give the record number to "
             "change them, or add them with \"patient add\" if they are two people";
    import.fresh.push_back(std::move(patient));
    return {};
  }

  std::string change(const Patient& before, const CsvPatient& row, PatientImport& import) {
    Patient after = before;
    if (auto reason = put(row, after); !reason.empty()) return reason;
    const bool other_name = folded(after.family) != folded(before.family) ||
                            folded(after.given) != folded(before.given);
    if (other_name && after.born != before.born)
      return "the record number belongs to a patient of another name and another birth date";
    if (after == before)
      ++import.same;
    else
      import.changed.push_back(std::move(after));
    return {};
  }

  std::string put(const CsvPatient& row, Patient& patient) const {
    try {
      patient.family = read_name(row.family, "The family name");
      patient.given = read_name(row.given, "The given name");
      patient.born = row.born;
      if (!row.record.empty())
        patient.record_number = read_name(row.record, "The record number", 40);
      if (!row.phone.empty()) patient.phone = read_line(row.phone, "The phone");
      if (!row.diagnosis.empty())
        patient.diagnosis = read_line(row.diagnosis, "The diagnosis", kTextLength);
    } catch (const Error&) {  // its words may repeat the cell
      return "a cell is too long or has a sign that cannot be printed";
    }
    if (patient.record_number.find('/') != std::string::npos)
      return "the record number has a slash; write it with a dash";
    if (row.born > today_) return "the birth date is still to come";
    if (year_of(row.born) < year_of(today_) - kOldestPatient)
      return "the birth date is more than 120 years ago";
    return {};
  }

  std::map<std::string, const Patient*> by_record_;
  std::set<std::string> people_, records_;
  std::string language_;
  Date today_;
};

}  // namespace

std::vector<Patient> PatientImport::to_store() const {
  std::vector<Patient> all = fresh;
  all.insert(all.end(), changed.begin(), changed.end());
  return all;
}

PatientImport prepare_import(const PatientCsv& csv, const std::vector<Patient>& present,
                             const std::string& language, Date today) {
  PatientImport import;
  import.refused = csv.refused;
  Import rows(present, language, today);
  for (const CsvPatient& row : csv.rows)
    if (auto reason = rows.take(row, import); !reason.empty())
      import.refused.push_back({row.line, std::move(reason)});
  std::sort(import.refused.begin(), import.refused.end(),
            [](const auto& a, const auto& b) { return a.line < b.line; });
  return import;
}

std::string found_in(const CsvForm& form) {
  std::string separated = tr("Separated by another sign");
  if (form.delimiter == ',') separated = tr("Separated by commas");
  if (form.delimiter == ';') separated = tr("Separated by semicolons");
  if (form.delimiter == '\t') separated = tr("Separated by tabs");
  std::vector<std::string> columns;
  for (const CsvColumn column : form.columns) columns.push_back(shown(word(column)));
  std::string dates = tr("Dates: year, month, day");
  if (!form.dates)
    dates = tr("Dates: day and month cannot be told apart. Choose the order.");
  else if (*form.dates == DateOrder::day_month_year)
    dates = tr("Dates: day, month, year; 03/04/1961 is 3 April");
  else if (*form.dates == DateOrder::month_day_year)
    dates = tr("Dates: month, day, year; 03/04/1961 is March 4");
  return separated + " · " + (form.header ? tr("with a header") : tr("without a header")) + " · " +
         std::string(word(form.encoding)) + "\n" + trf("Columns: {}", join(columns, ", ")) + "\n" +
         dates;
}

std::string import_counts(const PatientImport& import) {
  return trn("{} new patient", "{} new patients", import.fresh.size()) + ", " +
         trf("{} changed, {} the same", import.changed.size(), import.same) + ", " +
         trn("{} row not taken", "{} rows not taken", import.refused.size());
}

StoringImport::StoringImport(Session& session, const PatientImport& import)
    : session_(session), patients_(import.to_store()) {}

void StoringImport::go_on() {
  const auto from = patients_.begin() + static_cast<std::ptrdiff_t>(done_);
  const std::size_t many = std::min(kAtOnce, patients_.size() - done_);
  session_.store.put_patients(session_.actor, {from, from + static_cast<std::ptrdiff_t>(many)},
                              session_.workspace.clock());
  done_ += many;
}

}  // namespace kinescript
