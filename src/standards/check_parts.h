// SPDX-License-Identifier: MIT
// What the groups of checks share: what they look at, and where they write.
#pragma once
#include <string>
#include <vector>

#include "layout/placed.h"
#include "standards/checks.h"

namespace kinescript {

struct CheckContext {
  explicit CheckContext(const CheckSubject& subject);

  const CheckSubject& on;
  bool compact, large;
  std::vector<std::string> page_text;           // squeezed, one a page
  std::vector<std::vector<PlacedText>> placed;  // one a page
  std::vector<std::string> patient_text;        // all prose: steps and list items a string each

  bool on_page(std::size_t page, const std::string& text) const;
  bool on_any_page(const std::string& text) const;
};

class CheckList {
 public:
  void decide(int number, bool passed, std::string measured) {
    add({number, CheckBy::program, passed, std::move(measured)});
  }
  void flag(int number, bool passed, std::string measured) {
    add({number, CheckBy::flagged, passed, std::move(measured)});
  }
  void leave(int number, std::string measured) {
    add({number, CheckBy::person, true, std::move(measured)});
  }
  std::vector<CheckResult> results() &&;  // by number

 private:
  void add(CheckResult result) { results_.push_back(std::move(result)); }
  std::vector<CheckResult> results_;
};

void check_message(const CheckContext& context, CheckList& list);    // 1 to 5, 13 to 15, 31
void check_safety(const CheckContext& context, CheckList& list);     // 8 to 12, 61 to 63
void check_reading(const CheckContext& context, CheckList& list);    // 16 to 26
void check_exercises(const CheckContext& context, CheckList& list);  // 6, 7, 27 to 30, 32 to 35
void check_type(const CheckContext& context, CheckList& list);       // 36 to 52
void check_pictures(const CheckContext& context, CheckList& list);   // 53 to 60, 64

std::string in_millimetres(double points);  // "12.5 mm"
std::string one_decimal(double value);
std::string count(std::size_t n, const std::string& thing);  // "3 steps"

}  // namespace kinescript
