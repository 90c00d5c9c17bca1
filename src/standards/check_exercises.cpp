// SPDX-License-Identifier: MIT
// Each exercise: why, how much, in which steps, in which order.
#include <algorithm>

#include "base/text.h"
#include "handout/dose_words.h"
#include "standards/check_parts.h"
#include "standards/reading.h"

namespace kinescript {
namespace {

constexpr std::size_t kMostWhyWords = 12, kLeastForTable = 3;
// The design says 3 to 6; the clinical records have up to 9 (db/README.md), none of which is ours
// to drop.
constexpr std::size_t kLeastSteps = 3, kMostSteps = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_digit(const std::string& text) { return std::any_of(text.begin(), text.end(), is_digit); }

// "8-12", "8 – 12": a range that is to be written "8 to 12".
bool has_range_with_dash(std::string text) {
  text = replace_all(replace_all(std::move(text), "\xE2\x80\x93", "-"), " ", "");
  for (std::size_t at = text.find('-'); at != std::string::npos; at = text.find('-', at + 1))
    if (at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]))
      return true;
  return false;
}

std::string all_of_dose(const Card& card) {
  std::string text = card.dose_sentence + " " + join(card.dose_lines, " ");
  for (const DoseCell& cell : card.dose)
    text += " " + cell.before + " " + cell.number + " " + cell.after;
  return text;
}

// The mark that a text is not in the handout's language is none of the text's own words.
std::size_t own_words(const std::string& text, const Phrasebook& book) {
  const std::string mark(trim(book.say("mark.untranslated", {{"text", ""}})));
  const bool marked = !mark.empty() && text.find(mark) != std::string::npos;
  return words_of(text).size() - (marked ? words_of(mark).size() : 0);
}

void check_why(const CheckContext& context, CheckList& list) {
  std::size_t longest = 0, missing = 0;
  for (const Card& card : context.on.handout.cards) {
    missing += card.why.empty() || !context.on_any_page(card.why);
    longest = std::max(longest, own_words(card.why, context.on.phrasebook));
  }
  list.decide(6, missing == 0 && longest <= kMostWhyWords,
              std::to_string(missing) + " missing, longest " + count(longest, "word"));
}

// Times first, how long it is held last; the number leads its words except in "Hold for 5".
void check_dose(const CheckContext& context, CheckList& list) {
  std::size_t out_of_order = 0, no_digits = 0, with_dash = 0, sums = 0;
  for (std::size_t i = 0; i < context.on.handout.cards.size(); ++i) {
    const Card& card = context.on.handout.cards[i];
    for (std::size_t c = 0; c < card.dose.size(); ++c) {
      const DoseCell& cell = card.dose[c];
      out_of_order += !cell.before.empty() && c + 1 < card.dose.size();
      no_digits += !has_digit(cell.number) || (cell.before.empty() && cell.after.empty());
    }
    if (card.dose.empty()) no_digits += !has_digit(card.dose_sentence);
    with_dash += has_range_with_dash(all_of_dose(card));
    const PlanItem& item = context.on.dossier.plan.items[i];
    const Exercise& exercise = context.on.dossier.exercise(item.exercise);
    const Sides sides = counted_sides(item, exercise);
    const bool both = sides == Sides::each_side || sides == Sides::each_way;
    const Amount& per_side =
        item.dose.count == exactly(1) && item.dose.sets.max > 1 ? item.dose.sets : item.dose.count;
    // A goal says each number with its side; else the sum stands there.
    if (both && !per_side.goal)
      sums += all_of_dose(card).find(std::to_string(2 * per_side.start)) == std::string::npos;
  }
  list.decide(27, out_of_order == 0, std::to_string(out_of_order) + " out of order");
  list.decide(28, no_digits == 0, std::to_string(no_digits) + " without digits and a unit");
  list.decide(29, sums == 0, std::to_string(sums) + " that need a sum");
  list.decide(30, with_dash == 0, std::to_string(with_dash) + " with a dash");
}

void check_whole(const CheckContext& context, CheckList& list) {
  std::size_t split = 0;
  for (std::size_t i = 0; i < context.on.handout.cards.size(); ++i) {
    const Card& card = context.on.handout.cards[i];
    const std::size_t page = i < context.on.pages.outline.size()
                                 ? static_cast<std::size_t>(context.on.pages.outline[i].page)
                                 : context.page_text.size();
    std::vector<std::string> words = {card.name, card.why, card.stop_cue, card.note};
    words.insert(words.end(), card.steps.begin(), card.steps.end());
    words.insert(words.end(), card.cautions.begin(), card.cautions.end());
    split += !std::all_of(words.begin(), words.end(),
                          [&](const std::string& text) { return context.on_page(page, text); });
  }
  list.decide(
      32, split == 0,
      std::to_string(split) + " of " + count(context.on.handout.cards.size(), "card") + " split");
}

void check_steps(const CheckContext& context, CheckList& list) {
  std::size_t least = kMostSteps, most = 0;
  for (const Card& card : context.on.handout.cards) {
    least = std::min(least, card.steps.size());
    most = std::max(most, card.steps.size());
  }
  list.decide(33, least >= kLeastSteps && most <= kMostSteps,
              std::to_string(least) + " to " + count(most, "step"));
}

void check_number(const CheckContext& context, CheckList& list) {
  std::size_t exercises = 0, notes = 0;
  for (const PlanItem& item : context.on.dossier.plan.items)
    exercises += item.section != Section::warm_up;
  for (const Finding& finding : context.on.dossier.findings)
    notes += finding.code == "more_than_4" || finding.code == "more_than_6";
  list.decide(34, (exercises > 4) == (notes > 0),
              count(exercises, "exercise") + ", " + count(notes, "note"));
}

void check_order(const CheckContext& context, CheckList& list) {
  const Plan& plan = context.on.dossier.plan;
  bool ascending = true;
  for (std::size_t i = 1; i < plan.items.size(); ++i)
    ascending = ascending && plan.items[i - 1].section <= plan.items[i].section;
  bool others = false;
  for (const PlanItem& item : plan.items) others = others || item.section < Section::stretch;
  const bool stretch_first =
      others && !plan.items.empty() && plan.items.front().section == Section::stretch;
  list.decide(35, (ascending || plan.ordered_by_hand) && !stretch_first,
              std::string(ascending ? "by section" : "by hand") +
                  (stretch_first ? ", a stretch comes first" : ""));
}

}  // namespace

void check_exercises(const CheckContext& context, CheckList& list) {
  const Handout& sheet = context.on.handout;
  check_why(context, list);
  const std::size_t due = sheet.cards.size() >= kLeastForTable ? sheet.cards.size() : 0;
  list.decide(
      7, sheet.glance.rows.size() == due && (due == 0 || context.on_any_page(sheet.glance.heading)),
      count(sheet.glance.rows.size(), "row") + " for " + count(sheet.cards.size(), "exercise"));
  check_dose(context, list);
  check_whole(context, list);
  check_steps(context, list);
  check_number(context, list);
  check_order(context, list);
}

}  // namespace kinescript
