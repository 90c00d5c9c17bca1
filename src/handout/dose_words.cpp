// SPDX-License-Identifier: MIT
#include "handout/dose_words.h"

#include "base/text.h"

namespace kinescript {
namespace {

std::string unit_key(CountUnit unit) { return "unit." + std::string(word(unit)); }
std::string hold_key(HoldUnit unit) { return "unit." + std::string(word(unit)); }

// "_each_side", "_each_way" or "": the ending of the phrases that have a form for both sides.
std::string ending(Sides sides) {
  if (sides == Sides::each_side) return "_each_side";
  return sides == Sides::each_way ? "_each_way" : "";
}

class DoseWriter {
 public:
  DoseWriter(const PlanItem& item, const Exercise& exercise, const Schedule& schedule,
             const Phrasebook& book)
      : dose_(item.dose),
        item_(item),
        schedule_(schedule),
        book_(book),
        sides_(counted_sides(item, exercise)) {
    // "Hold, rest, 2 or 3 times": one repetition a set is so many times with a rest after each.
    once_a_set_ = dose_.count == exactly(1) && dose_.sets.max > 1;
    count_ = once_a_set_ ? dose_.sets : dose_.count;
    sets_ = once_a_set_ ? exactly(1) : dose_.sets;
  }

  DoseWords write() {
    DoseWords words;
    words.cells = cells();
    words.lines = lines();
    words.sentence = sentence();
    words.sentence_lines = sentence_lines();
    if (sets_.start > 1)
      words.set_means = both_sides() ? say("dose.set_means_sides", count_.start)
                                     : say("dose.set_means", count_.start);
    words.how_many = how_many();
    words.how_often = frequency();
    return words;
  }

 private:
  bool both_sides() const { return sides_ == Sides::each_side || sides_ == Sides::each_way; }
  std::string unit(int n) const { return book_.say(unit_key(dose_.unit), {{"n", n}}); }
  std::string hold_unit(int n) const { return book_.say(hold_key(dose_.hold_unit), {{"n", n}}); }
  std::string say(std::string_view key, int n) const {
    return book_.say(key, {{"n", n}, {"unit", unit(n)}});
  }
  // The count as printed: where to start when there is a goal to build up to, else the range.
  std::string count_text() const {
    return count_.goal ? std::to_string(count_.start) : range_text(count_);
  }
  std::string range_text(const Amount& amount) const {
    if (!amount.is_range()) return std::to_string(amount.min);
    return book_.say("range.both", {{"min", amount.min}, {"max", amount.max}});
  }
  std::string count_unit() const {
    const std::string plain = unit(count_.goal ? count_.start : count_.max);
    return both_sides() ? book_.say("unit" + ("." + ending(sides_).substr(1)), {{"unit", plain}})
                        : plain;
  }

  std::vector<DoseCell> cells() const {
    std::vector<DoseCell> cells = {{"", count_text(), count_unit()}};
    if (sets_.start > 1)
      cells.push_back(
          {"", std::to_string(sets_.start), book_.say("unit.sets", {{"n", sets_.start}})});
    if (dose_.hold)
      cells.push_back({book_.say("unit.hold"), std::to_string(dose_.hold->start),
                       hold_unit(dose_.hold->start)});
    return cells;
  }

  std::string sentence() const {
    std::vector<std::string> parts;
    if (dose_.hold)
      parts.push_back(book_.say(
          "dose.hold_first", {{"n", dose_.hold->start}, {"unit", hold_unit(dose_.hold->start)}}));
    const bool times = dose_.unit == CountUnit::times || dose_.unit == CountUnit::cycles;
    parts.push_back(book_.say(
        (times ? "dose.do_it" : "dose.do_units") + ending(sides_),
        {{"count", count_text()}, {"unit", unit(count_.goal ? count_.start : count_.max)}}));
    if (once_a_set_) {
      parts.push_back(sets_line());
    } else if (sets_.start > 1) {
      parts.push_back(sets_.start == 2 ? rest_phrase("dose.again", "dose.again_rest")
                                       : rest_phrase("dose.again_many", "dose.again_many_rest"));
    }
    return join(parts, " ");
  }
  std::vector<std::string> lines() const { return lines_with(sets_line()); }
  std::vector<std::string> sentence_lines() const { return lines_with(""); }

  std::vector<std::string> lines_with(const std::string& sets) const {
    std::vector<std::string> lines;
    const auto add = [&lines](std::string line) {
      if (!line.empty()) lines.push_back(std::move(line));
    };
    add(start());
    add(move_on());
    add(sets);
    add(more_sets());
    add(longer_hold());
    add(sore_day());
    if (!dose_.load.empty()) add(book_.say("dose.load", {{"load", dose_.load}}));
    if (differs_from_plan()) add(book_.say("frequency.line", {{"frequency", frequency()}}));
    add(timing());
    return lines;
  }

  std::string start() const {
    const int n = count_.start;
    const std::vector<PhraseArgument> arguments = {
        {"n", n}, {"unit", unit(n)}, {"total", 2 * n}, {"goal", count_.goal.value_or(n)}};
    if (count_.goal) return book_.say("dose.goal" + ending(sides_), arguments);
    if (both_sides())
      return book_.say((count_.is_range() ? "dose.start" : "dose") + dotted(ending(sides_)),
                       arguments);
    if (!count_.is_range()) return "";
    return book_.say(dose_.unit == CountUnit::times ? "dose.start" : "dose.start_unit", arguments);
  }
  // "dose.start_each_side", but "dose.each_side".
  std::string dotted(const std::string& end) const {
    return count_.is_range() ? end : "." + end.substr(1);
  }

