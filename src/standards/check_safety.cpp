// SPDX-License-Identifier: MIT
// What must not be lost: when to stop, what to change, how much pain is right.
#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "handout/compose.h"
#include "standards/check_parts.h"

namespace kinescript {
namespace {

constexpr double kLeastBox = 8 * 72 / 25.4;  // of the diary, points
constexpr std::size_t kLeastDays = 7;

std::string filled(std::string text, const Clinic& clinic) {
  text = replace_all(std::move(text), "{emergency_number}", clinic.emergency_number);
  return replace_all(std::move(text), "{clinic_phone}", clinic.phone);
}

void check_stop_box(const CheckContext& context, CheckList& list) {
  const Dossier& dossier = context.on.dossier;
  std::size_t items = 0, lost = 0, off_page_1 = 0;
  for (const StopEntry& entry : dossier.stop_box) {
    const std::string text = filled(entry.text, dossier.clinic);
    items += entry.heading ? 0 : 1;
    lost += !context.on_any_page(text);
    if (entry.tier == Tier::emergency) off_page_1 += !context.on_page(0, text);
  }
  const bool numbers = !dossier.clinic.emergency_number.empty() && !dossier.clinic.phone.empty() &&
                       context.on_page(0, dossier.clinic.emergency_number) &&
                       context.on_any_page(dossier.clinic.phone);
  list.decide(8, items > 0 && lost == 0 && off_page_1 == 0 && numbers,
              count(items, "item") + ", " + std::to_string(lost) + " lost, " +
                  std::to_string(off_page_1) + " of the emergency tier not on page 1, numbers " +
                  (numbers ? "filled" : "missing"));
}

// Where a line that fired for an item must be read: on its card, or in the boxes for all.
bool is_read(const Handout& sheet, const Finding& finding) {
  const std::string& line = finding.patient_line;
  const auto has = [&line](const std::vector<std::string>& lines) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  if (has(sheet.precautions.lines) || has(sheet.more_precautions.lines)) return true;
  for (const Card& card : sheet.cards)
    if (finding.item && card.item == *finding.item) return has(card.cautions);
  return false;
}

void check_lines(const CheckContext& context, CheckList& list) {
  std::size_t due = 0, lost = 0;
  for (const Finding& finding : context.on.dossier.findings) {
    const bool fired = (finding.level == FindingLevel::modify && !finding.overridden) ||
                       (finding.level == FindingLevel::caution && finding.overridden);
    if (!fired || !finding.item || finding.patient_line.empty()) continue;
    ++due;
    lost += !is_read(context.on.handout, finding) || !context.on_any_page(finding.patient_line);
  }
  list.decide(9, lost == 0, count(due, "line") + " due, " + std::to_string(lost) + " lost");
}

void check_pain(const CheckContext& context, CheckList& list) {
  const Dossier& dossier = context.on.dossier;
  std::size_t lost = 0;
  for (const PainLine& line : dossier.pain_rule) lost += !context.on_any_page(line.text);
  bool normal = false;
  for (const SessionRule& rule : dossier.session_rules)
    normal = normal || (rule.id == "normal_feeling" && context.on_any_page(rule.text));
  list.decide(10, !dossier.pain_rule.empty() && lost == 0 && normal,
              count(dossier.pain_rule.size() - lost, "band") + ", normal feeling " +
                  (normal ? "told" : "not told"));
}

void check_diary(const CheckContext& context, CheckList& list) {
  const Handout& sheet = context.on.handout;
  const Diary& diary = sheet.diary;
  if (diary.tables.empty()) {
    list.decide(11, true, "no diary asked for");
    list.decide(12, true, "no diary asked for");
    return;
  }
  bool whole = true;
  for (const DiaryTable& table : diary.tables) {
    whole = whole && table.days.size() >= kLeastDays && table.rows.size() == sheet.cards.size();
    for (const DiaryRow& row : table.rows)
      whole = whole && row.boxes.size() == table.days.size() &&
              std::accumulate(row.boxes.begin(), row.boxes.end(), 0) >= table.weeks;
  }
  const double box = context.on.stationery.diary_box(diary.tables.front().weeks);
  list.decide(11, whole && box >= kLeastBox - 0.01,
              count(diary.tables.front().rows.size(), "row") + ", " +
                  count(diary.tables.front().days.size(), "day") + ", boxes of " +
                  in_millimetres(box));
  list.decide(12, context.on_any_page(diary.pain) && context.on_any_page(diary.felt),
              "\"" + diary.pain + "\", \"" + diary.felt + "\"");
}

void check_easier(const CheckContext& context, CheckList& list) {
  std::size_t due = 0, printed = 0;
  for (std::size_t i = 0; i < context.on.handout.cards.size(); ++i) {
    const Card& card = context.on.handout.cards[i];
    const Exercise* easier = context.on.dossier.easier_of(card.exercise);
    if (easier == nullptr) continue;
    ++due;
    printed += !card.easier.empty() && context.on_any_page(card.easier);
  }
  list.decide(61, due == printed, std::to_string(printed) + " of " + count(due, "easier version"));
}

void check_needs(const CheckContext& context, CheckList& list) {
  const Patient& patient = context.on.dossier.patient;
  const std::string language = patient.language.substr(0, 2);
  const bool words = context.on.handout.language.substr(0, 2) == language;
  const bool letters = !patient.large_print || context.on.stationery.least >= 16;
  list.decide(
      62, words && letters,
      std::string("language ") + context.on.handout.language +
          (words ? "" : ", on record is " + language) +
          (patient.large_print ? (letters ? ", large print" : ", large print is on record") : ""));
}

}  // namespace

void check_safety(const CheckContext& context, CheckList& list) {
  check_stop_box(context, list);
  check_lines(context, list);
  check_pain(context, list);
  check_diary(context, list);
  check_easier(context, list);
  check_needs(context, list);
  HandoutOptions options{context.on.paper, context.on.handout.palette, 0};
  options.with_pictures = false;
  for (const DiaryTable& table : context.on.handout.diary.tables)
    options.diary_weeks += table.weeks;
  const Handout again =
      compose(context.on.dossier, context.on.stationery, context.on.phrasebook, options);
  const bool same = all_words(again) == all_words(context.on.handout);
  list.decide(63, same, same ? "the same text again" : "another text");
}

}  // namespace kinescript
