// SPDX-License-Identifier: MIT
// The main job (src/README.md): from a plan to its pages, and issuing. Preview, button and command
// line call this and nothing else.
//
//   IssueResult result = issue_plan(session, plan_id);
//   if (!result.head) for (const Finding& f : result.findings) …        // refused for safety:
//   nothing was changed write_atomically("handout.pdf", handout_bytes(session, plan_id, {}));
//
// An issued plan is its snapshot and its PDF: asked for as it was issued, the stored bytes come
// back; in another layout or paper it is set again from the snapshot. The catalog of today has no
// part in either. A void plan is set again too, and says VOID.
//
// What the options do not say is as remembered for the patient, else as the clinic prints, else as
// PrintOptions says. A plan is issued as it is printed: what was chosen stands in its snapshot.
//
// Throws Error{refused} while the clinic has no phone or no emergency number (the STOP box could
// not be filled), and what store, compose and lay_out throw.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "figure/figure.h"
#include "layout/pages.h"
#include "plan/dossier.h"
#include "standards/checks.h"

namespace kinescript {

struct PrintOptions {
  // Absent: the remembered one; large for who needs large print; the clinic's; standard.
  std::optional<std::string> layout;
  std::optional<double> size;           // of the body's letters, points; absent: the layout's
  std::optional<Paper> paper;           // absent: the clinic's
  std::optional<std::string> language;  // absent: the patient's
  std::optional<Palette> palette;       // absent: black and white
  bool is_void = false;                 // handout_bytes sees to it for a plan that is void
  std::optional<int> diary_weeks;       // 0 or absent = no diary
  std::optional<int> fit;  // pages at most: layouts and sizes are tried (app/fit.h)
};

struct IssueResult {
  std::optional<PlanHead> head;           // absent: refused
  std::vector<Finding> findings;          // of the check that was run here
  std::vector<CheckResult> stopped = {};  // checks of the handout that stop the issue
};

// A draft's dossier, of the live catalog and today. `number` 0: it stays a draft.
Dossier dossier_of_draft(const Session& session, const Plan& plan, int number = 0);
// Of a draft as it would be issued today, or an issued plan's snapshot.
Dossier dossier_of(const Session& session, const PlanId& plan);
// The newest plan of the same problem that was issued before and is not void.
std::optional<Plan> plan_before(const Store& store, const Plan& plan);
// Any plan as a value: a draft, or what an issued plan's snapshot holds.
Plan plan_of(const Store& store, const PlanId& id);

Paper paper_of(const Dossier& dossier, const PrintOptions& options);
std::string layout_of(const Dossier& dossier, const PrintOptions& options);
// The options with nothing absent that a handout needs, for this patient at this clinic.
PrintOptions settled(const Patient& patient, const Clinic& clinic, PrintOptions options);
// The pages that preview and PDF both carry out.
Pages pages_of(const Workspace& workspace, const Dossier& dossier, const PrintOptions& options);
// The checks of the handout as those options print it (standards/checks.h).
std::vector<CheckResult> check_of(const Session& session, const PlanId& plan,
                                  const PrintOptions& options);
// What would be printed in English because the handout's language lacks it: ids of exercises and
// lines.
std::vector<std::string> missing_texts(const Session& session, const PlanId& plan,
                                       const PrintOptions& options);
// Letters that no installed font has, by their Unicode names: they are printed as a question mark
// in a diamond.
std::vector<std::string> letters_lost(const Session& session, const PlanId& plan,
                                      const PrintOptions& options);
std::string render(const Workspace& workspace, const Dossier& dossier, const PrintOptions& options,
                   PdfWriter::Effort effort = PdfWriter::Effort::quick);
std::string handout_bytes(const Session& session, const PlanId& plan, const PrintOptions& options);
// `options` but size and fit: how it is printed; its stored PDF is that.
IssueResult issue_plan(Session& session, const PlanId& draft, const PrintOptions& options = {});

}  // namespace kinescript
