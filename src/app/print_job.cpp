// SPDX-License-Identifier: MIT
#include "app/print_job.h"

#include "app/fit.h"
#include "app/print_choices.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"
#include "handout/compose.h"
#include "layout/layout.h"
#include "layout/placed.h"
#include "plan/codec.h"

namespace kinescript {
namespace {

Stationery stationery_of(const Workspace& workspace, const Dossier& dossier,
                         const PrintOptions& options) {
  const Stationery stationery = workspace.stationery(layout_of(dossier, options));
  return options.size ? resized(stationery, *options.size) : stationery;
}

// True when these options ask for nothing but what was printed when the plan was issued.
bool as_issued(const Dossier& dossier, const PrintOptions& options) {
  const PrintOptions asked = settled(dossier.patient, dossier.clinic, options),
                     issued = settled(dossier.patient, dossier.clinic, {});
  return !options.size && !options.fit && asked.layout == issued.layout &&
         asked.paper == issued.paper && asked.palette == issued.palette &&
         asked.diary_weeks == issued.diary_weeks && asked.language == issued.language;
}

bool says_how(const PrintOptions& options) {
  return options.layout || options.paper || options.language || options.palette ||
         options.diary_weeks;
}

void require_numbers_to_call(const Clinic& clinic) {
  std::vector<std::string> missing;
  if (trim(clinic.emergency_number).empty()) missing.push_back("--emergency NUMBER");
  if (trim(clinic.phone).empty()) missing.push_back("--phone NUMBER");
  if (missing.empty()) return;
  throw Error(
      ErrorKind::refused, "",
      trf("The handout must say whom to call: set it first with \"kinescript-cli clinic set "
          "{}\".",
          join(missing, " ")));
}

}  // namespace

PrintOptions settled(const Patient& patient, const Clinic& clinic, PrintOptions options) {
  const PrintChoices own = patient.print.value_or(PrintChoices()),
                     usual = clinic.print.value_or(PrintChoices());
  if (!options.layout) {
    const std::string clinics = usual.layout.empty() ? "standard" : usual.layout;
    options.layout = !own.layout.empty() ? own.layout : patient.large_print ? "large" : clinics;
  }
  if (!options.paper) options.paper = paper_from(own.paper.empty() ? clinic.paper : own.paper);
  if (!options.paper) options.paper = Paper::a4;
  if (!options.palette) {
    const std::string& ink = own.ink.empty() ? usual.ink : own.ink;
    options.palette = ink == kColourInk ? Palette::colour : Palette::black_and_white;
  }
  if (!options.diary_weeks)
    options.diary_weeks = own.diary_weeks.value_or(usual.diary_weeks.value_or(0));
  if (!options.language) options.language = patient.language;
  return options;
}

Paper paper_of(const Dossier& dossier, const PrintOptions& options) {
  return *settled(dossier.patient, dossier.clinic, options).paper;
}

std::string layout_of(const Dossier& dossier, const PrintOptions& options) {
  return *settled(dossier.patient, dossier.clinic, options).layout;
}

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

namespace {

constexpr std::string_view kCatalogLanguage = "en";

struct Composed {
  Dossier dossier;  // in the handout's language
  Paper paper;
  Stationery stationery;
  Phrasebook phrasebook;
  Handout handout;
};

// The dossier with the catalog's texts in that language; what it lacks stays English, marked.
Translated in_language(const Workspace& workspace, const Dossier& dossier,
                       const std::string& language, const Phrasebook& phrasebook) {
  if (language.substr(0, language.find('-')) == kCatalogLanguage) return {dossier, {}};
  return translate(dossier, workspace.translation(language), phrasebook);
}

Composed compose_for(const Workspace& workspace, const Dossier& source, PrintOptions options,
                     bool with_pictures = true) {
  if (options.fit) options = fitted(workspace, source, options);
  options = settled(source.patient, source.clinic, options);
  const std::string language = *options.language;
  Phrasebook phrasebook = workspace.phrasebook(language);
  Dossier dossier = in_language(workspace, source, language, phrasebook).dossier;
  const Paper paper = *options.paper;
  Stationery stationery = stationery_of(workspace, dossier, options);
  Handout handout = compose(dossier, stationery, phrasebook,
                            {paper, *options.palette, *options.diary_weeks, options.is_void,
                             &workspace.drawn(), with_pictures});
  return {std::move(dossier), paper, std::move(stationery), std::move(phrasebook),
          std::move(handout)};
}

Pages lay_out(const Workspace& workspace, const Composed& composed) {
  return lay_out(composed.handout, composed.stationery, composed.paper, workspace.faces(),
                 &workspace.set_texts());
}

std::vector<CheckResult> check_pages(const Workspace& workspace, const Composed& composed,
                                     const Pages& pages) {
  return check_handout({composed.dossier, composed.handout, pages, composed.stationery,
                        composed.paper, composed.phrasebook, workspace.faces()});
}

}  // namespace

Dossier dossier_of(const Session& session, const PlanId& plan) {
  const bool draft = session.store.head(plan).state == PlanState::draft;
  return draft ? dossier_of_draft(session, session.store.draft(plan).plan)
               : decode_dossier(session.store.snapshot(plan));
}

Pages pages_of(const Workspace& workspace, const Dossier& dossier, const PrintOptions& options) {
  return lay_out(workspace, compose_for(workspace, dossier, options));
}

std::vector<CheckResult> check_of(const Session& session, const PlanId& plan,
                                  const PrintOptions& options) {
  const Dossier dossier = dossier_of(session, plan);
  require_numbers_to_call(dossier.clinic);
  const Composed composed = compose_for(session.workspace, dossier, options);
  return check_pages(session.workspace, composed, lay_out(session.workspace, composed));
}

std::vector<std::string> missing_texts(const Session& session, const PlanId& plan,
                                       const PrintOptions& options) {
  const Dossier dossier = dossier_of(session, plan);
  const std::string language = options.language.value_or(dossier.patient.language);
  return in_language(session.workspace, dossier, language, session.workspace.phrasebook(language))
      .missing;
}

std::vector<std::string> letters_lost(const Session& session, const PlanId& plan,
                                      const PrintOptions& options) {
  const Workspace& workspace = session.workspace;
  return letters_without_font(
      compose_for(workspace, dossier_of(session, plan), options, false).handout, workspace.faces());
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

IssueResult issue_plan(Session& session, const PlanId& draft_id, const PrintOptions& options) {
  session.require(Right::write);
  const StoredDraft draft = session.store.draft(draft_id);
  if (draft.plan.items.empty())
    throw Error(ErrorKind::refused, "",
                tr("The plan has no exercise yet. Add one with \"plan add\"."));
  const int number = session.store.next_number(draft.plan.patient);
  Dossier dossier = dossier_of_draft(session, draft.plan, number);
  if (says_how(options))
    dossier.patient =
        remembering(dossier.patient, dossier.clinic, options, copies_of(dossier.patient));
  IssueResult result{{}, dossier.findings};
  if (open_count(dossier.findings) > 0) return result;
  require_numbers_to_call(dossier.clinic);
  const Composed composed = compose_for(session.workspace, dossier, {});
  const Pages pages = lay_out(session.workspace, composed);
  result.stopped = stopping(check_pages(session.workspace, composed, pages));
  if (!result.stopped.empty()) return result;
  const std::string pdf = session.workspace.pdf_writer().write(pages, PdfWriter::Effort::small);
  result.head = session.store.issue(session.actor, draft_id, draft.revision, number,
                                    encode(dossier), pdf, session.workspace.clock());
  return result;
}

}  // namespace kinescript
