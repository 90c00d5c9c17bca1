// SPDX-License-Identifier: MIT
// One patient out to another desk, and in. What is here is never overwritten silently: issued plans
// merge by id, precautions are united, and where two desks say different things the report says it.
#include <algorithm>

#include "base/error.h"
#include "store/bundle.h"
#include "store/rows.h"
#include "store/state.h"

namespace kinescript {
namespace {

bool has_row(Database& database, const char* sql, const std::string& id) {
  return database.query(sql, id).step();
}

// Whoever wrote it on the other desk may be nobody here.
void make_known(Database& database, std::string& clinician, const Actor& actor) {
  if (!clinician_of(database, ClinicianId{clinician})) clinician = actor.id.text;
}

bool number_taken(Database& database, const PatientId& patient, int number) {
  return database
      .query("SELECT 1 FROM issued_plan WHERE patient = ? AND number = ?", patient.text, number)
      .step();
}

// A draft of this id gets a new one: it was issued on the other desk and changed here, or not.
void give_draft_new_id(Sitting& sitting, const std::string& id) {
  Statement row =
      sitting.database.query(std::string(kDraftRows) + " WHERE id = ?", id);
  if (!row.step()) return;
  Plan plan = open_draft(sitting.vault(), row);
  const auto revision = row.integer(2);
  plan.id = PlanId{new_uuid(sitting.randomness)};
  sitting.database.run("UPDATE draft SET id = ?, plan = ? WHERE id = ?", plan.id.text,
                       Blob{seal_draft(sitting.vault(), plan, revision)}, id);
}

void import_plans(Sitting& sitting, const Actor& actor, Bundle& bundle, int next,
                  ImportReport& report) {
  Database& database = sitting.database;
  for (IssuedCopy& plan : bundle.plans) {
    if (has_row(database, "SELECT 1 FROM issued_plan WHERE id = ?", plan.id)) {
      ++report.known;
      continue;
    }
    if (has_row(database, "SELECT 1 FROM draft WHERE id = ?", plan.id)) {
      give_draft_new_id(sitting, plan.id);
      report.remarks.push_back("A plan that was issued on the other desk is a draft here: both are "
                               "kept.");
    }
    make_known(database, plan.issued_by, actor);
    int number = plan.number;
    if (number_taken(database, bundle.patient.id, number)) {
      number = std::max(next, number + 1);
      while (number_taken(database, bundle.patient.id, number)) ++number;
      report.remarks.push_back("Plan " + std::to_string(plan.number) + " of the other desk is plan " +
                               std::to_string(number) + " here; its pages are as they were.");
    }
    insert_issued(sitting, plan, bundle.patient.id, number);
    ++report.new_plans;
  }
  int facts = 0;
  for (IssuedCopy& plan : bundle.plans) {
    for (IssuedFact& fact : plan.facts) make_known(database, fact.by, actor);
    facts += insert_facts(sitting, plan);
  }
  if (facts > 0 && report.new_plans == 0) report.changed_patient = true;
}

void import_drafts(Sitting& sitting, const Actor& actor, Bundle& bundle, const Clock& clock,
                   ImportReport& report) {
  Database& database = sitting.database;
  for (Plan& plan : bundle.drafts) {
    plan.patient = bundle.patient.id;
    Statement row = database.query(std::string(kDraftRows) + " WHERE id = ?", plan.id.text);
    if (row.step()) {
      ++report.known;
      if (!(open_draft(sitting.vault(), row) == plan))
        report.remarks.push_back("A draft differs on the two desks: the one here was kept.");
      continue;
    }
    if (has_row(database, "SELECT 1 FROM issued_plan WHERE id = ?", plan.id.text)) {
      ++report.known;
      continue;
    }
    if (has_draft_of_problem(sitting, plan)) {
      report.remarks.push_back("There is another draft for the same problem: the one here was kept, "
                               "the other desk's left out.");
      continue;
    }
    database.run(
        "INSERT INTO draft (id, patient, revision, changed, changed_by, plan) VALUES (?, ?, 1, ?, "
        "?, ?)",
        plan.id.text, plan.patient.text, iso(clock.now), actor.id.text,
        Blob{seal_draft(sitting.vault(), plan, 1)});
    ++report.new_drafts;
  }
}

Moment last_change(Database& database, const PatientId& id) {
  Statement row = database.query("SELECT changed FROM patient WHERE id = ?", id.text);
  return row.step() ? parse_moment(row.text(0)).value_or(Moment{}) : Moment{};
}

// Names, birth date, contacts and the like: precautions and answers are united either way.
bool same_person_data(Patient a, const Patient& b) {
  a.precautions = b.precautions;
  a.screening = b.screening;
  a.record_number = b.record_number;  // each desk has its own
  a.archived = b.archived;
  return a == b;
}

}  // namespace

std::string Store::export_patient(const Actor& actor, const PatientId& id,
                                  std::string_view passphrase, const Clock& clock) {
  State& state = *state_;
  if (passphrase.empty())
    throw Error(ErrorKind::usage, "",
                "What leaves the clinic file needs a passphrase of its own. Give one.");
  Writing change(state, actor, Right::write, clock);
  Bundle bundle;
  bundle.patient = patient(id);
  bundle.changed = last_change(state.database, id);
  for (Statement row = state.database.query(
           std::string(kDraftRows) + " WHERE patient = ? ORDER BY id", id.text);
       row.step();)
    bundle.drafts.push_back(open_draft(state.vault(), row));
  for (const std::string& plan : issued_ids(state.database, id))
    bundle.plans.push_back(copy_issued(state, plan));
  std::string file = seal_bundle(bundle, passphrase,
                                 for_tests() ? KeyCost::for_tests : KeyCost::moderate,
                                 state.randomness);
  change.note(Action::export_data, RecordKind::patient, id.text);
  change.commit();
  return file;
}

ImportReport Store::import_patient(const Actor& actor, std::string_view file,
                                   std::string_view passphrase, const std::string& record_number,
                                   const Clock& clock) {
  State& state = *state_;
  Bundle bundle = open_bundle(file, passphrase);
  ImportReport report;
  report.patient = bundle.patient.id;
  Writing change(state, actor, Right::write, clock);
  if (!has_row(state.database, "SELECT 1 FROM patient WHERE id = ?", bundle.patient.id.text)) {
    if (!record_number.empty()) bundle.patient.record_number = record_number;
    insert_patient(state, change, actor, bundle.patient, clock);
    report.new_patient = true;
  } else {
    Patient here = patient(bundle.patient.id);
    const bool differs = !same_person_data(bundle.patient, here);
    const bool theirs = differs && bundle.changed > last_change(state.database, here.id);
    Patient merged = theirs ? bundle.patient : here;
    merged.record_number = here.record_number;
    merged.archived = here.archived;
    unite(merged, theirs ? here : bundle.patient);
    if (differs)
      report.remarks.push_back(theirs ? "The other desk's record is newer: its names and contacts "
                                        "were taken. Look at them."
                                      : "The record differs on the two desks: the one here is newer "
                                        "and was kept. Look at it.");
    if (!(merged == here)) {
      update_patient(state, change, actor, merged, clock);
      report.changed_patient = true;
    }
  }
  import_plans(state, actor, bundle, next_number(bundle.patient.id), report);
  import_drafts(state, actor, bundle, clock, report);
  if (!report.changed_nothing())
    change.note(Action::import_data, RecordKind::patient, bundle.patient.id.text);
  change.commit();
  state.forget_names();
  return report;
}

}  // namespace kinescript
