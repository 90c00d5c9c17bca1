// SPDX-License-Identifier: MIT
// Drafts and issued plans. A draft may change; an issued plan is written once, and what becomes of
// it stands beside it.
#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "store/pieces.h"
#include "store/rows.h"
#include "store/state.h"
#include "store/summary.h"

namespace kinescript {
namespace {

// Rows: a year of 20 plans a day. The cost of opening does not grow with the file.
constexpr int kUsesLooked = 5000;

constexpr const char* kNoPlan =
    to_translate("There is no plan with this id. Look with \"plan history\".");

// What became of an issued plan is read from beside it.
constexpr const char* kIssued =
    "SELECT p.id, p.patient, p.number, p.issued_on, p.summary, v.record, r.plan IS NOT NULL FROM "
    "issued_plan p"
    " LEFT JOIN plan_fact v ON v.plan = p.id AND v.kind = 'void'"
    " LEFT JOIN plan_fact r ON r.plan = p.id AND r.kind = 'replaced'";
constexpr const char* kDrafts =
    "SELECT d.id, d.patient, d.revision, d.plan, d.changed, c.name FROM draft d JOIN clinician c "
    "ON c.id = d.changed_by";

PlanHead issued_head(const Vault& vault, const Statement& row) {
  const PlanSummary summary =
      decode_summary(vault.open({Field::summary, issued_place(row)}, row.text(4)));
  PlanHead head;
  head.id = PlanId{row.text(0)};
  head.patient = PatientId{row.text(1)};
  head.number = static_cast<int>(row.integer(2));
  head.date = parse_date(row.text(3)).value_or(Date{});
  head.problem = summary.problem;
  head.title = summary.title;
  head.clinician = summary.clinician;
  head.state = row.integer(6) ? PlanState::replaced : PlanState::issued;
  if (!row.null(5)) {
    head.state = PlanState::voided;
    head.void_because = decode_reason(vault.open({Field::void_reason, head.id.text}, row.text(5)));
  }
  return head;
}

PlanHead draft_head(const Vault& vault, const Statement& row) {
  const Plan plan = open_draft(vault, row);
  PlanHead head;
  head.id = plan.id;
  head.patient = plan.patient;
  head.revision = static_cast<int>(row.integer(2));
  const auto changed = parse_moment(row.text(4));
  if (changed) head.date = std::chrono::floor<std::chrono::days>(*changed);
  head.problem = plan.problem;
  head.title = plan.title;
  head.clinician = row.text(5);
  return head;
}

std::vector<std::string> exercises_of(const Plan& plan) {
  std::set<std::string> ids;
  for (const PlanItem& item : plan.items) ids.insert(item.exercise.text);
  return {ids.begin(), ids.end()};
}

std::optional<PlanId> draft_of_problem(Sitting& sitting, const Plan& plan) {
  Statement row = sitting.database.query(std::string(kDraftRows) + " WHERE patient = ? AND id <> ?",
                                         plan.patient.text, plan.id.text);
  while (row.step())
    if (lower_ascii(open_draft(sitting.vault(), row).problem) == lower_ascii(plan.problem))
      return PlanId{row.text(0)};
  return {};
}

void require_one_draft_a_problem(Sitting& sitting, const Plan& plan) {
  if (const auto other = draft_of_problem(sitting, plan))
    throw Error(
        ErrorKind::conflict, "",
        trf("There is a draft for this problem already: {}. Go on with it, issue it, or give "
            "another --problem.",
            other->text));
}

int stored_revision(Database& database, const PlanId& id) {
  Statement row = database.query("SELECT revision FROM draft WHERE id = ?", id.text);
  if (row.step()) return static_cast<int>(row.integer(0));
  if (database.query("SELECT 1 FROM issued_plan WHERE id = ?", id.text).step())
    throw Error(
        ErrorKind::conflict, "",
        tr("This plan is issued and never changes. Begin the next one with \"plan new PATIENT "
           "--from-last\"."));
  throw Error(ErrorKind::not_found, "", tr(kNoPlan));
}

void require_revision(Database& database, const PlanId& id, int revision) {
  if (stored_revision(database, id) != revision)
    throw Error(ErrorKind::conflict, "",
                tr("Somebody else changed this draft in the meantime. Open it again; nothing was "
                   "overwritten."));
}

int number_after(Database& database, const PatientId& patient) {
  Statement row = database.query(
      "SELECT coalesce(max(number), 0) + 1 FROM issued_plan WHERE patient = ?", patient.text);
  return row.step() ? static_cast<int>(row.integer(0)) : 1;
}

// The issued plans of the same problem that are still followed are replaced from now on.
void replace_earlier(Sitting& sitting, const Actor& actor, const Plan& plan, const Clock& clock) {
  Database& database = sitting.database;
  std::vector<std::string> earlier;
  for (Statement row = database.query(std::string(kIssued) + " WHERE p.patient = ? AND p.id <> ?",
                                      plan.patient.text, plan.id.text);
       row.step();) {
    const PlanHead head = issued_head(sitting.vault(), row);
    if (head.state == PlanState::issued && lower_ascii(head.problem) == lower_ascii(plan.problem))
      earlier.push_back(head.id.text);
  }
  for (const std::string& id : earlier)
    database.run(
        "INSERT INTO plan_fact (plan, kind, at, by, replaced_by) VALUES (?, 'replaced', ?, ?, ?)",
        id, iso(clock.now), actor.id.text, plan.id.text);
}

// Each decision that was not there before is a line of its own in the journal.
void note_decisions(Writing& change, const Plan& before, const Plan& after) {
  const auto is_new = [](const auto& all, const auto& one) {
    return std::find(all.begin(), all.end(), one) == all.end();
  };
  const std::string& plan = after.id.text;
  for (const Override& decision : after.overrides)
    if (is_new(before.overrides, decision))
      change.note(Action::override_finding, RecordKind::item, plan + "/" + decision.item.text,
                  decision.rule);
  for (const Clearance& decision : after.clearances)
    if (is_new(before.clearances, decision))
      change.note(Action::override_finding, RecordKind::plan, plan, decision.rule);
}

std::string stored_document(Sitting& sitting, const PlanId& issued, Field field,
                            const char* column) {
  const Vault& vault = sitting.vault();
  Statement row = sitting.database.query(std::string("SELECT id, patient, number, issued_on, ") +
                                             column + " FROM issued_plan WHERE id = ?",
                                         issued.text);
  if (!row.step()) throw Error(ErrorKind::not_found, "", tr(kNoPlan));
  return fetch_document(sitting.database, vault,
                        vault.open({field, issued_place(row)}, row.text(4)));
}

}  // namespace

bool has_draft_of_problem(Sitting& sitting, const Plan& plan) {
  return draft_of_problem(sitting, plan).has_value();
}

StoredDraft Store::add_draft(const Actor& actor, const Plan& plan, const Clock& clock) {
  State& state = *state_;
  Writing change(state, actor, Right::write, clock);
  patient(plan.patient);
  StoredDraft draft{plan, 1};
  if (draft.plan.id.empty()) draft.plan.id = PlanId{new_uuid(state.randomness)};
  require_one_draft_a_problem(state, draft.plan);
  state.database.run(
      "INSERT INTO draft (id, patient, revision, changed, changed_by, plan) VALUES (?, ?, 1, ?, ?, "
      "?)",
      draft.plan.id.text, plan.patient.text, iso(clock.now), actor.id.text,
      Blob{seal_draft(state.vault(), draft.plan, 1)});
  change.note(Action::create, RecordKind::plan, draft.plan.id.text);
  note_decisions(change, Plan{}, draft.plan);
  change.commit();
  return draft;
}

StoredDraft Store::save_draft(const Actor& actor, const Plan& plan, int revision,
                              const Clock& clock) {
  State& state = *state_;
  Writing change(state, actor, Right::write, clock);
  const bool is_last = state.last_saved && state.last_saved->plan.id == plan.id &&
                       state.last_saved->revision == revision;
  std::optional<Plan> read;
  const Plan& before =
      is_last ? state.last_saved->plan : read.emplace(std::move(draft(plan.id).plan));
  if (plan.problem != before.problem) require_one_draft_a_problem(state, plan);
  state.database.run(
      "UPDATE draft SET revision = ?, changed = ?, changed_by = ?, plan = ? WHERE id = ? AND "
      "revision = ?",
      revision + 1, iso(clock.now), actor.id.text,
      Blob{seal_draft(state.vault(), plan, revision + 1)}, plan.id.text, revision);
  if (state.database.changes() == 0) require_revision(state.database, plan.id, revision);
  change.note(Action::change, RecordKind::plan, plan.id.text);
  note_decisions(change, before, plan);
  change.commit();
  state.last_saved = {plan, revision + 1};
  return *state.last_saved;
}

void Store::delete_draft(const Actor& actor, const PlanId& id, const Clock& clock) {
  Writing change(*state_, actor, Right::write, clock);
  stored_revision(state_->database, id);
  state_->database.run("DELETE FROM draft WHERE id = ?", id.text);
  change.note(Action::delete_record, RecordKind::plan, id.text);
  change.commit();
}

StoredDraft Store::draft(const PlanId& id) const {
  const Vault& vault = state_->vault();
  const int revision = stored_revision(state_->database, id);
  Statement row = state_->database.query(std::string(kDraftRows) + " WHERE id = ? AND revision = ?",
                                         id.text, revision);
  if (!row.step())
    throw Error(ErrorKind::conflict, "", tr("Somebody else is changing this draft. Try again."));
  return {open_draft(vault, row), revision};
}

PlanHead Store::head(const PlanId& id) const {
  const Vault& vault = state_->vault();
  Statement issued = state_->database.query(std::string(kIssued) + " WHERE p.id = ?", id.text);
  if (issued.step()) return issued_head(vault, issued);
  Statement draft = state_->database.query(std::string(kDrafts) + " WHERE d.id = ?", id.text);
  if (draft.step()) return draft_head(vault, draft);
  throw Error(ErrorKind::not_found, "", tr(kNoPlan));
}

PlanId Store::find_plan(const std::string& text) const {
  Database& database = state_->database;
  for (const char* table :
       {"SELECT id FROM draft WHERE id = ?", "SELECT id FROM issued_plan WHERE id = ?"}) {
    Statement row = database.query(table, text);
    if (row.step()) return PlanId{row.text(0)};
  }
  const auto slash = text.rfind('/');
  if (slash == std::string::npos)
    throw Error(ErrorKind::not_found, "",
                "There is no plan \"" + text +
                    "\". Write its id, RECORD/3 for an issued plan or RECORD/draft.");
  const Patient owner = find_patient(text.substr(0, slash));
  const std::string which = text.substr(slash + 1);
  if (const auto number = parse_int(which)) {
    Statement row = database.query("SELECT id FROM issued_plan WHERE patient = ? AND number = ?",
                                   owner.id.text, *number);
    if (row.step()) return PlanId{row.text(0)};
    throw Error(ErrorKind::not_found, "",
                "This patient has no plan number " + which + ". Look with \"plan history " +
                    owner.record_number + "\".");
  }
  if (which != "draft")
    throw Error(ErrorKind::usage, "",
                "After the slash write a plan's number or the word draft, not \"" + which + "\".");
  std::vector<std::string> drafts;
  for (Statement row =
           database.query("SELECT id FROM draft WHERE patient = ? ORDER BY id", owner.id.text);
       row.step();)
    drafts.push_back(row.text(0));
  if (drafts.empty())
    throw Error(
        ErrorKind::not_found, "",
        "This patient has no draft. Begin one with \"plan new " + owner.record_number + "\".");
  if (drafts.size() > 1)
    throw Error(ErrorKind::conflict, "",
                "This patient has several drafts; name one by its id: " + join(drafts, ", ") + ".");
  return PlanId{drafts.front()};
}

std::vector<PlanHead> Store::history(const PatientId& patient_id) const {
  std::vector<PlanHead> heads;
  const Vault& vault = state_->vault();
  Database& database = state_->database;
  for (Statement row = database.query(
           std::string(kIssued) + " WHERE p.patient = ? ORDER BY p.number", patient_id.text);
       row.step();)
    heads.push_back(issued_head(vault, row));
  for (Statement row = database.query(
           std::string(kDrafts) + " WHERE d.patient = ? ORDER BY d.changed, d.id", patient_id.text);
       row.step();)
    heads.push_back(draft_head(vault, row));
  return heads;
}

std::vector<PlanUse> Store::uses_since(Date first) const {
  const Vault& vault = state_->vault();
  std::vector<PlanUse> uses;
  for (Statement row = state_->database.query(
           "SELECT id, patient, number, issued_on, summary, issued_by FROM issued_plan p WHERE "
           "rowid > (SELECT max(rowid) FROM issued_plan) - ? AND issued_on >= ? AND NOT EXISTS "
           "(SELECT 1 FROM plan_fact v WHERE v.plan = p.id AND v.kind = 'void')",
           kUsesLooked, iso(first));
       row.step();) {
    const PlanSummary summary =
        decode_summary(vault.open({Field::summary, issued_place(row)}, row.text(4)));
    PlanUse use{ClinicianId{row.text(5)}, parse_date(row.text(3)).value_or(Date{}), {}};
    for (const std::string& id : summary.exercises) use.exercises.emplace_back(ExerciseId{id});
    uses.push_back(std::move(use));
  }
  return uses;
}

int Store::next_number(const PatientId& patient_id) const {
  return number_after(state_->database, patient_id);
}

PlanHead Store::issue(const Actor& actor, const PlanId& draft_id, int revision, int number,
                      const std::string& snapshot, const std::string& pdf, const Clock& clock) {
  State& state = *state_;
  Database& database = state.database;
  Writing change(state, actor, Right::write, clock);
  require_revision(database, draft_id, revision);
  const Plan plan = draft(draft_id).plan;
  if (number != number_after(database, plan.patient))
    throw Error(ErrorKind::conflict, "",
                tr("Another plan of this patient was issued in the meantime. Issue it again."));
  const Vault& vault = state.vault();
  const std::string place =
      issued_place(draft_id.text, plan.patient.text, number, iso(clock.today));
  database.run(
      "INSERT INTO issued_plan (id, patient, number, issued_on, issued_at, issued_by, summary, "
      "snapshot, pdf)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      draft_id.text, plan.patient.text, number, iso(clock.today), iso(clock.now), actor.id.text,
      Blob{vault.seal(
          {Field::summary, place},
          encode(PlanSummary{plan.problem, plan.title, actor.name, exercises_of(plan)}))},
      Blob{vault.seal({Field::snapshot, place}, keep_document(database, vault, snapshot))},
      Blob{vault.seal({Field::pdf_recipe, place}, keep_document(database, vault, pdf))});
  replace_earlier(state, actor, plan, clock);
  database.run("DELETE FROM draft WHERE id = ?", draft_id.text);
  change.note(Action::issue, RecordKind::plan, draft_id.text);
  change.commit();
  return head(draft_id);
}

std::string Store::snapshot(const PlanId& issued) const {
  return stored_document(*state_, issued, Field::snapshot, "snapshot");
}

std::string Store::pdf(const PlanId& issued) const {
  return stored_document(*state_, issued, Field::pdf_recipe, "pdf");
}

void Store::void_plan(const Actor& actor, const PlanId& issued, const std::string& because,
                      const Clock& clock) {
  if (trim(because).empty())
    throw Error(ErrorKind::usage, "",
                tr("Say why the plan is void: --because \"given to the wrong patient\"."));
  Writing change(*state_, actor, Right::write, clock);
  const PlanHead now = head(issued);
  if (now.state == PlanState::draft)
    throw Error(ErrorKind::conflict, "",
                tr("This plan is a draft; only an issued plan can be void."));
  if (now.state == PlanState::voided)
    throw Error(ErrorKind::conflict, "", tr("This plan is void already; the first reason stays."));
  state_->database.run(
      "INSERT INTO plan_fact (plan, kind, at, by, record) VALUES (?, 'void', ?, ?, ?)", issued.text,
      iso(clock.now), actor.id.text,
      Blob{state_->vault().seal({Field::void_reason, issued.text}, encode_reason(because))});
  change.note(Action::void_plan, RecordKind::plan, issued.text);
  change.commit();
}

}  // namespace kinescript
