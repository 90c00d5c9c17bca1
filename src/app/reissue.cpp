// SPDX-License-Identifier: MIT
#include "app/reissue.h"

#include <utility>

namespace kinescript {
namespace {

// The bands of pain_rule.csv.
constexpr std::pair<int, int> kBands[] = {{0, 2}, {3, 5}, {6, 10}};

Reissue::Way way_of(ItemStep::Kind kind) {
  switch (kind) {
    case ItemStep::Kind::progressed:
      return Reissue::Way::harder;
    case ItemStep::Kind::eased:
      return Reissue::Way::easier;
    case ItemStep::Kind::same:
      break;
  }
  return Reissue::Way::same;
}

ItemStep same(const PlanItem& item) {
  ItemStep step;
  step.item = item.id;
  step.before = step.after = item;
  return step;
}

}  // namespace

Reissue::Reissue(Plan next, PlanId about, std::optional<Plan> before, const Patient& patient,
                 const Catalog& catalog, Date today)
    : next_(std::move(next)),
      about_(std::move(about)),
      before_(std::move(before)),
      patient_(patient),
      catalog_(catalog),
      today_(today) {
  for (const PlanItem& item : next_.items) {
    Row row;
    row.before = row.after = item;
    row.step = same(item);
    rows_.push_back(std::move(row));
  }
}

Feedback Reissue::feedback() const {
  Feedback told;
  told.about = about_;
  if (felt_) told.felt = *felt_;
  if (pain_) {
    const auto& [least, most] = kBands[static_cast<std::size_t>(*pain_)];
    told.pain = least;
    told.pain_most = most;
  }
  return told;
}

void Reissue::answer(Felt felt) {
  felt_ = felt;
  propose();
}

void Reissue::answer(PainBand pain) {
  pain_ = pain;
  propose();
}

void Reissue::propose() {
  const Progression proposed = progress(next_, before_ ? &*before_ : nullptr, feedback(), gates_,
                                        patient_, catalog_, today_);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    row.step = proposed.steps[i];
    // Little pain alone is no leave to go up.
    if (!felt_ && row.step.kind == ItemStep::Kind::progressed) row.step = same(row.before);
    if (row.by_hand) continue;
    row.way = way_of(row.step.kind);
    row.after = row.step.after;
    row.because = row.step.because;
  }
}

// By hand too it is the ladder that is walked: the dose, then another exercise, its gate question
// first, and never into a conflict.
void Reissue::step(std::size_t at) {
  Row& row = rows_[at];
  const bool asked = row.because == "gate";
  row.after = row.before;
  row.because.clear();
  if (row.way == Way::same || row.way == Way::dropped) return;
  if (row.way == Way::harder && asked) gates_.insert(row.before.id);
  Feedback wanted;
  wanted.felt = row.way == Way::harder ? Felt::easy : Felt::hard;
  row.step =
      progress(next_, before_ ? &*before_ : nullptr, wanted, gates_, patient_, catalog_, today_)
          .steps[at];
  row.after = row.step.after;
  row.way = way_of(row.step.kind);
  row.because = row.step.because;
}

void Reissue::choose(std::size_t at, Way way) {
  Row& row = rows_.at(at);
  row.way = way;
  row.by_hand = true;
  step(at);
}

void Reissue::choose_all(Way way) {
  // A gate question is answered one by one.
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].because != "gate") choose(i, way);
}

Plan Reissue::plan(const std::string& by, Moment now) const {
  Plan plan = next_;
  for (const Row& row : rows_)
    if (row.way == Way::dropped)
      plan = remove_item(plan, row.before.id);
    else
      for (PlanItem& item : plan.items)
        if (item.id == row.before.id) item = row.after;
  if (felt_) {
    plan.feedback = feedback();
    plan.feedback->by = by;
    plan.feedback->at = now;
  }
  return plan;
}

}  // namespace kinescript
