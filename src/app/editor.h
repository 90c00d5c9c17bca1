// SPDX-License-Identifier: MIT
// One patient and the plan on the table, as the window works on it. Every edit makes the next plan
// value, is written to the clinic file with the draft's revision, and only then is the plan that
// the Editor shows; there is no saving apart from that.
//
//   Editor editor(session);
//   editor.on_change([&] { redraw(editor.plan(), editor.findings()); });
//   editor.open(patient_id);
//   ItemId bridge = editor.add(ExerciseId{"bridge"});
//   editor.set(bridge, {.count = "10"});
//   editor.undo();
//
// Which plan: the patient's newest draft; else the newest issued plan that is not void, which stays
// as it is: the first edit begins the next draft from it; else an empty one, stored by the first
// edit.
//
// INVARIANTS: findings() belong to plan(); the last kUndoSteps steps can be undone;
// opening and issuing empty the list. The callback is called after each change, also after an undo.
//
// Throws what the edits of plan/plan.h, the readers of app/plan_text.h and the store throw; then
// nothing has changed, but after Error{conflict} (the draft was saved elsewhere) the newest draft
// was loaded, so that the next edit works on it. All but has_patient, open, add_patient and
// on_change REQUIRE a patient.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/place.h"
#include "app/plan_check.h"
#include "app/plan_history.h"
#include "app/plan_text.h"
#include "app/print_job.h"
#include "app/reissue.h"
#include "app/retention.h"
#include "app/session.h"

namespace kinescript {

inline constexpr std::size_t kUndoSteps = 50;

class Editor {
 public:
  explicit Editor(Session& session) : session_(session), check_(session) {}
  void on_change(std::function<void()> callback) { changed_ = std::move(callback); }

  const Session& session() const { return session_; }
  const Catalog& catalog() const { return session_.workspace.catalog(); }
  Date today() const { return session_.workspace.clock().today; }

  std::vector<Patient> patients() const { return session_.store.patients(); }
  void open(const PatientId& patient);
  // Stores the patient and opens them.
  void add_patient(const Patient& patient);
  bool has_patient() const { return patient_.has_value(); }
  const Patient& patient() const { return *patient_; }
  void set_patient(const Patient& patient);
  // Until when the law wants the record kept (app/retention.h).
  Retention kept_until() const;
  // For good, with every plan; then there is no patient.
  void delete_patient();
  // The clinic's own exercises are others: all that was found out from the catalog is forgotten.
  void catalog_changed();
  // What would be open on an exercise if this patient were given it, strictest first; null when
  // nothing.
  const Finding* unsuitable(const ExerciseId& exercise);

  const Plan& plan() const { return plan_; }
  const std::vector<Finding>& findings() const { return findings_; }
  // What the handout would say now.
  Dossier dossier() const { return dossier_of_draft(session_, plan_, number()); }
  // After the clinic's record was changed elsewhere: it stands on the handout.
  void clinic_changed() const { tell(); }
  // What the plan is: number 0 while a draft (or not stored yet).
  int number() const { return issued_ ? issued_->number : 0; }
  int next_number() const { return session_.store.next_number(patient_->id); }
  bool stored() const { return revision_ > 0; }

  // The newest issued plan of this patient that is not void; nullopt when there is none.
  std::optional<PlanHead> last_issued() const;
  // The patient's plans, oldest first (app/plan_history.h).
  std::vector<HistoryEntry> history() const { return history_of(session_, *patient_); }
  // A plan as plain text, for the clinic's own record.
  std::string record(const PlanHead& head) const {
    return record_text(record_of(session_, head), catalog());
  }
  // What the plan on the table goes on from, for "was 8"; null when it is the first of its problem.
  const Plan* before() { return check_.before(plan_); }

  // What a template would be for this patient: a whole plan in place of the one on the table, or
  // that one with the template's exercises at the end of their sections. Nothing is stored.
  Filled fill(const Program& program, const ProgramChoices& choices, bool add) const;
  // Going on from an issued plan (app/reissue.h).
  Reissue reissue(const PlanId& from) const;
  // A plan made from fill() or reissue() becomes the plan on the table, in one step.
  void begin(Plan next, const std::string& step) { apply(std::move(next), step); }
  // To the end of its own section, or to a place.
  ItemId add(const ExerciseId& exercise, const std::optional<PlanPlace>& place = {});
  void set(const ItemId& item, const ItemText& text);
  void set_settings(const SettingsText& text);
  void remove(const ItemId& item);
  // As moved(), placed() and section_moved() of app/place.h.
  void move(const ItemId& item, int by);
  void move(const ItemId& item, const PlanPlace& place);
  void move_section(const ItemId& item, int by);
  void swap(const ItemId& item, const ExerciseId& exercise);
  // All that could stand in its place, best first.
  std::vector<ExerciseId> substitutes(const ItemId& item);
  void order(bool by_position);
  // The recorded reason for a finding that is open: an item's override, or a block's clearance.
  void keep(const Finding& finding, const std::string& because);

  // "add Bridge", or "" when there is nothing.
  std::string undo_step() const { return undo_.empty() ? std::string() : undo_.back().name; }
  std::string redo_step() const { return redo_.empty() ? std::string() : redo_.back().name; }
  void undo();
  void redo();

  // Issues the draft; refused (no head, the findings) while something is open. An issued plan is
  // given back as it is.
  IssueResult issue(const PrintOptions& options = {});
  // The PDF of the plan on the table, which is journalled as printed or exported.
  std::string pdf(const PrintOptions& options, Action why) const {
    return pdf(plan_.id, options, why);
  }
  // Of any plan; of an issued one with no options the bytes that were stored.
  std::string pdf(const PlanId& plan, const PrintOptions& options, Action why) const;
  // The plan stays in the history, void; where its problem has no draft its content is one again.
  void void_plan(const PlanId& issued, const std::string& because);
  // The draft on the table with one of its differences from `before` undone.
  void take_back(const Plan& before, const ItemDifference& difference);

 private:
  struct Step {
    std::string name;
    Plan plan;
  };
  void show(Plan plan, int revision, std::optional<PlanHead> issued);
  void load_newest();
  void apply(Plan next, std::string name);
  void rearrange(const Plan& from, Plan next, std::string name);
  void write(Plan next);
  void recheck();
  void tell() const {
    if (changed_) changed_();
  }
  std::string name_of(const ItemId& item) const;
  // What an edit starts from: the plan, or the next one after an issued plan.
  Plan base() const;

  Session& session_;
  PlanCheck check_;
  std::function<void()> changed_;
  std::optional<Patient> patient_;
  Plan plan_;
  int revision_ = 0;  // of the stored draft; 0 = not stored
  std::optional<PlanHead> issued_;
  std::vector<Finding> findings_;
  std::optional<std::map<ExerciseId, Finding>> unsuitable_;  // made when first asked for
  std::vector<Step> undo_, redo_;
};

}  // namespace kinescript
