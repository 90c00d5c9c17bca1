// SPDX-License-Identifier: MIT
// What a clinician and a clinic give most, counted from the clinic file.
#include "app/usage.h"

#include <boost/test/unit_test.hpp>

#include "app/editor.h"
#include "catalog/search.h"
#include "helpers/practice.h"

using namespace kinescript;

namespace {

// A clinic without plans; plans of any day are issued into it, their pages left out.
struct Plans : Practice {
  explicit Plans(const std::string& name) : Practice("usage_test", name) {
    Patient ruth;
    ruth.family = "Hale";
    ruth.given = "Ruth";
    ruth.born = *parse_date("1951-02-03");
    patient = session.store.add_patient(session.actor, ruth, workspace.clock()).id;
  }
  PlanId issue(std::vector<const char*> exercises, const char* day) {
    const Clock clock{*parse_date(day), *parse_moment(std::string(day) + "T09:00:00Z")};
    Plan plan = begin_plan(session.store.patient(patient), clock.today);
    for (const char* id : exercises) plan = add_item(plan, workspace.catalog(), ExerciseId{id}, {});
    const StoredDraft draft = session.store.add_draft(session.actor, plan, clock);
    return session.store
        .issue(session.actor, draft.plan.id, draft.revision, session.store.next_number(patient),
               "{}", "%PDF", clock)
        .id;
  }
  // Another clinician has the file open from now on.
  void sit_down(const char* login) {
    Clinician other;
    other.login = login;
    other.name = login;
    other.role = ClinicianRole::clinician;
    other = session.store.add_clinician(session.actor, other, "", workspace.clock());
    session.store.lock();
    session.actor = session.store.unlock(other.id, "", workspace.clock());
  }
  std::vector<std::string> first(const char* text, std::size_t most) const {
    const SearchIndex index(workspace.catalog());
    const Usage usage(session);
    std::vector<std::string> ids;
    for (const Exercise* each : index.find(text, {.most = most, .used = usage.ranks()}))
      ids.push_back(each->id.text);
    return ids;
  }

  PatientId patient;
};

using Ids = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(usage_test)

BOOST_AUTO_TEST_CASE(without_a_plan_the_order_is_that_of_the_catalog) {
  const Plans clinic("none");
  const Usage usage(clinic.session);
  BOOST_TEST(usage.ranks().empty());
  BOOST_TEST(usage.order() == "");
  const auto& all = clinic.workspace.catalog().exercises;
  BOOST_TEST(clinic.first("", 3) == (Ids{all[0].id.text, all[1].id.text, all[2].id.text}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(own_plans_of_ninety_days_come_before_the_clinics_of_a_year) {
  Plans clinic("own");
  clinic.issue({"clamshell", "heel-raise"}, "2026-11-20");
  clinic.issue({"clamshell"}, "2026-11-21");
  clinic.issue({"wall-sit"}, "2025-11-20");  // more than a year ago
  clinic.sit_down("tom");
  BOOST_TEST(Usage(clinic.session).order() == "most used in the clinic first");
  BOOST_TEST(clinic.first("", 2) == (Ids{"clamshell", "heel-raise"}),
             boost::test_tools::per_element());
  clinic.issue({"bridge"}, "2026-11-22");
  clinic.issue({"heel-slide", "heel-raise"}, "2026-08-20");  // 95 days ago: the clinic's only
  BOOST_TEST(Usage(clinic.session).order() == "most used by you first");
  const Ids first = clinic.first("", 4);
  BOOST_TEST(first[0] == "bridge");
  BOOST_TEST(Usage(clinic.session).ranks().count(ExerciseId{"wall-sit"}) == 0u);
  const auto ranks = Usage(clinic.session).ranks();
  BOOST_TEST(ranks.at(ExerciseId{"clamshell"}) == 2);
  BOOST_TEST(ranks.at(ExerciseId{"heel-raise"}) == 2);
  BOOST_TEST(ranks.at(ExerciseId{"heel-slide"}) == 1);
}

BOOST_AUTO_TEST_CASE(what_the_text_says_counts_before_what_is_used) {
  Plans clinic("text");
  const Ids before = clinic.first("bridge", 5);
  BOOST_TEST_REQUIRE(before[0] == "bridge");
  clinic.issue({"bird-dog", "front-plank"}, "2026-11-20");  // "prone bridge" is another name of it
  BOOST_TEST(clinic.first("bridge", 5) == before, boost::test_tools::per_element());
  BOOST_TEST(clinic.first("", 2) == (Ids{"bird-dog", "front-plank"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_void_plan_is_no_use_and_a_plan_counts_an_exercise_once) {
  Plans clinic("void");
  const PlanId plan = clinic.issue({"bridge", "bridge", "clamshell"}, "2026-11-20");
  const int once = Usage(clinic.session).ranks().at(ExerciseId{"clamshell"});
  BOOST_TEST(Usage(clinic.session).ranks().at(ExerciseId{"bridge"}) == once);
  clinic.session.store.void_plan(clinic.session.actor, plan, "wrong side",
                                 clinic.workspace.clock());
  BOOST_TEST(Usage(clinic.session).ranks().empty());
}

BOOST_AUTO_TEST_CASE(a_plan_that_is_issued_now_counts_as_if_read_from_the_file) {
  Plans clinic("now");
  Usage usage(clinic.session);
  const PlanId id = clinic.issue({"bridge", "clamshell"}, "2026-11-23");
  Plan plan;
  for (const char* each : {"clamshell", "bridge"}) {
    plan.items.emplace_back();
    plan.items.back().exercise = ExerciseId{each};
  }
  usage.add(plan);
  BOOST_TEST((usage.ranks() == Usage(clinic.session).ranks()));
  BOOST_TEST(usage.order() == "most used by you first");
}

BOOST_AUTO_TEST_SUITE_END()
