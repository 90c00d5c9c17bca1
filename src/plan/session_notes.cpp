// SPDX-License-Identifier: MIT
#include "plan/session_notes.h"

#include <algorithm>

#include "base/text.h"
#include "plan/ladder.h"
#include "plan/timing.h"

namespace kinescript {
namespace {

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_work(Section section) { return section == Section::core || section == Section::strength; }

// Of a dose: what is done in a session, in repetitions or seconds of one side.
long work_of(const Dose& dose) {
  const long hold = dose.hold ? std::max(1, dose.hold->max) : 1;
  return static_cast<long>(dose.sets.max) * dose.count.max * hold;
}

bool is_jump(const Dose& before, const Dose& after) {
  const bool alike = before.unit == after.unit &&
                     before.hold.has_value() == after.hold.has_value() &&
                     before.hold_unit == after.hold_unit;
  return alike && work_of(after) > kJump * work_of(before);
}

// How words for left and for right begin, in the languages that handouts are printed in.
constexpr std::string_view kLeft[] = {"left", "izquierd"}, kRight[] = {"right", "derech"};

bool begins_a_word(const std::string& text, std::string_view stem) {
  for (const auto& word : split_words(lower_ascii(text)))
    if (word.compare(0, stem.size(), stem) == 0) return true;
  return false;
}

bool names_other_side(const std::string& text, BodySide side) {
  if (side != BodySide::left && side != BodySide::right) return false;
  const auto& other = side == BodySide::left ? kRight : kLeft;
  return std::any_of(std::begin(other), std::end(other),
                     [&text](std::string_view stem) { return begins_a_word(text, stem); });
}

class Notes {
 public:
  Notes(const Plan& plan, const PatientLimits& limits, const Plan* before)
      : plan_(plan), catalog_(limits.catalog()), limits_(limits), before_(before) {}

  std::vector<Finding> run() {
    sides();
    how_many();
    minutes();
    stretch_before_work();
    floor_more_than_once();
    same_exercise();
    other_sides();
    unpaired();
    early_bending();
    doses();
    jumps();
    if (exercises() > 0 && !has_section(Section::warm_up)) of_plan("no_warm_up", "");
    if (!plan_.review) of_plan("no_review", "");
    return std::move(notes_);
  }

 private:
  Finding& note(const std::string& code, const std::string& rule) {
    Finding finding;
    finding.level = FindingLevel::plan;
    finding.code = code;
    finding.rule = rule;
    notes_.push_back(std::move(finding));
    return notes_.back();
  }
  void of_plan(const std::string& code, const std::string& detail) {
    note(code, "plan:" + code).detail = detail;
  }
  Finding& about(const PlanItem& item, const std::string& code) {
    auto& finding = note(code, "plan:" + code + ":" + item.id.text);
    finding.item = item.id;
    finding.exercise = item.exercise;
    return finding;
  }

  bool has_section(Section section) const {
    return std::any_of(plan_.items.begin(), plan_.items.end(),
                       [section](const PlanItem& item) { return item.section == section; });
  }
  // Warm-up not counted.
  std::ptrdiff_t exercises() const {
    return std::count_if(plan_.items.begin(), plan_.items.end(),
                         [](const PlanItem& item) { return item.section != Section::warm_up; });
  }

  void sides() {
    for (const auto& item : plan_.items) {
      const auto* exercise = catalog_.find(item.exercise);
      if (exercise == nullptr || exercise->side_mode != SideMode::left_right_choice) continue;
      if (item.side == BodySide::left || item.side == BodySide::right) continue;
      about(item, "side_missing").rule = "plan:side:" + item.id.text;
    }
  }

  void how_many() {
    if (exercises() > 4)
      of_plan(exercises() > 6 ? "more_than_6" : "more_than_4", std::to_string(exercises()));
  }

  void minutes() {
    const auto printed = printed_minutes(session_minutes(plan_, catalog_));
    if (printed > kSessionMinutes) of_plan("long_session", std::to_string(printed));
  }

  // Said of the first stretch that comes before.
  void stretch_before_work() {
    const PlanItem* stretch = nullptr;
    for (const auto& item : plan_.items) {
      if (item.section == Section::stretch && stretch == nullptr) stretch = &item;
      if (is_work(item.section) && stretch != nullptr) {
        about(*stretch, "stretch_first");
        return;
      }
    }
  }

  void floor_more_than_once() {
    int times = 0;
    bool down = false;
    for (const auto& item : plan_.items) {
      const auto* exercise = catalog_.find(item.exercise);
      const bool on_floor = exercise != nullptr && is_on_floor(*exercise);
      if (on_floor && !down) ++times;
      down = on_floor;
    }
    if (times > 1) of_plan("floor_twice", std::to_string(times));
  }

