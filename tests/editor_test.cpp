// SPDX-License-Identifier: MIT
#include "app/editor.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "app/example.h"
#include "app/patient_text.h"
#include "base/error.h"
#include "helpers/practice.h"
#include "plan/safety.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

// The example clinic with an Editor at Daniel Okafor, who has no precaution, or at another patient.
struct Desk : Practice {
  explicit Desk(const std::string& name, const std::string& record = "EX-0002")
      : Practice("editor_test", name), editor(session) {
    add_example(session);
    editor.open(session.store.find_patient(record).id);
  }
  // What the file holds.
  Plan stored() const { return session.store.draft(editor.plan().id).plan; }

  Editor editor;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(editor_test)

BOOST_AUTO_TEST_CASE(an_edit_is_in_the_file_before_it_is_told) {
  Desk desk("told");
  bool told = false;
  desk.editor.on_change([&] {
    told = true;
    BOOST_TEST((desk.stored() == desk.editor.plan()));
  });
  const ItemId added = desk.editor.add(ExerciseId{"front-plank"});
  BOOST_TEST(told);
  BOOST_TEST(item_of(desk.stored(), added).exercise.text == "front-plank");
}

BOOST_AUTO_TEST_CASE(undo_and_redo_go_through_the_file) {
  Desk desk("undo");
  const Plan before = desk.editor.plan();
  const ItemId added = desk.editor.add(ExerciseId{"front-plank"});
  desk.editor.set(added, {.sets = "3"});
  const Plan after = desk.editor.plan();
  desk.editor.undo();
  desk.editor.undo();
  BOOST_TEST((desk.stored() == before));
  BOOST_TEST(desk.editor.undo_step() == "");
  desk.editor.redo();
  BOOST_TEST(desk.editor.redo_step().starts_with("change "));
  desk.editor.redo();
  BOOST_TEST((desk.stored() == after));
  BOOST_TEST(desk.editor.redo_step() == "");
}

BOOST_AUTO_TEST_CASE(a_wrong_dose_changes_nothing) {
  Desk desk("wrong");
  const ItemId first = desk.editor.plan().items.front().id;
  const Plan before = desk.editor.plan();
  BOOST_CHECK_THROW(desk.editor.set(first, {.count = "400"}), Error);
  BOOST_TEST((desk.editor.plan() == before));
  BOOST_TEST((desk.stored() == before));
  BOOST_TEST(desk.editor.undo_step() == "");
}

BOOST_AUTO_TEST_CASE(a_draft_saved_elsewhere_is_loaded_and_said) {
  Desk desk("elsewhere");
  Editor other(desk.session);
  other.open(desk.editor.patient().id);
  other.remove(other.plan().items.back().id);
  BOOST_CHECK_EXCEPTION(desk.editor.add(ExerciseId{"front-plank"}), Error,
                        [](const Error& e) { return e.kind() == ErrorKind::conflict; });
  BOOST_TEST((desk.editor.plan() == other.plan()));
  desk.editor.add(ExerciseId{"front-plank"});
  BOOST_TEST((desk.stored() == desk.editor.plan()));
}

BOOST_AUTO_TEST_CASE(a_first_edit_begins_the_draft) {
  Desk desk("first", "EX-0001");
  BOOST_TEST(!desk.editor.stored());
  BOOST_TEST(desk.editor.plan().items.empty());
  desk.editor.add(ExerciseId{"bridge"});
  BOOST_TEST(desk.editor.stored());
  BOOST_TEST(desk.stored().items.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_conflict_refuses_issuing_until_it_is_swapped) {
  Desk desk("swap", "EX-0001");  // extension is not tolerated
  const ItemId item = desk.editor.add(ExerciseId{"superman"});
  BOOST_TEST_REQUIRE(open_count(desk.editor.findings()) > 0);
  BOOST_TEST(!desk.editor.issue().head);
  const Finding finding = desk.editor.findings().front();
  BOOST_TEST_REQUIRE(!finding.substitutes.empty());
  desk.editor.swap(item, finding.substitutes.front());
  BOOST_TEST(open_count(desk.editor.findings()) == 0);
  BOOST_TEST(desk.editor.issue().head.has_value());
}

BOOST_AUTO_TEST_CASE(a_reason_that_was_recorded_lets_it_stand) {
  Desk desk("keep", "EX-0001");
  desk.editor.add(ExerciseId{"superman"});
  BOOST_CHECK_THROW(desk.editor.keep(desk.editor.findings().front(), "short"), Error);
  for (int round = 0; round < 5 && open_count(desk.editor.findings()) > 0; ++round)
    for (const Finding& finding : std::vector(desk.editor.findings()))
      if (finding.open()) {
        desk.editor.keep(finding, "Tolerated well in the clinic today");
        break;
      }
  BOOST_TEST(open_count(desk.editor.findings()) == 0);
}

BOOST_AUTO_TEST_CASE(an_edit_after_issuing_begins_the_next_plan) {
  Desk desk("next");
  const IssueResult issued = desk.editor.issue();
  BOOST_TEST_REQUIRE(issued.head.has_value());
  BOOST_TEST(desk.editor.number() == issued.head->number);
  const std::string snapshot = desk.session.store.snapshot(issued.head->id);
  BOOST_TEST(desk.editor.pdf({}, Action::export_data).starts_with("%PDF"));
  desk.editor.add(ExerciseId{"front-plank"});
  BOOST_TEST(desk.editor.number() == 0);
  BOOST_TEST((desk.editor.plan().id != issued.head->id));
  BOOST_TEST(desk.session.store.snapshot(issued.head->id) == snapshot);
}

BOOST_AUTO_TEST_CASE(a_new_precaution_checks_the_draft_again) {
  Desk desk("again");
  desk.editor.add(ExerciseId{"superman"});
  const int before = open_count(desk.editor.findings());
  Patient patient = desk.editor.patient();
  put_precaution(patient, read_precaution("ext_intol", desk.editor.catalog(), desk.editor.today()));
  desk.editor.set_patient(patient);
  BOOST_TEST(open_count(desk.editor.findings()) > before);
}

BOOST_AUTO_TEST_CASE(the_handout_has_the_cards_of_the_plan) {
  Desk desk("preview");
  const auto cards = [&] {
    return pages_of(desk.editor.session().workspace, desk.editor.dossier(), {}).outline.size();
  };
  const std::size_t before = cards();
  desk.editor.add(ExerciseId{"front-plank"});
  BOOST_TEST(cards() == before + 1);
}

BOOST_AUTO_TEST_CASE(swap_then_undo_is_the_identity) {
  Desk desk("swap_undo", "EX-0003");
  int swaps = 0;
  for (const char* name : {"superman", "bodyweight-squat", "knee-to-chest", "walk-easy"}) {
    const ItemId item = desk.editor.add(ExerciseId{name});
    desk.editor.set(item, {.note = "Slowly."});
    const auto before = desk.editor.plan();
    for (const auto& id : desk.editor.substitutes(item)) {
      desk.editor.swap(item, id);
      BOOST_TEST((desk.editor.plan() != before));
      desk.editor.undo();
      BOOST_TEST((desk.editor.plan() == before), id.text);
      BOOST_TEST((desk.stored() == before));
      ++swaps;
    }
  }
  BOOST_TEST(swaps >= 4);
}

BOOST_AUTO_TEST_CASE(an_order_by_position_is_one_step_of_undo) {
  Desk desk("order");
  for (const char* name : {"bridge", "bodyweight-squat", "bird-dog"})
    desk.editor.add(ExerciseId{name});
  const auto before = desk.editor.plan();
  desk.editor.order(true);
  BOOST_TEST(desk.editor.plan().items.front().exercise.text == "bodyweight-squat");
  desk.editor.undo();
  BOOST_TEST((desk.editor.plan() == before));
}

BOOST_AUTO_TEST_SUITE_END()
