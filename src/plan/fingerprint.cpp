// SPDX-License-Identifier: MIT
#include "plan/fingerprint.h"

#include <cstdint>

#include "catalog/condition.h"

namespace kinescript {
namespace {

// Fields are ended by U+001F, which no text of ours may hold, so that neighbours cannot run
// together.
class Canonical {
 public:
  Canonical& add(std::string_view text) {
    text_ += text;
    text_ += '\x1f';
    return *this;
  }
  Canonical& add(int number) { return add(std::to_string(number)); }
  Canonical& add(const std::optional<int>& number) { return number ? add(*number) : add("-"); }
  Canonical& add(const std::optional<Date>& date) {
    return add(date ? iso(*date) : std::string("-"));
  }
  Canonical& add(const Amount& amount) {
    return add(amount.min).add(amount.max).add(amount.start).add(amount.goal);
  }
  Canonical& add(const std::optional<Amount>& amount) { return amount ? add(*amount) : add("-"); }
  std::string digest() const {
    return hex(hash(0xcbf29ce484222325ULL)) + hex(hash(0x84222325cbf29ce4ULL));
  }

 private:
  std::uint64_t hash(std::uint64_t offset) const {
    for (const char c : text_) offset = (offset ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return offset;
  }
  static std::string hex(std::uint64_t number) {
    std::string digits(16, '0');
    for (std::size_t i = 16; i-- > 0; number >>= 4) digits[i] = "0123456789abcdef"[number & 15];
    return digits;
  }
  std::string text_;
};

void add_dose(Canonical& text, const Dose& dose) {
  text.add(dose.sets).add(dose.count).add(word(dose.unit)).add(dose.hold).add(word(dose.hold_unit));
  text.add(dose.rest)
      .add(dose.load)
      .add(dose.per_day)
      .add(dose.days_per_week)
      .add(word(dose.timing));
}

void add_rule(Canonical& text, const Rule& rule) {
  text.add(rule.code)
      .add(word(rule.level))
      .add(rule.from_week)
      .add(rule.to_week)
      .add(rule.until_cleared ? 1 : 0);
  text.add(to_text(rule.condition)).add(rule.reason).add(rule.change).add(rule.patient_line);
}

void add_record(Canonical& text, const PatientPrecaution& record) {
  text.add(record.code.text).add(word(record.side)).add(record.date).add(record.end);
  for (const auto& [field, value] : record.details) text.add(field).add(value);
  text.add("end");
}

}  // namespace

std::string fingerprint_of(const PlanItem& item, const Exercise& exercise,
                           const std::vector<Hit>& hits, const LimitGroup& group) {
  Canonical text;
  text.add("item 1")
      .add(exercise.id.text)
      .add(exercise.content_version)
      .add(word(item.side))
      .add(word(item.support));
  add_dose(text, item.dose);
  for (const auto& hit : hits) add_rule(text, *hit.rule);
  for (const auto& limit : group.limits) add_record(text, limit.record);
  return text.digest();
}

std::string fingerprint_of(const std::string& rule,
                           const std::vector<const PatientPrecaution*>& records,
                           const std::string& more) {
  Canonical text;
  text.add("plan 1").add(rule);
  for (const auto* record : records) add_record(text, *record);
  return text.add(more).digest();
}

}  // namespace kinescript
