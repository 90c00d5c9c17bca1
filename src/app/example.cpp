// SPDX-License-Identifier: MIT
#include "app/example.h"

#include "app/patient_text.h"
#include "app/plan_text.h"
#include "app/print_job.h"
#include "base/error.h"

namespace kinescript {
namespace {

struct ExamplePatient {
  const char *record, *family, *given, *born, *diagnosis;
  std::vector<std::string> precautions;  // as typed; "WEEKS" stands for a day that many weeks ago
  int weeks_ago = 0;
};

const std::vector<ExamplePatient>& example_patients() {
  static const std::vector<ExamplePatient> kPatients = {
      {"EX-0001", "Whitfield", "Margaret", "1958-03-14", "Lumbar spinal stenosis", {"ext_intol"}},
      {"EX-0002", "Okafor", "Daniel", "1984-09-02", "Non-specific low back pain", {}},
      {"EX-0003", "Brandt", "Liesl", "1951-06-27", "Osteoporosis", {"osteoporosis", "falls"}},
      {"EX-0004",
       "Nguyen",
       "An",
       "1966-12-05",
       "Hip replacement",
       {"tha:left:approach=posterior@"},
       5},
  };
  return kPatients;
}

Patient made(const ExamplePatient& example, const Session& session) {
  const Date today = session.workspace.clock().today;
  Patient patient;
  patient.record_number = example.record;
  patient.family = example.family;
  patient.given = example.given;
  patient.born = read_born(example.born, today);
  patient.diagnosis = example.diagnosis;
  for (std::string text : example.precautions) {
    if (text.back() == '@') text += iso(today - std::chrono::days{7 * example.weeks_ago});
    put_precaution(patient, read_precaution(text, session.workspace.catalog(), today));
  }
  return patient;
}

// A plan from the starter template, issued, and a draft that goes on from it.
void add_history(Session& session, const Patient& patient) {
  const Clock& clock = session.workspace.clock();
  const Plan plan = fill_from_program(begin_plan(patient, clock.today),
                                      session.workspace.program("low-back-starter"),
                                      session.workspace.catalog(), {});
  const StoredDraft draft = session.store.add_draft(session.actor, plan, clock);
  const IssueResult issued = issue_plan(session, draft.plan.id);
  if (!issued.head)
    throw Error(ErrorKind::refused, "",
                "The example plan has an open finding. Make the file without --example.");
  Plan next = next_plan(draft.plan, clock.today);
  next = add_item(next, session.workspace.catalog(), ExerciseId{"bird-dog"}, {});
  session.store.add_draft(session.actor, next, clock);
}

}  // namespace

Clinic example_clinic() {
  Clinic clinic;
  clinic.name = "Riverside Physiotherapy (example)";
  clinic.phone = "01632 960 145";
  clinic.hours = "Mon–Fri 8–18";
  clinic.address = "14 Mill Lane, Ashbourne";
  clinic.emergency_number = "999";
  clinic.country = "GB";
  return clinic;
}

Clinician example_clinician() {
  return {{}, "Elena Sorin, PT", "elena", ClinicianRole::administrator};
}

void add_example(Session& session) {
  for (const ExamplePatient& example : example_patients()) {
    const Patient patient =
        session.store.add_patient(session.actor, made(example, session), session.workspace.clock());
    if (patient.record_number == "EX-0002") add_history(session, patient);
  }
}

}  // namespace kinescript
