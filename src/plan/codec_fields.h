// SPDX-License-Identifier: MIT
// The members of each struct that a stored plan holds, each named once, in the order of their
// names: so they are written. An archive is called with a name and the member; T may be const
// (writing) or not (reading).
//
//   template <class T> void operator()(Key name, T& member);      bytes(name, text) for bytes
//
// Part of plan/codec.cpp; frozen: a field may be added if reading can do without it (texts, ids,
// lists, optional values), and none may change its name.
#pragma once
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "plan/dossier.h"

namespace kinescript::codec {

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsId : std::false_type {};
template <class T>
struct IsId<Id<T>> : std::true_type {};
using Details = std::map<std::string, std::string>;

// A member's name, from a literal: "count", and as it is written behind another, ,"count":
class Key {
 public:
  template <std::size_t N>
  consteval Key(const char (&name)[N]) : size_(N - 1) {
    static_assert(N <= kMost);
    std::copy_n(name, size_, std::copy_n(",\"", 2, text_));
    std::copy_n("\":", 2, text_ + 2 + size_);
  }
  std::string_view name() const { return {text_ + 2, size_}; }
  std::string_view with_comma() const { return {text_, size_ + 4}; }

 private:
  static constexpr std::size_t kMost = 24;
  std::size_t size_;
  char text_[kMost + 4] = {};
};

// What reading can do without.
template <class T>
constexpr bool may_be_absent() {
  return std::is_same_v<T, std::string> || IsId<T>::value || IsOptional<T>::value ||
         IsVector<T>::value || std::is_same_v<T, Details> || std::is_same_v<T, Condition>;
}

template <class T, class Value>
concept OrConst = std::is_same_v<std::remove_const_t<T>, Value>;

template <class A, OrConst<Amount> T>
void fields(A& a, T& x) {
  a("goal", x.goal), a("max", x.max), a("min", x.min), a("start", x.start);
}

template <class A, OrConst<Dose> T>
void fields(A& a, T& x) {
  a("count", x.count), a("days_per_week", x.days_per_week), a("hold", x.hold),
      a("hold_unit", x.hold_unit), a("load", x.load), a("per_day", x.per_day), a("rest", x.rest),
      a("sets", x.sets), a("timing", x.timing), a("unit", x.unit);
}

template <class A, OrConst<PlanItem> T>
void fields(A& a, T& x) {
  a("dose", x.dose), a("exercise", x.exercise), a("id", x.id), a("modification", x.modification),
      a("note", x.note), a("section", x.section), a("side", x.side), a("steps", x.steps),
      a("support", x.support);
}

template <class A, OrConst<Schedule> T>
void fields(A& a, T& x) {
  a("days_per_week", x.days_per_week), a("per_day", x.per_day), a("weekdays", x.weekdays);
}

template <class A, OrConst<Override> T>
void fields(A& a, T& x) {
  a("at", x.at), a("because", x.because), a("by", x.by), a("fingerprint", x.fingerprint),
      a("item", x.item), a("rule", x.rule);
}

template <class A, OrConst<Clearance> T>
void fields(A& a, T& x) {
  a("at", x.at), a("because", x.because), a("by", x.by), a("fingerprint", x.fingerprint),
      a("outcome", x.outcome), a("rule", x.rule);
}

template <class A, OrConst<Feedback> T>
void fields(A& a, T& x) {
  a("about", x.about), a("at", x.at), a("by", x.by), a("days", x.days), a("felt", x.felt),
      a("pain", x.pain), a("pain_most", x.pain_most), a("remark", x.remark);
}

template <class A, OrConst<Plan> T>
void fields(A& a, T& x) {
  a("clearances", x.clearances), a("feedback", x.feedback), a("id", x.id), a("items", x.items),
      a("next_item", x.next_item), a("next_visit", x.next_visit),
      a("ordered_by_hand", x.ordered_by_hand), a("overrides", x.overrides), a("patient", x.patient),
      a("problem", x.problem), a("program", x.program), a("regions", x.regions),
      a("review", x.review), a("schedule", x.schedule), a("start", x.start),
      a("teach_back", x.teach_back), a("title", x.title);
}

template <class A, OrConst<PatientPrecaution> T>
void fields(A& a, T& x) {
  a("code", x.code), a("date", x.date), a("details", x.details), a("end", x.end), a("id", x.id),
      a("own_line", x.own_line), a("own_text", x.own_text), a("recorded_on", x.recorded_on),
      a("side", x.side);
}

template <class A, OrConst<ScreeningAnswer> T>
void fields(A& a, T& x) {
  a("on", x.on), a("question", x.question), a("yes", x.yes);
}

template <class A, OrConst<PrintChoices> T>
void fields(A& a, T& x) {
  a("copies", x.copies), a("diary_weeks", x.diary_weeks), a("ink", x.ink), a("layout", x.layout),
      a("paper", x.paper);
}

template <class A, OrConst<Patient> T>
void fields(A& a, T& x) {
  a("archived", x.archived), a("born", x.born), a("diagnosis", x.diagnosis), a("family", x.family),
      a("given", x.given), a("id", x.id), a("language", x.language),
      a("large_print", x.large_print), a("phone", x.phone), a("precautions", x.precautions),
      a("print", x.print), a("record_number", x.record_number), a("screening", x.screening),
      a("usual_pain", x.usual_pain);
}

template <class A, OrConst<Clinic> T>
void fields(A& a, T& x) {
  a("address", x.address), a("country", x.country), a("emergency_number", x.emergency_number),
      a("figure_age", x.figure_age), a("figure_person", x.figure_person),
      a("figure_skin", x.figure_skin), a("hours", x.hours), a("language", x.language),
      a.bytes("logo", x.logo), a("name", x.name), a("paper", x.paper), a("phone", x.phone),
      a("print", x.print);
}

template <class A, OrConst<Step> T>
void fields(A& a, T& x) {
  a("kind", x.kind), a("text", x.text);
}

template <class A, OrConst<Rule> T>
void fields(A& a, T& x) {
  a("change", x.change), a("code", x.code), a("condition", x.condition), a("form", x.form),
      a("from_week", x.from_week), a("level", x.level), a("limb", x.limb),
      a("patient_line", x.patient_line), a("precaution", x.precaution), a("reason", x.reason),
      a("source", x.source), a("substitutes", x.substitutes), a("to_week", x.to_week),
      a("until_cleared", x.until_cleared);
}

template <class A, OrConst<ModifiedForm> T>
void fields(A& a, T& x) {
  a("breathing", x.breathing), a("name", x.name), a("scene", x.scene),
      a("scene_line", x.scene_line), a("steps", x.steps), a("stop_cue", x.stop_cue);
}

template <class A, OrConst<Exercise> T>
void fields(A& a, T& x) {
  a("aliases", x.aliases), a("alternatives", x.alternatives), a("breathing", x.breathing),
      a("content_version", x.content_version), a("dose", x.dose), a("dose_source", x.dose_source),
      a("equipment", x.equipment), a("forms", x.forms), a("gate", x.gate), a("id", x.id),
      a("muscles", x.muscles), a("name_clinician", x.name_clinician),
      a("name_patient", x.name_patient), a("note", x.note), a.bytes("photo", x.photo),
      a.bytes("photo_finish", x.photo_finish), a("positions", x.positions),
      a("progress_to", x.progress_to), a("proposed_fields", x.proposed_fields),
      a("regions", x.regions), a("regress_to", x.regress_to), a("reviewed_by", x.reviewed_by),
      a("rules", x.rules), a("scene", x.scene), a("scene_line", x.scene_line),
      a("scene_where", x.scene_where), a("section", x.section), a("side_means", x.side_means),
      a("side_mode", x.side_mode), a("source", x.source), a("steps", x.steps),
      a("stop_cue", x.stop_cue), a("support", x.support), a("tags", x.tags), a("type", x.type),
      a("variant_kind", x.variant_kind), a("variant_of", x.variant_of), a("why", x.why);
}

template <class A, OrConst<Finding> T>
void fields(A& a, T& x) {
  a("change", x.change), a("code", x.code), a("date_missing", x.date_missing),
      a("detail", x.detail), a("exercise", x.exercise), a("fingerprint", x.fingerprint),
      a("item", x.item), a("level", x.level), a("overridden", x.overridden),
      a("patient_line", x.patient_line), a("precaution", x.precaution), a("reason", x.reason),
      a("rule", x.rule), a("substitutes", x.substitutes);
}

template <class A, OrConst<StopEntry> T>
void fields(A& a, T& x) {
  a("for_all", x.for_all), a("heading", x.heading), a("id", x.id), a("precautions", x.precautions),
      a("regions", x.regions), a("text", x.text), a("tier", x.tier), a("under", x.under);
}

template <class A, OrConst<PainLine> T>
void fields(A& a, T& x) {
  a("above_usual", x.above_usual), a("band", x.band), a("from", x.from), a("text", x.text),
      a("to", x.to);
}

template <class A, OrConst<SessionRule> T>
void fields(A& a, T& x) {
  a("id", x.id), a("text", x.text), a("where", x.where);
}

template <class A, OrConst<Dossier> T>
void fields(A& a, T& x) {
  a("clinic", x.clinic), a("clinician", x.clinician), a("content_version", x.content_version),
      a("date", x.date), a("exercises", x.exercises), a("findings", x.findings),
      a("minutes", x.minutes), a("number", x.number), a("pain_rule", x.pain_rule),
      a("patient", x.patient), a("plan", x.plan), a("precaution_lines", x.precaution_lines),
      a("previous", x.previous), a("reviewed", x.reviewed), a("session_rules", x.session_rules),
      a("stop_box", x.stop_box);
}

}  // namespace kinescript::codec