  void same_exercise() {
    const auto& items = plan_.items;
    for (auto item = items.begin(); item != items.end(); ++item)
      if (std::any_of(items.begin(), item, [&item](const PlanItem& other) {
            return other.exercise == item->exercise && other.side == item->side;
          }))
        about(*item, "same_exercise");
  }

  // A step worded for this patient whose exercise has one side. Where the catalog's step speaks of
  // the other side, so may this one.
  void other_sides() {
    for (const auto& item : plan_.items) {
      const auto* exercise = catalog_.find(item.exercise);
      if (exercise == nullptr) continue;
      const auto count = std::min(item.steps.size(), exercise->steps.size());
      for (std::size_t i = 0; i < count; ++i)
        if (names_other_side(item.steps[i], item.side) &&
            exercise->steps[i].text.find("{other_side") == std::string::npos)
          about(item, "step_names_other_side").detail = std::to_string(i + 1);
    }
  }

  // The article's habit for the low back: after strength a stretch of the hips or of the backs of
  // the legs.
  void unpaired() {
    if (!has(plan_.regions, "low_back") || !has_section(Section::strength)) return;
    const bool paired =
        std::any_of(plan_.items.begin(), plan_.items.end(), [this](const PlanItem& item) {
          const auto* exercise = catalog_.find(item.exercise);
          return item.section == Section::stretch && exercise != nullptr &&
                 (has(exercise->regions, "hip") || has(exercise->muscles, "hamstrings"));
        });
    if (!paired) of_plan("no_paired_stretch", "");
  }

  // One note for all of them; which ones in `detail`.
  void early_bending() {
    const auto radic = std::find_if(
        limits_.groups().begin(), limits_.groups().end(),
        [](const LimitGroup& group) { return group.precaution->code.text == "radic"; });
    if (radic == limits_.groups().end()) return;
    std::vector<std::string> bending;
    for (const auto& item : plan_.items) {
      const auto* exercise = catalog_.find(item.exercise);
      if (exercise != nullptr && item.section == Section::stretch &&
          has(exercise->tags, "spine_flex_end"))
        bending.push_back(item.id.text);
    }
    if (bending.empty()) return;
    auto& finding = note("early_bending", "plan:early_bending");
    finding.precaution = radic->precaution->code;
    finding.detail = join(bending, " ");
  }

  void doses() {
    for (const auto& item : plan_.items) {
      const auto* exercise = catalog_.find(item.exercise);
      if (exercise == nullptr) continue;
      const auto outside = outside_of(*exercise, item.dose);
      if (!outside.empty()) about(item, "dose_outside").detail = join(outside, " ");
    }
  }

  static std::vector<std::string> outside_of(const Exercise& exercise, const Dose& dose) {
    const auto bounds = dose_bounds(exercise);
    std::vector<std::string> outside;
    if (dose.sets.max > bounds.most_sets) outside.push_back("sets");
    if (dose.unit == exercise.dose.unit &&
        (dose.count.min < bounds.least_count || dose.count.max > bounds.most_count))
      outside.push_back("count");
    if (dose.hold && exercise.dose.hold && dose.hold_unit == exercise.dose.hold_unit &&
        (dose.hold->min < bounds.least_hold || dose.hold->max > bounds.most_hold))
      outside.push_back("hold");
    return outside;
  }

  void jumps() {
    if (before_ == nullptr) return;
    for (const auto& item : plan_.items)
      for (const auto& old : before_->items)
        if (old.exercise == item.exercise && old.side == item.side &&
            is_jump(old.dose, item.dose)) {
          about(item, "big_jump");
          break;
        }
    const auto& was = before_->schedule;
    const auto& is = plan_.schedule;
    if (is.per_day * is.days_per_week > kJump * was.per_day * was.days_per_week)
      of_plan("more_often", std::to_string(was.per_day * was.days_per_week) + " " +
                                std::to_string(is.per_day * is.days_per_week));
  }

  const Plan& plan_;
  const Catalog& catalog_;
  const PatientLimits& limits_;
  const Plan* before_;
  std::vector<Finding> notes_;
};

}  // namespace

bool is_on_floor(const Exercise& exercise) { return has(exercise.tags, "floor"); }

std::vector<Finding> session_notes(const Plan& plan, const PatientLimits& limits,
                                   const Plan* before) {
  return Notes(plan, limits, before).run();
}

}  // namespace kinescript
