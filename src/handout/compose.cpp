// SPDX-License-Identifier: MIT
#include "handout/compose.h"

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "draw/decode.h"
#include "handout/boxes.h"
#include "handout/cards.h"
#include "handout/diary.h"
#include "handout/dose_words.h"

namespace kinescript {
namespace {

constexpr std::string_view kSeparator = " \xC2\xB7 ";  // a raised dot between facts of one line
constexpr int kLogoPixels = 400;  // longer side: 30 mm at 300 dots an inch are 354
constexpr int kDaysWithRest = 3;  // strength on so many days or fewer wants a day between

// "Questions? Call **01632 960 145**." into spans: what stands between two pairs of stars is bold.
Paragraph paragraph(std::string_view text) {
  Paragraph spans;
  bool bold = false;
  while (!text.empty()) {
    const std::size_t star = text.find("**");
    if (star != 0) spans.push_back({std::string(text.substr(0, star)), bold});
    if (star == std::string_view::npos) break;
    text.remove_prefix(star + 2);
    bold = !bold;
  }
  return spans;
}

std::string joined(const std::vector<std::string>& facts) {
  std::vector<std::string> printed;
  for (const std::string& fact : facts)
    if (!fact.empty()) printed.push_back(fact);
  return join(printed, kSeparator);
}

std::string plan_name(const Dossier& dossier, const Phrasebook& book) {
  return dossier.number > 0 ? book.say("header.plan", {{"number", dossier.number}})
                            : book.say("header.draft");
}

std::string full_name(const Patient& patient) {
  return joined({std::string(trim(patient.given + " " + patient.family))});
}

// "M. Whitfield": enough to find one's own page again, no more.
std::string short_name(const Patient& patient) {
  if (patient.given.empty()) return patient.family;
  std::size_t at = 0;
  next_code_point(patient.given, at);
  return patient.given.substr(0, at) + ". " + patient.family;
}

std::optional<Image> make_logo(const Clinic& clinic, Palette palette) {
  if (clinic.logo.empty()) return std::nullopt;
  Image logo = decode_image(clinic.logo, kLogoPixels);
  return palette == Palette::colour ? logo : in_grey(logo);
}

HandoutHeader make_header(const Dossier& dossier, const Phrasebook& book, Palette palette) {
  return {
      make_logo(dossier.clinic, palette), dossier.clinic.name,
      joined({dossier.clinic.address, dossier.clinic.phone}), full_name(dossier.patient),
      joined({plan_name(dossier, book), book.date(dossier.date, "date.full"), dossier.clinician})};
}

// "2026-11-30 10:40" -> "Mon 30 Nov, 10:40".
std::string word_visit(const std::string& visit, const Phrasebook& book) {
  const std::vector<std::string> parts = split_words(visit);
  const auto day = parts.empty() ? std::nullopt : parse_date(parts[0]);
  if (!day) return visit;
  const std::string date = book.date(*day, "date.short");
  return parts.size() < 2 ? date : book.say("list.comma", {{"head", date}, {"next", parts[1]}});
}

HandoutFooter make_footer(const Dossier& dossier, const Phrasebook& book) {
  const Clinic& clinic = dossier.clinic;
  HandoutFooter footer;
  footer.questions = paragraph(
      clinic.hours.empty()
          ? book.say("footer.questions", {{"phone", clinic.phone}})
          : book.say("footer.questions_hours", {{"phone", clinic.phone}, {"hours", clinic.hours}}));
  footer.next_visit = paragraph(
      dossier.plan.next_visit.empty()
          ? book.say("footer.next_visit_open")
          : book.say("footer.next_visit", {{"when", word_visit(dossier.plan.next_visit, book)}}));
  footer.owner = joined({short_name(dossier.patient), plan_name(dossier, book)});
  footer.page_of = book.say("footer.page", {{"page", "{page}"}, {"pages", "{pages}"}});
  const PhraseArgument version{"version", dossier.content_version};
  footer.content = dossier.clinician.empty()
                       ? book.say("footer.content_alone", {version})
                       : book.say("footer.content", {version, {"clinician", dossier.clinician}});
  return footer;
}

bool needs_rest_days(const Plan& plan) {
  if (plan.schedule.days_per_week > kDaysWithRest || plan.schedule.days_per_week < 2) return false;
  for (const PlanItem& item : plan.items)
    if (item.section == Section::strength) return plan.schedule.weekdays.empty();
  return false;
}

// How often, and when it is looked at again: three short sentences at most.
std::vector<std::string> make_message(const Dossier& dossier, const Phrasebook& book) {
  const Plan& plan = dossier.plan;
  const std::vector<PhraseArgument> often = {{"per_day", plan.schedule.per_day},
                                             {"days", word_days(plan.schedule, book, true)},
                                             {"start", book.date(plan.start, "date.short")}};
  std::vector<std::string> sentences = {
      book.say(plan.start > dossier.date ? "message.often_from" : "message.often", often)};
  if (needs_rest_days(plan)) sentences.push_back(book.say("message.rest_day"));
  sentences.push_back(
      plan.review ? book.say("message.review", {{"date", book.date(*plan.review, "date.short")}})
                  : book.say("message.review_open"));
  return sentences;
}

Paragraph make_session(const Dossier& dossier, const Phrasebook& book) {
  std::string text =
      dossier.minutes > 0 ? book.say("session.minutes", {{"n", dossier.minutes}}) : "";
  const std::string needs = word_equipment(dossier, book);
  if (!text.empty() && !needs.empty()) text += " ";
  return paragraph(text + needs);
}

void refuse_without_numbers(const Clinic& clinic) {
  if (clinic.phone.empty())
    throw Error(ErrorKind::refused, "",
                tr("The clinic's phone is not set. Set it with: clinic set --phone."));
  if (clinic.emergency_number.empty())
    throw Error(ErrorKind::refused, "",
                tr("The emergency number is not set. Set it with: clinic set --emergency."));
}

void mark_void(Handout& handout, const Phrasebook& book) {
  handout.title = book.say("void.title", {{"title", handout.title}});
  handout.document_title = book.say("void.title", {{"title", handout.document_title}});
  handout.main_message = {book.say("void.message")};
  handout.footer.owner = book.say("void.title", {{"title", handout.footer.owner}});
}

}  // namespace

Handout compose(const Dossier& dossier, const Stationery& stationery, const Phrasebook& phrasebook,
                const HandoutOptions& options) {
  refuse_without_numbers(dossier.clinic);
  Handout handout;
  handout.palette = options.palette;
  handout.language = phrasebook.language();
  handout.title = dossier.plan.title.empty() ? phrasebook.say("title.usual") : dossier.plan.title;
  handout.document_title =
      dossier.number > 0
          ? phrasebook.say("title.document", {{"title", handout.title}, {"number", dossier.number}})
          : phrasebook.say("title.document_draft", {{"title", handout.title}});
  handout.author = dossier.clinic.name;
  handout.header = make_header(dossier, phrasebook, options.palette);
  handout.footer = make_footer(dossier, phrasebook);
  handout.main_message = make_message(dossier, phrasebook);
  handout.session = make_session(dossier, phrasebook);
  handout.stop_word = phrasebook.say("stop.word");
  handout.stop_box = make_stop_box(dossier);
  const PrecautionBoxes precautions =
      make_precautions(dossier, patient_lines(dossier).shared, phrasebook);
  handout.precautions = precautions.first;
  handout.more_precautions = precautions.rest;
  handout.pain_rule = make_pain_rule(dossier, stationery, phrasebook);
  handout.reminders = make_reminders(dossier, stationery, phrasebook);
  const std::vector<DoseWords> doses = word_doses(dossier, phrasebook);
  handout.cards = make_cards(dossier, doses, stationery, phrasebook, options);
  handout.news = make_news(dossier, phrasebook);
  handout.easier_ways = make_easier_ways(dossier, stationery, phrasebook, options);
  handout.easier.heading = phrasebook.say("easier.heading");
  handout.easier.lead = phrasebook.say("easier.lead");
  handout.glance = make_glance(dossier, doses, phrasebook);
  if (options.is_void) mark_void(handout, phrasebook);
  if (options.diary_weeks > 0)
    handout.diary = make_diary(dossier, handout.cards, stationery, phrasebook, options.diary_weeks);
  return handout;
}

}  // namespace kinescript
