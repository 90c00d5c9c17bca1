// SPDX-License-Identifier: MIT
#include "catalog/condition.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace kinescript {
namespace {

using Op = ConditionTerm::Op;

// Two-character signs before the one that begins them.
constexpr std::array<std::pair<std::string_view, Op>, 4> kSigns = {
    {{"!=", Op::is_not}, {">=", Op::at_least}, {"<", Op::less}, {"=", Op::is}}};

std::string_view sign(Op op) {
  return std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& s) { return s.second == op; })
      ->first;
}

bool is_word(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

[[noreturn]] void refuse(std::string_view term, const std::string& where,
                         const std::string& way_out) {
  throw Error(ErrorKind::invalid, where,
              "The condition \"" + std::string(term) + "\" is not understood. " + way_out);
}

void read_weeks(ConditionTerm& term, std::string_view number, std::string_view whole,
                const std::string& where) {
  const auto weeks = parse_int(number);
  if ((term.op != Op::less && term.op != Op::at_least) || !weeks || *weeks < 0 || *weeks > 520)
    refuse(whole, where, "Write weeks<12 or weeks>=6.");
  term.weeks = *weeks;
}

void read_values(ConditionTerm& term, std::string_view values, std::string_view whole,
                 const std::string& where) {
  if (term.op != Op::is && term.op != Op::is_not)
    refuse(whole, where, "Only weeks can be compared with < and >=.");
  term.values = split(values, "|");
  const auto bars = static_cast<std::size_t>(std::count(values.begin(), values.end(), '|'));
  const bool good = term.values.size() == bars + 1 &&
                    std::all_of(term.values.begin(), term.values.end(), is_word);
  if (!good) refuse(whole, where, "Write field=value or field=one|other.");
  if (term.field != "support") return;
  for (const auto& value : term.values)
    if (value != "none" && value != "held") refuse(whole, where, "support is none or held.");
}

ConditionTerm parse_term(std::string_view text, const std::string& where) {
  ConditionTerm term;
  std::size_t at = std::string_view::npos;
  for (const auto& [mark, op] : kSigns) {
    at = text.find(mark);
    if (at == std::string_view::npos) continue;
    term.op = op;
    term.field = std::string(trim(text.substr(0, at)));
    at += mark.size();
    break;
  }
  if (at == std::string_view::npos || !is_word(term.field))
    refuse(text, where, "Write field=value or weeks<12.");
  const std::string_view rest = trim(text.substr(at));
  if (term.field == "weeks")
    read_weeks(term, rest, text, where);
  else
    read_values(term, rest, text, where);
  return term;
}

}  // namespace

Condition parse_condition(std::string_view text, const std::string& where) {
  Condition condition;
  for (const auto& term : split(text, ";")) condition.terms.push_back(parse_term(term, where));
  return condition;
}

std::string to_text(const Condition& condition) {
  std::vector<std::string> terms;
  for (const auto& term : condition.terms) {
    const bool number = term.op == Op::less || term.op == Op::at_least;
    terms.push_back(term.field + std::string(sign(term.op)) +
                    (number ? std::to_string(term.weeks) : join(term.values, "|")));
  }
  return join(terms, "; ");
}

}  // namespace kinescript
