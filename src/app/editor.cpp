// SPDX-License-Identifier: MIT
#include "app/editor.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "plan/safety.h"

namespace kinescript {

void Editor::show(Plan plan, int revision, std::optional<PlanHead> issued) {
  plan_ = std::move(plan);
  revision_ = revision;
  issued_ = std::move(issued);
  undo_.clear();
  redo_.clear();
  recheck();
}

void Editor::recheck() { findings_ = check_.run(plan_, *patient_); }

void Editor::load_newest() {
  std::optional<PlanHead> draft, issued;
  for (const PlanHead& head : session_.store.history(patient_->id)) {
    if (head.state == PlanState::draft && (!draft || head.date >= draft->date)) draft = head;
    if (head.state == PlanState::issued) issued = head;
  }
  if (draft) {
    StoredDraft stored = session_.store.draft(draft->id);
    show(std::move(stored.plan), stored.revision, {});
  } else if (issued) {
    show(kinescript::plan_of(session_.store, issued->id), 0, issued);
  } else {
    show(begin_plan(*patient_, today()), 0, {});
  }
}

void Editor::open(const PatientId& id) {
  patient_ = session_.store.patient(id);
  unsuitable_.reset();
  check_.forget();
  load_newest();
  tell();
}

void Editor::add_patient(const Patient& patient) {
  open(session_.store.add_patient(session_.actor, patient, session_.workspace.clock()).id);
}

void Editor::set_patient(const Patient& patient) {
  session_.store.set_patient(session_.actor, patient, session_.workspace.clock());
  patient_ = patient;
  unsuitable_.reset();
  recheck();
  tell();
}

Retention Editor::kept_until() const {
  return retention(session_.store.clinic().country, patient_->born,
                   session_.store.last_entry(patient_->id));
}

void Editor::delete_patient() {
  session_.store.delete_patient(session_.actor, patient_->id, session_.workspace.clock());
  patient_.reset();
  plan_ = {};
  revision_ = 0;
  issued_.reset();
  findings_.clear();
  undo_.clear();
  redo_.clear();
  tell();
}

void Editor::catalog_changed() {
  unsuitable_.reset();
  check_.forget();
  if (patient_) recheck();
  tell();
}

const Finding* Editor::unsuitable(const ExerciseId& exercise) {
  if (!unsuitable_) {
    unsuitable_.emplace();
    // Each alone in a plan: what the plan as a whole lacks is not the exercise's fault.
    const Plan empty = begin_plan(*patient_, today());
    for (const Exercise& each : catalog().exercises) {
      const Plan plan = add_item(empty, catalog(), each.id, {});
      for (const Finding& finding : check(plan, *patient_, catalog(), today())) {
        if (!finding.item || !finding.open() || finding.code == "side_missing") continue;
        unsuitable_->emplace(each.id, finding);
        break;
      }
    }
  }
  const auto found = unsuitable_->find(exercise);
  return found == unsuitable_->end() ? nullptr : &found->second;
}

Plan Editor::base() const { return issued_ ? next_plan(plan_, today()) : plan_; }

void Editor::write(Plan next) {
  try {
    const StoredDraft stored =
        revision_ > 0
            ? session_.store.save_draft(session_.actor, next, revision_, session_.workspace.clock())
            : session_.store.add_draft(session_.actor, next, session_.workspace.clock());
    plan_ = stored.plan;
    revision_ = stored.revision;
    issued_.reset();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict) throw;
    load_newest();
    tell();
    throw;
  }
  recheck();
}

void Editor::apply(Plan next, std::string name) {
  if (next == plan_) return;
  const bool was_issued = issued_.has_value();
  Plan before = base();
  write(std::move(next));
  before.id = plan_.id;
  // What was issued is not to come back as a draft's step: undo ends where this draft began.
  if (was_issued) undo_.clear();
  undo_.push_back({std::move(name), std::move(before)});
  if (undo_.size() > kUndoSteps) undo_.erase(undo_.begin());
  redo_.clear();
  tell();
}

std::string Editor::name_of(const ItemId& item) const {
  const ExerciseId& id = item_of(plan_, item).exercise;
  const Exercise* exercise = catalog().find(id);
  return exercise ? exercise->name_clinician : id.text;
}

std::optional<PlanHead> Editor::last_issued() const {
  std::optional<PlanHead> last;
  for (const PlanHead& head : session_.store.history(patient_->id))
    if (head.number > 0 && head.state != PlanState::voided) last = head;
  return last;
}

Filled Editor::fill(const Program& program, const ProgramChoices& choices, bool add) const {
  const Plan on_table = base();
  Plan empty = begin_plan(*patient_, today());
  empty.id = on_table.id;
  empty.next_item = on_table.next_item;
  if (add) empty.problem = on_table.problem;
  Filled filled = fill_for_patient(empty, program, *patient_, catalog(), choices, today());
  if (!add) return filled;
  Plan both = on_table;
  for (const PlanItem& item : filled.plan.items) both = append_item(std::move(both), item);
  filled.plan = std::move(both);
  return filled;
}

Reissue Editor::reissue(const PlanId& from) const {
  const Plan given = kinescript::plan_of(session_.store, from);
  Plan next = next_plan(given, today());
  if (stored()) next.id = plan_.id;
  return {std::move(next), from, plan_before(session_.store, given), *patient_, catalog(), today()};
}

