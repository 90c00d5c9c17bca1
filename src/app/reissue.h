// SPDX-License-Identifier: MIT
// Going on from a plan that was issued: what is proposed for each exercise from what the patient
// told, and what the clinician chose instead. Nothing is preselected and nothing progresses before
// an answer or a choice by hand.
//
//   Reissue reissue(last, before, patient, catalog, today);
//   reissue.answer(Felt::right);                    // proposals (plan/progression.h)
//   reissue.choose(3, Reissue::Way::easier);        // by hand: one step of the ladder
//   editor.begin(reissue.plan(by, now), "re-issue");
//
// A choice by hand outlives answers and walks the same ladder: the dose, then the easier or harder
// exercise. Where there is no step the row stays as it is and says why (`because`: as
// ItemStep::because). At a gate question the row stays too; choosing harder again is a yes.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalog/precaution.h"
#include "plan/progression.h"

namespace kinescript {

class Reissue {
 public:
  enum class Way : unsigned char { same, harder, easier, dropped };
  struct Row {
    PlanItem before, after;
    Way way = Way::same;
    bool by_hand = false;
    std::string because;  // why it stays; as ItemStep::because
    ItemStep step;        // the proposal
  };

  // `next`: the items of the last plan as the coming one takes them over. `before`: the plan
  // before the last one, if there is one.
  Reissue(Plan next, PlanId about, std::optional<Plan> before, const Patient& patient,
          const Catalog& catalog, Date today);

  const std::vector<Row>& rows() const { return rows_; }
  std::optional<Felt> felt() const { return felt_; }
  std::optional<PainBand> pain() const { return pain_; }
  void answer(Felt felt);
  void answer(PainBand pain);
  void choose(std::size_t row, Way way);
  void choose_all(Way way);

  // The coming plan, with what was told when something was.
  Plan plan(const std::string& by, Moment now) const;

 private:
  Feedback feedback() const;
  void propose();
  void step(std::size_t row);

  Plan next_;
  PlanId about_;
  std::optional<Plan> before_;
  Patient patient_;
  const Catalog& catalog_;
  Date today_;
  std::optional<Felt> felt_;
  std::optional<PainBand> pain_;
  std::set<ItemId> gates_;  // answered with yes
  std::vector<Row> rows_;
};

}  // namespace kinescript
