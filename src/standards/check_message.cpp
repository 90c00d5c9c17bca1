// SPDX-License-Identifier: MIT
// What the page is about, what to do, who it is for, when it is looked at again.
#include "base/text.h"
#include "handout/dose_words.h"
#include "standards/check_parts.h"

namespace kinescript {
namespace {

constexpr std::size_t kMostSentences = 3;

// y of the lowest run of the main message on page 1; none when it is not there or not bold.
std::optional<double> end_of_message(const CheckContext& context) {
  const std::string message = squeezed(join(context.on.handout.main_message, ""));
  std::string seen;
  for (const PlacedText& run : context.placed.front()) {
    const std::string part = squeezed(run.text);
    const bool goes_on = !part.empty() && message.compare(seen.size(), part.size(), part) == 0 &&
                         run.font.find("Bold") != std::string::npos;
    if (!goes_on) {
      seen.clear();
      continue;
    }
    seen += part;
    if (seen.size() == message.size()) return run.box.bottom;
  }
  return std::nullopt;
}

void check_main_message(const CheckContext& context, CheckList& list) {
  const Handout& sheet = context.on.handout;
  const Plan& plan = context.on.dossier.plan;
  const Phrasebook& book = context.on.phrasebook;
  const auto end = end_of_message(context);
  const double third = context.on.pages.pages.front().height / 3;
  list.decide(2, end && *end <= third && sheet.main_message.size() <= kMostSentences,
              count(sheet.main_message.size(), "sentence") + ", " +
                  (end ? "bold, ends at " + in_millimetres(*end) : "not bold on page 1"));
  const std::string message = join(sheet.main_message, " ");
  const bool often = message.find(word_days(plan.schedule, book, true)) != std::string::npos;
  const std::string review =
      plan.review ? book.date(*plan.review, "date.short") : book.say("message.review_open");
  const bool reviewed = message.find(review) != std::string::npos;
  list.decide(3, often && reviewed,
              std::string("how often: ") + (often ? "yes" : "no") +
                  ", review: " + (reviewed ? "yes" : "no"));
  list.decide(13, reviewed && context.on_page(0, review), "\"" + review + "\"");
}

void check_names(const CheckContext& context, CheckList& list) {
  const Handout& sheet = context.on.handout;
  std::vector<std::string> missing;
  const auto need = [&](bool there, const std::string& what) {
    if (!there) missing.push_back(what);
  };
  const Dossier& dossier = context.on.dossier;
  need(context.on_page(0, dossier.patient.given + " " + dossier.patient.family), "patient");
  need(context.on_page(0, context.on.phrasebook.date(dossier.date, "date.full")), "date");
  need(!dossier.clinician.empty() && context.on_page(0, dossier.clinician), "clinician");
  need(!dossier.clinic.phone.empty() && context.on_page(0, dossier.clinic.phone), "clinic's phone");
  const std::size_t pages = context.page_text.size();
  bool content = !sheet.footer.content.empty();
  for (std::size_t page = 0; page < pages; ++page) {
    const std::string number = context.on.phrasebook.say(
        "footer.page", {{"page", std::to_string(page + 1)}, {"pages", std::to_string(pages)}});
    const std::string on = " on page " + std::to_string(page + 1);
    need(context.on_page(page, dossier.patient.family), "name" + on);
    need(context.on_page(page, number), "page number" + on);
    content = content && context.on_page(page, sheet.footer.content) &&
              context.on_page(page, sheet.footer.owner);
  }
  list.decide(
      4, missing.empty(),
      missing.empty() ? "all on " + count(pages, "page") : "missing: " + join(missing, ", "));
  list.decide(14, content,
              sheet.footer.content + "; the catalog: " +
                  (dossier.reviewed.empty() ? "not used" : dossier.reviewed));
}

}  // namespace

void check_message(const CheckContext& context, CheckList& list) {
  const Handout& sheet = context.on.handout;
  const Dossier& dossier = context.on.dossier;
  list.flag(1, !sheet.title.empty(), "\"" + sheet.title + "\"");
  check_main_message(context, list);
  check_names(context, list);
  list.flag(5, sheet.cards.size() == dossier.plan.items.size(),
            count(sheet.cards.size(), "exercise") + " of " +
                std::to_string(dossier.plan.items.size()) + " prescribed");
  // Both answers are a record: the plan keeps whether it was done.
  list.decide(15, true, dossier.plan.teach_back ? "teach-back done" : "teach-back not done");
  const std::string minutes =
      dossier.minutes > 0 ? context.on.phrasebook.say("session.minutes", {{"n", dossier.minutes}})
                          : "";
  list.decide(31, dossier.minutes > 0 && dossier.minutes % 5 == 0 && context.on_page(0, minutes),
              std::to_string(dossier.minutes) + " minutes");
}

}  // namespace kinescript