ItemId Editor::add(const ExerciseId& exercise, const std::optional<PlanPlace>& place) {
  const Plan from = base();
  Plan next = add_item(from, catalog(), exercise, {});
  const auto is_new = [&from](const PlanItem& each) {
    return std::none_of(from.items.begin(), from.items.end(),
                        [&each](const PlanItem& old) { return old.id == each.id; });
  };
  const ItemId added = std::find_if(next.items.begin(), next.items.end(), is_new)->id;
  if (place) next = placed(next, added, *place);
  apply(std::move(next), trf("add {}", catalog().exercise(exercise).name_clinician));
  return added;
}

void Editor::set(const ItemId& item, const ItemText& text) {
  apply(set_item(base(), catalog(), item, read_item(text)), trf("change {}", name_of(item)));
}

void Editor::set_settings(const SettingsText& text) {
  apply(kinescript::set_settings(base(), text, today()), tr("change the plan"));
}

void Editor::remove(const ItemId& item) {
  const std::string name = trf("remove {}", name_of(item));
  apply(remove_item(base(), item), name);
}

void Editor::move(const ItemId& item, int by) {
  const Plan from = base();
  rearrange(from, moved(from, item, by), trf("move {}", name_of(item)));
}

void Editor::move(const ItemId& item, const PlanPlace& place) {
  const Plan from = base();
  rearrange(from, placed(from, item, place), trf("move {}", name_of(item)));
}

void Editor::move_section(const ItemId& item, int by) {
  const Plan from = base();
  rearrange(from, section_moved(from, item, by), tr("move a section"));
}

// What stays where it was begins no draft from an issued plan.
void Editor::rearrange(const Plan& from, Plan next, std::string name) {
  if (next != from) apply(std::move(next), std::move(name));
}

void Editor::swap(const ItemId& item, const ExerciseId& exercise) {
  const std::string name = trf("swap {}", name_of(item));
  apply(swap_item(base(), catalog(), item, exercise), name);
}

std::vector<ExerciseId> Editor::substitutes(const ItemId& item) {
  return check_.substitutes(plan_, *patient_, item, catalog().exercises.size());
}

void Editor::order(bool by_position) {
  apply(by_position ? order_by_position(base(), catalog()) : order_by_section(base()),
        by_position ? tr("order by position") : tr("order by section"));
}

void Editor::keep(const Finding& finding, const std::string& because) {
  const Plan from = base();
  const auto findings = check_.run(from, *patient_);
  const Moment now = session_.workspace.clock().now;
  const std::string& by = session_.actor.name;
  if (finding.level == FindingLevel::block || !finding.item)
    apply(clear_block(from, findings, finding.rule, because, by, now), tr("decide a block"));
  else
    apply(kinescript::keep(from, findings, *finding.item, finding.rule, because, by, now),
          trf("keep {}", name_of(*finding.item)));
}

void Editor::undo() {
  if (undo_.empty()) return;
  Step step = undo_.back();
  Plan now = plan_;
  write(step.plan);
  undo_.pop_back();
  redo_.push_back({step.name, std::move(now)});
  tell();
}

void Editor::redo() {
  if (redo_.empty()) return;
  Step step = redo_.back();
  Plan now = plan_;
  write(step.plan);
  redo_.pop_back();
  undo_.push_back({step.name, std::move(now)});
  tell();
}

IssueResult Editor::issue(const PrintOptions& options) {
  if (issued_) return {issued_, findings_};
  if (!stored())
    throw Error(ErrorKind::refused, "",
                tr("The plan has no exercise yet. Type a name to add one."));
  IssueResult result = issue_plan(session_, plan_.id, options);
  if (result.head) {
    check_.forget();
    show(kinescript::plan_of(session_.store, result.head->id), 0, result.head);
  } else {
    findings_ = result.findings;
  }
  tell();
  return result;
}

std::string Editor::pdf(const PlanId& plan, const PrintOptions& options, Action why) const {
  std::string bytes = handout_bytes(session_, plan, options);
  session_.store.note(session_.actor, why, RecordKind::plan, plan.text, session_.workspace.clock());
  return bytes;
}

void Editor::void_plan(const PlanId& issued, const std::string& because) {
  session_.store.void_plan(session_.actor, issued, because, session_.workspace.clock());
  const Plan content = kinescript::plan_of(session_.store, issued);
  const auto heads = session_.store.history(patient_->id);
  const bool has_draft = std::any_of(heads.begin(), heads.end(), [&](const PlanHead& head) {
    return head.state == PlanState::draft &&
           lower_ascii(head.problem) == lower_ascii(content.problem);
  });
  if (!has_draft)
    session_.store.add_draft(session_.actor, next_plan(content, today()),
                             session_.workspace.clock());
  check_.forget();
  load_newest();
  tell();
}

void Editor::take_back(const Plan& before, const ItemDifference& difference) {
  const ExerciseId& id = difference.exercise;
  const Exercise* exercise = catalog().find(id);
  apply(kinescript::take_back(before, base(), difference),
        trf("take back {}", (exercise ? exercise->name_clinician : id.text)));
}

}  // namespace kinescript
