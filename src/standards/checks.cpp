// SPDX-License-Identifier: MIT
#include "standards/checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "standards/check_parts.h"

namespace kinescript {
namespace {

// Names, phones and numbers are not prose and are left out.
std::vector<std::string> prose(const Handout& handout) {
  std::vector<std::string> texts = handout.main_message;
  const auto add = [&texts](const std::vector<std::string>& more) {
    texts.insert(texts.end(), more.begin(), more.end());
  };
  for (const StopGroup& group : handout.stop_box) {
    texts.push_back(group.heading);
    add(group.items);
  }
  for (const TextBox* box : {&handout.precautions, &handout.more_precautions, &handout.pain_rule,
                             &handout.reminders, &handout.news}) {
    if (box->empty()) continue;
    add({box->heading, box->lead});
    add(box->lines);
  }
  for (const Card& card : handout.cards) {
    add({card.why, card.dose_sentence, card.then, card.breathing, card.stop_cue, card.note});
    add(card.steps);
    add(card.dose_lines);
    add(card.cautions);
  }
  for (const EasierWay& way : handout.easier_ways) add(way.steps);
  if (!handout.diary.tables.empty()) add({handout.diary.lead, handout.diary.felt_key});
  return texts;
}

}  // namespace

CheckContext::CheckContext(const CheckSubject& subject)
    : on(subject),
      compact(subject.stationery.card == CardForm::row),
      large(subject.stationery.card == CardForm::sentences),
      patient_text(prose(subject.handout)) {
  for (const Page& page : subject.pages.pages) {
    page_text.push_back(squeezed_text(page));
    placed.push_back(placed_text(page, subject.faces));
  }
}

bool CheckContext::on_page(std::size_t page, const std::string& text) const {
  return page < page_text.size() &&
         page_text[page].find(squeezed(as_set(text, on.faces))) != std::string::npos;
}

bool CheckContext::on_any_page(const std::string& text) const {
  for (std::size_t page = 0; page < page_text.size(); ++page)
    if (on_page(page, text)) return true;
  return false;
}

std::vector<CheckResult> CheckList::results() && {
  std::sort(results_.begin(), results_.end(),
            [](const CheckResult& a, const CheckResult& b) { return a.number < b.number; });
  return std::move(results_);
}

std::vector<CheckResult> check_handout(const CheckSubject& subject) {
  const CheckContext context(subject);
  CheckList list;
  check_message(context, list);
  check_safety(context, list);
  check_reading(context, list);
  check_exercises(context, list);
  check_type(context, list);
  check_pictures(context, list);
  return std::move(list).results();
}

std::vector<CheckResult> stopping(const std::vector<CheckResult>& results) {
  std::vector<CheckResult> stop;
  for (const CheckResult& result : results)
    if (result.failed() &&
        std::find(kStopping.begin(), kStopping.end(), result.number) != kStopping.end())
      stop.push_back(result);
  return stop;
}

std::string in_millimetres(double points) { return fmt::format("{:.1f} mm", points * 25.4 / 72); }
std::string one_decimal(double value) { return fmt::format("{:.1f}", value); }
std::string count(std::size_t n, const std::string& thing) {
  return fmt::format("{} {}{}", n, thing, n == 1 ? "" : "s");
}

}  // namespace kinescript
