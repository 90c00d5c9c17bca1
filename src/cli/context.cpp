// SPDX-License-Identifier: MIT
#include "cli/context.h"

#include "base/error.h"

namespace kinescript {

std::filesystem::path Context::clinic_path() const {
  return clinic_file.empty() ? workspace.usual_clinic_file() : std::filesystem::path(clinic_file);
}

Session Context::open_session(Right right) const {
  Session session = open_session_at(clinic_path());
  session.require(right);
  return session;
}

Session Context::open_session_at(const std::filesystem::path& file) const {
  workspace.use_clinic(file);
  return begin_session(Store::open(file, workspace.randomness()));
}

Session Context::begin_session(Store store) const {
  Credentials credentials{login, {}};
  if (passphrase_fd >= 0)
    credentials.passphrase = [this] { return read_passphrase(passphrase_fd); };
  else if (workspace.has_person())
    credentials.passphrase = [this] { return workspace.ask_passphrase("Passphrase: "); };
  return Session::begin(workspace, std::move(store), credentials);
}

std::optional<Passphrase> Context::new_passphrase(int descriptor, const std::string& whose) const {
  if (descriptor >= 0) return read_passphrase(descriptor);
  if (!workspace.has_person()) return {};
  Passphrase first = workspace.ask_passphrase("New passphrase of " + whose + ": ");
  if (!(workspace.ask_passphrase("The same again: ") == first))
    throw Error(ErrorKind::invalid, "",
                "The two passphrases differ. Nothing was changed; try again.");
  return first;
}

Plan edit_draft(Session& session, const std::string& plan,
                const std::function<Plan(const Plan&)>& edit) {
  session.require(Right::write);
  const StoredDraft draft = session.store.draft(session.store.find_plan(plan));
  const Plan next = edit(draft.plan);
  if (next == draft.plan) return next;
  return session.store.save_draft(session.actor, next, draft.revision, session.workspace.clock())
      .plan;
}

}  // namespace kinescript
