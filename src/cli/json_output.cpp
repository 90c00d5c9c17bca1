// SPDX-License-Identifier: MIT
#include "cli/json_output.h"

#include <nlohmann/json.hpp>

#include "app/change_words.h"
#include "app/findings_text.h"
#include "app/wording.h"

namespace kinescript {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order in which a person would tell them

template <class Tag>
Json ids(const std::vector<Id<Tag>>& all) {
  Json list = Json::array();
  for (const auto& id : all) list.push_back(id.text);
  return list;
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json day(const std::optional<Date>& date) { return date ? Json(iso(*date)) : Json(); }

Json amount(const Amount& a) {
  Json json{{"min", a.min}, {"max", a.max}, {"start", a.start}};
  if (a.goal) json["goal"] = *a.goal;
  return json;
}

Json dose_json(const Dose& dose) {
  Json json{{"sets", amount(dose.sets)}, {"count", amount(dose.count)}, {"unit", word(dose.unit)}};
  if (dose.hold) {
    json["hold"] = amount(*dose.hold);
    json["hold_unit"] = word(dose.hold_unit);
  }
  if (dose.rest) json["rest"] = amount(*dose.rest);
  if (!dose.load.empty()) json["load"] = dose.load;
  if (dose.per_day) json["per_day"] = amount(*dose.per_day);
  if (dose.days_per_week) json["days_per_week"] = amount(*dose.days_per_week);
  if (dose.timing != Timing::none) json["timing"] = word(dose.timing);
  return json;
}

Json brief(const Exercise& e) {
  return {{"id", e.id.text},
          {"variant_of", e.variant_of ? Json(e.variant_of->text) : Json()},
          {"name", e.name_clinician},
          {"name_patient", e.name_patient},
          {"section", word(e.section)},
          {"region", e.regions},
          {"position", e.positions},
          {"equipment", e.equipment}};
}

Json rule_json(const Rule& rule) {
  Json json{{"code", rule.code}, {"precaution", rule.precaution.text}, {"level", word(rule.level)}};
  if (rule.from_week) json["from_week"] = *rule.from_week;
  if (rule.to_week) json["to_week"] = *rule.to_week;
  if (!rule.condition.empty()) json["condition"] = to_text(rule.condition);
  json["reason"] = rule.reason;
  json["change"] = rule.change;
  json["patient_line"] = rule.patient_line;
  json["substitutes"] = ids(rule.substitutes);
  return json;
}

Json precaution_json(const PatientPrecaution& p) {
  Json json{{"id", p.id}, {"code", p.code.text}};
  if (p.side != BodySide::none) json["side"] = word(p.side);
  json["date"] = day(p.date);
  json["end"] = day(p.end);
  json["details"] = p.details;
  if (p.is_own()) {
    json["text"] = p.own_text;
    json["tell"] = p.own_line;
  }
  return json;
}

Json patient_json(const Patient& p) {
  Json json{{"id", p.id.text},
            {"record", p.record_number},
            {"family", p.family},
            {"given", p.given},
            {"born", iso(p.born)},
            {"language", p.language},
            {"large_print", p.large_print},
            {"archived", p.archived}};
  json["precautions"] = Json::array();
  for (const auto& precaution : p.precautions)
    json["precautions"].push_back(precaution_json(precaution));
  return json;
}

Json field_json(const FieldChange& field) {
  return {{"field", field.field}, {"before", field.before}, {"after", field.after}};
}

Json note_json(const ExerciseId& exercise, const FieldChange& note) {
  Json words = Json::array();
  for (const WordChange& word : words_between(note.before, note.after))
    words.push_back({{"text", word.text},
                     {"change", word.kind == WordChange::Kind::same      ? "same"
                                : word.kind == WordChange::Kind::removed ? "removed"
                                                                         : "added"}});
  return {{"exercise", exercise.text},
          {"field", note.field},
          {"before", note.before},
          {"after", note.after},
          {"words", words}};
}

// By kind, and beside that every changed field of every item in "changed".
Json changes_json(const PlanChanges& changes, const Catalog& catalog) {
  Json json;
  for (const char* key : {"progressed", "eased", "swapped", "added", "removed", "moved", "changed",
                          "notes", "settings"})
    json[key] = Json::array();
  for (const ItemDifference& item : changes.items) {
    using Kind = ItemDifference::Kind;
    const std::string kind(word(item.kind));
    if (item.kind == Kind::added || item.kind == Kind::removed) {
      json[kind].push_back(item.exercise.text);
    } else if (item.kind != Kind::changed && item.kind != Kind::same) {
      json[kind].push_back({{"exercise", item.exercise.text}, {"was", item.was.text}});
    }
    for (const FieldChange& field : item.fields) {
      Json one = field_json(field);
      one["exercise"] = item.exercise.text;
      json["changed"].push_back(std::move(one));
      if (field.field == "note" || field.field == "change")
        json["notes"].push_back(note_json(item.exercise, field));
    }
  }
  for (const FieldChange& setting : changes.settings)
    json["settings"].push_back(field_json(setting));
  json["text"] = word_changes(changes, catalog);
  return json;
}

Json decisions_json(const HistoryEntry& entry) {
  Json list = Json::array();
  for (const Override& kept : entry.overrides) {
    Json exercise;
    for (const PlanItem& item : entry.plan.items)
      if (item.id == kept.item) exercise = item.exercise.text;
    list.push_back({{"item", kept.item.text},
                    {"exercise", exercise},
                    {"rule", kept.rule},
                    {"because", kept.because},
                    {"by", kept.by},
                    {"at", iso(kept.at)}});
  }
  for (const Clearance& cleared : entry.clearances)
    list.push_back({{"item", Json()},
                    {"exercise", Json()},
                    {"rule", cleared.rule},
                    {"outcome", or_null(cleared.outcome)},
                    {"because", cleared.because},
                    {"by", cleared.by},
                    {"at", iso(cleared.at)}});
  return list;
}

Json feedback_json(const Feedback& feedback) {
  return {{"felt", word(feedback.felt)},
          {"pain", feedback.pain ? Json(*feedback.pain) : Json()},
          {"pain_most", feedback.pain_most ? Json(*feedback.pain_most) : Json()},
          {"days", feedback.days ? Json(*feedback.days) : Json()},
          {"remark", feedback.remark},
          {"by", feedback.by},
          {"at", iso(feedback.at)}};
}

Json program_json(const Program& program) {
  Json json{{"id", program.id},          {"name", program.name},
            {"title", program.title},    {"problem", program.problem},
            {"region", program.regions}, {"per_day", program.per_day}};
  json["days_per_week"] = program.days_per_week ? amount(*program.days_per_week) : Json();
  json["slots"] = Json::array();
  for (const Slot& slot : program.slots)
    json["slots"].push_back(
        {{"id", slot.id}, {"section", word(slot.section)}, {"one_of", ids(slot.one_of)}});
  json["for"] = program.for_patients;
  json["protocol"] = or_null(program.protocol);
  json["weeks"] = program.weeks ? amount(*program.weeks) : Json();
  json["note"] = program.note;
  return json;
}

std::string print(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string json_of_exercises(const std::vector<const Exercise*>& exercises) {
  Json list = Json::array();
  for (const Exercise* exercise : exercises) list.push_back(brief(*exercise));
  return print(list);
}

std::string json_of_exercise(const Exercise& e) {
  Json json = brief(e);
  json["variant_kind"] = word(e.variant_kind);
  json["aliases"] = e.aliases;
  json["muscles"] = e.muscles;
  json["side_mode"] = word(e.side_mode);
  json["tags"] = e.tags;
  json["dose"] = dose_json(e.dose);
  json["dose_source"] = word(e.dose_source);
  json["gate"] = e.gate;
  json["progress_to"] = ids(e.progress_to);
  json["regress_to"] = ids(e.regress_to);
  json["alternatives"] = ids(e.alternatives);
  json["why"] = e.why;
  json["steps"] = Json::array();
  for (const Step& step : e.steps)
    json["steps"].push_back({{"text", step.text}, {"kind", word(step.kind)}});
  json["stop_cue"] = e.stop_cue;
  json["breathing"] = e.breathing;
  json["source"] = e.source;
  json["reviewed_by"] = or_null(e.reviewed_by);
  json["rules"] = Json::array();
  for (const Rule& rule : e.rules) json["rules"].push_back(rule_json(rule));
  return print(json);
}

std::string json_of_precautions(const Catalog& catalog) {
  Json list = Json::array();
  for (const Precaution& precaution : catalog.precautions) {
    Json details = Json::array();
    for (const DetailField& field : precaution.details)
      details.push_back(
          {{"name", field.name}, {"choices", field.choices}, {"assumed", or_null(field.assumed)}});
    list.push_back({{"code", precaution.code.text},
                    {"label", precaution.label},
                    {"sided", precaution.sided},
                    {"dated", precaution.dating == Dating::none  ? "none"
                              : precaution.dating == Dating::due ? "due"
                                                                 : "date"},
                    {"details", details}});
  }
  return print(list);
}

std::string json_of_programs(const std::vector<Program>& programs) {
  Json list = Json::array();
  for (const Program& program : programs) list.push_back(program_json(program));
  return print(list);
}

std::string json_of_program(const Program& program) { return print(program_json(program)); }

std::string json_of_clinic(const Clinic& clinic) {
  const PrintChoices print_choices = clinic.print.value_or(PrintChoices());
  return print({{"name", clinic.name},
                {"phone", clinic.phone},
                {"hours", clinic.hours},
                {"address", clinic.address},
                {"emergency", clinic.emergency_number},
                {"country", clinic.country},
                {"paper", clinic.paper},
                {"layout", print_choices.layout},
                {"ink", print_choices.ink},
                {"diary", print_choices.diary_weeks.value_or(0)},
                {"language", clinic.language},
                {"logo", !clinic.logo.empty()},
                {"figure_person", clinic.figure_person},
                {"figure_age", clinic.figure_age},
                {"figure_skin", clinic.figure_skin}});
}

std::string json_of_patients(const std::vector<Patient>& patients) {
  Json list = Json::array();
  for (const Patient& patient : patients) list.push_back(patient_json(patient));
  return print(list);
}

std::string json_of_patient(const Patient& patient) {
  Json json = patient_json(patient);
  json["phone"] = patient.phone;
  json["diagnosis"] = patient.diagnosis;
  json["usual_pain"] = patient.usual_pain ? Json(*patient.usual_pain) : Json();
  json["screening"] = Json::array();
  for (const ScreeningAnswer& answer : patient.screening)
    json["screening"].push_back(
        {{"question", answer.question}, {"yes", answer.yes}, {"on", iso(answer.on)}});
  return print(json);
}

std::string json_of_findings(const std::vector<Finding>& findings, int open, const Plan& plan,
                             const Patient& patient, const Catalog& catalog) {
  Json list = Json::array();
  for (const Finding& f : findings)
    list.push_back({{"level", word(f.level)},
                    {"item", f.item ? Json(f.item->text) : Json()},
                    {"exercise", or_null(f.exercise.text)},
                    {"precaution", or_null(f.precaution.text)},
                    {"rule", f.rule},
                    {"code", f.code},
                    {"detail", or_null(f.detail)},
                    {"reason", reason_of(f, catalog)},
                    {"change", f.change},
                    {"patient_line", f.patient_line},
                    {"substitutes", ids(f.substitutes)},
                    {"overridden", f.overridden},
                    {"open", f.open()}});
  return print({{"findings", list},
                {"open", open},
                {"summary", summary_of(findings, plan, patient, catalog)}});
}

std::string json_of_substitutes(const std::vector<ExerciseId>& substitutes,
                                const Catalog& catalog) {
  Json list = Json::array();
  for (const ExerciseId& id : substitutes) list.push_back(brief(catalog.exercise(id)));
  return print(list);
}

std::string json_of_plan(const PlanHead& head, const Plan& plan, int minutes) {
  Json json{{"id", head.id.text},
            {"number", head.number ? Json(head.number) : Json()},
            {"state", word(head.state)},
            {"patient", head.patient.text},
            {"problem", plan.problem},
            {"title", plan.title},
            {"date", iso(head.date)},
            {"per_day", plan.schedule.per_day},
            {"days_per_week", plan.schedule.days_per_week},
            {"weekdays", plan.schedule.weekdays},
            {"start", iso(plan.start)},
            {"review", day(plan.review)},
            {"next_visit", or_null(plan.next_visit)},
            {"template", or_null(plan.program)}};
  json["items"] = Json::array();
  for (const PlanItem& item : plan.items)
    json["items"].push_back({{"id", item.id.text},
                             {"exercise", item.exercise.text},
                             {"section", word(item.section)},
                             {"side", word(item.side)},
                             {"dose", dose_json(item.dose)},
                             {"support", word(item.support)},
                             {"note", item.note},
                             {"change", item.modification},
                             {"steps", item.steps}});
  json["minutes"] = minutes;
  if (head.state == PlanState::voided) json["void_because"] = head.void_because;
  return print(json);
}

std::string json_of_changes(const PlanChanges& changes, const Catalog& catalog) {
  return print(changes_json(changes, catalog));
}

std::string json_of_steps(const PlanId& plan, const Feedback& feedback,
                          const std::vector<ItemStep>& steps, const Catalog& catalog) {
  Json list = Json::array();
  for (const ItemStep& step : steps)
    list.push_back({{"item", step.item.text},
                    {"exercise", step.before.exercise.text},
                    {"step", word(step.kind)},
                    {"becomes", step.after.exercise.text},
                    {"before", dose_json(step.before.dose)},
                    {"after", dose_json(step.after.dose)},
                    {"because", or_null(step.because)},
                    {"rule", or_null(step.rule)},
                    {"gate", or_null(step.gate)},
                    {"into", or_null(step.into.text)},
                    {"text", word_step(step, catalog)}});
  return print({{"id", plan.text}, {"feedback", feedback_json(feedback)}, {"steps", list}});
}

std::string json_of_history(const std::vector<HistoryEntry>& entries, const Catalog& catalog) {
  Json list = Json::array();
  for (const HistoryEntry& entry : entries)
    list.push_back({{"id", entry.head.id.text},
                    {"number", entry.head.number ? Json(entry.head.number) : Json()},
                    {"state", word(entry.head.state)},
                    {"date", iso(entry.head.date)},
                    {"problem", entry.head.problem},
                    {"title", entry.head.title},
                    {"clinician", entry.head.clinician},
                    {"changes", changes_json(entry.changes.value_or(PlanChanges{}), catalog)},
                    {"decisions", decisions_json(entry)},
                    {"void_because", or_null(entry.head.void_because)},
                    {"feedback", entry.feedback ? feedback_json(*entry.feedback) : Json()}});
  return print(list);
}

}  // namespace kinescript
