// SPDX-License-Identifier: MIT
#include "app/patient_text.h"

#include <algorithm>

#include "app/shown_words.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

constexpr std::chrono::days kFarthestDue{300};  // a pregnancy's due date lies at most so far ahead

[[noreturn]] void wrong(const std::string& message) { throw Error(ErrorKind::usage, "", message); }

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

const Precaution& known(std::string_view word, const Catalog& catalog, std::string& tail) {
  if (const Precaution* found = catalog.find(PrecautionCode{std::string(word)})) return *found;
  std::vector<std::string> codes;
  for (const Precaution& precaution : catalog.precautions) {
    codes.push_back(precaution.code.text);
    for (const auto& alias : precaution.aliases) {
      if (alias.first == word) {
        const auto colon = alias.second.find(':');
        if (colon != std::string::npos) tail = alias.second.substr(colon) + tail;
        return precaution;
      }
    }
  }
  throw Error(ErrorKind::not_found, "",
              "There is no precaution " + in_quotes(word) + "." + did_you_mean(word, codes) +
                  " Look with \"kinescript-cli precaution list\", or use --own-precaution.");
}

// What may be written for a field, for a message.
std::string allowed(const DetailField& field) {
  switch (field.type) {
    case DetailField::Type::choice:
      return trf("one of {}", join(field.choices, ", "));
    case DetailField::Type::whole:
      if (field.min && field.max)
        return trf("a whole number from {} to {}", *field.min, *field.max);
      return tr("a whole number");
    case DetailField::Type::decimal:
      return tr("a number");
    case DetailField::Type::date:
      return tr("a day like 2026-11-23");
    case DetailField::Type::text:
      return tr("a short text");
  }
  return tr("a value");
}

bool fits(const DetailField& field, const std::string& value) {
  switch (field.type) {
    case DetailField::Type::choice:
      return std::find(field.choices.begin(), field.choices.end(), value) != field.choices.end();
    case DetailField::Type::whole: {
      const auto n = parse_int(value);
      return n && (!field.min || *n >= *field.min) && (!field.max || *n <= *field.max);
    }
    case DetailField::Type::decimal:
      return parse_double(value).has_value();
    case DetailField::Type::date:
      return parse_date(value).has_value();
    case DetailField::Type::text:
      return !value.empty() && !has_control_characters(value) && code_points(value) <= kNameLength;
  }
  return false;
}

void take_detail(PatientPrecaution& record, const Precaution& precaution, const std::string& part) {
  const auto equals = part.find('=');
  const std::string name(trim(part.substr(0, equals))), value(trim(part.substr(equals + 1)));
  const DetailField* field = precaution.detail(name);
  if (!field) {
    std::vector<std::string> names;
    for (const DetailField& each : precaution.details) names.push_back(each.name);
    wrong(trf("The precaution {} has no detail {}.", precaution.code.text, in_quotes(name)) +
          did_you_mean(name, names) + " " +
          (names.empty() ? tr("Write none.") : trf("It has: {}.", join(names, ", "))));
  }
  if (!fits(*field, value))
    wrong(trf("The detail {} of {} cannot be {}: write {}.", name, precaution.code.text,
              in_quotes(value), allowed(*field)));
  record.details[name] = value;
}

void take_side(PatientPrecaution& record, const Precaution& precaution, const std::string& part) {
  const auto side = body_side_from(part);
  if (!side || *side == BodySide::none)
    wrong(trf("In the precaution {}, {} is neither left, right, both nor key=value.",
              precaution.code.text, in_quotes(part)));
  if (!precaution.sided)
    wrong(
        trf("The precaution {} has no side. Leave out {}.", precaution.code.text, in_quotes(part)));
  record.side = *side;
}

void check_days(const PatientPrecaution& record, const Precaution& precaution, Date today) {
  const std::string& code = precaution.code.text;
  if (record.date && precaution.dating == Dating::due && *record.date > today + kFarthestDue)
    wrong(trf("The due date of {} is more than {} days ahead. Check the year.", code,
              kFarthestDue.count()));
  if (record.date && precaution.dating != Dating::due && *record.date > today)
    wrong(
        trf("The date of {} lies in the future. Record it when it has happened; use a date up to "
            "today.",
            code));
  if (record.date && record.end && *record.end < *record.date)
    wrong(trf("The precaution {} ends before it begins. Write the earlier day first.", code));
}

void take_days(PatientPrecaution& record, const std::string& text) {
  const auto dots = text.find("..");
  record.date = read_day(text.substr(0, dots), trf("The date of {}", record.code.text));
  if (dots != std::string::npos)
    record.end = read_day(text.substr(dots + 2), trf("The end of {}", record.code.text));
}

