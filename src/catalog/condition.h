// SPDX-License-Identifier: MIT
// The condition grammar of rules, patient lines and plan effects: terms joined by "; " (and); `field=a|b` (or);
// `field!=a`; `weeks<12`, `weeks>=6`; `support=none|held`. Evaluation follows the clinical README: a field not
// recorded takes its assumed value; without one, every row that tests it counts, except when a sibling row lists
// `unknown`: then only the rows listing it.
//
//   Condition c = parse_condition("approach=posterior|lateral; weeks<12", "tags.toml:31");
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

struct ConditionTerm {
  enum class Op : unsigned char { is, is_not, less, at_least } op = Op::is;
  std::string field;                // "weeks", "support" or a detail's name
  std::vector<std::string> values;  // is, is_not
  int weeks = 0;                    // less, at_least
  bool operator==(const ConditionTerm&) const = default;
};
struct Condition {
  std::vector<ConditionTerm> terms;  // all must hold
  bool empty() const { return terms.empty(); }
  bool operator==(const Condition&) const = default;
};
// Throws Error{invalid} with `where` for anything outside the grammar.
Condition parse_condition(std::string_view text, const std::string& where);
std::string to_text(const Condition& condition);

}  // namespace kinescript