  std::string sets_line() const {
    if (once_a_set_) return rest_phrase("dose.rest_between", "dose.rest_between_seconds");
    if (sets_.start < 2) return "";
    if (both_sides())
      return sets_.start == 2 ? rest_phrase("dose.again", "dose.again_rest")
                              : rest_phrase("dose.again_many", "dose.again_many_rest");
    return sets_.start == 2 ? rest_phrase("dose.two_sets", "dose.two_sets_rest")
                            : rest_phrase("dose.many_sets", "dose.many_sets_rest");
  }
  std::string rest_phrase(std::string_view plain, std::string_view with_seconds) const {
    const std::string rest = dose_.rest ? range_text(*dose_.rest) : "";
    return book_.say(dose_.rest ? with_seconds : plain,
                     {{"n", count_.start}, {"sets", sets_.start}, {"rest", rest}});
  }
  // How a range is climbed; a goal says so itself.
  std::string move_on() const {
    if (!count_.is_range() || count_.goal || count_.start == count_.max) return "";
    return book_.say("dose.move_on", {{"n", count_.start}, {"most", count_.max}});
  }
  std::string more_sets() const {
    return sets_.max > sets_.start ? book_.say("dose.more_sets", {{"n", sets_.max}}) : "";
  }
  std::string longer_hold() const {
    if (!dose_.hold) return "";
    const int longest = dose_.hold->goal.value_or(dose_.hold->max);
    if (longest <= dose_.hold->start) return "";
    return book_.say("dose.longer_hold", {{"n", longest}, {"unit", hold_unit(longest)}});
  }

  // What the pain rule asks for after a 6 or more: half of where one starts, worked out here so that
  // nobody has to.
  std::string sore_day() const {
    const int half = count_.start / 2;
    if (half < 1) return "";
    return book_.say("dose.sore_day" + ending(sides_), {{"n", half}, {"unit", unit(half)}});
  }

  bool differs_from_plan() const {
    const bool day = dose_.per_day && (schedule_.per_day < dose_.per_day->min ||
                                       schedule_.per_day > dose_.per_day->max);
    const bool week = dose_.days_per_week && (schedule_.days_per_week < dose_.days_per_week->min ||
                                              schedule_.days_per_week > dose_.days_per_week->max);
    return day || week;
  }
  std::string frequency() const {
    std::string times = book_.say("times_a_day.exactly", {{"n", schedule_.per_day}});
    std::string days = word_days(schedule_, book_, false);
    if (differs_from_plan() && dose_.per_day)
      times = dose_.per_day->is_range()
                  ? book_.say("times_a_day.range",
                              {{"min", dose_.per_day->min}, {"max", dose_.per_day->max}})
                  : book_.say("times_a_day.exactly", {{"n", dose_.per_day->min}});
    if (differs_from_plan() && dose_.days_per_week) days = item_days(*dose_.days_per_week);
    return book_.say("frequency.both", {{"times_a_day", times}, {"days", days}});
  }
  std::string item_days(const Amount& days) const {
    if (days.is_range()) return book_.say("days.range", {{"min", days.min}, {"max", days.max}});
    return days.min == 7 ? book_.say("days.every") : book_.say("days.plain", {{"n", days.min}});
  }
  // A warm-up's section already says that it comes first; "with the session" is what every item is.
  std::string timing() const {
    if (dose_.timing == Timing::none || dose_.timing == Timing::with_session) return "";
    if (dose_.timing == Timing::before_session && item_.section == Section::warm_up) return "";
    return book_.say("timing." + std::string(word(dose_.timing)));
  }

  std::string how_many() const {
    std::vector<std::string> parts = {count_text() + " " + count_unit()};
    if (sets_.start > 1)
      parts.push_back(std::to_string(sets_.start) + " " +
                      book_.say("unit.sets", {{"n", sets_.start}}));
    if (dose_.hold)
      parts.push_back(book_.say(
          "glance.hold", {{"n", dose_.hold->start}, {"unit", hold_unit(dose_.hold->start)}}));
    std::string text = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i)
      text = book_.say("list.comma", {{"head", text}, {"next", parts[i]}});
    return text;
  }

  const Dose& dose_;
  const PlanItem& item_;
  const Schedule& schedule_;
  const Phrasebook& book_;
  Sides sides_;
  bool once_a_set_ = false;
  Amount count_, sets_;
};

}  // namespace

Sides sides_of(const PlanItem& item, const Exercise& exercise) {
  if (exercise.side_mode == SideMode::none) return Sides::none;
  if (item.side == BodySide::left || item.side == BodySide::right) return Sides::one;
  return exercise.side_mode == SideMode::each_way ? Sides::each_way : Sides::each_side;
}

Sides counted_sides(const PlanItem& item, const Exercise& exercise) {
  const bool to_and_fro =
      exercise.side_mode == SideMode::alternating || exercise.side_mode == SideMode::each_way;
  return to_and_fro && item.dose.unit == CountUnit::minutes ? Sides::none
                                                            : sides_of(item, exercise);
}

DoseWords word_dose(const PlanItem& item, const Exercise& exercise, const Schedule& schedule,
                    const Phrasebook& phrasebook) {
  return DoseWriter(item, exercise, schedule, phrasebook).write();
}

std::string word_days(const Schedule& schedule, const Phrasebook& phrasebook, bool with_example) {
  if (schedule.weekdays.size() == 7 || schedule.days_per_week == 7)
    return phrasebook.say("days.every");
  if (!schedule.weekdays.empty()) {
    std::vector<std::string> names;
    for (const int day : schedule.weekdays)
      names.push_back(phrasebook.say("weekday." + std::to_string(day)));
    return phrasebook.say("days.named", {{"days", phrasebook.list(names)}});
  }
  return phrasebook.say(with_example ? "days.some" : "days.plain", {{"n", schedule.days_per_week}});
}

}  // namespace kinescript
