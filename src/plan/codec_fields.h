// SPDX-License-Identifier: MIT
// The members of each struct that a stored plan holds, each named once. An archive is called with a
// name and the member; T may be const (writing) or not (reading).
//
//   template <class T> void operator()(const char* name, T& member);      bytes(name, text) for
//   bytes
//
// Part of plan/codec.cpp; frozen: a field may be added if reading can do without it (texts, ids,
// lists, optional values), and none may change its name.
#pragma once
#include <map>
#include <optional>
#include <string>
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
  a("min", x.min), a("max", x.max), a("start", x.start), a("goal", x.goal);
}

template <class A, OrConst<Dose> T>
void fields(A& a, T& x) {
  a("sets", x.sets), a("count", x.count), a("unit", x.unit), a("hold", x.hold),
      a("hold_unit", x.hold_unit);
  a("rest", x.rest), a("load", x.load), a("per_day", x.per_day),
      a("days_per_week", x.days_per_week);
  a("timing", x.timing);
}

template <class A, OrConst<PlanItem> T>
void fields(A& a, T& x) {
  a("id", x.id), a("exercise", x.exercise), a("section", x.section), a("side", x.side),
      a("dose", x.dose);
  a("support", x.support), a("note", x.note), a("modification", x.modification),
      a("steps", x.steps);
}

template <class A, OrConst<Schedule> T>
void fields(A& a, T& x) {
  a("per_day", x.per_day), a("weekdays", x.weekdays), a("days_per_week", x.days_per_week);
}

template <class A, OrConst<Override> T>
void fields(A& a, T& x) {
  a("item", x.item), a("rule", x.rule), a("because", x.because), a("by", x.by), a("at", x.at);
  a("fingerprint", x.fingerprint);
}

template <class A, OrConst<Clearance> T>
void fields(A& a, T& x) {
  a("rule", x.rule), a("because", x.because), a("by", x.by), a("at", x.at), a("outcome", x.outcome),
      a("fingerprint", x.fingerprint);
}

template <class A, OrConst<Feedback> T>
void fields(A& a, T& x) {
  a("about", x.about), a("felt", x.felt), a("pain", x.pain), a("pain_most", x.pain_most),
      a("days", x.days);
  a("remark", x.remark), a("by", x.by), a("at", x.at);
}

template <class A, OrConst<Plan> T>
void fields(A& a, T& x) {
  a("id", x.id), a("patient", x.patient), a("problem", x.problem), a("title", x.title),
      a("regions", x.regions);
  a("schedule", x.schedule), a("start", x.start), a("review", x.review),
      a("next_visit", x.next_visit);
  a("program", x.program), a("ordered_by_hand", x.ordered_by_hand), a("next_item", x.next_item),
      a("items", x.items);
  a("overrides", x.overrides), a("clearances", x.clearances), a("teach_back", x.teach_back);
  a("feedback", x.feedback);
}

template <class A, OrConst<PatientPrecaution> T>
void fields(A& a, T& x) {
  a("id", x.id), a("code", x.code), a("side", x.side), a("date", x.date), a("end", x.end),
      a("details", x.details);
  a("own_text", x.own_text), a("own_line", x.own_line), a("recorded_on", x.recorded_on);
}

template <class A, OrConst<ScreeningAnswer> T>
void fields(A& a, T& x) {
  a("question", x.question), a("yes", x.yes), a("on", x.on);
}

template <class A, OrConst<PrintChoices> T>
void fields(A& a, T& x) {
  a("layout", x.layout), a("paper", x.paper), a("ink", x.ink), a("diary_weeks", x.diary_weeks),
      a("copies", x.copies);
}

template <class A, OrConst<Patient> T>
void fields(A& a, T& x) {
  a("id", x.id), a("record_number", x.record_number), a("family", x.family), a("given", x.given),
      a("born", x.born);
  a("language", x.language), a("large_print", x.large_print), a("phone", x.phone),
      a("diagnosis", x.diagnosis);
  a("precautions", x.precautions), a("screening", x.screening), a("usual_pain", x.usual_pain);
  a("archived", x.archived), a("print", x.print);
}

