// SPDX-License-Identifier: MIT
// Two records of one person, and the end of a record.
#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "store/issued_rows.h"
#include "store/pieces.h"
#include "store/rows.h"
#include "store/state.h"

namespace kinescript {
namespace {

// A draft goes to `kept`; a second one for the same problem says so in its problem.
void move_drafts(Sitting& sitting, const Actor& actor, const PatientId& kept,
                 const PatientId& other, const Clock& clock) {
  const Vault& vault = sitting.vault();
  std::vector<std::pair<Plan, std::int64_t>> drafts;
  for (Statement row = sitting.database.query(
           std::string(kDraftRows) + " WHERE patient = ? ORDER BY id", other.text);
       row.step();)
    drafts.emplace_back(open_draft(vault, row), row.integer(2));
  for (auto& [plan, revision] : drafts) {
    plan.patient = kept;
    const std::string problem = plan.problem;
    for (int n = 2; has_draft_of_problem(sitting, plan); ++n)
      plan.problem = problem + " (" + std::to_string(n) + ")";
    sitting.database.run(
        "UPDATE draft SET patient = ?, revision = ?, changed = ?, changed_by = ?, plan = ? WHERE "
        "id = ?",
        kept.text, revision + 1, iso(clock.now), actor.id.text,
        Blob{seal_draft(vault, plan, revision + 1)}, plan.id.text);
  }
}

void move_issued(Sitting& sitting, const PatientId& kept, const PatientId& other, int number) {
  std::vector<IssuedCopy> plans;
  for (const std::string& id : issued_ids(sitting.database, other))
    plans.push_back(copy_issued(sitting, id));
  erase_issued(sitting.database, other);
  for (const IssuedCopy& plan : plans) insert_issued(sitting, plan, kept, number++);
  for (const IssuedCopy& plan : plans) insert_facts(sitting, plan);
}

std::string free_precaution_id(const Patient& patient) {
  for (int n = 1;; ++n) {
    const std::string id = std::to_string(n);
    if (std::none_of(patient.precautions.begin(), patient.precautions.end(),
                     [&](const PatientPrecaution& p) { return p.id == id; }))
      return id;
  }
}

bool says_the_same(PatientPrecaution a, const PatientPrecaution& b) {
  a.id = b.id;
  return a == b;
}

}  // namespace

bool unite(Patient& into, const Patient& from) {
  const Patient before = into;
  for (const PatientPrecaution& precaution : from.precautions) {
    const bool known = std::any_of(into.precautions.begin(), into.precautions.end(),
                                   [&](const auto& p) { return says_the_same(p, precaution); });
    if (known) continue;
    PatientPrecaution added = precaution;
    added.id = free_precaution_id(into);
    into.precautions.push_back(std::move(added));
  }
  for (const ScreeningAnswer& answer : from.screening) {
    const auto same = std::find_if(
        into.screening.begin(), into.screening.end(),
        [&](const ScreeningAnswer& other) { return other.question == answer.question; });
    if (same == into.screening.end())
      into.screening.push_back(answer);
    else if (answer.on > same->on || (answer.on == same->on && answer.yes))
      *same = answer;
  }
  if (into.phone.empty()) into.phone = from.phone;
  if (into.diagnosis.empty()) into.diagnosis = from.diagnosis;
  if (!into.usual_pain) into.usual_pain = from.usual_pain;
  into.large_print = into.large_print || from.large_print;
  if (!into.print) into.print = from.print;
  return into != before;
}

void drop_unused_pieces(Sitting& sitting) {
  Database& database = sitting.database;
  std::set<std::int64_t> used, all;
  for (Statement row = database.query(
           "SELECT id, patient, number, issued_on, snapshot, pdf FROM issued_plan");
       row.step();) {
    const std::string place = issued_place(row);
    for (const auto& [field, column] : {std::pair(Field::snapshot, 4), {Field::pdf_recipe, 5}})
      for (const auto piece : pieces_in(sitting.vault().open({field, place}, row.text(column))))
        used.insert(piece);
  }
  for (Statement row = database.query("SELECT id FROM piece"); row.step();)
    all.insert(row.integer(0));
  for (const auto piece : all)
    if (!used.contains(piece)) database.run("DELETE FROM piece WHERE id = ?", piece);
}

Patient Store::merge_patients(const Actor& actor, const PatientId& kept_id,
                              const PatientId& other_id, const Clock& clock) {
  State& state = *state_;
  if (kept_id == other_id)
    throw Error(ErrorKind::usage, "", "This is one record. Name the two records of the person.");
  Writing change(state, actor, Right::write, clock);
  Patient kept = patient(kept_id);
  const Patient other = patient(other_id);
  move_issued(state, kept_id, other_id, next_number(kept_id));
  move_drafts(state, actor, kept_id, other_id, clock);
  state.database.run("DELETE FROM patient WHERE id = ?", other_id.text);
  unite(kept, other);
  update_patient(state, change, actor, kept, clock);
  change.note(Action::merge, RecordKind::patient, kept_id.text, other_id.text);
  change.commit();
  state.forget_names();
  return kept;
}

void Store::delete_patient(const Actor& actor, const PatientId& id, const Clock& clock) {
  State& state = *state_;
  Writing change(state, actor, Right::administer, clock);
  patient(id);
  erase_issued(state.database, id);
  state.database.run("DELETE FROM draft WHERE patient = ?", id.text);
  state.database.run("DELETE FROM patient WHERE id = ?", id.text);
  drop_unused_pieces(state);
  change.note(Action::delete_record, RecordKind::patient, id.text);
  change.commit();
  state.forget_names();
  // The log still has the pages as they were.
  state.database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Date Store::last_entry(const PatientId& id) const {
  state_->vault();
  Date last{};
  for (const char* sql :
       {"SELECT changed FROM patient WHERE id = ?", "SELECT changed FROM draft WHERE patient = ?",
        "SELECT issued_at FROM issued_plan WHERE patient = ?"})
    for (Statement row = state_->database.query(sql, id.text); row.step();)
      if (const auto moment = parse_moment(row.text(0)))
        last = std::max(last, Date(std::chrono::floor<std::chrono::days>(*moment)));
  return last;
}

}  // namespace kinescript
