// SPDX-License-Identifier: MIT
#include "figure/scene_line.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace kinescript {

Line::Line(std::string_view text, const std::string& where, int number)
    : where_(where), number_(number), words_(split_words(text.substr(0, text.find('#')))) {}

bool Line::take(std::string_view word) {
  if (!more() || peek() != word) return false;
  ++at_;
  return true;
}

const std::string& Line::word(const std::string& what) {
  if (!more()) fail("The line ends where " + what + " should follow.");
  return words_[at_++];
}

const std::string& Line::one_of(const std::vector<std::string>& allowed, const std::string& what) {
  const std::string& given = word(what);
  if (std::find(allowed.begin(), allowed.end(), given) == allowed.end())
    not_one_of(given, allowed, what);
  return given;
}

bool Line::number_follows() const { return more() && parse_double(peek()).has_value(); }

double Line::real(const std::string& what) {
  const std::string& given = word("a number for " + what);
  const auto value = parse_double(given);
  if (!value) fail(what + " needs a number, not \"" + given + "\".");
  if (!(*value >= -360 && *value <= 360))
    fail(what + " is " + given + ". Angles and lengths lie between -360 and 360.");
  return *value;
}

V3 Line::vector(const std::string& what) {
  V3 v;
  v.x = real(what + " (x)");
  v.y = real(what + " (y)");
  v.z = real(what + " (z)");
  return v;
}

void Line::end() {
  if (more()) fail("\"" + peek() + "\" is left over at the end of the line. Delete it.");
}

void Line::fail(const std::string& what) const {
  throw Error(ErrorKind::invalid, where_ + ":" + std::to_string(number_), what);
}

void Line::not_one_of(const std::string& given, const std::vector<std::string>& allowed,
                      const std::string& what) const {
  fail("\"" + given + "\" is not " + what + "." + did_you_mean(given, allowed) +
       " Possible: " + join(allowed, " ") + ".");
}

}  // namespace kinescript
