// SPDX-License-Identifier: MIT
// Drafts and issued plans. A draft may change; an issued plan is written once, and what becomes of
// it stands beside it.
#include "base/error.h"
#include "base/text.h"
#include "plan/codec.h"
#include "store/pieces.h"
#include "store/state.h"
#include "store/summary.h"

namespace kinescript {
namespace {

constexpr const char* kNoPlan = "There is no plan with this id. Look with \"plan history\".";

constexpr const char* kIssued =
    "SELECT p.id, p.patient, p.number, p.issued_on, p.summary, v.record, r.plan IS NOT NULL FROM "
    "issued_plan p"
    " LEFT JOIN plan_fact v ON v.plan = p.id AND v.kind = 'void'"
    " LEFT JOIN plan_fact r ON r.plan = p.id AND r.kind = 'replaced'";
constexpr const char* kDrafts =
    "SELECT d.id, d.patient, d.revision, d.changed, d.plan, c.name FROM draft d JOIN clinician c "
    "ON c.id = d.changed_by";

PlanHead issued_head(const Statement& row) {
  const PlanSummary summary = decode_summary(row.text(4));
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
    head.void_because = decode_reason(row.text(5));
  }
  return head;
}

PlanHead draft_head(const Statement& row) {
  const Plan plan = decode_plan(row.text(4));
  PlanHead head;
  head.id = PlanId{row.text(0)};
  head.patient = PatientId{row.text(1)};
  head.revision = static_cast<int>(row.integer(2));
  const auto changed = parse_moment(row.text(3));
  if (changed) head.date = std::chrono::floor<std::chrono::days>(*changed);
  head.problem = plan.problem;
  head.title = plan.title;
  head.clinician = row.text(5);
  return head;
}

std::optional<PlanId> draft_of_problem(Database& database, const Plan& plan) {
  Statement row = database.query("SELECT id, plan FROM draft WHERE patient = ? AND id <> ?",
                                 plan.patient.text, plan.id.text);
  while (row.step())
    if (lower_ascii(decode_plan(row.text(1)).problem) == lower_ascii(plan.problem))
      return PlanId{row.text(0)};
  return {};
}

void require_one_draft_a_problem(Database& database, const Plan& plan) {
  if (const auto other = draft_of_problem(database, plan))
    throw Error(ErrorKind::conflict, "",
                "There is a draft for this problem already: " + other->text +
                    ". Go on with it, issue it, or give another --problem.");
}

int stored_revision(Database& database, const PlanId& id) {
  Statement row = database.query("SELECT revision FROM draft WHERE id = ?", id.text);
  if (row.step()) return static_cast<int>(row.integer(0));
  if (database.query("SELECT 1 FROM issued_plan WHERE id = ?", id.text).step())
    throw Error(ErrorKind::conflict, "",
                "This plan is issued and never changes. Begin the next one with \"plan new PATIENT "
                "--from-last\".");
  throw Error(ErrorKind::not_found, "", kNoPlan);
}

void require_revision(Database& database, const PlanId& id, int revision) {
  if (stored_revision(database, id) != revision)
    throw Error(ErrorKind::conflict, "",
                "Somebody else changed this draft in the meantime. Open it again; nothing was "
                "overwritten.");
}

int number_after(Database& database, const PatientId& patient) {
  Statement row = database.query(
      "SELECT coalesce(max(number), 0) + 1 FROM issued_plan WHERE patient = ?", patient.text);
  return row.step() ? static_cast<int>(row.integer(0)) : 1;
}

// The issued plans of the same problem that are still followed are replaced from now on.
void replace_earlier(Database& database, const Actor& actor, const Plan& plan, const Clock& clock) {
  std::vector<std::string> earlier;
  for (Statement row = database.query(std::string(kIssued) + " WHERE p.patient = ? AND p.id <> ?",
                                      plan.patient.text, plan.id.text);
       row.step();) {
    const PlanHead head = issued_head(row);
    if (head.state == PlanState::issued && lower_ascii(head.problem) == lower_ascii(plan.problem))
      earlier.push_back(head.id.text);
  }
  for (const std::string& id : earlier)
    database.run(
        "INSERT INTO plan_fact (plan, kind, at, by, replaced_by) VALUES (?, 'replaced', ?, ?, ?)",
        id, iso(clock.now), actor.id.text, plan.id.text);
}

}  // namespace

StoredDraft Store::add_draft(const Actor& actor, const Plan& plan, const Clock& clock) {
  Database& database = state_->database;
  Transaction change(database);
  require_writer(database, actor);
  patient(plan.patient);
  StoredDraft draft{plan, 1};
  if (draft.plan.id.empty()) draft.plan.id = PlanId{new_uuid(state_->randomness)};
  require_one_draft_a_problem(database, draft.plan);
  database.run(
      "INSERT INTO draft (id, patient, revision, changed, changed_by, plan) VALUES (?, ?, 1, ?, ?, "
      "?)",
      draft.plan.id.text, plan.patient.text, iso(clock.now), actor.id.text,
      Blob{encode(draft.plan)});
  change.commit();
  return draft;
}

