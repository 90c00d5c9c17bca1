// SPDX-License-Identifier: MIT
// One line of a scene text, read word by word. Whatever is not as expected throws Error{invalid}
// with "where:line". Inside figure/ only.
//
//   Line line("legR knee 90", "bridge.toml", 12);
//   line.word("a key");             // "legR"
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "figure/vector3.h"

namespace kinescript {

class Line {
 public:
  // '#' and what follows it is dropped.
  Line(std::string_view text, const std::string& where, int number);

  bool more() const { return at_ < words_.size(); }
  const std::string& peek() const { return words_[at_]; }  // REQUIRES more()
  int number() const { return number_; }
  // True, and past it, when `word` comes next.
  bool take(std::string_view word);

  // The next word; `what` names it in the complaint when the line ends instead ("a joint").
  const std::string& word(const std::string& what);
  const std::string& one_of(const std::vector<std::string>& allowed, const std::string& what);
  template <typename Value>
  Value named(const std::map<std::string, Value>& values, const std::string& what) {
    std::vector<std::string> keys;
    for (const auto& entry : values) keys.push_back(entry.first);
    return values.at(one_of(keys, what));
  }
  bool number_follows() const;
  double real(const std::string& what);  // a number between -360 and 360
  V3 vector(const std::string& what);    // three of them
  void end();                            // complains about words that are left

  [[noreturn]] void fail(const std::string& what) const;
  [[noreturn]] void not_one_of(const std::string& given, const std::vector<std::string>& allowed,
                               const std::string& what) const;

 private:
  std::string where_;
  int number_;
  std::vector<std::string> words_;
  std::size_t at_ = 0;
};

}  // namespace kinescript
