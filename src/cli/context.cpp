// SPDX-License-Identifier: MIT
#include "cli/context.h"

#include "base/error.h"
#include "base/files.h"
#include "plan/safety.h"

namespace kinescript {

std::filesystem::path Context::clinic_path() const {
  return clinic_file.empty() ? workspace.usual_clinic_file() : std::filesystem::path(clinic_file);
}

Session Context::open_session() const {
  Credentials credentials{login, {}};
  if (passphrase_fd >= 0) {
    std::string passphrase = read_file("/dev/fd/" + std::to_string(passphrase_fd));
    credentials.passphrase = passphrase.substr(0, passphrase.find('\n'));
  }
  return Session::open(workspace, clinic_path(), credentials);
}

Plan edit_draft(Session& session, const std::string& plan,
                const std::function<Plan(const Plan&)>& edit) {
  const StoredDraft draft = session.store.draft(session.store.find_plan(plan));
  const Plan next = edit(draft.plan);
  if (next == draft.plan) return next;
  return session.store.save_draft(session.actor, next, draft.revision, session.workspace.clock())
      .plan;
}

std::vector<Finding> findings_of(const Session& session, const Plan& plan) {
  return check(plan, session.store.patient(plan.patient), session.workspace.catalog(),
               session.workspace.clock().today);
}

}  // namespace kinescript