StoredDraft Store::save_draft(const Actor& actor, const Plan& plan, int revision,
                              const Clock& clock) {
  Database& database = state_->database;
  Transaction change(database);
  require_writer(database, actor);
  require_revision(database, plan.id, revision);
  require_one_draft_a_problem(database, plan);
  database.run("UPDATE draft SET revision = ?, changed = ?, changed_by = ?, plan = ? WHERE id = ?",
               revision + 1, iso(clock.now), actor.id.text, Blob{encode(plan)}, plan.id.text);
  change.commit();
  return {plan, revision + 1};
}

void Store::delete_draft(const Actor& actor, const PlanId& id) {
  Transaction change(state_->database);
  require_writer(state_->database, actor);
  stored_revision(state_->database, id);
  state_->database.run("DELETE FROM draft WHERE id = ?", id.text);
  change.commit();
}

StoredDraft Store::draft(const PlanId& id) const {
  const int revision = stored_revision(state_->database, id);
  Statement row = state_->database.query("SELECT plan FROM draft WHERE id = ? AND revision = ?",
                                         id.text, revision);
  if (!row.step())
    throw Error(ErrorKind::conflict, "", "Somebody else is changing this draft. Try again.");
  return {decode_plan(row.text(0)), revision};
}

PlanHead Store::head(const PlanId& id) const {
  Statement issued = state_->database.query(std::string(kIssued) + " WHERE p.id = ?", id.text);
  if (issued.step()) return issued_head(issued);
  Statement draft = state_->database.query(std::string(kDrafts) + " WHERE d.id = ?", id.text);
  if (draft.step()) return draft_head(draft);
  throw Error(ErrorKind::not_found, "", kNoPlan);
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
  Database& database = state_->database;
  for (Statement row = database.query(
           std::string(kIssued) + " WHERE p.patient = ? ORDER BY p.number", patient_id.text);
       row.step();)
    heads.push_back(issued_head(row));
  for (Statement row = database.query(
           std::string(kDrafts) + " WHERE d.patient = ? ORDER BY d.changed, d.id", patient_id.text);
       row.step();)
    heads.push_back(draft_head(row));
  return heads;
}

int Store::next_number(const PatientId& patient_id) const {
  return number_after(state_->database, patient_id);
}

PlanHead Store::issue(const Actor& actor, const PlanId& draft_id, int revision, int number,
                      const std::string& snapshot, const std::string& pdf, const Clock& clock) {
  Database& database = state_->database;
  Transaction change(database);
  require_writer(database, actor);
  require_revision(database, draft_id, revision);
  const Plan plan = draft(draft_id).plan;
  if (number != number_after(database, plan.patient))
    throw Error(ErrorKind::conflict, "",
                "Another plan of this patient was issued in the meantime. Issue it again.");
  database.run(
      "INSERT INTO issued_plan (id, patient, number, issued_on, issued_at, issued_by, summary, "
      "snapshot, pdf)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      draft_id.text, plan.patient.text, number, iso(clock.today), iso(clock.now), actor.id.text,
      Blob{encode(PlanSummary{plan.problem, plan.title, actor.name})},
      Blob{keep_document(database, snapshot)}, Blob{keep_document(database, pdf)});
  replace_earlier(database, actor, plan, clock);
  database.run("DELETE FROM draft WHERE id = ?", draft_id.text);
  change.commit();
  return head(draft_id);
}

std::string Store::snapshot(const PlanId& issued) const {
  Statement row =
      state_->database.query("SELECT snapshot FROM issued_plan WHERE id = ?", issued.text);
  if (!row.step()) throw Error(ErrorKind::not_found, "", kNoPlan);
  return fetch_document(state_->database, row.text(0));
}

std::string Store::pdf(const PlanId& issued) const {
  Statement row = state_->database.query("SELECT pdf FROM issued_plan WHERE id = ?", issued.text);
  if (!row.step()) throw Error(ErrorKind::not_found, "", kNoPlan);
  return fetch_document(state_->database, row.text(0));
}

void Store::void_plan(const Actor& actor, const PlanId& issued, const std::string& because,
                      const Clock& clock) {
  if (trim(because).empty())
    throw Error(ErrorKind::usage, "",
                "Say why the plan is void: --because \"given to the wrong patient\".");
  Transaction change(state_->database);
  require_writer(state_->database, actor);
  const PlanHead now = head(issued);
  if (now.state == PlanState::draft)
    throw Error(ErrorKind::conflict, "", "This plan is a draft; only an issued plan can be void.");
  if (now.state == PlanState::voided)
    throw Error(ErrorKind::conflict, "", "This plan is void already; the first reason stays.");
  state_->database.run(
      "INSERT INTO plan_fact (plan, kind, at, by, record) VALUES (?, 'void', ?, ?, ?)", issued.text,
      iso(clock.now), actor.id.text, Blob{encode_reason(because)});
  change.commit();
}

}  // namespace kinescript
