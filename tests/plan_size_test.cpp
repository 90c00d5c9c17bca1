// SPDX-License-Identifier: MIT
// What an issued plan costs in the clinic file: the example's routine for many patients, by the
// main job. Over 1,000 plans the figures, fonts and exercise records are kept once; what is
// measured here is what each further plan adds.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "app/plan_text.h"
#include "app/print_job.h"
#include "helpers/surroundings.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

constexpr int kPlans = 40;
constexpr std::uintmax_t kMostBytesAPlan = 25 * 1024;

Store new_clinic_file(const fs::path& file, const Workspace& workspace) {
  fs::remove_all(file.parent_path());
  fs::create_directories(file.parent_path());
  Clinic clinic;
  clinic.name = "Riverside Physiotherapy";
  clinic.address = "14 Mill Lane, Ashbourne";
  clinic.phone = "01632 960 145";
  clinic.emergency_number = "999";
  return Store::create(file, clinic, {{}, "Elena Sorin, PT", "elena"}, {true}, workspace.clock(),
                       workspace.randomness());
}

// No two of the first 60 have the same name, birth date or start.
Patient invented_patient(int number) {
  static const char* const kFamilies[] = {"Whitfield", "Okafor", "Brandt", "Núñez", "Quigley",
                                          "Jaworska",  "Xu",     "Vance",  "Zhang", "O'Hara"};
  static const char* const kGiven[] = {"Margaret", "Daniel", "Liesl", "Yusuf", "Philippa", "Bjorn"};
  Patient patient;
  patient.family = kFamilies[number % 10];
  patient.given = kGiven[number / 10 % 6];
  patient.born = *parse_date("1944-02-17") + std::chrono::days{211 * number};
  patient.diagnosis = "Low back pain since week " + std::to_string(number);
  return patient;
}

std::vector<Patient> add_patients(const Workspace& workspace, Session& session) {
  std::vector<Patient> patients;
  for (int i = 0; i < kPlans; ++i)
    patients.push_back(
        session.store.add_patient(session.actor, invented_patient(i), workspace.clock()));
  return patients;
}

void issue_plans(const Workspace& workspace, Session& session, const std::vector<Patient>& patients,
                 std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    const Patient& patient = patients[i];
    const Date start = workspace.clock().today + std::chrono::days{static_cast<int>(i % 14)};
    const Plan plan = fill_from_program(
        begin_plan(patient, start), workspace.program("low-back-mini"), workspace.catalog(), {});
    const StoredDraft draft = session.store.add_draft(session.actor, plan, workspace.clock());
    BOOST_REQUIRE(issue_plan(session, draft.plan.id).head);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan_size_test)

BOOST_AUTO_TEST_CASE(a_further_plan_of_the_example_adds_25_kilobytes_at_most) {
  const Workspace workspace(surroundings());
  const fs::path file = fs::path(KINESCRIPT_TEST_SCRATCH) / "plan_size_test" / "clinic.ksc";
  std::vector<Patient> patients;
  {
    Session session = Session::begin(workspace, new_clinic_file(file, workspace), {});
    patients = add_patients(workspace, session);
    issue_plans(workspace, session, patients, 0, 1);
  }
  const std::uintmax_t one = fs::file_size(file);
  {
    Session session = Session::open(workspace, file, {});
    issue_plans(workspace, session, patients, 1, kPlans);
  }
  const std::uintmax_t a_plan = (fs::file_size(file) - one) / (kPlans - 1);
  BOOST_TEST_MESSAGE("one plan " << one << " bytes, each further one " << a_plan);
  BOOST_TEST(a_plan <= kMostBytesAPlan);
  BOOST_TEST(a_plan > 1000u);  // what was measured is the file, not its write-ahead log
}

BOOST_AUTO_TEST_SUITE_END()
