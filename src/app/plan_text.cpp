// SPDX-License-Identifier: MIT
#include "app/plan_text.h"

#include "app/patient_text.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

constexpr std::chrono::days kFarthestStart{366};

[[noreturn]] void wrong(const std::string& message) { throw Error(ErrorKind::usage, "", message); }

// "60s", "60 s" or "60": the number alone.
std::string without_unit(const std::string& text, std::string_view unit) {
  std::string_view rest = trim(text);
  if (rest.ends_with(unit)) rest.remove_suffix(unit.size());
  return std::string(trim(rest));
}

void read_hold(ItemChange& change, const std::string& text) {
  if (trim(text) == "none") {
    change.no_hold = true;
    return;
  }
  std::string number = text;
  change.hold_unit = HoldUnit::seconds;
  for (const char* unit : {"breaths", "breath"})
    if (trim(text).ends_with(unit)) {
      change.hold_unit = HoldUnit::breaths;
      number = without_unit(text, unit);
      break;
    }
  if (change.hold_unit == HoldUnit::seconds) number = without_unit(text, "s");
  change.hold = parse_amount(number, "--hold");
}

Date read_start(const std::string& text, Date today) {
  const Date start = read_day(text, "The start (--start)");
  if (start < today - kFarthestStart || start > today + kFarthestStart)
    wrong("The start is more than a year away from today. Check the year.");
  return start;
}

std::string read_visit(const std::string& text, Date today) {
  const std::string visit = read_line(text, "The next visit");
  if (visit.empty()) return {};
  const auto words = split_words(visit);
  const auto day = words.empty() ? std::nullopt : parse_date(words[0]);
  const bool time_fits =
      words.size() == 2 && words[1].size() == 5 && parse_moment(words[0] + "T" + words[1] + ":00Z");
  if (!day || (words.size() != 1 && !time_fits))
    wrong("The next visit is a day and a time, like \"2026-11-30 10:40\".");
  if (*day < today) wrong("The next visit lies in the past. Check the day.");
  return join(words, " ");
}

StepWording read_step(const std::string& text) {
  const std::size_t equals = text.find('=');
  const auto number = parse_int(trim(text.substr(0, std::min(equals, text.size()))));
  if (equals == std::string::npos || !number || *number < 1)
    wrong(
        "A step's words for this patient are written as NUMBER=TEXT, like \"2=Lift your heel a "
        "little.\"");
  return {static_cast<std::size_t>(*number),
          read_line(text.substr(equals + 1), tr("The step"), kNoteLength)};
}

}  // namespace

BodySide read_side(const std::string& text) {
  const auto side = body_side_from(text);
  if (!side || *side == BodySide::none)
    wrong("The side is left, right or both, not \"" + text + "\".");
  return *side;
}

Section read_section(const std::string& text) {
  if (const auto section = section_from(text)) return *section;
  std::vector<std::string> words;
  for (const Section section : kSections) words.emplace_back(word(section));
  wrong("There is no section \"" + text + "\"." + did_you_mean(text, words) +
        " There is: " + join(words, ", ") + ".");
}

ItemChange read_item(const ItemText& text) {
  ItemChange change;
  if (text.section) change.section = read_section(*text.section);
  if (text.side) change.side = read_side(*text.side);
  if (text.sets) change.sets = parse_amount(*text.sets, "--sets");
  if (text.count) change.count = parse_amount(*text.count, "--count");
  change.goal = text.goal;
  if (text.hold) read_hold(change, *text.hold);
  if (text.rest) change.rest = parse_amount(without_unit(*text.rest, "s"), "--rest");
  if (text.load) change.load = read_line(*text.load, tr("The load"), 40);
  if (text.note) change.note = read_line(*text.note, tr("The note"), kNoteLength);
  if (text.change) change.modification = read_line(*text.change, tr("The change"), kNoteLength);
  if (text.support) {
    change.support = support_from(*text.support);
    if (!change.support) wrong("The support is none or held, not \"" + *text.support + "\".");
  }
  for (const std::string& step : text.steps) change.steps.push_back(read_step(step));
  return change;
}

bool SettingsText::empty() const {
  return !problem && !title && !days && !start && !review && !next_visit && !teach_back && !per_day;
}

Plan set_settings(Plan plan, const SettingsText& text, Date today) {
  if (text.problem) plan.problem = read_line(*text.problem, tr("The problem"));
  if (text.title) plan.title = read_line(*text.title, tr("The title"));
  if (text.per_day || text.days) {
    const int per_day = text.per_day.value_or(plan.schedule.per_day);
    if (per_day < 1 || per_day > 12)
      wrong("--per-day " + std::to_string(per_day) + " is out of range: write 1 to 12.");
    plan.schedule.per_day = per_day;
    if (text.days) plan.schedule = parse_days(*text.days, per_day);
  }
  const bool review_was_usual = plan.review == plan.start + kUsualReview;
  if (text.start) plan.start = read_start(*text.start, today);
  if (text.start && review_was_usual) plan.review = plan.start + kUsualReview;
  if (text.review)
    plan.review =
        text.review->empty() ? std::optional<Date>() : read_day(*text.review, "The review");
  if (plan.review && *plan.review < plan.start)
    wrong("The review lies before the start. Choose a later day.");
  if (plan.review && *plan.review > plan.start + kFarthestStart)
    wrong("The review is more than a year after the start. Check the year.");
  if (text.next_visit) plan.next_visit = read_visit(*text.next_visit, today);
  if (text.teach_back) {
    if (*text.teach_back != "done" && *text.teach_back != "not-done")
      wrong("The teach-back is done or not-done, not \"" + *text.teach_back + "\".");
    plan.teach_back = *text.teach_back == "done";
  }
  return plan;
}

Plan begin_plan(const Patient& patient, Date today) {
  Plan plan;
  plan.patient = patient.id;
  plan.start = today;
  plan.review = today + kUsualReview;
  return plan;
}

Plan next_plan(const Plan& last, Date today) {
  Plan plan = last;
  plan.id = {};
  plan.start = today;
  plan.review = today + kUsualReview;
  plan.next_visit.clear();
  plan.teach_back = false;
  plan.overrides.clear();
  plan.clearances.clear();
  plan.feedback.reset();
  return plan;
}

ProgramChoices read_choices(const std::vector<std::string>& choose,
                            const std::optional<std::string>& side,
                            const std::optional<std::string>& strength) {
  ProgramChoices choices;
  for (const std::string& text : choose) {
    const auto equals = text.find('=');
    const std::string slot(trim(text.substr(0, equals)));
    const std::string exercise =
        equals == std::string::npos ? slot : std::string(trim(text.substr(equals + 1)));
    if (slot.empty() || exercise.empty())
      wrong("Write a choice as SLOT=EXERCISE, not \"" + text + "\".");
    choices.choose[slot] = ExerciseId{exercise};
  }
  if (side) choices.side = read_side(*side);
  if (strength) {
    const auto found = strength_from(*strength);
    if (!found) wrong("The strength is gentle, standard or strong, not \"" + *strength + "\".");
    choices.strength = *found;
  }
  return choices;
}

}  // namespace kinescript
