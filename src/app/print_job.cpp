// SPDX-License-Identifier: MIT
#include "app/print_job.h"

#include "base/error.h"
#include "base/text.h"
#include "handout/compose.h"
#include "layout/layout.h"
#include "plan/codec.h"

namespace kinescript {
namespace {

Paper paper_of(const Dossier& dossier, const PrintOptions& options) {
  if (options.paper) return *options.paper;
  return paper_from(dossier.clinic.paper).value_or(Paper::a4);
}

std::string layout_of(const Dossier& dossier, const PrintOptions& options) {
  return options.layout.value_or(dossier.patient.large_print ? "large" : "standard");
}

Stationery stationery_of(const Workspace& workspace, const Dossier& dossier,
                         const PrintOptions& options) {
  const Stationery stationery = workspace.stationery(layout_of(dossier, options));
  return options.size ? resized(stationery, *options.size) : stationery;
}

// True when these options ask for nothing but what was printed when the plan was issued.
bool as_issued(const Dossier& dossier, const PrintOptions& options) {
  return layout_of(dossier, options) == layout_of(dossier, {}) && !options.size &&
         options.palette == PrintOptions{}.palette &&
         paper_of(dossier, options) == paper_of(dossier, {}) &&
         options.language.value_or(dossier.patient.language) == dossier.patient.language;
}

void require_numbers_to_call(const Clinic& clinic) {
  std::vector<std::string> missing;
  if (trim(clinic.emergency_number).empty()) missing.push_back("--emergency NUMBER");
  if (trim(clinic.phone).empty()) missing.push_back("--phone NUMBER");
  if (missing.empty()) return;
  throw Error(ErrorKind::refused, "",
              "The handout must say whom to call: set it first with \"kinescript-cli clinic set " +
                  join(missing, " ") + "\".");
}

}  // namespace

Plan plan_of(const Store& store, const PlanId& id) {
  if (store.head(id).state == PlanState::draft) return store.draft(id).plan;
  return decode_dossier(store.snapshot(id)).plan;
}

std::optional<Plan> plan_before(const Store& store, const Plan& plan) {
  std::optional<PlanId> newest;
  for (const PlanHead& head : store.history(plan.patient)) {
    const bool given = head.state == PlanState::issued || head.state == PlanState::replaced;
    if (given && head.id != plan.id && lower_ascii(head.problem) == lower_ascii(plan.problem))
      newest = head.id;
  }
  if (!newest) return {};
  return plan_of(store, *newest);
}

Dossier dossier_of_draft(const Session& session, const Plan& plan, int number) {
  return make_dossier(plan, number, session.workspace.clock().today,
                      session.store.patient(plan.patient), session.store.clinic(),
                      session.actor.name, session.workspace.catalog(),
                      plan_before(session.store, plan));
}

Pages pages_of(const Workspace& workspace, const Dossier& dossier, const PrintOptions& options) {
  const Paper paper = paper_of(dossier, options);
  const Stationery stationery = stationery_of(workspace, dossier, options);
  const Phrasebook phrasebook =
      workspace.phrasebook(options.language.value_or(dossier.patient.language));
  const Handout handout =
      compose(dossier, stationery, phrasebook, {paper, options.palette, options.is_void});
  return lay_out(handout, stationery, paper, workspace.faces());
}

std::string render(const Workspace& workspace, const Dossier& dossier, const PrintOptions& options,
                   PdfWriter::Effort effort) {
  return workspace.pdf_writer().write(pages_of(workspace, dossier, options), effort);
}

std::string handout_bytes(const Session& session, const PlanId& plan, const PrintOptions& options) {
  const PlanState state = session.store.head(plan).state;
  if (state == PlanState::draft) {
    const Dossier dossier = dossier_of_draft(session, session.store.draft(plan).plan);
    require_numbers_to_call(dossier.clinic);
    return render(session.workspace, dossier, options);
  }
  const Dossier dossier = decode_dossier(session.store.snapshot(plan));
  if (state == PlanState::voided) {
    PrintOptions marked = options;
    marked.is_void = true;
    return render(session.workspace, dossier, marked);
  }
  if (as_issued(dossier, options)) return session.store.pdf(plan);
  return render(session.workspace, dossier, options);
}

IssueResult issue_plan(Session& session, const PlanId& draft_id) {
  session.require(Right::write);
  const StoredDraft draft = session.store.draft(draft_id);
  if (draft.plan.items.empty())
    throw Error(ErrorKind::refused, "", "The plan has no exercise yet. Add one with \"plan add\".");
  const int number = session.store.next_number(draft.plan.patient);
  const Dossier dossier = dossier_of_draft(session, draft.plan, number);
  IssueResult result{{}, dossier.findings};
  if (open_count(dossier.findings) > 0) return result;
  require_numbers_to_call(dossier.clinic);
  const std::string pdf = render(session.workspace, dossier, {}, PdfWriter::Effort::small);
  result.head = session.store.issue(session.actor, draft_id, draft.revision, number,
                                    encode(dossier), pdf, session.workspace.clock());
  return result;
}

}  // namespace kinescript