template <class A, OrConst<Clinic> T>
void fields(A& a, T& x) {
  a("name", x.name), a("phone", x.phone), a("hours", x.hours), a("address", x.address);
  a("emergency_number", x.emergency_number), a("country", x.country), a("paper", x.paper),
      a("language", x.language);
  a("figure_person", x.figure_person), a("figure_age", x.figure_age),
      a("figure_skin", x.figure_skin), a("print", x.print);
  a.bytes("logo", x.logo);
}

template <class A, OrConst<Step> T>
void fields(A& a, T& x) {
  a("text", x.text), a("kind", x.kind);
}

template <class A, OrConst<Rule> T>
void fields(A& a, T& x) {
  a("code", x.code), a("precaution", x.precaution), a("level", x.level),
      a("from_week", x.from_week);
  a("to_week", x.to_week), a("until_cleared", x.until_cleared), a("condition", x.condition),
      a("limb", x.limb);
  a("reason", x.reason), a("change", x.change), a("patient_line", x.patient_line),
      a("substitutes", x.substitutes);
  a("source", x.source), a("form", x.form);
}

template <class A, OrConst<ModifiedForm> T>
void fields(A& a, T& x) {
  a("name", x.name), a("steps", x.steps), a("breathing", x.breathing), a("stop_cue", x.stop_cue);
  a("scene", x.scene), a("scene_line", x.scene_line);
}

template <class A, OrConst<Exercise> T>
void fields(A& a, T& x) {
  a("id", x.id), a("variant_of", x.variant_of), a("variant_kind", x.variant_kind);
  a("name_clinician", x.name_clinician), a("name_patient", x.name_patient), a("aliases", x.aliases);
  a("regions", x.regions), a("section", x.section), a("positions", x.positions),
      a("equipment", x.equipment);
  a("muscles", x.muscles), a("type", x.type), a("side_mode", x.side_mode),
      a("side_means", x.side_means);
  a("support", x.support), a("tags", x.tags), a("dose", x.dose), a("dose_source", x.dose_source);
  a("proposed_fields", x.proposed_fields), a("progress_to", x.progress_to),
      a("regress_to", x.regress_to);
  a("alternatives", x.alternatives), a("gate", x.gate), a("note", x.note), a("why", x.why),
      a("steps", x.steps);
  a("stop_cue", x.stop_cue), a("breathing", x.breathing), a("source", x.source),
      a("reviewed_by", x.reviewed_by);
  a("content_version", x.content_version), a("rules", x.rules), a("forms", x.forms);
  a("scene", x.scene), a("scene_where", x.scene_where), a("scene_line", x.scene_line);
  a.bytes("photo", x.photo), a.bytes("photo_finish", x.photo_finish);
}

template <class A, OrConst<Finding> T>
void fields(A& a, T& x) {
  a("level", x.level), a("item", x.item), a("exercise", x.exercise), a("precaution", x.precaution),
      a("rule", x.rule);
  a("code", x.code), a("reason", x.reason), a("change", x.change),
      a("patient_line", x.patient_line);
  a("detail", x.detail), a("date_missing", x.date_missing), a("substitutes", x.substitutes);
  a("overridden", x.overridden), a("fingerprint", x.fingerprint);
}

template <class A, OrConst<StopEntry> T>
void fields(A& a, T& x) {
  a("id", x.id), a("heading", x.heading), a("tier", x.tier), a("under", x.under),
      a("for_all", x.for_all);
  a("regions", x.regions), a("precautions", x.precautions), a("text", x.text);
}

template <class A, OrConst<PainLine> T>
void fields(A& a, T& x) {
  a("band", x.band), a("above_usual", x.above_usual), a("from", x.from), a("to", x.to),
      a("text", x.text);
}

template <class A, OrConst<SessionRule> T>
void fields(A& a, T& x) {
  a("id", x.id), a("text", x.text), a("where", x.where);
}

template <class A, OrConst<Dossier> T>
void fields(A& a, T& x) {
  a("plan", x.plan), a("number", x.number), a("date", x.date), a("patient", x.patient),
      a("clinic", x.clinic);
  a("clinician", x.clinician), a("exercises", x.exercises), a("findings", x.findings);
  a("precaution_lines", x.precaution_lines), a("stop_box", x.stop_box), a("pain_rule", x.pain_rule);
  a("session_rules", x.session_rules), a("previous", x.previous), a("minutes", x.minutes);
  a("content_version", x.content_version), a("reviewed", x.reviewed);
}

}  // namespace kinescript::codec
