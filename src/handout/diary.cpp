// SPDX-License-Identifier: MIT
#include "handout/diary.h"

#include <algorithm>

#include "handout/dose_words.h"

namespace kinescript {
namespace {

constexpr int kDaysOfWeek = 7;

bool is_open_ended(Timing timing) {
  return timing == Timing::as_needed || timing == Timing::every_hour ||
         timing == Timing::every_2_3_hours || timing == Timing::when_sitting_long;
}

int boxes_a_day(const Dose& dose, const Schedule& schedule) {
  if (is_open_ended(dose.timing)) return 1;
  int times = schedule.per_day;
  if (dose.per_day && (times < dose.per_day->min || times > dose.per_day->max))
    times = dose.per_day->max;
  return times > kMostBoxes ? 1 : times;
}

bool has_days_of_its_own(const Dose& dose, const Schedule& schedule) {
  return dose.days_per_week && (schedule.days_per_week < dose.days_per_week->min ||
                                schedule.days_per_week > dose.days_per_week->max);
}

int iso_weekday(Date day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

bool is_due(const PlanItem& item, const Schedule& schedule, Date day) {
  if (schedule.weekdays.empty() || has_days_of_its_own(item.dose, schedule)) return true;
  return std::find(schedule.weekdays.begin(), schedule.weekdays.end(), iso_weekday(day)) !=
         schedule.weekdays.end();
}

DiaryTable make_table(const Dossier& dossier, const std::vector<Card>& cards,
                      const Phrasebook& book, Date first, int weeks) {
  const Plan& plan = dossier.plan;
  DiaryTable table;
  table.weeks = weeks;
  const int days = weeks * kDaysOfWeek;
  table.heading = book.say("diary.heading",
                           {{"from", book.date(first, "date.day")},
                            {"to", book.date(first + std::chrono::days(days - 1), "date.day")}});
  for (int i = 0; i < days; ++i) {
    const Date day = first + std::chrono::days(i);
    table.days.push_back({book.date(day, weeks > 1 ? "date.letter" : "date.weekday"),
                          book.date(day, "date.number")});
  }
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const PlanItem& item = plan.items[i];
    const Exercise& exercise = dossier.exercise(item.exercise);
    DiaryRow row;
    row.number = cards[i].number;
    row.name = exercise.name_patient;
    row.dose = word_dose(item, exercise, plan.schedule, book).how_many;
    if (sides_of(item, exercise) == Sides::one) row.side_tag = cards[i].side_tag;
    if (!cards[i].panels.empty()) row.picture = cards[i].panels.back().figure;
    for (int d = 0; d < days; ++d)
      row.boxes.push_back(is_due(item, plan.schedule, first + std::chrono::days(d))
                              ? boxes_a_day(item.dose, plan.schedule)
                              : 0);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Diary make_diary(const Dossier& dossier, const std::vector<Card>& cards,
                 const Stationery& stationery, const Phrasebook& phrasebook, int weeks) {
  Diary diary;
  diary.lead = phrasebook.say("diary.lead");
  if (dossier.plan.schedule.weekdays.empty() && dossier.plan.schedule.days_per_week < kDaysOfWeek)
    diary.lead +=
        " " + phrasebook.say("diary.your_days", {{"n", dossier.plan.schedule.days_per_week}});
  diary.exercise = phrasebook.say("glance.exercise");
  diary.pain = phrasebook.say("diary.pain");
  diary.felt = phrasebook.say("diary.felt");
  diary.felt_key = phrasebook.say("diary.felt_key");
  diary.scale = {phrasebook.say("diary.scale_low"), phrasebook.say("diary.scale_middle"),
                 phrasebook.say("diary.scale_high")};
  for (const PainLine& line : dossier.pain_rule)
    if (line.band == PainBand::stop) diary.high_pain.push_back(line.text);
  diary.notes = phrasebook.say("diary.notes");
  const bool rests = !dossier.plan.schedule.weekdays.empty() &&
                     dossier.plan.schedule.weekdays.size() < kDaysOfWeek;
  if (rests) diary.lead += " " + phrasebook.say("diary.rest_day");
  Date first = dossier.plan.start;
  for (int left = weeks; left > 0;) {
    const int now = std::min(left, stationery.diary_weeks);
    diary.tables.push_back(make_table(dossier, cards, phrasebook, first, now));
    first += std::chrono::days(now * kDaysOfWeek);
    left -= now;
  }
  return diary;
}

}  // namespace kinescript