// `name` is what a coded one is called.
std::string described(const PatientPrecaution& p, const std::string& name) {
  std::string line = p.is_own() ? trf("own (not checked against exercises): {}", p.own_text) : name;
  if (p.side != BodySide::none) line += ", " + shown(word(p.side));
  for (const auto& detail : p.details) line += ", " + detail.first + " " + detail.second;
  if (p.date) line = trf("{}, from {}", line, iso(*p.date));
  if (p.end) line = trf("{}, until {}", line, iso(*p.end));
  return p.is_own() ? trf("{}; the patient reads: {}", line, p.own_line) : line;
}

}  // namespace

std::string read_line(std::string_view text, std::string_view what, std::size_t longest) {
  const std::string line(trim(text));
  if (!valid_utf8(line)) wrong(trf("{} is not valid UTF-8. Type it again.", what));
  if (has_control_characters(line) || line.find_first_of("\n\t") != std::string::npos)
    wrong(trf("{} has a line break or a control character. Write it in one line.", what));
  if (code_points(line) > longest)
    wrong(trf("{} is longer than {} letters. Shorten it.", what, longest));
  return line;
}

std::string read_name(std::string_view text, std::string_view what, std::size_t longest) {
  std::string name = read_line(text, what, longest);
  if (name.empty()) wrong(trf("{} is empty. Write it.", what));
  return name;
}

Date read_day(std::string_view text, std::string_view what) {
  const auto day = parse_date(trim(text));
  if (!day) wrong(trf("{} is not a day of the calendar: write it like 2026-11-23.", what));
  return *day;
}

Date read_born(std::string_view text, Date today) {
  const Date born = read_day(text, tr("The birth date"));
  if (born > today) wrong(tr("The birth date lies in the future. Check the year."));
  if (year_of(today) - year_of(born) > kOldestPatient)
    wrong(trf("The birth date is more than {} years ago. Check the year.", kOldestPatient));
  return born;
}

int years_since(Date born, Date today) {
  const int years = year_of(today) - year_of(born);
  const bool later =
      std::pair(month_of(today), day_of(today)) < std::pair(month_of(born), day_of(born));
  return years - (later ? 1 : 0);
}

PatientPrecaution read_precaution(std::string_view text, const Catalog& catalog, Date today) {
  const auto at = text.rfind('@');
  const std::string head(text.substr(0, at));
  const auto colon = head.find(':');
  std::string tail = colon == std::string::npos ? "" : head.substr(colon);
  const Precaution& precaution =
      known(trim(std::string_view(head).substr(0, colon)), catalog, tail);
  PatientPrecaution record;
  record.code = precaution.code;
  record.recorded_on = today;
  for (const std::string& part : split(tail, ":"))
    part.find('=') == std::string::npos ? take_side(record, precaution, part)
                                        : take_detail(record, precaution, part);
  if (at != std::string_view::npos) take_days(record, std::string(text.substr(at + 1)));
  check_days(record, precaution, today);
  return record;
}

PatientPrecaution own_precaution(const OwnText& own, Date today) {
  PatientPrecaution record;
  record.code = PrecautionCode{"own"};
  record.own_text = read_name(own.text, tr("The own precaution"), kTextLength);
  record.own_line = read_name(own.line, tr("What the patient reads (--tell)"));
  if (own.side) {
    const auto side = body_side_from(*own.side);
    if (!side || *side == BodySide::none)
      throw Error(ErrorKind::usage, "",
                  "The side is left, right or both, not \"" + *own.side + "\".");
    record.side = *side;
  }
  if (own.from) record.date = read_day(*own.from, tr("The start of the own precaution"));
  if (own.until) record.end = read_day(*own.until, tr("The end of the own precaution"));
  if (record.date && record.end && *record.end < *record.date)
    throw Error(ErrorKind::usage, "",
                tr("The own precaution ends before it starts. Swap the days."));
  record.recorded_on = today;
  return record;
}

void put_precaution(Patient& patient, PatientPrecaution precaution) {
  int highest = 0;
  for (PatientPrecaution& old : patient.precautions) {
    if (!precaution.is_own() && old.code == precaution.code && old.side == precaution.side) {
      precaution.id = old.id;
      old = std::move(precaution);
      return;
    }
    highest = std::max(highest, parse_int(old.id).value_or(0));
  }
  precaution.id = std::to_string(highest + 1);
  patient.precautions.push_back(std::move(precaution));
}

std::string precaution_words(const PatientPrecaution& p, const Catalog& catalog) {
  const Precaution* known = catalog.find(p.code);
  return described(p, known ? known->label : p.code.text);
}

std::string precaution_line(const PatientPrecaution& p, const Catalog& catalog) {
  const Precaution* known = catalog.find(p.code);
  return described(p, p.code.text + (known ? " (" + known->label + ")" : ""));
}

void check_patient(const Patient& patient) {
  for (const PatientPrecaution& precaution : patient.precautions)
    if (precaution.date && *precaution.date < patient.born)
      wrong(trf("The precaution {} is dated before the patient's birth. Check both dates.",
                precaution.code.text));
}

}  // namespace kinescript
